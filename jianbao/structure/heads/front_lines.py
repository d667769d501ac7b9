"""Short lines above a title that are none: what kind of text it is, at which event it was given, which of a series.

Before: ``活動訊息`` / ``「河的記憶」工作坊`` / ``專題演講：渡船口的一百年`` / ``時間：…``
After: the last of these lines is the title; the others are printed above it.
Never: a line with no other below it that may be the title; an event whose kind of paper stands below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons, printed_above, title_words
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either, words

TOP = 5
"""Parts on top of a text that may be such lines."""
LONGEST = 24
"""Han characters of one."""
SHORTEST = 4
"""Han characters of a title below one."""
BELOW = 4
"""Parts below such a line among which the title stands."""
_NUMBER = r"[\d一二三四五六七八九十百〇零]{1,5}"
_YEAR = r"(?:(?:19|20)\d\d|[一二〇零][〇零一二三四五六七八九]{3})"
_HELD = rf"{either('event_endings')}|系列|年會|年会|營|营|對談|对谈|對話|对话"
_EVENT = re.compile(
    rf"^(?:第\s?{_NUMBER}\s?[屆届回]|{_YEAR}\s?年?度?|[「『“《〈][^「」『』“”《》〈〉]{{2,16}}[」』”》〉])"
    rf"[^，。：:！？]{{0,16}}(?:{_HELD})(?:[^，。：:！？]{{0,6}}[第之（(]\s?{_NUMBER}\s?[場场講讲次回]?[)）]?)?$"
)
"""An event with its number, its year or its name in brackets: 第七屆島嶼研究年會."""
_OF_COUNCIL = re.compile(rf"^第\s?{_NUMBER}\s?[回屆届]\s?(?:國會|国会|議會|议会|立法院)[\s\u3000].{{2,20}}$")
"""A session of a parliament, and which of its houses or boards."""
_OF_SERIES = re.compile(
    rf"^[\u3400-\u9fff「」]{{0,8}}系列(?:[報报][導导道])?\s?(?:之\s?{_NUMBER}|[（(]\s?{_NUMBER}\s?[)）])$"
)
"""Which of a series a text is: 系列報導之一."""
_CODED = re.compile(
    r"^(?P<series>[\u3400-\u9fff]{2,10}|(?:[A-Z][A-Za-z]{2,10}\s?){1,3})[\s\u3000]+"
    r"(?P<issue>(?:No\.?\s?)?(?:[A-Z]{1,6}[-–/]?\s?)?\d{1,4}(?:[-–/]\d{1,4}){0,2})$"
)
"""A series of papers and the code of one: 討論文件 DP-313."""
_MONTH = re.compile(r"(?:19|20)\d\d-\d\d")
_PAPERS = re.compile(
    r"(?:文件|論文|论文|[報报]告|簡報|简报|評論|评论|評析|论丛|論叢|系列|短評|短评|快[報报訊讯]|通[訊讯]|Papers?|Brief|Series|Report)$"
)
"""What a series of papers is called."""
_PAPER = re.compile(r"(?:論文|论文|紀要|纪要|[討讨][論论])$")
"""What a journal calls a paper, below its own name."""
_JOURNAL = re.compile(r"[\u3400-\u9fff]{4,10}")
_KIND = re.compile(
    r"(?:手冊|手册|議程|议程|公告|名[單单]|[徵征]稿(?:[啟启]事)?|[報报]名|[紀记記]要|[紀记記]錄|致[詞词辭辞]|全文|花絮|新[聞闻]稿|[側侧][記记]|[簡简]章)$"
)
"""What a paper of an event is, below its name: the two are one title."""
_BRACKETED = re.compile(r"^[【〔［《〈\[](?P<word>[^【】〔〕［］《》〈〉\[\]]{2,12})[】〕］》〉\]]$")


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such lines on top told."""
    told = list(known)
    for at in range(min(TOP, len(known) - 1)):
        item = told[at]
        if item.role is Role.META:
            stated = item.meta if item.meta is not None and item.meta.series == item.plain else None
            if stated is not None and at and _PAPER.search(item.plain) and _title_below(told, at):
                _name_journal(told, at - 1)
            continue
        if item.role is not Role.TITLE or shapes.width(item.plain) > LONGEST:
            break
        stated = _stated(item.plain)
        if stated is None:
            continue
        title = _title_below(told, at)
        if title and at and _PAPER.search(stated.series):
            _name_journal(told, at - 1)
        if not title or (_is_event(item.plain) and not _says_more(told, at, title)):
            break
        told[at] = Known(item.part, Role.META, stated)
    return told


def _name_journal(told: list[Known], at: int) -> None:
    """Tell the line above what a journal calls a paper: the journal's name."""
    item = told[at]
    if item.role is Role.TITLE and _JOURNAL.fullmatch(item.plain) and not persons.is_name(item.plain):
        told[at] = Known(item.part, Role.META, MetaLine(source=item.plain))


def _stated(text: str) -> MetaLine | None:
    """What such a line states; None for any other."""
    bracketed = _BRACKETED.match(text)
    word = "".join((bracketed["word"] if bracketed else text).split()) if shapes.has_han(text) else text
    if word in words("front_labels"):
        return MetaLine(series=word)
    if shapes.width(text) > LONGEST:
        return None
    if _is_event(text) or _OF_COUNCIL.match(text) or _OF_SERIES.match(text):
        return MetaLine(series=text)
    coded = _CODED.match(text)
    if coded and not _MONTH.fullmatch(coded["issue"]) and _PAPERS.search(coded["series"].strip()):
        return MetaLine(series=coded["series"].strip(), issue=coded["issue"])
    printed = printed_above.numbered(text)
    return replace(printed, date="", date_text="") if printed and not printed.date else printed


def _is_event(text: str) -> bool:
    return _EVENT.match(text) is not None


def _title_below(known: Sequence[Known], at: int) -> int:
    """The part below a line that may be the title: a short line in Han characters above all text, that names nobody
    and no office; 0 where there is none."""
    for index in range(at + 1, min(at + 1 + BELOW, len(known))):
        item = known[index]
        text = item.plain
        if item.role is Role.META and not (item.meta is not None and item.meta.title[1]):
            continue
        opened = item.role is Role.BODY and text[-1] in "：:" and shapes.width(text) <= LONGEST
        if item.role is not Role.TITLE and not opened:
            return 0
        named = persons.names_in(text) or (persons.is_organisation(text) and not shapes.is_loud(text))
        if (
            shapes.has_han(text)
            and shapes.width(text) >= SHORTEST
            and not named
            and (_is_event(text) or _stated(text) is None)
        ):
            return index
    return 0


def _says_more(known: Sequence[Known], event: int, title: int) -> bool:
    """Whether the text speaks of what a title below an event's name says, rather than of the event; what the title
    says is no kind of paper."""
    said = "".join(item.plain for item in known[title + 1 :] if item.role is Role.BODY)[: title_words.SAMPLE]
    pairs = title_words.pairs_of(said)
    below = known[title].plain
    return not _KIND.search(below) and title_words.share(below, pairs) > title_words.share(known[event].plain, pairs)
