"""Where each name is used, in how many briefings, beside whom; and whether that makes a page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from jianbao.findings import Mention
from jianbao.gazetteer import Gazetteer, Name
from jianbao.library import Entry, NameUse

PAGE_BRIEFINGS = 2
PAGE_MENTIONS = 3
MOST_BESIDE = 12


def name_uses(entries: Sequence[Entry], gazetteer: Gazetteer) -> Mapping[str, NameUse]:
    """Every name that occurs, by id, with its mentions in library order.

    A name has a page with two briefings or three mentions (notes count), unless its entry says otherwise.
    """
    mentions: defaultdict[str, list[tuple[str, Mention]]] = defaultdict(list)
    beside: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        together: defaultdict[str, set[str]] = defaultdict(set)
        for mention in entry.findings.mentions:
            mentions[mention.name_id].append((entry.slug, mention))
            together[mention.block].add(mention.name_id)
        for ids in together.values():
            for name_id in ids:
                beside[name_id].update(ids - {name_id})
    uses = {}
    for name_id in sorted(mentions):
        name = gazetteer.get(name_id)
        if name is None:
            raise KeyError(f"mention of {name_id}, which the gazetteer does not have")
        neighbours = sorted(beside[name_id].items(), key=lambda item: (-item[1], item[0]))[:MOST_BESIDE]
        found = tuple(mentions[name_id])
        uses[name_id] = NameUse(name, name_id, found, has_page(name, found), tuple(neighbours))
    return uses


def has_page(name: Name, mentions: Sequence[tuple[str, Mention]]) -> bool:
    """Whether a name with these mentions gets a page of its own, not only a row in the glossary."""
    if name.page != "auto":
        return name.page == "yes"
    return len(mentions) >= PAGE_MENTIONS or len({slug for slug, _ in mentions}) >= PAGE_BRIEFINGS
