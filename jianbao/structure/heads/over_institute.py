"""Writers of any people over the institute in brackets, below a title: ``莫日根`` over ``（濱海大學海洋系）``.

A journal prints the writer's name in a line of its own and below it, in brackets, where he works. The brackets tell
that the line above is a name, be its surname known or not.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine

TOP = 8
"""Parts on top of a text among which its head stands."""
_NAMES = re.compile(r"[\u3400-\u9fff·]{2,4}(?:[\s\u3000、，,]+[\u3400-\u9fff·]{2,4}){0,3}")
_SPREAD = re.compile(r"([\u3400-\u9fff])[\s\u3000]+([\u3400-\u9fff])")
"""A name of two characters at the width of three."""
_BRACKETS = re.compile(r"[（(](?P<inner>[^（()）]{4,40})[)）]")
_BETWEEN = re.compile(r"[\s\u3000、，,]+")
_PLACE = re.compile(r"[\s\u3000，,]+[\u3400-\u9fff]{2,6}[\s\u3000]*\d{0,6}$")
"""The town of an institute and its postcode, behind its name."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such names as writers and the brackets as where they work."""
    done = list(known)
    for index in range(1, min(TOP, len(known) - 1)):
        above, item, below = done[index - 1], done[index], done[index + 1]
        brackets = _BRACKETS.fullmatch(below.plain)
        if above.role is not Role.TITLE or item.role is not Role.TITLE or brackets is None or below.meta is not None:
            continue
        spread = _SPREAD.fullmatch(item.plain)
        names = ["".join(spread.groups())] if spread else _BETWEEN.split(item.plain)
        institute = brackets["inner"].strip()
        if _NAMES.fullmatch(" ".join(names)) and persons.is_organisation(_PLACE.sub("", institute)):
            done[index] = Known(item.part, Role.META, MetaLine(authors=tuple(names)))
            done[index + 1] = Known(below.part, Role.META, MetaLine(affiliation=institute))
            break
    return done
