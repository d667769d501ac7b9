"""The words of a chart that has no scale of numbers, between running text and the caption of the figure below.

Before: a sentence, ``2023年``, ``2024年``, ``中国``, ``日本``, ``韩国``, ``图1 主要经济体增长率``; then a heading and,
apart, ``越南 菲律宾 马来西亚``
After: the sentence and the caption.
Never: names or items without any year or number among them; words below a heading or a table's caption; a single line.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning.rule import Finding, whole
from jianbao.document import Line

FEWEST, MOST, LONGEST = 4, 60, 8
"""Lines of such a chart, and characters of each of its words at most."""
BELOW, FEWEST_WORDS = 3, 2
"""Lines behind the caption among which more of its words may stand, and words of such a line."""

CAPTION = re.compile(
    r"(?:附?[圖图]|Figure|Fig\.)\s*[一二三四五六七八九十0-9]{1,3}(?:[-–.．][0-9]{1,2})?\s*[：:．.、\s　]"
)
_ENDED = re.compile(r"[。！？!?][」』”’\"'）)]*$")
_DATED = re.compile(r"(?:19|20)\d\d年?|\d{1,2}月|[-−–]?\d+(?:[.,]\d+)*[%％]?")
_NO_WORD = re.compile(
    r"[。！？；，、：:《》「」『』（()）]|^[壹貳參肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}、|^[•●○■◆▪·]|^\d{1,2}[.．、]"
)
_NAME = re.compile(r"[\u2e80-\u2fdf\u3400-\u9fffA-Za-z]{2,8}")


def find(lines: Sequence[Line], filled: Sequence[int], gone: Container[int]) -> Iterator[Finding]:
    """Such words; ``filled`` are the indices of the lines with text, ``gone`` of those that have left already."""
    for place, index in enumerate(filled):
        text = lines[index].text.plain.strip()
        if text[0] not in "附圖图F" or not CAPTION.match(text):
            continue
        run = _run(lines, filled, place)
        if not run:
            continue
        for other in run:
            if other not in gone:
                yield whole(other, lines[other], "a word of the chart above the caption of a figure")
        for other in filled[place + 1 : place + 1 + BELOW]:
            if _is_apart(lines, other) and _are_names(lines[other].text.plain.split()):
                yield whole(other, lines[other], "further words of the chart above")


def _run(lines: Sequence[Line], filled: Sequence[int], place: int) -> list[int]:
    """The lines of words right above a caption, down from the end of a sentence; none where they are no chart."""
    begin = place
    texts: list[str] = []
    while begin and place - begin < MOST:
        text = lines[filled[begin - 1]].text.plain.strip()
        if _NO_WORD.search(text) or any(len(word) > LONGEST for word in text.split()):
            break
        texts.append(text)
        begin -= 1
    ended = begin > 0 and _ENDED.search(lines[filled[begin - 1]].text.plain.rstrip())
    dated = any(_DATED.fullmatch(word) for text in texts for word in text.split())
    named = sum(bool(_NAME.search(text)) for text in texts) > 1
    return list(filled[begin:place]) if ended and dated and named and len(texts) >= FEWEST else []


def _is_apart(lines: Sequence[Line], index: int) -> bool:
    beside = [lines[side].text.plain.strip() for side in (index - 1, index + 1) if 0 <= side < len(lines)]
    return not any(beside)


def _are_names(words: Sequence[str]) -> bool:
    return len(words) >= FEWEST_WORDS and all(map(_NAME.fullmatch, words))
