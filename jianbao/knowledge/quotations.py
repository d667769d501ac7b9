"""What somebody said, and who: quotations with their speaker and how the speaker was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.document import BlockKind, Edition, EditionBlock
from jianbao.findings import Mention, Quotation
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge import turns
from jianbao.knowledge.local_names import LocalNames
from jianbao.knowledge.quotation_block import BlockReader
from jianbao.knowledge.speaking import Person, Speaker
from jianbao.knowledge.talk import Talk

_MINE = re.compile("我(?!們|國)[^。！？；\n「」]{0,16}[：:，,]?[「『“]?$")
_KINDS = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.CAPTION}


def find(edition: Edition, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Quotation, ...]:
    """All quotations of an edition in text order, each with its speaker or None.

    ``evidence``: before, after (a subject and verb stand there), pronoun, carried (from the text before), none. In an
    interview each turn is a quotation: "before" with the speaker's name in front, "carried" with 答 alone.
    """
    people = _people(edition, mentions, gazetteer)
    told = {turn.block: turn for turn in turns.find(edition.blocks, people)}
    talk = Talk()
    out: list[Quotation] = []
    before: BlockReader | None = None
    led: Speaker | None = None
    for number, block in enumerate(edition.blocks):
        turn = told.get(block.id)
        if turn is not None:
            before, led = None, None
            inner = BlockReader(block, number, Talk(), people.get(block.id, []))
            nested = [_own(item, block, turn.speaker) for item in inner.read() if item.evidence != "carried"]
            whole = turn.quotation
            if whole is not None:
                nested = [item for item in nested if (item.start, item.end) != (whole.start, whole.end)]
                out.append(whole)
            out += nested
            if whole is not None and turn.speaker is not None:
                talk.hear(turn.speaker, number)
            continue
        if block.kind not in _KINDS:
            before, led = None, None
            continue
        reader = BlockReader(block, number, talk, people.get(block.id, []))
        led = before.leads_in() or (talk.speaker if before.goes_on else None) if before is not None else None
        set_off = reader.set_off(led if before is not None and not before.goes_on else None)
        out += [set_off] if set_off is not None else reader.read(led)
        before = reader
    return tuple(out)


def _own(item: Quotation, block: EditionBlock, speaker: Speaker | None) -> Quotation:
    """Words that who has the turn tells of himself: 答：我對客戶說：「…」"""
    if item.speaker is not None or speaker is None or not _MINE.search(block.text, max(item.start - 24, 0), item.start):
        return item
    return replace(item, speaker=speaker.text, speaker_id=speaker.name_id, evidence="pronoun")


def _people(edition: Edition, mentions: Sequence[Mention], gazetteer: Gazetteer) -> dict[str, list[Person]]:
    """Everybody and everything that may speak, by block: the gazetteer's names and those that only the article has."""
    names = {name_id: gazetteer.get(name_id) for name_id in {mention.name_id for mention in mentions}}
    out: dict[str, list[Person]] = {}
    for mention in mentions:
        entry = names[mention.name_id]
        if entry is not None and entry.kind in ("person", "org", "place", "work"):
            person = Person(mention.start, mention.end, entry.name, mention.name_id, entry.kind)
            out.setdefault(mention.block, []).append(person)
    local = LocalNames(edition.blocks)
    for block in edition.blocks:
        known = out.setdefault(block.id, [])
        local_names = local.find(block.text)
        taken = {at for item in known for at in range(item.start, item.end)} if local_names else set()
        for start, end, name in local_names:
            if start not in taken and end - 1 not in taken:
                known.append(Person(start, end, name, None))
        known.sort(key=lambda item: item.start)
    return out
