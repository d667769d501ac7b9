"""List items: with bullets, with numbers, and unmarked ones after a colon that end in a semicolon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import BlockKind
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Role
from jianbao.structure.blocks.sketch import Stroke
from jianbao.structure.entries import chronology, days_of_years
from jianbao.word_lists import words

LONGEST_ITEM = 200
"""An unmarked item that is longer, in characters, is a paragraph."""

DAY = re.compile(
    r"^(?:1[0-2]|0?[1-9])[/月](?:3[01]|[12][0-9]|0?[1-9])日?(?:[（(][^（()）]{1,4}[)）])?[\s\u3000]+\S*[\u3400-\u9fff]{5}"
)
"""A day, and what it brings: 7/15　某會議."""

FEWEST_POINTS, NARROWEST_POINT = 2, 8
"""Points of a text under their label, at least, and Han characters of one: a heading is shorter."""

_PLACE = re.compile(
    r"^[（(\[【]?\d{1,2}:\d{2}:\d{2}[)）\]】]?[\s\u3000–-]*\S|^[（(\[【]\d{1,3}:\d{2}[)）\]】][\s\u3000]*\S"
)
"""A place in a recording, and what is there."""
FEWEST_TURNS = 3
_SPEAKS = re.compile(r"^[○◯〇]([^\s，。：:]{2,20}(?: [^\s，。：:]{2,8})?)(?:\u3000+|[：:])(?=\S)")
"""A circle, a speaker, and what he says."""
_STAGE = re.compile(
    r"^第(?P<n>[一二三四五六七八九1-9])(?P<word>階段|阶段|步驟|步骤|步|期|輪|轮|層次?|层次?|類|类|組|组|部分|方面|批|年|週|周|季)\s*[：:]\s*\S"
)
"""One stage of several, and what it brings."""
_STARS = "*＊※"
_COLON = ("：", ":")
_SEMICOLON = ("；", ";")
_LEAD_IN = re.compile(r"^[^，。；！？,;!?]{1,12}[：:]")
_ANNOUNCED = re.compile(
    r"(?:以下|下列|如下|下述)[^。；]{0,20}?(?P<count>[二三四五六七八九十兩两\d]{1,2})?[個个項项點点條条大]?\s*"
    r"(?:要求|建議|建议|訴求|诉求|主張|主张|措施|提案|目標|目标|原則|原则|方面|重點|重点|事項|事项|條件|条件|理由|原因|步驟|步骤|呼籲|請求|點|项|項|幾點)"
)
_COUNTED = re.compile(r"(?:以下|下列)(?P<count>[二三四五六七八九兩两\d])[個个項项點点條条大種种]")
_DASH = re.compile(r"^(?:——|──|—|―)\s*")
_COUNTS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "兩": 2,
    "两": 2,
    **{str(value): value for value in range(10)},
}


def bullets(strokes: Sequence[Stroke]) -> None:
    """Lines with a bullet are items; one bullet before a short line with text under it marks a heading.

    A circle before a speaker, as records of a parliament have it, is none: somebody speaks twice there.
    A star that no other line has opens a remark on the whole text: a list has two members at least. Where headings are
    told otherwise, a bullet marks none.
    """
    headed = any(stroke.known.part.mark is not None and stroke.known.part.mark.listed for stroke in strokes)
    depth: list[str] = []
    speakers = Counter(match[1] for stroke in strokes if (match := _SPEAKS.match(stroke.plain)))
    spoken = speakers.total() >= FEWEST_TURNS and max(speakers.values()) > 1
    signs = Counter(stroke.plain[0] for stroke in strokes if shapes.bullet(stroke.plain))
    for index, stroke in enumerate(strokes):
        mark = shapes.bullet(stroke.plain)
        if stroke.kind is not None or not mark or stroke.known.role is Role.SEPARATOR:
            depth = depth if stroke.kind is BlockKind.LIST_ITEM else []
            continue
        if spoken and _SPEAKS.match(stroke.plain):
            stroke.settle(BlockKind.PARAGRAPH)
            continue
        sign = stroke.plain[0]
        rest = stroke.plain[mark:]
        around = [strokes[i] for i in (index - 1, index + 1) if 0 <= i < len(strokes)]
        alone = not any(shapes.bullet(other.plain) for other in around if other.kind is not BlockKind.CAPTION)
        if sign in _STARS and signs[sign] == 1 and shapes.ends_sentence(rest):
            stroke.settle(BlockKind.QUOTATION)
            depth = []
            continue
        stroke.drop = mark
        if alone and not headed and shapes.is_title_like(rest) and index + 1 < len(strokes) and len(rest) <= 40:
            stroke.settle(BlockKind.HEADING)
            stroke.scheme = "plain"
            continue
        if sign not in depth:
            depth.append(sign)
        stroke.settle(BlockKind.LIST_ITEM, min(depth.index(sign) + 1, 3))


def days(strokes: Sequence[Stroke]) -> None:
    """Short lines one below the other that each begin with a day are a calendar: items of a list."""
    dated = [
        stroke.kind is None and stroke.known.role is Role.TITLE and bool(DAY.match(stroke.plain)) for stroke in strokes
    ]
    for index, stroke in enumerate(strokes):
        if dated[index] and (dated[index - 1 : index] == [True] or dated[index + 1 : index + 2] == [True]):
            stroke.settle(BlockKind.LIST_ITEM, 1)


def years(strokes: Sequence[Stroke]) -> None:
    """The entries of a chronology are items of a list."""
    free = (Role.TITLE, Role.BODY)
    texts = [stroke.plain if stroke.kind is None and stroke.known.role in free else "" for stroke in strokes]
    for begin, end in chronology.runs(texts):
        for stroke in strokes[begin:end]:
            stroke.settle(BlockKind.LIST_ITEM, 1)
    for index in days_of_years.places(texts):
        strokes[index].settle(BlockKind.LIST_ITEM, 1)


def points(strokes: Sequence[Stroke]) -> None:
    """The points of a text, short lines under their label above all text (內容提要); and the places of a recording,
    lines that each begin with a time of it."""
    end = 0
    for index, stroke in enumerate(strokes):
        if index < end or stroke.kind is not None:
            continue
        timed = bool(_PLACE.match(stroke.plain))
        if not timed and "".join(stroke.plain.split()).strip("：:【】") not in words("lead_labels"):
            continue
        begin = end = index if timed else index + 1
        while end < len(strokes) and _is_point(strokes[end], timed):
            end += 1
        if end - begin >= FEWEST_POINTS:
            for item in strokes[begin:end]:
                item.settle(BlockKind.LIST_ITEM, 1)
            if not timed:
                stroke.settle(BlockKind.HEADING)
                stroke.scheme = "plain"


def _is_point(stroke: Stroke, timed: bool) -> bool:
    if stroke.kind is not None or stroke.known.role is not Role.TITLE or len(stroke.plain) > LONGEST_ITEM:
        return False
    return bool(_PLACE.match(stroke.plain)) if timed else shapes.width(stroke.plain) >= NARROWEST_POINT


def stages(strokes: Sequence[Stroke]) -> None:
    """Lines one below the other that count the stages of something from the first, each with what it brings."""
    run: list[Stroke] = []
    for stroke in (*strokes, None):
        match = _STAGE.match(stroke.plain) if stroke is not None and stroke.kind is None else None
        first = match["word"] if match else ""
        if match and _COUNTS.get(match["n"]) == len(run) + 1 and (not run or _word(run[-1]) == first):
            run.append(stroke)  # type: ignore[arg-type]
            continue
        for item in run if len(run) > 1 else ():
            item.settle(BlockKind.LIST_ITEM, 1)
        run = [stroke] if stroke is not None and match and _COUNTS.get(match["n"]) == 1 else []


def _word(stroke: Stroke) -> str:
    match = _STAGE.match(stroke.plain)
    return match["word"] if match else ""


def after_colons(strokes: Sequence[Stroke]) -> None:
    """Unmarked items: lines after a colon, each ending in a semicolon, the last one in a full stop.

    Also what a sentence with 以下, 下列 or 如下 announces, where a heading or the number that it states ends the list.
    """
    index = 0
    while index < len(strokes):
        stroke = strokes[index]
        lead = _lead(strokes, index)
        if stroke.kind is None and lead:
            first = index if lead < len(stroke.plain) else index + 1
            end = _semicolons(strokes, first)
            if lead == len(stroke.plain) and end == first and _free(strokes, first) and _are_behind(strokes, first):
                first += 1
                end = _semicolons(strokes, first)
            if end - first >= 2:
                for item in strokes[first:end]:
                    item.settle(BlockKind.LIST_ITEM, 1)
                    dash = _DASH.match(item.plain)
                    item.drop = dash.end() if dash else 0
                if first == index:
                    stroke.split = lead
                index = end
                continue
            if lead == len(stroke.plain):
                for item in strokes[index + 1 : _announced(strokes, index)]:
                    item.settle(BlockKind.LIST_ITEM, 1)
        index += 1


def _lead(strokes: Sequence[Stroke], index: int) -> int:
    """Length of the words up to the colon that opens a list: the whole part, or its first words."""
    text = strokes[index].plain
    if text.endswith(_COLON):
        return len(text)
    match = _LEAD_IN.match(text)
    if match and text.endswith(_SEMICOLON) and _free(strokes, index + 1):
        return match.end()
    return 0


def _free(strokes: Sequence[Stroke], index: int) -> bool:
    if index >= len(strokes):
        return False
    stroke = strokes[index]
    plain = stroke.kind is None and stroke.known.role in (Role.BODY, Role.TITLE)
    return plain and not numbering.scheme(stroke.plain) and len(stroke.plain) <= LONGEST_ITEM


def _semicolons(strokes: Sequence[Stroke], first: int) -> int:
    """The end of a run of items that begins at ``first``: semicolons, then one that ends the sentence."""
    end = first
    while _free(strokes, end) and strokes[end].plain.endswith(_SEMICOLON):
        end += 1
    if end > first and _free(strokes, end) and not strokes[end].plain.endswith(_COLON):
        last = strokes[end].plain
        if shapes.ends_sentence(last) and len(re.findall(r"[。！？]", last)) <= 2:
            return end + 1
    return end


def _are_behind(strokes: Sequence[Stroke], index: int) -> bool:
    """Whether one paragraph alone stands between a colon and what it opens: three items at least follow it, the last
    of which ends the sentence."""
    end = _semicolons(strokes, index + 1)
    return (
        shapes.ends_statement(strokes[index].plain)
        and end - index > 3
        and not strokes[end - 1].plain.endswith(_SEMICOLON)
    )


def _announced(strokes: Sequence[Stroke], index: int) -> int:
    """The end of a list that the words before the colon announce."""
    text = strokes[index].plain
    counted = _COUNTED.search(text)
    announced = _ANNOUNCED.search(text)
    count = _COUNTS.get(counted["count"], 0) if counted else 0
    if counted and counted["count"].isdigit():
        count = int(counted["count"])
    end = index + 1
    while _free(strokes, end) and not strokes[end].plain.endswith(_COLON) and end - index <= 8:
        if (
            strokes[end].known.role is Role.TITLE
            and end + 1 < len(strokes)
            and strokes[end + 1].known.role is Role.BODY
        ):
            break
        end += 1
        if count and end - index - 1 == count:
            return end
    bounded = end >= len(strokes) or strokes[end].kind is BlockKind.HEADING or strokes[end].known.role is Role.TITLE
    return end if announced and not count and bounded and 2 <= end - index - 1 <= 8 else index + 1
