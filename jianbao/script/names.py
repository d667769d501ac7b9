"""The editor's names in their regional forms: 川普, 特朗普. The only words that any edition changes."""

from __future__ import annotations

from collections import defaultdict

from jianbao.document import LOCALES
from jianbao.gazetteer import Gazetteer, Name
from jianbao.script.carry import Replacement

REGIONS = dict(zip(LOCALES, ("tw", "cn", "hk"), strict=True))
"""Locale of an edition to the key of its forms in ``Name.forms``."""


class RegionalNames:
    """Finds names in text and knows their form in one region."""

    def __init__(self, gazetteer: Gazetteer, region: str) -> None:
        self._surfaces: dict[str, list[tuple[str, str]]] = defaultdict(list)
        found: dict[str, str] = {}
        for name in gazetteer.names:
            form = name.form(region)
            for surface in _surfaces(name):
                found.setdefault(surface, form)
        for surface in sorted(found, key=len, reverse=True):
            if surface:
                self._surfaces[surface[:2]].append((surface, found[surface]))

    def find(self, text: str) -> list[Replacement]:
        """Names of ``text`` that have a form of their own, leftmost and longest first; others only hold their place."""
        result: list[Replacement] = []
        position = 0
        while position < len(text) - 1:
            for surface, form in self._surfaces.get(text[position : position + 2], ()):
                if text.startswith(surface, position):
                    if form:
                        result.append(Replacement(position, position + len(surface), form))
                    position += len(surface)
                    break
            else:
                position += 1
        return result


def _surfaces(name: Name) -> list[str]:
    """The wordings of Taiwan that a regional form stands for: the name itself and spellings of it."""
    words = [name.name, name.form("tw")]
    words += [alias.text for alias in name.aliases if not alias.error and _spelling_of(alias.text, name)]
    return list(dict.fromkeys(word for word in words if len(word) > 1))


def _spelling_of(word: str, name: Name) -> bool:
    """Whether ``word`` is but another transcription (梅爾茲 of 梅爾茨), for which the same regional form holds."""
    same = sum(a == b for a, b in zip(word, name.name, strict=False))
    return name.kind in ("person", "place") and len(word) == len(name.name) >= 3 and same * 2 > len(word)


_cached: dict[tuple[int, str], tuple[Gazetteer, RegionalNames]] = {}


def regional_names(gazetteer: Gazetteer, locale: str) -> RegionalNames:
    """The names for an edition, made once for a gazetteer."""
    key = (id(gazetteer), locale)
    held = _cached.get(key)
    if held is None or held[0] is not gazetteer:
        if len(_cached) > 16:
            _cached.clear()
        held = _cached[key] = (gazetteer, RegionalNames(gazetteer, REGIONS[locale]))
    return held[1]
