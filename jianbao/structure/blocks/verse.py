"""Short lines below a colon that are no list: verse, and a text that is given in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianbao.structure import shapes
from jianbao.word_lists import words

VERSES, WIDEST_VERSE = 2, 24
"""Lines of verse at least, and Han characters of one."""
CLAUSE = 30
"""Characters before a colon in which what follows is named."""
_IN_ITEMS = re.compile(r"\d|[：:；;（(《%]")
"""What items of a list have and verse has not."""
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
