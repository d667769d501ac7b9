"""The seeds: what each is, what was removed and why, and its text beside the briefing's, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jianbao.document import BlockKind, Edition, EditionBlock
from jianbao.library import SeedReport
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


def source_index(shelf: Shelf) -> Page:
    """The index of all seeds."""
    rows = [
        (seed, seed_slug(seed.name), shelf.by_seed.get(seed.name, ()), _removed(shelf, seed))
        for seed in shelf.library.seeds
    ]
    return make_page(shelf, Place("sources/index", shelf.words["sources"]), "sources.md.j2", seeds=rows)


def source_page(shelf: Shelf, seed: SeedReport) -> Page:
    """The page of a seed."""
    archive = shelf.library.archive
    lines = archive.raw_lines(seed.name)
    editions = [shelf.library.edition(slug, shelf.locale) for slug in shelf.by_seed.get(seed.name, ())]
    return make_page(
        shelf,
        Place(f"sources/{seed_slug(seed.name)}", seed.name),
        "source.md.j2",
        seed_report=seed,
        articles=[(edition, _pairs(lines, edition)) for edition in editions],
        removals=[(code_title(shelf, r.code), code_why(shelf, r.code), r) for r in archive.removals(seed.name)],
    )


def _removed(shelf: Shelf, seed: SeedReport) -> list[tuple[str, int]]:
    """What left a seed, by the titles of the rules."""
    removed: Counter[str] = Counter()
    for code, count in seed.removals:
        removed[code_title(shelf, code)] += count
    return removed.most_common()


def _pairs(raw_lines: Sequence[str], edition: Edition) -> list[Pair]:
    """Every block but lines as they came; a raw line that the block before was read from, too, is not repeated."""
    pairs: list[Pair] = []
    before: Sequence[int] = ()
    for block in edition.blocks:
        if block.kind is BlockKind.LINES:
            continue
        numbers = [number for first, last in block.seed_lines for number in range(first, last + 1)]
        fresh = [number for number in numbers if number not in before and number <= len(raw_lines)]
        raw = tuple((number, raw_lines[number - 1].strip()) for number in fresh)
        pairs.append(Pair(block, tuple((number, text) for number, text in raw if text)))
        before = numbers if block.kind is not BlockKind.TABLE else before
    return pairs
