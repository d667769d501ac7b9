"""Headings and lists among short lines and numbered lines, and how deep the headings lie."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jianbao.document import BlockKind
from jianbao.structure import shapes
from jianbao.structure.blocks import field_rows, numbering
from jianbao.structure.blocks.roles import Role, is_section
from jianbao.structure.blocks.sketch import Stroke
from jianbao.structure.heads import persons, wire_lines
from jianbao.word_lists import either, words

WIDEST = 45
"""A heading is no wider than this, in Han characters."""

VERSES, WIDEST_VERSE = 2, 24
"""Lines of verse at least, and Han characters of one."""
CLAUSE = 30
"""Characters before a colon in which what follows is named."""
DECKS = 8
"""Parts on top of a text among which its place line stands, below lines that sum it up."""
SAMPLE = 200
"""Lines of a run that are looked at to tell a list of names."""

_IN_ITEMS = re.compile(r"\d|[：:；;（(《%]")
"""What items of a list have and verse has not."""
_PERSON = re.compile("[我你妳您他她它牠]")
_ALWAYS = {"編", "章", "節"}
_ADDRESS = re.compile(r"^(?:CC|Cc|cc|To|TO|致|受文者|正本|副本)\s*[：:]")
_ADDRESSED = ("殿", "先生", "女士", "閣下", "鈞鑒", "鈞鑑", "台鑒", "勛鑒", "鈞啟", "大鑒", "收", "御中", "様")
_COUNTED = re.compile(r"[（(][^（()）]*\d+\s*(?:團體|团体|人|位|名|家|個|组|組織|單位)[^（()）]*[)）]$")
_LIST_LABEL = re.compile(
    r"^(?:共同)?(?:發起|召集|連署|聯署|联署|連署支持|署名|簽署|签署|支持|參與|主辦|協辦|聯合發起|聲援)(?:團體|团体|單位|人|組織|者|名單|成員)?[\s（(]?"
)
_LABELLED = re.compile(
    r"^(?:(?:發起|主辦|協辦|承辦|指導|贊助|合辦|召集|連署|聯絡|報名|活動|參加|集合|執行|出版)[^：:，。]{0,6}|時間|日期|地點|費用|對象|電話|人數|名額)"
    r"\s*[：:]\s*\S"
)
_QUESTION = re.compile(r"^[QＱ]\s?(\d{1,2})[\s\u3000.．、]+(?=\S)")
_REMARK = re.compile(r"^[\u3400-\u9fff]{2,6}\s*[：:]\s*\S")
"""What a line right above or below a table says of it, behind a label: its unit, who made it."""
_LABEL = re.compile(r"^【[^】]{2,10}】$")
"""The label of a part: 【裁判要旨】."""
_BRACKETED = re.compile(r"^[（(][^（()）]*[)）]$|^〔[^〕]*〕$")
_STAGE = re.compile(rf"^[【\[][^】\]]*{either('stage_directions')}[^】\]]*[】\]]$")
REFERENCES = frozenset(
    (
        "參考文獻",
        "参考文献",
        "引用文獻",
        "引用文献",
        "徵引書目",
        "參考書目",
        "参考书目",
        "參考資料",
        "参考资料",
        "References",
        "Bibliography",
    )
)
_WORK = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|《[^》]+》")
"""What each work in a list of references has: its year, or its title in marks."""
_TWO_LANGUAGES = re.compile(r"^[^A-Za-z]{2,24}[\s\u3000／/|｜]+[A-Z][^\u3400-\u9fff]{2,60}$")
"""A heading in Chinese with its translation behind it, which may both ask."""
_BARE_NUMBER = re.compile(r"^[（(【]?(?:之|其)?[一二三四五六七八九十壹貳贰參叁叄肆伍陸陆柒捌玖拾]{1,3}[)）】]?$")
_LEGAL = re.compile("[壹貳贰參叁叄肆伍陸陆柒捌玖拾]")
_PLAIN = str.maketrans("壹貳贰參叁叄肆伍陸陆柒捌玖拾", "一二二三三三四五六六七八九十")
"""Numbers as cheques have them, alone over the parts of a text."""
_ANNEX = re.compile(r"^(?:附件|附錄|附录|附表|Appendix|Annex)", re.I)


def is_bare_number(text: str) -> bool:
    """Whether a line is a Han number alone, as over the parts of an essay: 一, 之二."""
    return bool(_BARE_NUMBER.match(text))


def numbered(strokes: Sequence[Stroke]) -> None:
    """Decide for numbered lines, one scheme at a time: headings, or items of a list."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, stroke in enumerate(strokes):
        found = numbering.scheme(stroke.plain) if stroke.kind is None else None
        if (found and found.end < len(stroke.plain)) or (found and found.scheme in ("章", "節", "條")):
            groups[found.scheme].append(index)
    _bare(strokes)
    _questions(strokes)
    groups["1 "] = _counted(strokes, groups.get("1 ", []))
    statute = len(groups.get("條", ())) >= 3
    for name, indices in groups.items():
        short = [i for i in indices if _heading_shape(strokes[i].plain)]
        leading = [i for i in short if _leads(strokes, i, name)]
        heads = name in _ALWAYS or (
            (bool(leading) and len(leading) >= 0.5 * len(indices)) and not (statute and name != "條")
        )
        for i in indices:
            stroke = strokes[i]
            stroke.scheme = name
            if name == "條":
                alone = stroke.plain[numbering.scheme(stroke.plain).end :].strip(" 　（）()")  # type: ignore[union-attr]
                prose = shapes.ends_sentence(stroke.plain) or shapes.ends_open(stroke.plain)
                head = len(alone) <= 20 and not prose and i + 1 < len(strokes)
                stroke.settle(BlockKind.HEADING if head else BlockKind.PARAGRAPH)
            elif heads and i in short:
                stroke.settle(BlockKind.HEADING)
            elif len(indices) >= 2 or name in ("（一）", "（1）", "①"):
                stroke.settle(BlockKind.LIST_ITEM, 1)
            else:
                stroke.scheme = ""


def _bare(strokes: Sequence[Stroke]) -> None:
    """Numbers alone in a line that count from 1 through the text, with text in between, head its parts: 01, 02."""
    found: list[int] = []
    for index, stroke in enumerate(strokes):
        digits = "".join(stroke.plain.split())
        bare = stroke.kind is None and len(digits) <= 2 and (digits.isdecimal() or bool(_LEGAL.fullmatch(digits)))
        if bare and _value(digits) == len(found) + 1 and index + 1 < len(strokes):
            if found and index == found[-1] + 1:
                return
            found.append(index)
    for index in found if len(found) >= 2 else ():
        _head(strokes[index])


def _value(digits: str) -> int:
    """The number that digits, or Han numerals of one place, say."""
    return int(digits) if digits.isdecimal() else "〇一二三四五六七八九十".index(digits.translate(_PLAIN)[:1])


def _questions(strokes: Sequence[Stroke]) -> None:
    """Questions that a letter and a number count from 1 through the text, with text below each, head its parts: Q1."""
    found: list[int] = []
    for index, stroke in enumerate(strokes[:-1]):
        match = _QUESTION.match(stroke.plain) if stroke.kind is None else None
        if match and int(match[1]) == len(found) + 1 and shapes.width(stroke.plain) <= WIDEST:
            if found and index == found[-1] + 1:
                return
            found.append(index)
    for index in found if len(found) >= 2 else ():
        _head(strokes[index])


def _counted(strokes: Sequence[Stroke], indices: Sequence[int]) -> list[int]:
    """Those short lines with a bare number in front that count from 1: only so are they headings of a paper."""
    counted: list[int] = []
    for index in indices:
        found = numbering.scheme(strokes[index].plain)
        if found and found.value == len(counted) + 1 and _heading_shape(strokes[index].plain):
            counted.append(index)
    return counted if len(counted) >= 2 else []


def _heading_shape(text: str) -> bool:
    return shapes.width(text) <= WIDEST and shapes.is_title_like(text) and not text.endswith(("！", "!"))


def _leads(strokes: Sequence[Stroke], index: int, name: str) -> bool:
    """Whether something else than the next number of the same scheme follows."""
    if index + 1 >= len(strokes):
        return False
    following = numbering.scheme(strokes[index + 1].plain)
    return following is None or following.scheme != name


def item_levels(strokes: Sequence[Stroke]) -> None:
    """Depth of numbered items: in the order in which their schemes open within one list."""
    stack: list[str] = []
    for stroke in strokes:
        if stroke.kind is BlockKind.HEADING:
            stack = []
        if stroke.kind is not BlockKind.LIST_ITEM or not stroke.scheme:
            continue
        if stroke.scheme in stack:
            del stack[stack.index(stroke.scheme) + 1 :]
        else:
            stack.append(stroke.scheme)
        stroke.level = min(len(stack), 3)


def references(strokes: Sequence[Stroke]) -> None:
    """The works below a heading such as 參考文獻, one a line, are items of a list."""
    inside = False
    for stroke, below in itertools.zip_longest(strokes, strokes[1:]):
        word = stroke.plain.strip("：: 【】")
        if word in REFERENCES:
            inside = True
        elif word in words("related_labels") and below is not None and below.kind is None and _WORK.search(below.plain):
            stroke.settle(BlockKind.HEADING)
            stroke.scheme, inside = "plain", True
        elif inside and stroke.kind is None and (_WORK.search(stroke.plain) or _is_entry(stroke, below)):
            stroke.settle(BlockKind.LIST_ITEM, 1)
        else:
            inside = False


def _is_entry(stroke: Stroke, below: Stroke | None) -> bool:
    """Whether a short line among works is one of them, without a year: no text stands below it."""
    return (
        stroke.known.role is Role.TITLE
        and not is_section(stroke.plain)
        and (below is None or below.known.role is not Role.BODY)
    )


def short_lines(strokes: Sequence[Stroke]) -> None:
    """Decide for runs of short unnumbered lines: headings over text, names in a list, lines of an address."""
    asking = sum(1 for s in strokes if s.known.role is Role.TITLE and not shapes.ends_sentence(s.plain)) >= 2
    wired = next((i for i, stroke in enumerate(strokes[:DECKS]) if wire_lines.start(stroke.plain)), 0)
    for stroke in strokes[:wired]:
        stroke.settle(BlockKind.PARAGRAPH)  # no part of a release begins above its place line
    for begin, end in list(_runs(strokes)):
        run = strokes[begin:end]
        for index, stroke in enumerate(run, start=begin):
            if (
                index
                and shapes.wants_wish(strokes[index - 1].plain)
                and shapes.width(stroke.plain) <= shapes.LONGEST_WISH
            ):
                stroke.settle(BlockKind.PARAGRAPH)
            if index and strokes[index - 1].plain.strip(" 　：:【】") in words("contact_labels"):
                _head(strokes[index - 1])
                stroke.settle(BlockKind.PARAGRAPH)
            if _BARE_NUMBER.match(stroke.plain):
                _head(stroke)
            beside = [strokes[i].known.part.block for i in (index - 1, index + 1) if 0 <= i < len(strokes)]
            tabled = any(block is not None and block.kind is BlockKind.TABLE for block in beside)
            if _LABELLED.match(stroke.plain) or (tabled and _REMARK.match(stroke.plain)):
                stroke.settle(BlockKind.PARAGRAPH)
            bracketed = _BRACKETED.match(stroke.plain) or _STAGE.match(stroke.plain)
            if _is_address(stroke.plain) or bracketed or _is_closing(stroke.plain):
                stroke.settle(BlockKind.PARAGRAPH)
        for is_field, group in itertools.groupby(run, key=lambda stroke: field_rows.is_field(stroke.plain)):
            fields = list(group) if is_field else []
            for stroke in fields if len(fields) >= field_rows.FEWEST else ():
                stroke.settle(BlockKind.PARAGRAPH)
        lead = strokes[begin - 1].plain if begin else ""
        after_colon = lead.endswith(("：", ":"))
        if after_colon and _is_verse(lead, [stroke.plain for stroke in run if stroke.kind is None]):
            for stroke in run:
                stroke.settle(BlockKind.PARAGRAPH)
        ends = end >= len(strokes) or strokes[end].known.role is Role.SEPARATOR
        followed = not ends and strokes[end].kind is not BlockKind.HEADING
        if after_colon and _is_said(lead, [stroke.plain for stroke in run if stroke.kind is None]):
            for stroke in run:
                stroke.settle(BlockKind.PARAGRAPH)
        _run(run, followed, after_colon, asking)


def _runs(strokes: Sequence[Stroke]) -> Iterator[tuple[int, int]]:
    begin: int | None = None
    for index, stroke in enumerate((*strokes, None)):
        if stroke is not None and stroke.kind is None and stroke.known.role in (Role.TITLE, Role.META, Role.SIGNATURE):
            begin = index if begin is None else begin
        elif begin is not None:
            yield begin, index
            begin = None


def _run(run: Sequence[Stroke], followed: bool, after_colon: bool, asking: bool) -> None:
    free = [stroke for stroke in run if stroke.kind is None]
    labels = [i for i, stroke in enumerate(free) if is_section(stroke.plain) or is_list_label(stroke.plain)]
    bounds = [*labels, len(free)]
    first = free[: bounds[0]]
    _plain(first, followed and not labels, after_colon, asking, bool(labels) and len(first) == 1)
    for low, high in itertools.pairwise(bounds):
        _head(free[low])
        members = free[low + 1 : high]
        last = high == len(free)
        if len(members) == 1 and last and followed:
            _head(members[0])
            continue
        tail = members[-1:] if last and followed and members and not persons.is_affiliation(members[-1].plain) else []
        for stroke in members[: len(members) - len(tail)]:
            stroke.settle(BlockKind.LIST_ITEM, 1)
        for stroke in tail:
            _head(stroke)


def is_list_label(text: str) -> bool:
    """Whether a line announces names: 署名團體（18團體）; with the names behind a colon it is no label."""
    label = _LIST_LABEL.match(text) or (text[-1:] in ("）", ")") and _COUNTED.search(text))
    return bool(label) and not re.search(r"[：:]\s*\S", text)


def _is_address(text: str) -> bool:
    return text.endswith(_ADDRESSED) or bool(_ADDRESS.match(text))


def _plain(free: Sequence[Stroke], followed: bool, after_colon: bool, asking: bool, before_label: bool) -> None:
    """Short lines without a label above them."""
    if not free:
        return
    if (after_colon and len(free) >= 2) or (len(free) >= 4 and _alike(free)):
        for stroke in free:
            stroke.settle(BlockKind.LIST_ITEM, 1)
        return
    if (len(free) <= 2 and followed) or before_label:
        for stroke in free:
            question = shapes.ends_sentence(stroke.plain) and not _TWO_LANGUAGES.match(stroke.plain)
            if (not question or (asking and shapes.width(stroke.plain) <= 25)) and not after_colon:
                _head(stroke)
    elif len(free) == 3 and followed and _LABEL.match(free[-1].plain) and not after_colon:
        for stroke in free:
            _head(stroke)
    elif len(free) >= 3 and followed and not shapes.ends_sentence(free[-1].plain) and not _alike(free):
        _head(free[0])
    for stroke in free:
        stroke.settle(BlockKind.PARAGRAPH)


def _is_verse(lead: str, lines: Sequence[str]) -> bool:
    """Whether lines below a colon are verse, not a list: the words before the colon say so, or the lines speak of me
    and you; a list of names or of numbered or labelled things does neither."""
    if len(lines) < VERSES or any(_IN_ITEMS.search(line) for line in lines):
        return False
    clause = re.split(r"[，。；！？]", lead)[-1] if len(lead) > CLAUSE else lead
    spoken = sum(bool(_PERSON.search(line)) for line in lines) >= len(lines) / 3
    said = any(word in clause or word in lead[-CLAUSE:] for word in words("verse_leads"))
    return (said or spoken) and max(map(shapes.width, lines)) <= WIDEST_VERSE


def _is_said(lead: str, lines: Sequence[str]) -> bool:
    """Whether lines below a colon open a text that is given in full, not a list: the words before the colon say so, and
    the first of the lines is a sentence, say a greeting."""
    said = (
        bool(lines) and shapes.ends_sentence(lines[0]) and any(word in lead[-CLAUSE:] for word in words("text_leads"))
    )
    return said and not any(map(shapes.bullet, lines))


def _alike(free: Sequence[Stroke]) -> bool:
    """Whether lines are the members of a list: most are names of people or organisations."""
    sample = free[:SAMPLE]
    return sum(1 for stroke in sample if _is_member(stroke.plain)) >= 0.5 * len(sample)


def _is_member(text: str) -> bool:
    return persons.is_affiliation(text) or bool(persons.names_in(text) or persons.signed(text))


def _is_closing(text: str) -> bool:
    return text.strip("，,。 　！!") in words("person_closings") or shapes.closes_letter(text)


def _head(stroke: Stroke) -> None:
    if shapes.width(stroke.plain) > WIDEST:
        stroke.settle(BlockKind.PARAGRAPH)
    else:
        stroke.settle(BlockKind.HEADING)
        annex = is_section(stroke.plain) or bool(_ANNEX.match(stroke.plain))
        stroke.scheme = stroke.scheme or ("section" if annex else "plain")


def _parts(strokes: Sequence[Stroke]) -> set[int]:
    """Unnumbered headings behind numbered ones, right below which the same numbers start from 1 again: each heads a
    further part, such as the text in another language or what is attached to it."""
    heads = [index for index, stroke in enumerate(strokes) if stroke.kind is BlockKind.HEADING]
    reached: dict[str, int] = {}
    found: set[int] = set()
    for index, below in itertools.pairwise(heads):
        number = numbering.scheme(strokes[index].plain) if strokes[index].scheme != "plain" else None
        after = numbering.scheme(strokes[below].plain) if number is None else None
        if number:
            reached[number.scheme] = max(reached.get(number.scheme, 0), number.value)
        elif after and after.value == 1 and reached.get(after.scheme, 0) >= 2 and strokes[index].scheme == "plain":
            found.add(index)
    return found


def levels(strokes: Sequence[Stroke]) -> None:
    """Levels of headings, from 2: numbered schemes nest in the order in which they first open."""
    order: list[str] = []
    base = 2
    parts = _parts(strokes)
    for index, stroke in enumerate(strokes):
        if stroke.kind is not BlockKind.HEADING:
            continue
        if index in parts:
            stroke.level, base, order = 2, 3, []
            continue
        following = strokes[index + 1].plain if index + 1 < len(strokes) else ""
        if stroke.scheme in ("section", "plain"):
            numbered_above = bool(order) and stroke.scheme == "plain"
            stroke.level = min(base + (len(order) if numbered_above else 0), 6)
        else:
            if stroke.scheme in order:
                del order[order.index(stroke.scheme) + 1 :]
            else:
                order.append(stroke.scheme)
            stroke.level = min(base + len(order) - 1, 6)
        if (_is_address(following) and stroke.scheme == "plain") or (_ANNEX.match(stroke.plain) and not order):
            base = min(stroke.level + 1, 6)
