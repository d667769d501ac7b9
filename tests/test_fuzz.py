"""Short fuzz runs: no text whatever makes Jianbao fail, lose a character or show what is live.

The long one is ``python -m benchmarks.fuzz``; what it finds becomes an example here.
"""

from __future__ import annotations

import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.hostile_texts import PIECES
from tests.one_text import check, read
from tests.running import ROOT

TEXTS = st.lists(st.sampled_from(PIECES), max_size=120).map("".join)


@given(TEXTS)
@example("1\n2\n3\n")
@example("「" * 200)
@example("甲\f\f\f乙\f")
@example("关于⻓期⻛险的报告\n\n⼲部们认为⻓期的⻛险很大，⾯对统⼀的问题，专家说⾥⾯的⾯条很贵。\n")
@example("讀書的人\n\n*參考文獻\n很多人第一次讀\n\n收穫*\n星號在這裡只是記號，與註釋無關。\n")
def test_any_text_is_read_without_loss(text: str) -> None:
    read(text.encode("utf-8", "replace"))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read(data)


@given(st.data())
def test_cut_and_shuffled_seeds_are_read_without_loss(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(_lines()))
    start = data.draw(st.integers(0, len(lines) - 1))
    chosen = lines[start : start + data.draw(st.integers(1, 40))]
    read("\n".join(data.draw(st.permutations(chosen))).encode())


@settings(max_examples=20)
@example("*政*", False)
@given(TEXTS.filter(lambda text: len(text) < 300), st.booleans())
def test_any_text_is_shown_with_just_its_words_and_nothing_live(text: str, everything: bool) -> None:
    check(text.encode("utf-8", "replace"), everything)


def test_a_short_coverage_guided_run_finds_nothing(tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="no atheris for this system: pip install -r requirements/fuzz.txt")
    short = ["--seconds", "30", "--every", "25", "--corpus", str(tmp_path / "corpus"), "--finds", str(tmp_path)]
    command = [sys.executable, "-m", "benchmarks.fuzz", *short]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "number_of_executed_units" in done.stderr


@lru_cache(maxsize=1)
def _lines() -> list[list[str]]:
    seeds: list[Path] = sorted((ROOT / "seeds").glob("*.txt"))
    return [path.read_text(encoding="utf-8").splitlines() for path in seeds]
