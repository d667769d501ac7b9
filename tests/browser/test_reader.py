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


def test_the_glossary_sorts_by_each_column_and_back(page: Any, site: Path) -> None:
    page.goto((site / "glossary.html").as_uri())
    head = page.locator(".glossary thead th")
    head.first.locator("button").wait_for()

    def column(number: int) -> list[str]:
        cells = page.locator(".glossary tbody:not([hidden]) tr:not(.group)").all()
        return [cell for row in cells if (cell := row.locator("th, td").nth(number).text_content())]

    def press(number: int) -> None:
        head.nth(number).locator("button").focus()
        page.keyboard.press("Enter")

    before = column(0)
    press(5)
    counts = [int(text) for text in column(5)]
    assert counts == sorted(counts, reverse=True) and counts[0] > counts[-1]
    assert [head.nth(at).get_attribute("aria-sort") for at in (0, 5)] == ["none", "descending"]
    assert page.locator(".glossary .group:visible, .glossary .jump:visible").count() == 0
    press(4)
    latin = [text.casefold() for text in column(4) if text.isascii() and text.isalpha()]
    assert latin == sorted(latin) and len(latin) > 9
    press(0)
    assert column(0) == before, "the edition's own order"
    press(0)
    assert column(0) == before[::-1]
    press(0)
    assert column(0) == before
    assert page.locator(".glossary .group:visible").count() > 1
    assert {item.get_attribute("aria-sort") for item in head.all()} == {"none"}


@pytest.mark.parametrize(("folder", "first", "then"), [("", "丁", "一東"), ("zh-hans/", "啊", "北京")])
def test_the_glossary_sorts_han_as_the_edition_does(page: Any, site: Path, folder: str, first: str, then: str) -> None:
    page.goto((site / f"{folder}glossary.html").as_uri())
    page.locator(".glossary thead button").first.wait_for()
    page.evaluate(
        """words => document.querySelectorAll(".glossary tbody tr:not(.group)").forEach((row, place) => {
            row.cells[1].textContent = words[place] ?? ""
        })""",
        [then, first],
    )
    page.locator(".glossary thead button").nth(1).click()
    shown = page.locator(".glossary tbody:not([hidden]) td:nth-of-type(1)").all_text_contents()
    order = [text for text in shown if text]
    strokes = [first, then] if folder else [then, first]
    assert order == strokes and shown[:2] == order, "rows without the form end the table"
