"""Lines that a writer broke himself, well short of the width of a screen, paragraphs parted by blank lines: they go on.

Before: ``就從石垣轉機過去住了三晚。文長，沒有圖，`` over ``手機掉到海裡了。``, as posts of bulletin boards and old mail
are written: at a comma, in the middle of a clause, after a sentence
After: one paragraph.
Never: items, fields and turns; verse and lists, whose lines end in no mark; a text whose paragraphs run wider than a
screen, or with few lines right below one another.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.heads import meta_lines, post_lines
from jianbao.structure.layout.flow import Loose
from jianbao.structure.layout.full_widths import LATIN, has_ended
from jianbao.structure.measure import latin_share
from jianbao.structure.rows import Row
from jianbao.structure.starts import starts_unit

WIDEST = 80
"""Columns of a terminal: no line of such a text reaches further."""
NARROWEST = 16
"""Columns of a line that is running text, not a word of a list."""
LONGEST = 14
"""Lines of a paragraph at most."""
FEWEST, MOST = 4, 0.6
"""Paragraphs broken at a pause, where no head of a bulletin board says that the text is a post, and the share that
paragraphs broken within a sentence have of those of several lines."""
RAGGED = 8
"""Columns by which half of such lines are short of the widest, where no such head stands."""
TOP = 4
"""Lines among which a bulletin board prints the head of a post."""
MUCH = 0.5
"""Share of the lines with others right below them that such paragraphs are, where no such head stands."""
DEEPER = 2
"""Columns by which the first line of a paragraph of its own is set in."""

_WITHIN = re.compile(r"[，、；。！？,;!?]")
_FIELD = re.compile(r"^[^\s，。：:]{1,8}\s?[：:]")
_COUNTED = re.compile(r"^第?[一二三四五六七八九十]{1,3}[，,]\s*\S")
"""A point that a writer counts: 一，…; 第二，…"""
_QUOTED = re.compile(r"^[>＞:：]\s")
_PAUSE = "，、；,;"
_STOPS = "，、；。！？"
"""What no line of facts ends in."""


def is_post(head: Sequence[Loose]) -> bool:
    """Whether the first lines of a text are the head that a bulletin board prints."""
    return any(post_lines.is_board_head(item.text.plain.strip()) for item in head[:TOP])


def mark(rows: Sequence[Row], posted: bool) -> None:
    """Set ``soft`` on each row that goes on below. ``posted``: the text is a post on a bulletin board."""
    if any(row.edge > WIDEST and "://" not in row.text and not post_lines.is_board_head(row.text) for row in rows):
        return
    if not posted and sum(row.text[-1] in _PAUSE for row in rows) < FEWEST:
        return
    stanzas = _stanzas(rows)
    prose = [stanza for stanza in stanzas if len(stanza) > 1 and _is_prose(stanza)]
    broken = [stanza for stanza in prose if any(not has_ended(row) for row in stanza[:-1])]
    if not broken or len(broken) < MOST * len(prose) or max(map(len, prose)) > LONGEST:
        return
    if not posted and not _are_most(stanzas, prose, broken):
        return
    for stanza in prose:
        for row in stanza[:-1]:
            row.soft = True


def _are_most(
    stanzas: Sequence[Sequence[Row]], prose: Sequence[Sequence[Row]], broken: Sequence[Sequence[Row]]
) -> bool:
    """Whether nothing but hands that broke the lines explains them: paragraphs broken at pauses, well short of the
    widest, are most of the lines that have others right below them."""
    paused = [stanza for stanza in broken if any(row.text[-1] in _PAUSE for row in stanza[:-1])]
    several = sum(len(stanza) for stanza in stanzas if len(stanza) > 1)
    return len(paused) >= FEWEST and not _is_filled(paused) and sum(map(len, prose)) >= MUCH * several


def _is_filled(stanzas: Sequence[Sequence[Row]]) -> bool:
    """Whether most lines that go on reach one width: a tool broke them, which other steps undo."""
    edges = sorted(row.edge for stanza in stanzas for row in stanza[:-1])
    return bool(edges) and 2 * sum(edge >= edges[-1] - RAGGED for edge in edges) > len(edges)


def _stanzas(rows: Sequence[Row]) -> list[list[Row]]:
    """Lines that no blank line parts; what begins a unit of its own begins one of these."""
    found: list[list[Row]] = []
    for row in rows:
        if found and not row.gap and not row.torn and not _begins(found[-1][-1], row):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _begins(above: Row, row: Row) -> bool:
    """Whether a line begins something, whatever stands above it."""
    if (
        starts_unit(row.text)
        or _COUNTED.match(row.text)
        or row.turn
        or row.indent >= above.indent + DEEPER
        or above.alone
        or row.alone
    ):
        return True
    if _QUOTED.match(row.text) or _QUOTED.match(above.text) or above.text[-1] in "：:":
        return True
    if starts_unit(above.text) and not _WITHIN.search(above.text):
        return True  # a heading
    field = bool(_FIELD.match(row.text)) and (has_ended(above) or bool(_FIELD.match(above.text)))
    return field or post_lines.is_board_head(row.text) or post_lines.is_board_head(above.text)


def _is_prose(stanza: Sequence[Row]) -> bool:
    """Whether lines are one paragraph of running text: sentences end in it, or every line stops at a pause; no line but
    the last is a bare word or a clause without any mark beside others of its kind."""
    if any(latin_share(row.text) > LATIN for row in stanza):
        return False
    ended = any(map(has_ended, stanza)) or all(row.text[-1] in _PAUSE for row in stanza[:-1])
    bare = [not _WITHIN.search(row.text) for row in stanza]
    listed = sum(bare) > 1 and sum(bare) >= len(stanza) / 2
    narrow = any(row.edge - row.indent < NARROWEST for row in stanza[:-1])
    facts = any(row.text[-1] not in _STOPS and meta_lines.parse(row.text) for row in stanza)
    return ended and not listed and not narrow and not facts
