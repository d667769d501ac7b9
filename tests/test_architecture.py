"""The layers, and who may do what."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from jianbao.codes import load_codes

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "jianbao"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_the_layers_hold() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def _calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


def test_nothing_prints() -> None:
    assert [path for path in MODULES if "print" in _calls(path)] == []


@pytest.mark.parametrize("name", ["eval", "exec", "__import__"])
def test_nothing_runs_text(name: str) -> None:
    assert [path for path in MODULES if name in _calls(path)] == []


def test_no_drawer_for_everything() -> None:
    assert [path for path in MODULES if path.stem in {"utils", "helpers", "common", "misc"}] == []


def test_every_code_is_in_the_table() -> None:
    used = {code for path in MODULES for code in re.findall(r'"([CEKNRSTW]\d\d)"', path.read_text(encoding="utf-8"))}
    assert sorted(used - load_codes().keys()) == []
