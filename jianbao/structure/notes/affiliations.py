"""Where the writers of a paper work, in lines below their names, with the numbers behind the names: no notes.

Before: ``王小明1 李大華2*`` over ``1某大學某系`` / ``2某研究所`` / ``*通訊作者：…``
After: lines of the head.
Never: notes at the foot of a page or of a text, which text parts from the names.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from jianbao import regex as re

TOP, REACH = 24, 14
"""Lines on top of a text among which the names stand, and lines below them among which the places do."""
LONGEST = 120
"""Characters of a line of names, and of a place."""

_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰＊", "1234567890*")
_SIGNS = r"(?:\d{1,2}(?!\d)|[*†‡§#]|[a-h](?![a-z]))"
_MARKS = rf"(?:[（(\[]?\s?{_SIGNS}(?:(?:\s?[,，、]\s?|\s)?{_SIGNS})*\s?[)）\]]?)"
_HAN_NAME = r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,4}·[\u3400-\u9fff]{1,6}|[\u3400-\u9fff][ \u3000][\u3400-\u9fff]"
_LATIN_NAME = r"[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]*){1,3}"
_NAMED = re.compile(rf"(?P<name>{_HAN_NAME}|{_LATIN_NAME})\s?(?P<marks>{_MARKS})(?=$|[\s\u3000、，,;；＆&]|and\b)")
_BETWEEN = re.compile(r"[\s\u3000、，,;；＆&與和及]|and")
_PLACE = re.compile(rf"^[（(\[]?\s?(?P<sign>{_SIGNS})\s?[)）\]]?[.．、:：]?\s*(?P<what>\S.*)$")
_WORKS = re.compile(
    r"大[學学]|[學学]院|[學学]系|研究[所院室]|[學学]會|学会|[醫医]院|中心|公司|局|部|[處处]|系$|所$|院$|[館馆]"
    r"|Universi|Depart|Institut|College|School|Hospital|Cent(?:er|re)|Academ|Laborator"
)
_PROSE = re.compile("[，。]")
_REACHED = re.compile(r"通[訊讯]|Correspond|[Ee]-?mail|@|貢獻|贡献|contribut")


def find(lines: Sequence[str]) -> list[int]:
    """Indices of a line of names with marks behind them, and of the places that the marks point to; empty if there are
    none on top of a text."""
    for index, line in enumerate(lines[:TOP]):
        signs = _signs_of(line)
        found = _places(lines, index, signs) if signs else []
        if found:
            return [index, *found]
    return []


def names(text: str) -> tuple[str, ...]:
    """The names of a line, the marks behind them aside."""
    return tuple(match["name"] for match in _NAMED.finditer(text.translate(_RAISED)))


def place(text: str) -> str:
    """Where somebody works, of a line that begins with a mark; empty for how he is reached."""
    if text[0] in "（(" and text[-1] in "）)" and not text[1:-1].rstrip().isdigit():
        return text[1:-1]  # those of all, in brackets
    match = _PLACE.match(text.translate(_RAISED))
    return text[match.start("what") :] if match and match["sign"].isdigit() else ""


def _signs_of(text: str) -> set[str]:
    """The marks behind the names of a line, if it has nothing but names, one of them marked at least."""
    plain = text.translate(_RAISED)
    if len(plain) > LONGEST or not any(map(str.isdigit, plain)):
        return set()
    named = list(_NAMED.finditer(plain))
    rest = _NAMED.sub("", plain)
    if not named or _BETWEEN.sub("", rest):
        return set()
    signs = {sign for match in named for sign in re.findall(_SIGNS, match["marks"])}
    return signs if any(map(str.isdigit, signs)) else set()


def _places(lines: Sequence[str], names: int, signs: set[str]) -> list[int]:
    """The lines below the names that begin with their marks and say where somebody works or how he is reached."""
    found: list[int] = []
    works = False
    near = takewhile(lambda index: len(lines[index]) <= LONGEST, range(names + 1, min(names + REACH, len(lines))))
    for index in near:
        if _signs_of(lines[index]) and not works:
            continue
        match = _PLACE.match(lines[index].translate(_RAISED))
        if match and match["sign"] in signs and _WORKS.search(match["what"]):
            works = True
            found.append(index)
        elif match and not match["sign"].isdigit() and _REACHED.search(match["what"]):
            found.append(index)
        elif found or _PROSE.search(lines[index]):
            break
    return found if works else []
