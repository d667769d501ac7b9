"""Interviews and debates without quotation marks: 問：… 答：…, 記者：… 王毅：…, 甲：… 乙：…"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jianbao.document import BlockKind, EditionBlock
from jianbao.findings import Quotation
from jianbao.knowledge.speaking import Person, Speaker
from jianbao.knowledge.speech_words import words
from jianbao.word_lists import words as surnames

_KINDS = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING}
_LABEL = re.compile(
    r"\s*(?:[\[（(【]?\d{1,3}(?:[:：]\d{2}){1,2}[\]）)】]?\s*)?(?:主持人\s+)?"
    r"(?P<who>[\u3400-\u9fffA-Za-z·．・‧《》]{1,16}?)\s?(?P<number>[0-9]{0,2})\s?[：:︰]\s*"
)
"""A speaker, and it may be his place in a recording in front of him."""
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
    labelled = [item for item in _labelled(blocks) if _is_voice(item.who, named)]
    if not _is_conversation(Counter(item.who for item in labelled)):
        return []
    answerer = _answerer(blocks[: labelled[0].index], people)
    turns: list[Turn] = []
    for item, following in zip(labelled, [*labelled[1:], None], strict=True):
        speaker, evidence = _speaker(item.who, named, answerer)
        asked = _asks(item.who)
        # An answer goes on in the paragraphs up to the next turn; behind the last one the writer speaks again.
        stop = following.index if following is not None and not asked else item.index + 1
        for block in blocks[item.index : stop]:
            start = item.start if block is blocks[item.index] else 0
            said = block.text[start:].rstrip()
            if block.kind in _KINDS - {BlockKind.HEADING} and len(said) >= _LEAST and not asked:
                name, name_id = (speaker.text, speaker.name_id) if speaker else (None, None)
                quotation = Quotation(name, name_id, said, evidence, block.id, start, start + len(said))
                turns.append(Turn(block.id, speaker, quotation))
            elif start or asked:
                turns.append(Turn(block.id, None, None))
    return turns


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
    return who.endswith(tuple(words("askers")))


def _is_voice(who: str, named: Mapping[str, Person]) -> bool:
    """Whether a label may be somebody, rather than 時間：, 地點："""
    if who.count("《") != who.count("》"):
        return False  # a title that has a subtitle
    if _asks(who) or who in _ANSWER or who in _LETTERS or who in named:
        return True
    return who not in words("nobody") and (who.endswith(tuple(words("roles"))) or who.startswith(surnames("surnames")))


def _speaker(who: str, named: Mapping[str, Person], answerer: Speaker | None) -> tuple[Speaker | None, str]:
    """Whom a label means, and how that is known: a name, a surname or a short form of one, 答, or a mere letter."""
    if who in _ANSWER:
        return answerer, "carried" if answerer else "none"
    matching = [person for name, person in named.items() if name == who or name.startswith(who) or name.endswith(who)]
    exact = [person for person in matching if person.name == who] or matching
    if len(exact) == 1:
        return Speaker(exact[0].name, exact[0].name_id), "before"
    return Speaker(who, kind="description"), "before"


def _answerer(intro: Sequence[EditionBlock], people: Mapping[str, Sequence[Person]]) -> Speaker | None:
    """Who is interviewed: the person that title and introduction name most, the first of them."""
    found = [person for block in intro for person in people.get(block.id, ()) if person.kind == "person"]
    counts = Counter(person.name for person in found)
    ranked = sorted(counts, key=lambda name: -counts[name])
    person = next((item for item in found if item.name == ranked[0]), None) if ranked else None
    return Speaker(person.name, person.name_id) if person else None
