"""One real build of the real seeds, shared by every test that looks at a site."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from tests.running import ROOT, run_cli

settings.register_profile("quick", deadline=None, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes the expected side of the fixtures anew."""
    parser.addoption("--update-golden", action="store_true", help="write the expected side of the fixtures anew")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The output folder of one build of the project's seeds; the same for all test processes. Only read it."""
    base = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        base = base.parent
    out = base / "built"
    with _one_at_a_time(base / "built.lock"):
        if not (base / "built.json").exists():
            done = run_cli("build", "--seeds", ROOT / "seeds", "--output", out)
            (base / "built.json").write_text(json.dumps([done.status, done.err]), encoding="utf-8")
    status, err = json.loads((base / "built.json").read_text(encoding="utf-8"))
    assert status == 0, err
    return out


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    import fcntl

    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    """The name of this test process; ``master`` where there is only one."""
    return str(getattr(request.config, "workerinput", {}).get("workerid", "master"))
