"""Stories of a file whose headlines name the outlet in brackets: 【某報】標題, 標題（某報）, 標題（某報，2026-03-05）.

Before: such a headline above each text, perhaps behind a bullet
After: headline, outlet and day of each story.
Never: brackets that say what kind of piece it is (【社論】, （組圖）); fewer than three such headlines; no text below.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.provenance import Removal
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries.stamps import is_outlet
from jianbao.structure.heads import written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

BULLET = "T06"
FEWEST = 3
"""Headlines of one form in a file."""
OUTLETS = 0.5
"""Share of the names in brackets that end as those of outlets do, at least, where no day stands beside them."""
NARROWEST, WIDEST = 5, 45
"""Han characters of a headline."""
TEXT, NEAR = 30, 3
"""Characters of a text below a headline, and parts below it among which the text begins."""

_BULLET = r"^\s*(?:[■□◎●◆◇▲▼►▶★☆※]\s*)?(?P<bare>)"
_NAME = r"(?P<name>[^\s（()）【】，,／/]{2,16}(?: [^\s（()）【】，,／/]{2,10})?)"
_DAY = r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
_FORMS = (
    re.compile(rf"{_BULLET}【{_NAME}】\s*(?P<title>[^。]+)$"),
    re.compile(rf"{_BULLET}(?P<title>[^。]+?)\s*[（(]{_NAME}(?:[，,、／/｜|\s]\s*(?P<day>{_DAY}))?[)）]$"),
    re.compile(rf"{_BULLET}(?P<title>[^。]+?)\s*[（(](?P<day>{_DAY})[，,、／/｜|\s]\s*{_NAME}[)）]$"),
)


def state(known: Sequence[Known]) -> tuple[list[Known], list[Removal]]:
    """The parts, with such headlines told, and the bullets that stood before them."""
    found = list(known)
    removals: list[Removal] = []
    for form in _FORMS:
        hits = {at: match for at in range(len(known)) if (match := form.match(known[at].plain)) and _heads(known, at)}
        hits = {at: match for at, match in hits.items() if _is_title(match["title"])}
        if len(hits) < FEWEST or not _are_outlets(list(hits.values())):
            continue
        for at, match in hits.items():
            part, bullet = known[at].part, match.start("bare")
            removals += [part.text.slice(0, bullet).removed(BULLET, "bullet before a headline")] if bullet else []
            found[at] = Known(part.cut(bullet), Role.META, _stated(match, bullet))
    return found, removals


def _is_title(text: str) -> bool:
    return NARROWEST <= shapes.width(text) <= WIDEST and not written_dates.find(text)


def _heads(known: Sequence[Known], at: int) -> bool:
    """Whether a line may be a headline, with a text below it."""
    item = known[at]
    if item.role not in (Role.TITLE, Role.BODY) and not (item.role is Role.META and item.meta is not None):
        return False
    below = known[at + 1 : at + 1 + NEAR]
    text = next((other for other in below if other.role is Role.BODY), None)
    return text is not None and len(text.plain) >= TEXT


def _are_outlets(hits: Sequence[re.Match[str]]) -> bool:
    """Whether what stands in brackets names outlets: a day stands beside each, or most names end so."""
    names = {hit["name"] for hit in hits}
    if any(name in words("series") or name in words("sections") for name in names):
        return False
    told = all(hit.groupdict().get("day") for hit in hits)
    return told or sum(map(is_outlet, names)) >= OUTLETS * len(names)


def _stated(match: re.Match[str], bullet: int) -> MetaLine:
    day = match.groupdict().get("day") or ""
    dates = written_dates.find(day)
    title = (match.start("title") - bullet, match.end("title") - bullet)
    return MetaLine(dates[0].iso if dates else "", day, source=match["name"], title=title)
