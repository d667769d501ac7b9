"""What no conversion may touch: Japanese, URLs, e-mail, code; and which language a foreign stretch is in."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.document import LangRun
from jianbao.script.characters import HAN, HANGUL, KANA
from jianbao.script.detect import cyrillic_language, detect
from jianbao.script.japanese import Range, japanese_ranges

_MACHINE = re.compile(
    rf"(?:(?:https?|ftp)://|www\.)[!-~]+(?:(?<=[/=_-])[{HAN}]+[!-~]*)*"
    r"|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|`[^`\n]+`|\b10\.\d{4,9}/[!-~]+",
    re.IGNORECASE,
)
_SCRIPTS = (
    ("ko", re.compile(rf"[{HANGUL}]+(?:[ ·,]+[{HANGUL}]+)*")),
    ("mn", re.compile(r"[\u1800-\u18aa]+(?:[ \u202f]+[\u1800-\u18aa]+)*")),
    ("", re.compile(r"[\u0400-\u052f]+(?:[ ,.\-–—«»“”\"]+[\u0400-\u052f]+)*")),
    ("en", re.compile(r"[A-Za-z][A-Za-z0-9 .,;:'’‘“”\"()&–—-]*")),
)
_EAST_ASIAN = re.compile(f"[{KANA}{HANGUL}]")
_FOREIGN = re.compile(rf"[A-Za-z{HANGUL}\u1800-\u18aa\u0400-\u052f]")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|for|on|with|by|at|from|is|was|were|are|has|have|that|as|an?)\b")


def machine_ranges(text: str) -> list[Range]:
    """URLs, e-mail addresses, code, DOIs, in order."""
    found: list[Range] = []
    if not _may_be_machine(text):
        return found
    for match in _MACHINE.finditer(text):
        start, end = match.span()
        if text[start] != "`":
            while end > start and (text[end - 1] in ".,;:!?'\">]" or _unopened(text[start:end])):
                end -= 1
        found.append((start, end))
    return found


def _may_be_machine(text: str) -> bool:
    """Whether a text has what each of them has: most have nothing of it."""
    if "@" in text or "`" in text or "://" in text:
        return True
    return "." in text and ("10." in text or "www." in text.lower())


def _unopened(text: str) -> bool:
    return text.endswith(")") and text.count("(") < text.count(")")


def protected_ranges(text: str) -> list[Range]:
    """All that must come through every edition byte for byte, in order; Japanese and Korean paragraphs whole."""
    if _is_foreign(text):
        return [(0, len(text))]
    return merged(machine_ranges(text) + japanese_ranges(text))


def _is_foreign(text: str) -> str:
    lang = detect(text).lang if _EAST_ASIAN.search(text) else ""
    return lang if lang in ("ja", "ko") else ""


def foreign_runs(text: str) -> list[LangRun]:
    """Stretches in another language than Chinese, in order and without overlap; English only by the sentence."""
    whole = _is_foreign(text)
    if whole:
        return [LangRun(0, len(text), whole)]
    runs = [LangRun(start, end, "ja") for start, end in merged(japanese_ranges(text))]
    for lang, pattern in _SCRIPTS if _FOREIGN.search(text) else ():
        for match in pattern.finditer(text):
            start, end = match.start(), match.start() + len(match.group().rstrip(" .,;:('“\"-–—&‘"))
            if lang != "en" or _is_english(text[start:end]):
                runs.append(LangRun(start, end, lang or cyrillic_language(match.group())))
    if not runs:
        return runs
    machine = {offset for start, end in machine_ranges(text) for offset in range(start, end)}
    runs = [run for run in runs if run.start not in machine]
    return _without_overlap(sorted(runs, key=lambda run: (run.start, -run.end)))


def _is_english(text: str) -> bool:
    return text.count(" ") >= 3 and _ENGLISH.search(text) is not None


def _without_overlap(runs: list[LangRun]) -> list[LangRun]:
    result: list[LangRun] = []
    for run in runs:
        if not result or run.start >= result[-1].end:
            result.append(run)
    return result


def merged(ranges: list[Range]) -> list[Range]:
    """Ranges sorted, those that overlap or touch made one."""
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def outside(length: int, ranges: list[Range]) -> list[Range]:
    """What of ``[0, length)`` lies in none of the ranges, which are in order and do not overlap."""
    gaps: list[Range] = []
    position = 0
    for start, end in ranges:
        if start > position:
            gaps.append((position, start))
        position = end
    if position < length:
        gaps.append((position, length))
    return gaps
