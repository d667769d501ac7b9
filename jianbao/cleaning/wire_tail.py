"""What an agency adds behind the end mark of a story: its desk, its addresses, an offer, its rights.

Before: ``…對市場沒有影響。(完)``, below it ``(編譯 甲；審校 乙)``, ``((mail; phone; Messaging))``, an offer in a line,
``(C) Copyright …``, and the next story.
After: the story.
Never: lines below an end mark that no line of addresses or rights follows: the next story, a photo's description.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

REACH = 6
"""Lines with text below an end mark among which an agency's own are looked for."""
LONGEST = 160

_END = re.compile(r"(?:^|[。！？!?」』”\"\s])[（(\[【]\s*(?:完|全文完|END)\s*[）)\]】]$", re.I)
_TWICE = re.compile(r"^[（(]{2}.+[）)]{2}$")
_REACHED = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+\d{1,3}[\s-]\d")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The lines between an end mark and the last line of addresses or rights shortly below it."""
    left = texts.filled(lines)
    ends = [at for at, index in enumerate(left) if _END.search(lines[index].text.plain.strip()[-12:])]
    for at in ends:
        below = left[at + 1 : at + 1 + REACH]
        own = [index for index in below if _is_own(lines[index].text.plain.strip())]
        if not own:
            continue
        taken = [index for index in below if index <= own[-1] or _before_gone(lines, index, own[-1], options)]
        if all(len(lines[index].text.plain.strip()) <= LONGEST for index in taken):
            yield from (whole(index, lines[index], "an agency's own, behind its end mark") for index in taken)


def _is_own(text: str) -> bool:
    return bool(_TWICE.match(text)) or (text[:1] in "（(" and text[-1:] in "）)" and bool(_REACHED.search(text)))


def _before_gone(lines: Sequence[Line], index: int, last: int, options: Options) -> bool:
    """Whether a line stands between a line of addresses and one that rules took right below it."""
    return index > last and lines[index].number == lines[last].number + 1 and lines[index].number + 1 in options.gone
