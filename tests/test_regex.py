"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
import subprocess
import sys
from threading import Event

import pytest

from jianbao import regex

EVERY_MODULE = """
import importlib, pkgutil, re
import jianbao
from jianbao import regex
regex.compile_at_once()
names = [found.name for found in pkgutil.walk_packages(jianbao.__path__, "jianbao.") if found.name != "jianbao.cluster"]
modules = [importlib.import_module(name) for name in names]
print(sum(isinstance(value, re.Pattern) for module in modules for value in vars(module).values()))
"""


def test_it_finds_what_re_finds() -> None:
    late, plain = regex.compile("(?P<name>甲|a)+", regex.I), re.compile("(?P<name>甲|a)+", re.I)
    assert late.sub("-", "A甲乙aa") == plain.sub("-", "A甲乙aa")
    assert [match["name"] for match in late.finditer("A甲乙a")] == [match["name"] for match in plain.finditer("A甲乙a")]
    assert (late.pattern, late.groups, dict(late.groupindex)) == (plain.pattern, plain.groups, {"name": 1})


def test_it_is_compiled_when_it_is_used() -> None:
    late = regex.compile("(")
    assert late.pattern == "("
    with pytest.raises(re.error):
        late.search("")


def test_it_is_made_once() -> None:
    made: list[str] = []

    def make() -> re.Pattern[str]:
        made.append("甲")
        return re.compile("甲")

    late = regex.late(make)
    assert not made
    assert late.search("甲") and late.search("甲") and late.match("甲")
    assert made == ["甲"]


def test_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regex, "_at_once", Event())
    regex.compile_at_once()
    assert isinstance(regex.compile("甲"), re.Pattern)
    assert isinstance(regex.late(lambda: re.compile("甲")), re.Pattern)
    with pytest.raises(re.error):
        regex.compile("(")


def test_every_pattern_compiles() -> None:
    done = subprocess.run([sys.executable, "-c", EVERY_MODULE], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 1000
