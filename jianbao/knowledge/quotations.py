"""What somebody said, and who: quotations with their speaker and how the speaker was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jianbao.document import BlockKind, Edition, EditionBlock
from jianbao.findings import Mention, Quotation
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge.quotation_marks import Quoted, quoted
from jianbao.knowledge.sentences import split
from jianbao.knowledge.speech import Person, Speaker, subject, verbs

_LEAST = 14
"""Characters; what is shorter is a term or a title unless it is a sentence that somebody is said to say."""
_SHORT = 6
_KINDS = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.CAPTION}
_STOPS = "。！？!?"
_SENTENCE = re.compile(r"[，,。！？!?；;]")
_LEAD_IN = re.compile(r"[^。！？!?\n]{0,4}[：:，,]?\s*$")
_SAME_AGAIN = re.compile(r"(?:補充|並|也|還|又|續)")


@dataclass(slots=True)
class _Talk:
    """Who spoke last, as the text goes on."""

    speaker: Speaker | None = None
    block: int = -1
    open_quote: Speaker | None = None
    is_open: bool = False
    subjects: list[tuple[int, int, Speaker]] = field(default_factory=list)


def find(edition: Edition, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Quotation, ...]:
    """All quotations of an edition in text order, each with its speaker or None.

    ``evidence``: before, after (a subject and verb stand there), pronoun, carried (from the sentence before), none.
    """
    kinds = {name.id: (name.name, name.kind) for name in gazetteer.names}
    by_block: dict[str, list[Person]] = {}
    for mention in mentions:
        name, kind = kinds.get(mention.name_id, (mention.surface, "concept"))
        if kind in ("person", "org", "place"):
            by_block.setdefault(mention.block, []).append(Person(mention.start, mention.end, name, mention.name_id, kind))
    talk = _Talk()
    out: list[Quotation] = []
    for number, block in enumerate(edition.blocks):
        if block.kind in _KINDS:
            out.extend(_in_block(block, number, talk, by_block.get(block.id, [])))
    return tuple(out)


def _in_block(block: EditionBlock, number: int, talk: _Talk, people: Sequence[Person]) -> list[Quotation]:
    text = block.text
    spans = quoted(text)
    plain = _mask(text, spans)
    outside = [item for item in people if not any(span.outer_start <= item.start < span.outer_end for span in spans)]
    sentences = split(text)
    out: list[Quotation] = []
    position = 0
    for start, end in sentences:
        inside = [span for span in spans if start <= span.outer_start < end]
        near = [item for item in outside if start <= item.start < end]
        if not inside:
            _listen(plain, start, end, near, talk, number)
        for index, span in enumerate(inside):
            previous = inside[index - 1] if index else None
            following = inside[index + 1] if index + 1 < len(inside) else None
            found = _quotation(block, plain, (start, end), span, previous, following, near, talk, number)
            if found is not None:
                out.append(found)
        if inside:
            _listen(plain, start, end, near, talk, number)
        position = end
    return out


def _mask(text: str, spans: Sequence[Quoted]) -> str:
    """The text with what is quoted blanked, so that nobody is looked for in there."""
    parts, position = [], 0
    for span in spans:
        parts.append(text[position : span.start])
        parts.append("□" * (span.end - span.start))
        position = span.end
    return "".join([*parts, text[position:]])


def _listen(plain: str, start: int, end: int, people: Sequence[Person], talk: _Talk, number: int) -> None:
    """Remember who speaks in a sentence, and who else is its subject."""
    for verb_start, _ in verbs(plain, start, end):
        who = subject(plain, start, verb_start, people)
        if who is None:
            continue
        who = _resolved(who, talk, number)
        if who is not None:
            talk.speaker, talk.block = who, number
        return
    first = next((item for item in people if item.kind == "person" and plain[item.end : item.end + 1] != "的"), None)
    if first is not None:
        talk.subjects.append((number, start, Speaker(first.name, first.name_id)))


def _resolved(who: Speaker, talk: _Talk, number: int) -> Speaker | None:
    if not who.pronoun:
        return who
    if talk.speaker is not None and talk.block == number:
        return talk.speaker
    if talk.subjects and talk.subjects[-1][0] == number:
        return talk.subjects[-1][2]
    return talk.speaker


def _quotation(
    block: EditionBlock,
    plain: str,
    sentence: tuple[int, int],
    span: Quoted,
    previous: Quoted | None,
    following: Quoted | None,
    people: Sequence[Person],
    talk: _Talk,
    number: int,
) -> Quotation | None:
    words = block.text[span.start : span.end]
    if len(words) < _SHORT or (len(words) < _LEAST and not _SENTENCE.search(words[-1])):
        return None
    low = sentence[0]
    who, evidence = _before(plain, low, span, people)
    strong = who is not None and evidence == "strong"
    if not strong:
        high = following.outer_start if following else sentence[1]
        later = _after(plain, block.text, span, high, following is not None, people)
        if later is not None:
            who, evidence = later, "after"
    if who is not None:
        told = _resolved(who, talk, number)
        if who.pronoun:
            evidence = "pronoun"
        elif evidence != "after":
            evidence = "before"
        who = told
    if who is None:
        if len(words) < _LEAST or not _SENTENCE.search(words):
            return None
        who, evidence = (talk.speaker, "carried") if talk.speaker and number - talk.block <= 1 else (None, "none")
    else:
        talk.speaker, talk.block = who, number
    return Quotation(
        who.text if who else None,
        who.name_id if who else None,
        words,
        evidence if who else "none",
        block.id,
        span.start,
        span.end,
    )


def _before(plain: str, low: int, span: Quoted, people: Sequence[Person]) -> tuple[Speaker | None, str]:
    for verb_start, verb_end in reversed(verbs(plain, low, span.outer_start)):
        gap = plain[verb_end : span.outer_start]
        strong = len(gap.strip("：:，, 道過著了")) == 0
        who = subject(plain, low, verb_start, people)
        if who is not None:
            return who, "strong" if strong else "weak"
    return None, ""


def _after(
    plain: str, text: str, span: Quoted, high: int, more: bool, people: Sequence[Person]
) -> Speaker | None:
    start = span.outer_end
    while start < high and plain[start] in "，, ":
        start += 1
    stop = min(high, start + 60)
    for mark in "。！？!?；;\n":
        cut = plain.find(mark, start, stop)
        stop = cut if cut >= 0 else stop
    for verb_start, verb_end in verbs(plain, start, stop):
        who = subject(plain, start, verb_start, [item for item in people if start <= item.start])
        if who is None:
            continue
        following = plain[verb_end : verb_end + 1]
        closed = text[span.end - 1] in _STOPS
        if following in ("：", ":") or (more and closed and following in ("，", ",")):
            return None
        return who
    return None
