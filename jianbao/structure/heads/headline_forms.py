"""Headlines that the form of the lines around them tells, whatever they speak of: below the name of a kind of piece,
below a newspaper's shoulder, in the title of a printed window, in a letter that a site sends out.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons
from jianbao.structure.heads.title_words import DASHES, MONTH_DAY, NARROWEST, could_be
from jianbao.word_lists import words

_BAR = re.compile(r"\s*[|｜]\s*|\s+[-–—]\s+|_")
"""What parts a site's name from a title."""
_CLAUSES = re.compile(r"[\u3400-\u9fff\d」』％%][\s\u3000]+[\u3400-\u9fff\d「『]")
"""The blank between the two clauses of a headline."""
LETTER, ABOVE = 7, 2
"""Parts among which the day of a letter stands, and lines of its site above its title."""
TOP = 4
"""Parts among which a title stands that a head of printed pages tells."""
SHOULDER = 12
"""Han characters of what stands over a newspaper's headline."""
MOST_BELOW = 2
"""Lines below a newspaper's shoulder."""


def in_window(known: Sequence[Known], heads: Sequence[str]) -> int:
    """The title, where a head of printed pages names first the site that stands above it: 某某站 ｜ 標題; else 0."""
    cells = [[shapes.key(cell) for cell in _BAR.split(head)] for head in heads]
    for index in range(1, min(TOP, len(known))):
        site, title = shapes.key(known[index - 1].plain), shapes.key(known[index].plain)
        if len(title) > max(len(site), NARROWEST - 1) and [site, title] in cells:
            return index
    return 0


def of_letter(known: Sequence[Known]) -> int:
    """The title of a letter that a site sends out: it stands apart, with its subtitle perhaps, above the writer and the
    day, as letters print it; the site's name, and what it says of itself, stand further up. 0 where that is not so."""
    day = next((i for i, item in enumerate(known[:LETTER]) if MONTH_DAY.match(item.plain)), 0)
    if day < 2 or not persons.names_in(known[day - 1].plain) or any(item.role is Role.BODY for item in known[:day]):
        return 0
    site = known[0].meta is not None or not shapes.has_han(known[0].plain)
    title = next((i for i in (day - 2, day - 3) if i > 0 and known[i].part.gap), 0)
    title = title if site or title == day - 3 else 0  # one line above one line: a title, and its subtitle apart
    above = title and all(item.role is Role.TITLE for item in known[title : day - 1]) and could_be(known[title].plain)
    return title if above and title <= ABOVE else 0


def is_kicker(known: Sequence[Known], lines: Sequence[int]) -> bool:
    """Whether the first line names a kind of piece, and the headline stands right below it, over its facts."""
    over, title = known[lines[0]].plain, known[lines[1]].plain
    facts = known[lines[1] + 1].meta
    named = (
        "".join(over.split()).endswith((*words("kickers"), *words("column_endings")))
        and shapes.width(over) <= NARROWEST
    )
    wide = shapes.width(title) >= 2 * max(shapes.width(over), NARROWEST) and title[0] not in DASHES
    return named and wide and lines[1] == lines[0] + 1 and facts is not None and facts.opens


def below_shoulder(known: Sequence[Known], lines: Sequence[int]) -> int:
    """The headline of a newspaper's story, where a clause of few words stands over it, and perhaps another line below:
    it has two clauses, and the reporters stand below the last; 0 where that is not so."""
    last = next((n for n, i in enumerate(lines) if n + 1 == len(lines) or lines[n + 1] != i + 1), 0)
    facts = known[lines[last] + 1].meta
    if not 1 <= last <= MOST_BELOW or lines[0] or facts is None or not facts.authors or facts.date:
        return 0
    over, title = known[0].plain, known[1].plain
    small = shapes.width(over) <= SHOULDER and not _CLAUSES.search(over) and bool(_CLAUSES.search(title))
    return lines[1] if small and 2 * shapes.width(over) <= 1.5 * shapes.width(title) else 0
