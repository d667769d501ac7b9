"""Files are written whole, only when they change, and never outside their folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.diagnostics import EditorError
from jianbao.lock import build_lock
from jianbao.publish import recover, swap_in
from jianbao.site.page import Page
from jianbao.site.writer import Written, read_manifest, write


def _pages(**files: str) -> list[Page]:
    return [Page(path.replace("__", "/") + ".md", text.encode()) for path, text in files.items()]


def _write(pages: list[Page], docs: Path) -> Written:
    return write(pages, docs, docs.with_name(f"{docs.name}-staged"))


def test_only_what_changed_is_written_and_orphans_go(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("by hand")
    first = _write(_pages(a="1", x__b="2", x__c="3"), tmp_path)
    assert first.changed == ("a.md", "x/b.md", "x/c.md")
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    again = _write(_pages(a="1", x__b="2", x__c="3"), tmp_path)
    assert (again.changed, again.deleted) == ((), ())
    assert times == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    last = _write(_pages(a="new"), tmp_path)
    assert (last.changed, last.deleted) == (("a.md",), ("x/b.md", "x/c.md"))
    assert not (tmp_path / "x").exists()
    assert (tmp_path / "mine.md").read_text() == "by hand"
    assert read_manifest(tmp_path) == {"a.md"}


def test_an_interrupted_write_leaves_nothing_that_the_next_does_not_know(tmp_path: Path) -> None:
    _write(_pages(a="1", b="1"), tmp_path)
    (tmp_path / "b.md").unlink()
    (tmp_path / "b.md").mkdir()
    with pytest.raises(OSError, match="b"):
        _write(_pages(a="2", b="2", c="2"), tmp_path)
    (tmp_path / "b.md").rmdir()
    assert {"a.md", "b.md", "c.md"} <= read_manifest(tmp_path)
    assert _write(_pages(a="2"), tmp_path).deleted == ("b.md", "c.md")
    assert not list(tmp_path.glob(".*part"))


@pytest.mark.parametrize(
    "path", ["../a", "/a", "a/../../b", "", "a//b", ".hidden", "a/.git/b", "c:a", "a\\b", "a\nb", "."]
)
def test_a_path_that_leaves_the_folder_is_a_bug(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="page path"):
        _write([Page(path, b"")], tmp_path / "docs")
    assert not (tmp_path / "docs").exists()


def test_two_pages_at_one_place_are_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two pages"):
        _write([Page("a.md", b""), Page("A.md", b"")], tmp_path)


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs" / "briefings").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="link out of"):
        _write([Page("briefings/a.md", b"x")], tmp_path / "docs")
    assert not list((tmp_path / "elsewhere").iterdir())
    (tmp_path / "victim").write_text("precious")
    (tmp_path / "docs" / "a.md").symlink_to(tmp_path / "victim")
    _write([Page("a.md", b"x")], tmp_path / "docs")
    assert (tmp_path / "victim").read_text() == "precious"
    assert not (tmp_path / "docs" / "a.md").is_symlink()


def test_a_damaged_manifest_deletes_nothing_outside(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "victim").write_text("precious")
    (docs / ".generated").write_text("../victim\n/etc/passwd\n")
    _write([], docs)
    assert (tmp_path / "victim").exists()


def test_a_site_takes_the_place_of_another_in_one_step(tmp_path: Path) -> None:
    cache, site = tmp_path / ".cache", tmp_path / "site"
    for number in ("1", "2"):
        (cache / "site-next").mkdir(parents=True)
        (cache / "site-next" / "index.html").write_text(number)
        swap_in(cache / "site-next", site)
        assert (site / "index.html").read_text() == number
        assert not list(cache.iterdir())


def test_a_build_that_died_between_two_renames_is_mended(tmp_path: Path) -> None:
    cache = tmp_path / ".cache"
    (cache / "site-old").mkdir(parents=True)
    (cache / "site-old" / "index.html").write_text("last good")
    (cache / "site-next").mkdir()
    recover(tmp_path / "site", cache)
    assert (tmp_path / "site" / "index.html").read_text() == "last good"
    assert not list(cache.iterdir())


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    with build_lock(tmp_path), pytest.raises(EditorError, match="another build is at work"), build_lock(tmp_path):
        pass
    with build_lock(tmp_path):
        pass
