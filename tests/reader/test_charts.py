from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from jianbao.library import Library
from jianbao.site import charts
from tests.shelving import shelve

TW = "zh-Hant-TW"


def same(text: str, locale: str) -> str:
    return text


def drawn(library: Library) -> dict[str, str]:
    return {
        "months": charts.months(library, TW, same),
        "strip": charts.strip(library.listings.values(), TW),
        "together": charts.together(library, charts.pairs_in(library, library.listings.values()), TW, same),
    }


@pytest.mark.parametrize("name", ["months", "strip", "together"])
def test_a_picture_is_one_safe_line_with_its_table(library: Library, name: str) -> None:
    html = drawn(library)[name]
    assert html.startswith('<div class="briefing-chart">') and "\n" not in html
    tree = ElementTree.fromstring(html)
    assert tree.find(".//table/tbody/tr") is not None
    svg = next(node for node in tree if node.tag.endswith("svg"))
    assert svg.get("role") == "img" and svg.get("aria-label")
    assert not re.search(r"style=|<script|<style|#[0-9a-f]{3,6}\b", html), "colours are the stylesheet's"
    assert "@" not in re.sub(r"<table.*", "", html), "every label is in place"


def test_the_table_tells_what_the_picture_shows(library: Library) -> None:
    html = drawn(library)["months"]
    assert re.search(r'<th scope="row">臺灣</th><td>1</td><td>1</td>', html)
    assert "貿易&lt;b&gt;" in html and "<b>" not in html
    rows = re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td><td>(\d+)</td>', drawn(library)["together"])
    assert rows == [("川普", "白宮", "2"), ("高市早苗", "川普", "1"), ("高市早苗", "白宮", "1")]


def test_labels_are_the_editions_own(library: Library) -> None:
    html = charts.months(library, "zh-Hans-CN", lambda text, locale: text.replace("臺灣", "台湾"))
    assert "台湾" in html and "各主题每月篇数" in html and "臺灣" not in html


def test_early_years_are_put_together(library: Library) -> None:
    svg, table = drawn(library)["strip"].split("<table")
    assert "更早" in svg and ">1895<" in table


def test_nothing_to_show_is_no_picture(library: Library) -> None:
    empty = shelve((), library.gazetteer, library.topics)
    assert drawn(empty) == {"months": "", "strip": "", "together": ""}


def test_same_library_same_bytes(library: Library) -> None:
    once = drawn(library)
    charts._render.cache_clear()
    assert drawn(library) == once
