"""A short fuzz run over bytes to findings: no text whatever makes Jianbao fail or lose a character."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from jianbao.pipeline import load_knowledge
from jianbao.project import make_project
from jianbao.reading import Knowledge, SeedInput, SeedResult, read_seed
from jianbao.sidecar import Sidecar
from tests.running import ROOT

PIECES = [
    *"政府今日宣布因應區域情勢變化國際臺灣中美日",
    *"，。；：！？「」『』（）〈〉《》—…·、‟„“”",
    *"0123456789０１２①②一二三四五〇",
    *" \t\n\n\n\r\f\v\u3000\u00a0\u200b\u202e\ufeff\u2028\u0085\ufffd\x00\x1b",
    *"abcXYZ*_`#[]()<>&|\\!-+=~^{}$%@:/'\"",
    *"❤️👨‍👩‍👧🇹🇼⼀㐀𠮷豈ㄅかなカ한글Яأ",
    "\r\n",
    "第 3 頁",
    "— 12 —",
    "註1",
    "[1]",
    "1. ",
    "（一）",
    "第一章 總則",
    "記者王小明／台北報導",
    "2026年2月3日",
    "民國115年",
    "他說：「",
    "」他表示。",
    "圖：",
    "資料來源：",
    "http://例.tw/?a=1&b=<script>",
    "表一",
    "| a | b |",
    "---",
    "```",
    "{{ x }}",
    "{% raw %}",
    "<!-- -->",
    "![](x)",
    "[^1]:",
    "a" * 50,
    "。" * 30,
    "（" * 30,
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=120).map("".join)


@lru_cache(maxsize=1)
def _known() -> Knowledge:
    return load_knowledge(make_project(knowledge=ROOT / "knowledge"))


def _read(data: bytes) -> SeedResult:
    return read_seed(SeedInput("fuzz.txt", data, Sidecar()), _known())


def _check(result: SeedResult) -> None:
    assert result.bug == ""
    assert result.report or any(item.severity == "error" for item in result.diagnostics)


@given(TEXTS)
@example("1\n2\n3\n")
@example("「" * 200)
@example("甲\f\f\f乙\f")
def test_any_text_is_read_without_loss(text: str) -> None:
    _check(_read(text.encode("utf-8", "replace")))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _check(_read(data))


@given(st.data())
def test_cut_and_shuffled_seeds_are_read_without_loss(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(_lines()))
    start = data.draw(st.integers(0, len(lines) - 1))
    chosen = lines[start : start + data.draw(st.integers(1, 40))]
    _check(_read("\n".join(data.draw(st.permutations(chosen))).encode()))


@lru_cache(maxsize=1)
def _lines() -> list[list[str]]:
    seeds: list[Path] = sorted((ROOT / "seeds").glob("*.txt"))
    return [path.read_text(encoding="utf-8").splitlines() for path in seeds]
