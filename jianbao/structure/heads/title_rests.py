"""The rest of a title, or of a heading, that print set in a line of its own.

Before: ``河口的渡船：鹽埕與旗後`` / ``的居民``; ``南部灌溉水圳清查`` / ``期末報告``; ``海洋資料交換機制`` /
``第四次工作會議紀錄``
After: one line each.
Never: a line that could begin a title; what a report is called where its title ends in such a word already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.provenance import MappedText
from jianbao.structure import joints, shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import meeting_lines, persons
from jianbao.structure.layout import cut_words
from jianbao.word_lists import either

GOES_ON = re.compile(r"^(?:的(?!士)|[與与](?![其那謝谢])|及(?!時|时|格|早)|之(?![前後后間间])|[」』》）)、，：])")
"""The start of a line that another has above it."""
TOP = 8
"""Parts on top of a text among which its title stands."""
WIDEST, SHORTEST, LONGEST = 16, 8, 40
"""Han characters of a rest at most, and of the line above it, at least and at most."""
SURE = 6.0
"""What a word gains, as a natural logarithm, that the end of a title's line has cut."""
_SESSION = re.compile(r"第\s?[一二三四五六七八九十百\d]{1,4}\s?[次屆届回]")
"""Which of its meetings: the name of a body stands above it."""
_STUB = re.compile(r"[，、：][\u3400-\u9fff]{1,2}$")
"""The end of a title's line that is the begin of a clause: no clause of a title is as short."""
_HAN_AROUND = re.compile(r"[\u3400-\u9fff]\n[\u3400-\u9fff，、：；？！「」『』]+[*＊†‡]{0,3}$")
_ENDS_IN_YEAR = re.compile(r"[\u3400-\u9fff]\s?(?:(?:19|20)\d\d|\d{2,3}|[〇零一二三四五六七八九]{4})\s?年度?$")
"""The end of a title's line that says of which year what is named below it is."""
_ON = re.compile("關於|关于")
"""What a paper is on that says at its title's end what it is."""
_ENDS_IN_KIND = re.compile(rf"{either('report_kinds')}$")
_ENDS_IN_PAPER = re.compile(rf"(?:{either('report_kinds')}|{either('paper_kinds')})(?:[（(][^（()）]{{1,10}}[)）])?$")
_ONLY_KIND = re.compile(rf"{either('report_stages')}{{1,3}}{either('report_kinds')}")
"""What a report is called, and nothing of what it is about."""


def state(known: Sequence[Known], heads: Sequence[str]) -> list[Known]:
    """The parts, the rests joined to the lines above. ``heads`` are the running heads that were taken off the pages."""
    said = {shapes.key(head) for head in heads}
    done: list[Known] = []
    for index, item in enumerate(known):
        if done and item.role is Role.TITLE and _is_rest(done[-1], item, said if index < TOP else None):
            done[-1] = replace(joined(done[-1], item), role=done[-1].role)
        else:
            done.append(item)
    return done


def joined(above: Known, below: Known) -> Known:
    """Two lines as one title."""
    glue = " " if joints.needs_space(above.plain, below.plain) else ""
    text = MappedText.concat((above.part.text, MappedText.inserted(glue, joints.JOINT), below.part.text))
    part = replace(above.part, text=text, last=below.part.last, gap_after=below.part.gap_after)
    return Known(part, Role.TITLE)


def _is_rest(above: Known, below: Known, heads: set[str] | None) -> bool:
    """Whether a line is the rest of the one above it; ``heads`` are keys of running heads, on top of a text."""
    one, other = above.plain, below.plain
    numbered = above.role is Role.BODY and numbering.scheme(one) is not None and shapes.is_title_like(one)
    if not (above.role is Role.TITLE or numbered) or above.part.page != below.part.page:
        return False
    if below.part.gap > max(above.part.gap, below.part.gap_after) or shapes.width(other) > WIDEST:
        return False
    if not SHORTEST <= shapes.width(one) <= LONGEST or not (shapes.has_han(one) and shapes.has_han(other)):
        return False
    if GOES_ON.match(other):
        return not one.endswith(("。", "！", "？", "：", ":"))
    if heads is None:
        return False
    beside = not below.part.gap and _HAN_AROUND.search(f"{one}\n{other}") and not persons.is_name(other)
    if beside and (_STUB.search(one) or cut_words.gain(one, other) >= SURE):
        return True
    if numbered:
        return False
    if shapes.key(one + other) in heads or (_SESSION.match(other) and meeting_lines.RECORD.search(other)):
        return True
    if not _names_paper(one, other):
        return bool(_ONLY_KIND.fullmatch(other)) and not _ENDS_IN_KIND.search(one)
    return below.part.gap <= 1


def _names_paper(one: str, other: str) -> bool:
    """Whether a line names, at its end, what the paper is of which the line above says the year or what it is on."""
    asks = _ENDS_IN_YEAR.search(one) or (_ON.search(one) and not _ENDS_IN_PAPER.search(one))
    return bool(asks) and bool(_ENDS_IN_PAPER.search(other)) and not other[0].isdigit()
