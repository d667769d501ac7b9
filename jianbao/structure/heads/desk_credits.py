"""Who edited, translated or checked a text, in brackets behind its last sentence; and the day in a line of its own.

Before: ``…法官將於下週開庭。（編輯：王小明／核稿：李大華）1150312``; below the last sentence ``1150312`` alone.
After: the sentence; the credit as a printed line, like one that stands in its own line; the day is the text's.
Never: a bracket inside a text, or one whose label says no such thing; a number of seven digits among numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.document import Block, BlockKind
from jianbao.provenance import Removal
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import meta_lines, persons, written_dates
from jianbao.structure.heads.facts import Facts
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

CODE = "T07"
BELOW = 4
"""Lines of a page's own below the last paragraph of a story, at most."""
LONGEST = 160
"""Characters of the credits of a text."""
_CREDIT = re.compile(
    rf"(?:^|(?<=[。！？!?」』”…）)】]))\s*(?:[（(\[【〔]\s*(?:本文)?{either('credit_labels')}\s*[：:／/]"
    r"[^（()）\[\]【】〔〕。]{2,60}[)）\]】〕]\s*)+$"
)
_BARE = re.compile(
    rf"(?<=[。！？!?」』”…）)】])\s*(?:本文)?{either('credit_labels')}\s*[：:／/]\s*(?P<who>[^，。：:；（(]{{2,24}})$"
)
"""The same without brackets: 責任編輯：某某."""
_WIRE_END = re.compile(
    r"[（(](?P<desk>[^（）()]{2,40})[）)]\s*(?P<date>1[01]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?$"
)
_DAY_BEHIND = re.compile(r"(?<=[)）\]】〕])\s*1[0-2]\d[01]\d[0-3]\d$")
_CODE = re.compile(r"1[0-2]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")


def codes(known: Sequence[Known]) -> list[Known]:
    """The parts, with the day of an agency told that stands alone below a sentence or a credit, as year of the
    Republic, month and day without marks."""
    found = list(known)
    for index in range(1, len(found)):
        item, above = found[index], found[index - 1]
        if not _CODE.match(item.plain) or item.part.block or above.plain.isdecimal():
            continue
        numbers = index + 1 < len(found) and found[index + 1].plain.isdecimal()
        end = above.plain[-LONGEST:]
        said = above.role is Role.BODY and (shapes.ends_sentence(end) or bool(_CREDIT.search(end)))
        days = written_dates.of_code(item.plain)
        if days and not numbers and (said or above.role in (Role.META, Role.END) or index == 1):
            found[index] = Known(item.part, Role.META, MetaLine(date=days, date_text=item.plain))
    return found


def apart(body: Sequence[Known], facts: Facts) -> list[Known]:
    """The body, its last sentence without the credits behind it, which become a printed line of ``facts``."""
    found = list(body)
    for at in range(len(found) - 1, max(len(found) - 1 - BELOW, -1), -1):
        item = found[at]
        text = item.plain.rstrip()
        told = item.role in (Role.BODY, Role.TITLE)
        credit = _found(text) if told else None
        if credit:
            facts.blocks.insert(0, Block(BlockKind.BYLINE, item.part.cut(credit.start()).text))
            found[at : at + 1] = [replace(item, part=item.part.cut(0, credit.start()))] if credit.start() else []
            break
        if item.role is Role.BODY and shapes.ends_sentence(text):
            break
    return found


def _found(text: str) -> re.Match[str] | None:
    """The credits at a text's end: in brackets, or a label with names behind the last sentence."""
    begin = max(len(text) - LONGEST, 0)
    bare = _BARE.search(text, begin)
    return bare if bare and persons.names_in(bare["who"]) else _CREDIT.search(text, begin)


def without_credits(text: str) -> str:
    """A text without the credits and the closing code behind its last sentence."""
    text = _DAY_BEHIND.sub("", text.rstrip())
    credit = _found(text)
    return text[: credit.start()] if credit else text


def is_credit(text: str) -> bool:
    """Whether a text in brackets says who edited, translated or checked something."""
    return bool(_CREDIT.match(text))


def code(item: Known) -> str:
    """The day in an agency's closing code, behind the names of its desk: （編輯：某某）1140804."""
    wire = _WIRE_END.search(item.plain[-60:])
    return wire["date"] or "" if wire and meta_lines.parse(wire["desk"]) else ""


def without_code(body: Sequence[Known], removals: list[Removal]) -> list[Known]:
    """The body without an agency's closing code at its end, or above a few lines of the page's own."""
    found = list(body)
    at = closing(body)
    if at is None:
        return found
    text, day = body[at].part.text, code(body[at])
    cut = len(text.plain.rstrip()) - len(day)
    removals.append(text.slice(cut).removed(CODE, "an agency's closing code"))
    found[at] = replace(body[at], part=body[at].part.cut(0, cut))
    return found


def closing(body: Sequence[Known]) -> int | None:
    """The part that ends in an agency's closing code: no text stands below it."""
    for at in range(len(body) - 1, max(len(body) - 1 - BELOW, -1), -1):
        if code(body[at]):
            return at
        if body[at].role is Role.BODY and shapes.ends_sentence(body[at].plain):
            return None
    return None
