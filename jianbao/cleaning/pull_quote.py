"""A sentence of the text that a page's layout prints a second time, large, between paragraphs.

Before: a line ``「我們沒有退路。」`` that a longer paragraph nearby has word for word.
After: the paragraph.
Never: captions, titles and headings (they end no sentence), short answers, a sentence that is nowhere else; in
hard-wrapped text, where a line is a piece of a paragraph, anything but lines in quotation marks of their own and
lines narrower than the text's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning import pull_quote_lines, texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

SHORTEST, LONGEST = 12, 120
SHORTEST_QUOTED = 9
"""The same of a line in quotation marks of its own."""
NEAR = 40
"""Lines with text to either side in which the sentence must stand."""

_QUOTED = re.compile(r"^[「『“\"].*[」』”\"]$")
_CAPTION = re.compile(r"^(?:圖|图|照片|▲|△|▼|（圖)")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines whose words stand, all of them and in order, in one longer line nearby."""
    places = texts.filled(lines)
    wrapped = texts.looks_wrapped([lines[index].text.plain for index in places])
    marked = pull_quote_lines.find(lines, places)
    again = {at: index for begin, end, index in marked if wrapped or end > begin + 1 for at in range(begin, end)}
    for form in (pull_quote_lines.bare, pull_quote_lines.sentences):
        again |= {at: index for begin, end, index in form(lines, places) for at in range(begin, end)}
    for at, index in sorted(again.items()):
        yield whole(places[at], lines[places[at]], f"stands word for word in line {lines[index].number}")
    if wrapped:
        return
    keys = [texts.key(lines[index].text.plain) if len(lines[index].text) <= 4000 else "" for index in places]
    candidates = [at for at, words in enumerate(keys) if _candidate(lines, places, at, words)]
    anchors = {keys[at][:SHORTEST_QUOTED] for at in candidates}
    if not anchors:
        return
    holders: dict[str, list[int]] = {}
    for at, words in enumerate(keys):
        if len(words) > SHORTEST_QUOTED * 2:
            for start in range(len(words) - SHORTEST_QUOTED + 1):
                anchor = words[start : start + SHORTEST_QUOTED]
                if anchor in anchors and (anchor not in holders or holders[anchor][-1] != at):
                    holders.setdefault(anchor, []).append(at)
    for at in candidates:
        words = keys[at]
        near = [
            other for other in holders.get(words[:SHORTEST_QUOTED], ())[:50] if other != at and abs(other - at) <= NEAR
        ]
        host = next((other for other in near if len(keys[other]) >= 1.5 * len(words) and words in keys[other]), None)
        if host is not None:
            line = lines[places[at]]
            yield whole(places[at], line, f"stands word for word in line {lines[places[host]].number}")


def _candidate(lines: Sequence[Line], places: Sequence[int], at: int, words: str) -> bool:
    text = lines[places[at]].text.plain.strip()
    shortest = SHORTEST_QUOTED if _QUOTED.match(text) and texts.ends_sentence(text) else SHORTEST
    if not shortest <= len(words) <= LONGEST or _CAPTION.match(text) or lines[places[at]].page:
        return False
    before = lines[places[at - 1]].text.plain if at else ""
    return texts.ends_sentence(before) and (bool(_QUOTED.match(text)) or texts.ends_sentence(text))
