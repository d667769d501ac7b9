"""How two lines of one flow are joined: with nothing, or with the space that the line end stood for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jianbao import regex as re
from jianbao.audit import Legality
from jianbao.document import Line
from jianbao.provenance import MappedText, Removal
from jianbao.structure import measure

JOINT = "T10"
"""Code of the space that is put between two joined lines."""

HYPHEN = "T17"
"""Code of a hyphen that a line's end had put into a word."""

LEGAL: Legality = {JOINT: lambda before, after: not before and after == " "}
"""A joint puts one space where there was no character."""

_URL_AT_END = re.compile(r"(?:https?://|www\.)[!-~]*$", re.IGNORECASE)
_URL_GOES_ON = re.compile(r"[!-~]*")
_NO_SPACE_BEFORE = frozenset(",;!?)]}")
_ENDS_URL = re.compile(r"[.,;)]$")


def join(lines: Sequence[Line], known: frozenset[str] = frozenset()) -> tuple[MappedText, tuple[Removal, ...]]:
    """The lines as one text, white space at their ends left out, and the hyphens that only parted a word.

    ``known`` are the words that the text has elsewhere: a hyphen leaves where the word without it is known, or where
    neither half is a word.
    """
    if len(lines) == 1:
        return lines[0].text.strip(), ()
    parts: list[MappedText] = []
    removals: list[Removal] = []
    tail = ""
    for line in lines:
        text = line.text.strip()
        if parts and parts_word(tail, text.plain, known):
            hyphen = parts[-1].slice(len(parts[-1]) - 1)
            removals.append(hyphen.removed(HYPHEN, "parted a word at the end of a line"))
            parts[-1] = parts[-1].slice(0, len(parts[-1]) - 1)
        elif parts and needs_space(tail, text.plain):
            parts.append(MappedText.inserted(" ", JOINT))
            tail += " "
        parts.append(text)
        tail = (tail + text.plain)[-300:]
    return MappedText.concat(parts), tuple(removals)


def parts_word(before: str, after: str, known: frozenset[str]) -> bool:
    """Whether the hyphen at the end of a line stands there only because the word was cut."""
    if before.endswith("\u00ad"):
        return True
    left, right = _WORD_LEFT.search(before), _WORD_RIGHT.match(after)
    if not left or not right or in_url(before, after):
        return False
    first, second = left[1].lower(), right[0].lower()
    if first + second in known:
        return True
    return f"{first}-{second}" not in known and first not in known and second not in known


_WORD_LEFT = re.compile(r"(?<![A-Za-z-])([A-Za-z]?[a-z]+)[-\u2010]$")
_WORD_RIGHT = re.compile(r"[a-z]{2,}(?![A-Za-z])")
_LOWER = re.compile("[a-z]")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*(?![A-Za-z-])")


def words(lines: Iterable[Line]) -> frozenset[str]:
    """The Latin words of a text, in lower case; those that a line's end may have cut are left out."""
    found: set[str] = set()
    for line in lines:
        plain = line.text.plain.rstrip()
        if plain.isascii() or _LOWER.search(plain, 0, LONGEST):
            found.update(match[0].lower() for match in _WORD.finditer(plain[:LONGEST]) if match.end() < len(plain))
    return frozenset(found)


LONGEST = 2000
"""Characters of a line that are searched for words: no line of print is longer."""


def needs_space(before: str, after: str) -> bool:
    """Whether a space belongs between the end of one line and the start of the next."""
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    if not measure.is_latin(left) and not measure.is_latin(right):
        return False
    if _is_mark(left) or _is_mark(right) or right in _NO_SPACE_BEFORE:
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
