"""One block of an edition as a line of Markdown: links on names and addresses, ``lang`` on foreign runs, note marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jianbao.document import EditionBlock
from jianbao.site.escape import Markdown, entities, html, plain, readable, reads_as

_URL = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*[A-Za-z0-9/=]")
_UNSAFE_IN_URL = re.compile(r"[()\[\]*_<>\\'!~`|#]")
_HAN = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
_TYPED_GAP = re.compile(rf"(?<=[{_HAN}]) (?=[!-~])|(?<=[!-~]) (?=[{_HAN}])")
_TO_CLOSE = "\0"
"""Stands in for a space between Han and other letters: the stylesheet makes the gap there, a typed one is too wide."""


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a block's text that leads somewhere; ``target`` as Markdown has it."""

    start: int
    end: int
    target: str


def addresses(text: str, taken: Sequence[Link]) -> list[Link]:
    """Web addresses in a text that no other link touches."""
    found = []
    for match in _URL.finditer(text) if "://" in text else ():
        start, end = match.span()
        if not any(link.start < end and start < link.end for link in taken):
            target = _UNSAFE_IN_URL.sub(lambda char: f"%{ord(char[0]):02X}" if char[0] != "#" else "#", match[0])
            found.append(Link(start, end, target.replace("&", "&amp;")))
    return found


def line(
    block: EditionBlock, links: Sequence[Link], notes: Mapping[str, str], start: int = 0, end: int | None = None
) -> Markdown:
    """A block's text, or a stretch of it (a cell), as Markdown.

    ``notes`` maps labels of notes to their names in the page. Escaped readably, or wholly if that is read differently.
    """
    stop = len(block.text) if end is None else end
    written = _compose(block, links, notes, start, stop, safe=False)
    text = plain(block.text[start:stop]).strip(" ")
    if written == text or not _doubtful(block, start, stop):
        return Markdown(written)
    closed = _close(text)
    if reads_as(readable(closed, at_start=True), closed):
        return Markdown(written)
    return Markdown(_compose(block, links, notes, start, stop, safe=True))


def _doubtful(block: EditionBlock, start: int, stop: int) -> bool:
    text = block.text[start:stop]
    return readable(plain(text).strip(" "), at_start=True) != text


def _close(text: str) -> str:
    return _TYPED_GAP.sub("", text)


def _compose(
    block: EditionBlock, links: Sequence[Link], notes: Mapping[str, str], start: int, stop: int, safe: bool
) -> str:
    text = _TYPED_GAP.sub(_TO_CLOSE, plain(block.text).replace(_TO_CLOSE, " "))
    links = sorted((*links, *addresses(block.text, links)), key=lambda link: link.start)
    marks = {offset: label for offset, label in _marks(block, notes)}
    edges = {start, stop}
    edges.update(edge for link in links for edge in (link.start, link.end))
    edges.update(edge for run in block.langs for edge in (run.start, run.end))
    edges.update(marks)
    points = sorted(edge for edge in edges if start <= edge <= stop)
    written: list[str] = []
    for first, last in zip(points, points[1:], strict=False):
        inside = next((link for link in links if link.start <= first and last <= link.end), None)
        if first in marks and not (inside and inside.start < first):
            written.append(marks[first])
        if inside and inside.start == first:
            written.append("[")
        piece = text[first:last]
        if first == start:
            piece = piece.lstrip(" " + _TO_CLOSE)
        if last == stop:
            piece = piece.rstrip(" " + _TO_CLOSE)
        piece = piece.replace(_TO_CLOSE, "")
        escaped = entities(piece) if safe else readable(piece)
        lang = next((run.lang for run in block.langs if run.start <= first and last <= run.end), "")
        written.append(f'<span lang="{html(lang)}">{escaped}</span>' if lang and piece else escaped)
        if inside and inside.end == last:
            written.append(f"]({inside.target})")
            written += [marks[offset] for offset in sorted(marks) if inside.start < offset < inside.end]
    if stop in marks:
        written.append(marks[stop])
    return "".join(written)


def _marks(block: EditionBlock, notes: Mapping[str, str]) -> list[tuple[int, str]]:
    joined: dict[int, str] = {}
    for mark in block.marks:
        if mark.label in notes:
            joined[mark.offset] = joined.get(mark.offset, "") + f"[^{notes[mark.label]}]"
    return list(joined.items())
