"""Runs of short unnumbered lines: headings over text, names in a list, lines of an address."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.document import BlockKind
from jianbao.structure import shapes
from jianbao.structure.blocks import field_rows, no_headings
from jianbao.structure.blocks.headings import head, is_address, is_annex, is_bare_number, opens_numbers
from jianbao.structure.blocks.known import Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.blocks.sketch import Stroke
from jianbao.structure.blocks.verse import is_couplet, is_quoted_text, is_stanza, is_verse
from jianbao.structure.heads import persons, wire_lines
from jianbao.word_lists import either, words

DECKS = 8
"""Parts on top of a text among which its place line stands, below lines that sum it up."""
SAMPLE = 200
"""Lines of a run that are looked at to tell a list of names."""
_COUNTED = re.compile(r"[（(][^（()）]*\d+\s*(?:團體|团体|人|位|名|家|個|组|組織|單位)[^（()）]*[)）]$")
_LIST_LABEL = re.compile(
    r"^(?:共同|個人|个人|團體|团体|學者|学者|機構|机构)?(?:發起|召集|連署|聯署|联署|連署支持|署名|簽署|签署|支持|參與|主辦|協辦|聯合發起|聲援)(?:團體|团体|單位|人|組織|者|名單|成員)?[\s（(]?"
)
_LABELLED = re.compile(
    r"^(?:(?:發起|主辦|協辦|承辦|指導|贊助|合辦|召集|連署|聯絡|報名|活動|參加|集合|執行|出版)[^：:，。]{0,6}|時間|日期|地點|費用|對象|電話|人數|名額|關鍵[詞字]|关键[词字]|Keywords?)"
    r"\s*[：:]\s*\S"
)
_ANNEXES = re.compile(r"^(?:附件|附[錄录表]?)\s*[：:]\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[.．、)）]")
"""The first of what is attached, behind the label of all: 附件：1. 某某."""
_REMARK = re.compile(r"^[\u3400-\u9fff]{2,6}\s*[：:]\s*\S")
"""What a line right above or below a table says of it, behind a label: its unit, who made it."""
_LABEL = re.compile(r"^【[^】]{2,10}】$")
"""The label of a part: 【裁判要旨】."""
_BRACKETED = re.compile(r"^[（(][^（()）]*[)）]$|^〔[^〕]*〕$")
_STAGE = re.compile(rf"^[【\[][^】\]]*{either('stage_directions')}[^】\]]*[】\]]$")
_TWO_LANGUAGES = re.compile(r"^[^A-Za-z]{2,24}[\s\u3000／/|｜]+[A-Z][^\u3400-\u9fff]{2,60}$")
"""A heading in Chinese with its translation behind it, which may both ask."""


def state(strokes: Sequence[Stroke]) -> None:
    """Decide for runs of short unnumbered lines: headings over text, names in a list, lines of an address."""
    asking = sum(1 for s in strokes if s.known.role is Role.TITLE and not shapes.ends_sentence(s.plain)) >= 2
    wired = next((i for i, stroke in enumerate(strokes[:DECKS]) if wire_lines.start(stroke.plain)), 0)
    for stroke in strokes[:wired]:
        stroke.settle(BlockKind.PARAGRAPH)  # no part of a release begins above its place line
    closed, done = False, 0
    for begin, end in list(_runs(strokes)):
        run = strokes[begin:end]
        plain = [stroke.plain for stroke in run]
        closed, done = closed or any(map(_closes, strokes[done:begin])), begin
        for index, stroke in enumerate(run, start=begin):
            if (
                index
                and shapes.wants_wish(strokes[index - 1].plain)
                and shapes.width(stroke.plain) <= shapes.LONGEST_WISH
            ):
                stroke.settle(BlockKind.PARAGRAPH)
            if _signs(strokes, index):
                stroke.settle(BlockKind.PARAGRAPH)
            if index and strokes[index - 1].plain.strip(" 　：:【】") in words("contact_labels"):
                if strokes[index - 1].plain[-1] in "：:":
                    strokes[index - 1].settle(BlockKind.PARAGRAPH)
                head(strokes[index - 1])
                stroke.settle(BlockKind.PARAGRAPH)
            if is_bare_number(stroke.plain):
                head(stroke)
            beside = [strokes[i].known.part.block for i in (index - 1, index + 1) if 0 <= i < len(strokes)]
            tabled = any(block is not None and block.kind is BlockKind.TABLE for block in beside)
            below = strokes[index + 1].known.part.block if index + 1 < len(strokes) else None
            if below is not None and below.kind is BlockKind.TABLE and is_annex(stroke.plain):
                head(stroke)
            behind = no_headings.is_one(stroke.plain)
            behind = behind or no_headings.is_beside_one(plain, index - begin)
            labelled = bool(_LABELLED.match(stroke.plain) or _ANNEXES.match(stroke.plain)) or behind
            if labelled or (tabled and _REMARK.match(stroke.plain)):
                stroke.settle(BlockKind.PARAGRAPH)
            bracketed = _BRACKETED.match(stroke.plain) or _STAGE.match(stroke.plain)
            if is_address(stroke.plain) or bracketed or _is_closing(stroke.plain):
                stroke.settle(BlockKind.PARAGRAPH)
        for is_field, group in itertools.groupby(run, key=lambda stroke: field_rows.is_field(stroke.plain)):
            fields = list(group) if is_field else []
            for stroke in fields if len(fields) >= field_rows.FEWEST else ():
                stroke.settle(BlockKind.PARAGRAPH)
        lead = strokes[begin - 1].plain if begin else ""
        after_colon = lead.endswith(("：", ":"))
        if _is_verse(lead, run, after_colon):
            for stroke in run:
                stroke.settle(BlockKind.PARAGRAPH)
        ends = end >= len(strokes) or strokes[end].known.role is Role.SEPARATOR
        lone = end == begin + 1 and _is_one_of_parts(strokes, begin)
        followed = not ends and (strokes[end].kind is not BlockKind.HEADING or (lone and opens_numbers(strokes[end])))
        if after_colon and is_quoted_text(lead, [stroke.plain for stroke in run if stroke.kind is None]):
            for stroke in run:
                stroke.settle(BlockKind.PARAGRAPH)
        for stroke in run if closed else ():
            if stroke.kind is None and is_list_label(stroke.plain):
                stroke.scheme = "section"  # over those who sign: no part of the last section above
        _run(run, followed, after_colon, asking)


def _signs(strokes: Sequence[Stroke], index: int) -> bool:
    """Whether a line right below a letter's wish says who signs it: no more text follows."""
    if index < 2 or not shapes.wants_wish(strokes[index - 2].plain):
        return False
    wish = shapes.width(strokes[index - 1].plain) <= shapes.LONGEST_WISH
    below = strokes[index + 1 :]
    return wish and not any(s.known.role is Role.BODY and shapes.ends_sentence(s.plain) for s in below)


def _is_verse(lead: str, run: Sequence[Stroke], after_colon: bool) -> bool:
    free = [stroke.known.part for stroke in run if stroke.kind is None]
    if not after_colon:
        return len(free) == len(run) and is_stanza(lead, free)
    lines = [part.plain for part in free]
    return is_verse(lead, lines) or (is_couplet(lines) and "，" in lines[0])


def _closes(stroke: Stroke) -> bool:
    """Whether a line closes a letter: its formula, or its day."""
    meta = stroke.known.meta
    return _is_closing(stroke.plain) or (meta is not None and len(meta.date) == 10)


def _is_one_of_parts(strokes: Sequence[Stroke], index: int) -> bool:
    """Whether a line without marks stands below text, and headings without a number stand further up."""
    words = strokes[index].plain.replace(" ", "").isalnum() and strokes[index - 1].kind is not BlockKind.HEADING
    return words and any(
        stroke.kind is BlockKind.HEADING and stroke.scheme in ("plain", "section") for stroke in strokes[:index]
    )


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
        head(free[low])
        members = free[low + 1 : high]
        last = high == len(free)
        if len(members) == 1 and last and followed:
            if _is_row(members[0].plain):
                members[0].settle(BlockKind.PARAGRAPH)
            else:
                head(members[0])
            continue
        tail = members[-1:] if last and followed and members and not persons.is_affiliation(members[-1].plain) else []
        for stroke in members[: len(members) - len(tail)]:
            stroke.settle(BlockKind.LIST_ITEM, 1)
        for stroke in tail:
            head(stroke)


def _is_row(text: str) -> bool:
    """Whether a line names several who sign: 林知秋（退休船長）、沈一葦（海洋學者）."""
    names = text.split("、")
    return len(names) > 1 and sum(map(_is_member, names)) >= len(names) / 2


def is_list_label(text: str) -> bool:
    """Whether a line announces names: 署名團體（18團體）; with the names behind a colon it is no label."""
    label = _LIST_LABEL.match(text) or (text[-1:] in ("）", ")") and _COUNTED.search(text))
    return bool(label) and not re.search(r"[：:]\s*\S", text)


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
                head(stroke)
    elif len(free) == 3 and followed and _LABEL.match(free[-1].plain) and not after_colon:
        for stroke in free:
            head(stroke)
    elif len(free) >= 3 and followed and not shapes.ends_sentence(free[-1].plain) and not _alike(free):
        head(free[0])
    for stroke in free:
        stroke.settle(BlockKind.PARAGRAPH)


def _alike(free: Sequence[Stroke]) -> bool:
    """Whether lines are the members of a list: most are names of people or organisations."""
    sample = free[:SAMPLE]
    return sum(1 for stroke in sample if _is_member(stroke.plain)) >= 0.5 * len(sample)


def _is_member(text: str) -> bool:
    return persons.is_affiliation(text) or bool(persons.names_in(text) or persons.signed(text))


def _is_closing(text: str) -> bool:
    return text.strip("，,。 　！!") in words("person_closings") or shapes.closes_letter(text)
