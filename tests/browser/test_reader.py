"""Popovers and the reader's choices, by keyboard, from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

NAME = ".text a[href*='/people/'], .text a[href*='/orgs/'], .text a[href*='/places/']"


@pytest.fixture
def briefing(page: Any, site: Path, pages: Any) -> Any:
    """The longest briefing, opened from the folder, scripts at work."""
    page.goto((site / pages.longest).as_uri())
    page.locator(".reader-preferences").wait_for()
    return page


def focus(page: Any, selector: str) -> None:
    """Focus as a Tab key gives it, so that ``:focus-visible`` holds."""
    page.keyboard.press("Tab")
    page.locator(selector).first.focus()


def test_a_name_shows_its_card_and_escape_hides_it(briefing: Any) -> None:
    focus(briefing, NAME)
    box = briefing.locator("#reader-popover")
    box.wait_for(state="visible")
    link = briefing.evaluate(
        "[document.activeElement.textContent, document.activeElement.getAttribute('aria-describedby')]"
    )
    assert link[1] == "reader-popover"
    assert "次" in box.inner_text() and len(box.inner_text()) > 6
    briefing.keyboard.press("Escape")
    assert box.is_hidden()
    assert briefing.evaluate("document.activeElement.getAttribute('aria-describedby')") is None


def test_a_note_shows_its_text(briefing: Any) -> None:
    focus(briefing, "a.footnote-ref")
    box = briefing.locator("#reader-popover")
    box.wait_for(state="visible")
    note = briefing.evaluate(
        "document.getElementById(decodeURIComponent(document.activeElement.hash.slice(1))).textContent"
    )
    assert box.inner_text().strip() and box.inner_text().strip()[:20] in note
    assert "↩" not in box.inner_text()


def test_the_popover_stays_in_the_window(briefing: Any) -> None:
    briefing.set_viewport_size({"width": 390, "height": 700})
    links = briefing.locator(NAME)
    for number in range(min(links.count(), 12)):
        briefing.keyboard.press("Tab")
        links.nth(number).focus()
        box = briefing.locator("#reader-popover")
        box.wait_for(state="visible")
        at = box.bounding_box()
        assert at["x"] >= 0 and at["x"] + at["width"] <= 390


def test_choices_are_kept(briefing: Any, site: Path, pages: Any) -> None:
    briefing.locator(".reader-preferences summary").focus()
    briefing.keyboard.press("Enter")
    body = "() => getComputedStyle(document.querySelector('p:has(> a.pn)')).fontSize"
    before = briefing.evaluate(body)
    briefing.locator("input[name=reader-size][value=xl]").focus()
    briefing.keyboard.press("Space")
    briefing.locator("input[name=reader-face][value=hei]").check()
    briefing.locator("input[name=reader-palette][value=dark]").check()
    after = briefing.evaluate(body)
    assert float(after[:-2]) > float(before[:-2])
    briefing.goto((site / pages.shortest).as_uri())
    briefing.locator(".reader-preferences").wait_for()
    assert briefing.evaluate("({...document.documentElement.dataset})") == {
        "size": "xl",
        "face": "hei",
        "palette": "dark",
    }
    paper = briefing.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert sum(paper[:3]) < 3 * 80, f"night is dark, not {paper}"
    face = briefing.evaluate("getComputedStyle(document.querySelector('p:has(> a.pn)')).fontFamily")
    assert "Sans" in face.split("Serif")[0], face
    briefing.locator(".reader-preferences summary").click()
    briefing.keyboard.press("Escape")
    assert not briefing.evaluate("document.querySelector('.reader-preferences').open")


def test_a_browser_without_storage_is_no_trouble(browser: Any, served: str, pages: Any) -> None:
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden') }})")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(served + pages.shortest)
    page.locator(".reader-preferences summary").click()
    page.locator("input[name=reader-size][value=l]").check()
    assert page.evaluate("document.documentElement.dataset.size") == "l"
    assert errors == []
    context.close()
