"""An edit shows: in ``build.py serve`` and in plain ``mkdocs serve``, once, and then there is quiet."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from jianbao.project import Project
from jianbao.serve import serve
from tests.running import ROOT

FIRST = "第一篇的標題\n\n政府今日宣布，為了因應區域情勢的變化，將與友好國家加強合作。這是一個重要的決定。\n"
OTHER = FIRST.replace("第一篇", "另外一篇")


def _wait(seconds: float, met: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if met():
            return True
        time.sleep(0.3)
    return False


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError, TimeoutError) as error:
        return f"error {getattr(error, 'code', '')}"


def test_serve_follows_edits_additions_and_deletions(tmp_path: Path) -> None:
    project = Project(tmp_path / "seeds", tmp_path / "knowledge", tmp_path / "out")
    for folder in (project.seeds, project.knowledge):
        folder.mkdir()
    (project.seeds / "a.txt").write_text(FIRST, encoding="utf-8")
    port, stop, said = _port(), threading.Event(), list[str]()
    base = f"http://127.0.0.1:{port}/briefings"
    thread = threading.Thread(target=serve, args=(project, "127.0.0.1", port, said.append, stop), daemon=True)
    thread.start()
    try:
        page = f"{base}/di-yi-pian-de-biao-ti.html"
        assert _wait(120, lambda: "友好國家" in _get(page)), said
        assert "/.reload.js" in _get(page)
        time.sleep(1)
        (project.seeds / "a.txt").write_text(FIRST.replace("友好國家", "鄰近國家"), encoding="utf-8")
        (project.seeds / "b.txt").write_text(OTHER, encoding="utf-8")
        other = f"{base}/ling-wai-yi-pian-de-biao-ti.html"
        assert _wait(120, lambda: "鄰近國家" in _get(page) and "友好國家" in _get(other)), said
        (project.seeds / "b.txt").unlink()
        assert _wait(120, lambda: _get(other) == "error 404"), said
        (project.seeds / "a.yml").write_text("authors: [王小明]\n", encoding="utf-8")
        assert _wait(120, lambda: "王小明" in _get(page)), said
        (project.seeds / "c.txt").write_bytes(b"a\0b")
        (project.knowledge / "names.yml").write_text("- wrong\n", encoding="utf-8")
        assert _wait(120, lambda: any(line.startswith(f"{project.knowledge}/names.yml:1: ") for line in said)), said
        assert "王小明" in _get(page)
        (project.knowledge / "names.yml").unlink()
        assert _wait(120, lambda: any("c.txt: error: " in line and "NUL" in line for line in said)), said
        (project.seeds / "c.txt").unlink()
        (project.seeds / "a.yml").unlink()
        assert _wait(120, lambda: "王小明" not in _get(page)), said
        assert _wait(30, lambda: said[-1].startswith("1 briefings")), said
        told = list(said)
        time.sleep(3)
        assert said == told
    finally:
        stop.set()
        thread.join(30)


@pytest.mark.slow
def test_plain_mkdocs_serve_shows_an_edited_seed_and_comes_to_rest(tmp_path: Path) -> None:
    copy = tmp_path / "checkout"
    for name in ("jianbao", "templates", "docs/assets"):
        shutil.copytree(ROOT / name, copy / name)
    for name in ("mkdocs.yml", "mkdocs_hook.py"):
        shutil.copy(ROOT / name, copy)
    for name in ("seeds", "knowledge"):
        (copy / name).mkdir()
    (copy / "seeds" / "a.txt").write_text(FIRST, encoding="utf-8")
    port, log = _port(), tmp_path / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w") as file:
        process = subprocess.Popen(command, cwd=copy, stdout=file, stderr=file, start_new_session=True)
    try:
        page = f"http://127.0.0.1:{port}/briefings/di-yi-pian-de-biao-ti.html"
        assert _wait(120, lambda: "友好國家" in _get(page)), log.read_text()
        time.sleep(2)
        (copy / "seeds" / "a.txt").write_text(FIRST.replace("友好國家", "鄰近國家"), encoding="utf-8")
        assert _wait(120, lambda: "鄰近國家" in _get(page)), log.read_text()
        time.sleep(8)
        builds = log.read_text().count("Documentation built")
        time.sleep(5)
        assert log.read_text().count("Documentation built") == builds <= 4
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)
