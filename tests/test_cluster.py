"""A build on a Dask cluster gives the bytes of a build at home, even if a worker dies in the middle."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from benchmarks.corpus import text_of
from jianbao.site.folders import files
from tests.running import ROOT, run_cli

distributed = pytest.importorskip("distributed")

CLUSTER = """
import sys, time
from distributed import LocalCluster
if __name__ == "__main__":
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()
    cluster.close()
"""


def _tree(folder: Path) -> dict[str, str]:
    return {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in files(folder)}


@pytest.mark.slow
def test_a_cluster_with_a_dying_worker_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "knowledge").mkdir()
    for number in range(20):
        (tmp_path / "seeds" / f"{number}.txt").write_text(text_of(number), encoding="utf-8")
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    cluster = subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert cluster.stdout
    try:
        address = cluster.stdout.readline().strip()
        killed: list[int] = []
        killer = threading.Thread(target=_kill_one_at_work, args=(address, killed))
        killer.start()
        folders = ("--seeds", tmp_path / "seeds", "--knowledge", tmp_path / "knowledge")
        away = run_cli("build", *folders, "--output", tmp_path / "away", "--scheduler", address)
        killer.join()
        assert killed
        assert away.status == 0, away.err
        home = run_cli("build", *folders, "--output", tmp_path / "home")
        assert home.status == 0, home.err
        for part in ("docs", "site"):
            assert _tree(tmp_path / "away" / part) == _tree(tmp_path / "home" / part)
    finally:
        cluster.communicate(timeout=30)


def _kill_one_at_work(address: str, killed: list[int]) -> None:
    """Kill a worker as soon as it has tasks, so that they are lost in the middle."""
    with distributed.Client(address) as client:
        end = time.monotonic() + 120
        while time.monotonic() < end:
            for worker, tasks in client.processing().items():
                if tasks:
                    process = client.run(os.getpid, workers=[worker], wait=True)[worker]
                    os.kill(process, signal.SIGKILL)
                    killed.append(process)
                    return
            time.sleep(0.02)


def test_no_scheduler_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    arguments = ("--seeds", tmp_path / "seeds", "--output", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9")
    done = run_cli("build", *arguments)
    assert done.status == 1
    assert [line for line in done.err.splitlines() if "no scheduler at tcp://127.0.0.1:9" in line]
    assert "Traceback" not in done.err
