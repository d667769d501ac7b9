"""The project's own seeds: genuine text unrepaired, foreign text untouched, one script a page."""

from __future__ import annotations

import re
from functools import cache

import pytest

from jianbao import cleaning, gazetteer, script, structure
from jianbao.document import LOCALES, Edition
from jianbao.script import Canonical
from jianbao.script.characters import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from jianbao.script.protect import protected_ranges
from jianbao.sidecar import Sidecar
from jianbao.source import Seed, decode
from tests.running import ROOT
from tests.script_cases import HONG_KONG, MAINLAND, TAIWAN

SEEDS = sorted(path.name for path in (ROOT / "seeds").glob("*.txt"))
GENUINE = [name for name in SEEDS if not name.startswith("000")]
NAMES = gazetteer.load_gazetteer(ROOT / "knowledge" / "names.yml")


@cache
def built(name: str) -> tuple[Seed, tuple[tuple[Canonical, dict[str, Edition]], ...]]:
    seed, _ = decode((ROOT / "seeds" / name).read_bytes(), name)
    articles = structure.read(cleaning.clean(seed, Sidecar()), seed, Sidecar()).articles
    canonicals = [script.canonicalise(article, seed, NAMES, Sidecar()) for article in articles]
    return seed, tuple((item, script.make_editions(item, seed, NAMES)) for item in canonicals)


def texts(name: str, locale: str) -> str:
    return "\n".join(block.text for _, editions in built(name)[1] for block in editions[locale].blocks)


@pytest.mark.parametrize("name", GENUINE)
def test_genuine_text_is_not_repaired(name: str) -> None:
    changes = [change for canonical, _ in built(name)[1] for change in canonical.changes]
    assert [change for change in changes if change.stage == "repair"] == []
    folded = [change.before + change.after for change in changes if change.stage == "convert"]
    assert folded == (["産產", "爲為", "衆眾", "爲為"] if name.startswith("004") else [])


def test_machine_converted_articles_are_found() -> None:
    articles = built(SEEDS[0])[1]
    long = [canonical.verdict for canonical, _ in articles if canonical.verdict.han > 500]
    assert len(long) >= 5
    assert all(verdict.machine for verdict in long)
    repairs = [change for canonical, _ in articles for change in canonical.changes if change.stage == "repair"]
    assert len(repairs) >= 95
    assert {(change.before, change.after) for change in repairs} >= {("製", "制"), ("系", "係"), ("裏", "里")}
    text = texts(SEEDS[0], TAIWAN)
    for kept in ("派系", "系統", "一系列", "低谷", "遊牧", "夥伴"):
        assert kept in text, kept


@pytest.mark.parametrize("name", SEEDS)
def test_urls_and_cyrillic_are_the_same_in_all_editions(name: str) -> None:
    seed, _ = built(name)
    found = re.findall(r"https?://[!-~]*[A-Za-z0-9/]|[\u0400-\u052f]{2,}", texts(name, TAIWAN))
    assert all(item in seed.text.replace("\n", "").replace(" ", "") for item in found)
    for locale in LOCALES:
        text = texts(name, locale)
        assert all(item in text for item in found), locale


def test_japanese_titles_are_the_same_in_all_editions() -> None:
    name = next(name for name in SEEDS if name.startswith("004"))
    titles = set(re.findall(r"〈[^〈〉]*[\u3041-\u30fa][^〈〉]*〉", texts(name, TAIWAN)))
    assert len(titles) >= 7
    for locale in LOCALES:
        assert all(title in texts(name, locale) for title in titles), locale


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize(
    ("locale", "foreign"), [(MAINLAND, TRADITIONAL_ONLY), (TAIWAN, SIMPLIFIED_ONLY), (HONG_KONG, SIMPLIFIED_ONLY)]
)
def test_one_script_a_page(name: str, locale: str, foreign: frozenset[str]) -> None:
    text = texts(name, locale)
    for known in NAMES.names:
        for word in (known.name, *(alias.text for alias in known.aliases)):
            if not foreign.isdisjoint(word):
                text = text.replace(word, "")
    protected = {offset for start, end in protected_ranges(text) for offset in range(start, end)}
    strays = [text[p - 5 : p + 5] for p, char in enumerate(text) if char in foreign and p not in protected]
    assert strays == []


@pytest.mark.parametrize("name", SEEDS)
def test_every_edition_is_final(name: str) -> None:
    for _, editions in built(name)[1]:
        for locale in (TAIWAN, MAINLAND):
            for block in editions[locale].blocks:
                assert script.convert(block.text, locale, NAMES) == block.text
