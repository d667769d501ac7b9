"""Names of persons that only the article knows: 部長林宜敬, 洪麗珠說, 鄭振鐸先生, 馬洛費耶夫(Konstantin Malofeyev)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from ahocorasick_rs import AhoCorasick, MatchKind

from jianbao import regex as re
from jianbao.document import EditionBlock
from jianbao.knowledge import person_forms
from jianbao.knowledge.person_forms import (
    LONGEST,
    MOST,
    RUN,
    Roles,
    before_verb,
    cuts_role,
    foreign,
    is_name,
    nobody,
    roles_in,
    title_end,
)
from jianbao.knowledge.speaker_names import is_rare
from jianbao.knowledge.speech_words import function_pattern, group_words, role_pattern, verb_pattern
from jianbao.knowledge.speech_words import words as speech_words
from jianbao.word_lists import either, words

_GLOSSED = re.compile(
    r"([\u3400-\u9fff·．・‧]{2,16})\s?[（(]"
    r"([A-Z][A-Za-zÀ-ž'’.\-]+(?: [A-Za-zÀ-ž'’.\-]+){1,3})(?:[,，][^()（）]{0,20})?[)）]"
)
_GLOSS = re.compile("[（(][A-Z]")
"""Without it no name is glossed: told sooner than by what stands before it."""
_BODY = re.compile(
    r"Univers|Institut|College|Center|Centre|Committee|Council|Association|Ministry|Agency|Corp|Compan|Group|Bank|News|"
    r"Times|Post|Party|Union|Organi[sz]ation|Foundation|Department|Office|Court|Street|House|City|Sea|Act\b|Treaty|War\b|"
    r"Forum|Conference|Summit|Project|Program|Strateg|Policy|Initiative|Media|Society|School|Alliance|Force|Base|Accord"
)
_DOTS = re.compile("[·．・‧]")
_AGE = re.compile("歲的?")
_CLAUSES = re.compile(r"(?<=[，；：])")
_SENTENCES = re.compile(r"^|(?<=[。！？」』”\n])")
_NICKNAME = re.compile(r"(?:^|[，。！？；」』”\n]|[的東親人])(?P<name>[老小阿][\u3400-\u9fff])")
_NAMED = re.compile(
    r"(?:名叫|叫做|[，、]叫|本名)(?P<name>(?![人他她我你])"
    r"(?:[\u3400-\u9fff]{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+)?))(?=[，。、（(])"
)


class LocalNames:
    """The persons of one article, and where they stand."""

    def __init__(self, blocks: Sequence[EditionBlock]) -> None:
        """Collects persons introduced by a role, a verb of saying or a foreign name; of Foreign·Name the last part."""
        texts = [block.text for block in blocks]
        glossed = (match for text in texts if _GLOSS.search(text) for match in _GLOSSED.finditer(text))
        runs = [match[1] for match in glossed if not _BODY.search(match[2])]
        roles = [roles_in(text) for text in texts]
        told = list(zip(texts, roles, strict=True))
        guesses = {guess for text, known in told for guess in (*_after_roles(text, known), *_before_verbs(text))}
        opening = Counter(name for text in texts for name in _opening(text))
        inside = Counter(name for text in texts for name in _opening(text, _CLAUSES))
        lone = {pair for text, known in told for pair in _after_titles(text, known)}
        tails = {run[at:] for run in runs for at in range(max(len(run) - LONGEST, 0), len(run) - 1)}
        counts = _count(tails | guesses | {name for pair in lone for name in pair}, texts)
        found = {guess for guess in guesses if counts[guess] >= 2}
        found |= {name for name, count in opening.items() if count + inside[name] >= 2}
        found |= {name for text, known in told for name in _bounded(text, known)}
        found |= {name for text in texts for name in (*_titled(text), *_introduced(text))}
        found |= {long for long, short in lone if counts[long] == counts[short]}
        found |= {_tail(run, counts) for run in runs}
        found |= {part for name in found for part in _DOTS.split(name)[1:]}
        self._names = {name: name for name in sorted(found) if len(name) >= 2 and name not in nobody()}
        self._names |= _of_five(self._names, told)
        self._names |= _given(self._names, texts)
        self._names |= _called(self._names, texts)
        self._listed = sorted(self._names)
        self._automaton = AhoCorasick(self._listed, matchkind=MatchKind.LeftmostLongest) if self._listed else None

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, name) of the names in a text, in order; 林女士 has the whole name if it is the only 林."""
        if self._automaton is None:
            return []
        found = self._automaton.find_matches_as_indexes(text)
        return [(start, end, self._names[self._listed[index]]) for index, start, end in found]


@cache
def _speaks() -> re.Pattern[str]:
    """A clause that begins with a name of three characters and a verb of saying."""
    return re.compile(rf"(?:^|[，。；：！？」』”、\n\s])(?P<name>(?={either('surnames')})[\u3400-\u9fff]{{3,4}}?)")


def _count(patterns: Iterable[str], texts: Sequence[str]) -> Counter[str]:
    listed = sorted(patterns)
    counts: Counter[str] = Counter()
    if listed:
        automaton = AhoCorasick(listed)
        for text in texts:
            for index, _, _ in automaton.find_matches_as_indexes(text, overlapping=True):
                counts[listed[index]] += 1
    return counts


def _after_roles(text: str, roles: Roles) -> Iterator[str]:
    """What may be a name after a role: a surname and one or two characters."""
    for role in roles:
        if role[0] in group_words() or not text.startswith(words("surnames"), role.end()):
            continue
        for length in (3, 2):
            name = text[role.end() : role.end() + length]
            whole = len(name) == length and RUN.fullmatch(name) is not None
            if whole and not function_pattern().search(name, 1) and not verb_pattern().search(name):
                yield name
                break


def _after_titles(text: str, roles: Roles) -> Iterator[tuple[str, str]]:
    """A name after any office, as three and as two characters: a given name has mostly two."""
    ends = {match.end() for match in title_end().finditer(text)}
    ends |= {role.end() for role in roles if role[0] not in group_words()}
    for end in sorted(ends):
        long = foreign(text, end, MOST) or text[end : before_verb(text, end, end + 3)]
        if len(long) > 3 or (person_forms.surname().match(long) and is_name(long)):
            yield long, long[:2]


def _opening(text: str, begins: re.Pattern[str] = _SENTENCES) -> Iterator[str]:
    """A name of three characters at the beginning of a sentence, and nicknames such as 老周 at that of a clause."""
    for match in begins.finditer(text):
        start = match.end()
        name = foreign(text, start) or text[start : start + 3]
        if len(name) > 3 or (
            person_forms.surname().match(name) and is_name(name) and not cuts_role(text, start, start + 3)
        ):
            yield name
    for match in _NICKNAME.finditer(text) if begins is _SENTENCES else ():
        if person_forms.surname().fullmatch(match["name"][1]):
            yield match["name"]


def _before_verbs(text: str) -> Iterator[str]:
    for match in _speaks().finditer(text):
        if verb_pattern().match(text, match.end("name")) and is_name(match["name"]):
            yield match["name"]


def _bounded(text: str, roles: Roles) -> Iterator[str]:
    """A name after a role or an age with a function word behind it: 兒子陳文雄去年, 78歲的林阿珠已經."""
    for start in (match.end() for match in chain(roles, _AGE.finditer(text))):
        if not text.startswith(words("surnames"), start):
            continue
        for length in (3, 2):
            name = text[start : start + length]
            if len(name) == length and RUN.fullmatch(name) and function_pattern().match(text, start + length):
                if not function_pattern().search(name) and not verb_pattern().search(name):
                    yield name
                break


def _titled(text: str) -> Iterator[str]:
    """鄭振鐸先生, 蔡麗華女士: three characters before a form of address."""
    for title in speech_words("called"):
        at = text.find(title)
        while at >= 0:
            name = text[max(at - 3, 0) : at]
            if person_forms.surname().match(name) and is_name(name):
                yield name
            at = text.find(title, at + 1)


def _introduced(text: str) -> Iterator[str]:
    """有個女生，叫智恩， · 老師叫做Somchai，"""
    return (match["name"] for match in _NAMED.finditer(text) if match["name"] not in nobody())


def _of_five(names: Iterable[str], told: Iterable[tuple[str, Roles]]) -> dict[str, str]:
    """仲村渠 → 仲村渠真弓: a name of three characters that is but a surname, where an office introduces the whole."""
    out: dict[str, str] = {}
    for text, roles in told:
        for role in roles:
            whole = text[role.end() : role.end() + 5]
            if whole[:3] in names and verb_pattern().match(text, role.end() + 5) and is_rare(whole[3:]):
                out |= {whole[:3]: whole, whole: whole}
    return out


def _given(names: Iterable[str], texts: Sequence[str]) -> dict[str, str]:
    """小雨 → 方小雨, where clauses begin with the given name alone at least twice."""
    whole = {name[1:]: name for name in names if len(name) == 3}
    alone = Counter(text[at : at + 2] for text in texts for at in _clause_starts(text) if text[at : at + 2] in whole)
    return {given: whole[given] for given, count in alone.items() if count >= 2}


def _clause_starts(text: str) -> Iterator[int]:
    return (match.end() for pattern in (_SENTENCES, _CLAUSES) for match in pattern.finditer(text))


def _called(names: Iterable[str], texts: Sequence[str]) -> dict[str, str]:
    """林女士 → the only name of the article with that surname; without one it is a name of its own."""
    out: dict[str, str] = {}
    for text in texts:
        for title in speech_words("called"):
            at = text.find(title)
            while at >= 0:
                surname = person_forms.surname().match(text, at - 1) if at else None
                if surname is not None and surname.end() == at:
                    whole = [name for name in names if name.startswith(surname[0]) and len(name) >= 2]
                    out[surname[0] + title] = whole[0] if len(whole) == 1 else surname[0] + title
                at = text.find(title, at + 1)
    return out


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
    return name if len(name) <= LONGEST else ""
