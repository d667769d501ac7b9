"""The button below each story of a list of stories.

Before: ``更多``, ``[詳細]`` or ``Read story »`` alone below each of three stories or more, above the next
headline.
After: nothing.
Never: the refrain of a poem; a heading over text, however often it comes; who signs each story, its outlet or its end
mark; a word below whole texts that no page has for a button.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import either, words

LONGEST = 14
"""Characters of a button."""
FEWEST = 3
"""Stories below each of which it stands."""

LONGEST_FACTS = 40
"""Characters of a line with the day of a story."""
_DAY = re.compile(r"(?:19|20)\d\d\s*[-./年]\s*\d")

_CUT = re.compile(r"(?:…|\.{3}|⋯)[」』”’）)】\]\s]*$")
"""The end of a story of which only the beginning is shown."""
_POINTS = re.compile(r"^[\[［【<＜].*[\]］】>＞]$|[>＞»›→➔▶►]+$")
"""A word that stands in brackets or points on."""
_SIGNS = re.compile(
    rf"\d|(?:{either('outlets')}|{either('organisations')}|{either('jobs')})$|^(?:{either('agencies')})$"
    r"|^\W*(?:全文)?完\W*$|[電訊电讯]$|END|^[^\w\[［【<＜]"
)
"""What tells whose a story is, when it came, or that it is over."""


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines that come again below each story."""
    same: dict[str, list[int]] = defaultdict(list)
    places: list[int] = []
    for index, line in enumerate(lines):
        text = line.text.plain.strip()
        if not text:
            continue
        if len(text) <= LONGEST:
            same[text].append(len(places))
        places.append(index)
    for text, found in same.items():
        if len(found) < FEWEST or any(after - before < 3 for before, after in pairwise(found)):
            continue
        told = _SIGNS.search(text) and text.casefold() not in _of_readers() and _bare(text) not in words("read_at")
        if told or texts.ends_sentence(text) or not any(map(str.isalpha, text)):
            continue
        plain = [lines[index].text.plain for index in places]
        below = [plain[at - 1] for at in found if at and _heads(plain, at)]
        if len(below) < FEWEST or len(below) < 0.8 * len(found):
            continue
        cut = sum(bool(_CUT.search(story)) for story in below) >= 0.7 * len(below)
        if cut or _POINTS.search(text) or {texts.label(text).casefold(), _bare(text)} & _known():
            for at in found:
                yield whole(places[at], lines[places[at]], f"comes again below each of {len(found)} stories")


def _heads(plain: Sequence[str], at: int) -> bool:
    """Whether the end of a text stands above a line, perhaps with the outlet and the day between the two, and no text
    below it: the last line of a paragraph that was broken may be short."""
    facts = at > 1 and len(plain[at - 1].strip()) <= LONGEST_FACTS and bool(_DAY.search(plain[at - 1]))
    at -= facts
    story = plain[at - 1].strip()
    broken = at > 1 and texts.ends_sentence(story) and len(plain[at - 2].strip()) >= texts.PROSE
    told = texts.is_prose(story) or broken or (len(story) >= texts.PROSE and bool(_CUT.search(story)))
    below = at + 1 + facts
    return told and (below >= len(plain) or not texts.is_prose(plain[below]))


def _bare(text: str) -> str:
    """A button without the brackets around it."""
    return text.strip("（()） ").casefold()


@cache
def _of_readers() -> frozenset[str]:
    """Buttons of feed readers, some of which end as an outlet's name does: 造訪網站."""
    return frozenset(word.casefold() for word in words("reader_buttons"))


def _known() -> frozenset[str]:
    """Words that pages have for buttons."""
    lists = ("page_words", "reader_buttons", "read_at", "related_labels", "share", "navigation")
    return frozenset(word.casefold() for name in lists for word in words(name)) | {"全文", "詳情", "详情"}
