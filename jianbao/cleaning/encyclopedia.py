"""What the pages of encyclopedias that anybody may edit have around their text.

Before: ``目次　隱藏`` and the headings below it, ``條目 討論 閱讀 編輯``, ``維基百科，自由的百科全書``, notices on what
the page lacks; links of an editor behind or below headings; boxes of links, categories and rights below the text
After: the title, the text with its headings, its box of facts, its references.
Never: a page that has fewer than two kinds of signs of such an encyclopedia; a sentence above the title; a list in the
text that is no contents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jianbao import line_forms
from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

FEWEST_SIGNS = 2
"""Kinds of signs that a page of an encyclopedia has at least."""
FEWEST_LINKS = 2
"""Headings with a link to an editor that are a sign."""
LONGEST_TITLE, LONGEST_LABEL = 40, 60
"""Characters of a title, and of a line of furniture above it."""
LEAD = 16
"""Characters of the paragraph that opens the text, at least."""
TOP = 400
"""Lines on top of the page among which its title and its opening stand."""

_NAME, _BUTTONS, _NOTICES, _CONTENTS, _TOPS, _BOXES, _LINKS, _CATEGORIES, _CLOSING, _RIGHTS, _CITED = (
    line_forms.pattern("encyclopedia", kind, re.I)
    for kind in (
        *("name", "buttons", "notices", "contents", "tops", "boxes"),
        *("links", "categories", "closing", "rights", "cited"),
    )
)
_LINK = re.compile(
    r"\s*[\[［]\s*(?:編輯|编辑|edit)(?:原始碼|源代码)?(?:\s*[|｜]\s*[^\[\]]{2,8})?\s*[\]］]$"
    r"|(?<=\S)\s+(?:播报\s*)?编辑(?:\s*讨论)?$",
    re.I,
)
_SUFFIX = re.compile(r"(?<=\S)(?:播报)?编辑(?:锁定|讨论|播报)*$")
"""The same link, glued to a heading: sure only where the contents say the heading."""
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.．]?|[▪•·])[\s\u3000]*")
_BUTTON = re.compile(r"播报|编辑|[\[［]\s*(?:編輯|编辑|edit)\s*[\]］]")
_MARK = re.compile("[。，]")
_OPENING = "「『《“〈"


@dataclass(slots=True)
class _Page:
    """A page's lines with text, and what was found of it: ``keys`` of its headings, ``gone`` with the evidence."""

    places: list[int]
    plain: list[str]
    keys: set[str] = field(default_factory=set)
    gone: dict[int, str] = field(default_factory=dict)

    def drop(self, at: int, note: str) -> None:
        """A line leaves whole."""
        self.gone.setdefault(at, note)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Furniture of an encyclopedia's page, told by its place and its form; nothing on any other page."""
    places = texts.filled(lines)
    page = _Page(places, [lines[index].text.plain.strip() for index in places])
    if not _is_page(page.plain):
        return
    cuts = dict(_links(page))
    lead, title = _title(page)
    _contents(page)
    _head(page, lead, title)
    _foot(page, lead)
    _empty(page)
    for at, index in enumerate(places):
        plain = lines[index].text.plain
        if at in page.gone:
            yield whole(index, lines[index], page.gone[at])
        elif at in cuts:
            start = len(plain) - len(plain.lstrip()) + cuts[at]
            yield Finding(index, start, len(plain), "opens an editor")


def _is_page(plain: Sequence[str]) -> bool:
    """Whether there are enough kinds of signs."""
    short = [text for text in plain if len(text) <= LONGEST_LABEL * 2]
    links = sum(bool(_LINK.search(text)) for text in short) + sum(
        below == "编辑" and above == "播报" for above, below in pairwise(plain)
    )
    signs = [links >= FEWEST_LINKS, sum(bool(_CITED.search(text)) for text in plain) >= FEWEST_LINKS]
    signs += [any(map(form.search, short)) for form in (_NAME, _CLOSING, _CATEGORIES, _NOTICES)]
    signs.append(any(_BOXES.match(text) for text in short))
    return sum(signs) >= FEWEST_SIGNS


def _links(page: _Page) -> Iterator[tuple[int, int]]:
    """Links to an editor: where each begins in its line. Those alone in a line leave, as do buttons beside them."""
    listed = {_key(text) for text in page.plain}
    for at, text in enumerate(page.plain):
        link = _LINK.search(text) if len(text) <= LONGEST_LABEL else None
        link = link if link and link.start() else None
        glued = _SUFFIX.search(text) if len(text) <= LONGEST_TITLE else None
        if not link and glued and _key(text[: glued.start()]) in listed:
            link = glued
        if link:
            page.keys.add(_key(text[: link.start()]))
            yield at, link.start()
        elif at and _BUTTON.fullmatch(text):
            page.drop(at, "opens an editor")
            if at - 1 not in page.gone and len(page.plain[at - 1]) <= LONGEST_TITLE:
                page.keys.add(_key(page.plain[at - 1]))


def _key(text: str) -> str:
    return texts.key(_NUMBER.sub("", text))


def _title(page: _Page) -> tuple[int, str]:
    """Where the text opens, and its title: the longest short line above that the opening begins with. Where none is,
    the first sentence that is no notice, and nothing."""
    first = 0
    for at, text in enumerate(page.plain[:TOP]):
        if len(text) < LEAD or not _MARK.search(text) or at in page.gone:
            continue
        bare = texts.key(text.lstrip(_OPENING))
        above = [_named(other) for other in page.plain[:at] if len(other) <= LONGEST_TITLE]
        names = [name for name in above if len(texts.key(name)) >= 2 and bare.startswith(texts.key(name))]
        if names:
            return at, max(names, key=len)
        if not first and not _NOTICES.match(text):
            first = at
    return first, ""


def _named(text: str) -> str:
    """A line without the buttons behind it."""
    link = _LINK.search(text)
    return text[: link.start()] if link else text


def _contents(page: _Page) -> None:
    """The contents: below their label, lines that are headings of the text."""
    end = 0
    for label in [at for at, text in enumerate(page.plain) if _CONTENTS.match(text)]:
        if label < end:
            continue
        end = label + 1
        while (
            end < len(page.plain)
            and (
                _key(page.plain[end]) in page.keys
                or _TOPS.match(page.plain[end])
                or _BUTTONS.match(page.plain[end])
                or (end == label + 1 and page.plain[end].strip("[]［］") in ("隱藏", "隐藏"))
            )
            and not _opens_section(page, end)
        ):
            end += 1
        if end - label > FEWEST_LINKS:
            for at in range(label, end):
                page.drop(at, "the page's contents")


def _opens_section(page: _Page, at: int) -> bool:
    """Whether a heading stands over text or a button and not among entries."""
    below = page.plain[at + 1] if at + 1 < len(page.plain) else ""
    return bool(_LINK.search(page.plain[at]) or _BUTTON.fullmatch(below)) or texts.is_prose(below)


def _head(page: _Page, lead: int, title: str) -> None:
    """What stands above the title, and buttons and notices between it and the text."""
    first = next((at for at, text in enumerate(page.plain) if title and _named(text) == title), -1)
    for at in range(first):
        text = page.plain[at]
        if len(text) <= LONGEST_LABEL and not texts.is_prose(text):
            page.drop(at, "above the title of an encyclopedia's page")
    for at in range(lead):
        text = page.plain[at]
        if text == title and at > first:
            page.drop(at, "the title again, over the box of facts")
        elif first < at and text.isascii() and len(text) > LEAD // 2 and text in page.plain[lead]:
            page.drop(at, "the foreign name, said again in the first sentence")
        elif _NAME.match(text) or _BUTTONS.match(text):
            page.drop(at, "a page's own words")
        elif _NOTICES.match(text):
            page.drop(at, "editors on the page")


def _foot(page: _Page, lead: int) -> None:
    """Boxes of links, links to sister sites, and what stands below the page's own last line, up to the next text."""
    size = len(page.plain)
    tail = next((at for at in range(lead, size) if _CLOSING.match(page.plain[at])), size)
    own = {at for at in range(tail, size) if _CLOSING.match(page.plain[at]) or _RIGHTS.search(page.plain[at])}
    text = next((at for at in range(tail, size) if at not in own and texts.is_prose(page.plain[at])), size)
    last = max((at for at in own if at < text), default=tail - 1) + 1 if text < size else size
    for at in range(tail, last):
        page.drop(at, "below the last words of an encyclopedia's page")
    box = next((at for at in range(lead + 1, tail) if _BOXES.match(page.plain[at]) or _is_stack(page.plain, at)), tail)
    below = [*range(box, tail)]
    if not any(texts.is_prose(page.plain[at]) and not _CATEGORIES.match(page.plain[at]) for at in below):
        for at in below:
            page.drop(at, "links below the text")
    for at in range(lead, box):
        if _LINKS.match(page.plain[at]) or _CATEGORIES.match(page.plain[at]):
            page.drop(at, "links to a sister of the encyclopedia, or to its categories")


def _is_stack(plain: Sequence[str], at: int) -> bool:
    """Whether the label of a box of links stands one character a line."""
    return "".join(plain[at : at + 3]) in ("查论编", "查論編", "閱論編", "阅论编")


def _empty(page: _Page) -> None:
    """A heading whose lines all left."""
    for at, text in enumerate(page.plain[:-1]):
        if at in page.gone or _key(_named(text)) not in page.keys or _named(text) not in words("sections"):
            continue
        end = at + 1
        while end < len(page.plain) and end in page.gone:
            end += 1
        rest = page.plain[end] if end < len(page.plain) else ""
        below = [other for other in range(at + 1, end) if not _BUTTON.fullmatch(page.plain[other])]
        if below and not rest:
            page.drop(at, "a heading over links alone")
