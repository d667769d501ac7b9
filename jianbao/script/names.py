"""The editor's names in their regional forms: 川普, 特朗普. The only words that any edition changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from jianbao.countries import vetoes
from jianbao.document import LOCALES
from jianbao.folding import fold
from jianbao.gazetteer import Gazetteer, Name
from jianbao.script.carry import Replacement
from jianbao.script.spellings import KEY

REGIONS = dict(zip(LOCALES, ("tw", "cn", "hk"), strict=True))
"""Locale of an edition to the key of its forms in ``Name.forms``."""

PEOPLES = ("族", "語", "语", "文字", "裔")
"""After a short name that a country's form lengthens: what tells that a people or its language is meant."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A word of the text, what to put in its place (empty: nothing), and beside what it is no name."""

    text: str
    form: str
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()

    def stands(self, text: str, start: int) -> bool:
        """Whether the word, which is at ``start``, is a name there."""
        end = start + len(self.text)
        return not (
            (self.not_before and text.startswith(self.not_before, end))
            or (self.not_after and text[:start].endswith(self.not_after))
        )


class Finder:
    """Finds wordings in text, leftmost and longest first."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._wordings = [wording for wording in wordings if len(wording.text) > 1]
        self._automaton = AhoCorasick([wording.text for wording in self._wordings])

    def find(self, text: str) -> list[tuple[int, Wording]]:
        """Places and wordings, in order, none overlapping."""
        found: list[tuple[int, Wording]] = []
        free = 0
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for place, end, index in sorted((start, -end, index) for index, start, end in matches):
            wording = self._wordings[index]
            if place >= free and wording.stands(text, place):
                found.append((place, wording))
                free = -end
        return found


class RegionalNames:
    """Finds names in text and knows their form in one region. ``source``: the region whose forms the text has."""

    def __init__(self, gazetteer: Gazetteer, source: str, region: str) -> None:
        wordings: dict[str, Wording] = {}
        for name in gazetteer.names:
            for word in _surfaces(name, source, region):
                aliases = [alias for alias in name.aliases if alias.text == word]
                country = vetoes().get(fold(word), ((), ()))
                before = (*country[0], *(text for alias in aliases for text in alias.not_before))
                after = (*country[1], *(text for alias in aliases for text in alias.not_after))
                form = "" if region == "tw" and _same(word, name.name) else name.form(region)
                wordings.setdefault(word, Wording(word, form, before, after))
        self._finder = Finder(wordings.values())

    def find(self, text: str) -> list[Replacement]:
        """Names of ``text`` that have a form in the region; names without one only hold their place."""
        return [
            Replacement(place, place + len(wording.text), wording.form)
            for place, wording in self._finder.find(text)
            if wording.form and not _stands_already(text, place, wording)
        ]


def _stands_already(text: str, place: int, wording: Wording) -> bool:
    """Whether the word is part of its own form, which stands here in either script, or names what that form does not.

    烏茲別克 in 烏茲別克斯坦 is 乌兹别克斯坦 already, as 吉爾吉斯 in 吉爾吉斯坦, where a syllable is not written twice;
    哈薩克 of 哈薩克族 is a people, and 哈萨克斯坦 a country.
    """
    word, form = wording.text.translate(KEY), wording.form.translate(KEY)
    within = form.find(word)
    if within < 0 or form == word:
        return False
    if text.startswith(PEOPLES, place + len(word)):
        return True
    rest = form[within + len(word) :]
    if within == 0 and rest and word.endswith(rest[0]) and text.startswith(rest[1:], place + len(word)):
        return True
    begin = place - within
    return begin >= 0 and text[begin : begin + len(form)].translate(KEY) == form


def _surfaces(name: Name, source: str, region: str) -> list[str]:
    """The wordings that a form of another region stands for: the region's own, the name itself and spellings of it."""
    words = [name.form(source)]
    if region == "cn":
        words.append(name.form("hk"))
    if source == "tw":
        words.append(name.name)
        words += [alias.text for alias in name.aliases if not alias.error and _spelling_of(alias.text, name)]
    return list(dict.fromkeys(word for word in words if len(word) > 1))


def _same(word: str, name: str) -> bool:
    """Whether two wordings differ by their script only: 韩国 is 韓國, which Taiwan writes beside 南韓."""
    return word.translate(KEY) == name.translate(KEY)


def _spelling_of(word: str, name: Name) -> bool:
    """Whether ``word`` is but another transcription (梅爾茲 of 梅爾茨), for which the same regional form holds."""
    same = sum(a == b for a, b in zip(word, name.name, strict=False))
    return name.kind in ("person", "place") and len(word) == len(name.name) >= 3 and same * 2 > len(word)


class KnownNames:
    """Finds the editor's names under any spelling (範斯, 范斯), and knows how Taiwan spells them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        forms: dict[str, Wording] = {}
        for name in gazetteer.names:
            for word in (name.name, name.form("tw"), *(alias.text for alias in name.aliases if not alias.error)):
                key = word.translate(KEY)
                forms.setdefault(key, Wording(key, word))
        self._finder = Finder(forms.values())

    def characters(self, keys: str) -> dict[int, str]:
        """Offset and character of all names in a text given by its keys; leftmost and longest names first."""
        found = self._finder.find(keys)
        return {offset: char for place, wording in found for offset, char in enumerate(wording.form, place)}


@dataclass(frozen=True, slots=True)
class Names:
    """All that this stage asks of a gazetteer, made once for it."""

    gazetteer: Gazetteer
    known: KnownNames
    regional: Mapping[str, RegionalNames]
    """By locale: from the words of Taiwan."""
    from_mainland: RegionalNames
    """From the words of the mainland to those of Taiwan."""


_made: dict[int, Names] = {}


def names_of(gazetteer: Gazetteer) -> Names:
    """The names of a gazetteer, made ready once."""
    held = _made.get(id(gazetteer))
    if held is None or held.gazetteer is not gazetteer:
        if len(_made) > 8:
            _made.clear()
        regional = {locale: RegionalNames(gazetteer, "tw", region) for locale, region in REGIONS.items()}
        held = _made[id(gazetteer)] = Names(
            gazetteer, KnownNames(gazetteer), regional, RegionalNames(gazetteer, "cn", "tw")
        )
    return held
