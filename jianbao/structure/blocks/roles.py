"""What each part is by itself, before anybody knows which article it belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import Enum
from functools import cache

from jianbao.document import BlockKind
from jianbao.structure import apart, shapes
from jianbao.structure.blocks import numbering, timed_turns
from jianbao.structure.entries import chronology
from jianbao.structure.heads import meta_lines, persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.notes.note_heading import HEADING as NOTES
from jianbao.structure.parts import Part
from jianbao.word_lists import words

LONGEST_SPACED = 6
"""Characters of a section's name of two characters that was spread with spaces: 理　　由."""

LONGEST_END_MARK = 24
"""Characters of the mark at a text's end."""

SPOKEN_OF = 40
"""Parts above a bare name in which it must not come more than once: nobody speaks so of himself."""

_END_MARK = re.compile(
    r"^(?:[（(【\[]|[－\-–—─~～*＊=＝]{1,6})?\s*(?:完|全文完|本文完|(?:THE\s+)?END|-30-|###|待續|未完[，,]?\s*(?:待續|明日續|下期續|下週續|續)?|(?:明日|下期)續)\s*(?:[）)】\]]|[－\-–—─~～*＊=＝]{1,6})?$",
    re.I,
)
_ABOUT = re.compile(
    r"^[（(【\[●◎]?\s*(?:本文)?作者(?:[簡简]介|為|是|係|現為|現任|曾任|：|:|[\u3400-\u9fff]{2,4}(?:為|是|係|，|,))"
)
_EDITOR = re.compile(
    r"^[（(【〔\[*＊※]?\s*(?:編按|编按|編者按|编者按|編者的話|按語|小編按"
    r"|譯按|譯註|譯者按|記者按|主編按|編輯按|編輯室報告|編輯部按|編註|編者註|Editor['’]s note)"
    r"\s*[】〕\]）)]?\s*(?:[：:]|$|(?<=按)[\s\u3000]+(?=\S{8}))",
    re.I,
)
_STARRED = re.compile(r"^[※＊*]\s*(?:本文|作者|編者|編按|原文|譯者|本篇|圖片)")
_DISCLAIMER = re.compile(r"(?:不代表|非代表|不必然代表|未必代表|並不代表).{1,30}(?:立場|立场|觀點|观点|政策|意見|意见)")
_CAPTION_LABEL = re.compile(
    r"^(?:(?:圖像加註文字|图像加注文字|圖片說明|图片说明|照片說明|圖說|图说)\s*[，,：:／/]?|[▲△▼]+\s*|[（(\[【〔](?:圖說|图说|圖片說明|图片说明|圖|图|照片)[）)\]】〕]"
    r"|(?:圖|图|照片)\s*[：:／/])\s*"
)
_CREDITED = re.compile(
    r"^[^。！？]{4,60}。?\s*[（(](?:[^（()）：:。]{2,16}(?:圖片|图片|照片)|(?:受[訪访]者|[^（()）：:。，]{2,10})(?:供[圖图]|提供))[)）]$"
)
_CHART = re.compile(r"(?:圓形圖|圓餅圖|长条图|長條圖|折線圖|柱狀圖|柱状图|曲線圖|統計圖|圖表|图表|示意圖)\s*[：:]")
_FIGURE = re.compile(
    r"^(?:附?[圖图表]|Table|Figure|Fig\.)\s*[一二三四五六七八九十\d]{1,3}"
    r"(?:[-–.－][\d一二三四五六七八九十]{1,2})?\s*[：:．.、\s　]",
    re.I,
)
_COURT = re.compile(
    r"^(?:(?:上\s*訴\s*人|被上訴人|抗告人|聲請人|相對人|再審[原被]告|[原被]\s*告)(?:即[^\s]{2,4})?|[原被]告|公訴人|參加人|自訴人|(?:選任)?辯護人|(?:訴訟|法定)?代理人)"
    r"[\s\u3000]+\S.{0,60}$|^(?:[^。，]{0,12}庭[\s\u3000]*)?(?:審判長)?(?:法\s*官|書\s*記\s*官|軍\s*法\s*官)[\s\u3000]+\S{2,8}$"
    r"|^(?:审\s*判\s*[长員员]|人\s*民\s*陪\s*审\s*员|法\s*官\s*助\s*理|书\s*记\s*员)[\s\u3000]+\S[\s\u3000]?\S{1,6}$"
)
_CLOSES_STORY = re.compile(r"[。！？!?」』”\"\w]\s*[（(【]\s*(?:完|全文完|END|待續|待续)\s*[)）】]$", re.I)
_SPREAD = re.compile(r"^[\u3400-\u9fff](?:\u3000|[\s\u3000]{2,8})[\u3400-\u9fff][\s\u3000：:]+\S")
"""A field of a form, its label spread to the width of longer ones: 地　　點　某處."""
_FORM = re.compile(
    r"^(?:[時时] [間间]|地 [點点]|日 期|主 [席持]|[出列缺] 席|[請请] 假|[紀記纪记] [錄录])[\s\u3000：:]+\S"
)
"""The same of minutes, where a single space spreads the label."""
_FIELD = re.compile(r"^[\u3400-\u9fff]{2,6}[\u3000：:]+\S")
"""A field of a form, its label as wide as the others."""
_RUBRIC = re.compile(r"^[【〔《〈][^】〕》〉]{2,6}[】〕》〉]\s*(?=\S)")
"""The name of a section in front of a writer's: 【投書】某某／離島教師."""
_DASHED = re.compile(r"^[—–─]{1,3}\s*")
_OF_ITSELF = re.compile(r"^(?:本文|本篇|本稿|此文).*[，《]")
"""A line that says where a text came out first, or from what it was taken: no heading."""
_NO_TITLE = re.compile(
    r"^[→➔➜]|^[^，,。：:]{2,20}[，,]\s*[^，,。：:]{0,14}(?:記者|记者|編輯|编辑|分析員|特派員)[，,]\s*[^，,。\d]{2,10}$"
)
"""A link to read on; who reports for whom from where, above what he says."""
_MARKS = ("◎", "☉", "⊙", "✎", "✍", "🖊", "▌", "▍", "▎")
_BARS = "▌▍▎"
"""Bars stand before headings, too: they make no caption without its credit."""
_BULLETS = "●■◆◇▌▍▎・•·○◎"
"""Marks in front of a day that stands alone in a line."""
MARKED_DAY = 24
TOP, MARKED_NAME = 6, 10
"""Parts on top of a text among which a name stands between the title and the text, behind a mark; its characters."""
_MARKED = re.compile(rf"^[{''.join(_MARKS)}]\s*")
_WHO = re.compile(r"^[【（(〔](?P<name>[\u3400-\u9fff·]{2,8})[，,：:](?P<what>[^】）)〕]{2,100})[】）)〕]。?$")
_TURN = re.compile(r"^(?:問|答|问|Q\d*|A\d*)\s*[：:]")
_SPEAKER = re.compile(r"^([^\s：:，。]{1,8})[：:]")
_WORDS_OF_ROLES = re.compile(r"^[圖图照附表待完全]|作者|[編编譯註按]|記者|代表|Table|Fig|END", re.I)
_SIGN_OF_ROLE = re.compile("[完續#Dd\\-编編譯註按※＊*代圖图照▲△▼問答问QA:：表TtFf人告官审书]")
"""A line whose words tell its role has one of these: the end, the editors, pictures, turns of speech, courts."""
_CLOSES = ("上", "啟", "邀", "躬", "書", "启")
_CLOSED = re.compile(
    r"^(?:(?P<what>[^\s，。：:]{2,24})[\s\u3000]+)?(?P<who>[^\s，。：:]{2,24})[\s\u3000]+(?:敬上|謹啟|敬啟"
    r"|謹上|敬邀|鞠躬|拜啟|敬書|谨启)$"
)


class Role(Enum):
    """TITLE is anything with a title's shape: which one is a title, heading or list item, the place decides."""

    BODY = "body"
    TITLE = "title"
    META = "meta"
    SIGNATURE = "signature"
    EDITOR = "editor"
    CAPTION = "caption"
    SEPARATOR = "separator"
    END = "end"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Known:
    """A part with its role and, of a line that states facts, the facts."""

    part: Part
    role: Role
    meta: MetaLine | None = None

    @property
    def plain(self) -> str:
        """The part's text."""
        return self.part.text.plain


def assign(parts: Sequence[Part]) -> list[Known]:
    """The role of every part."""
    speakers = _speakers(parts)
    spoken = timed_turns.find([part.plain for part in parts])
    known = [
        Known(part, Role.BODY)
        if not part.block
        and (index in spoken or (index - 1 in spoken and timed_turns.is_label(parts[index - 1].plain)))
        else _known(part, speakers)
        for index, part in enumerate(parts)
    ]
    for index, item in enumerate(known):
        if item.role is Role.TITLE and index and known[index - 1].role is Role.BODY and _signs(known, index):
            names = persons.names_in(item.plain)
            known[index] = Known(item.part, Role.SIGNATURE, MetaLine(authors=tuple(names)))
    for index in range(1, min(TOP, len(known) - 1)):
        item, sides = known[index], (known[index - 1].role, known[index + 1].role)
        mark = shapes.bullet(item.plain) if sides == (Role.TITLE, Role.BODY) and len(item.plain) <= MARKED_NAME else 0
        if mark and persons.is_name(item.plain[mark:]) and not shapes.bullet(known[index + 1].plain):
            known[index] = Known(item.part, Role.SIGNATURE, MetaLine(authors=(item.plain[mark:].strip(),)))
    for index in range(1, len(known) - 1) if speakers else ():
        title = known[index].role is Role.TITLE and _SPEAKER.match(known[index].plain)
        if title and all(_is_turn(known[side].plain, speakers) for side in (index - 1, index + 1)):
            known[index] = Known(known[index].part, Role.BODY)  # who speaks once among those who speak more often
    fields = set[int]()
    for index in range(1, len(known)):
        item, above = known[index], known[index - 1]
        form = _SPREAD.match(above.plain) or index - 1 in fields
        if item.role is Role.TITLE and form and _FIELD.match(item.plain):
            known[index] = Known(item.part, Role.BODY)
            fields.add(index)
    for begin, end in chronology.runs(
        [item.plain if item.role in (Role.META, Role.TITLE, Role.BODY) else "" for item in known]
    ):
        known[begin:end] = [Known(item.part, Role.BODY) for item in known[begin:end]]
    for index, item in enumerate(known):
        above_nothing = index + 1 == len(known) or known[index + 1].role in (Role.META, Role.END, Role.SIGNATURE)
        if above_nothing and item.role in (Role.EDITOR, Role.BODY) and NOTES.fullmatch(item.plain):
            known[index] = Known(item.part, Role.TITLE)  # over notes, which stand apart from the text
    headlines = [index for index in range(len(known) - 1) if _numbered_headline(known[index], known[index + 1])]
    if len(headlines) >= 2:
        for index in headlines:
            known[index] = Known(known[index].part, Role.TITLE)
    return known


def _numbered_headline(item: Known, following: Known) -> bool:
    """Whether a numbered line has a reporter's line right below, or an outlet's with a day, as the stories of a digest
    have."""
    found = numbering.scheme(item.plain) if item.role is Role.BODY and not item.part.block else None
    meta = following.meta if following.role is Role.META else None
    return bool(
        found
        and meta
        and (meta.authors or meta.report or (meta.source and len(meta.date) == 10))
        and shapes.is_title_like(item.plain[found.end :].strip())
    )


def _signs(known: Sequence[Known], index: int) -> bool:
    """Whether a bare name under running text signs it: the text ends there, or a new title follows."""
    name = known[index].plain
    if not persons.is_name(name) or not shapes.ends_sentence(known[index - 1].plain):
        return False
    if sum(name in item.plain for item in known[max(index - SPOKEN_OF, 0) : index]) >= 2:
        return False
    following = known[index + 1] if index + 1 < len(known) else None
    if following is None or following.role in (Role.SEPARATOR, Role.END):
        return True
    return following.role is Role.TITLE and index + 2 < len(known) and known[index + 2].role is not Role.TITLE


def _speakers(parts: Sequence[Part]) -> frozenset[str]:
    """Words before a colon that open turns of speech: they come again, at least once before a complete sentence."""
    count: Counter[str] = Counter()
    speaks: set[str] = set()
    for part in parts:
        opening = part.plain[:9]
        match = _SPEAKER.match(opening) if "：" in opening or ":" in opening else None
        if match:
            count[match[1]] += 1
            if shapes.ends_sentence(part.plain) and len(part.plain) > len(match[0]):
                speaks.add(match[1])
    return frozenset(name for name, times in count.items() if times >= 2 and name in speaks)


def _is_turn(text: str, speakers: Set[str]) -> bool:
    match = _SPEAKER.match(text)
    return bool(_TURN.match(text)) or (match is not None and match[1] in speakers)


def _known(part: Part, speakers: Set[str]) -> Known:
    text = part.plain
    if part.block:
        return Known(part, Role.BLOCK)
    if text.isalnum() and not part.caption and not _WORDS_OF_ROLES.search(text):
        return _stated(part) or _shaped(part)
    if apart.is_row_of_marks(text):
        return Known(part, Role.SEPARATOR)
    role = _role_by_words(part, speakers) if part.caption or _SIGN_OF_ROLE.search(text) else None
    if role:
        return Known(part, role)
    about = "作者" in text and len(text) < 240 and _ABOUT.match(text)
    if about and text[0] in "（(【[":
        return Known(part, Role.SIGNATURE, _about(text))
    stated = _stated(part)
    if stated:
        return stated
    if about and persons.is_affiliation(text[:80]):
        return Known(part, Role.SIGNATURE, _about(text))
    closing = _CLOSED.match(text) if text[-1:] in _CLOSES else None
    if closing:
        who = closing["who"].strip()
        what = closing["what"] or ""
        meta = MetaLine(authors=(who,), affiliation=what) if persons.is_name(who) else MetaLine(source=who)
        return Known(part, Role.SIGNATURE, meta)
    inner = text
    if text[0] in "【〔[《〈":
        inner = text[1:-1] if text[0] in "【〔[" and text[-1] in "】〕]" else _RUBRIC.sub("", text)
    signed = (persons.signed(text) or persons.signed(inner) or persons.titled(inner)) if len(text) < 140 else None
    if signed:
        return Known(part, Role.SIGNATURE, MetaLine(authors=(signed.name,), affiliation=signed.affiliation))
    day = meta_lines.parse(text[1:].strip()) if text[0] in _BULLETS and len(text) <= MARKED_DAY else None
    if day is not None and day.date and not day.title[1]:
        return Known(part, Role.META, day)
    byline = _MARKED.sub("", text) if text[:1] in _MARKS else text
    undashed = _DASHED.sub("", byline)
    byline = undashed if undashed != byline and persons.is_name(undashed) else byline
    told = byline != text and len(byline) <= 40
    person = (persons.signed(byline) or persons.bracketed(byline) or persons.named(byline)) if told else None
    if byline != text and (person or persons.is_name(byline)):
        meta = MetaLine(authors=(person.name if person else byline,), affiliation=person.affiliation if person else "")
        return Known(part, Role.SIGNATURE, meta)
    whose = _WHO.match(text)
    if (
        whose
        and persons.is_name(whose["name"])
        and (persons.is_affiliation(whose["what"][:80]) or "著有" in whose["what"])
    ):
        return Known(part, Role.SIGNATURE, MetaLine(authors=(whose["name"],), affiliation=whose["what"]))
    return _shaped(part)


def _role_by_words(part: Part, speakers: Set[str]) -> Role | None:
    """The role of a line whose words or labels tell it."""
    text = part.plain
    if _END_MARK.match(text):
        return Role.END
    if _EDITOR.match(text) or _STARRED.match(text) or (len(text) < 160 and _DISCLAIMER.search(text)):
        return Role.EDITOR
    if (
        part.caption
        or (caption_label(text) and text[0] not in _BARS)
        or _CREDITED.match(text)
        or (len(text) < 400 and _CHART.search(text) and not numbering.scheme(text))
    ):
        return Role.CAPTION
    if _is_turn(text, speakers) or _FIGURE.match(text) or _COURT.match(text):
        return Role.BODY
    return None


def _stated(part: Part) -> Known | None:
    """A line that states facts and nothing else."""
    meta = meta_lines.parse(part.plain)
    if not meta:
        return None
    signs = meta.authors and meta.affiliation and not meta.date
    return Known(part, Role.SIGNATURE if signs else Role.META, meta)


def _shaped(part: Part) -> Known:
    """Title or body, by the shape alone."""
    text = part.plain
    field = _SPREAD.match(text) or (text[1:2] == " " and _FORM.match(text))
    own = _OF_ITSELF.match(text) or field or closes_story(text) or _NO_TITLE.match(text)
    title = shapes.is_title_like(text) and not own
    title = title and not numbering.scheme(text) and not shapes.bullet(text)
    return Known(part, Role.TITLE if title else Role.BODY)


def is_of_court(text: str) -> bool:
    """Whether a line names a party, a judge or a clerk of a court."""
    return bool(_COURT.match(text))


def is_end_mark(text: str) -> bool:
    """Whether a line says that the text is over: （完）, — END —."""
    return len(text) <= LONGEST_END_MARK and bool(_END_MARK.match(text))


def closes_story(text: str) -> bool:
    """Whether a line of text ends with the mark of its end: …已經確認。（完）"""
    return text[-1:] in ")）】" and bool(_CLOSES_STORY.search(text[-12:]))


def _about(text: str) -> MetaLine:
    inner = text.strip("（）()【】[]。 ")
    match = re.match(
        r"(?:本文)?作者(?:[簡简]介)?[：:]?(?:(?!為|是|係|現[為任])(?P<name>[\u3400-\u9fff·]{2,12}?)(?:[，,]|為|是|係|現為|現任))?(?:為|是|係|現為"
        r"|現任)?(?P<rest>.*)$",
        inner,
    )
    name = (match["name"] or "") if match else ""
    known = (name,) if persons.is_name(name) else ()
    return MetaLine(authors=known, affiliation=(match["rest"].strip("，,：: ") if match else inner))


def caption_label(text: str) -> int:
    """Length of a caption's label at the start of a text (圖：, ▲, 圖片說明：); 0 if there is none."""
    match = _CAPTION_LABEL.match(text)
    return match.end() if match and match.end() < len(text) else 0


def is_section(text: str) -> bool:
    """Whether it is a heading that every genre knows: 前言, 結論, Abstract."""
    bare = text.strip(" 　：:【】[]〈〉《》（）()➤▶►▼→").casefold()
    if bare in _sections() or (len(bare) <= LONGEST_SPACED and "".join(bare.split()) in _sections()):
        return True
    both = _TRANSLATED.fullmatch(bare)
    return both is not None and both[1] in _sections()


_TRANSLATED = re.compile(r"([㐀-鿿]{2,6})[\s/／]+[a-z][a-z ]{2,30}")
"""A heading with its translation behind it, in lower case."""


@cache
def _sections() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("sections"))


def kind_of(role: Role) -> BlockKind:
    """The block that a part of this role becomes where nothing else is said."""
    return {
        Role.META: BlockKind.BYLINE,
        Role.SIGNATURE: BlockKind.BYLINE,
        Role.END: BlockKind.BYLINE,
        Role.EDITOR: BlockKind.QUOTATION,
        Role.CAPTION: BlockKind.CAPTION,
    }.get(role, BlockKind.PARAGRAPH)
