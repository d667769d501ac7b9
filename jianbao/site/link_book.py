"""Which page links where, kept from build to build, so that after an edit only what it touched is looked at again.

A small database: a page's links and anchors; and how many pages want each target, so that an anchor which went shows at
once whether somebody misses it. It is committed only when the site that it describes is published.
"""

from __future__ import annotations

import posixpath
import sqlite3
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Set
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from urllib.parse import unquote

Target = tuple[str, str]
"""Path under the site, and an anchor on that page or nothing."""

_TABLES = """
CREATE TABLE IF NOT EXISTS pages (path TEXT PRIMARY KEY, anchors TEXT NOT NULL, targets BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS wanted (anchor TEXT, target TEXT, count INTEGER, PRIMARY KEY (anchor, target)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS broken (anchor TEXT, target TEXT, PRIMARY KEY (anchor, target)) WITHOUT ROWID;
CREATE TEMP TABLE suspect (anchor TEXT, target TEXT, PRIMARY KEY (anchor, target)) WITHOUT ROWID;
"""
_NAMED = "SELECT target, anchor FROM wanted WHERE anchor != '' AND target LIKE '%.html'"
_SUSPECT = f"{_NAMED} AND (anchor, target) IN (SELECT anchor, target FROM suspect)"
_AT_ONCE = 50_000
"""Wants gathered before they are written."""


class LinkBook:
    """Use as a context; without ``commit`` nothing of what was taken stays."""

    def __init__(self, file: Path) -> None:
        """A file that is damaged is begun anew."""
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._base = _open(file)
        except sqlite3.DatabaseError:
            file.unlink()
            self._base = _open(file)
        self.is_new = not self._one("SELECT count(*) FROM (SELECT 1 FROM pages LIMIT 1)")
        self._wants: Counter[Target] = Counter()

    def __enter__(self) -> LinkBook:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def clear(self) -> None:
        """Forget all pages."""
        for table in ("pages", "wanted", "broken"):
            self._base.execute(f"DELETE FROM {table}")
        self.is_new = True

    def take(self, path: str, targets: Iterable[Target], anchors: Iterable[str]) -> None:
        """A page as it is now, in place of what was known of it."""
        new, here = set(targets), set(anchors)
        old, there = (set[Target](), set[str]()) if self.is_new else self._known(path)
        for step, changed in ((1, new - old), (-1, old - new)):
            for target, anchor in changed:
                self._wants[target, anchor] += step
        if not self.is_new:
            suspects = [(anchor, target) for target, anchor in new if anchor] + [
                (anchor, path) for anchor in there - here
            ]
            self._base.executemany("INSERT OR IGNORE INTO suspect VALUES (?, ?)", suspects)
        row = (path, "\n".join(("", *sorted(here), "")), _pack(new))
        self._base.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", row)
        if len(self._wants) >= _AT_ONCE:
            self._write_wants()

    def keep_only(self, files: Set[str]) -> None:
        """Forget pages that are not among the site's files."""
        for path in [path for (path,) in self._base.execute("SELECT path FROM pages") if path not in files]:
            self.take(path, (), ())
            self._base.execute("DELETE FROM pages WHERE path = ?", (path,))

    def broken(self, files: Set[str]) -> list[tuple[str, str]]:
        """Pages with links that lead nowhere: (page, where to). ``files``: all files of the site."""
        self._write_wants()
        wanted = (target for (target,) in self._base.execute("SELECT target FROM wanted WHERE anchor = ''"))
        bad = {(target, "") for target in wanted if target not in files and f"{target}/index.html" not in files}
        if self.is_new:
            lost = self._lost(_NAMED)
        else:
            self._base.execute("INSERT OR IGNORE INTO suspect SELECT anchor, target FROM broken")
            lost = self._lost(_SUSPECT)
        if lost != self._base.execute("SELECT anchor, target FROM broken").fetchall():
            self._base.execute("DELETE FROM broken")
            self._base.executemany("INSERT INTO broken VALUES (?, ?)", lost)
        bad |= {(target, anchor) for anchor, target in lost if (target, "") not in bad}
        return sorted(self._pages_with(bad)) if bad else []

    def commit(self) -> None:
        """Keep what was taken."""
        self._base.commit()

    def _one(self, query: str) -> object:
        return self._base.execute(query).fetchone()[0]

    def _lost(self, wants: str) -> list[tuple[str, str]]:
        """Which of some wants no page has, as (anchor, target), rising. A page's anchors are unpacked once for all."""
        lost: list[tuple[str, str]] = []
        for target, named in groupby(self._base.execute(f"{wants} ORDER BY target"), key=itemgetter(0)):
            row = self._base.execute("SELECT anchors FROM pages WHERE path = ?", (target,)).fetchone()
            there = set(row[0].split("\n")) if row else ()
            lost += [(anchor, target) for _, anchor in named if anchor not in there]
        return sorted(lost)

    def _known(self, path: str) -> tuple[set[Target], set[str]]:
        row = self._base.execute("SELECT targets, anchors FROM pages WHERE path = ?", (path,)).fetchone()
        return (_unpack(row[0]), set(row[1].split("\n")) - {""}) if row else (set(), set())

    def _write_wants(self) -> None:
        rows = sorted((anchor, target, count) for (target, anchor), count in self._wants.items() if count)
        self._base.executemany(
            "INSERT INTO wanted VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count", rows
        )
        if any(count < 0 for _, _, count in rows):
            gone = [(anchor, target) for anchor, target, count in rows if count < 0]
            self._base.executemany("DELETE FROM wanted WHERE anchor = ? AND target = ? AND count = 0", gone)
        self._wants.clear()

    def _pages_with(self, bad: Set[Target]) -> Iterator[tuple[str, str]]:
        for path, packed in self._base.execute("SELECT path, targets FROM pages"):
            for target, anchor in _unpack(packed) & bad:
                yield path, f"{target}#{anchor}" if anchor else target


def targets(page: str, links: Iterable[str], anchors: Collection[str]) -> tuple[Target, ...]:
    """Where a page's links lead, sorted: each target, and each anchor there; not what leads to the page's own anchors.

    ``links`` as written, none to other hosts. The page for a lost address stands anywhere, so its links are absolute,
    and left out.
    """
    if page == "404.html":
        return ()
    folder = posixpath.dirname(page)
    found = {_target(folder, link) for link in links}
    named = {(path or page, anchor) for path, anchor in found if not path.startswith("/")}
    own = {"", *anchors}
    away = {(path, anchor) for path, anchor in named if path != page or anchor not in own}
    return tuple(sorted(away | {(path, "") for path, _ in away}))


@lru_cache(maxsize=50_000)
def _target(folder: str, link: str) -> Target:
    address, _, anchor = link.partition("#")
    path = unquote(address.partition("?")[0])
    if not path:
        return "", unquote(anchor)
    joined = posixpath.normpath(posixpath.join(folder, path))
    if path.endswith("/") or joined == ".":
        joined = posixpath.normpath(f"{joined}/index.html")
    return joined, unquote(anchor)


def _open(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file)
    base.execute("PRAGMA cache_size = -32768")  # kB
    base.execute("PRAGMA synchronous = OFF")  # what a power cut spoils is found damaged, and made anew
    base.executescript(_TABLES)
    return base


def _pack(links: Iterable[Target]) -> bytes:
    return zlib.compress("\n".join(f"{target}#{anchor}" for target, anchor in sorted(links)).encode(), 1)


def _unpack(packed: bytes) -> set[Target]:
    lines = zlib.decompress(packed).decode().split("\n")
    return {(target, anchor) for target, _, anchor in (line.partition("#") for line in lines) if target}
