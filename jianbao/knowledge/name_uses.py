"""Where each name is used, in how many briefings, beside whom; and whether that makes a page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations

from jianbao.gazetteer import Gazetteer, Name
from jianbao.library import Listing, NameUse

PAGE_BRIEFINGS = 2
PAGE_MENTIONS = 3
MOST_BESIDE = 12


def name_uses(
    listings: Iterable[Listing], counts: Iterable[Mapping[str, int]], gazetteer: Gazetteer
) -> Mapping[str, NameUse]:
    """Every name that occurs, by id, with its briefings in library order. ``counts``: how often each is in a listing.

    A name has a page with two briefings or three mentions (notes count), unless its entry says otherwise.
    """
    briefings: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    paragraphs: list[tuple[str, ...]] = []
    for listing, named in zip(listings, counts, strict=True):
        for name_id, count in named.items():
            briefings[name_id].append((listing.slug, count))
        paragraphs += listing.paragraphs
    beside: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    pairs = Counter(chain.from_iterable(combinations(sorted(set(ids)), 2) for ids in paragraphs))
    for (one, other), count in pairs.items():
        beside[one].append((other, count))
        beside[other].append((one, count))
    uses = {}
    for name_id in sorted(briefings):
        name = gazetteer.get(name_id)
        if name is None:
            raise KeyError(f"mention of {name_id}, which the gazetteer does not have")
        neighbours = sorted(beside[name_id], key=lambda item: (-item[1], item[0]))[:MOST_BESIDE]
        found = tuple(briefings[name_id])
        uses[name_id] = NameUse(name, name_id, found, has_page(name, found), tuple(neighbours))
    return uses


def has_page(name: Name, briefings: Sequence[tuple[str, int]]) -> bool:
    """Whether a name of these briefings (slug, mentions) gets a page of its own, not only a row in the glossary."""
    if name.page != "auto":
        return name.page == "yes"
    return len(briefings) >= PAGE_BRIEFINGS or sum(count for _, count in briefings) >= PAGE_MENTIONS
