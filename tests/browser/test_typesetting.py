"""How the lines really fall: measured letter by letter in Chromium."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

WIDTHS = (320, 390, 600, 820, 1024, 1280, 1920)
NO_LINE_STARTS_WITH = "。，、」』）！？；：》〉"
LINES = """() => {
    const out = []
    for (const paragraph of document.querySelectorAll(".text p")) {
        const lines = []
        let line = "", last = null
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
        for (let node; (node = walker.nextNode());) {
            if (node.parentElement.closest("sup")) continue
            for (let i = 0; i < node.length; i++) {
                const range = document.createRange()
                range.setStart(node, i); range.setEnd(node, i + 1)
                const rect = range.getClientRects()[0]
                if (!rect || !rect.width) continue
                const broken = last && rect.left < last.left && rect.top > last.top + last.height / 2
                if (broken) { lines.push(line); line = "" }
                line += node.data[i]
                last = rect
            }
        }
        if (line) lines.push(line)
        const style = getComputedStyle(paragraph)
        const size = parseFloat(style.fontSize)
        out.push({
            lines,
            indent: parseFloat(style.textIndent) / size,
            gap: parseFloat(style.marginBottom) / size,
            kind: paragraph.closest("li, blockquote, aside, .briefing-head") ||
                paragraph.querySelector(".caption") ? "other" : "body",
        })
    }
    return out
}"""


def measure(page: Any) -> list[dict[str, Any]]:
    paragraphs: list[dict[str, Any]] = page.evaluate(LINES)
    assert len(paragraphs) > 5
    return paragraphs


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_are_as_long_as_they_should_be(page: Any, served: str, pages: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served + pages.longest)
    full = [
        line
        for paragraph in measure(page)
        if paragraph["kind"] == "body"
        for line, following in pairwise(paragraph["lines"][1:])
        if not re.search(r"[ -~\u2010-\u2027]", line) and "\u4e00" <= following[0] <= "\u9fff"
    ]
    assert full, "no line of Han alone to measure"
    assert max(map(len, full)) <= 40 and min(map(len, full)) >= 10


@pytest.mark.parametrize("folder", ["", "zh-hans/", "zh-hk/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_mark_stands_where_it_must_not(page: Any, served: str, pages: Any, folder: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in dict.fromkeys((pages.longest, *pages.briefings[-4:])):
        page.goto(served + folder + path)
        for paragraph in measure(page):
            lines = paragraph["lines"]
            for before, line in pairwise(lines):
                assert line[0] not in NO_LINE_STARTS_WITH, f"{path}: {line[:12]}"
                assert not (before[-1] in "…—" and line[0] == before[-1]), f"{path}: {before[-6:]}|{line[:6]}"


def test_indent_or_gap_but_never_both(page: Any, served: str, pages: Any) -> None:
    seen = set()
    for path in pages.briefings:
        page.goto(served + path)
        body = [item for item in page.evaluate(LINES) if item["kind"] == "body"]
        styles = {(round(item["indent"], 1), item["gap"] > 0.3) for item in body}
        assert styles <= {(2.0, False), (0.0, True)}, f"{path}: {styles}"
        seen |= styles
    assert (2.0, False) in seen, "long essays are indented by two characters"


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("edition", [("", "TC"), ("zh-hans/", "SC"), ("zh-hk/", "HK")])
def test_faces_are_the_regions_own(page: Any, served: str, pages: Any, edition: tuple[str, str], media: str) -> None:
    folder, region = edition
    page.emulate_media(media=media)
    page.goto(served + folder + pages.longest)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    fonts: set[str] = set()
    for selector in ("h1", ".text p:has(> #p2)", "header", ".text h2"):
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        if node:
            found = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            fonts |= {font["familyName"] for font in found}
    han = {font for font in fonts if "CJK" in font}
    if not han:
        pytest.skip(f"no Noto CJK on this machine: {fonts}")
    right = {font for font in han if font.endswith(region)}
    other = {"Noto Serif CJK TC"} if region == "HK" else set()  # a face may be missing for Hong Kong: then Taiwan's
    assert right and han <= right | other, fonts
