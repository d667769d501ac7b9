"""Whether a paragraph goes on in the next line.

It does if the line fills the measure of its neighbourhood and nothing says that it ends: no greater gap, no indent or
number in front of the next one, no trailing space where the document marks its paragraphs so.
"""

from __future__ import annotations

from jianbao import regex as re
from jianbao.abstract_label import is_label
from jianbao.structure import measure
from jianbao.structure.heads import wire_lines
from jianbao.structure.layout import cut_words
from jianbao.structure.layout.full_widths import LATIN, has_ended, is_filled
from jianbao.structure.layout.habits import INDENT, SET_IN, Habits, would_fit
from jianbao.structure.rows import Row
from jianbao.structure.starts import are_rows, starts_unit

SHORT = 0.9
"""Share of the full width below which a line is the last of its turn, in a text of turns."""

BARE = 6
"""Characters of a word below a numbered sentence that goes on with nothing."""


def goes_on(head: Row, row: Row, after: Row, habits: Habits) -> bool:
    """Whether the paragraph that ``head`` starts and ``row`` is in goes on in ``after``."""
    if row.soft:
        return True
    if row.full is None or (after.turn and (has_ended(row) or (habits.spoken and row.edge < SHORT * row.full))):
        return False
    if row.glued:
        return True
    if is_label(after.text) or (row is head and is_label(row.text)):
        return False
    if after.other != row.other or after.anew:
        return False
    if row.alone or after.alone or (after.indent > row.indent and wire_lines.start(after.text)):
        return False
    if row is head and _is_beyond(row) and not _is_beyond(after):
        return False
    if (after.signed or (row.signed and row is head)) and row.text[-1] not in "，、；;&":
        return False
    if habits.set_in and after.indent >= SET_IN and not after.torn and not _hangs(head, row, after, habits):
        return False
    near = after.gap <= habits.gap or (after.gap == habits.gap + 1 and _is_cut_by_blank(head, row, after, habits))
    if after.text[0] in measure.CLOSING and after.text[0] not in "—…·." and (after.torn or near):
        return True
    ended = has_ended(row)
    bare = after.text.isalpha() and 1 < len(after.text) <= BARE
    if ended and row.text[-1] not in "；;" and bare and starts_unit(head.text):
        return False  # the last line of a paragraph would end its sentence
    if len(after.text) == 1 and after.text.isalpha() and not ended and (near or after.torn):
        return True
    if (near or after.torn) and _CUT_WORD.search(row.text) and (row.text[-1] == "\u00ad" or after.text[0].islower()):
        return True
    if near and (_is_bracket_open(row, after) or _is_in_bracket(head, row, after)):
        return True
    if are_rows(row.text, after.text) or (ended and _DATED.match(after.text)):
        return False
    counts = starts_unit(after.text) and not (not ended and is_filled(row) and _OF_LAW.match(after.text))
    if counts and (ended or not is_filled(row) or starts_unit(head.text)):
        return False
    if not near and not after.torn:
        return False
    if habits.spaced and not after.torn and row.stop:
        return False
    if habits.spaced and not (row.trailing and measure.is_latin(row.text[-1])):
        return not row.trailing
    if row.text[-1] in "，、" and row.edge > row.full / 4:
        return True
    flush = habits.flush and starts_unit(head.text)
    lost = 4 if row is head and row.indent == 0 and habits.indented and not flush else 0
    full = row.full - max(habits.under - INDENT + 1, 0)
    if row.edge + measure.first_token(after.text) < full - _slack(row, full, ended) - lost:
        return False
    if row is head and habits.indented and not ended and _stands_over(row, after, habits.under):
        return False
    if after.indent >= row.indent + 2 and row is not head and not after.torn:
        return False
    if after.indent >= 2 and ended:
        return False
    closed = ended and row.text[-1] not in "；;"
    if closed and habits.sharp and not habits.indented and _is_bare(after):
        return False
    unseen = max(4 - row.indent, 0) if row is head and not flush else 0
    if closed and habits.sharp and not after.torn and would_fit(row, after, habits.under, unseen):
        return False
    if closed and (_is_heading(after) or _changes_script(row, after)):
        return False
    return not (closed and habits.indented and _first_line(row, after, lost, habits.under))


def _hangs(head: Row, row: Row, after: Row, habits: Habits) -> bool:
    """Whether a line that is set in goes on in an item: the line above is as full as can be, within a sentence."""
    return starts_unit(head.text) and not has_ended(row) and not would_fit(row, after, habits.under)


def _is_beyond(row: Row) -> bool:
    """Whether a line is so much wider than the text around it that it is no line of that: a title over columns."""
    return row.full is not None and row.edge - row.indent > 1.4 * row.full


def _is_cut_by_blank(head: Row, row: Row, after: Row, habits: Habits) -> bool:
    """Whether the blank line before a line came from the extraction alone: it stands within a sentence.

    The line above is full, is no heading (it is a further line of its paragraph, or a first one, with its indent or
    short by it) and stops at a letter; the line below is full too, or ends the sentence, and is not indented.
    """
    if row.full is None or row.ruled or after.ruled or not (row.text[-1].isalpha() or row.text[-1] in "，、"):
        return False
    if after.indent > min(row.indent, 1) or starts_unit(after.text):
        return False
    first = row is head and row.indent < 2
    if first and not (habits.indented and after.full is not None and abs(row.full - row.edge - INDENT - 1) <= 1):
        return False
    if abs(row.edge - row.full) > NEARLY and not first:
        return False
    return has_ended(after) or (after.full is not None and after.edge >= after.full - NEARLY)


NEARLY = 3
"""Columns by which a line beside a blank one may differ from the full width to be surely full."""


def _changes_script(row: Row, after: Row) -> bool:
    """Whether a sentence in one script ends and a line in the other follows: so the halves of bilingual text change."""
    before, behind = measure.latin_share(row.text), measure.latin_share(after.text)
    if before > LATIN:
        return not measure.is_latin(after.text[0]) and after.text[0].isalpha()
    return before < 1 - LATIN and behind > LATIN and after.text[0].isupper()


def _is_heading(row: Row) -> bool:
    """Whether a line behind the end of a sentence is neither a full line nor the last of a paragraph: Han characters
    without any mark, that stop early."""
    short = row.full is not None and row.edge <= 0.6 * row.full and not row.glued
    return short and len(row.text) >= SHORTEST_HEADING and _HAN_ONLY.fullmatch(row.text) is not None


def _is_bare(row: Row) -> bool:
    """Whether a line stops early and at a letter, where the last line of a paragraph has a full stop."""
    short = row.full is not None and row.edge <= 0.6 * row.full and not row.glued
    return short and row.text[-1].isalpha() and _HAN_ONLY.match(row.text) is not None


_DATED = re.compile(
    r"(?:1[89]|20)\d\d\s?(?:年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?|[./-]\d{1,2}(?:[./-]\d{1,2})?)(?:[\s\u3000]{1,3}|[：:])[^\W\d]{2}"
)
"""An entry of a chronicle: its day, a blank or a colon, and what happened."""

_OF_LAW = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,5}[條条](?:之[一二三四五六七八九十\d]+)?[\u3400-\u9fff]")
"""An article of a law of which a sentence speaks: no blank stands behind its number."""

SHORTEST_HEADING = 4
"""Characters of a heading that may be told from the last line of a paragraph whose full stop was lost."""

_HAN_ONLY = re.compile(r"[\u3400-\u9fff]+")

_CUT_WORD = re.compile(r"[a-z][-\u2010\u00ad]$")
"""A word that the end of a line may have cut."""


def _first_line(row: Row, after: Row, lost: int, under: int) -> bool:
    """Whether a line behind a full one that ends a sentence is the first of a paragraph whose indent was lost.

    ``lost``: columns of the indent that the line above lost; ``under``: as in `Habits`.
    """
    if after.full is None or after.edge > after.full - under - INDENT or measure.latin_share(after.text) > LATIN / 2:
        return False
    if after.edge >= after.full - 2 * measure.BAND and not has_ended(after):
        return True
    return row.edge + lost < (row.full or 0) - under - 1


def _is_bracket_open(row: Row, after: Row) -> bool:
    """Whether a bracket that a line opens at its end is closed at the start of the next: so titles are cut."""
    at = row.text.rfind("（")
    opened = at >= max(len(row.text) - REMARK, 0) and "）" not in row.text[at:]
    return opened and "）" in after.text[:REMARK].partition("（")[0]


def _is_in_bracket(head: Row, row: Row, after: Row) -> bool:
    """Whether a full line opens with a bracket that the next closes at its end: so it is told where writers work."""
    return row is head and is_filled(row) and row.text[0] in "（(" and "）" not in row.text and after.text[-1] in "）)"


REMARK = 12
"""Characters of a remark in brackets that the end of a line cuts."""


def _stands_over(row: Row, after: Row, under: int) -> bool:
    """Whether a line without marks that is too short for the first of a paragraph stands over such a one: a heading."""
    full = (row.full or 0) - under
    if (
        row.edge > full - INDENT - 3
        or after.full is None
        or _WITHIN.search(row.text)
        or _NARROW.search(after.text)
        or has_ended(after)
    ):
        return False
    opens = after.full - under - INDENT - 2 <= after.edge <= after.full - INDENT
    return opens and not cut_words.gain(row.text, after.text)


_WITHIN, _NARROW = re.compile(r"[，。；A-Za-z0-9]"), re.compile("[!-~]")
"""What no plain heading has; what is narrower than a Chinese character, so that widths tell less."""


def _slack(row: Row, full: int, ended: bool) -> float:
    """Columns that a full line may stay short of the full width.

    More where the line stops in mid-sentence, and where its letters are not all of one width.
    """
    ragged = 0.25 * measure.latin_share(row.text) * full
    return 3 + 0.4 * ragged if ended else max(4, min(7, 0.12 * full)) + ragged
