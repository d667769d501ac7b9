"""The last gates. Before a page is written: its words are those of its edition. Before a site is published: every
internal link and anchor leads somewhere, nothing in it is live that should not be, and the words are still there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

import material

from jianbao import regex as re
from jianbao.document import EDITION_FOLDERS, BlockKind, Edition
from jianbao.site.link_book import Target, targets
from jianbao.site.page import Page
from jianbao.site.read_back import Words, html_words, look_through, markdown_words, parse

BATCH, WAITING = 100, 16
"""Pages a task, and tasks at a time: what all pages must say would be as much as all texts together."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A built page that was read back: where its links lead, its anchors, what is live in it, and how its words depart
    from the edition.
    """

    path: str
    targets: tuple[Target, ...]
    anchors: tuple[str, ...]
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


def check_html(site: Path, words: Mapping[str, Words | None]) -> list[Checked]:
    """Read built pages back, by path; of briefings also what they must say. One task of an executor."""
    checked = []
    for path, wanted in words.items():
        tree = parse((site / path).read_bytes())
        book, live = look_through(tree, allowed_scripts())
        departure = _difference(html_words(tree), wanted) if wanted else ""
        checked.append(Checked(path, targets(path, book.links, book.anchors), book.anchors, live, departure))
    return checked


def check_site(
    site: Path, paths: Iterable[str], words: Callable[[str], Words | None], executor: Executor
) -> Iterator[Checked]:
    """Read built pages back, in batches over an executor; few wait at a time. ``words``: see ``check_html``."""
    ordered = iter(sorted(paths))
    waiting: deque[Future[list[Checked]]] = deque()
    while True:
        batch = {path: words(path) for path in islice(ordered, BATCH)}
        if batch:
            waiting.append(executor.submit(check_html, site, batch))
        while waiting and (not batch or len(waiting) >= WAITING):
            yield from waiting.popleft().result()
        if not batch:
            return


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
