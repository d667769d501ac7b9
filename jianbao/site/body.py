"""The article's own text as Markdown: what stands between the head and the folded parts of a briefing's page.

Each block begins with an empty link that is its number and its anchor (``p3``): the text stays the edition's text,
the stylesheet writes the number beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from jianbao import regex as re
from jianbao.document import BlockKind, Edition, EditionBlock, carry
from jianbao.findings import Mention
from jianbao.site.bylines import groups, in_text
from jianbao.site.captions import wants_label
from jianbao.site.escape import Markdown, html, is_crowded, lines_html
from jianbao.site.headline import breaks
from jianbao.site.inline import Link, line
from jianbao.site.shelf import Shelf

_HEAD = {BlockKind.TITLE, BlockKind.BYLINE}
_MARKED_ITEM = re.compile(
    r"^(?:[(（]?[0-9０-９一二三四五六七八九十百甲乙丙丁a-zA-Zivx]{1,4}[)）.．、]|[①-⑳⑴-⒇❶-❿●○◆◇■□▪‧•·※★☆])"
)


def heading(edition: Edition, mentions: Sequence[Mention]) -> Markdown:
    """The title as Markdown, with its anchor, and with breaks between its phrases."""
    same = (block for block in edition.blocks if block.kind is BlockKind.TITLE and block.text == edition.title)
    block = next(same, EditionBlock("t0", BlockKind.TITLE, edition.title, ()))
    names = [carry(block, mention.start, mention.end) for mention in mentions if mention.block == block.id]
    return Markdown(f'<a id="t0"></a>{line(block, breaks=breaks(block.text, names, edition.locale))}')


def body(shelf: Shelf, edition: Edition, links: Sequence[Mention], root: str) -> Markdown:
    """All blocks after the head, then the notes."""
    targets = _targets(shelf, edition, links, root)
    blocks = [block for block in edition.blocks if block.kind not in _HEAD and block.kind is not BlockKind.FOOTNOTE]
    notes = [block for block in edition.blocks if block.kind is BlockKind.FOOTNOTE]
    marked = {mark.label for block in (*blocks, *notes) for mark in block.marks}
    names = {note.label: note.id for note in notes if note.label in marked}
    parts: list[str] = []
    below = in_text(edition)
    for group in groups(blocks, below):
        parts += _group(shelf, group[0].kind, group, targets, names)
        for byline in chain.from_iterable(below.get(block.id, ()) for block in group):
            parts.append(f'<div class="briefing-byline" id="{byline.id}">{html(byline.text)}</div>')
    parts += [
        f"[^{names[note.label]}]: {_anchor(note)}{_text(note, targets, names)}" for note in notes if note.label in names
    ]
    loose = [note for note in notes if note.label not in names]
    if loose:
        items = "".join(f'<li id="{note.id}">{html(note.text)}</li>' for note in loose)
        parts.append(f'<div class="footnotes"><ol>{items}</ol></div>')
    return Markdown("\n\n".join(parts) + "\n")


def _targets(shelf: Shelf, edition: Edition, links: Sequence[Mention], root: str) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    blocks = {block.id: block for block in edition.blocks}
    for mention in links:
        path = shelf.name(mention.name_id).path
        if path and mention.block in blocks:
            start, end = carry(blocks[mention.block], mention.start, mention.end)
            if start < end:
                found.setdefault(mention.block, []).append(Link(start, end, f"{root}{path}.md"))
    return found


def _group(
    shelf: Shelf,
    kind: BlockKind,
    blocks: Sequence[EditionBlock],
    targets: Mapping[str, list[Link]],
    notes: Mapping[str, str],
) -> Iterator[str]:
    if kind is BlockKind.TABLE:
        yield _table(blocks, targets, notes)
    elif kind is BlockKind.LIST_ITEM:
        yield "\n".join(
            "    " * (max(block.level, 1) - 1)
            + f"- {_number(shelf, block, _item_class(block))}{_text(block, targets, notes)}"
            for block in _no_jumps(blocks)
        )
    elif kind is BlockKind.LINES:
        yield from map(_lines, blocks)
    else:
        for block in blocks:
            if kind is BlockKind.PARAGRAPH and not block.marks and is_crowded(block.text):
                yield _lines(block)
                continue
            text = _text(block, targets, notes)
            if kind is BlockKind.HEADING:
                yield f"{'#' * min(max(block.level, 2), 6)} {_anchor(block)}{text}"
            elif kind is BlockKind.QUOTATION:
                yield f"> {_number(shelf, block)}{text}"
            elif kind is BlockKind.CAPTION:
                label = (
                    f'<span class="caption-label">{shelf.words["caption"]}</span>' if wants_label(block.text) else ""
                )
                yield _number(shelf, block, "caption") + label + text
            else:
                yield _number(shelf, block) + text


def _lines(block: EditionBlock) -> str:
    """Lines as they came: one block of HTML, whatever is in them."""
    return f'<pre class="lines" id="{block.id}">{lines_html(block.text)}</pre>'


def _no_jumps(blocks: Sequence[EditionBlock]) -> Iterator[EditionBlock]:
    """Items whose depth never grows by more than one: deeper indents would be code."""
    depth = 0
    for block in blocks:
        depth = min(max(block.level, 1), depth + 1)
        yield block if block.level == depth else _at(block, depth)


def _at(block: EditionBlock, depth: int) -> EditionBlock:
    return EditionBlock(
        block.id,
        block.kind,
        block.text,
        block.seed_lines,
        depth,
        marks=block.marks,
        langs=block.langs,
        shifts=block.shifts,
    )


def _text(block: EditionBlock, targets: Mapping[str, list[Link]], notes: Mapping[str, str]) -> Markdown:
    return line(block, targets.get(block.id, ()), notes)


def _table(rows: Sequence[EditionBlock], targets: Mapping[str, list[Link]], notes: Mapping[str, str]) -> str:
    """A pipe table. Without a head row an empty one is put there: the form demands it."""
    width = max(max(len(row.cells), 1) for row in rows)
    lines = [] if rows[0].header else ["|" + "  |" * width]
    lines += [_row(row, width, targets, notes) for row in rows]
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def _row(row: EditionBlock, width: int, targets: Mapping[str, list[Link]], notes: Mapping[str, str]) -> str:
    ranges = row.cells or ((0, len(row.text)),)
    links = targets.get(row.id, ())
    cells = [
        line(row, [link for link in links if start <= link.start and link.end <= end], notes, (start, end))
        for start, end in ranges
    ]
    cells += [Markdown("")] * (width - len(cells))
    return f"| {_anchor(row)}{' | '.join(cells)} |"


def _item_class(block: EditionBlock) -> str:
    return "marked" if _MARKED_ITEM.match(block.text) else ""


def _is_latin(text: str) -> bool:
    """Whether a block is set by words, not by characters."""
    return len(text.encode("ascii", "ignore")) * 4 > len(text) * 3


def _anchor(block: EditionBlock) -> str:
    return f'<a id="{block.id}"></a>'


def _number(shelf: Shelf, block: EditionBlock, kind: str = "") -> str:
    """The link that is the block's number and anchor."""
    number = block.id.lstrip("p")
    label = shelf.word("paragraph", n=number)
    classes = " ".join(filter(None, ("pn", kind, "latin" if _is_latin(block.text) else "")))
    return f'<a class="{classes}" id="{block.id}" href="#{block.id}" data-n="{number}" aria-label="{label}"></a>'
