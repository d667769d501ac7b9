"""What kind of text an article is, by its form; and its language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Block, BlockKind
from jianbao.structure.blocks import dashed_turns, timed_turns
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import meeting_lines, wire_lines
from jianbao.structure.heads.facts import Facts
from jianbao.word_lists import either

_TURN = re.compile(
    r"^(?:(?P<marked>[問问答])(?=\u3000)|[【\[〔](?P<bracketed>[問问答QA])(?=[】\]〕])|(?P<named>[^\s：:，。]{1,8}?)(?=\d{0,2}\s*(?:[（(][^（()）：:。]{1,24}[)）])?[：:]))"
)
_INTERVIEW = re.compile("專訪|专访|訪談|访谈|對談|对谈|答問|答问|Interview", re.IGNORECASE)
QUESTIONS, LONGEST_QUESTION = 3, 80
"""Questions in lines of their own that make an interview of what is called one, and the characters of one at most."""
_ARTICLE_OF_LAW = re.compile(r"^第\s*[一二三四五六七八九十百\d]+\s*[條条]")
_JUDGMENT = re.compile(r"(?:判決|裁定|判决|裁決|裁决)(?:書|书)?$")
_NUMBERED = re.compile(r"[\s\u3000]*[（(]?\d{2,4}[)）]?\s*年?度?[\u3400-\u9fff\d]{1,10}(?:第\s*\d+\s*)?[號号]$")
_PARTY = re.compile(
    r"^(?:上訴人|被上訴人|抗告人|聲請人|相對人|[原被]告|公訴人|上诉人|被上诉人|申请人|被申请人|公诉机关|再審[原被]告)"
)
_REMARKS = re.compile(r"(?:[譯译編编校]\S{0,2}|原)[註注]")
"""The heading over notes that are not the writer's."""
_STAGE = re.compile(
    r"^[（(〔][^（()）〔〕]{0,12}(?:掌[聲声]|笑[聲声]|笑|鼓掌|歡呼|欢呼)[^（()）〔〕]{0,8}[)）〕]$|[（(](?:掌[聲声]|笑[聲声])[)）]"
)
_SALUTE = re.compile(
    r"^[^。]{2,80}(?:大家[早上下晚]?[午上]?好|早安|午安|晚安|您好|同胞[們们]|朋友[們们]|女士[們们]?、?先生[們们]?|先生女士|[來来][賓宾]|[貴贵][賓宾]|同仁)[！，。：:,!]"
)
_SPEECH = re.compile(
    r"(?:演[講说說讲]|致[詞词辭辞]|講話|讲话|發言|发言|談話|谈话|[講讲][詞词辭辞])(?:全文|稿|摘要|[（(][^（()）]{1,12}[)）])?$"
)
_TO_ALL = re.compile(r"^(?:各位|[^。，]{2,16}、[^。]{0,40}各位|[尊親亲敬][敬愛爱]的各位)[^。]{0,80}[：:！!]$")
"""What a speech is called, and a line that greets all who hear it."""
_LETTER = re.compile(r"(?:鈞鑒|台鑒|勛鑒|閣下|敬啟者|公開信|聯名信|連署|書簡|聯合聲明|共同聲明)")
_ADDRESSED = re.compile(r"^(?:致|親愛的|敬愛的|尊敬的|Dear )[^。]{1,40}[：:,，]$")
_CLOSING = re.compile(r"^(?:敬具|謹啟|敬上|此致|順頌|敬祝|Sincerely)")
_HAN, _KANA, _HANGUL = map(re.compile, (r"[\u3400-\u9fff]+", r"[\u3041-\u30fa]+", r"[\uac00-\ud7a3]+"))
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_SIMPLIFIED = re.compile(r"[们这说时对会过还没从门问长东车马见书贝页风飞鱼龙国际发现实应]")
_TRADITIONAL = re.compile(r"[們這說時對會過還沒從門問長東車馬見書貝頁風飛魚龍國際發現實應]")

_OF_JOURNAL = re.compile(r"(?:收稿|投稿|送審|送审|接受刊登)日期?\s*[：:]|(?<!\w)DOI\s*[：:]")
"""What a journal prints over a study."""
_REPORT = re.compile(rf"(?:{either('report_kinds')}|統計公報|统计公报)(?:[（(][^（()）]{{1,12}}[)）])?$")
FEWEST_CHAPTERS = 2
"""Headings of a report that its title calls so: a story about one has fewer."""

NOTES_OF_PAPER = 3
"""Marks of notes that a study has at least, though no summary and no list of references says so."""

SAMPLE = 4000
"""Characters of a block that are looked at to tell the language."""


POINTS = 4
"""Headings, at least, of a text with more items than paragraphs, as the slides of a talk have: no opinion's."""


def guess(blocks: Sequence[Block], facts: Facts, known: Sequence[Known]) -> tuple[str, bool]:
    """The kind, and whether the text breaks off."""
    head = [block for block in blocks if block.kind is BlockKind.BYLINE]
    body = [block for block in blocks if block.kind not in (BlockKind.TITLE, BlockKind.BYLINE)]
    paragraphs = [block.text.plain for block in body if block.kind is BlockKind.PARAGRAPH]
    size = sum(map(len, paragraphs))
    title = facts.title.value if facts.title else ""
    if sum(1 for block in body if _ARTICLE_OF_LAW.match(block.text.plain)) >= 3:
        return "statute", False
    if _JUDGMENT.search(_NUMBERED.sub("", title)) and any(
        _PARTY.match("".join(text.split())) for text in paragraphs[:12]
    ):
        return "judgment", False
    if meeting_lines.RECORD.search(title) or any(meeting_lines.RECORD.fullmatch(block.text.plain) for block in head):
        return "report", False
    if facts.posted:
        return "post", False
    turns = Counter(match[match.lastgroup or 0] for text in paragraphs if (match := _TURN.match(text)))
    spoken = [times for name, times in turns.items() if times >= 2]
    if timed_turns.find(paragraphs) or dashed_turns.find(paragraphs):
        return "interview", False
    if len(spoken) >= 2 and sum(spoken) >= max(4, 0.4 * len(paragraphs)):
        return "interview", False
    if _INTERVIEW.search(title) and sum(map(_is_question, body)) >= QUESTIONS:
        return "interview", False
    if any(_STAGE.search(text) for text in paragraphs) or any(_SALUTE.search(text) for text in paragraphs[:2]):
        return "speech", False
    named = (title, facts.subtitle.value if facts.subtitle else "")
    if any(map(_SPEECH.search, named)) and any(map(_TO_ALL.match, paragraphs[:2])):
        return "speech", False
    if (
        "新聞稿" in title
        or (facts.series and "新聞稿" in facts.series.value)
        or "新聞稿" in "".join(paragraphs[:1])[:40]
    ):
        return "press-release", False
    if (
        _LETTER.search(title)
        or any(_ADDRESSED.match(text) for text in paragraphs[:3])
        or any(_CLOSING.match(text) for text in paragraphs[-8:])
    ):
        return "letter", False
    if any(
        block.kind is BlockKind.HEADING
        and re.match(r"^(?:中文)?(?:摘要|Abstract|參考文獻|参考文献|References)", block.text.plain)
        for block in body
    ):
        return "paper", False
    if any(_OF_JOURNAL.search(block.text.plain) for block in head):
        return "paper", False
    headings = sum(block.kind is BlockKind.HEADING for block in body)
    if _REPORT.search(title) and headings >= FEWEST_CHAPTERS:
        return "report", False
    remarked = any(block.kind is BlockKind.HEADING and _REMARKS.match(block.text.plain) for block in body[-3:])
    reported = any(re.search(r"記者|记者|報導|报道", block.text.plain) for block in head)
    if not reported and not remarked and sum(len(block.marks) for block in body) >= NOTES_OF_PAPER:
        return "paper", False
    if reported or any(wire_lines.start(text) for text in paragraphs[:2]):
        return "news", False
    if len(paragraphs) == 1 and size < 300 and not facts.date and not facts.authors and not facts.source:
        return "teaser", True
    count = Counter(block.kind for block in body)
    if count[BlockKind.LIST_ITEM] > len(paragraphs) and count[BlockKind.HEADING] >= POINTS:
        return "report", False
    if facts.affiliation is not None or any(item.role is Role.EDITOR for item in known):
        return "op-ed", False
    if facts.date is not None or facts.source is not None:
        return "news", False
    return "text", False


def _is_question(block: Block) -> bool:
    """Whether a block is a question and no more."""
    text = block.text.plain
    asked = len(text) <= LONGEST_QUESTION and text.endswith(("？", "?"))
    return asked and block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)


def language(body: Sequence[Block]) -> str:
    """``zh-Hant`` or ``zh-Hans`` by characters that differ; ``ja``, ``ko`` or ``en`` where those letters prevail."""
    text = "".join(block.text.plain[:SAMPLE] for block in body[:40])
    han, kana, hangul = (sum(map(len, letters.findall(text))) for letters in (_HAN, _KANA, _HANGUL))
    latin = len(_LATIN_WORD.findall(text))
    if kana > 0.5 * han and kana > hangul:
        return "ja"
    if hangul > han:
        return "ko"
    if latin > han:
        return "en"
    simplified, traditional = len(_SIMPLIFIED.findall(text)), len(_TRADITIONAL.findall(text))
    return "zh-Hans" if simplified > traditional else "zh-Hant"
