"""One block of an edition as a line of Markdown: links on names and addresses, ``lang`` on foreign runs, note marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from jianbao import regex as re
from jianbao.document import EditionBlock
from jianbao.first_characters import led
from jianbao.site.escape import Markdown, entities, html, needs_care, plain, readable, reads_as

URL = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*[A-Za-z0-9/=]")
_UNSAFE = re.compile(r"[()\[\]*_<>\\'!~`|#]")
_HAN = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
_TYPED_GAP = led(rf"(?<=[{_HAN}]) (?=[!-~])|(?<=[!-~]) (?=[{_HAN}])")
_TO_CLOSE = "\0"
"""Stands in for a space between Han and other letters: the stylesheet makes the gap there, a typed one is too wide."""


Escape = Callable[[str], Markdown]
_NO_NOTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a block's text that leads somewhere; ``target`` as Markdown has it."""

    start: int
    end: int
    target: str


def addresses(text: str, taken: Sequence[Link]) -> list[Link]:
    """Web addresses in a text that no other link touches."""
    found = []
    for match in URL.finditer(text) if "://" in text else ():
        start, end = match.span()
        if not any(link.start < end and start < link.end for link in taken):
            target = _UNSAFE.sub(lambda char: f"%{ord(char[0]):02X}" if char[0] != "#" else "#", match[0])
            found.append(Link(start, end, target.replace("&", "&amp;")))
    return found


def line(
    block: EditionBlock,
    links: Sequence[Link] = (),
    notes: Mapping[str, str] = _NO_NOTES,
    span: tuple[int, int] | None = None,
    breaks: Sequence[int] = (),
) -> Markdown:
    """A block's text, or a span of it (a cell), as Markdown.

    ``notes`` maps labels of notes to their names in the page; at ``breaks`` a line may break. Escaped readably, or
    wholly if that is read differently.
    """
    start, stop = span or (0, len(block.text))
    text = _TYPED_GAP.sub("", plain(block.text[start:stop])).strip(" ")
    escape = entities if needs_care(text) and not reads_as(readable(text, at_start=True), text) else readable
    links = sorted((*links, *addresses(block.text, links)), key=lambda link: link.start)
    inserts = _marks(block, notes) | dict.fromkeys(breaks, "<wbr>")
    edges = _edges(block, links, (start, stop), inserts)
    return Markdown("".join(_pieces(block, links, inserts, edges, escape)))


def _edges(block: EditionBlock, links: Sequence[Link], span: tuple[int, int], inner: Iterable[int]) -> list[int]:
    """Offsets at which something begins or ends, those of the span included."""
    edges = {*span, *inner}
    edges.update(edge for link in links for edge in (link.start, link.end))
    edges.update(edge for run in block.langs for edge in (run.start, run.end))
    return sorted(edge for edge in edges if span[0] <= edge <= span[1])


def _pieces(
    block: EditionBlock, links: Sequence[Link], inserts: Mapping[int, str], edges: Sequence[int], escape: Escape
) -> Iterator[str]:
    """The stretches between edges, each escaped and marked; ``inserts`` stand before the character at their offset."""
    text = _TYPED_GAP.sub(_TO_CLOSE, plain(block.text).replace(_TO_CLOSE, " "))
    held: list[str] = []
    for first, last in pairwise(edges):
        link = next((link for link in links if link.start <= first and last <= link.end), None)
        if first in inserts and link and link.start < first:
            held.append(inserts[first])  # a link holds no other link: the note follows it
        elif first in inserts:
            yield inserts[first]
        if link and link.start == first:
            yield "["
        piece = text[first:last]
        piece = piece.lstrip(" " + _TO_CLOSE) if first == edges[0] else piece
        piece = piece.rstrip(" " + _TO_CLOSE) if last == edges[-1] else piece
        escaped = escape(piece.replace(_TO_CLOSE, ""))
        lang = next((run.lang for run in block.langs if run.start <= first and last <= run.end), "")
        lang = "" if link and "://" in link.target else lang  # an address is in no language
        yield f'<span lang="{html(lang)}">{escaped}</span>' if lang and escaped else escaped
        if link and link.end == last:
            yield f"]({link.target})"
            yield from held
            held.clear()
    yield inserts.get(edges[-1], "") if len(edges) > 1 else ""


def _marks(block: EditionBlock, notes: Mapping[str, str]) -> dict[int, str]:
    joined: dict[int, str] = {}
    for mark in block.marks:
        if mark.label in notes:
            joined[mark.offset] = joined.get(mark.offset, "") + f"[^{notes[mark.label]}]"
    return joined
