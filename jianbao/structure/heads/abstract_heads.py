"""The lines between the title of a paper and its abstract: writers, and where each works.

``王小明¹、李大華²`` / ``¹ 某大學某系`` / ``² 某研究所`` / ``摘要``; or each writer over his own institute.
A file of several papers has such a head above every abstract: its lines begin with the marks of notes, and are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.abstract_label import is_label
from jianbao.structure import shapes
from jianbao.structure.heads import persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

MOST = 14
"""Lines of writers and places above an abstract."""
LONGEST = 60
"""Characters of one of them."""
NAMED = 0.5
"""Share of names in a row of writers that begin with a known surname."""
_READER = re.compile(r"(?:發表人|发表人|報告人|报告人|作者|主講人|主讲人)\s*[：:]\s*")
"""Whom a conference calls a paper's writers."""
_WRITER = re.compile(
    r"(?P<name>[\u3400-\u9fff·]{2,8})\s?[0-9¹²³⁴⁵⁶⁷⁸⁹*＊]{0,3}\s?(?:[（(](?P<what>[^（()）。]{2,48})[)）])?"
    r"(?:\s*[、，,；;／/]\s*|[\s\u3000]+|(?<=[)）])(?=[\u3400-\u9fff])|$)"
)
_MARK = re.compile(r"[（(\[]?\s?(?:\d{1,2}|[¹²³⁴⁵⁶⁷⁸⁹]|[*＊†‡]{1,4})\s?[)）\]]?[.．、:：]?\s*")
"""The mark of a note in front of a place."""
_SAID = re.compile("[，：？！—]")
"""What titles have, and no place."""
_INSTITUTE = re.compile(rf"[\u3400-\u9fff（）()·\s]{{3,}}{either('institute_endings')}")
"""What the name of an institute ends in."""


def find(texts: Sequence[str]) -> list[range]:
    """The lines of writers and places right above each abstract that has its label in a line of its own."""
    found: list[range] = []
    for label, text in enumerate(texts):
        if not is_label(text):
            continue
        top = label
        for at in range(label - 1, max(label - MOST, 0) - 1, -1):
            if writers(texts[at]) is not None:
                top = at
            elif not is_place(texts[at]):
                break
        if top < label:
            found.append(range(top, label))
    return found


def is_place(text: str) -> bool:
    """Whether a line says where writers work, a mark in front of it or none."""
    mark = _MARK.match(text)
    bare = text[mark.end() :] if mark else text
    short = len(text) <= LONGEST and not shapes.ends_sentence(text) and not is_label(text)
    said = bool(_INSTITUTE.fullmatch(bare)) or persons.is_affiliation(bare)
    return short and not _SAID.search(text) and (said or not bare)


def works(text: str) -> str:
    """A place without its mark."""
    mark = _MARK.match(text)
    return text[mark.end() :] if mark else text


def writers(text: str) -> MetaLine | None:
    """Names, each perhaps with the mark of a note or what he is in brackets, and nothing else."""
    found: list[re.Match[str]] = []
    label = _READER.match(text)
    at = label.end() if label else 0
    while at < len(text) and (match := _WRITER.match(text, at)):
        found.append(match)
        at = match.end()
    if at < len(text) or not found:
        return None
    names = [match["name"] for match in found]
    known = sum(
        persons.is_name(match["name"]) or bool(match["what"] and persons.is_affiliation(match["what"]))
        for match in found
    )
    said = [match["what"] for match in found if match["what"]]
    if known < NAMED * len(names) or not (known or said) or any(map(persons.is_organisation, names)):
        return None
    return MetaLine(authors=tuple(names), affiliation=said[0] if len(names) == 1 and said else text if said else "")
