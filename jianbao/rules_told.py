"""What the rules are: for ``rules``."""

from __future__ import annotations

from collections.abc import Iterator

from jianbao import cleaning
from jianbao.codes import load_codes
from jianbao.data_file import load_data
from jianbao.diagnostics import EditorError
from jianbao.firings import of_rule
from jianbao.project import Project


def all_rules() -> Iterator[str]:
    """Every code, a line each."""
    for code in sorted(load_codes().values(), key=lambda code: code.code):
        yield f"{code.code}  {code.name:<28}{code.title}"


def one_rule(wanted: str, project: Project) -> Iterator[str]:
    """A rule by its code or name: title, what the editor can do, what it does with examples, and where it fired.

    ``EditorError`` if there is no such rule.
    """
    codes = load_codes()
    found = codes.get(wanted) or next((code for code in codes.values() if code.name == wanted.lower()), None)
    if not found:
        raise EditorError(wanted, None, "no such rule", "see all with: python build.py rules")
    yield f"{found.code} {found.name}: {found.title}"
    if found.help:
        yield f"help: {found.help}"
    told = cleaning.documentation().get(found.code) or load_data("rule_docs").get(found.code, "").strip()
    if told:
        yield from ("", told)
    fired = list(of_rule(found.code, project))
    if fired:
        yield from ("", *fired)
