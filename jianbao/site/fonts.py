"""Which faces paper is set in: the region's own, of those that the machine has."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from jianbao.data_file import load_data


class FontError(Exception):
    """The machine has no face for a region. ``str()`` says what to install."""


@dataclass(frozen=True, slots=True)
class Faces:
    """Family names: ``song`` for text, ``hei`` for headings, ``latin`` for runs in Latin letters."""

    song: str
    hei: str
    latin: str


def choose_faces(locale: str, installed: Collection[str]) -> Faces:
    """The faces of a locale, of the families that are installed. Raises ``FontError`` where none is."""
    table = _table()
    chosen = {style: next((face for face in faces if face in installed), "") for style, faces in table[locale].items()}
    if not chosen["song"] and not chosen["hei"]:
        wanted = ", ".join(table[locale]["song"][:3])
        raise FontError(
            f"no font for {locale} on this machine (looked for {wanted} …); install one: {table['install']}"
        )
    song, hei = chosen["song"] or chosen["hei"], chosen["hei"] or chosen["song"]
    return Faces(song, hei, next((face for face in table["latin"] if face in installed), song))


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_data("print_fonts")
    return table
