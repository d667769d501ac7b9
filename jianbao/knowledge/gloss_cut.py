"""Where the name in ``名(Foreign Name)`` begins: the left end of a gloss is nowhere marked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from jianbao import regex as re
from jianbao.choice import any_of
from jianbao.countries import countries
from jianbao.data_file import load_data
from jianbao.first_characters import led
from jianbao.folding import fold

_LONGEST = 40
_LONGEST_PERSON = 14
_LONGEST_WORD = 4
"""Characters of a term that a single lower-case word glosses, such as 釔(yttrium)."""
_RUN = re.compile(r"[\u3400-\u9fffA-Za-z0-9·．・＋+\-–& ]*$")
_OPENING = {"」": "「", "』": "『", "》": "《", "〉": "〈", "”": "“", "’": "‘"}
_TIME = (
    r"(?P<time>[0-9〇一二三四五六七八九十百]+(?:年|月|日|号|世纪)[初中底末]?"
    r"|[去今明前上本][年月周]|上个月|[昨今明前]日)"
)
_SHORT_NAMES = "中美日台韩俄乌英法德印澳欧加纽"
_AND = re.compile(r"\band\b|&")
_CONJUNCTIONS = frozenset("与和及暨")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NOT_HAN = re.compile(r"[^\u3400-\u9fff]")


class Cut(NamedTuple):
    """Where the name begins, and what shows it: quoted, role, descriptor, word, country, sounds, pinyin, start."""

    start: int
    evidence: str


class _Words:
    def __init__(self) -> None:
        data = load_data("knowledge/glosses")
        self.roles = alternatives(data["roles"])
        self.role_end = re.compile(f"(?:{self.roles.pattern})$")
        self.before_person = alternatives((*data["roles"], *data["descriptors"], *data["bodies"]))
        self.before_thing = alternatives(data["descriptors"])
        self.cuts = frozenset(map(fold, data["cuts"]))
        self.marks = led(f"{_TIME}|{alternatives((*data['cuts'], *data['inside'])).pattern}")
        self.sounds = frozenset(fold(data["sounds"]))
        self.things = frozenset(data["things"])
        self.generic = frozenset(word.lower() for word in data["generic"])
        self.continuations = frozenset(map(fold, data["continuations"]))


def alternatives(words: Iterable[str]) -> re.Pattern[str]:
    """Any of some words, script-folded, the longest first."""
    return re.compile(any_of(sorted(map(fold, words), key=len, reverse=True)))


@cache
def _country() -> re.Pattern[str]:
    """A country before a place or term of its own (瑞士達沃斯), or several in short (美日印澳四方安全對話)."""
    names = alternatives(text for country in countries() for text in country.wordings)
    return re.compile(f"(?:{names.pattern})(?=..)|[{_SHORT_NAMES}]{{3,}}(?=..)")


@cache
def words() -> _Words:
    """The word lists, script-folded and compiled."""
    return _Words()


_OF_SHIP = re.compile("[号輪轮艦舰艇級级]{1,2}")
"""Behind a name in marks: 「俄羅斯」號(Rossiya), folded or not."""


def is_continuation(word: str) -> bool:
    """Whether a word goes on a name without being part of it: 計畫, 構想, 機制."""
    return fold(word.strip()) in words().continuations


def cut(text: str, end: int, foreign: str, after: str = "") -> Cut | None:
    """Where the name begins that ends at ``end``, before the bracket with ``foreign``; None if it is no gloss.

    ``after`` is the character behind the bracket: a closing mark there quotes the name with its bracket.
    """
    if foreign.lower() in words().generic or not foreign:
        return None
    if end and text[end - 1] in _OPENING:
        return _quoted(text, end)
    folded = fold(text[max(end - _LONGEST, 0) : end])
    run = _RUN.search(folded)
    offset = end - len(folded) + (run.start() if run else 0)
    before = text[offset - 1] if offset else ""
    if run and before in _OPENING and _OF_SHIP.fullmatch(run[0]):
        opening = _quoted(text, offset)
        return Cut(opening.start - 1, "quoted") if opening else None
    found = _unquoted(run[0] if run else "", foreign, before, _OPENING.get(after, " ") == before)
    if found is None:
        return None
    start = offset + found.start
    while start < end and text[start] in " -–+＋":
        start += 1
    return Cut(start, found.evidence) if 0 < end - start <= _LONGEST else None


def _quoted(text: str, end: int) -> Cut | None:
    opening = text.rfind(_OPENING[text[end - 1]], max(end - 2 - 2 * _LONGEST, 0), end - 1)
    if opening < 0 or opening + 1 == end - 1:
        return None
    return Cut(opening + 1, "quoted")


def _unquoted(run: str, foreign: str, before: str, quoted: bool) -> Cut | None:
    latin = re.findall(r"[A-Za-z’'‘\-]+|[A-Za-z]", foreign)
    kind = kind_of(foreign)
    lead = len(run) - len(run.lstrip())
    if words().role_end.search(run) and kind == "person":
        return None
    if before in _OPENING and is_continuation(run):
        return None
    if quoted:
        common_word = len(latin) == 1 and not foreign.isupper()
        return None if common_word and "的" in run else Cut(lead, "quoted")
    joined = bool(_AND.search(foreign))
    found = _by_pinyin(run, foreign) or by_words(run, kind, lead, joined)
    name = run[found.start :]
    if kind in ("person", "word") and len(name) > 4 and found.evidence not in ("pinyin", "role"):
        found = _by_sounds(run, found)
    name = run[found.start :].strip()
    if kind == "term" and len(latin) == 1 and len(name) > _LONGEST_WORD:
        return None
    if kind == "person" and len(name) > _LONGEST_PERSON:
        return None
    return found if name and (_HAN.search(name) or kind == "acronym") else None


def writes_sounds(name: str) -> bool:
    """Whether a name has only letters that write the sounds of foreign names, and dots."""
    return all(char in words().sounds for char in fold(_NOT_HAN.sub("", name)))


def kind_of(foreign: str) -> str:
    """What a foreign name looks like: person, word (one capitalised), acronym, term (lower case), thing."""
    parts = re.findall(r"[^\W\d_][\w’'‘.\-–]*", re.split(r"[,，/;；]", foreign)[0])
    if not parts:
        return "thing"
    if any(part.lower().rstrip(".") in words().things for part in parts):
        return "thing"
    if len(parts) == 1 and sum(char.isupper() for char in parts[0]) >= 2 and len(parts[0]) <= 8:
        return "acronym"
    if all(part[0].islower() for part in parts):
        return "term" if len(parts) != 2 else "person or term"
    if len(parts) == 1:
        return "word"
    capital = sum(any(char.isupper() for char in part) for part in parts)
    return "person" if 2 <= len(parts) <= 5 and capital >= 2 and len(parts) - capital <= 2 else "thing"


def by_words(run: str, kind: str, lead: int = 0, joined: bool = False) -> Cut:
    """Behind the last word in a script-folded run that a name of this kind cannot hold.

    ``joined``: the foreign name has an "and", so that 與, 和, 及 may be the name's own.
    """
    best = Cut(lead, "start")
    for match in words().marks.finditer(run):
        if joined and match[0] in _CONJUNCTIONS and match.start() > lead:
            continue
        if (match["time"] or match[0] in words().cuts) and match.end() < len(run):
            best = Cut(match.end(), "word")
    if kind in ("person", "person or term"):
        pattern, evidence = words().before_person, "role"
    else:
        pattern, evidence = words().before_thing, "descriptor"
    for match in pattern.finditer(run, best.start):
        if len(run) - match.end() >= 2:
            best = Cut(match.end(), evidence)
    if kind in ("word", "term", "person or term"):
        for match in _country().finditer(run, best.start):
            if kind == "word" or match.start() == best.start:
                best = Cut(match.end(), "country")
    return best


def _by_sounds(run: str, found: Cut) -> Cut:
    """The last stretch of letters that only write sounds, if something else stands before it."""
    start = len(run)
    while start > found.start and run[start - 1] in words().sounds:
        start -= 1
    if found.start < start <= len(run) - 2:
        return Cut(start, "sounds")
    return found


def _by_pinyin(run: str, foreign: str) -> Cut | None:
    """The start from where two or three Chinese letters read as the foreign name begins."""
    spelt = re.sub(r"[^a-z]", "", foreign.lower())
    if len(spelt) < 5 or not _HAN.search(run):
        return None
    from pypinyin import lazy_pinyin  # loads large tables: only where there is something to read

    readings = lazy_pinyin(_NOT_HAN.sub("一", run))
    sounds = [sound if _HAN.match(char) else "" for char, sound in zip(run, readings, strict=True)]
    for size in (3, 2):
        for start in range(len(run) - size, -1, -1):
            if all(sounds[start : start + size]):
                sound = "".join(sounds[start : start + size])
                if len(sound) > 4 and spelt.startswith(sound):
                    return Cut(start, "pinyin")
    return None
