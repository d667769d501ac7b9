"""The layers, and who may do what."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jianbao.codes import load_codes

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "jianbao"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_the_layers_hold() -> None:
    # In a process of its own: called from here the linter would silence every logger that other tests listen to.
    linter = Path(sys.executable).with_name("lint-imports")
    assert subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, check=False).returncode == 0


def _calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


def test_nothing_prints() -> None:
    assert [path for path in MODULES if "print" in _calls(path)] == []


@pytest.mark.parametrize("name", ["eval", "exec", "__import__"])
def test_nothing_runs_text(name: str) -> None:
    assert [path for path in MODULES if name in _calls(path)] == []


def test_patterns_are_compiled_when_they_are_used() -> None:
    makers = {"choice", "first_characters", "line_forms", "needles", "pattern_tree", "regex"}
    of_bytes = {"edits"}
    own = {path.stem for path in MODULES if re.search("^import re$", path.read_text(encoding="utf-8"), re.MULTILINE)}
    assert own == makers | of_bytes


def test_no_drawer_for_everything() -> None:
    assert [path for path in MODULES if path.stem in {"utils", "helpers", "common", "misc"}] == []


def test_every_code_is_in_the_table() -> None:
    used = {code for path in MODULES for code in re.findall(r'"([CEKNRSTW]\d\d)"', path.read_text(encoding="utf-8"))}
    assert sorted(used - load_codes().keys()) == []
