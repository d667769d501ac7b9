"""A line of a seed that only states the date stands among the facts, once, with its anchor."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jianbao.document import LOCALES, BlockKind
from jianbao.library import Library
from jianbao.site.briefing import briefing_page
from tests.reader.conftest import block, entry
from tests.reader.test_templates import shelf_of


@pytest.mark.parametrize(("line", "times"), [("2026年2月3日", 1), ("2026年2月3日　王大明", 2)])
def test_a_line_of_the_date_alone_is_not_repeated(library: Library, line: str, times: int) -> None:
    blocks = (block("b1", line, BlockKind.BYLINE), block("p1", "第一段。"))
    made = entry("a", "題目", "2026-02-03", blocks, {})
    editions = {
        locale: replace(found, meta=replace(found.meta, date_text="2026年2月3日"))
        for locale, found in made.editions.items()
    }
    shelved = replace(library, listings={**library.listings, "a": library.listings[next(iter(library.listings))]})
    text = briefing_page(shelf_of(shelved, LOCALES[0]), replace(made, editions=editions)).content.decode()
    head = text.partition("</div>")[0].partition('<div class="briefing-head">')[2]
    assert head.count("2026年2月3日") == times
    assert head.count('id="b1"') == 1
