"""A disk that is full, or may not be written: one line, the old site stands, and the next build is right."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jianbao.site.folders import files
from tests.running import Run, run_cli

TEXT = "第一篇的標題\n\n政府今日宣布，為了因應區域情勢的變化，將與友好國家加強合作。這是一個重要的決定。\n"


def _tree(folder: Path) -> dict[str, str]:
    return {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in files(folder)}


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own; needs the right to mount one (root, or sudo that does not ask)."""
    place = tmp_path / "disk"
    place.mkdir()
    if not _mount("-t", "tmpfs", "-o", "size=100m", "tmpfs", str(place)):
        pytest.skip("may not mount a small disk here: run as root to have this tested")
    yield place
    _run("umount", str(place))


def _mount(*arguments: str) -> bool:
    return _run("mount", *arguments)


def _run(*command: str) -> bool:
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("mount") or (as_root and not shutil.which("sudo")):
        return False
    return subprocess.run([*as_root, *command], capture_output=True, check=False).returncode == 0


@pytest.fixture
def build(tmp_path: Path, disk: Path) -> Callable[[str], Run]:
    """Builds, on that disk, the site of a text."""
    for name in ("seeds", "knowledge"):
        (tmp_path / name).mkdir()

    def build(text: str) -> Run:
        (tmp_path / "seeds" / "a.txt").write_text(text, encoding="utf-8")
        folders = ("--seeds", tmp_path / "seeds", "--knowledge", tmp_path / "knowledge", "--output", disk / "out")
        return run_cli("build", "-q", "--jobs", "1", *folders)

    return build


def _used(disk: Path) -> int:
    """Kilobytes."""
    return sum((disk / path).stat().st_blocks for path in files(disk)) // 2


@pytest.mark.skipif(os.name != "posix", reason="no tmpfs")
def test_a_full_disk_is_one_line_and_the_old_site_stands(disk: Path, build: Callable[[str], Run]) -> None:
    assert build(TEXT).status == 0
    before, whole = _tree(disk / "out" / "site"), _used(disk)
    # No room for: the lock and the cache, the pages laid ready, the site in the making.
    for share in (0.0, 0.05, 0.3):
        shutil.rmtree(disk / "out" / ".cache")
        room = _used(disk) + int(whole * share) + 8
        assert _mount("-o", f"remount,size={room}k", str(disk))
        done = build(TEXT.replace("友好", "鄰近"))
        assert (done.status, len(done.err.splitlines())) == (1, 1), (share, done.err)
        assert done.err.startswith(f"{disk / 'out'}: no room left on the disk; make room")
        assert _tree(disk / "out" / "site") == before
        assert _mount("-o", "remount,size=100m", str(disk))
    assert build(TEXT).status == 0
    assert _tree(disk / "out" / "site") == before
    assert not [path for path in files(disk) if path.endswith(".part") or "site-next" in path]


def test_a_disk_that_may_not_be_written_is_one_line(disk: Path, build: Callable[[str], Run]) -> None:
    assert build(TEXT).status == 0
    before = _tree(disk / "out" / "site")
    assert _mount("-o", "remount,ro", str(disk))
    done = build(TEXT.replace("友好", "鄰近"))
    assert (done.status, len(done.err.splitlines())) == (1, 1), done.err
    assert "Read-only file system" in done.err
    assert str(disk) in done.err
    assert _mount("-o", "remount,rw", str(disk))
    assert build(TEXT).status == 0
    assert _tree(disk / "out" / "site") == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("locked", ["out", "out/.cache", "out/docs"])
def test_a_folder_that_may_not_be_written_is_one_line(tmp_path: Path, locked: str) -> None:
    for name in ("seeds", "knowledge", "out/.cache", "out/docs"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "seeds" / "a.txt").write_text(TEXT, encoding="utf-8")
    folders = ("--seeds", tmp_path / "seeds", "--knowledge", tmp_path / "knowledge", "--output", tmp_path / "out")
    (tmp_path / locked).chmod(0o555)
    done = run_cli("build", "-q", "--jobs", "1", *folders)
    (tmp_path / locked).chmod(0o755)
    assert (done.status, len(done.err.splitlines())) == (1, 1), done.err
    assert done.err.startswith(str(tmp_path / "out"))
    assert "Permission denied" in done.err
    assert run_cli("build", "-q", "--jobs", "1", *folders).status == 0
