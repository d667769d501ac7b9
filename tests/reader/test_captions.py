"""Captions: every edition labels them in its own script, unless their words do; the label is not the article's text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jianbao.document import LOCALES, BlockKind
from jianbao.library import Library
from jianbao.site.briefing import briefing_page
from jianbao.site.pdf import briefing_data
from jianbao.site.verify import fault_of
from tests.reader.conftest import block, entry
from tests.reader.test_templates import shelf_of

CAPTIONS = {"外交部長在機場。": True, "圖為外交部大樓。": False, "圖一 貿易額": False, "（照片：本人提供）": False}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_caption_is_labelled_once(library: Library, locale: str) -> None:
    blocks = tuple(block(f"p{n}", text, BlockKind.CAPTION) for n, text in enumerate(CAPTIONS, 1))
    made = entry("a", "題目", None, (*blocks, block("p9", "圖：不是圖說。")), {})
    shelved = replace(library, listings={**library.listings, "a": library.listings[next(iter(library.listings))]})
    page = briefing_page(shelf_of(shelved, locale), made)
    label = "图：" if locale == "zh-Hans-CN" else "圖："
    text = page.content.decode()
    assert text.count("caption-label") == sum(CAPTIONS.values())
    assert f'<span class="caption-label">{label}</span>' in text
    assert not fault_of(page, made.editions[locale])
    rows = briefing_data(library, made, locale)["briefings"][0]["blocks"]
    assert [row["labelled"] for row in rows] == [*CAPTIONS.values(), False]
