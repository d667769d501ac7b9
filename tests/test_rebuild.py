"""What is kept from build to build: drawings, and the proof that nothing need be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.diagnostics import EditorError
from jianbao.project import make_project
from jianbao.sections import bind
from jianbao.seed_cache import SeedCache
from jianbao.site import drawings, kept
from jianbao.site.file_hashes import Hashes
from jianbao.stamp import Stamp
from jianbao.yaml_file import DEEPEST, load_yaml

SPEC = '{"width": 20, "height": 10, "marks": []}'


def test_a_drawing_is_kept_and_a_damaged_one_drawn_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def vega(spec: str) -> str:
        drawn.append(spec)
        return "<svg></svg>"

    monkeypatch.setattr("vl_convert.vega_to_svg", vega)
    for damage in (None, None, b"<sv", b"\xff\xff"):
        if damage:
            next(tmp_path.iterdir()).write_bytes(damage)
        drawings._drawn.cache_clear()
        kept.keep_in(tmp_path)
        assert drawings.draw(SPEC) == "<svg></svg>"
    assert len(drawn) == 3
    assert {path.name for path in tmp_path.iterdir()} == kept.used()
    kept.prune(tmp_path, [])
    assert not list(tmp_path.iterdir())
    kept.keep_in(None)
    drawings._drawn.cache_clear()


def test_the_proof_falls_with_any_file_that_changed(tmp_path: Path) -> None:
    project = make_project(tmp_path / "seeds", tmp_path / "out", tmp_path / "knowledge")
    project.docs.mkdir(parents=True)
    for name, text in ((".generated", "a.md\n"), ("a.md", "甲"), ("by-hand.md", "乙")):
        (project.docs / name).write_text(text, encoding="utf-8")
    project.cache.mkdir()
    stamp = Stamp(project, SeedCache(tmp_path, b"names"), Hashes(tmp_path / "hashes"))
    assert not stamp.holds()
    stamp.put()
    assert stamp.holds()
    (project.docs / "by-hand.md").write_text("丙", encoding="utf-8")
    assert stamp.holds()
    for path in (project.docs / "a.md", project.permalinks, project.candidates):
        before = path.read_bytes() if path.exists() else None
        path.write_text("丁", encoding="utf-8")
        assert not stamp.holds(), path
        path.unlink() if before is None else path.write_bytes(before)
        assert stamp.holds()
    (project.docs / "a.md").unlink()
    assert not stamp.holds()
    asked = SeedCache(tmp_path, b"names")
    asked.get("another.txt", "another seed")
    (project.docs / "a.md").write_text("甲", encoding="utf-8")
    assert not Stamp(project, asked, Hashes(tmp_path / "hashes")).holds()
    (project.cache / "docs.json").write_text("[[", encoding="utf-8")
    assert not stamp.holds()


def test_deep_yaml_is_a_mistake_of_the_editor(tmp_path: Path) -> None:
    path = tmp_path / "names.yml"
    for text in ("[" * 100_000, "- " * 100_000, "{a: " * 100_000, "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(EditorError, match="nested more than"):
            load_yaml(path)
    path.write_text("[" * DEEPEST + "]" * DEEPEST, encoding="utf-8")
    assert load_yaml(path)


def test_damaged_texts_are_told_and_then_read_anew(tmp_path: Path) -> None:
    cache = SeedCache(tmp_path, b"names")
    cache.put("one.txt", "key", b"result", bind({"raw": b"text"}))
    assert cache.section("one.txt", "raw") == b"text"
    for damage in (bind({"raw": b"text"})[:-1], b""):
        cache.put("one.txt", "key", b"result", damage)
        with pytest.raises(EditorError, match="damaged"):
            cache.section("one.txt", "raw")
        assert not (tmp_path / "key").exists()
