"""What cleaning's removals tell about the text that stayed: a credit says that a photo was there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jianbao import regex as re
from jianbao.document import Cleaned
from jianbao.provenance import Removal
from jianbao.source import Seed
from jianbao.structure import marked_lines, shapes
from jianbao.structure.heads import meta_lines
from jianbao.structure.marked_lines import UNMARKED, Marked
from jianbao.word_lists import either, words

CREDIT, COPY, TAGS, MENU, SHARE = "C06", "C07", "C09", "C08", "C12"
"""Codes of cleaning: image credit, duplicated caption, head of a tag page, navigation, buttons to share and to read
on."""
MENU_LIST = "C41"
"""Code of cleaning: a menu that a tool wrote down as a list."""
PRINTED = "C36"
CONTENTS = "C18"
"""Code of cleaning: a list with numbers of pages."""
HEADS = ("C10", PRINTED)
"""Codes of cleaning: running head, what a browser prints around a page."""

MAIL = "C35"
"""Code of cleaning: what surrounds a letter that came by mail."""
RECORD = "C38"
"""Code of cleaning: the record that an archive prints above a story."""
NOTICE = "C21"
"""Code of cleaning: a site speaks to its readers."""
LONGEST_CAPTION = 80
"""Characters of a line that may be a caption because a credit stands on it or under it."""
PARTED = 0.9
"""Share of the paragraphs between blank lines where blank lines part them."""

_LEADERS = re.compile(r"[\s.．·⋯…‧・•\-–—]{2,}\d{1,4}$")
"""What leads from a name to the number of its page."""
_APART = re.compile(r"\s{2,}")
"""Between what a browser prints side by side."""
_PAGER = re.compile(
    r"^\s*(?:(?:載入|加载|加載|顯示|显示|展開|展开|查看|看)?更多(?:文章|新聞|新闻|結果|结果|內容|内容)?|Load more)\s*$"
    r"|(?:^|\s)1\s+2(?:\s+3|\s.*[下»›])|[上下][一1]?[頁页].*\d.*[下末][一1]?[頁页]",
    re.I,
)
LONGEST_LONE = 24
"""Characters of a line that may say where a text above it is from, though it looked like a credit."""

_LABELLED = re.compile(
    r"(?:圖像|圖片|照片|相片|图像|图片|影像|Photo|Image|Picture)\s*(?:來源|来源|版權|授權|credit|source|by)\s*[，,：:]",
    re.I,
)
_DESCRIBED = re.compile(r"(?:圖像加註文字|图像加注文字|圖片說明|图片说明|照片說明|圖說|▲|△|▼)")
"""The label of a description: a credit right above it belongs to it."""

_FOLLOWED = re.compile(r"(?:上方|下方|[關关]注|訂閱|订阅|追蹤)\s*[「“『\"](?P<name>[^」”』\"]{2,16})[」”』\"]")
_COUNT = re.compile(r"^\s*共?\s*\d+\s*[篇則则筆条條項项]")
_OUTLET = re.compile(rf"{either('outlets')}$")
_SPOKEN = re.compile(r"[：:，,]\s*[“「『][^”」』]{2,}[”」』]$")
"""A line of speech, which describes no picture."""
_SENTENCE = re.compile(r"[。！？!?]")


@dataclass(frozen=True, slots=True)
class Traces:
    """``photos``: lines that stand at a photo. ``heads``: running heads' texts. ``tags``: the words above a tag page.
    ``credits``: offsets in the seed where a credit stood inside a line, sorted. ``menus``: lines that were a page's
    navigation. ``buttons``: lines that were buttons to share or to read on. ``lone``: short lines that were a credit or
    a running head and nothing else, with their text. ``of_list``: the page had links to the other pages of a list.
    ``accounts``: whom it asked to follow, by name. ``passed_on``: somebody passed the text on, a letter, by mail.
    ``records``: lines of the records that an archive prints. ``marked``: what lines are by marks that were taken off.
    ``slides``: the pages that are slides with a heading, where the text is slides. ``contents``: what a list with
    numbers of pages names, letters and numbers alone. ``cells``: of a sheet of stories, what each cell is, by the
    offset in the seed where it begins.
    """

    photos: frozenset[int] = frozenset()
    heads: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    credits: tuple[int, ...] = ()
    menus: frozenset[int] = frozenset()
    buttons: frozenset[int] = frozenset()
    lone: Mapping[int, str] = field(default_factory=dict)
    of_list: bool = False
    accounts: frozenset[str] = frozenset()
    passed_on: bool = False
    records: frozenset[int] = frozenset()
    marked: Marked = UNMARKED
    slides: frozenset[int] = frozenset()
    contents: frozenset[str] = frozenset()
    cells: Mapping[int, str] = field(default_factory=dict)


def read(cleaned: Cleaned, seed: Seed, slides: frozenset[int] = frozenset()) -> Traces:
    """The traces in a seed's removals.

    A short line that had a credit at its end is a caption, so is one with the credit under it, and the first of two
    equal ones. What stands above a credit in a line of its own may be a short paragraph as well: if it is a complete
    sentence, it is one, but for the only such line above the text, and those that nothing parts from the credit where
    blank lines part the paragraphs.
    """
    filled = {line.number: line.text.plain.strip() for line in cleaned.lines if line.text.plain.strip()}
    text = next((number for number, plain in filled.items() if len(plain) > LONGEST_CAPTION), 0)
    long = [number for number, plain in filled.items() if len(plain) > LONGEST_CAPTION]
    apart = sum(number + 1 not in filled and number - 1 not in filled for number in long) >= max(PARTED * len(long), 2)
    photos: set[int] = set()
    perhaps: list[int] = []
    for removal in cleaned.removals:
        for line in _beside(removal, filled, seed) if removal.code in (CREDIT, COPY) else ():
            below = removal.code == CREDIT and seed.locate(removal.spans[0].start).line not in filled
            if below and _SPOKEN.search(filled[line]):
                continue
            under = line == seed.locate(removal.spans[0].start).line + 1
            glued = under or (apart and line - 1 not in filled and line + 1 == seed.locate(removal.spans[0].start).line)
            if below and _SENTENCE.search(filled[line][-2:]) and not glued:
                perhaps.append(line)
            else:
                photos.add(line)
    first = next((number for number, plain in filled.items() if _SENTENCE.search(plain[-2:])), 0)
    if len(perhaps) == 1 and (perhaps[0] < text or (not text and perhaps[0] == first)):
        photos.update(perhaps)
    inside = sorted(
        removal.spans[0].start
        for removal in cleaned.removals
        if removal.code == CREDIT and seed.locate(removal.spans[0].start).line in filled
    )
    return Traces(
        frozenset(photos),
        tuple(
            piece
            for removal in cleaned.removals
            if removal.code in HEADS
            for piece in (_APART.split(removal.text.strip()) if removal.code == PRINTED else [removal.text.strip()])
        ),
        tuple(
            word
            for removal in cleaned.removals
            if removal.code == TAGS
            for word in re.split(r"[\s#＃|｜]+", "" if _COUNT.match(removal.text) else removal.text)
            if word.isalnum() and word not in words("tag_labels") and not (len(word) >= 4 and _OUTLET.search(word))
        ),
        tuple(inside),
        _lines(cleaned, MENU, seed) | _lines(cleaned, MENU_LIST, seed),
        _lines(cleaned, SHARE, seed),
        {
            seed.locate(removal.spans[0].start).line: removal.text.strip()
            for removal in cleaned.removals
            if removal.code in (CREDIT, *HEADS)
            and len(removal.text.strip()) <= LONGEST_LONE
            and seed.locate(removal.spans[0].start).line not in filled
        },
        any(removal.code in (MENU, SHARE) and _PAGER.search(removal.text) for removal in cleaned.removals),
        frozenset(
            match["name"].strip()
            for removal in cleaned.removals
            if removal.code in (NOTICE, SHARE) and (match := _FOLLOWED.search(removal.text))
        ),
        any(number < next(iter(filled), 0) for number in _lines(cleaned, MAIL, seed)),
        _lines(cleaned, RECORD, seed),
        marked_lines.read(cleaned, seed),
        slides,
        frozenset(
            shapes.key(_LEADERS.sub("", removal.text.strip()))
            for removal in cleaned.removals
            if removal.code == CONTENTS and _LEADERS.search(removal.text.strip())
        ),
    )


def _lines(cleaned: Cleaned, code: str, seed: Seed) -> frozenset[int]:
    """The lines in which a rule of cleaning took something."""
    return frozenset(seed.locate(removal.spans[0].start).line for removal in cleaned.removals if removal.code == code)


def _heads_caption(line: int, filled: Mapping[int, str]) -> bool:
    """Whether a credit stands right above a short line, and blank lines around the two."""
    short = 0 < len(filled.get(line + 1, "")) <= LONGEST_CAPTION
    return short and line - 1 not in filled and line + 2 not in filled


def _beside(removal: Removal, filled: Mapping[int, str], seed: Seed) -> Iterator[int]:
    """The line that a removed credit or copy belongs to, if it has the size of a caption."""
    line = seed.locate(removal.spans[0].start).line
    if line in filled and not seed.line(line).rstrip("。 \t\u3000\r\n").endswith(removal.text.strip()):
        return
    if line not in filled:
        if removal.code == CREDIT and not _pure(removal.text):
            return
        if any(_DESCRIBED.match(filled.get(number, "")) for number in (line + 1, line + 2)):
            return
        above = next((number for number in (line - 1, line - 2, line - 3) if number in filled), 0)
        line = line + 1 if removal.code == CREDIT and _heads_caption(line, filled) else above
    text = filled.get(line, "")
    stated = meta_lines.parse(text)
    if line == next(iter(filled), 0) or (stated is not None and not stated.title[1]):
        return
    longest = 2 * LONGEST_CAPTION if removal.code == COPY else LONGEST_CAPTION
    if 0 < len(text) <= longest and len(_SENTENCE.findall(text)) <= 2:
        yield line


def _pure(credit: str) -> bool:
    """Whether a removed line was the credit alone, without a description of the photo in front."""
    return credit.strip()[:1] in "（(〔【[" or len(credit) <= 20 or bool(_LABELLED.match(credit.strip()))
