"""What no conversion may touch: Japanese, URLs, e-mail, code; and which language a foreign stretch is in."""

from __future__ import annotations

import re

from jianbao.document import LangRun
from jianbao.script.characters import HAN, KANA
from jianbao.script.detect import cyrillic_language

Range = tuple[int, int]

_MACHINE = re.compile(
    r"(?:https?|ftp)://[!-~]+|www\.[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|`[^`\n]+`|10\.\d{4,9}/[!-~]+",
    re.ASCII | re.IGNORECASE,
)
_PAIRS = {"〈": "〉", "《": "》", "「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "〔": "〕"}
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?")
_KANA = re.compile(f"[{KANA}]")
_HAN = re.compile(f"[{HAN}]")
_SCRIPTS = (
    (
        "ko",
        re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]+(?:[ ·,]+[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]+)*"),
    ),
    ("mn", re.compile(r"[\u1800-\u18aa]+(?:[ \u202f]+[\u1800-\u18aa]+)*")),
    ("", re.compile(r"[\u0400-\u052f]+(?:[ ,.\-–—«»“”\"]+[\u0400-\u052f]+)*")),
)


def machine_ranges(text: str) -> list[Range]:
    """URLs, e-mail addresses, code, DOIs, in order."""
    found: list[Range] = []
    for match in _MACHINE.finditer(text):
        end = match.end()
        while end > match.start() and text[end - 1] in ".,;:!?)'\"" and text[match.start()] != "`":
            end -= 1
        found.append((match.start(), end))
    return found


def japanese_ranges(text: str) -> list[Range]:
    """Japanese stretches, in order: bracketed groups and whole sentences with enough kana."""
    if not _KANA.search(text):
        return []
    found = _bracketed(text)
    for match in _SENTENCE.finditer(text):
        kana, han = len(_KANA.findall(match.group())), len(_HAN.findall(match.group()))
        if kana >= 3 and kana * 4 >= han:
            found.append(match.span())
    return merged(found)


def _bracketed(text: str) -> list[Range]:
    """Bracketed groups with a kana, and at least one to eight Han."""
    found: list[Range] = []
    stack: list[tuple[str, int, int, int]] = []
    kana = han = 0
    for offset, char in enumerate(text):
        if _KANA.match(char):
            kana += 1
        elif _HAN.match(char):
            han += 1
        elif char in _PAIRS:
            stack.append((_PAIRS[char], offset, kana, han))
        elif stack and char == stack[-1][0]:
            _, start, kana_before, han_before = stack.pop()
            if kana > kana_before and (kana - kana_before) * 8 >= han - han_before:
                found.append((start, offset + 1))
    return found


def merged(ranges: list[Range]) -> list[Range]:
    """Ranges sorted, those that overlap or touch made one."""
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def protected_ranges(text: str) -> list[Range]:
    """All that must come through every edition byte for byte, in order."""
    return merged(machine_ranges(text) + japanese_ranges(text))


def foreign_runs(text: str) -> list[LangRun]:
    """Stretches in another language than Chinese, in order and without overlap."""
    runs = [LangRun(start, end, "ja") for start, end in japanese_ranges(text)]
    for lang, pattern in _SCRIPTS:
        runs += [
            LangRun(match.start(), match.end(), lang or cyrillic_language(match.group()))
            for match in pattern.finditer(text)
        ]
    return _without_overlap(sorted(runs, key=lambda run: (run.start, -run.end)))


def _without_overlap(runs: list[LangRun]) -> list[LangRun]:
    result: list[LangRun] = []
    for run in runs:
        if not result or run.start >= result[-1].end:
            result.append(run)
    return result


def outside(length: int, ranges: list[Range]) -> list[Range]:
    """What of ``[0, length)`` lies in none of the ranges."""
    gaps: list[Range] = []
    position = 0
    for start, end in ranges:
        if start > position:
            gaps.append((position, start))
        position = end
    if position < length:
        gaps.append((position, length))
    return gaps
