"""Short lines that are no list and no headings: verse, and a text that is given in full below a colon."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.parts import Part
from jianbao.word_lists import words

VERSES, WIDEST_VERSE = 2, 24
"""Lines of verse at least, and Han characters of one."""
CLAUSE = 30
"""Characters before a colon in which what follows is named."""
_IN_ITEMS = re.compile(r"\d|[：:；;（(《%]")
"""What items of a list have and verse has not."""
COUPLET, LONGEST_COUPLET = 5, 18
"""Han characters of a line of a couplet."""
_CLAUSES = re.compile(r"[，、；：！？\s\u3000]")
_PLAIN = re.compile(r"[\u3400-\u9fff，、；！？。\s\u3000]+")
_PERSON = re.compile("[我你妳您他她它牠]")


def is_verse(lead: str, lines: Sequence[str]) -> bool:
    """Whether lines below a colon are verse, not a list: the words before the colon say so, or the lines speak of me
    and you; a list of names or of numbered or labelled things does neither."""
    if len(lines) < VERSES or any(_IN_ITEMS.search(line) for line in lines):
        return False
    clause = re.split(r"[，。；！？]", lead)[-1] if len(lead) > CLAUSE else lead
    spoken = sum(bool(_PERSON.search(line)) for line in lines) >= len(lines) / 3
    said = any(word in clause or word in lead[-CLAUSE:] for word in words("verse_leads"))
    return (said or spoken) and max(map(shapes.width, lines)) <= WIDEST_VERSE


def is_quoted_text(lead: str, lines: Sequence[str]) -> bool:
    """Whether lines below a colon open a text that is given in full, not a list: the words before the colon say so, and
    the first of the lines is a sentence, say a greeting."""
    said = (
        bool(lines) and shapes.ends_sentence(lines[0]) and any(word in lead[-CLAUSE:] for word in words("text_leads"))
    )
    return said and not any(map(shapes.bullet, lines))


def is_stanza(lead: str, parts: Sequence[Part]) -> bool:
    """Whether lines that stand together, apart from the text above and below, are verse and no headings: two that are
    alike in length and clauses, or such of which the text right above speaks."""
    if len(parts) < VERSES or not parts[0].gap or not parts[-1].gap_after or any(part.gap for part in parts[1:]):
        return False
    lines = [part.plain for part in parts]
    if is_couplet(lines):
        return True
    said = any(word in lead[-CLAUSE:] for word in words("verse_leads"))
    return said and all(map(_PLAIN.fullmatch, lines)) and max(map(shapes.width, lines)) <= WIDEST_VERSE


def is_couplet(lines: Sequence[str]) -> bool:
    """Whether two lines are as long as one another, and are parted at the same places."""
    if len(lines) != VERSES or not all(map(_PLAIN.fullmatch, lines)):
        return False
    one, other = ([*map(len, _CLAUSES.split(line.rstrip("，。；！？")))] for line in lines)
    return one == other and COUPLET <= sum(one) <= LONGEST_COUPLET
