"""Messages as text, JSON and GitHub commands."""

from __future__ import annotations

import json

from jianbao.diagnostics import Diagnostic, Position, Severity
from jianbao.report import as_github, as_text, render

WARNING = Diagnostic(
    Severity.WARNING, "S02", "byte FF", "seeds/a.txt", Position(118, 5), help="mend it", source="一二三四五六"
)


def test_text_has_the_line_a_caret_and_help() -> None:
    assert as_text(WARNING).splitlines() == [
        "seeds/a.txt:118:5: warning: byte FF [S02 bad-byte]",
        "  | 一二三四五六",
        "  | \u3000\u3000\u3000\u3000^",
        "  help: mend it",
    ]


def test_a_long_line_is_cut_around_its_place() -> None:
    long = Diagnostic(Severity.ERROR, "S02", "x", "a", Position(1, 50_000), source="字" * 100_000)
    assert max(map(len, as_text(long).splitlines())) < 120


def test_a_thousand_messages_of_one_long_line_are_compared_without_it() -> None:
    long = [Diagnostic(Severity.INFO, "U01", "x", "a", Position(1, n), source="字" * 100_000) for n in range(1000)]
    assert len(repr(long)) < 200_000


def test_a_seed_cannot_drive_the_terminal() -> None:
    nasty = Diagnostic(Severity.ERROR, "S02", "\x1b[31m\n\u202e", "a\nb", Position(1), source="\x1b]0;x\x07\u202e字")
    assert "\x1b" not in as_text(nasty)
    assert "\u202e" not in as_text(nasty)
    assert len(as_text(nasty).splitlines()) == 4


def test_json_is_a_list_in_order() -> None:
    first = Diagnostic(Severity.ERROR, "S04", "empty", "seeds/0.txt")
    told = json.loads(render([WARNING, first], "json"))
    assert [item["path"] for item in told] == ["seeds/0.txt", "seeds/a.txt"]
    assert told[1] == {
        "severity": "warning",
        "code": "S02",
        "name": "bad-byte",
        "message": "byte FF",
        "path": "seeds/a.txt",
        "line": 118,
        "column": 5,
        "help": "mend it",
    }


def test_github_commands_are_escaped() -> None:
    nasty = Diagnostic(Severity.WARNING, "S02", "50%\n::error::no", "a,b:c", Position(1, 2))
    line = as_github(nasty)
    assert line.count("\n") == 0
    assert line.startswith("::warning file=a%2Cb%3Ac,title=S02 bad-byte,line=1,col=2::50%25%0A::error")
