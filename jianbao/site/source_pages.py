"""The seeds: what each is, what was removed and why, and its text beside the briefing's, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianbao.document import BlockKind, EditionBlock
from jianbao.library import Entry, SeedReport
from jianbao.site.addresses import seed_slug
from jianbao.site.briefing import code_title, code_why
from jianbao.site.page import Page
from jianbao.site.page_maker import Place, make_page
from jianbao.site.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of a briefing and the seed's lines that it was read from, as ``(number, text)``."""

    block: EditionBlock
    raw: tuple[tuple[int, str], ...]


def source_pages(shelf: Shelf) -> Iterator[Page]:
    """The index and a page for each seed."""
    by_seed: dict[str, list[Entry]] = {seed.name: [] for seed in shelf.library.seeds}
    for entry in shelf.library.entries:
        by_seed.setdefault(entry.findings.seed, []).append(entry)
    rows = [
        (
            seed,
            seed_slug(seed.name),
            by_seed[seed.name],
            Counter(code_title(shelf, r.code) for r in seed.removals).most_common(),
        )
        for seed in shelf.library.seeds
    ]
    yield make_page(shelf, Place("sources/index", shelf.words["sources"]), "sources.md.j2", seeds=rows)
    for seed, slug, entries, removed in rows:
        articles = [(entry, _pairs(shelf, seed, entry)) for entry in entries]
        yield make_page(
            shelf,
            Place(f"sources/{slug}", seed.name),
            "source.md.j2",
            seed_report=seed,
            removed=removed,
            articles=articles,
            removals=[(code_title(shelf, r.code), code_why(shelf, r.code), r) for r in seed.removals],
        )


def _pairs(shelf: Shelf, seed: SeedReport, entry: Entry) -> list[Pair]:
    """Every block; a raw line that the block before was read from, too, is not repeated."""
    pairs: list[Pair] = []
    before: Sequence[int] = ()
    for block in entry.editions[shelf.locale].blocks:
        numbers = [number for first, last in block.seed_lines for number in range(first, last + 1)]
        fresh = [number for number in numbers if number not in before and number <= len(seed.raw_lines)]
        raw = tuple((number, seed.raw_lines[number - 1].strip()) for number in fresh)
        pairs.append(Pair(block, tuple((number, text) for number, text in raw if text)))
        before = numbers if block.kind is not BlockKind.TABLE else before
    return pairs
