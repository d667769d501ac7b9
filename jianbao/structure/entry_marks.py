"""What each line of a file looks like to somebody who searches for a pattern: one letter a line."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum

from jianbao.structure import imprint_lines, lists, numbering, shapes, stamps
from jianbao.structure.roles import Known, Role

_SECTION_ALONE = re.compile(r"^(?:[【〔《〈\[][^】〕》〉\]]{2,10}[】〕》〉\]]|[※◎●■◆▎▌★☆▶►]\s*[^\s，。：:]{2,8})$")
"""The name of a section in a line of its own: 【離島觀察】, ※ 財經."""
_GREETING = re.compile(
    r"^.{0,24}(?:早安|午安|晚安|[你您]們?好|[你您]们好|大家好|親愛的|亲爱的|各位|讀者|读者|朋友|Dear|Hello|Hi[ ,])",
    re.I,
)
_SECTION = re.compile(r"^[【\[〔][^】\]〕]{1,8}[】\]〕]\s*\S")


class Letter(Enum):
    """TITLE is anything with a headline's shape, numbered or marked ones too."""

    TITLE = "T"
    TEXT = "B"
    STAMP = "S"
    LINK = "L"
    FACT = "M"
    SECTION = "N"
    RULE = "R"
    CAPTION = "C"
    BLOCK = "K"


def letters(known: Sequence[Known]) -> list[Letter]:
    """The letter of each part. Marked lines one below the other are a list."""
    found = [_letter(item) for item in known]
    marks = [_mark(item.plain)[0] if of is Letter.TITLE else "" for item, of in zip(known, found, strict=True)]
    for index, mark in enumerate(marks):
        around = marks[max(index - 1, 0) : index] + marks[index + 1 : index + 2]
        if mark and mark in around and known[index].role is not Role.TITLE:
            found[index] = Letter.TEXT
    for index, item in enumerate(known[:-1]):
        if _SECTION_ALONE.match(item.plain) and found[index + 1] is Letter.TITLE:
            found[index] = Letter.SECTION
    return found


def section(text: str) -> str:
    """The words of a section's name without its marks."""
    return text.strip("【】〔〕《》〈〉[]※◎●■◆▎▌★☆▶► \u3000")


def _letter(item: Known) -> Letter:
    plain = item.plain
    if item.role is Role.BLOCK:
        return Letter.BLOCK
    if item.role is Role.SEPARATOR or not (plain[:1].isalnum() or shapes.key(plain)):
        return Letter.RULE
    if item.role is Role.CAPTION:
        return Letter.CAPTION
    if stamps.is_address(plain):
        return Letter.LINK
    if item.meta is not None and item.meta.title[1]:
        return Letter.TITLE
    if lists.DAY.match(plain):
        return Letter.TEXT
    if not shapes.bullet(plain) and stamp(item) is not None:
        return Letter.STAMP
    if item.role in (Role.META, Role.SIGNATURE, Role.END):
        return Letter.FACT
    if item.role is Role.TITLE or is_marked_headline(plain):
        return Letter.TITLE
    return Letter.TEXT


def stamp(item: Known) -> stamps.Stamp | None:
    """The stamp that a line is: by its form, or because it states an outlet and no more."""
    found = stamps.read(item.plain)
    meta = item.meta
    if found is None and item.role is Role.META and meta and meta.source and not (meta.affiliation or meta.title[1]):
        return stamps.Stamp(meta.date, labelled=meta.source, authors=meta.authors)
    return found


def is_marked_headline(text: str) -> bool:
    """Whether a line is a headline behind a number, a bullet or a sign."""
    size = _mark(text)[1]
    rest = text[size:].strip()
    return bool(size) and shapes.is_title_like(rest) and shapes.width(rest) <= 40


def _mark(text: str) -> tuple[str, int]:
    """What marks a headline, as the name of a scheme, and its length."""
    numbered = numbering.scheme(text)
    if numbered:
        return numbered.scheme, numbered.end
    bullet = shapes.bullet(text)
    if bullet:
        return text[0], bullet
    section = _SECTION.match(text)
    if section:
        return "【】", section.end() - 1
    if text and unicodedata.category(text[0]) == "So":
        return "So", 1
    return "", 0


def marked(known: Sequence[Known], of: Sequence[Letter]) -> Iterator[list[int]]:
    """Indices of the headlines with one kind of mark, each over a text, for each kind that has several."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, letter in enumerate(of[:-1]):
        if letter is Letter.TITLE and of[index + 1] in (Letter.TEXT, Letter.BLOCK):
            groups[_mark(known[index].plain)[0]].append(index)
    yield from (found for mark, found in sorted(groups.items()) if mark not in _NOT_OF_ENTRIES and len(found) > 1)


_NOT_OF_ENTRIES = ("", "編", "章", "節", "款", "條", "壹", "時", "A.", "I.")
"""Marks of parts within one text."""


def is_letter_to_readers(known: Sequence[Known], of: Sequence[Letter]) -> bool:
    """Whether a file opens as a newsletter does: with its issue or its date, perhaps a greeting, and no headline."""
    head: list[Known] = []
    for item, letter in zip(known, of, strict=True):
        if letter is Letter.SECTION or (letter is Letter.TITLE and _mark(item.plain)[0]):
            break
        head.append(item)
    if len(head) > 6 or len(head) == len(known):
        return False
    dated = any(
        bool(item.meta and (item.meta.issue or (item.meta.date and item.meta.source)))
        or bool(imprint_lines.ISSUE.search(item.plain))
        or bool((stamp := stamps.read(item.plain)) and stamp.date and stamp.says_where and not stamp.authors)
        for item in head
    )
    greeted = any(_GREETING.match(item.plain) for item in head)
    titles = sum(1 for index in range(len(head)) if of[index] is Letter.TITLE)
    issued = any(imprint_lines.ISSUE.search(item.plain) for item in head)
    return dated and (titles == 0 or (titles == 1 and greeted and issued))
