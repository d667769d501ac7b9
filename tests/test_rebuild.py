"""What is kept from build to build: drawings, and the proof that nothing need be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.diagnostics import Diagnostic, EditorError, Severity
from jianbao.project import make_project
from jianbao.sections import bind
from jianbao.seed_cache import SeedCache
from jianbao.seed_result import SeedInput
from jianbao.sidecar import Sidecar
from jianbao.site import drawings, kept
from jianbao.site.file_hashes import Hashes
from jianbao.stamp import Last, Stamp
from jianbao.yaml_file import DEEPEST, load_yaml
from tests.running import run_cli

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
    last = Last(3, 2, (Diagnostic(Severity.WARNING, "S07", "doubtful", "a.txt"),), with_site=False)
    assert stamp.last() is None
    stamp.put(last)
    assert stamp.last() == last
    (project.docs / "by-hand.md").write_text("丙", encoding="utf-8")
    assert stamp.last() == last
    for path in (project.docs / "a.md", project.permalinks, project.candidates):
        before = path.read_bytes() if path.exists() else None
        path.write_text("丁", encoding="utf-8")
        assert stamp.last() is None, path
        path.unlink() if before is None else path.write_bytes(before)
        assert stamp.last() == last
    (project.docs / "a.md").unlink()
    assert stamp.last() is None
    asked = SeedCache(tmp_path, b"names")
    asked.ask(SeedInput("another.txt", b"another seed", Sidecar()))
    (project.docs / "a.md").write_text("甲", encoding="utf-8")
    assert not Stamp(project, asked, Hashes(tmp_path / "hashes")).last()
    (project.cache / "last.pickle").write_bytes(b"[[")
    assert stamp.last() is None


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
    cache.ask(SeedInput("one.txt", b"text", Sidecar()))
    cache.put("one.txt", b"result", bind({"raw": b"text"}))
    assert cache.section("one.txt", "raw") == b"text"
    for damage in (bind({"raw": b"text"})[:-1], b""):
        cache.put("one.txt", b"result", damage)
        assert [path.suffix for path in sorted(tmp_path.iterdir())] == ["", ".texts"]
        with pytest.raises(EditorError, match="damaged"):
            cache.section("one.txt", "raw")
        assert [path.suffix for path in tmp_path.iterdir()] == [".texts"]


def test_a_build_that_finds_all_unchanged_tells_all_again(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "good.txt").write_text("一個標題\n\n政府今日宣布，將與友好國家加強合作。\n", encoding="utf-8")
    (seeds / "empty.txt").write_bytes(b"")
    options = ("--seeds", seeds, "--output", tmp_path / "out", "--no-site", "--jobs", "1", "--format", "json", "-v")
    first, again = run_cli("build", *options), run_cli("build", *options)
    assert "empty.txt" in first.out
    assert (again.out, again.status) == (first.out, first.status)
    (seeds / "nobody.yml").write_text("title: 甲\n", encoding="utf-8")
    told = run_cli("build", *options)
    assert "nobody.yml" in told.out
    assert "empty.txt" in told.out
    (tmp_path / "out" / "docs" / "index.md").unlink()
    assert run_cli("build", *options).out == told.out
    assert (tmp_path / "out" / "docs" / "index.md").exists()
