"""Builds killed at random moments, and workers of builds; the long run is ``python -m benchmarks.kills``."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.corpus import text_of
from benchmarks.kills import run
from tests.running import ROOT, run_cli


def test_a_killed_build_leaves_the_old_site_or_the_new_and_the_next_is_right(tmp_path: Path) -> None:
    went = run(tmp_path / "victim", kills=3, workers=1, seed=int(time.time()), states=2)
    assert sum(went.values()) == 4


@pytest.mark.parametrize("seconds", [1.5, 3.5])
def test_ctrl_c_is_one_line_and_leaves_no_process(tmp_path: Path, seconds: float) -> None:
    process = _start(tmp_path)
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said.strip()) == (130, "stopped")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@pytest.mark.parametrize("moment", [0.05, 0])
def test_ctrl_c_while_a_value_is_freed_stops_a_build_all_the_same(moment: float) -> None:
    script = f"""
import signal, time
from jianbao import cli, interrupts

interrupts._A_MOMENT = {moment}
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job begins with it ignored

class Freed:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
        time.sleep(1)

@cli.cli.command()
def work():
    Freed()
    time.sleep(30)

cli.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", script, "work"], cwd=ROOT, capture_output=True, text=True, timeout=25, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (130, "stopped")


@pytest.mark.parametrize("seconds", [1.5, 3.5])
def test_workers_end_with_a_build_that_is_killed_alone(tmp_path: Path, seconds: float) -> None:
    process = _start(tmp_path)
    time.sleep(seconds)
    process.kill()
    process.wait()
    for _ in range(100):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    else:
        os.killpg(process.pid, signal.SIGKILL)
        pytest.fail("workers live on")
    assert run_cli(*_arguments(tmp_path)).status == 0


def _start(folder: Path) -> subprocess.Popen[str]:
    for name in ("seeds", "knowledge"):
        (folder / name).mkdir()
    for number in range(12):
        (folder / "seeds" / f"{number}.txt").write_text(text_of(number), encoding="utf-8")
    command = [sys.executable, str(ROOT / "build.py"), *map(str, _arguments(folder))]
    pipe = subprocess.PIPE
    # A shell lets what it runs in the background ignore Ctrl-C, and children inherit that.
    heeded = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True)
    finally:
        signal.signal(signal.SIGINT, heeded)


def _arguments(folder: Path) -> tuple[str | Path, ...]:
    folders = ("--seeds", folder / "seeds", "--knowledge", folder / "knowledge", "--output", folder / "out")
    return ("build", "-q", "--jobs", "2", *folders)
