"""Pins the floors of the recovery benchmark: ``python -m tests.quality.pin [--lower]``.

Figures that rose are pinned anew, and the hash of the corpus. A floor is lowered only with ``--lower``; without it, a
figure below its floor is an error and nothing is written.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

from tests.quality.recovery import cases, corpus_hash, figures

FLOORS = Path(__file__).parent / "floors.yml"
HEADER = """\
# F1 of recovery from extracted PDF text, by layout and mode: paragraphs, headings, notes (body and place of the mark),
# rows of tables. Written by tests/quality/pin.py; a floor is lowered only with its flag.
"""


def pinned() -> dict[str, Any]:
    """The corpus's hash and the floors, by case and figure."""
    data: dict[str, Any] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    return data


def main(lower: bool) -> int:
    """Write the figures reached now as floors. Exit status 1 where one fell and ``lower`` is not given."""
    before = pinned()["floors"] if FLOORS.exists() else {}
    now = {f"{layout}.{mode}": figures(layout, text) for layout, mode, text in cases()}
    fallen = [
        f"{case} {name}: {before[case][name]} -> {value}"
        for case, reached in now.items()
        for name, value in reached.items()
        if value < before.get(case, {}).get(name, 0)
    ]
    print(*fallen, sep="\n")
    if fallen and not lower:
        return 1
    data = {"corpus": corpus_hash(), "floors": now}
    FLOORS.write_text(HEADER + yaml.safe_dump(data, sort_keys=False, default_flow_style=None), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--lower" in sys.argv[1:]))
