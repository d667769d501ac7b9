"""How two lines of one flow are joined: with nothing, or with the space that the line end stood for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianbao.document import Line
from jianbao.provenance import Legality, MappedText
from jianbao.structure import measure

JOINT = "T10"
"""Code of the space that is put between two joined lines."""

LEGAL: Legality = {JOINT: lambda before, after: not before and after == " "}
"""A joint puts one space where there was no character."""

_URL_AT_END = re.compile(r"(?:https?://|www\.)[!-~]*$", re.IGNORECASE)
_URL_GOES_ON = re.compile(r"[!-~]*")
_ENDS_URL = re.compile(r"[.,;)]$")


def join(lines: Sequence[Line]) -> MappedText:
    """The lines as one text, white space at their ends left out."""
    if len(lines) == 1:
        return lines[0].text.strip()
    parts: list[MappedText] = []
    tail = ""
    for line in lines:
        text = line.text.strip()
        if parts and needs_space(tail, text.plain):
            parts.append(MappedText.inserted(" ", JOINT))
            tail += " "
        parts.append(text)
        tail = (tail + text.plain)[-300:]
    return MappedText.concat(parts)


def needs_space(before: str, after: str) -> bool:
    """Whether a space belongs between the end of one line and the start of the next."""
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    if not measure.is_latin(left) and not measure.is_latin(right):
        return False
    if _is_mark(left) or _is_mark(right):
        return False
    if in_url(before, after):
        return False
    return not (left == "-" and len(before) > 1 and before[-2].isalnum())


def in_url(before: str, after: str) -> bool:
    """Whether a wrap cut an address: the line ends in one, and what follows cannot start a word of its own."""
    if not _URL_AT_END.search(before):
        return False
    piece = after.split(maxsplit=1)[0] if after.split() else ""
    if before[-1] in "/-_=&?%~#" or piece[:1] in "/-_=&?%~#":
        return True
    return (
        bool(_URL_GOES_ON.match(piece))
        and ("/" in piece or "-" in piece or "." in piece.rstrip("."))
        and (not _ENDS_URL.search(before) or piece[:1].islower())
    )


def _is_mark(char: str) -> bool:
    return not measure.is_latin(char) and not char.isalnum()
