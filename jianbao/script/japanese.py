"""Japanese in Chinese text: titles and sentences by their kana, names in citations by what stands beside them."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.script.characters import HAN, KANA, KYUJITAI, SHINJITAI, SIMPLIFIED_ONLY, run_of

Range = tuple[int, int]

_PAIRS = {"〈": "〉", "《": "》", "「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "〔": "〕"}
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?")
_SHINJITAI = run_of(SHINJITAI)
_KANA = re.compile(f"[{KANA}]")
_HAN = re.compile(f"[{HAN}]")
_BESIDE_TITLE = re.compile(rf"([{HAN}・·]{{2,10}})[，,、：:]\s*$")
_AFTER_TITLE = re.compile(r"[，,、\s]*(《[^《》\n]{1,40}》)")
_LONE_NAME = re.compile(f"(?<![{HAN}])[{HAN}]{{2,10}}(?![{HAN}])")


def japanese_ranges(text: str) -> list[Range]:
    """Japanese stretches: bracketed groups and sentences with kana; beside such titles, the author and the journal.

    Short runs of Han with a character that only Japan writes are Japanese, too. In no order; some may overlap.
    """
    names = _LONE_NAME.finditer(text) if _SHINJITAI.search(text) else ()
    found = [match.span() for match in names if _is_japan_made(match.group())]
    if not _KANA.search(text):
        return found
    titles = _bracketed(text)
    for start, end in titles:
        author = _BESIDE_TITLE.search(text, max(start - 16, 0), start) if text[start] == "〈" else None
        if author:
            found.append(author.span(1))
        journal = _AFTER_TITLE.match(text, end) if text[start] == "〈" else None
        if journal:
            found.append(journal.span(1))
    for match in _SENTENCE.finditer(text):
        kana, han = len(_KANA.findall(match.group())), len(_HAN.findall(match.group()))
        if kana >= 3 and kana * 4 >= han:
            found.append(match.span())
    return found + titles


def _is_japan_made(han: str) -> bool:
    return not SHINJITAI.isdisjoint(han) and KYUJITAI.isdisjoint(han)


def _bracketed(text: str) -> list[Range]:
    """Bracketed groups with a kana: one to eight Han, or any, where a character is not of Traditional text."""
    found: list[Range] = []
    stack: list[tuple[str, int, int, int, int]] = []
    kana = han = foreign = 0
    for offset, char in enumerate(text):
        if _KANA.match(char):
            kana += 1
        elif _HAN.match(char):
            han += 1
            foreign += char in SHINJITAI or char in SIMPLIFIED_ONLY
        elif char in _PAIRS:
            stack.append((_PAIRS[char], offset, kana, han, foreign))
        elif stack and char == stack[-1][0]:
            _, start, kana_before, han_before, foreign_before = stack.pop()
            enough = (kana - kana_before) * 8 >= han - han_before or foreign > foreign_before
            if kana > kana_before and enough:
                found.append((start, offset + 1))
    return found
