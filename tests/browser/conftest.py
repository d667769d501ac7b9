"""One Chromium and one built site for all tests in real browsers.

``JIANBAO_SITE`` names a built site to look at instead of building one; ``JIANBAO_CHROMIUM`` another Chromium.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from jianbao.library import Library
from jianbao.pipeline import read_library
from jianbao.project import Project

ROOT = Path(__file__).parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


def missing(reason: str) -> None:
    """Skip, but never in continuous integration, where nobody reads what was skipped."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed (pip install playwright)")
    path = os.environ.get("JIANBAO_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        missing("no Chromium found (apt install chromium, or set JIANBAO_CHROMIUM)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """The folder of a site built from this checkout's seeds."""
    if given := os.environ.get("JIANBAO_SITE"):
        return Path(given)
    built: Path = request.getfixturevalue("built")
    return built / "site"


@pytest.fixture(scope="session")
def library(site: Path) -> Library:
    """What the site was made from."""
    project = Project(ROOT / "seeds", ROOT / "knowledge", site.parent)
    return read_library(project)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The site's address over HTTP, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


class Pages:
    """What there is to look at: one address of each type, and the longest and the shortest briefing."""

    def __init__(self, site: Path) -> None:
        briefings = sorted((site / "briefings").glob("*.html"), key=lambda path: path.stat().st_size)
        briefings = [path for path in briefings if path.stem != "index"]
        self.longest, self.shortest = (f"briefings/{path.name}" for path in (briefings[-1], briefings[0]))
        self.briefings = [f"briefings/{path.name}" for path in briefings]
        self.types = {
            "home": "index.html",
            "briefing": self.longest,
            "topics": "topics/index.html",
            "topic": self._first(site, "topics"),
            "names": "people/index.html",
            "name": self._first(site, "people"),
            "timeline": "timeline.html",
            "glossary": "glossary.html",
            "sources": "sources/index.html",
            "source": self._first(site, "sources"),
            "search": "search.html",
            "about": "about.html",
        }

    @staticmethod
    def _first(site: Path, folder: str) -> str:
        """The heaviest page of a folder: the one with most to get wrong."""
        pages = [path for path in (site / folder).glob("*.html") if path.stem != "index"]
        return f"{folder}/{max(pages, key=lambda path: (path.stat().st_size, path.name)).name}"


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    return Pages(site)
