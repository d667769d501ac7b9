"""The parts of a site: equal keys promise equal files, and an edit makes few parts anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import pytest

from benchmarks.corpus import text_of
from jianbao import script
from jianbao.knowledge import assemble
from jianbao.library import Library
from jianbao.permalinks import ArticleKey, assign
from jianbao.reading import read_seed
from jianbao.seed_result import SeedInput
from jianbao.settings import Settings
from jianbao.sidecar import Sidecar
from jianbao.site.page import Page
from jianbao.site.parts import Part, parts
from tests.one_text import known
from tests.shelving import opened

SETTINGS = Settings(site_title="剪報", site_url="https://example.org/")
FIRST = {f"{number}.txt": text_of(number) for number in range(12)}
EDITED = "3.txt"
_paragraph = FIRST[EDITED].split("\n\n")[3]
EDITS: Mapping[str, Mapping[str, str]] = {
    "a word": FIRST | {EDITED: FIRST[EDITED].replace("。", "。又及。", 1)},
    "other marks": FIRST | {EDITED: FIRST[EDITED].replace("，", "、")},
    "a name": FIRST | {EDITED: FIRST[EDITED] + "\n\n日本首相高市早苗2026年2月3日在東京表示：「我們不會改變立場。」\n"},
    "a paragraph less": FIRST | {EDITED: FIRST[EDITED].replace(_paragraph, "")},
    "a title": FIRST | {EDITED: "全然不同的題目\n" + FIRST[EDITED].partition("\n")[2]},
    "a date": FIRST | {EDITED: FIRST[EDITED].replace("年", "年前", 1)},
    "a seed more": FIRST | {"new.txt": text_of(99)},
    "a dump more": FIRST | {"0a.txt": text_of(5)},
    "a seed less": {name: text for name, text in FIRST.items() if name != EDITED},
    "only furniture": FIRST | {EDITED: FIRST[EDITED] + "\n\n責任編輯：王小明\n分享到：微信 微博\n"},
}


@lru_cache(maxsize=4096)
def _convert(text: str, locale: str) -> str:
    return script.convert(text, locale, known().gazetteer)


def _library(seeds: Mapping[str, str]) -> Library:
    read = {name: read_seed(SeedInput(name, text.encode(), Sidecar()), known()) for name, text in seeds.items()}
    listings = {
        ArticleKey(listing.seed, listing.ordinal, listing.title("zh-Hant-TW")): listing
        for result, _ in read.values()
        for listing in result.listings
    }
    slugs = {link.key: link.slug for link in assign((), listings)}
    named = [replace(listing, slug=slugs[key]) for key, listing in listings.items()]
    reports = [result.report for result, _ in read.values() if result.report]
    archive = opened({name: texts for name, (_, texts) in read.items()})
    return assemble(named, archive, reports, known().gazetteer, known().topics)


def _parts(seeds: Mapping[str, str]) -> dict[str, Part]:
    return {part.name: part for part in parts(_library(seeds), SETTINGS, _convert, {})}


@lru_cache(maxsize=2)
def _before(long: int = 1000) -> tuple[dict[str, Part], dict[str, list[Page]]]:
    """``long``: briefings from which on a list is cut into years; the module's limits say so, too."""
    made = _parts(FIRST)
    return made, {name: list(part.make()) for name, part in made.items()}


@pytest.mark.parametrize("long", [1000, 3])
@pytest.mark.parametrize("edit", EDITS)
def test_a_part_whose_key_stays_has_the_same_files(edit: str, long: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("lists", "topic_pages"):
        monkeypatch.setattr(f"jianbao.site.{module}.LARGE", long)
    before, pages = _before(long)
    after = _parts(EDITS[edit])
    same = [name for name, part in after.items() if name in before and before[name].key == part.key]
    assert same
    for name in same:
        assert list(after[name].make()) == pages[name], name


def test_an_edit_makes_few_parts_anew() -> None:
    before, _ = _before()
    after = _parts(EDITS["a word"])
    anew = {name.split()[0] for name, part in after.items() if name not in before or before[name].key != part.key}
    assert "name" not in anew
    assert sum(name.startswith("briefing ") and before[name].key != part.key for name, part in after.items()) == 1


def test_parts_have_names_and_files_of_their_own() -> None:
    made, pages = _before()
    paths = [page.path for found in pages.values() for page in found]
    assert len(paths) == len(set(paths))
    assert len(made) == len(parts(_library(FIRST), SETTINGS, _convert, {}))
