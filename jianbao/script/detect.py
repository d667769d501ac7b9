"""Which script and language a stretch of text is in, with the counts that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from jianbao import regex as re
from jianbao.script.characters import HAN, HANGUL, KANA, SIMPLIFIED_ONLY, TRADITIONAL_ONLY, run_of

_COUNTED = {
    "han": re.compile(f"[{HAN}]+"),
    "simplified": run_of(SIMPLIFIED_ONLY),
    "traditional": run_of(TRADITIONAL_ONLY),
    "kana": re.compile(f"[{KANA}]+"),
    "hangul": re.compile(f"[{HANGUL}]+"),
    "cyrillic": re.compile(r"[\u0400-\u052f]+"),
    "mongolian": re.compile(r"[\u1820-\u1878]+"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]+"),
}
_USUAL = {name: _COUNTED[name] for name in ("han", "simplified", "traditional", "latin")}
_ANY_SELDOM = re.compile(rf"[{KANA}{HANGUL}\u0400-\u052f\u1820-\u1878]")
_MONGOLIAN_CYRILLIC = re.compile("[ӨөҮү]")


class Counts(NamedTuple):
    """How many characters of each kind a text has; ``simplified`` and ``traditional`` are those of one script alone."""

    han: int = 0
    simplified: int = 0
    traditional: int = 0
    kana: int = 0
    hangul: int = 0
    cyrillic: int = 0
    mongolian: int = 0
    latin: int = 0


@dataclass(frozen=True, slots=True)
class Detected:
    """The language of a text, and the evidence.

    ``lang`` is ``zh-Hant``, ``zh-Hans``, ``zh``, ``ja``, ``ko``, ``mn``, ``ru``, ``en``, ``mixed`` or ``und``;
    ``zh`` is Han text whose characters all belong to both scripts.
    """

    lang: str
    counts: Counts


def count(text: str) -> Counts:
    """Count the characters of ``text``."""
    sought = _COUNTED if _ANY_SELDOM.search(text) else _USUAL
    return Counts(**{name: sum(map(len, pattern.findall(text))) for name, pattern in sought.items()})


def together(counts: Iterable[Counts]) -> Counts:
    """The counts of several texts as one."""
    return Counts(*map(sum, zip(Counts(), *counts, strict=True)))


def detect(text: str) -> Detected:
    """Say what ``text`` is in. Never fails: text without letters is ``und``."""
    return told_by(count(text), text)


def told_by(counts: Counts, text: str) -> Detected:
    """The same for a text whose characters have been counted."""
    return Detected(_language(counts, text), counts)


def _language(counts: Counts, text: str) -> str:
    if counts.kana >= 3 and counts.kana * 4 >= counts.han:
        return "ja"
    if counts.hangul * 2 > counts.han + counts.kana and counts.hangul * 2 > counts.latin:
        return "ko"
    if counts.mongolian > counts.han:
        return "mn"
    if counts.cyrillic > counts.han and counts.cyrillic > counts.latin:
        return cyrillic_language(text)
    if counts.latin > 2 * counts.han:
        return "en"
    if not counts.han:
        return "und"
    if counts.simplified and counts.traditional:
        few, many = sorted((counts.simplified, counts.traditional))
        if few >= 2 and few * 4 > many:
            return "mixed"
    if counts.simplified > counts.traditional:
        return "zh-Hans"
    return "zh-Hant" if counts.traditional else "zh"


def cyrillic_language(text: str) -> str:
    """``mn`` for Cyrillic with the two letters that Russian lacks, else ``ru``."""
    return "mn" if _MONGOLIAN_CYRILLIC.search(text) else "ru"
