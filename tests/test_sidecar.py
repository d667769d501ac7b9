"""The editor's sidecar: what he writes is read, and each mistake is told with its line and what to write instead."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from jianbao.diagnostics import EditorError
from jianbao.sidecar import KINDS, Fix, Ignore, LineRange, Sidecar, load_sidecar
from jianbao.site.interface import interface

FULL = """\
title: 題目
date: 2026-02-03
authors: 王小明
articles:
  2: {title: 第二篇, authors: [甲, 乙], kind: news}
split: [40, 1]
keep: [3, 10-12]
drop:
  - {lines: 5-6, reason: 廣告}
fix:
  - {line: 7, before: 錯, after: 對}
ignore:
  - {code: C02, line: 9, reason: 原文如此}
  - code: S02
    reason: 已知
"""


def _load(tmp_path: Path, text: str) -> Sidecar:
    path = tmp_path / "a.yml"
    path.write_text(text, encoding="utf-8")
    return load_sidecar(path)


def test_no_file_and_an_empty_file_say_nothing(tmp_path: Path) -> None:
    assert load_sidecar(tmp_path / "none.yml") == Sidecar()
    assert _load(tmp_path, "# nothing yet\n") == Sidecar("a.yml")


def test_everything_an_editor_can_say(tmp_path: Path) -> None:
    sidecar = _load(tmp_path, FULL)
    assert sidecar.facts(1).title == "題目"
    assert sidecar.facts(1).date == "2026-02-03"
    assert sidecar.facts(1).authors == ("王小明",)
    assert sidecar.facts(2).authors == ("甲", "乙")
    assert sidecar.facts(3).title is None
    assert sidecar.split == (1, 40)
    assert [(item.first, item.last) for item in sidecar.keep] == [(3, 3), (10, 12)]
    assert sidecar.keeps(11)
    assert not sidecar.keeps(13)
    assert sidecar.drop == (LineRange(5, 6, 9, "廣告"),)
    assert sidecar.fix == (Fix(7, "錯", "對", 11),)
    assert sidecar.ignore == (Ignore("C02", 9, "原文如此", 13), Ignore("S02", None, "已知", 14))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- a\n", 1, "table"),
        ("title: a\ntitel: b\n", 2, "titel"),
        ("\ndate: 3 Feb\n", 2, "2026-02-03"),
        ("date: 2026-13-01\n", 1, "no date"),
        ("date: 2026-02-30\n", 1, "no date"),
        ("date: 0000-01-01\n", 1, "no date"),
        ("date: 0000\n", 1, "no date"),
        ("title: a\nkind: nonsense\n", 2, "write one of announcement"),
        ("title: [a]\n", 1, "title must be text"),
        ("title: ''\n", 1, "title must be text"),
        ("authors: [1]\n", 1, "authors"),
        ("articles: [a]\n", 1, "articles"),
        ("articles:\n  zwei: {title: b}\n", 2, "zwei"),
        ("title: a\narticles:\n  1: {title: b}\n", 3, "twice"),
        ("split: 4\n", 1, "split"),
        ("split: [0]\n", 1, "split"),
        ("split: [true]\n", 1, "split"),
        ("keep: [9-3]\n", 1, "range"),
        ("keep:\n  - {line: 3}\n", 2, "unknown key"),
        ("fix: [{line: 1, before: '', after: b}]\n", 1, "before and after"),
        ("fix:\n  - {before: a, after: b}\n", 2, "line of the seed"),
        ('fix: [{line: 1, before: "a\\nb", after: c}]\n', 1, "one line"),
        ("ignore: [{code: C02}]\n", 1, "reason"),
        ("ignore: [{code: x, reason: y}]\n", 1, "no code"),
        ("title: a\ntitle: b\n", 2, "twice"),
        ("title: [\n", 2, ""),
        ("title: !!python/object/apply:os.system [ls]\n", 1, "python"),
        ("a: &a [*a]\n", 1, ""),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(EditorError) as caught:
        _load(tmp_path, text)
    assert str(caught.value).startswith(f"a.yml:{line}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"title: \xff", b"[" * 50_000, b"a: \0", b"title: 1: 2"])
def test_what_is_no_yaml_is_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.yml").write_bytes(data)
    with pytest.raises(EditorError) as caught:
        load_sidecar(tmp_path / "a.yml")
    assert str(caught.value).startswith("a.yml")
    assert "\n" not in str(caught.value)


def test_the_site_has_a_word_for_every_kind() -> None:
    words = interface("zh-Hant-TW")
    assert sorted(KINDS) == sorted(key.removeprefix("kind_") for key in words if key.startswith("kind_"))


def test_a_number_or_a_date_may_be_a_title(tmp_path: Path) -> None:
    assert _load(tmp_path, "title: 1984\n").facts(1).title == "1984"
    assert _load(tmp_path, "title: 2026-02-03\n").facts(1).title == "2026-02-03"


def test_a_mistake_comes_home_whole_from_another_process(tmp_path: Path) -> None:
    for mistake in (EditorError("a.yml", 3, "wrong", "write it so"), EditorError("a", None, "wrong")):
        home = pickle.loads(pickle.dumps(mistake))
        assert (str(home), home.line, home.help) == (str(mistake), mistake.line, mistake.help)


def test_a_pipe_in_the_place_of_a_sidecar_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yml")
    with pytest.raises(EditorError, match=r"a\.yml: cannot be read \(not a regular file\)"):
        load_sidecar(tmp_path / "a.yml")


def test_a_folder_in_the_place_of_a_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.yml").mkdir()
    with pytest.raises(EditorError, match=r"a\.yml: cannot be read"):
        load_sidecar(tmp_path / "a.yml")
