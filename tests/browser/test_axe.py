"""axe-core finds nothing to complain of: every type of page, both palettes, phone and desk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TYPES = [
    "home",
    "briefing",
    "topics",
    "topic",
    "names",
    "name",
    "timeline",
    "glossary",
    "sources",
    "source",
    "search",
    "about",
]


VIEWS = [(1280, "light"), (390, "dark"), (390, "light"), (1280, "dark")]
IN_ALL_VIEWS = {"home", "briefing", "name", "search"}
"""The others have the same parts: two views that differ in both ways are enough for them."""


@pytest.mark.parametrize("type", TYPES)
def test_no_violation(browser: Any, served: str, pages: Any, type: str) -> None:
    found = []
    for width, palette in VIEWS if type in IN_ALL_VIEWS else VIEWS[:2]:
        # The policy of the pages forbids foreign scripts, which is what axe is.
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=palette, bypass_csp=True)
        page = context.new_page()
        page.goto(served + pages.types[type] + ("?q=川普" if type == "search" else ""))
        page.locator(".search-result" if type == "search" else "h1").first.wait_for()
        page.add_script_tag(path=str(AXE))
        report = page.evaluate("axe.run({ resultTypes: ['violations'] })")
        found += [
            (width, palette, violation["id"], node["target"], node["failureSummary"])
            for violation in report["violations"]
            for node in violation["nodes"][:3]
        ]
        context.close()
    assert found == []
