"""Interviews and debates without quotation marks: 問：… 答：…, 記者：… 王毅：…, 甲：… 乙：…"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.document import BlockKind, EditionBlock
from jianbao.findings import Quotation
from jianbao.knowledge.speaking import Person, Speaker
from jianbao.knowledge.speech_words import words
from jianbao.word_lists import words as surnames

_KINDS = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING}
_LABEL = re.compile(
    r"\s*(?:[\[（(【]?\d{1,3}(?:[:：]\d{2}){1,2}[\]）)】]?\s*)?(?:主持人\s+)?"
    r"(?P<who>[\u3400-\u9fffA-Za-z·．・‧《》]{1,16}?|[A-Z][A-Za-z'’.\-]{1,14}(?: [A-Z][A-Za-z'’.\-]{0,14}){1,2})"
    r"\s?[0-9]{0,2}\s?(?:[（(][^（()）\n]{1,30}[)）]\s?)?[：:︰]\s*"
)
"""A speaker, it may be with his place in a recording in front of him and his office in brackets behind him."""
_NUMBERED = re.compile("(?<=.)[一二三四五六七八九十甲乙丙丁A-E]$")
"""One of several who ask: 提問二, 聽眾甲."""
_LATIN = re.compile(r"[A-Z][a-zÀ-ž][A-Za-zÀ-ž'’.\-]*(?: [A-Z][A-Za-zÀ-ž'’.\-]*)*")
_OFFICIAL = re.compile(
    r"(?P<surname>[\u3400-\u9fff]{1,2}?)(?P<office>[\u3400-\u9fff]{2,8}?)(?P<given>[\u3400-\u9fff]{1,2})"
)
"""A name as records of parliaments have it: 卓委員彥廷, 路副主任委員廣澤."""
_STAGE = re.compile(r"[（(\[【][^（）()\n]*[)）\]】]")
"""What happens, or a record's remark: nobody says it."""
_SENTENCE = re.compile("[。？！?!…]")
"""In what somebody says; what only fields say has none (費用：每人100元)."""
_WRITES = re.compile("(?:記者|採訪|整理|撰文|編譯|特派員|文|攝影)[／/：: ]?$")
"""Before the name of who asks and writes."""
_ANSWER = ("答", "A")
_LETTERS = tuple("甲乙丙丁")
_LEAST = 6
_LEAST_TURNS = 3
"""Labelled paragraphs from which on an article is a conversation, if somebody speaks twice; 問, 答 need one each."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A block of a conversation. ``quotation`` is None for what the interviewer asks."""

    block: str
    speaker: Speaker | None
    quotation: Quotation | None


@dataclass(frozen=True, slots=True)
class _Labelled:
    index: int
    who: str
    start: int


def find(blocks: Sequence[EditionBlock], people: Mapping[str, Sequence[Person]]) -> list[Turn]:
    """The turns of an article in order; none where it is no conversation. ``people``: the names of each block."""
    named = {person.name: person for found in people.values() for person in found if person.kind == "person"}
    labels = list(_labelled(blocks))
    often = Counter(item.who for item in labels)
    talking = {item.who for item in labels if _SENTENCE.search(blocks[item.index].text, item.start)}
    labelled = [item for item in labels if item.who in talking and _is_voice(item.who, named, often)]
    if not _is_conversation(Counter(item.who for item in labelled)):
        return []
    answerer = _answerer(blocks[: labelled[0].index], people)
    turns: list[Turn] = []
    for item, following in zip(labelled, [*labelled[1:], None], strict=True):
        speaker, evidence = _speaker(item.who, named, answerer)
        asked = _asks(item.who)
        # An answer goes on in the paragraphs up to the next turn; behind the last one the writer speaks again.
        stop = following.index if following is not None and not asked else item.index + 1
        for block in _spoken(blocks[item.index : stop]):
            start = item.start if block is blocks[item.index] else 0
            said = block.text[start:].rstrip()
            if _STAGE.fullmatch(said):
                turns.append(Turn(block.id, None, None))
            elif block.kind in _KINDS - {BlockKind.HEADING} and len(said) >= _LEAST and not asked:
                name, name_id = (speaker.text, speaker.name_id) if speaker else (None, None)
                quotation = Quotation(name, name_id, said, evidence, block.id, start, start + len(said))
                turns.append(Turn(block.id, speaker, quotation))
            elif start or asked:
                turns.append(Turn(block.id, None, None))
    return turns


def _spoken(blocks: Sequence[EditionBlock]) -> Iterator[EditionBlock]:
    """The blocks of a turn: up to a heading, or an item of a list that none of its words lead in (an agenda's)."""
    before = ""
    for number, block in enumerate(blocks):
        item = block.kind is BlockKind.LIST_ITEM
        if number and (block.kind is BlockKind.HEADING or (item and not before.endswith(("：", ":", "；", ";")))):
            return
        yield block
        before = "；" if item and number else block.text.rstrip()


def _labelled(blocks: Sequence[EditionBlock]) -> Iterator[_Labelled]:
    for index, block in enumerate(blocks):
        match = _LABEL.match(block.text) if block.kind in _KINDS else None
        if match is not None and match.end() < len(block.text):
            yield _Labelled(index, match["who"], match.end())


def _is_conversation(labels: Counter[str]) -> bool:
    if any(who in _ANSWER for who in labels) and any(_asks(who) for who in labels):
        return True
    again = any(count >= 2 for who, count in labels.items() if not _asks(who))
    return len(labels) >= 2 and labels.total() >= _LEAST_TURNS and again


def _asks(who: str) -> bool:
    return _NUMBERED.sub("", who).endswith(tuple(words("askers")))


def _is_voice(who: str, named: Mapping[str, Person], often: Counter[str]) -> bool:
    """Whether a label may be somebody, rather than 時間：, 地點：; a foreign name must be one twice."""
    if who.count("《") != who.count("》"):
        return False  # a title that has a subtitle
    if _asks(who) or who in _ANSWER or who in _LETTERS or who in named:
        return True
    if _LATIN.fullmatch(who):
        return often[who] > 1
    if who in words("nobody") or who.startswith(tuple(words("attending"))):
        return False
    return who.endswith(tuple(words("roles"))) or who.startswith(surnames("surnames"))


def _speaker(who: str, named: Mapping[str, Person], answerer: Speaker | None) -> tuple[Speaker | None, str]:
    """Whom a label means, and how that is known: a name, a surname or a short form of one, 答, or a mere letter."""
    if who in _ANSWER:
        return answerer, "carried" if answerer else "none"
    matching = [person for name, person in named.items() if name == who or name.startswith(who) or name.endswith(who)]
    exact = [person for person in matching if person.name == who] or matching
    if len(exact) == 1:
        return Speaker(exact[0].name, exact[0].name_id), "before"
    return Speaker(_plain_name(who), kind="description"), "before"


def _plain_name(who: str) -> str:
    """卓彥廷 of 卓委員彥廷; else the label itself."""
    match = _OFFICIAL.fullmatch(who)
    if match and match["surname"] in surnames("surnames") and match["office"] in words("roles"):
        return match["surname"] + match["given"]
    return who


def _answerer(intro: Sequence[EditionBlock], people: Mapping[str, Sequence[Person]]) -> Speaker | None:
    """Who is interviewed: the person that title and introduction name most, the first of them; not who writes."""
    found = [
        person
        for block in intro
        if block.kind is not BlockKind.BYLINE
        for person in people.get(block.id, ())
        if person.kind == "person" and not _WRITES.search(block.text, max(person.start - 6, 0), person.start)
    ]
    counts = Counter(person.name for person in found)
    ranked = sorted(counts, key=lambda name: -counts[name])
    person = next((item for item in found if item.name == ranked[0]), None) if ranked else None
    return Speaker(person.name, person.name_id) if person else None
