"""The foot of a page: what stands behind the last running text and is told by its form, not by known words alone.

Signs are lines that other rules took there, contacts, rights, moments alone, headlines with a date or a number, rows
of short cells, slogans of apps. Where there are enough of them, the short lines among and above them leave too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import mean

from jianbao import line_forms
from jianbao import regex as re
from jianbao.cleaning import foot_tags, texts
from jianbao.word_lists import either, words

FEWEST = 2
"""Signs that a foot has at least, one of them a line that a rule took; without one, twice as many."""
RUN = 2
"""Headlines in a row, at least, where nothing but the mark of the text's end stands above them."""
MANY = 3
"""Lines that rules took there, which make a short sentence among them suspect."""
LONGEST = 60
LONGEST_STRANGE, STRANGE, MOST_STRANGE = 24, 0.2, 40
"""Characters of a line below a text that says nothing of it, the share of its pairs of letters that may come, and such
lines at most."""
WAYS = 6
"""Lines that say how to reach who answers for a release, below their label."""
NARROWEST = 6
"""Characters of the shortest headline."""

_SLOGAN = line_forms.pattern("page_foot", "slogan")
_CONTACT = line_forms.pattern("page_foot", "contact")
_SUBSCRIPTION = line_forms.pattern("page_foot", "subscription")
_REACHED = line_forms.pattern("page_foot", "reached", re.I)
_IMPRINT = re.compile(
    rf"(?:^|[\s\u3000、；;|｜]){either('imprint_labels')}(?:\s*[：:／/]|(?=\s?(?:每[份期月]|新?[臺台]幣|NT)))"
)
"""A field of a paper's imprint."""
_ADDRESS = re.compile(r"^[^。]{0,20}https?://\S+$")
_MORE = line_forms.pattern("page_foot", "more")
_PROMOTED = line_forms.pattern("page_foot", "promoted")
_HAND = line_forms.pattern("page_foot", "hand")
_REQUEST = line_forms.pattern("page_foot", "request")
_ARROW = re.compile(r"^[►▶▸➤➜»→▷]+\s*\S[^。]{5,50}$")
_RIGHTS = line_forms.pattern("page_foot", "rights", re.I)
_DAY = r"(?:(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)|\d{2}[-/]\d{2}|\d{1,2}月\d{1,2}日)"
_MOMENT = re.compile(rf"^{_DAY}(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?$|^\d{{1,2}}:\d{{2}}$")
_DATED = re.compile(
    rf"^[^。]{{6,44}}[\s\u3000（(\[【]{_DAY}(?:\s+\d{{1,2}}:\d{{2}})?[)）\]】]?$"
    rf"|^[\[【（(]?{_DAY}[\]】）)]?[\s\u3000]+[^。]{{8,44}}$"
)
_COUNTED = re.compile(
    r"^(?:No\.?|TOP)?\s?\d{1,2}(?:[\s\u3000]+|(?=[\u3400-\u9fff「『《“])(?![年月日歲岁人個个次%]))[^。\d][^。]{6,40}$",
    re.I,
)
_COUNTER = line_forms.pattern("page_foot", "counter")
_COLLECTED = re.compile(r"^[#＃]\S{1,20}\s+\d{1,4}\s?[个個篇]?$")
"""A tag and how many texts have it."""
_CELLS = re.compile(r"\s*[|｜]\s*|[\u3000\t]+|\s{2,}")
_NUMBER = re.compile(r"^[\d,.]{1,7}\s*[KkMm萬万]?$|^[·・•|｜]$")
_ENDED = line_forms.pattern("page_foot", "ended", re.I)
"""What closes a text: its tags, who edited it, its end mark."""
_TO_READER = re.compile("[您你]")
_SPEAKS = re.compile("(?=.*，).*我(?![們们])")
"""Who speaks of himself in a sentence of two halves: the last line of a post is no headline, and no page's own."""
_SOURCES = line_forms.pattern("page_foot", "sources")
"""Who answers for a paper, and where its facts are from."""
_WAY = line_forms.pattern("page_foot", "way", re.I)
_FACT = line_forms.pattern("page_foot", "fact", re.I)
"""What speaks of the text itself."""
_WHO = re.compile(rf"(?:{either('jobs')}|{either('organisations')})[）)]?$")
_WORK = line_forms.pattern("page_foot", "work", re.I)


def find(
    places: Sequence[int], plain: Mapping[int, str], gone: Sequence[int], text: str, over: bool
) -> Iterator[tuple[int, str]]:
    """Lines of the foot and the evidence. ``places`` are the lines behind the text that are left, ``gone`` those that
    rules took there, ``text`` the running text, empty where rules took no line anywhere; ``over``: its last line says
    that it is over."""
    taken = bool(text)
    tabled = _rows_of_tables(places, plain)
    reached = _contacts(places, plain)
    places = [index for index in places if index not in tabled and index not in reached]
    tags, labels = foot_tags.find(places, plain, text) if taken else ([], [])
    yield from ((index, "a row of words of the text, below it: tags") for index in sorted((*labels, *tags)))
    places = [index for index in places if index not in tags and index not in labels]
    dated = sum(bool(_DATED.match(plain[index])) for index in places) > 1
    listed = [at for at, index in enumerate(places) if _COUNTED.match(plain[index])]
    counted = len(listed) > 1 and not (plain[places[listed[0] - 1]] if listed[0] else text).endswith(("：", ":"))
    imprint = [index for index in places[-RUN:] if _is_imprint(plain[index])]
    imprint += [above for above, index in pairwise(places) if index in imprint and _MORE.match(plain[above])]
    yield from ((index, "who makes the paper, and how to reach him") for index in imprint)
    places = [index for index in places if index not in imprint]
    own = [index for index in places if _is_own(plain[index], dated, counted)]
    arrows = [index for index in places if _ARROW.match(plain[index])]
    own += arrows if len(arrows) >= FEWEST and gone else []
    signs = sorted({*gone, *own})
    if gone and _are_strange([plain[index] for index in places if index not in own], text):
        yield from (
            (index, "below the text, which says nothing of it, among lines of the page's own") for index in places
        )
        return
    ended = tags[-1] if tags else next((index for index in reversed(places) if _ENDED.match(plain[index])), None)
    if len(signs) >= (FEWEST if gone else 1 + FEWEST if taken else 2 * FEWEST):
        note = f"below the text, among {len(signs)} lines of the page's own"
        yield from ((index, note) for index in _among(places, plain, signs, own, over))
    elif taken and ended is not None:
        behind = [index for index in places if index > ended and not is_fact(plain[index])]
        if len(behind) >= RUN and all(index in own or is_headline(plain[index], 3) for index in behind):
            yield from ((index, f"one of {len(behind)} short lines behind the end of the text") for index in behind)
    elif gone or taken:
        slogans = [index for index in own if _SLOGAN.match(plain[index]) or _RIGHTS.search(plain[index])]
        yield from ((index, "below the text, speaks of the page") for index in slogans)


def _rows_of_tables(places: Sequence[int], plain: Mapping[int, str]) -> set[int]:
    """Lines with as many cells as the line above or below them, three at least."""
    cells = [len(re.split(r"[\s|｜]+", plain[index])) for index in places]
    pairs = [at for at in range(len(places) - 1) if cells[at] == cells[at + 1] >= 3]
    return {places[at] for first in pairs for at in (first, first + 1)}


def _contacts(places: Sequence[int], plain: Mapping[int, str]) -> set[int]:
    """Lines that say, right below a label of a release such as 媒體聯絡, who can be reached and how."""
    label = next((at for at, index in enumerate(places) if texts.label(plain[index]) in words("contact_labels")), None)
    if label is None:
        return set()
    below = places[label + 1 : label + 1 + WAYS]
    last = max((at for at, index in enumerate(below, 1) if _WAY.search(plain[index])), default=0)
    return {*places[label : label + 1 + last]}


def _are_strange(lines: Sequence[str], text: str) -> bool:
    """Whether short lines behind a text are none of it: it says next to nothing of what they say."""
    if not RUN <= len(lines) <= MOST_STRANGE or text.endswith(("：", ":")):
        return False
    short = all(
        len(line) <= LONGEST_STRANGE
        and not line.endswith(("：", "」", "）", ")", "，"))
        and not texts.ends_sentence(line)
        for line in lines
    )
    of_text = any(
        is_fact(line) or _ENDED.match(line) or _WHO.search(line) or line[0].isdigit() or _is_label(line)
        for line in lines
    )
    return short and not of_text and max(texts.share(line, text) for line in lines) <= STRANGE


def _is_label(line: str) -> bool:
    """Whether a line heads something that a text may have: a section, pictures."""
    return any(texts.label(line) in words(name) for name in ("sections", "photo_labels"))


def _among(
    places: Sequence[int], plain: Mapping[int, str], signs: Sequence[int], own: Sequence[int], over: bool
) -> Iterator[int]:
    """The lines among the signs, a run of headlines right above them, and what is behind enough of them."""
    begin = signs[0]
    behind = [index for index in places if index > begin and index not in own]
    if any(len(plain[index]) > LONGEST or plain[index].strip("：: 【】") in words("sections") for index in behind):
        yield from own
        return
    above = [index for index in places if index < begin]
    told = len(own) >= RUN and len(above) > RUN and mean(len(plain[index]) for index in above) >= 2 * NARROWEST
    run = above if (told or over) and all(is_headline(plain[index], NARROWEST) for index in above) else []
    taken = sorted({*signs} - {*own})
    alone = above[0] if len(above) == 1 else -1
    for index in places:
        if len(taken) >= MANY and _goes_along(index, plain, taken, alone):
            yield index
            continue
        label = plain[index].endswith(("：", ":")) and index + 1 in signs
        word = plain[index] in words("comment_labels") or plain[index] in words("navigation")
        number = index < begin and (_NUMBER.match(plain[index]) or (word and index + 1 in signs))
        among = begin < index and (index < signs[-1] or len(signs) >= 2 * FEWEST) and _may_leave(plain[index])
        if label or number or among or index in own or index in run:
            yield index


def _goes_along(index: int, plain: Mapping[int, str], taken: Sequence[int], alone: int) -> bool:
    """Whether a line stands in a page's tail of many lines that rules took: between two of them, a sentence that speaks
    to the reader, or as the only headline above the first."""
    if is_fact(plain[index]):
        return False
    between = taken[0] < index < taken[-1] and _TO_READER.search(plain[index])
    return bool(between) or (
        index == alone and not _SPEAKS.match(plain[index]) and is_headline(plain[index], NARROWEST)
    )


def _may_leave(text: str) -> bool:
    return not is_fact(text) and "。" not in text and text[-1] not in "；："


def _is_imprint(text: str) -> bool:
    """Whether a line says who makes a paper or how to get it."""
    return len(_IMPRINT.findall(text)) >= FEWEST or bool(_SUBSCRIPTION.match(text))


def _is_own(text: str, dated: bool, counted: bool) -> bool:
    """Whether a line's form is that of a page's foot."""
    if _RIGHTS.search(text) or _COLLECTED.match(text) or _COUNTER.match(text) or _MOMENT.match(text):
        return True
    if (dated and _DATED.match(text)) or (counted and _COUNTED.match(text)):
        return not texts.ends_sentence(text)
    if text.endswith("。"):
        return False
    if (_SLOGAN.match(text) and len(text) >= NARROWEST) or _MORE.match(text) or _PROMOTED.match(text):
        return True
    if (
        _REQUEST.match(text)
        or (_HAND.match(text) and not _SPEAKS.match(text))
        or _ADDRESS.match(text)
        or (_REACHED.match(text) and not _SOURCES.match(text))
    ):
        return True
    if _FACT.search(text) and not text.startswith("地址"):
        return False
    if _CONTACT.match(text):
        return True
    cells = [cell for cell in _CELLS.split(text) if cell]
    return len(cells) >= 4 and all(len(cell) <= 6 and not any(map(str.isdigit, cell)) for cell in cells)


def is_headline(text: str, narrowest: int) -> bool:
    """Whether a line may be the headline of another story: it ends no sentence and names nobody of this one."""
    return (
        narrowest <= len(text) <= LONGEST
        and "。" not in text
        and not text.endswith(("：", ":", "；", "，", "」", "）", ")"))
        and not is_fact(text)
        and not _WHO.search(text)
        and not _WORK.search(text)
    )


def speaks_of_app(text: str) -> bool:
    """Whether a line praises the page's app or shows a code to scan."""
    return bool(_SLOGAN.match(text))


def is_fact(text: str) -> bool:
    """Whether a line speaks of the text itself, or may be the name of a person."""
    bare = "".join(text.split())
    if bare in words("navigation"):
        return False
    return bool(_FACT.search(text)) or (2 <= len(bare) <= 4 and bare.startswith(words("surnames")))
