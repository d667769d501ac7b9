"""Names of persons that only the article knows: 部長林宜敬, 馬洛費耶夫(Konstantin Malofeyev)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from jianbao.document import EditionBlock
from jianbao.knowledge.speech_words import function_pattern, group_words, role_pattern, verb_pattern
from jianbao.word_lists import words

_GLOSSED = re.compile(
    r"([\u3400-\u9fff·．・‧]{2,16})\s?[（(]"
    r"([A-Z][A-Za-zÀ-ž'’.\-]+(?: [A-Za-zÀ-ž'’.\-]+){1,3})(?:[,，][^()（）]{0,20})?[)）]"
)
_BODY = re.compile(
    r"Univers|Institut|College|Center|Centre|Committee|Council|Association|Ministry|Agency|Corp|Compan|Group|Bank|News|"
    r"Times|Post|Party|Union|Organi[sz]ation|Foundation|Department|Office|Court|Street|House|City|Sea|Act\b|Treaty|War\b|"
    r"Forum|Conference|Summit|Project|Program|Strateg|Policy|Initiative|Media|Society|School|Alliance|Force|Base|Accord"
)
_DOTS = re.compile("[·．・‧]")
_RUN = re.compile(r"[\u3400-\u9fff]+")
_AGE = re.compile("歲的?")
_LONGEST = 8


class LocalNames:
    """The persons of one article, and where they stand."""

    def __init__(self, blocks: Sequence[EditionBlock]) -> None:
        """Collects persons introduced by a role or by a foreign name; of Foreign·Name the last part too."""
        runs = [match[1] for block in blocks for match in _GLOSSED.finditer(block.text) if not _BODY.search(match[2])]
        guesses = {guess for block in blocks for guess in _after_roles(block.text)}
        tails = {run[at:] for run in runs for at in range(max(len(run) - _LONGEST, 0), len(run) - 1)}
        counts = _count(tails | guesses, blocks)
        found = {guess for guess in guesses if counts[guess] >= 2}
        found |= {name for block in blocks for name in _bounded(block.text)}
        found |= {_tail(run, counts) for run in runs}
        found |= {part for name in found for part in _DOTS.split(name)[1:]}
        self._names = sorted(name for name in found if len(name) >= 2)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest) if self._names else None

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, name) of the names in a text, in order."""
        if self._automaton is None:
            return []
        found = self._automaton.find_matches_as_indexes(text)
        return [(start, end, self._names[index]) for index, start, end in found]


def _count(patterns: Iterable[str], blocks: Sequence[EditionBlock]) -> Counter[str]:
    listed = sorted(patterns)
    counts: Counter[str] = Counter()
    if listed:
        automaton = AhoCorasick(listed)
        for block in blocks:
            for index, _, _ in automaton.find_matches_as_indexes(block.text, overlapping=True):
                counts[listed[index]] += 1
    return counts


def _after_roles(text: str) -> Iterable[str]:
    """What may be a name after a role: a surname and one or two characters."""
    for role in role_pattern().finditer(text):
        if role[0] in group_words() or not text.startswith(words("surnames"), role.end()):
            continue
        for length in (3, 2):
            name = text[role.end() : role.end() + length]
            whole = len(name) == length and _RUN.fullmatch(name) is not None
            if whole and not function_pattern().search(name, 1) and not verb_pattern().search(name):
                yield name
                break


def _bounded(text: str) -> Iterable[str]:
    """A name after a role or an age with a function word behind it: 兒子陳文雄去年, 78歲的林阿珠已經."""
    for start in (match.end() for pattern in (role_pattern(), _AGE) for match in pattern.finditer(text)):
        if not text.startswith(words("surnames"), start):
            continue
        for length in (3, 2):
            name = text[start : start + length]
            if len(name) == length and _RUN.fullmatch(name) and function_pattern().match(text, start + length):
                if not function_pattern().search(name) and not verb_pattern().search(name):
                    yield name
                break


def _tail(run: str, counts: Counter[str]) -> str:
    """The name at the end of a run of characters before a bracket: after the last role or function word, or what the
    article repeats."""
    cut = max((match.end() for match in role_pattern().finditer(run) if match.end() < len(run) - 1), default=0)
    for match in function_pattern().finditer(run, cut):
        if match.end() < len(run) - 1:
            cut = match.end()
    name = run[cut:]
    repeated = [name[at:] for at in range(len(name) - 1) if counts[name[at:]] >= 2]
    if repeated:
        return repeated[0]
    return name if len(name) <= _LONGEST else ""
