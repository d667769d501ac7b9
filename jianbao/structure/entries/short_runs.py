"""Stretches of short lines between running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao.structure.blocks.known import Known, Role

SHORT = (Role.TITLE, Role.META, Role.SIGNATURE, Role.SEPARATOR, Role.END, Role.CAPTION, Role.EDITOR)
"""Roles of lines between running text."""


def runs(known: Sequence[Known]) -> Iterator[tuple[int, int]]:
    """Maximal stretches of short lines, as half-open ranges."""
    begin: int | None = None
    for index, item in enumerate(known):
        if item.role in SHORT:
            begin = index if begin is None else begin
        elif begin is not None:
            yield begin, index
            begin = None
    if begin is not None:
        yield begin, len(known)
