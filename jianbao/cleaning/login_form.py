"""The form to log in that a page was copied with: the names of its fields and its buttons, one below the other.

Before: ``登錄×`` / ``電子郵件/用戶名`` / ``密碼`` / ``記住我`` above the title.
After: nothing.
Never: a heading that says 密碼; fewer than three such lines one below the other; a form below the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import line_forms
from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.document import Line

HEAD = 24
"""Lines with text on top of a page among which the form stands."""
FEWEST = 3
"""Lines of a form."""
LONGEST = 40
"""Characters of a line of it."""

_FIELD = line_forms.pattern("login_form", "field", re.I)
_CELLS = re.compile(r"[\s\u3000|｜]+")
_SECRET = ("密碼", "密码", "assword")
"""What every such form asks for."""


def find(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of a form to log in, above all running text."""
    head = texts.filled(lines[: 2 * HEAD])[:HEAD]
    plain = [lines[index].text.plain.strip() for index in head]
    if not any(word in text for text in plain if len(text) <= LONGEST for word in _SECRET):
        return frozenset()
    found: set[int] = set()
    run: list[int] = []
    for index, text in zip((*head, -1), (*plain, ""), strict=True):
        if text and _is_field(text):
            run.append(index)
            continue
        if len(run) >= FEWEST and any(word in lines[at].text.plain for at in run for word in _SECRET):
            found.update(run)
        if texts.is_prose(text):
            break
        run = []
    return frozenset(found)


def _is_field(text: str) -> bool:
    """Whether a line, or each of its cells, names a field or a button of such a form."""
    if len(text) > LONGEST:
        return False
    return bool(_FIELD.match(text)) or all(map(_FIELD.match, filter(None, _CELLS.split(text))))
