"""Same input, same bytes; only what changes is made; what is published is whole."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.corpus import text_of
from jianbao.site.folders import files
from tests.running import ROOT, run_cli


def _tree(folder: Path) -> dict[str, str]:
    return {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in files(folder)}


def _times(folder: Path) -> dict[str, int]:
    return {path: (folder / path).stat().st_mtime_ns for path in files(folder)}


def _corpus(folder: Path, numbers: range = range(6)) -> Path:
    folder.mkdir()
    for number in numbers:
        (folder / f"{number}.txt").write_text(text_of(number), encoding="utf-8")
    return folder


def _build(base: Path, out: str, *more: str) -> None:
    knowledge = base / "knowledge"
    knowledge.mkdir(exist_ok=True)
    done = run_cli("build", "--seeds", base / "seeds", "--output", base / out, "--knowledge", knowledge, *more)
    assert done.status == 0, done.err


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus, built once with its site."""
    folder = tmp_path_factory.mktemp("builds")
    _corpus(folder / "seeds")
    _build(folder, "out", "--jobs", "2")
    return folder


@pytest.mark.xdist_group("small-builds")
class TestSmallBuilds:
    """Each looks at, or goes on from, the build of the fixture, whatever the others made of it."""

    def test_the_number_of_processes_changes_nothing(self, base: Path) -> None:
        _build(base, "alone", "--jobs", "1")
        for part in ("docs", "site"):
            assert _tree(base / "alone" / part) == _tree(base / "out" / part)

    def test_a_second_build_writes_nothing(self, base: Path) -> None:
        before = _times(base / "out")
        _build(base, "out", "--jobs", "2")
        after = _times(base / "out")
        kept = {".cache/lock", ".cache/render.json", ".cache/hashes.json"}
        assert {path for path in after if before.get(path) != after[path]} <= kept
        assert before.keys() == after.keys()

    def test_an_edit_an_addition_and_a_deletion_give_what_a_clean_build_gives(self, base: Path) -> None:
        seeds = base / "seeds"
        (seeds / "1.txt").write_text(text_of(1).replace("。", "。又及。", 1), encoding="utf-8")
        (seeds / "7.txt").write_text(text_of(7), encoding="utf-8")
        (seeds / "3.txt").unlink()
        _build(base, "out", "--jobs", "2")
        clean = base / "clean"
        clean.mkdir()
        shutil.copy(base / "out" / "permalinks.yml", clean)
        _build(base, "clean", "--jobs", "2")
        for part in ("docs", "site"):
            assert _tree(base / "out" / part) == _tree(clean / part)
        assert not [path for path in files(base / "out" / "docs") if "又及" in path]
        assert any(
            "又及" in (clean / "docs" / path).read_text("utf-8") for path in files(clean / "docs") if ".md" in path
        )

    def test_a_renamed_slug_leaves_a_redirect(self, base: Path) -> None:
        registry = base / "out" / "permalinks.yml"
        text = registry.read_text(encoding="utf-8")
        slug = next(line.split(": ")[1] for line in text.splitlines() if line.startswith("  slug: "))
        registry.write_text(text.replace(f"slug: {slug}\n", "slug: a-better-name\n"), encoding="utf-8")
        _build(base, "out")
        for folder in ("", "zh-hans/", "zh-hk/"):
            page = (base / "out" / "site" / folder / "briefings" / f"{slug}.html").read_text(encoding="utf-8")
            assert 'content="0; url=a-better-name.html"' in page
            assert (base / "out" / "site" / folder / "briefings" / "a-better-name.html").exists()


def test_shards_make_the_bytes_of_one_strict_mkdocs_build(built: Path, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    theme = {"custom_dir": str(ROOT / "templates" / "overrides")}
    places = {"docs_dir": str(built / "docs"), "site_dir": str(tmp_path / "one"), "hooks": [], "watch": []}
    config.write_text(json.dumps({"INHERIT": str(ROOT / "mkdocs.yml"), "theme": theme, **places}), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", config], check=True)
    one, many = _tree(tmp_path / "one"), _tree(built / "site")
    assert one.keys() == many.keys()
    assert [path for path in one if one[path] != many[path]] == []


def test_every_seed_is_accounted_for_on_its_page(built: Path) -> None:
    pages = {path.stem for path in (built / "docs" / "sources").glob("*.md")}
    assert len(pages) == len(list((ROOT / "seeds").glob("*.txt"))) + 1


def test_another_build_in_the_same_folder_is_told(tmp_path: Path) -> None:
    import fcntl

    (tmp_path / "out" / ".cache").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    with (tmp_path / "out" / ".cache" / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        done = run_cli("build", "--seeds", tmp_path / "seeds", "--output", tmp_path / "out", "--no-site")
    assert done.status == 1
    assert "another build is at work here" in done.err
    assert len(done.err.splitlines()) == 1
