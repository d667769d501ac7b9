"""The body of an article: what each part between head and tail becomes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from jianbao import regex as re
from jianbao.document import Block, BlockKind
from jianbao.provenance import Removal
from jianbao.structure import shapes
from jianbao.structure.blocks import (
    captions,
    counted_points,
    headings,
    lists,
    long_lines,
    marked_parts,
    no_headings,
    numbered_lines,
    points_below_colon,
    short_lines,
    works_cited,
)
from jianbao.structure.blocks.known import Known, Role, kind_of
from jianbao.structure.blocks.line_words import is_of_court
from jianbao.structure.blocks.sketch import Stroke
from jianbao.structure.heads import persons, tail
from jianbao.structure.parts import Part
from jianbao.word_lists import words

BULLET = "T06"
RULE = "T04"
_OFFICIAL = re.compile(r"^中\s*[華华]\s*民\s*[國国]\s*\S")
"""The date at the end of an official paper, which has a line of its own."""
OFFICES = 3
"""Lines of an office's name above the day of its paper."""
ROWS = 200
"""Rows of those who sign above the day of their letter."""
GIANT = 1200
"""Characters of one line that is cut into paragraphs wherever it stands."""


def compose(known: Sequence[Known], one_line: bool, removals: list[Removal]) -> list[Block]:
    """The blocks of a body. ``one_line``: each story of the seed stands in a line, so long ones are cut."""
    strokes = [Stroke(item) for item in known]
    _fixed(strokes)
    marked_parts.state(strokes)
    day = signature_date(known)
    for index, stroke in enumerate(strokes):
        if stroke.known is day:
            stroke.settle(BlockKind.PARAGRAPH)
            for above in strokes[index - len(_offices(known, index)) : index]:
                above.settle(BlockKind.PARAGRAPH)
    points_below_colon.state(strokes)
    lists.bullets(strokes)
    lists.days(strokes)
    lists.years(strokes)
    lists.points(strokes)
    lists.stages(strokes)
    works_cited.state(strokes)
    numbered_lines.state(strokes)
    marked_parts.rest(strokes)
    counted_points.state(strokes)
    lists.after_colons(strokes)
    short_lines.state(strokes)
    for stroke in strokes:
        stroke.settle(BlockKind.PARAGRAPH)
    numbered_lines.item_levels(strokes)
    headings.levels(strokes)
    return [block for stroke in strokes for block in _blocks(stroke, one_line, removals)]


def is_official_date(item: Known) -> bool:
    """Whether a part is the date that closes an official paper: 中華民國一一五年三月二日, spread over the line."""
    return item.role is Role.META and bool(_OFFICIAL.match(item.plain))


def signature_date(known: Sequence[Known]) -> Known | None:
    """The date that closes a letter: the only day alone in a line, below its wish, its signers or the office, or above
    labels of those who sign or can be reached; None if there is none."""
    found = [index for index, item in enumerate(known) if _is_day(item)]
    if len(found) != 1:
        return None
    above, below = known[max(found[0] - 2, 0) : found[0]], known[found[0] + 1 : found[0] + 2]
    closed = any(
        shapes.wants_wish(item.plain) or item.role is Role.SIGNATURE or is_of_court(item.plain) for item in above
    )
    text = found[0] - len(_offices(known, found[0])) - 1
    closed = closed or (
        -1 < text < found[0] - 1 and known[text].role is Role.BODY and shapes.ends_statement(known[text].plain)
    )
    closed = closed or _is_below_signers(known, found[0])
    labelled = any(
        short_lines.is_list_label(item.plain.rstrip("：:"))
        or tail.CONTACT.match(item.plain)
        or item.plain.strip(" 　：:【】") in words("contact_labels")
        for item in below
    )
    return known[found[0]] if closed or labelled else None


def _is_below_signers(known: Sequence[Known], day: int) -> bool:
    """Whether a day stands apart below rows of those who sign, which a label announces: 連署人：."""
    if not known[day].part.gap:
        return False
    rows = [
        *takewhile(lambda item: item.role in (Role.TITLE, Role.SIGNATURE), reversed(known[max(day - ROWS, 0) : day]))
    ]
    label = known[day - len(rows) - 1].plain if day > len(rows) else ""
    return bool(rows) and label[-1:] in ("：", ":") and short_lines.is_list_label(label.rstrip("：:"))


def _offices(known: Sequence[Known], day: int) -> Sequence[Known]:
    """The lines right above a day that name an office, and its department perhaps."""
    lines = [*takewhile(lambda item: item.role is Role.TITLE, reversed(known[max(day - OFFICES, 0) : day]))]
    return lines if any(map(_is_office, lines)) else []


def _is_office(item: Known) -> bool:
    """Whether a line is the name of an office, as below what it sends out."""
    return item.role is Role.TITLE and persons.is_organisation(item.plain) and not shapes.is_loud(item.plain)


def _is_day(item: Known) -> bool:
    if item.role is not Role.META or item.meta is None or len(item.meta.date) != 10:
        return False
    return shapes.key(item.plain) == shapes.key(item.meta.date_text)


def _fixed(strokes: Sequence[Stroke]) -> None:
    """Kinds that a part has by itself."""
    known = [stroke.known for stroke in strokes]
    for index, stroke in enumerate(strokes):
        below = strokes[index + 1] if index + 1 < len(strokes) else None
        role = stroke.known.role
        if role is Role.BLOCK and stroke.known.part.block:
            stroke.settle(stroke.known.part.block.kind)
        elif role in (Role.CAPTION, Role.EDITOR, Role.END):
            stroke.settle(kind_of(role))
        elif _reaches(stroke) and (tail.is_contact(known, index, 0) or tail.is_of_notice(known, index)):
            stroke.settle(BlockKind.PARAGRAPH)  # how to reach who answers for a release
        elif role is Role.TITLE and persons.named(stroke.plain) and _reaches(below):
            stroke.settle(BlockKind.PARAGRAPH)  # who is to be called, above the number
        elif is_official_date(stroke.known) and any(
            is_of_court(other.plain) for other in strokes[max(index - 1, 0) : index + 2]
        ):
            stroke.settle(BlockKind.PARAGRAPH)  # of the judgment and of its copy: said above who signs
        elif role is Role.META and stroke.plain[0] in "#＃" and stroke.known.meta and stroke.known.meta.tags:
            stroke.settle(BlockKind.PARAGRAPH)  # the tags of a post, in the midst of a text
        elif (
            is_official_date(stroke.known)
            or (
                role is Role.META
                and stroke.known.meta
                and (
                    stroke.known.meta.authors or stroke.known.meta.desk or stroke.known.meta.issue or _is_origin(stroke)
                )
            )
            or (role is Role.SIGNATURE and no_headings.names_writer(stroke.plain))
        ):
            stroke.settle(BlockKind.BYLINE)


def _is_origin(stroke: Stroke) -> bool:
    """Whether a line says behind its label where the text is from."""
    meta = stroke.known.meta
    return meta is not None and bool(meta.source) and "：" in stroke.plain[:6]


def _reaches(stroke: Stroke | None) -> bool:
    """Whether a line says how to reach somebody, and no more."""
    meta = stroke.known.meta if stroke is not None and stroke.known.role is Role.META else None
    return meta is not None and meta.desk and not meta.opens


def _blocks(stroke: Stroke, one_line: bool, removals: list[Removal]) -> Iterator[Block]:
    part = stroke.known.part
    if part.block:
        yield part.block
        return
    if stroke.known.role is Role.SEPARATOR:
        removals.append(part.text.removed(RULE, "a line of marks only"))
        return
    if stroke.kind is BlockKind.CAPTION:
        yield captions.block(part, removals)
        return
    if stroke.drop:
        removals.append(part.text.slice(0, stroke.drop).removed(BULLET, "bullet of a list item"))
        part = part.cut(stroke.drop)
    if stroke.split:
        yield Block(BlockKind.PARAGRAPH, part.text.slice(0, stroke.split).strip())
        part = part.cut(stroke.split)
    kind = stroke.kind or BlockKind.PARAGRAPH
    if kind is BlockKind.PARAGRAPH:
        yield from _paragraphs(part, one_line)
    else:
        yield Block(kind, part.text, level=stroke.level)


def _paragraphs(part: Part, one_line: bool) -> Iterator[Block]:
    text = part.plain
    cuts = long_lines.cuts(text) if one_line or (len(text) > GIANT and not part.wrapped) else []
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        piece = part.text.slice(start, end).strip()
        if piece.plain:
            yield Block(BlockKind.PARAGRAPH, piece)
