"""The marks of Markdown and its kin, in which tools write down web pages and people keep their notes.

Before: ``## 協定的文本``; ``> 沒有人提起領土。``; ``  * 採捕料``; ``付的錢叫**採捕料**``; ``[水產會](https://…)的名冊``
``標題`` over ``=====``; ``1981\\. 年``; the lines of a file's head between two of ``---``; ``   [1]: https://…``
After: ``協定的文本``; ``沒有人提起領土。``; ``付的錢叫採捕料``; ``水產會的名冊``; of the head its title, day
and writer. What a line was by its mark is told by the removal.
Never: in a text that has neither two headings with text below them, nor one beside other marks, nor links with their
addresses: ``#標籤``, a star in front of a remark, lines of dashes. Between two fences, where code stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from jianbao import block_marks as forms
from jianbao import regex as re
from jianbao.cleaning import markup_inline, texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

FEWEST = 2
"""Headings that show Markdown by themselves, links that do, and other marks beside one heading."""
NEAR = 4
"""Lines with text below a heading among which running text stands."""
SAMPLE = 4000
"""Lines that are looked at to tell whether a text is written so."""
LONGEST = 4000
"""Characters of a line whose inner marks are looked for."""
KNOWN = frozenset(("title", "date", "author", "authors", "source", "tags", "published", "created", "url", "link"))
"""Fields of a file's head that tell something of the text."""

_FIELD = re.compile(r"^(?P<name>[A-Za-z_][\w-]*)\s*:(?:\s+(?P<value>.*))?$")
_DEFINED = re.compile(r"^\s*\[(?P<name>[^\[\]^][^\[\]]*)\]:\s*(?P<to>\S+)(?:\s+[\"'(].*[\"')])?\s*$")
_FENCE = re.compile(r"^\s*(?:```|~~~|:::|\.\. (?:\w+::|_\S+:)|:\w+:$|#\+\w+)")
_CODE = re.compile(r"^ {0,3}(?P<sign>```|~~~)[`~]*")
_NAMED = re.compile(r"^\s*\.\. (?:table|rubric|admonition|note|figure-text)::\s+(?=\S)|^\s*>\s*\[!\w+\][+-]?[ \t]*")
"""The sign of a block, its name behind it."""
_BOX = re.compile(r"\[[ xX]\]\s+")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """All marks of a text that is written so."""
    plain = [line.text.plain for line in lines]
    head = _front_matter(plain)
    under = forms.underlines(plain)
    if not _is_markup(plain, head, under):
        yield from _first_heading(plain)
        return
    names = {match["name"].casefold() for text in plain if "]:" in text and (match := _DEFINED.match(text))}
    coded = _coded(plain)
    for index, (line, text) in enumerate(zip(lines, plain, strict=True)):
        if not text.strip() or index in coded:
            continue
        if index < head:
            yield from _of_head(index, line, text)
        elif index in under:
            yield whole(index, line, "drawn below a heading")
        elif "]:" in text and _DEFINED.match(text):
            yield whole(index, line, "where a link led")
        elif directive := _NAMED.match(text):
            yield Finding(index, *directive.span(), "sign of a block")
        elif _FENCE.match(text):
            yield whole(index, line, "sign of a block")
        elif any(map(str.isalnum, text)):
            yield from _findings(index, _in_line(text, names))


def _is_markup(plain: Sequence[str], head: int, under: frozenset[int]) -> bool:
    """Whether a text is written so: by its headings, or by its links, or a heading beside other marks."""
    filled = [text[:LONGEST] for text in plain[:SAMPLE] if text.strip()]
    headings = [at for at, text in enumerate(filled) if forms.heading(text)]
    under_text = sum(
        any(texts.is_prose(text) for text in filled[at + 1 : at + 1 + NEAR] if not forms.heading(text))
        for at in headings
    )
    links = sum("](" in text and _is_link(text) for text in filled)
    links += sum("]:" in text and bool(_DEFINED.match(text)) and "://" in text for text in filled)
    if links >= FEWEST or under_text >= FEWEST or len(under) >= FEWEST or head:
        return True
    other = sum(
        bool(forms.item(text) or forms.quotation(text) or ("**" in text and markup_inline.STRONG.search(text)))
        for text in filled
    )
    strong = sum("**" in text and bool(markup_inline.STRONG.search(text)) for text in filled)
    return strong >= FEWEST or (bool(under_text or under) and other + links >= FEWEST) or bool(links and other)


def _first_heading(plain: Sequence[str]) -> Iterator[Finding]:
    """The sign of the heading that a text without other marks begins with, over running text."""
    filled = [index for index, text in enumerate(plain[: 4 * NEAR]) if text.strip()][: 1 + NEAR]
    heading = forms.heading(plain[filled[0]]) if filled else None
    if heading is not None and any(texts.is_prose(plain[index]) for index in filled[1:]):
        yield Finding(filled[0], 0, heading.start, "sign of a heading")


def _is_link(text: str) -> bool:
    match = markup_inline.LINK.search(text)
    return match is not None and bool(match["dest"]) and bool(markup_inline.ADDRESS.match(match["dest"].strip()))


def _front_matter(plain: Sequence[str]) -> int:
    """The end of the head that a file has between two rows of dashes; 0 if it has none."""
    first = next((at for at, text in enumerate(plain) if text.strip()), 0)
    if not plain or plain[first].strip() != "---":
        return 0
    for at in range(first + 1, min(first + 60, len(plain))):
        text = plain[at]
        if text.strip() in ("---", "..."):
            return at + 1 if at > first + 1 else 0
        if text.strip() and not (_FIELD.match(text) or text[:1] in " \t-#"):
            return 0
    return 0


def _coded(plain: Sequence[str]) -> set[int]:
    """Lines between two fences: what looks like a mark there is text."""
    found: set[int] = set()
    begun: tuple[int, str] | None = None
    for index, text in enumerate(plain):
        fence = _CODE.match(text)
        if begun is None and fence:
            begun = index, fence["sign"]
        elif begun is not None and fence and fence["sign"] == begun[1] and not text[fence.end() :].strip():
            found.update(range(begun[0] + 1, index))
            begun = None
    return found


def _of_head(index: int, line: Line, text: str) -> Iterator[Finding]:
    """What leaves of a line of a file's head: the rows of dashes, fields that tell nothing of the text, quotes."""
    field = _FIELD.match(text)
    if field is None or field["name"].lower() not in KNOWN or not (field["value"] or "").strip():
        yield whole(index, line, "of the file's head")
        return
    start, end = field.span("value")
    value = text[start:end].rstrip()
    if len(value) > 1 and (value[0], value[-1]) in (('"', '"'), ("'", "'"), ("[", "]")):
        yield Finding(index, start, start + 1, "sign around a value")
        yield Finding(index, start + len(value) - 1, start + len(value), "sign around a value")


def _in_line(text: str, names: set[str]) -> dict[int, str]:
    """The marks of a line, by their places."""
    found: dict[int, str] = {}
    at = 0
    quote = forms.quotation(text)
    if quote:
        found.update(dict.fromkeys(range(quote), "sign of a quotation"))
        at = quote
    heading = forms.heading(text[at:])
    item = 0 if heading else forms.item(text[at:])
    if heading:
        found.update(dict.fromkeys(range(at, at + heading.start), "sign of a heading"))
        found.update(dict.fromkeys(range(at + heading.end, len(text)), "sign of a heading"))
        at += heading.start
    elif item:
        found.update(dict.fromkeys(range(at, at + item), "sign of an item"))
        at += item
        box = _BOX.match(text, at)
        if box:
            found.update(dict.fromkeys(range(*box.span()), "box to tick"))
    elif meaning := forms.definition(text):
        found.update(dict.fromkeys(range(meaning), "sign of a definition"))
    if len(text) <= LONGEST:
        for place, note in markup_inline.marks(text[at:], names).items():
            found.setdefault(at + place, note)
    return found


def _findings(index: int, marks: dict[int, str]) -> Iterator[Finding]:
    for _, run in groupby(enumerate(sorted(marks)), key=lambda pair: (pair[1] - pair[0], marks[pair[1]])):
        places = [place for _, place in run]
        yield Finding(index, places[0], places[-1] + 1, marks[places[0]])
