"""Who speaks: the subject in front of a verb of saying, be it a name, a description or a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jianbao.knowledge.speech_words import (
    function_pattern,
    group_words,
    opener_pattern,
    role_pattern,
    title_pattern,
    verb_pattern,
)
from jianbao.knowledge.speech_words import words as speech_words

_CLAUSE_MARK = "，,；;：:。！？!?\n"
_RUN = re.compile(r"[\u3400-\u9fff·．・‧]+")
_GLOSS = re.compile(r"\s?[（(][^（()）]{1,80}[)）]")
_OBJECT = re.compile(
    r"(?:(?:向|對|被|給|告訴|告知|邀請|在|於|為|替|經|據|針對|關於|當著|由於|呼籲|敦促|批評|譴責|感謝|協助|支持|反對|取代|會見|會晤|拜會|造訪|要求|促使|指責)[^，,。；;：:]{0,12}"
    r"|(?:把|將|視|讓|使|令|請)[^，,。；;：:的]{0,6})$"
)
_WITH = re.compile(r"(?:與|和|跟|同)[^，,。；;：:]{0,12}$")
_OBJECT_VERB = re.compile("呼籲|敦促|批評|譴責|感謝|協助|支持|反對|取代|會見|會晤|拜會|造訪|要求|促使|指責")
_PRONOUN = re.compile(r"(?<![其吉維])[他她](?![國人鄉日方]|們的|的)們?")
_NOUN = re.compile("[的與及和、之種項]$")
"""Before a verb of saying: it is a noun there (的批評, 故事與回憶)."""
_AGAIN = re.compile(r"(?:該|這|那|此)(?:1|一)?(?:名|位|個)?")
_COUNT = re.compile(
    r"(?:另|某|有|多|數|近|約)?(?:第?[0-9０-９一二兩三四五六七八九十多數]{1,3}|另|某|該|這|那)(?:名|位|個)"
)
_PAPER = re.compile(r"《([^《》\n]{1,20})》")
_REACH = 400
"""Characters before a verb in which its subject is looked for."""
_OPENING = 60
"""Characters of a sentence in which its subject is looked for."""
_LONGEST = 24
"""Characters of a description."""


@dataclass(frozen=True, slots=True)
class Person:
    """A known name in a block: ``kind`` as in names.yml; ``name_id`` None for one that only the article knows."""

    start: int
    end: int
    name: str
    name_id: str | None
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A subject. ``kind``: name, description, group, pronoun (他) or again (這位官員: somebody told of before)."""

    text: str
    name_id: str | None = None
    kind: str = "name"

    @property
    def leans(self) -> bool:
        """Whether it has yet to be found out whom it means."""
        return self.kind in ("pronoun", "again")


class _Candidate(NamedTuple):
    start: int
    end: int
    speaker: Speaker


class Verb(NamedTuple):
    """A verb of saying; ``view`` for X的說法, where X stands before it like an owner."""

    start: int
    end: int
    view: bool


def verbs(text: str, start: int, end: int) -> list[Verb]:
    """The verbs of saying in ``[start, end)``."""
    return [
        Verb(match.start(), match.end(), match["view"] is not None)
        for match in verb_pattern().finditer(text, start, end)
        if match["view"] or (match["verb"] and not _NOUN.search(text, max(match.start() - 1, start), match.start()))
    ]


def subject(text: str, low: int, verb: Verb, people: Sequence[Person]) -> Speaker | None:
    """Who is the subject of a verb, looked for clause by clause backwards to ``low``."""
    end = verb.start
    low = max(low, end - _REACH)
    people = people[bisect_left(people, low, key=_start) : bisect_left(people, end, key=_start)]
    body: Speaker | None = None
    for start in _clause_starts(text, low, end):
        near = [item for item in people if start <= item.start and item.end <= end]
        begin = _past_openers(text, start, end, near)
        persons = _persons(text, begin, end, near)
        if not persons and end == verb.start and not near and (bare := _bare_name(text, begin, end)):
            persons = [bare]
        found = _last(text, begin, end, persons, owner=verb.view)
        if found is not None:
            return found
        other = _last(text, begin, end, _bodies(text, begin, end, near), owner=verb.view)
        if other is not None and end == verb.start:
            return other
        body = body or other
        end = start
    return body


def _start(person: Person) -> int:
    return person.start


def first_person(text: str, start: int, end: int, people: Sequence[Person]) -> Speaker | None:
    """Who is the subject of a sentence in which nobody speaks, if a person stands in its first clauses."""
    marks = [at for at in range(start, min(start + _OPENING, end)) if text[at] in _CLAUSE_MARK]
    stop = marks[2] if len(marks) > 2 else min(start + _OPENING, end)
    people = people[bisect_left(people, start, key=_start) : bisect_left(people, stop, key=_start)]
    near = [item for item in people if item.end <= stop and item.kind == "person"]
    found = _last(text, start, stop, _persons(text, start, stop, near), owner=False) if near else None
    return found if found is not None and found.kind == "name" else None


def _clause_starts(text: str, low: int, high: int) -> Iterator[int]:
    depth = 0
    for at in range(high - 2, low - 1, -1):
        char = text[at]
        if char in ")）":
            depth += 1
        elif char in "(（":
            depth = max(depth - 1, 0)
        elif char in _CLAUSE_MARK and not depth:
            yield at + 1
    yield low


def _past_openers(text: str, start: int, end: int, people: Sequence[Person]) -> int:
    while match := opener_pattern().match(text, start, end):
        if any(item.start < match.end() and start < item.end for item in people):
            break
        start = match.end()
    return start


def _last(text: str, start: int, end: int, candidates: Sequence[_Candidate], *, owner: bool) -> Speaker | None:
    """The last candidate that is no object. What stands before it in apposition is its description."""
    for candidate in reversed(candidates):
        if owner or not _OBJECT.search(text, start, candidate.start):
            rest = text[candidate.end : end]
            if not _WITH.search(text, start, candidate.start) or not function_pattern().sub("", rest).strip():
                return candidate.speaker
    return None


def _persons(text: str, start: int, end: int, people: Sequence[Person]) -> list[_Candidate]:
    """Names of persons, roles with an unknown name, descriptions and pronouns of a clause, by place."""
    out: list[_Candidate] = []
    for item in people:
        if item.kind != "person":
            continue
        after = _past_gloss(text, item.end, end)
        if after < end and (text[after] == "的" or text.startswith("政府", after)):
            continue
        title = title_pattern().match(text, after, end)
        out.append(_Candidate(item.start, title.end() if title else after, Speaker(item.name, item.name_id)))
    named = [(candidate.start, candidate.end) for candidate in out]
    for match in role_pattern().finditer(text, start, end):
        if any(low < match.end() and match.start() < high for low, high in named):
            continue
        if any(match.end() <= low <= match.end() + 1 for low, _ in named):
            continue
        out.append(_described(text, start, end, match))
    for match in _PRONOUN.finditer(text, start, end):
        out.append(_Candidate(match.start(), match.end(), Speaker(match[0], kind="pronoun")))
    return sorted(out, key=lambda item: (item.start, item.end))


def _described(text: str, low: int, end: int, role: re.Match[str]) -> _Candidate:
    """A role with the name after it, or a description that ends with the role."""
    begin = _description_start(text, low, role.start())
    name_end = _name_after(text, role.end(), end)
    if name_end and role[0] not in group_words():
        name = text[role.end() : name_end].strip("·．・‧ ")
        return _Candidate(begin, _past_gloss(text, name_end, end), Speaker(name))
    words = text[begin : role.end()].strip()
    kind = "group" if role[0] in group_words() else "again" if _AGAIN.match(words) else "description"
    return _Candidate(begin, role.end(), Speaker(words, kind=kind))


def _past_gloss(text: str, at: int, end: int) -> int:
    gloss = _GLOSS.match(text, at, end)
    return gloss.end() if gloss else at


def _name_after(text: str, at: int, end: int) -> int | None:
    """The end of a name right after a role, up to the next function word, verb or gloss; None if there is none."""
    run = _RUN.match(text, at, end)
    if run is None:
        return None
    stop = _name_stop(text, at, run.end())
    named = text[stop : stop + 1] in ("(", "（") or any(dot in text[at:stop] for dot in "·．・‧")
    return stop if 2 <= stop - at <= (14 if named else 5) else None


def _name_stop(text: str, at: int, end: int) -> int:
    stop = end
    for pattern in (function_pattern(), verb_pattern()):
        # A given name may hold a function word's character (林以文): the first two characters are never cut.
        if match := pattern.search(text, at, stop):
            stop = match.start()
            if 0 < stop - at < 2:
                later = pattern.search(text, at + 2, end)
                stop = later.start() if later else end
    if stop - at == 2 and text[stop : stop + 1] in tuple("同和為以從與及文"):
        rest = stop + 1
        if rest >= end or verb_pattern().match(text, rest) or function_pattern().match(text, rest):
            return rest
    return stop


def _bare_name(text: str, start: int, end: int) -> _Candidate | None:
    """An unknown name that the clause begins with and that a verb or adverb follows: 西岡稱, 高市日前於…表示."""
    run = _RUN.match(text, start, end)
    if run is None:
        return None
    stop = _name_stop(text, start, run.end())
    name = text[start:stop]
    if name in speech_words("nobody") or not 2 <= len(name) <= (14 if any(dot in name for dot in "·．・‧") else 6):
        return None
    if text[stop : stop + 1] in ("的", "了", "著", "時") or (len(name) > 4 and stop == run.end() and stop < end):
        return None
    return _Candidate(start, _past_gloss(text, stop, end), Speaker(name))


def _description_start(text: str, low: int, at: int) -> int:
    """Where a description begins that ends with a role at ``at``: at its number, else after the last function word."""
    begin = max(low, at - _LONGEST)
    counts = [match.start() for match in _COUNT.finditer(text, begin, at)]
    marks = [index + 1 for index in range(begin, at) if text[index] in "，,；;：:。「」（）() \n"]
    if counts and (not marks or counts[-1] >= marks[-1]):
        return counts[-1]
    begin = max([begin, *(match.end() for match in _OBJECT_VERB.finditer(text, begin, at))])
    for index in range(at - 1, begin - 1, -1):
        if text[index] in "，,；;：:。、「」（）() \n向對與和跟在於由據":
            return index + 1
    return begin


def _bodies(text: str, start: int, end: int, people: Sequence[Person]) -> list[_Candidate]:
    """Organisations, places that stand for governments, and papers of a clause."""
    out = []
    for item in people:
        if item.kind == "person":
            continue
        after = _past_gloss(text, item.end, end)
        if not (after < end and text[after] == "的"):
            out.append(_Candidate(item.start, after, Speaker(item.name, item.name_id, kind="group")))
    for match in _PAPER.finditer(text, start, end):
        if not any(item.start <= match.start(1) < item.end for item in people):
            out.append(_Candidate(match.start(), match.end(), Speaker(match[1], kind="group")))
    return sorted(out, key=lambda item: (item.start, item.end))
