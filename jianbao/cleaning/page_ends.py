"""What is left of a page's own words at its end and on its top, between lines that were recognised as such.

Before: below the text ``iOS App 下載``, ``172``, ``地機族`` among lines that ask to share, to subscribe, to read
on; above the title a word or two between lines of menus.
After: nothing.
Never: anything with running text behind it and nothing recognised around it; who wrote, edited or photographed;
the day below the last text of a list, or below who signed it; tags; names; notes and references; lines of
hard-wrapped text; a line long enough to be the title.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from jianbao import line_forms
from jianbao import regex as re
from jianbao.cleaning import announcements, page_day, page_foot, signed_days, texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

FEWEST = 2
"""Lines recognised before, on top of the page, that make the short lines among them suspect."""
MOST = 40
"""Lines of running text in which the words of a row of tags are looked for."""
LONGEST = 2000
"""Characters of each of these lines."""
WORD = 5
"""Characters of a word on top of the page: a title is longer."""

SAID = 0.5
"""Share of the pairs of letters of a word of four or five characters that come in the text: it may be the title."""
SHORTEST_TITLE = 4
"""Characters of a title below a site's name and motto."""
NAME = 24
"""Characters of a button in another script."""
LONGEST_STAMP, ALIKE = 40, 3
"""Characters of a line with numbers that stands below each text of a list, and how many such lines make a list."""
_DIGITS = re.compile(r"\d+")
_FOREIGN = re.compile("[\u3041-\u30fa\uac00-\ud7a3]")
_OWN_WORDS = re.compile(r"^[^。：:「」『』《》\d]+$")
_WRITER = line_forms.pattern("page_foot", "writer")
_NUMBER = re.compile(r"^\d{1,2}:\d{2}(?:\s*/\s*\d{1,2}:\d{2})?$|^[\d,.]{1,7}\s*[KkMm萬万]?$|^[·・•|｜]$")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Short lines among those that left, behind the last running text and before the first."""
    places = texts.filled(lines)
    plain = {index: lines[index].text.plain.strip() for index in places}
    if any(lines[index].page for index in places) or texts.looks_wrapped(list(plain.values())):
        return
    prose = [index for index in places if texts.is_prose(plain[index])]
    if not prose:
        return
    while len(prose) > 1 and _is_headline(lines, places, prose, options):
        prose.pop()
    noted = _end_of_notes(places, plain)
    prose += [noted] if noted > prose[-1] else []
    foreign = _of_another_script(places, prose, plain)
    yield from ((whole(index, lines[index], "a page's own words in another script")) for index in foreign)
    places = [index for index in places if index not in foreign]
    gone = [index for index, line in enumerate(lines) if line.number in options.gone]
    below = [index for index in gone if index > prose[-1]]
    forms = Counter(_DIGITS.sub("0", text) for text in plain.values() if len(text) <= LONGEST_STAMP)
    behind = [index for index in places if index > prose[-1]]
    text = "".join(plain[index][:LONGEST] for index in prose[-MOST:]) if gone else ""
    left = set(behind)
    over = next((index for index in reversed((prose[-1], *behind)) if _WRITER.match(plain[index])), None)
    calls = announcements.calls(lines)
    signed = signed_days.find(behind, plain)
    foot = [index for index in behind if (over is None or index > over) and index not in signed]
    for index, note in page_foot.find(foot, plain, below, text, over is not None):
        if not _repeats(plain[index], forms) and not (calls and announcements.says(plain[index])):
            left.discard(index)
            yield whole(index, lines[index], note)
    last = max(left, default=0)
    if last and last < behind[-1] and texts.label(plain[last]) in words("sections"):
        yield whole(last, lines[last], "heads nothing but lines of the page's own")
    head = [index for index in places if index < prose[0]]
    below_day = dict(page_day.find(head, plain, prose[0], gone, text))
    yield from (whole(index, lines[index], note) for index, note in below_day.items())
    above = [index for index in gone if index < prose[0]]
    if len(above) >= FEWEST:
        head = [index for index in head if index > above[0] and index not in below_day]
        long = [plain[index][:LONGEST] for index in places if len(plain[index]) >= texts.PROSE]
        yield from _top(lines, head, plain, above, "".join((*long[:MOST], text)))


def _end_of_notes(places: Sequence[int], plain: Mapping[int, str]) -> int:
    """The last line of notes that stand each below its number, from 1 on; 0 where there are none."""
    number, end = 1, 0
    for index, below in pairwise(places):
        if plain[index] == str(number) and not plain[below].isdecimal():
            number, end = number + 1, below
    return end if number > FEWEST else 0


def _repeats(text: str, forms: Mapping[str, int]) -> bool:
    """Whether a line has numbers, and its form stands further up too: what stands below every text of a list."""
    form = _DIGITS.sub("0", text)
    return form != text and len(form) > 1 and forms.get(form, 0) >= ALIKE


def _of_another_script(places: Sequence[int], prose: Sequence[int], plain: dict[int, str]) -> frozenset[int]:
    """Short lines with kana or hangul above and below a text that has none: two of them at least."""
    if any(_FOREIGN.search(plain[index]) for index in prose):
        return frozenset()
    outside = [index for index in places if not prose[0] <= index <= prose[-1] and _FOREIGN.search(plain[index])]
    own = [index for index in outside if len(plain[index]) <= NAME and _OWN_WORDS.match(plain[index])]
    return frozenset(own) if len(own) > 1 else frozenset()


def _is_headline(lines: Sequence[Line], places: Sequence[int], prose: Sequence[int], options: Options) -> bool:
    """Whether the last line that looks like running text asks or exclaims alone, above one that rules took: below a
    short line it is the headline of another story, else it speaks of the page's app."""
    at = bisect_left(places, prose[-1])
    text = lines[prose[-1]].text.plain.strip()
    below = lines[prose[-1] + 1].number if prose[-1] + 1 < len(lines) else 0
    alone = text.endswith(("？", "！", "?", "!")) and "。" not in text and len(text) <= page_foot.LONGEST
    return alone and below in options.gone and (places[at - 1] != prose[-2] or page_foot.speaks_of_app(text))


def _may_name_site(places: Sequence[int], plain: Mapping[int, str], gone: Sequence[int]) -> bool:
    """Whether the first line that is left on a page may be its site's name: a line right below says what the site is, a
    row that left stands below that, and the title further down."""
    first = len(places) >= 3 and places[0] == min(plain)
    if not first or places[1] != places[0] + 1 or places[1] + 1 not in gone:
        return False
    name, motto, title = (plain[index] for index in places[:3])
    told = len(title) >= SHORTEST_TITLE and not page_foot.is_fact(title)
    return 2 < len(name) < len(motto) and name not in words("navigation") and told


def _top(
    lines: Sequence[Line], places: Sequence[int], plain: dict[int, str], gone: Sequence[int], text: str
) -> Iterator[Finding]:
    """Words above the title that stand between lines that left; one of which the ``text`` speaks may be the title."""
    title = next((index for index in places if len(plain[index]) >= 2 * WORD), None)
    places = places[1:] if _may_name_site(places, plain, gone) else places
    for index in places:
        between = gone[0] < index < gone[-1]
        if title is not None and between and (plain[index] in words("navigation") or _NUMBER.match(plain[index])):
            yield whole(index, lines[index], f"on top of the page, among {len(gone)} lines of the page's own")
            continue
        between = between and (title is None or index < title)
        word = len(plain[index]) <= WORD and not any(char.isdigit() for char in plain[index])
        word = word and (len(plain[index]) < WORD - 1 or texts.share(plain[index], text) < SAID)
        if title is not None and between and word and not page_foot.is_fact(plain[index]):
            yield whole(index, lines[index], f"on top of the page, among {len(gone)} lines of the page's own")
