"""Headlines without a story: what a page or a dump shows of other articles.

Before: six headlines one under the other behind an article's last paragraph, the last of them with a lead.
After: five removals; the headline with a lead starts an article.
Never: names in a list, lines of a poem, rows of a table, contents: they are short, alike, or stand inside a text.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from statistics import mean

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks import short_lines
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.entries import short_runs
from jianbao.structure.heads import persons, title_words, wire_lines

CODE = "T01"
_AGENDA = re.compile(r"^\d{1,2}[/月]\d{1,2}日?(?:[（(][一二三四五六日][)）])?(?:[\s\u3000]|[012]?\d[:：][0-5]\d)")
"""A day in front, perhaps with the hour: what is to come, in a calendar."""
_FIGURE = re.compile(r"^[-+−–]?\d[\d,.]*\s?[%％萬億万亿]?[\s\u3000]+(?=[^\s\d])")
"""A number set apart in front of what it counts."""
_CELLS = re.compile(r"^\S[^\t]*?(?:\t|\s{2,})\S.*?(?:\t|\s{2,})\S")
"""Cells of a row, set apart by wide blanks."""
_OF_LISTS = (_AGENDA, _FIGURE, _CELLS)
_LEADS_ON = re.compile(r"(?:如[下後后]|以下|下列|[條条][列文]|名[單单]|附[表錄录件])[^，。]{0,12}[。.]?$")
"""The end of a text that leads to a list."""
_PARTED = re.compile(r"[^\W_][%％」』）)？！]?[ \u3000]{1,2}[\w「『]")
"""A blank between the halves of a headline."""
HEAD = 12
"""Parts on top of a page among which its date stands."""
NARROWEST, WIDE = 8, 10
"""Han characters of a headline without its marks, and of several on average."""
_SPLIT = re.compile(r"[\s\u3000，,、（(／/]+")
SIGNERS = 0.6
"""Share of lines that begin with a person's name, where they are no headlines."""
ROW = 3
"""Commas between the items of a row, of which no headline has so many."""
SAMPLE = 3000
"""Characters of a text that are looked at."""
STRANGE = 0.2
"""Share of a headline's pairs of letters that come in a text which is not its own."""
ALIKE = 0.5
"""Characters with which lines begin, as a share of the lines: items of a list begin alike."""
_WORK = re.compile(r"[《〈].+[》〉]|(?<!\d)(?:19|20)\d\d(?!\d)|出版")
"""What a list of references has."""
_POINT = re.compile(r"^\w{2,6}[：:].*[，、；]")
"""A point of a list: what it is of, and more than a few words on it."""
LISTED = 0.5
"""Share of lines with a form from which on they are a list."""
FEWEST = 3
"""Headlines in a row below which nothing is taken."""


def find(known: Sequence[Known]) -> frozenset[int]:
    """Indices of parts that are headlines alone: a run of three or more that looks like headlines, at the seed's end.

    The last of a run goes free where running text follows it.
    """
    taken: set[int] = set()
    for begin, end in short_runs.runs(known):
        stories = sum(1 for item in known[end:] if item.role is Role.BODY) if len(known) - end <= 4 else 99
        if begin == 0 or stories > 3 or _names_signers(known[begin:end]):
            continue
        lines = [i for i in range(begin, end) if known[i].role is Role.TITLE]
        own = [i for i in lines if not any(form.match(known[i].plain) for form in _OF_LISTS)]
        all_own = [known[i].plain for i in own]
        reported = len(own) >= FEWEST and any(map(_is_reported, known[:HEAD])) and not _are_signers(all_own)
        if reported and _of_other_stories(known, begin, end, all_own):
            taken.update(own)
            continue
        first = next((n for n, i in enumerate(lines) if _headline(known[i])), len(lines))
        lines = lines[first:]
        if end < len(known):
            lines = lines[:-1]
        lines = [i for i in lines if i in own]
        plain = [known[i].plain for i in lines]
        if _are_signers(plain):
            continue
        if len(lines) >= FEWEST and (_look_like_headlines(plain) or _of_other_stories(known, begin, end, plain)):
            taken.update(lines)
    return frozenset(taken)


def _names_signers(run: Sequence[Known]) -> bool:
    """Whether lines are those who sign a letter, below a label that says so: 發起團體, 連署人（依姓名筆畫）."""
    return any(item.role is Role.TITLE and short_lines.is_list_label(item.plain) for item in run)


def _are_signers(lines: Sequence[str]) -> bool:
    """Whether lines are those who sign a letter: a name each, and what he is behind it; or rows of them."""
    firsts = [words[0] for line in lines if len(words := _SPLIT.split(line, maxsplit=1)) > 1]
    rows = sum(line.count("、") >= ROW for line in lines)
    return bool(lines) and max(sum(map(persons.is_name, firsts)), rows) >= SIGNERS * len(lines)


def _headline(item: Known) -> bool:
    text = item.plain
    names = persons.is_affiliation(text) and not shapes.is_loud(text)
    return shapes.width(text) >= 12 and not is_section(text) and not names


def _look_like_headlines(texts: Sequence[str]) -> bool:
    """Whether lines are long and many of them have the marks of headlines, and they are no list of works or points and
    no English prose that was wrapped."""
    listed = sum(bool(_WORK.search(text) or _POINT.search(text)) for text in texts)
    if listed >= LISTED * len(texts) or any(text[0].islower() for text in texts[1:]):
        return False
    loud = sum(1 for text in texts if shapes.is_loud(text) or not text[:1] > "\u2fff")
    return mean(shapes.width(text) for text in texts) >= 16 and loud >= 0.5 * len(texts)


def _of_other_stories(known: Sequence[Known], begin: int, end: int, lines: Sequence[str]) -> bool:
    """Whether lines at the end of a page of news speak of nothing that its text speaks of, as headlines of other
    stories do: of several widths, some of them with the marks of headlines."""
    above = known[begin - 1]
    if end < len(known) or above.role is not Role.BODY or not any(map(_is_news, known[:HEAD])):
        return False
    if not (shapes.ends_statement(above.plain) or wire_lines.closes(above.plain)) or _LEADS_ON.search(above.plain):
        return False
    if any(map(_WORK.search, lines)) or len({line[0] for line in lines}) <= ALIKE * len(lines):
        return False
    widths = [shapes.width(line) for line in lines]
    loud = sum(shapes.is_loud(line) or bool(_PARTED.search(line)) for line in lines)
    if min(widths) < NARROWEST or mean(widths) < WIDE or max(widths) == min(widths) or 4 * loud < len(lines):
        return False
    said = title_words.pairs_of("\n".join(item.plain for item in known[:begin] if item.role is Role.BODY)[-SAMPLE:])
    return mean(title_words.share(line, said) for line in lines) <= STRANGE


def _is_news(item: Known) -> bool:
    """Whether a part states the day of a page, or that it is a report."""
    return (item.meta is not None and len(item.meta.date) == 10) or _is_reported(item)


def _is_reported(item: Known) -> bool:
    """Whether a part names an outlet or reporters, as nobody's notes of his own do, or is a report's place line."""
    meta = item.meta
    named = meta is not None and (bool(meta.source) or (meta.report and bool(meta.authors)))
    return named or (item.role is Role.BODY and wire_lines.start(item.plain) > 0)


def without(known: Sequence[Known], taken: Set[int]) -> tuple[list[Known], frozenset[int]]:
    """The parts that are left, and which of them (by index) stood right behind a headline alone."""
    left = [index for index in range(len(known)) if index not in taken]
    behind = frozenset(place for place, index in enumerate(left) if index - 1 in taken)
    return [known[index] for index in left], behind
