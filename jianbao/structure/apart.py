"""Lines that belong to no flow of text whatever their width: rows of marks between articles, moments of feeds, and the
lines of a header.

A header is that of a mail, a feed, a board or an office: two or more lines one below the other, each a label and what
it names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import moments
from jianbao import regex as re
from jianbao.document import Line
from jianbao.structure import measure
from jianbao.structure.entries import stamps
from jianbao.structure.layout.flow import Item, Loose, Unit
from jianbao.word_lists import either, words

_MARKS = "-–—─━═=＝_＿*＊~～#＃·•・◇◆☆★○●◎□■△▲▽▼※✽❀✦✧▔▁▂▬▀▄￣¯﹏﹍﹎┄┅┈┉╌╍"
_MARK = f"[{_MARKS}]"
_ROW = re.compile(rf"^(?:{_MARK}\s*){{3,}}$|^(?:\.\s*){{3,}}$")
_FRAMED = re.compile(
    rf"^(?:{_MARK}\s*){{2,}}[<＜【\[（(]?\s*"
    r"(?:end|the end|完|全文完|top|回?到?頂端|回目錄|分隔線|分割线|正文|下一[則篇]"
    r"|forwarded message|original message|原始郵件|原始訊息|轉寄的?郵件|转发的?邮件)"
    rf"\s*[>＞】\]）)]?\s*(?:{_MARK}\s*){{2,}}$",
    re.I,
)
FEWEST = 3
"""Lines of one kind that a file with entries has."""

LONGEST_PIECE = 9
"""Characters of a word of a line that says where and when something came out."""

_DIGIT = re.compile(r"\d")
_CLAUSE = re.compile(r"[的了是把被]|在$")
"""Characters of sentences, not of names."""
_OF_CHRONICLE = re.compile(
    r"(?:\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?|\d{2,4}\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?)[：:]\S"
)
"""A day right before a colon and what happened then."""
_WENT_ON = re.compile(
    r"\d\s?(?:年|月|日)\s?(?:以|與|与|向|由|自|因|經|经|於|于|在|將|将|對|对|被|為|为|起|再|又|即|前|後|后|間|间)[\u3400-\u9fff]"
)
"""A day and how a sentence goes on behind it."""
_KINDS = ("byline", "desk", "source", "date", "title", "tag", "issue")
_INITIALS = frozenset(
    case for kind in _KINDS for word in words(f"{kind}_labels") for case in word[0] + word[0].swapcase()
)
"""What labels begin with."""
_LABEL = re.compile(
    r"^(?:" + "|".join(either(f"{kind}_labels") for kind in _KINDS) + r")(?:\s*[：:]\s*\S|\s+\S|(?=[A-Za-z\[［]))",
    re.I,
)


def is_row_of_marks(text: str) -> bool:
    """Whether a line is nothing but marks, or a word such as END framed by them."""
    marked = text[:1] == "." or text[:1] in _MARKS
    return marked and bool(text == "--" or _ROW.match(text) or _FRAMED.match(text))


def units(items: Sequence[Item]) -> Iterator[Loose]:
    """The items, with lines that stand apart as units of their own."""
    stamped = _stamped(items)
    labels = [isinstance(item, Line) and _is_labelled(item.text.plain.strip()) for item in items]
    for index, item in enumerate(items):
        plain = item.text.plain.strip() if isinstance(item, Line) else ""
        if isinstance(item, Line) and (
            is_row_of_marks(plain) or moments.is_moment(plain) or index in stamped or _in_header(items, labels, index)
        ):
            before = items[index - 1] if index else None
            blank = isinstance(before, Line) and not before.text.plain.strip()
            yield Unit(item.text, (item.number,), measure.indent(item.text.plain), blank_before=blank, page=item.page)
        else:
            yield item


def _stamped(items: Sequence[Item]) -> frozenset[int]:
    """Lines of a file with several entries that say where and when each came out, or give its address."""
    kinds: dict[str, list[int]] = {"stamp": [], "address": []}
    for index, item in enumerate(items):
        plain = item.text.plain.strip() if isinstance(item, Line) else ""
        if stamps.is_address(plain):
            kinds["address"].append(index)
        elif (
            (stamp := stamps.read(plain) if _DIGIT.search(plain) else None)
            and stamp.date
            and stamp.says_where
            and not _is_told(plain, stamp)
        ):
            kinds["stamp"].append(index)
    return frozenset(index for found in kinds.values() if len(found) >= FEWEST for index in found)


def _is_told(text: str, stamp: stamps.Stamp) -> bool:
    """Whether a line with a day is a clause of running text: it has a comma and words that are no name's, or what was
    done right behind the day, or a colon at its end."""
    if _OF_CHRONICLE.match(text) and ("，" in text or any(len(piece) > LONGEST_PIECE for piece in stamp.pieces)):
        return True
    if "，" in text and _WENT_ON.search(text):
        return True
    words_said = any(len(piece) > LONGEST_PIECE or _CLAUSE.search(piece) for piece in stamp.pieces)
    long = "，" in text and len(stamp.pieces) > 1 and words_said
    return text[-1] in "：:，、" or (long and not any(map(stamps.is_outlet, stamp.pieces)))


def _is_labelled(text: str) -> bool:
    return text[:1] in _INITIALS and bool(_LABEL.match(text))


def _in_header(items: Sequence[Item], labels: Sequence[bool], index: int) -> bool:
    """Whether a labelled line has another right above or below, and does not go on in a line without a label."""
    if not labels[index]:
        return False
    below = items[index + 1] if index + 1 < len(items) else None
    ends = not isinstance(below, Line) or not below.text.plain.strip() or labels[index + 1]
    return ends and ((index > 0 and labels[index - 1]) or (index + 1 < len(labels) and labels[index + 1]))
