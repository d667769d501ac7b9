"""Mentions: every place where a name of the gazetteer stands, leftmost and longest first, blind to script.

``X(Foreign)`` is one mention with the surface ``X``. Pair words and the editor's ``pairs`` consume text without being
a mention. A name never loses a place to another name's condition: if the longest is refused, the next longest is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from jianbao import regex as re
from jianbao.countries import countries
from jianbao.document import BlockKind, Edition
from jianbao.findings import Mention
from jianbao.folding import fold, fold_key
from jianbao.gazetteer import Alias, Gazetteer
from jianbao.knowledge.boundaries import goes_on, split_between_words, whole_word
from jianbao.knowledge.straddling import cut_from_words

_HAN_LATIN = re.compile(r"(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3400-\u9fff])")
_OPENING = re.compile(r" ?[（(]")
_CLOSING = re.compile(r"[)）]")
_LONGEST_GLOSS = 200


class _Owner(NamedTuple):
    """One way to read a pattern: a name under an alias, with the alias's conditions script-folded."""

    name_id: str
    kind: str
    alias: Alias
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]


class Matcher:
    """The gazetteer, compiled. ``find`` takes time linear in the text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        owners: dict[str, list[_Owner]] = {fold(pair): [] for pair in gazetteer.pairs}
        for name in gazetteer.names:
            for alias in name.wordings:
                owner = _Owner(
                    name.id, name.kind, alias, tuple(map(fold, alias.not_before)), tuple(map(fold, alias.not_after))
                )
                for pattern in _spellings(fold(alias.text)):
                    owners.setdefault(pattern, []).append(owner)
        _add_wordings_of_countries(gazetteer, owners)
        wordings = (alias.text for name in gazetteer.names if name.line for alias in name.wordings)
        self.decided = frozenset(map(fold_key, (*wordings, *gazetteer.pairs, *gazetteer.ignore)))
        """Keys (``fold_key``) of what the editor has decided on."""
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(
            list(owners) or ["\0"], matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str, article: tuple[str, int]) -> list[tuple[int, int, str]]:
        """(start, end, name id) of all names in a text, in text order, none overlapping.

        ``article`` is its seed's name and its ordinal.
        """
        folded = fold(text)
        longest: dict[int, list[tuple[int, int]]] = {}
        for pattern, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            longest.setdefault(start, []).append((end, pattern))
        found = []
        position = 0
        for start in sorted(longest):
            if start < position:
                continue
            for end, pattern in sorted(longest[start], reverse=True):
                name_id = self._read(folded, (start, end), pattern, article)
                if name_id is None:
                    continue
                if name_id:
                    found.append((start, end, name_id))
                position = end
                break
        return found

    def _read(self, folded: str, place: tuple[int, int], pattern: int, article: tuple[str, int]) -> str | None:
        """The name's id, "" for a pair word, None where the letters are no mention."""
        if not self._owners[pattern]:
            return ""
        start, end = place
        if not whole_word(folded, start, end) or split_between_words(folded, start, end):
            return None
        if cut_from_words(folded, start, end):
            return None
        for owner in self._owners[pattern]:
            if (
                owner.alias.in_scope(*article)
                and not folded.startswith(owner.not_before, end)
                and not folded.endswith(owner.not_after, 0, start)
                and not (owner.kind == "org" and goes_on(folded, end))
            ):
                return owner.name_id
        return None


def _add_wordings_of_countries(gazetteer: Gazetteer, owners: dict[str, list[_Owner]]) -> None:
    """A country's wording that begins with another place's name, where the editor's entry for it has only others.

    Without it 印度 would be found in 印度尼西亞.
    """
    ids = {fold(alias.text): name for name in gazetteer.names if name.kind == "place" for alias in name.wordings}
    for country in countries():
        name = next((ids[fold(text)] for text in country.wordings if fold(text) in ids), None)
        for text in country.wordings if name is not None else ():
            folded = fold(text)
            if not any(folded[:end] in ids for end in range(2, len(folded) + 1)):
                continue
            not_before, not_after = country.vetoes.get(folded, ((), ()))
            alias = Alias(text, not_before=not_before, not_after=not_after)
            assert name is not None
            owner = _Owner(name.id, name.kind, alias, tuple(map(fold, not_before)), tuple(map(fold, not_after)))
            owners.setdefault(folded, [owner])


def _spellings(text: str) -> Iterator[str]:
    """With and without the space that some set between Chinese and Latin letters."""
    yield text
    tight = re.sub(r"(?<=[\u3400-\u9fff]) (?=[A-Za-z0-9+])|(?<=[A-Za-z0-9+]) (?=[\u3400-\u9fff+])", "", text)
    for spelling in (tight, _HAN_LATIN.sub(" ", tight)):
        if spelling != text:
            yield spelling


class _Compiled:
    """The last gazetteer compiled in this process: a build has only one."""

    gazetteer: Gazetteer | None = None
    matcher: Matcher | None = None


def matcher(gazetteer: Gazetteer) -> Matcher:
    """The compiled gazetteer; the same one for the same gazetteer."""
    if _Compiled.matcher is None or (_Compiled.gazetteer is not gazetteer and _Compiled.gazetteer != gazetteer):
        _Compiled.gazetteer, _Compiled.matcher = gazetteer, Matcher(gazetteer)
    return _Compiled.matcher


def find(edition: Edition, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """All mentions in title, body and notes of an edition, in text order. Bylines are facts, not text."""
    compiled = matcher(gazetteer)
    mentions: list[Mention] = []
    for block in edition.blocks:
        if block.kind is BlockKind.BYLINE:
            continue
        found = compiled.find(block.text, (edition.seed, edition.ordinal))
        mentions.extend(
            Mention(name_id, block.text[start:end], block.id, start, end)
            for start, end, name_id in _without_glosses(block.text, found)
        )
    return tuple(mentions)


def _without_glosses(text: str, found: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Drops a name that only repeats, in brackets, the name right before them."""
    bracket_end, glossed = 0, ""
    for start, end, name_id in found:
        if start < bracket_end and name_id == glossed:
            continue
        yield start, end, name_id
        opening = _OPENING.match(text, end)
        if opening and start >= bracket_end:
            closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST_GLOSS)
            if closing:
                bracket_end, glossed = closing.end(), name_id
