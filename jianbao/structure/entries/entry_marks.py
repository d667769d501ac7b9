"""What each line of a file looks like to somebody who searches for a pattern: one letter a line."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks import lists, numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import stamps
from jianbao.structure.heads import imprint_lines, persons
from jianbao.word_lists import either

_SECTION_ALONE = re.compile(r"^(?:[【〔《〈\[][^】〕》〉\]]{2,10}[】〕》〉\]]|[※◎●■◆▎▍▌█★☆▶►]\s*[^\s，。：:]{2,8})$")
"""The name of a section in a line of its own: 【離島觀察】, ※ 財經."""
GREETING = re.compile(
    r"^.{0,24}(?:早安|午安|晚安|[早晚]上好|又見面|又见面"
    r"|[你您]們?好|[你您]们好|大家好|親愛的|亲爱的|各位|讀者|读者|朋友|Dear|Hello|Hi[ ,])",
    re.I,
)
TAG = re.compile(
    r"^(?:[#＃]\s?\S{1,20}|(?:標籤|标签|關鍵字|关键字|關鍵詞|关键词|主題|主题|搜尋|搜索|檢索|Tag|Topic|Search)(?:彙整|结果|結果)?(?:\W.*)?"
    r"|共?\s*(?:有|找到)?\s*[\d,]+\s*(?:篇|則|则|筆|笔|條|条|項|项|個|个|results?)(?:結果|结果|文章|新聞|新闻|相關\S{0,6}|相关\S{0,6})?)$",
    re.I,
)
"""The name of a tag or a search, or how many stories it has."""
_ADDRESSES = re.compile(r"^(?:Hi|Hello|Dear|嗨|哈囉|早|各位|親愛|亲爱)|[！!，,：:～~]$", re.I)
_NUMBER_ALONE = re.compile(r"^(?:No\.?\s?|[#＃])?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])[.．、]?$", re.I)
"""The number of an item in a line of its own, above its headline."""
_SECTION = re.compile(r"^[【\[〔][^】\]〕]{1,8}[】\]〕]\s*\S")


MADE_BY = re.compile(rf"^.{{0,4}}(?:{either('desk_labels')}|{either('contents_labels')})\s*(?:$|[：:／/])")
"""Who made an issue, or what is in it."""
_CONTENTS = re.compile(rf"^\W{{0,2}}{either('contents_labels')}\W{{0,2}}$")
TOP = 12
"""Parts on top of a file among which it greets its readers and lists its contents."""
RUBRICS, WIDEST_RUBRIC = 2, 5
"""Headlines with the name of a section above them that show it for one, and its width in Han characters."""
LONGEST_LISTED = 80
"""Characters of a line of contents."""


class Letter(Enum):
    """TITLE is anything with a headline's shape, numbered or marked ones too."""

    TITLE = "T"
    TEXT = "B"
    STAMP = "S"
    LINK = "L"
    FACT = "M"
    SECTION = "N"
    NUMBER = "O"
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
    for index in reversed(range(len(known) - 1)):
        plain = known[index].plain
        if _NUMBER_ALONE.match(plain) and found[index + 1] is Letter.TITLE:
            found[index] = Letter.NUMBER
        elif _SECTION_ALONE.match(plain) and found[index + 1] in (Letter.TITLE, Letter.NUMBER):
            found[index] = Letter.SECTION
    for index in _rubrics(known, found):
        found[index] = Letter.SECTION
    for index in range(min(len(known), TOP)):
        if found[index] is Letter.TEXT and len(known[index].plain) > LONGEST_LISTED:
            break
        plain, short = known[index].plain, found[index] in (Letter.TITLE, Letter.TEXT)
        if short and (TAG.match(plain) or (found[index] is Letter.TITLE and MADE_BY.match(plain))):
            found[index] = Letter.FACT
        elif found[index] is Letter.TITLE and is_greeting(known[index].plain):
            found[index] = Letter.TEXT
    for index in _contents(known, found):
        found[index] = Letter.FACT
    return found


def _rubrics(known: Sequence[Known], found: Sequence[Letter]) -> list[int]:
    """Short names right above headlines that stand over texts, if several headlines have one: 歐洲, 朝鮮半島."""
    size = len(known)
    places = [n for n in range(1, size - 1) if found[n] is Letter.TITLE and found[n + 1] in (Letter.TEXT, Letter.STAMP)]
    named = [
        n - 1
        for n in places
        if found[n - 1] in (Letter.TITLE, Letter.FACT) and _is_rubric(known[n - 1]) and shapes.width(known[n].plain) > 6
    ]
    return named if len(named) >= RUBRICS and 2 * len(named) >= len(places) else []


def _is_rubric(item: Known) -> bool:
    """Whether a line is as short as the name of a section, or is known for one."""
    meta = item.meta
    if meta is not None:
        return bool(meta.series) and not (meta.opens or meta.issue or meta.title[1])
    return shapes.width(item.plain) <= WIDEST_RUBRIC and item.plain.isalpha() and not persons.is_name(item.plain)


def _contents(known: Sequence[Known], found: Sequence[Letter]) -> Iterator[int]:
    """Lines on top of a file, below the label of its contents, that are headlines further down."""
    label = next((n for n in range(min(len(known), TOP)) if _CONTENTS.match(known[n].plain)), None)
    if label is None:
        return
    count = Counter(shapes.key(_unmarked(item.plain)) for item in known if len(item.plain) <= LONGEST_LISTED)
    listed: set[str] = set()
    for index in range(label + 1, len(known)):
        mine = shapes.key(_unmarked(known[index].plain))
        if count[mine] < 2 or mine in listed or found[index] not in (Letter.TITLE, Letter.TEXT):
            return
        listed.add(mine)
        yield index


def _unmarked(text: str) -> str:
    """A line without its number, its bullet or its section."""
    return text[_mark(text)[1] :]


def is_greeting(text: str) -> bool:
    """Whether a line greets its readers and says no more."""
    return bool(GREETING.match(text) and _ADDRESSES.search(text))


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
    if stamps.is_address(plain) or stamps.reads_at(plain):
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
    greeted = any(GREETING.match(item.plain) for item in head)
    titles = sum(1 for index in range(len(head)) if of[index] is Letter.TITLE)
    issued = any(imprint_lines.ISSUE.search(item.plain) for item in head)
    return dated and (titles == 0 or (titles == 1 and greeted and issued))
