"""The pages as a browser has them: whole, quiet, alone, light, with or without scripts."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

FOLDERS = {"zh-Hant-TW": "", "zh-Hans-CN": "zh-hans/", "zh-Hant-HK": "zh-hk/"}
WEIGHT = 250_000
"""Bytes over the wire that a briefing may cost, gzipped, without fonts."""


class Ear:
    """Hears what goes wrong in a page, and whom it asks."""

    def __init__(self, page: Any) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.said.append(message.text)

    def foreign(self, home: str) -> list[str]:
        return [url for url in self.asked if not url.startswith((home, "data:", "blob:"))]


def test_every_type_of_page_is_quiet_and_asks_nobody(page: Any, served: str, pages: Any) -> None:
    ear = Ear(page)
    for folder in FOLDERS.values():
        for path in pages.types.values():
            response = page.goto(served + folder + path, wait_until="networkidle")
            assert response.ok, folder + path
    assert ear.said == []
    assert ear.foreign(served) == []


def test_pages_open_from_a_folder(page: Any, site: Path, pages: Any) -> None:
    ear = Ear(page)
    for path in pages.types.values():
        page.goto((site / path).as_uri(), wait_until="load")
        assert page.locator("h1").first.is_visible(), path
    assert ear.said == []
    assert ear.foreign(site.as_uri()) == []


def test_the_policy_forbids_what_it_should(page: Any, served: str, pages: Any) -> None:
    """That scripts in the page and from elsewhere are refused, not merely absent."""
    page.goto(served + pages.longest)
    ran = page.evaluate(
        """async () => {
            const inline = document.createElement("script")
            inline.textContent = "window.ran = true"
            document.body.append(inline)
            const image = document.createElement("div")
            image.innerHTML = "<img src=x onerror='window.ran = true'>"
            document.body.append(image)
            await new Promise(done => setTimeout(done, 200))
            return window.ran ?? false
        }"""
    )
    assert ran is False


def test_text_shows_without_any_script(browser: Any, served: str, pages: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + pages.longest)
    first = page.locator("p:has(> #p2)")
    assert first.is_visible() and len(first.inner_text()) > 5
    page.goto(served + pages.shortest)
    assert page.locator("h1").is_visible()
    context.close()


def test_text_shows_before_scripts_arrive(page: Any, served: str, pages: Any) -> None:
    """Scripts that never come must not keep the text back."""
    page.route(re.compile(r"\.js$"), lambda route: None)
    page.goto(served + pages.longest, wait_until="commit")
    page.locator("p:has(> #p2)").wait_for(state="visible", timeout=3000)


def test_a_briefing_is_light(page: Any, served: str, site: Path, pages: Any) -> None:
    ear = Ear(page)
    page.goto(served + pages.longest, wait_until="networkidle")
    files = {site / urlsplit(url).path.lstrip("/") for url in ear.asked if url.startswith(served)}
    weight = sum(len(gzip.compress(path.read_bytes(), 6)) for path in files if path.suffix not in (".woff", ".woff2"))
    assert weight <= WEIGHT, f"{weight} bytes"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_switch_keeps_the_briefing(page: Any, served: str, pages: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for locale, folder in FOLDERS.items():
        page.goto(served + folder + pages.longest)
        assert page.evaluate("document.documentElement.lang") == locale
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{locale} is wider than {width} px"
        others = [other for other in FOLDERS if other != locale]
        for other in others:
            link = page.locator(f'body a[hreflang="{other}"]').first
            assert (
                page.evaluate("link => link.href", link.element_handle()).split("#")[0]
                == served + FOLDERS[other] + pages.longest
            )


def test_the_switch_keeps_the_paragraph(page: Any, site: Path, pages: Any) -> None:
    page.goto((site / pages.longest).as_uri())
    page.evaluate("document.getElementById('p9').scrollIntoView()")
    page.wait_for_timeout(600)
    page.locator('body a[hreflang="zh-Hans-CN"]').first.click()
    page.wait_for_url(re.compile(r"zh-hans/.*#p\d+$"))
    assert abs(int(page.url.split("#p")[1]) - 9) <= 2


def test_editions_know_each_other(page: Any, served: str, pages: Any) -> None:
    page.goto(served + "zh-hk/" + pages.shortest)
    alternates = page.eval_on_selector_all(
        "link[rel=alternate][hreflang]", "links => links.map(l => [l.hreflang, l.href])"
    )
    assert {lang for lang, _ in alternates} >= set(FOLDERS)
    assert all(url.endswith(pages.shortest) for lang, url in alternates if lang in FOLDERS)
