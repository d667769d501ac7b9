"""Our own blocks of HTML are put away before Python-Markdown reads them, and nothing else is."""

from __future__ import annotations

import markdown
import pytest
from markdown.htmlparser import HTMLExtractor

from jianbao.site.html_blocks import HtmlBlocks

HEAD = '<div class="briefing-head">\n<p id="x">甲 &amp; *乙*</p>\n<div>\n</div>\n</div>'
DATA = '<script type="application/ld+json">{"a": "*b*"}</script>'
AFTER = f'<div class="briefing-page topics-index">\n<h2 id="y">丙</h2>\n{DATA}\n</div>'
PAGES = [
    f"# 題\n\n{HEAD}\n\n正文[^n1]。\n\n{AFTER}\n\n[^n1]: 註 *文*。\n",
    f"{HEAD}\n",
    f"# 題\n\n{AFTER}",
    f"{HEAD}\n\n{AFTER}\n\n\n\n",
    f"段落\n{HEAD}\n\n段落",
    '# 題\n\n<div class="briefing-head">\n\n空行\n\n</div>\n\n文',
    '<div class="briefing-head">一行</div>\n\n文',
    f"文\n\n{HEAD}\n接著\n\n文",
    '&lt;div class="briefing-head"&gt;\n甲\n</div>\n\n文',
    f"    {HEAD}\n\n文",
    f"> {HEAD}\n\n文",
    '<div class="other">\n<p>甲</p>\n</div>\n\n文',
]


@pytest.mark.parametrize("page", PAGES)
def test_what_comes_out_is_the_same(page: str) -> None:
    plain, ours = (
        markdown.markdown(page, extensions=["footnotes", "tables", "toc", *more]) for more in ((), (HtmlBlocks(),))
    )
    assert ours == plain


def test_our_blocks_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    feed = HTMLExtractor.feed

    def spy(self: HTMLExtractor, data: str) -> None:
        read.append(data)
        feed(self, data)

    monkeypatch.setattr(HTMLExtractor, "feed", spy)
    markdown.markdown(PAGES[0], extensions=["footnotes", HtmlBlocks()])
    assert read
    assert not any("briefing-" in text for text in read)
    markdown.markdown(PAGES[-1], extensions=[HtmlBlocks()])
    assert "other" in read[-1]
