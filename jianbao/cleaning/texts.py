"""What the rules for pasted pages ask of a line: its words, its neighbours that are not blank."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.document import Line

PROSE = 22
"""Characters of the shortest line that is taken for running text by its shape."""

_ENDS = re.compile(r"[。！？!?…][」』”’\"'）)】]*$|(?<=[a-z\d])\.$")
_GAP = re.compile(r"\t|\s{2,}")
"""What parts the cells of a row."""
_SENTENCE = frozenset("。！？!?…")
_LAST = frozenset(".」』”’\"'）)】")
_NOT_SAID = re.compile(r"[\W_]+")
_LABEL_MARKS = " \t　：:|｜>＞»›▶►▼▲★☆◆■●◎※•·—-–【】〔〕[]《》〈〉()（）👉➤"


def filled(lines: Sequence[Line]) -> list[int]:
    """Indices of the lines that have text."""
    return [index for index, line in enumerate(lines) if line.text.plain.strip()]


def key(text: str) -> str:
    """Letters and digits alone, without case: whether two lines say the same."""
    return _NOT_SAID.sub("", text.casefold())


def is_prose(text: str) -> bool:
    """Whether a line is running text: a complete sentence of some length, one with something put behind it, or longer
    than any label."""
    bare = text.strip()
    if len(bare) < PROSE:
        return False
    return ends_sentence(bare) or len(bare) >= 4 * PROSE or (len(bare) >= 2 * PROSE and "。" in bare)


def looks_wrapped(texts: Sequence[str]) -> bool:
    """Whether the longer lines mostly break off in mid-sentence: somebody broke paragraphs into lines. Rows of tables
    break off, too, and say nothing of it; nor do items of a list, and what announces one."""
    long = [
        text
        for text in texts
        if len(text.strip()) >= 25 and len(_GAP.findall(text.strip())) < 2 and text.rstrip()[-1] not in "；：;:"
    ]
    return len(long) >= 4 and sum(1 for text in long if not ends_sentence(text)) > 0.5 * len(long)


def label(text: str) -> str:
    """The words of a label without the marks around it."""
    return text.strip(_LABEL_MARKS)


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a complete sentence."""
    end = text.rstrip()[-12:]
    last = end[-1:]
    return last in _SENTENCE or (last in _LAST and bool(_ENDS.search(end)))


def following(lines: Sequence[Line]) -> list[str]:
    """For each line the next one that has text; empty behind the last."""
    after: list[str] = []
    text = ""
    for line in reversed(lines):
        after.append(text)
        text = line.text.plain.strip() or text
    return after[::-1]


def preceding(lines: Sequence[Line]) -> list[str]:
    """For each line the one before it that has text; empty above the first."""
    before: list[str] = []
    text = ""
    for line in lines:
        before.append(text)
        text = line.text.plain.strip() or text
    return before


def share(line: str, text: str) -> float:
    """Share of a line's pairs of neighbouring letters that come in a text; 0 of a line without a pair."""
    pairs = {one + other for one, other in pairwise(line) if one.isalpha() and other.isalpha()}
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def heads(text: str, below: str) -> bool:
    """Whether a word alone in a line is the heading of what stands below: running text that speaks of it."""
    word = label(text)
    return len(word) >= 2 and word.isalpha() and is_prose(below) and word in below
