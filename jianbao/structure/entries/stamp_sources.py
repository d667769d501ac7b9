"""Of the words beside the days of a list of entries, which is the outlet: all entries together tell."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.structure.entries.stamps import Stamp, is_outlet
from jianbao.structure.heads import persons, reporter_words
from jianbao.word_lists import words

LONGEST_DESK = 2
"""Han characters of a section's name: 國際, 財經. No outlet is called so."""


def told(stamps: Sequence[Stamp]) -> list[tuple[str, tuple[str, ...]]]:
    """Of each stamp the source and the writers. Which of several words is the source, all stamps together tell."""
    count = max((len(stamp.pieces) for stamp in stamps), default=0)
    columns = [[stamp.pieces[n] for stamp in stamps if len(stamp.pieces) > n] for n in range(count)]
    outlets = [sum(is_outlet(word) for word in column) for column in columns]
    people = [sum(_is_person(word) for word in column) for column in columns]
    others = [not outlets[n] and _are_no_outlets(column) for n, column in enumerate(columns)]
    best = max(range(count), key=lambda n: (outlets[n], not others[n], -people[n], -n), default=0)
    bare = not any(stamp.timed for stamp in stamps)
    none = bool(columns) and not outlets[best] and (others[best] or people[best] == len(columns[best]))
    none = none or (bare and bool(columns) and outlets[best] < len(columns[best]) / 2)
    found: list[tuple[str, tuple[str, ...]]] = []
    for stamp in stamps:
        piece = stamp.pieces[best] if len(stamp.pieces) > best and not none else ""
        names = tuple(word for n, word in enumerate(stamp.pieces) if (n != best or none) and _is_person(word))
        found.append((stamp.labelled or piece, stamp.authors or names))
    return found


def _are_no_outlets(column: Sequence[str]) -> bool:
    """Whether the words of a column are the names of sections, or of places."""
    return all(len(word) <= LONGEST_DESK for word in column) or 2 * sum(map(_is_place, column)) >= len(column)


def _is_place(word: str) -> bool:
    return reporter_words.is_place(word) or word in words("posting_places")


def _is_person(word: str) -> bool:
    """Whether a word is surely somebody's name: words in Latin letters may name an outlet as well."""
    return word[0] > "\u2e7f" and persons.is_name(word) and not is_outlet(word) and not _is_place(word)
