"""The last gates. Before a page is written: its words are those of its edition. Before a site is published: every
internal link and anchor leads somewhere, nothing in it is live that should not be, and the words are still there.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import material

from jianbao.document import EDITION_FOLDERS, BlockKind, Edition
from jianbao.site.page import Page
from jianbao.site.read_back import Address, Words, address, html_words, live, markdown_words, parse

BATCH = 200
"""Pages a task."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A built page that was read back: its address book, what is live in it, how its words depart from the edition."""

    path: str
    address: Address
    live: tuple[str, ...]
    departure: str


def edition_words(edition: Edition) -> Words:
    """The words that a page of an edition must have."""
    body: list[str] = []
    notes: list[str] = []
    for block in edition.blocks:
        text = "".join(block.text.split())
        if block.kind is BlockKind.FOOTNOTE:
            notes.append(text)
        elif block.kind not in {BlockKind.TITLE, BlockKind.BYLINE}:
            body.append(text)
    return Words("".join(edition.title.split()), "".join(body), tuple(sorted(notes)))


def briefing_path(slug: str, locale: str) -> str:
    """Where a briefing's page in an edition lies under ``docs/``."""
    return f"{EDITION_FOLDERS[locale]}briefings/{slug}.md"


def fault_of(page: Page, edition: Edition) -> str:
    """How the Markdown, read back, departs from the words of the edition; empty if it does not."""
    return _difference(markdown_words(page.content.decode()), edition_words(edition))


def _difference(got: Words, wanted: Words) -> str:
    for name, ours, theirs in (
        ("title", got.title, wanted.title),
        ("body", got.body, wanted.body),
        *(("note", a, b) for a, b in zip(got.notes, wanted.notes, strict=False)),
    ):
        if ours != theirs:
            place = next(
                (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
            )
            near = slice(max(place - 8, 0), place + 16)
            return f"the {name} reads {ours[near]!r}, the edition {theirs[near]!r}"
    if len(got.notes) != len(wanted.notes):
        return f"{len(got.notes)} notes, the edition has {len(wanted.notes)}"
    return ""


def check_html(site: Path, paths: Sequence[str], words: Mapping[str, Words]) -> list[Checked]:
    """Read built pages back. ``words``: what briefings must say, by path. One task of an executor."""
    checked = []
    for path in paths:
        page = (site / path).read_bytes()
        tree = parse(page)
        faults = tuple(live(tree, allowed_scripts()))
        book = address(tree)
        departure = _difference(html_words(tree), words[path]) if path in words else ""
        checked.append(Checked(path, book, faults, departure))
    return checked


def check_site(site: Path, paths: Iterable[str], words: Mapping[str, Words], executor: Executor) -> Iterator[Checked]:
    """Read built pages back, in batches over an executor."""
    ordered = sorted(paths)
    batches = [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]
    theirs = [{path: words[path] for path in batch if path in words} for batch in batches]
    for checked in executor.map(check_html, [site] * len(batches), batches, theirs):
        yield from checked


def broken_links(addresses: Mapping[str, Address], exists: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pages with links that lead nowhere: (page, link). ``exists``: all files of the site."""
    files = set(exists)
    for page, book in sorted(addresses.items()):
        for link in book.links:
            target, _, anchor = link.partition("#")
            target = target.partition("?")[0]
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target)) if target else page
            if path.startswith("/") or page == "404.html":
                continue
            lost = path not in files and posixpath.join(path, "index.html").removeprefix("./") not in files
            if lost or (anchor and path in addresses and anchor not in addresses[path].anchors):
                yield page, link


@lru_cache(maxsize=1)
def allowed_scripts() -> re.Pattern[str]:
    """The theme's own inline scripts and ours, as they stand in the templates; only relative addresses vary."""
    templates = Path(__file__).resolve().parents[2] / "templates" / "overrides"
    folders = (Path(material.__file__).parent / "templates" / "partials" / "javascripts", templates)
    patterns = []
    for folder in folders:
        for path in sorted(folder.rglob("*.html")):
            for script in re.findall(r"<script>(.*?)</script>", path.read_text(encoding="utf-8"), re.DOTALL):
                pieces = re.split(r"\{\{.*?\}\}", script.strip())
                patterns.append(r"[./]*".join(re.escape(piece) for piece in pieces))
    return re.compile("|".join(patterns))
