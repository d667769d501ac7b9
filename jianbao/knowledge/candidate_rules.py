"""Strings of a text that look like names, each with what speaks for it. Proposals for the editor, never links."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel import Locale

from jianbao import regex as re
from jianbao.countries import countries
from jianbao.data_file import load_data
from jianbao.first_characters import led
from jianbao.folding import fold
from jianbao.knowledge import glosses
from jianbao.knowledge.gloss_cut import alternatives, by_words, kind_of, words

_WORK = re.compile(r"《([^《》\n]{2,30})》")
_TERM = re.compile(r"「([^「」『』\n，,。！？!?；;：:]{2,12})」(?![（( ])")
_LETTERS = re.compile("[A-Za-z]+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff·．A-Z0-9]+")
_LATIN = re.compile(
    r"(?<![A-Za-z0-9&@/._\-])[A-Z][A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*(?:[ \-][A-Z][A-Za-z0-9]*)*(?![A-Za-z0-9@/_])"
)
_NUMBER = re.compile("[0-9]{4}|[0-9][A-Za-z]+[0-9]")
"""In what is the number of a document, no name (XYECON0020251112)."""
_NO_NAME = re.compile("^(?:[但而依已仍并若如该其]|未(?!来)|将(?!军))|[0-9〇一二三四五六七八九十百千数多几][家间个份项]")
"""Script-folded; in what only ends like a name: 已邀集12家产险|公司."""
_BRACKETED = re.compile(r"[（(][^()（）]*[)）]")
_STOP = r"[，,。、；;：:！？!?（()）「」『』《》“” \n]|$"
_LONGEST_SUFFIXED = 14


class Proposal(NamedTuple):
    """A string at a place of a text; ``weight`` says how sure the pattern is."""

    start: int
    end: int
    kind: str
    evidence: str
    weight: float
    foreign: str = ""


class _Patterns:
    def __init__(self) -> None:
        data = load_data("knowledge/candidates")
        sounds = "".join(re.escape(char) for char in sorted(words().sounds))
        after = f"(?={alternatives(data['after_person']).pattern}|{_STOP})"
        surname = f"[{fold(data['surnames'])}]"
        japanese = alternatives(data["surnames_japanese"]).pattern
        native = rf"(?:{japanese})[\u3400-\u9fff]{{1,3}}?|{surname}[\u3400-\u9fff]{{1,2}}?"
        role = words().roles.pattern
        self.after_role = re.compile(
            rf"(?:{role})(?P<name>{native}|[{sounds}]{{2,9}}?(?:[·．][{sounds}]{{1,9}}?)?){after}"
        )
        self.before_role = led(rf"(?P<name>(?:{japanese})|{surname}|[{sounds}]{{2,6}})(?:{role}){after}")
        speech = alternatives(data["after_person"][:6]).pattern
        self.speaks = re.compile(rf"(?:^|{_STOP})(?P<name>{native})(?=(?:{speech}|也|则|还)(?:[，,：:「“]|表示|说))")
        self.suffixes = [(kind, alternatives(endings)) for kind, endings in data["suffixes"].items()]
        self.common = frozenset(map(fold, data["common"]))


@cache
def _patterns() -> _Patterns:
    return _Patterns()


def propose(text: str) -> Iterator[Proposal]:
    """All proposals of a text, in no particular order; the same string may come more than once."""
    folded = fold(text)
    plain = _BRACKETED.sub(lambda match: " " * len(match[0]), folded)
    yield from _glossed(text)
    yield from _people(plain)
    for match in _WORK.finditer(text):
        yield Proposal(match.start(1), match.end(1), "work", "work", 2.0)
    for match in _TERM.finditer(text):
        yield Proposal(match.start(1), match.end(1), "concept", "quoted term", 0.5)
    yield from _suffixed(plain)
    yield from _regions(plain)
    for match in _LATIN.finditer(plain) if _mostly_chinese(plain) else ():
        if match[0].lower() not in words().generic and not _NUMBER.search(match[0]):
            yield Proposal(match.start(), match.end(), "org", "latin", 1.0)


_GLOSS_KINDS = {"person": "person", "acronym": "org", "thing": "org", "term": "concept", "person or term": "concept"}


def _glossed(text: str) -> Iterator[Proposal]:
    for start, end, foreign, evidence in glosses.in_text(text):
        kind = _GLOSS_KINDS.get(kind_of(foreign), "place")
        yield Proposal(start, end, kind, f"gloss ({evidence})", 3.0 if evidence != "start" else 2.6, foreign)


def _people(folded: str) -> Iterator[Proposal]:
    for match in _patterns().after_role.finditer(folded):
        yield Proposal(*match.span("name"), "person", "after a title", 2.0)
    for match in _patterns().before_role.finditer(folded):
        yield Proposal(*match.span("name"), "person", "before a title", 1.0)
    for match in _patterns().speaks.finditer(folded):
        yield Proposal(*match.span("name"), "person", "speaks", 1.2)


def _suffixed(folded: str) -> Iterator[Proposal]:
    for run in _HAN_RUN.finditer(folded):
        for kind, endings in _patterns().suffixes:
            for match in endings.finditer(run[0]):
                low = max(0, match.end() - _LONGEST_SUFFIXED)
                start = low + by_words(run[0][low : match.end()], "thing").start
                name = run[0][start : match.end()]
                if (
                    start < match.start()
                    and not name[0].isdigit()
                    and name not in _patterns().common
                    and not _NO_NAME.search(name)
                    and (start > low or low == 0)
                ):
                    place = run.start() + start, run.start() + match.end()
                    yield Proposal(*place, kind, f"{kind} ending", 0.8)


def _regions(folded: str) -> Iterator[Proposal]:
    for match in _region_names().finditer(folded):
        yield Proposal(*match.span(), "place", "region or city", 1.6)


def _mostly_chinese(text: str) -> bool:
    return sum(map(len, _LETTERS.findall(text))) * 2 < len(text)


@cache
def _region_names() -> re.Pattern[str]:
    """Parts of the world and large cities, from CLDR. Not 中美: it nearly always means China and America."""
    locale = Locale.parse("zh_Hant")
    regions = [name for code, name in locale.territories.items() if code.isdigit() and code not in ("001", "013")]
    cities = [zone["city"] for zone in locale.time_zones.values() if "city" in zone]
    known = {fold(text) for country in countries() for text in country.wordings}
    plain = {fold(name) for name in (*regions, *cities) if re.fullmatch(r"[\u3400-\u9fff]{2,}", name)}
    return alternatives(sorted(plain - known))
