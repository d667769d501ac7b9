"""Lists that are too long for a page: the newest stay, years get pages of their own."""

from __future__ import annotations

import re

import pytest

from jianbao.library import Library
from jianbao.settings import Settings
from jianbao.site.parts import parts


@pytest.fixture
def pages(library: Library, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    for module in ("lists", "topic_pages"):
        monkeypatch.setattr(f"jianbao.site.{module}.LARGE", 2)
    monkeypatch.setattr("jianbao.site.lists.NEWEST_SHOWN", 1)
    monkeypatch.setattr("jianbao.site.topic_pages.EXPLAINED", 1)
    made = parts(library, Settings(site_url="https://example.org/"), lambda text, locale: text, {})
    return {
        page.path: page.content.decode("utf-8", "replace")
        for part in made
        if part.name.split()[0] in {"briefings", "year", "topic", "sitemap"}
        for page in part.make()
    }


def _briefings(page: str) -> list[str]:
    return re.findall(r'class="row-title" href="[^"]*briefings/([^"]+)\.html"', page)


@pytest.mark.parametrize("folder", ["", "zh-hans/", "zh-hk/"])
def test_a_long_list_shows_the_newest_and_leads_to_its_years(pages: dict[str, str], folder: str) -> None:
    for page, year in (("briefings/index.md", "../years/{}"), ("topics/taiwan.md", "taiwan/{}")):
        text = pages[folder + page]
        assert _briefings(text) == ["first"]
        assert [f'href="{year.format(name)}.html"' in text for name in ("2026", "0")] == [True, True]
    for stem in ("years", "topics/taiwan"):
        assert _briefings(pages[f"{folder}{stem}/2026.md"]) == ["first"]
        assert _briefings(pages[f"{folder}{stem}/0.md"]) == ["second"]
    assert _briefings(pages[f"{folder}topics/trade.md"]) == ["second"], "a short one is not cut"
    assert f"{folder}topics/trade/0.md" not in pages


def test_pages_of_years_are_in_the_sitemap(pages: dict[str, str]) -> None:
    text = "".join(content for path, content in pages.items() if "sitemap" in path)
    assert "https://example.org/topics/taiwan/2026.html" in text
    assert "https://example.org/years/2026.html" in text
