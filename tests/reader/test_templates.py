"""The pages of a small library: faithful, linked, harmless, the same in all editions."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from html import unescape
from itertools import chain

import pytest
import yaml
from markdown import Markdown

from jianbao.document import EDITION_FOLDERS, LOCALES
from jianbao.excerpts import excerpt
from jianbao.gazetteer import Gazetteer
from jianbao.library import Library, SeedReport
from jianbao.settings import Settings
from jianbao.site.briefing import briefing_page
from jianbao.site.citation import chicago, gb_t_7714
from jianbao.site.day_words import day_words, is_machine_readable
from jianbao.site.finds import Dated, Year, years
from jianbao.site.headline import breaks
from jianbao.site.lists import about, all_briefings, glossary, home_pages, search_page
from jianbao.site.names import name_indexes, name_page
from jianbao.site.page import Page
from jianbao.site.shelf import Shelf
from jianbao.site.sitemap import sitemap_pages
from jianbao.site.sorting import groups
from jianbao.site.source_pages import source_index, source_page
from jianbao.site.timeline_pages import timeline
from jianbao.site.topic_pages import topic_index, topic_pages
from jianbao.site.verify import fault_of
from tests.shelving import shelve

Pages = dict[str, str]


def shelf_of(library: Library, locale: str = LOCALES[0], settings: Settings | None = None) -> Shelf:
    return Shelf(library, settings or Settings(), locale, lambda text, locale: text)


def lists(shelf: Shelf) -> list[Page]:
    makers = (all_briefings, timeline, glossary, search_page, about, topic_index, source_index)
    return [*home_pages([shelf]), *(make(shelf) for make in makers)]


@pytest.fixture(scope="module")
def shelved(library: Library) -> Library:
    seeds = tuple(SeedReport(entry.findings.seed, "0" * 64, "utf-8", 9) for entry in library.entries)
    return replace(library, seeds=seeds)


@pytest.fixture(scope="module")
def pages(shelved: Library) -> Pages:
    made: Pages = {}
    for locale in LOCALES:
        shelf = shelf_of(shelved, locale)
        found = [briefing_page(shelf, entry) for entry in shelved.entries]
        found += [*lists(shelf), *name_indexes(shelf)]
        found += [name_page(shelf, use) for use in shelved.names.values() if use.has_page]
        found += chain.from_iterable(topic_pages([shelf], topic) for topic in shelved.topics)
        found += [source_page(shelf, seed) for seed in shelved.seeds]
        made.update({page.path: page.content.decode() for page in found})
    return made


def rendered(text: str) -> str:
    return Markdown(extensions=["footnotes", "tables", "toc", "fenced_code"]).convert(text.split("---\n", 2)[2])


def front(text: str) -> dict[str, object]:
    return dict(yaml.safe_load(text.split("---\n", 2)[1]))


@pytest.mark.parametrize("locale", LOCALES)
def test_briefings_say_what_their_edition_says(library: Library, locale: str) -> None:
    for entry in library.entries:
        page = briefing_page(shelf_of(library, locale), entry)
        assert not fault_of(page, entry.editions[locale])


def test_every_edition_has_the_same_pages(pages: Pages) -> None:
    names: dict[str, set[object]] = {locale: set() for locale in LOCALES}
    for path, text in pages.items():
        locale = str(front(text)["locale"])
        assert path.startswith(EDITION_FOLDERS[locale])
        assert front(text)["twin"] == path.removeprefix(EDITION_FOLDERS[locale]).removesuffix(".md") + ".html"
        names[locale].add(front(text)["twin"])
    assert names[LOCALES[0]] == names[LOCALES[1]] == names[LOCALES[2]]


def test_every_link_leads_to_a_page_and_a_place(pages: Pages) -> None:
    html = {path: rendered(text) for path, text in pages.items()}
    anchors = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in html.items()}
    checked = 0
    for path, text in html.items():
        for link in re.findall(r'href="([^"]+)"', text):
            target, _, anchor = unescape(link).partition("#")
            target = target.partition("?")[0]
            if target.startswith("http") or target.endswith((".xml", ".ics")):
                continue  # the gate over the built site knows these files
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            to = to.removesuffix(".html").removesuffix(".md") + ".md"
            assert to in pages, (path, link)
            assert not anchor or anchor in anchors[to], (path, link)
            checked += 1
    assert checked > 200


def test_nothing_that_a_text_says_is_live(pages: Pages) -> None:
    for path, text in pages.items():
        html = rendered(text)
        assert "<b>" not in html, path
        assert set(re.findall(r"<script[^>]*>", html)) <= {'<script type="application/ld+json">'}, path
        assert not re.search(r"<[^>]+\s(?:on\w+|style)=", html), path
        assert "{{" not in html and "undefined" not in html.lower(), path


def test_furniture_has_no_blank_line(pages: Pages) -> None:
    for path, text in pages.items():
        for found in re.finditer(r'^<div class="briefing-.*?^</div>$', text, re.S | re.M):
            assert "\n\n" not in found[0], path


def test_front_matter_of_a_briefing(pages: Pages) -> None:
    meta = front(pages["briefings/first.md"])
    assert {key: meta[key] for key in ("title", "title_supplied", "seed", "date", "authors", "kind", "locale")} == {
        "title": "臺灣與高市早苗",
        "title_supplied": False,
        "seed": "first.txt",
        "date": "2026-02-03",
        "authors": ["王大明"],
        "kind": "news",
        "locale": "zh-Hant-TW",
    }
    assert front(pages["briefings/second.md"])["title_supplied"] is True


def test_text_of_a_briefing(pages: Pages) -> None:
    text = pages["briefings/first.md"]
    assert '| <a id="p4"></a>國 | 年 |\n| --- | --- |\n| <a id="p5"></a>臺 | 2025 |' in text
    assert '## <a id="p3"></a>一、貿易' in text
    assert "白宮說[^n1]，高市早苗" in text
    assert '[^n1]: <a id="n1"></a>註腳一<span lang="en">The New York Times, p. 3</span>.' in text
    assert '<div class="footnotes"><ol><li id="n3">無處可去的註腳。</li></ol></div>' in text


def test_editions_show_their_own_text(pages: Pages) -> None:
    assert "臺灣與臺北" in pages["briefings/first.md"]
    assert "台湾与台北" in pages["zh-hans/briefings/first.md"]


def test_an_empty_library_has_its_pages() -> None:
    shelf = shelf_of(shelve((), Gazetteer(())))
    made = [*lists(shelf), *name_indexes(shelf)]
    assert {"index.md", "people/index.md", "topics/index.md", "sources/index.md", "timeline.md"} <= {
        p.path for p in made
    }


def test_indexes_go_by_strokes_or_by_pinyin() -> None:
    names = ["高市早苗", "丁一", "川普", "Trump", "王毅", "人"]
    traditional = groups(names, str, "zh-Hant-TW")
    assert [head for head, _ in traditional] == ["2 畫", "3 畫", "4 畫", "10 畫", "T"]
    assert traditional[0][1] == ["丁一", "人"]
    assert [head for head, _ in groups(names, str, "zh-Hans-CN")] == ["C", "D", "G", "R", "T", "W"]


def test_order_does_not_depend_on_the_order_given() -> None:
    names = ["高市早苗", "丁一", "川普", "川島", "王毅", "人"]
    assert groups(names, str, "zh-Hant-TW") == groups(names[::-1], str, "zh-Hant-TW")


@pytest.mark.parametrize(
    ("text", "find", "wanted"),
    [
        ("甲。乙丙。丁。", "丙", ("乙", "丙", "。")),
        ("他說：「好。很好。」她說：「不。」", "很", ("他說：「好。", "很", "好。」")),
        ("甲！乙？", "乙", ("", "乙", "？")),
        ("無句號", "句", ("無", "句", "號")),
    ],
)
def test_a_find_is_shown_in_its_sentence(text: str, find: str, wanted: tuple[str, str, str]) -> None:
    at = text.index(find)
    assert excerpt(text, at, at + len(find)) == wanted


def test_a_long_sentence_is_cut_around_the_find() -> None:
    before, find, after = excerpt("長" * 200 + "找" + "長" * 200 + "。", 200, 201)
    assert find == "找" and before.startswith("……") and after.endswith("……") and len(before + after) < 140


@pytest.mark.parametrize(
    ("iso", "shown", "machine"),
    [
        ("2026-02-03", "2026-02-03", True),
        ("2026-W06", "2026 年第 6 週", True),
        ("197X", "1970 年代", False),
        ("1894/1895", "1894–1895", False),
        ("2026-W06/2026-W07", "2026 年第 6 週–2026 年第 7 週", False),
    ],
)
def test_dates_are_shown_in_words(library: Library, iso: str, shown: str, machine: bool) -> None:
    assert day_words(iso, shelf_of(library).word) == shown
    assert is_machine_readable(iso) is machine


def test_a_cut_excerpt_begins_and_ends_with_a_clause_or_a_whole_word() -> None:
    text = "起" * 30 + "，" + "中" * 50 + "找到" + "後" * 50 + "，" + "末" * 90
    at = text.index("找到")
    assert excerpt(text, at, at + 2) == ("……" + "中" * 50, "找到", "後" * 50 + "……")
    text = "Johns Hopkins University " * 6 + "找到" + " Nanjing Center" * 8
    at = text.index("找到")
    before, _, after = excerpt(text, at, at + 2)
    assert before.removeprefix("……").split()[0] in ("Johns", "Hopkins", "University")
    assert after.removesuffix("……").split()[-1] in ("Nanjing", "Center")


def test_years_tell_how_many_dates_and_where_years_are_left_out() -> None:
    days = ["1895", "1979-05", "197X", "1980/1984", "2026-02-03", "2026-W06", "2026", "2026", "2026"]
    rows = [Dated("p1", "¶1", day, False, "", "", "", "a") for day in sorted(days)]
    assert years(rows) == [
        Year("1895", 1, 1, True),
        Year("1979", 1, 1, False),
        Year("197X", 1, 1, False),
        Year("1980", 1, 1, True),
        Year("2026", 5, 5, False),
    ]
    assert years([]) == []


def test_a_briefing_has_its_years(pages: Pages) -> None:
    text = pages["briefings/first.md"]
    linked = re.findall(r'<li class="w\d(?: gap)?"><a href="#(y\w+)">', text)
    assert len(linked) > 1 and all(f'<dt id="{anchor}">' in text for anchor in linked)


def test_headlines_break_between_phrases_and_never_in_names() -> None:
    text = "高市早苗壓倒性勝選！中日關係短期承壓"
    found = breaks(text, [(0, 4)], "zh-Hant-TW")
    assert found and all(not 0 < at < 4 for at in found)
    assert all(text[at] not in "！，。" for at in found)
    text = "【東北亞水道週報】第88期：宗谷海峽結冰前"
    assert not {text.index("88"), text.index("8期")} & set(breaks(text, [], "zh-Hant-TW"))


def test_citations_have_what_the_text_states(library: Library) -> None:
    shelf = shelf_of(library)
    first, second = (library.entry(slug).editions[shelf.locale] for slug in ("first", "second"))
    assert gb_t_7714(shelf, first) == "王大明. 臺灣與高市早苗[N/OL]. (2026-02-03). briefings/first.html."
    assert chicago(shelf, second) == "王大明，〈川普訪中〉，剪報→簡報，briefings/second.html。"


def test_the_sitemap_needs_an_address_and_lists_editions(shelved: Library) -> None:
    assert not list(sitemap_pages(shelved, Settings()))
    (page,) = sitemap_pages(shelved, Settings(site_url="https://example.org/"))
    text = page.content.decode()
    assert "<loc>https://example.org/briefings/first.html</loc>" in text
    assert 'hreflang="zh-Hans-CN" href="https://example.org/zh-hans/briefings/first.html"' in text
