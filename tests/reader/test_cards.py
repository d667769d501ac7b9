from __future__ import annotations

import json

from jianbao.library import Library
from jianbao.site.cards import CARD_FILES, card_pages
from jianbao.site.shards import bucket


def test_a_card_lies_where_the_browser_looks(library: Library) -> None:
    pages = {page.path: page.content.decode() for page in card_pages(library)}
    name = f"assets/cards/zh-hant-hk/{bucket('trump', CARD_FILES)}"
    cards = json.loads(pages[name + ".js"].removeprefix(f'jianbao("{name}",').removesuffix(")\n"))
    assert cards["trump"][:3] == ["特朗普", "人物", ["Donald Trump"]]
    assert cards["trump"][4:] == ["2 次，見於 2 篇", ["臺灣與高市早苗", "川普訪中"]]
    assert not any('"white-house"' in text for text in pages.values()), "no page, no card"


def test_slips_of_the_sources_are_not_shown(library: Library) -> None:
    assert not any("高市早笛".encode() in page.content for page in card_pages(library))


def test_bucket_is_fnv1a() -> None:
    assert bucket("a", 2**32) == ((0x811C9DC5 ^ 0x61) * 0x01000193) % 2**32
    assert 0 <= bucket("臺灣", 7) < 7
