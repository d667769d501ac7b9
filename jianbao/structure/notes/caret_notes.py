"""Notes of an encyclopedia's page: under the heading of the references, a caret in front of each and no number.

Before: ``…啟用。[1]`` in the text, ``^ 某某. 書名. 2020.`` line by line under ``參考資料``; so ``[註 1]`` and ``註釋``
After: notes that their marks call: the n-th of them is that of mark n.
Never: lines with a caret of which there are fewer than marks in the text, or more; lines whose own numbers, as in
``^ 2.0 2.1`` or ``^ 2. ``, are not those of their places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.structure.notes import note_labels
from jianbao.structure.notes.note_labels import Label
from jianbao.structure.rows import Row

REMARK, WORD = "remark", "註"
"""Style and sign of notes that marks with a word call: [註 1]; numbers alone call those of style ``bracket``."""

_CARET = re.compile(
    r"[\^↑]\s*(?:跳[轉转][至到]\s*[：:]?|Jump up to:?)?\s*"
    r"(?:(?P<n>\d{1,3})\.\d{1,2}\s+(?:\d{1,3}\.\d{1,2}\s+)*|[a-z]\s+(?=[a-z]\s|\S*[\u3400-\u9fff]))*"
    r"(?:(?P<m>\d{1,3})[.．、]\s+(?=\D))?"
)
_NOTES = re.compile(r"\S{0,4}(?:註|注|參考|参考|引用|來源|来源|References|Notes)\S{0,12}")
FEWEST = 2
"""Lines with a caret, at least, unless they stand below the heading of notes."""
_WORDS = {"bracket": "", "word": WORD}


def label(text: str, sign: str) -> Label | None:
    """The caret in front of a note as its mark, ``sign``: a number, or a word and a number; None if there is none."""
    match = _CARET.match(text)
    if not match or match.end() == len(text):
        return None
    return Label(int(sign.lstrip(WORD)), REMARK if sign.startswith(WORD) else "bracket", sign, match.end())


def find(rows: Sequence[Row]) -> dict[int, Label]:
    """The labels of rows with a caret, by index, where the text calls just as many notes by their numbers.

    Each list of notes has its own marks: numbers alone, or numbers behind a word.
    """
    lists = list(_lists(rows))
    if not lists:
        return {}
    called: dict[str, set[int]] = {"bracket": set(), "word": set()}
    for row in rows[: lists[0][0]]:
        for found in note_labels.inline(row.text):
            if found.style in called:
                called[found.style].add(found.number)
    labels: dict[int, Label] = {}
    for begin, end in lists:
        heading = rows[begin - 1].text if begin else ""
        remarks = bool(re.match("[註注備备]", heading))
        for style in ("word", "bracket") if remarks else ("bracket", "word"):
            found_here = _labelled(rows, begin, end, called.get(style, set()), _WORDS[style])
            if found_here:
                labels |= found_here
                del called[style]
                break
    return labels


def _lists(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Runs of rows with a caret."""
    begin = 0
    while begin < len(rows):
        end = begin
        while end < len(rows) and rows[end].text[0] in "^↑":
            end += 1
        headed = begin > 0 and _NOTES.fullmatch(rows[begin - 1].text) is not None
        if end - begin >= (1 if headed else FEWEST):
            yield begin, end
        begin = max(end, begin + 1)


def _labelled(rows: Sequence[Row], begin: int, end: int, called: set[int], word: str) -> dict[int, Label]:
    """The rows as the notes 1, 2 and so on; none where the marks or their own numbers say otherwise.

    A mark may be missing, as of a picture that was left out, but not that of the last note.
    """
    size = end - begin
    matches = [_CARET.match(row.text) for row in rows[begin:end]]
    own = {n: int(match["n"] or match["m"]) for n, match in enumerate(matches, 1) if match and match.lastgroup}
    if not called or max(called) != size or min(called) < 1 or any(place != said for place, said in own.items()):
        return {}
    if 2 * len(called) < size:
        return {}
    found = {begin + n: label(rows[begin + n].text, f"{word}{n + 1}") for n in range(size)}
    return {index: mark for index, mark in found.items() if mark}
