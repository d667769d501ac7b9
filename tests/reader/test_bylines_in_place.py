"""Printed lines of source, date and author: above the text in the head, else where the seed has them."""

from __future__ import annotations

from jianbao.document import BlockKind, Edition, EditionBlock, Meta
from jianbao.site import verify
from jianbao.site.body import body
from jianbao.site.briefing import briefing_page
from jianbao.site.bylines import in_head, in_text
from jianbao.site.shelf import Shelf
from tests.knowledge_cases import entry, gazetteer
from tests.shelving import shelve
from tests.test_parts import SETTINGS

LINES = (
    (BlockKind.TITLE, "t0", "題目", 1),
    (BlockKind.BYLINE, "b1", "文：王大明", 2),
    (BlockKind.BYLINE, "b2", "回應者：<b>李小華</b>", 4),
    (BlockKind.BYLINE, "b3", "（責任編輯：*陳*）", 9),
    (BlockKind.PARAGRAPH, "p1", "第一段。", 3),
    (BlockKind.LIST_ITEM, "p2", "甲", 5),
    (BlockKind.LIST_ITEM, "p3", "乙", 6),
    (BlockKind.TABLE, "p4", "丙", 7),
    (BlockKind.TABLE, "p5", "丁", 8),
)


def made(*rows: tuple[BlockKind, str, str, int]) -> Edition:
    blocks = (EditionBlock(id, kind, text, ((at, at),), table=kind is BlockKind.TABLE) for kind, id, text, at in rows)
    return Edition("zh-Hant-TW", "a.txt", "0" * 64, 1, Meta(), tuple(blocks), slug="a-1")


def test_what_stands_above_the_text_is_the_heads() -> None:
    edition = made(*LINES)
    assert [line.id for line in in_head(edition)] == ["b1"]
    assert {after: [line.id for line in lines] for after, lines in in_text(edition).items()} == {
        "p1": ["b2"],
        "p5": ["b3"],
    }


def test_a_text_of_bylines_alone_has_them_in_its_head() -> None:
    assert [line.id for line in in_head(made(*LINES[:4]))] == ["b1", "b2", "b3"]


def test_a_line_follows_what_stands_before_it_though_columns_were_put_in_order() -> None:
    columns = made(
        LINES[1],
        (BlockKind.PARAGRAPH, "p1", "右欄。", 20),
        (BlockKind.PARAGRAPH, "p2", "左欄。", 10),
        (BlockKind.BYLINE, "b9", "記者甲", 25),
    )
    assert list(in_text(columns)) == ["p1"]


def test_a_page_shows_each_line_once_in_its_place_and_keeps_its_words() -> None:
    article = entry(made(*LINES), gazetteer())
    shelf = Shelf(shelve([article], gazetteer()), SETTINGS, "zh-Hant-TW", lambda text, locale: text)
    page = briefing_page(shelf, article)
    text = page.content.decode()
    places = [text.index(part) for part in ('id="b1"', 'id="p1"', 'id="b2"', 'id="p2"', 'id="p5"', 'id="b3"')]
    assert places == sorted(places)
    assert all(text.count(f'id="b{number}"') == 1 for number in (1, 2, 3))
    assert "<b>李小華" not in text
    assert verify.fault_of(page, article.editions["zh-Hant-TW"]) == ""


def test_a_line_within_a_list_ends_it_and_one_within_a_table_waits_for_its_end() -> None:
    rows = (*LINES[4:], (BlockKind.BYLINE, "b5", "攝影：丙", 5), (BlockKind.BYLINE, "b7", "製表：丁", 7))
    edition = made(*((kind, id, text, 2 * at + (id[0] == "b")) for kind, id, text, at in rows))
    article = entry(edition, gazetteer())
    shelf = Shelf(shelve([article], gazetteer()), SETTINGS, "zh-Hant-TW", lambda text, locale: text)
    text = body(shelf, edition, (), "../")
    order = [text.index(part) for part in ('id="p2"', 'id="b5"', 'id="p3"', 'id="p4"', 'id="p5"', 'id="b7"')]
    assert order == sorted(order)
