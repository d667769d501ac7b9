"""Links that lead nowhere are found, also by looking only at the pages that changed."""

from __future__ import annotations

import random
from pathlib import Path
from time import process_time

import pytest

from jianbao.site.link_book import LinkBook, targets

Site = dict[str, tuple[list[str], list[str]]]
"""Links and anchors of pages, by path."""


def _take(book: LinkBook, site: Site) -> None:
    for path, (links, anchors) in site.items():
        book.take(path, targets(path, links, anchors), anchors)


def _broken(file: Path, site: Site, changed: Site, more: set[str]) -> list[tuple[str, str]]:
    files = site.keys() | changed.keys() | more
    with LinkBook(file) as book:
        book.keep_only(files)
        _take(book, changed)
        found = book.broken(files)
        book.commit()
    return found


def test_where_links_lead() -> None:
    links = ["#no", "#yes", "a.html#yes", "../x/b.html#y", "b.html#z%20z", "../c.html", "c.css?v=1", "./", "..", "/abs"]
    assert targets("x/a.html", [*links, "../x/a.html", "%E7%94%B2.html"], ["yes"]) == (
        ("c.html", ""),
        ("index.html", ""),
        ("x/a.html", ""),
        ("x/a.html", "no"),
        ("x/b.html", ""),
        ("x/b.html", "y"),
        ("x/b.html", "z z"),
        ("x/c.css", ""),
        ("x/index.html", ""),
        ("x/甲.html", ""),
    )
    assert targets("404.html", ["/a.html"], []) == ()


SITE: Site = {
    "a.html": (["x/b.html#y", "x/", "c.css"], ["top"]),
    "x/b.html": (["../a.html#top", "../a.html"], ["y"]),
    "x/index.html": (["b.html#y", "#here"], ["here"]),
}


def test_what_is_whole_is_not_told(tmp_path: Path) -> None:
    assert _broken(tmp_path / "book", {}, SITE, {"c.css"}) == []


@pytest.mark.parametrize(
    ("change", "gone", "told"),
    [
        ({"x/b.html": ([], ["z"])}, "", [("a.html", "x/b.html#y"), ("x/index.html", "x/b.html#y")]),
        ({"a.html": (["x/b.html#no", "x/c.html", "#no"], ["top"])}, "",
            [("a.html", "a.html#no"), ("a.html", "x/b.html#no"), ("a.html", "x/c.html")]),
        ({}, "x/b.html", [("a.html", "x/b.html"), ("x/index.html", "x/b.html")]),
        ({}, "c.css", [("a.html", "c.css")]),
        ({"x/index.html": (["#gone"], [])}, "", [("x/index.html", "x/index.html#gone")]),
    ],
)  # fmt: skip
def test_what_broke_is_told_until_it_is_whole(
    tmp_path: Path, change: Site, gone: str, told: list[tuple[str, str]]
) -> None:
    file, more = tmp_path / "book", {"c.css"} - {gone}
    _broken(file, {}, SITE, {"c.css"})
    left = {path: page for path, page in SITE.items() if path != gone}
    assert _broken(file, left, change, more) == told
    assert _broken(file, left, {}, more) == told
    assert _broken(file, SITE, SITE, {"c.css"}) == []


def test_what_is_not_committed_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "book"
    _broken(file, {}, SITE, {"c.css"})
    with LinkBook(file) as book:
        _take(book, {"x/b.html": ([], [])})
        assert book.broken({*SITE, "c.css"})
    assert _broken(file, SITE, {}, {"c.css"}) == []


def test_a_damaged_book_is_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "book"
    file.write_bytes(b"no database" * 1000)
    with LinkBook(file) as book:
        assert book.is_new
    _broken(file, {}, SITE, {"c.css"})
    with LinkBook(file) as book:
        assert not book.is_new


def test_a_history_of_edits_tells_what_a_new_book_tells(tmp_path: Path) -> None:
    chance = random.Random(1)
    names = [f"{folder}{letter}.html" for folder in ("", "x/") for letter in "abcd"]

    def page(path: str) -> tuple[list[str], list[str]]:
        root = "../" if "/" in path else ""
        return [f"{root}{name}#{chance.choice('uvw')}" for name in chance.sample(names, 3)], chance.sample("uvw", 2)

    site: Site = {}
    for step in range(60):
        changed = {name: page(name) for name in chance.sample(names, 2)}
        gone = set(chance.sample(names, 1)) - changed.keys()
        site = {name: page for name, page in {**site, **changed}.items() if name not in gone}
        with LinkBook(tmp_path / "kept") as book:
            book.keep_only(site.keys())
            _take(book, changed)
            found = book.broken(site.keys())
            book.commit()
        assert found == _broken(tmp_path / f"new{step}", {}, site, set())


def test_a_page_of_very_many_anchors_takes_time_that_grows_with_their_number(tmp_path: Path) -> None:
    anchors = [f"p{number}" for number in range(30_000)]
    begun = process_time()
    found = targets("sources/a.html", [f"../briefings/a.html#{anchor}" for anchor in anchors], anchors)
    assert targets("briefings/a.html", [f"#{anchor}" for anchor in anchors], anchors) == ()
    with LinkBook(tmp_path / "links.db") as book:
        book.take("sources/a.html", found, anchors)
        book.take("briefings/a.html", (), anchors[:-1])
        files = frozenset({"sources/a.html", "briefings/a.html"})
        assert book.broken(files) == [("sources/a.html", "briefings/a.html#p29999")]
    assert process_time() - begun < 10
