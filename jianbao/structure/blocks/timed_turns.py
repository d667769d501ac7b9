"""Turns of speech in a transcript of a recording, each with its place there.

Before: ``[03:15] 阿哲：庫頁島二號是誰的？``, ``阿哲：[03:15] …``;
``說話人 1  00:32`` above what he says.
After: text, whatever its shape: no headline, no title.
Never: the items of a list of news, which nobody speaks twice; chapters of a recording, which have no speaker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes

FEWEST = 3
"""Turns at least, of which somebody has two."""
LONGEST = 60
"""Characters of a line in which its time and its speaker stand."""

_TIME = r"[\[（(【〔]?\s*\d{1,3}(?:[:：]\d{2}){1,2}\s*[\]）)】〕]?"
_SIGN = re.compile(r"\d[:：]\d\d")
_TURN = re.compile(
    rf"^(?:{_TIME}[\s\u3000]*(?P<before>[^：:，。！？\d]{{1,20}}\d{{0,2}})\s*[：:]"
    rf"|(?P<after>[^：:，。！？\d\[（(【〔]{{1,20}}?\d{{0,2}})[\s\u3000]*[：:]?[\s\u3000]*{_TIME}(?:$|[\s\u3000：:]|(?<=[\]）)】〕])))"
)


def find(lines: Sequence[str]) -> frozenset[int]:
    """Which lines open a turn; none where the lines are no transcript."""
    found: dict[int, str] = {}
    sure: set[int] = set()
    for index, line in enumerate(lines):
        match = _TURN.match(line[:LONGEST]) if _SIGN.search(line[:LONGEST]) else None
        if match:
            found[index] = (match["before"] or match["after"]).split()[-1]
            if is_label(line) or shapes.ends_sentence(line):
                sure.add(index)
    speakers = Counter(found.values())
    turns = frozenset(index for index, who in found.items() if speakers[who] > 1 or index in sure)
    spoken = sum(times for times in speakers.values() if times > 1)
    return turns if spoken >= 2 and len(turns) >= FEWEST and 2 * spoken >= len(turns) else frozenset()


def is_label(line: str) -> bool:
    """Whether a line is a speaker and his place in the recording alone: what he says stands below it."""
    match = _TURN.match(line) if len(line) <= LONGEST else None
    return match is not None and match.end() == len(line)
