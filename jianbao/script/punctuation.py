"""Marks by context: full width among Han, half width among Latin; ellipses; the quotes of a mangled font; spaces.

Edits are in offsets of the text given. A text with more Latin words than Han is left alone, and all that is protected.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from jianbao import regex as re
from jianbao.provenance import Edit
from jianbao.script.characters import HAN, KANA
from jianbao.script.japanese import Range
from jianbao.script.protect import merged, outside
from jianbao.script.switches import Switches

WIDTH, ELLIPSIS, BROKEN, QUOTES, SPACES = "N01", "N02", "N03", "N04", "N05"

FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。"}
HALF_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?::\d+)+")
_CHINESE = re.compile(rf"[{HAN}{KANA}、。，；：！？…—～「」『』《》〈〉【】〔〕（）“”]")
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_HALF = re.compile("[,:;!?.]")
_HALF_OR_BRACKET = re.compile("[,:;!?.()]")
_BRACKET = re.compile(f"[()（）]|[{HAN}]+")
_WORD = re.compile(rf"[{HAN}{KANA}]")
_ALNUM = re.compile(r"[0-9A-Za-z\u00c0-\u024f%$€£]")
_BROKEN = re.compile("[„‟]")
_STOPS = "，。、；：！？"
_DOTS = re.compile(r"\.{3,}|。{3,}|…{3,}")
_GLUED_END = re.compile(f"[{HAN}{KANA}][0-9A-Za-z\u00c0-\u024f%$€£.,-]+$")
_GLUED_START = re.compile(f"[0-9A-Za-z\u00c0-\u024f%$€£.,-]+[{HAN}{KANA}]")
LONGEST_HEADLINE, SHORTEST_HALF = 60, 5
"""Characters of a headline, and of each of its halves at least."""
_SPACE = re.compile(r"[ \t\u00a0\u2002-\u200a]+")


class Marks:
    """The context of one text: what is masked, and what stands beside a place."""

    def __init__(self, text: str, protected: Sequence[Range]) -> None:
        self.text = text
        numbers = HALF_NUMBER.finditer(text) if "," in text or ":" in text else ()
        masked = merged([*protected, *(match.span() for match in numbers)])
        self._starts = [start for start, _ in masked]
        self._ends = [end for _, end in masked]

    @cached_property
    def chinese(self) -> bool:
        """Whether the text is Chinese: no fewer Han than Latin words."""
        masked = list(zip(self._starts, self._ends, strict=True))
        prose = "".join(self.text[start:end] for start, end in outside(len(self.text), masked))
        words = len(_LATIN.findall(prose))
        return not words or len(_HAN.findall(prose)) >= words

    def masked(self, offset: int) -> bool:
        """Whether no rule may touch a place."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and self._ends[index] > offset

    def before(self, offset: int) -> int:
        """Where the nearest character before a place is that is no space; -1 at the start."""
        offset -= 1
        while offset >= 0 and self.text[offset].isspace():
            offset -= 1
        return offset

    def left(self, offset: int) -> str:
        """That character; empty at the start."""
        place = self.before(offset)
        return self.text[place] if place >= 0 else ""

    def right(self, offset: int) -> str:
        """The nearest character after a place that is no space; empty at the end."""
        offset += 1
        while offset < len(self.text) and self.text[offset].isspace():
            offset += 1
        return self.text[offset] if offset < len(self.text) else ""


def find_edits(text: str, protected: Sequence[Range], switches: Switches) -> list[Edit]:
    """Edits of width, ellipses, broken quotes and spaces, in order, none overlapping. Quotes: see ``quotes``."""
    marks = Marks(text, protected)
    edits: list[Edit] = []
    if switches.broken_quotes:
        edits += _broken_quotes(marks)
    if marks.chinese:
        dots = _ellipses(marks) if switches.ellipsis else []
        taken = {offset for edit in dots for offset in range(edit.start, edit.end)}
        width = [edit for edit in _width(marks) if edit.start not in taken] if switches.width else []
        edits += dots + width
        if switches.spaces:
            edits += _spaces(marks, {edit.start for edit in width if edit.text in _STOPS})
    return sorted(edits, key=lambda edit: edit.start)


def _width(marks: Marks) -> list[Edit]:
    text = marks.text
    if not _HALF_OR_BRACKET.search(text):
        return []
    wide = _wide_brackets(marks)
    edits = [Edit(offset, offset + 1, FULL[text[offset]], WIDTH) for offset in sorted(wide) if text[offset] in FULL]
    for match in _HALF.finditer(text):
        offset, char = match.start(), match.group()
        if not marks.masked(offset) and _among_chinese(marks, offset, char, wide):
            edits.append(Edit(offset, offset + 1, FULL[char], WIDTH))
            wide.add(offset)
    return edits


def _among_chinese(marks: Marks, offset: int, char: str, wide: set[int]) -> bool:
    """Whether a mark is one of a Chinese sentence. ``wide``: places of marks that are to be full-width."""
    text = marks.text
    place = marks.before(offset)
    left, right = marks.left(offset), marks.right(offset)
    before = place in wide or bool(_CHINESE.match(left))
    after = bool(_CHINESE.match(right)) or (right == "(" and text.find("(", offset) in wide)
    if char == ".":
        ends = not right or text[offset + 1].isspace() or bool(_CHINESE.match(right)) or right in "\"'"
        return ends and place == offset - 1 and bool(_WORD.match(left) or (left and left in "」』》〉）”"))
    if char in "!?":
        return before or after or (not right and bool(left))
    return before or (after and bool(left) and left not in ",:;!?.")


def _wide_brackets(marks: Marks) -> set[int]:
    """Places of brackets that are to be, or are, full-width: pairs with Han inside, or with one half already so."""
    text = marks.text
    stack: list[tuple[int, int]] = []
    wide: set[int] = set()
    seen = 0
    for match in _BRACKET.finditer(text):
        offset, char = match.start(), match.group()
        if char not in "()（）":
            seen += 1
        elif char in "(（" and not marks.masked(offset):
            stack.append((offset, seen))
        elif char in ")）" and stack and not marks.masked(offset):
            start, before = stack.pop()
            if seen > before or text[start] == "（" or char == "）":
                wide |= {start, offset}
    return wide


def _ellipses(marks: Marks) -> list[Edit]:
    edits: list[Edit] = []
    for match in _DOTS.finditer(marks.text):
        beside = marks.left(match.start()) + marks.right(match.end() - 1)
        whole = match.group() != "……" and not marks.masked(match.start())
        if whole and (match.group()[0] != "." or _CHINESE.search(beside)):
            edits.append(Edit(match.start(), match.end(), "……", ELLIPSIS))
    return edits


def _broken_quotes(marks: Marks) -> list[Edit]:
    """``China‟s`` and ``„new‟``: a font's quotes read as other characters."""
    text = marks.text
    edits: list[Edit] = []
    for match in _BROKEN.finditer(text):
        offset, char = match.start(), match.group()
        if marks.masked(offset):
            continue
        beside = text[offset - 1 : offset] + text[offset + 1 : offset + 2]
        if not _HAN.search(beside):
            edits.append(Edit(offset, offset + 1, "‘" if char == "„" else "’", BROKEN))
    return edits


def _spaces(marks: Marks, stops: set[int]) -> list[Edit]:
    """Spaces between Han and Latin or digits, and after a full-width stop; not beside a URL, which they bound, nor
    between the halves of a headline."""
    text = marks.text
    edits: list[Edit] = []
    for match in _SPACE.finditer(text):
        start, end = match.span()
        left, right = text[start - 1 : start], text[end : end + 1]
        if not left or not right or any(map(marks.masked, (start - 1, start, end))):
            continue
        mixed = (_WORD.match(left) and _ALNUM.match(right)) or (_ALNUM.match(left) and _WORD.match(right))
        if mixed and _parts_headline(text, start, end):
            continue
        if mixed or left in _STOPS or start - 1 in stops or end in stops:
            edits.append(Edit(start, end, "", SPACES))
    return edits


def _parts_headline(text: str, start: int, end: int) -> bool:
    """Whether a space parts the halves of a headline: both are of some length, and the word in other letters beside it
    stands right beside Han on its other side: …驗出PFAS 縣府三度…."""
    if len(text) > LONGEST_HEADLINE or "。" in text:
        return False
    before = text[:start].rpartition(" ")[2]
    after = text[end:].partition(" ")[0]
    if min(len(before), len(after)) < SHORTEST_HALF:
        return False
    glued = _GLUED_END.search(before) if _ALNUM.match(before[-1]) else _GLUED_START.match(after)
    return glued is not None
