"""Where sentences end. Everything that works sentence by sentence uses this one splitter."""

from __future__ import annotations

from jianbao import regex as re

_OPEN = "「『“‘（(《〈【［["
_CLOSE = "」』”’）)》〉】］]"
_PAIRS = dict(zip(_OPEN, _CLOSE, strict=True))
_ENDS = "。！？!?"
_STEP = re.compile(rf"[\n{re.escape(_ENDS + _OPEN + _CLOSE)}]|……(?=\s*$)")
_REACH = 600
"""An opening mark without a close within so many characters does not hold a sentence open."""
_QUOTE_TAIL = re.compile(
    r"[^\n。！？!?「『“]{0,24}?(?:說|說道|稱|表示|指出|強調|補充|寫道|寫到|坦言|直言|認為|回應|問|問道|答|回答|告訴|透露|"
    r"警告|解釋|呼籲|分析|形容|感嘆|笑說|反問|坦承|喊話|質疑|批評|聲稱|宣稱|聲明|重申|提醒|總結|推測)[^\n「『“]{0,12}?[。！？!?\n]"
)


def split(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of a block, without white space at their ends, in order.

    A mark that ends a sentence counts outside quotations and brackets; inside, only where the quotation ends with it
    and what opened the sentence was that quotation, not followed by 某某說. A new line always ends a sentence.
    """
    out: list[tuple[int, int]] = []
    start = 0
    closers: list[tuple[str, int]] = []
    position = 0
    while match := _STEP.search(text, position):
        char, at = match[0][0], match.start()
        position = match.end()
        if char == "\n":
            start = _take(out, text, start, at, position)
            closers.clear()
        elif closers and at > closers[-1][1]:
            closers.clear()
            position = at
        elif char in _PAIRS:
            closers.append((_PAIRS[char], at + _REACH))
        elif closers and char == closers[-1][0]:
            closers.pop()
            inside_end = at > 0 and text[at - 1] in _ENDS
            if inside_end and not closers and char in "」』”" and not _goes_on(text, start, position):
                start = _take(out, text, start, position, position)
        elif char in _ENDS and not closers:
            while position < len(text) and text[position] in _ENDS:
                position += 1
            while position < len(text) and text[position] in "」』”’）)":
                position += 1
            start = _take(out, text, start, position, position)
    _take(out, text, start, len(text), len(text))
    return out


def _goes_on(text: str, start: int, position: int) -> bool:
    """Whether a quotation that ended with a full stop is followed by its own 某某說 or by more of the sentence."""
    following = text[position : position + 1]
    if following in ("，", ",", "；", ";", "、", "」", "』", "）", ")"):
        return True
    opened_it = text[start:position].lstrip()[:1] in ("「", "『", "“")
    return opened_it and _QUOTE_TAIL.match(text, position, min(position + 60, len(text))) is not None


def _take(out: list[tuple[int, int]], text: str, start: int, end: int, following: int) -> int:
    piece = text[start:end]
    low, high = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    if low < high:
        out.append((low, high))
    return following
