"""Folders are listed and linked whole."""

from __future__ import annotations

from pathlib import Path

from jianbao.site.folders import files, link_files


def _fill(folder: Path) -> None:
    for path in ("b.txt", "a/c.txt", "a/.hidden", "a/d/e.txt"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path, encoding="utf-8")


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    _fill(tmp_path / "one")
    (tmp_path / "one" / "loop").symlink_to(tmp_path / "one", target_is_directory=True)
    (tmp_path / "one" / "file").symlink_to("b.txt")
    assert files(tmp_path / "one") == ["a/.hidden", "a/c.txt", "a/d/e.txt", "b.txt", "file"]


def test_all_files_but_some_are_the_same_files(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    _fill(one)
    link_files(one, other, {"a/c.txt", "a/d/e.txt", "no such"})
    assert files(other) == ["a/.hidden", "b.txt"]
    assert all((one / path).samefile(other / path) for path in files(other))
    (other / "a" / "c.txt").write_text("new", encoding="utf-8")
    assert (one / "a" / "c.txt").read_text(encoding="utf-8") == "a/c.txt"
