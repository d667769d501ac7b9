"""Lines of facts on top of a text whose labels nobody listed, among others whose labels are known.

Before: ``報告機關：經濟發展署`` right above ``日期：115年3月9日``, below the title
After: both are of the head.
Never: the facts of an event, which are text; turns of a talk, which speak in sentences; one labelled line alone; lines
below the first of running text.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

TOP = 14
"""Parts among which such lines stand."""
WIDEST = 40
"""Han characters of one."""
_LABELLED = re.compile(r"(?P<label>[\u3400-\u9fff]{2,8})\s*[：:]\s*[^。！？；]*[^。！？；，、：:]")

_OF_FACT = re.compile(
    r"(?:[機机][關关構构]|[單单]位|部[門门]|日期|[時时][間间]|地[點点]|字[號号]|[編编][號号]|[類类][別别])$"
)
"""The end of a label that is surely one, where none that is known stands above it: a title may have a colon, too."""
_KNOWN_ELSEWHERE = frozenset(("資料來源", "资料来源"))
"""Labels that the head of a text reads by itself."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the lines of each run told in which a known label stands."""
    told = list(known)
    titled = False
    run: list[int] = []
    for n, item in enumerate(known[:TOP]):
        if _is_labelled(item):
            run.append(n)
            continue
        _tell(told, run, titled)
        run = []
        if item.role in (Role.BODY, Role.BLOCK):
            return told
        titled = titled or item.role is Role.TITLE
    _tell(told, run, titled)
    return told


def _is_labelled(item: Known) -> bool:
    if item.role is Role.BLOCK or shapes.width(item.plain) > WIDEST:
        return False
    return bool(_LABELLED.fullmatch(item.plain.strip()))


def _tell(told: list[Known], run: Sequence[int], titled: bool) -> None:
    """Tell the lines of a run, if it is one of facts: a day or a writer is among them, no label stands twice."""
    labels = [match["label"] for n in run if (match := _LABELLED.fullmatch(told[n].plain.strip()))]
    facts = any(meta.date or meta.authors or meta.source for n in run if (meta := told[n].meta) is not None)
    event = any(label in words("event_labels") for label in labels)
    if not titled or len(run) < 2 or not facts or event or len(set(labels)) < len(labels):
        return
    among = False
    for n, label in zip(run, labels, strict=True):
        untold = told[n].meta is None and told[n].role in (Role.TITLE, Role.BODY) and label not in _KNOWN_ELSEWHERE
        if untold and (among or _OF_FACT.search(label)):
            told[n] = Known(told[n].part, Role.META, MetaLine(desk=True))
        among = among or told[n].meta is not None
