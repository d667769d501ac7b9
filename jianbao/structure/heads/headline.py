"""Which short line above a text is its title, where a page's or a periodical's own words stand there too.

A title speaks of what the text speaks of: its pairs of characters come in the text. The name of a site, a button, a
section do not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import headline_forms, led_titles, persons, post_lines, site_names
from jianbao.structure.heads.title_words import DASHES, NARROWEST, SAMPLE, could_be, pairs_of, share

_JUDGMENT = re.compile(
    r"^[\u3400-\u9fff]{0,18}?(?:法院|法庭)?(?:[\d（）()]{2,6}年?度?[\u3400-\u9fff]{1,6}第?\d+[號号])?"
    r"(?:民事|刑事|行政|家事|憲法|行政訴訟|商業|智慧財產)[\u3400-\u9fff]{0,6}(?:判[決决]|裁定|裁[決决]|[調调]解)[書书]?$"
)
"""What a court calls what it has decided."""
_ACCOUNT = re.compile(r"^(?:原創|原创|Original)[\s\u3000]+\S")
"""The line of an account, which stands right below the title."""
_QUOTED = re.compile("《[^《》]{2,}》|〈[^〈〉]{2,}〉")
_DIGIT = re.compile(r"\d")
MOST_LINES = 30
"""Lines of the seed in which a page's top lies."""
LONG_ENOUGH = 200
"""Characters of a text that would say a word of its title."""
RUBRIC = 2
"""Han characters of the name of a section that no title is as short as."""
CLAUSES = 2
"""Commas of a line below a title that sums up the text."""
OFTEN = 0.5
"""Share of the pairs of a short line that come in the text, so that it may be its title."""
MUCH, LITTLE = 0.2, 0.34
"""Share of a title's pairs that come in the text; and how small a part of it the line above reaches."""


def above(known: Sequence[Known], menus: Set[int], heads: Sequence[str] = ()) -> int:
    """How many parts stand above the title and are none: 0 where the first that could be a title may well be it.

    ``menus`` are lines of the seed that were a page's navigation: below such, a short word names a section. ``heads``
    are the running heads that were taken off the pages: one that speaks of what the text does is no site's name.
    """
    printed = headline_forms.in_window(known, heads) or headline_forms.of_letter(known)
    if printed:
        return printed
    end = next((i for i, item in enumerate(known) if _is_text(item)), len(known))
    labelled = next((i for i, item in enumerate(known[:end]) if item.meta is not None and item.meta.title[1]), -1)
    if labelled > 0:
        return labelled
    led = led_titles.lead(known) or led_titles.enacted(known)
    if led:
        return led
    lines = [i for i, item in enumerate(known[:end]) if item.role is Role.TITLE]
    if len(lines) < 2 or end == len(known):
        return 0
    taken = next((i for i in range(end) if post_lines.TAKEN_OVER.match(known[i].plain)), end)
    if 0 < taken < lines[-1] and not any(_is_posted(item) for item in known[:taken]):
        return next(i for i in lines if i > taken)
    court = next((i for i in lines if _JUDGMENT.match("".join(known[i].plain.split()))), 0)
    if court and known[court].part.first <= MOST_LINES:
        return court
    text = "".join(item.plain for item in known[end : end + 40] if item.role is Role.BODY)[:SAMPLE]
    pairs = pairs_of(text)
    said = {i: share(known[i].plain, pairs) for i in lines}
    first = lines[0]
    if headline_forms.is_kicker(known, lines):
        return lines[1]
    shoulder = headline_forms.below_shoulder(known, lines)
    if shoulder:
        return shoulder
    owned = next((i for i in lines[1:] if _ACCOUNT.match(known[i + 1].plain)), 0)
    while (
        owned
        and owned - 1 in lines
        and (known[owned].plain[0] in DASHES or _translates(known[owned - 1].plain, known[owned].plain))
    ):
        owned -= 1
        if owned == first:
            return 0
    if owned:
        return owned - (owned - 1 in lines and known[owned - 1].plain.endswith(("，", "：")))
    enough = len(text) >= LONG_ENOUGH
    rubrics = next((n for n, i in enumerate(lines) if not _is_rubric(known[i].plain, said[i], enough)), 0)
    if rubrics:
        at, widest = lines[rubrics], max(shapes.width(known[i].plain) for i in lines[:rubrics])
        facts = known[at + 1].meta
        wide = shapes.width(known[at].plain) >= max(NARROWEST + 2, 1.5 * widest)
        if wide and facts is not None and facts.opens and could_be(known[at].plain):
            return at
    running = shapes.key(known[first].plain) in {shapes.key(_DIGIT.sub("", head)) for head in heads}
    owner = site_names.over_menu(known[first], menus)
    if (owner or site_names.is_of_site(known[first].plain)) and not (running and said[first] >= MUCH):
        own = [i for i in lines[1:] if could_be(known[i].plain) and not site_names.is_of_site(known[i].plain)]
        least = max(MUCH, said[first]) if owner else MUCH
        below = [i for i in own if led_titles.faced(known, i, end)] or [i for i in own if said[i] >= least]
        if below:
            return _first_of(own, below[0], said)
    below_button = _below_button(known, lines, menus, said)
    if below_button:
        return below_button
    if shapes.is_loud(known[first].plain):
        return 0
    lines = _down_to_facts(known, lines, said)
    line = known[first].part.first
    if line <= MOST_LINES and not menus.isdisjoint(range(1, line)):
        for i in lines[1:]:
            if said[i] >= MUCH and could_be(known[i].plain) and _section(known, first, i, end):
                return i
    word = not said[first] and shapes.width(known[first].plain) <= NARROWEST
    better = [
        i
        for i in lines[1:]
        if (could_be(known[i].plain) or (word and _is_spoken_of(known[i].plain, said[i])))
        and not persons.is_organisation(known[i].plain)
        and not _is_deck(known, i, said)
        and said[first] <= LITTLE * said[i]
        and said[i] >= (MUCH / 4 if word and _dated(known[first:i]) else MUCH / 2 if word else MUCH)
    ]
    best = max(better, key=lambda i: said[i] * min(shapes.width(known[i].plain), 16), default=0)
    quotes = _quoting(known, lines, said)
    if quotes:
        return quotes
    return best if best and (said[first] == 0 or shapes.width(known[best].plain) >= 1.5 * NARROWEST) else 0


def _below_button(known: Sequence[Known], lines: Sequence[int], menus: Set[int], said: Mapping[int, float]) -> int:
    """The title of a letter that a site sends out, right below a button that asks to subscribe: the site's name and
    what it says of itself stand above it, and of these the text says less; 0 where that is not so."""
    for at, i in enumerate(lines[1:3], 1):
        line = known[i].part.first
        if line - 1 not in menus or line > MOST_LINES or said[i] < MUCH:
            continue
        if all(said[other] <= LITTLE * said[i] for other in lines[:at]) and not persons.names_in(known[i].plain):
            return i
    return 0


def _down_to_facts(known: Sequence[Known], lines: list[int], said: Mapping[int, float]) -> list[int]:
    """The lines down to the first that speaks of what the text does and has its day right below: what stands below
    the day is no title."""
    for n, i in enumerate(lines[:-1]):
        facts = known[i + 1].meta
        stated = facts is not None and len(facts.date) == 10 and not facts.title[1]
        if stated and said[i] >= MUCH / 2 and could_be(known[i].plain) and not site_names.is_of_site(known[i].plain):
            return lines[: n + 1]
    return lines


def _translates(title: str, line: str) -> bool:
    """Whether a line without Han characters stands below a title in them."""
    return shapes.has_han(title) and not shapes.has_han(line)


def _is_posted(item: Known) -> bool:
    """Whether a line is the day of the post: the title stands above it."""
    return item.meta is not None and len(item.meta.date) == 10


def _is_text(item: Known) -> bool:
    """Whether a part is text, not a number or a dot between the lines of a page's head."""
    return item.role is Role.BLOCK or (item.role is Role.BODY and len(shapes.key(item.plain)) > NARROWEST)


def _is_rubric(text: str, said: float, enough: bool) -> bool:
    """Whether a line above a title may name a section or a site alone: one word, that the text does not say at all.
    ``enough``: the text is so long that it would say a word of its title; else only the shortest words are taken."""
    if said or shapes.is_loud(text):
        return False
    return shapes.width(text) <= (NARROWEST if enough else RUBRIC) or (text.isascii() and len(text.split()) == 1)


def _section(known: Sequence[Known], first: int, title: int, end: int) -> bool:
    """Whether a word on top of a page names a section: the line below is a title, much longer, with facts below it."""
    wide = shapes.width(known[title].plain) >= 2 * NARROWEST and shapes.width(known[first].plain) < NARROWEST
    return wide and any(item.meta is not None and item.meta.opens for item in known[title + 1 : min(title + 3, end)])


def _dated(between: Sequence[Known]) -> bool:
    """Whether a date stands among lines: what is above it and what is below it are not one title."""
    return any(item.meta is not None and bool(item.meta.date or item.meta.posted) for item in between)


def _is_deck(known: Sequence[Known], index: int, said: Mapping[int, float]) -> bool:
    """Whether a line of several clauses sums up the text below its title: the line right above could be that."""
    clauses = known[index].plain.count("，") >= CLAUSES
    return clauses and said.get(index - 1, 0) > 0 and could_be(known[index - 1].plain)


def _is_spoken_of(text: str, said: float) -> bool:
    """Whether a title of few words is one by what the text says: 悼某某."""
    return (
        said >= OFTEN
        and shapes.width(text) > RUBRIC
        and text[0] not in DASHES
        and not persons.names_in(text)
        and shapes.has_han(text)
    )


def _quoting(known: Sequence[Known], lines: Sequence[int], said: Mapping[int, float]) -> int:
    """A title that quotes what it speaks of, right below the name of a section that the text does not say, and over
    its facts; 0 where that is not so."""
    if len(lines) < 2 or lines[1] != lines[0] + 1 or said[lines[0]] or lines[1] + 1 >= len(known):
        return 0
    over, title, facts = known[lines[0]].plain, known[lines[1]].plain, known[lines[1] + 1]
    rubric = shapes.width(over) < NARROWEST - 1 and not shapes.is_loud(over)
    quotes = title[-1] not in DASHES and bool(_QUOTED.search(title)) and shapes.width(title) >= NARROWEST
    opens = facts.meta is not None and facts.meta.opens
    return lines[1] if rubric and quotes and (opens or bool(persons.names_in(facts.plain))) else 0


def _first_of(own: Sequence[int], line: int, said: Mapping[int, float]) -> int:
    """The first of the lines of a title one below the other that a line is the last of: each speaks of the text."""
    while line - 1 in own and said[line - 1] >= MUCH:
        line -= 1
    return line
