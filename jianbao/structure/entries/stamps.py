"""Stamps of entries: the short line, or the bracket beside a text, that says where and when an entry came out.

Such a line is known by its place in a file that repeats it; by itself ``河內時報　3月4日`` could say anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from jianbao import moments, needles
from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.entries import stamp_words
from jianbao.structure.heads import names_with_work, persons, wire_lines, written_dates
from jianbao.word_lists import either

WIDEST = 44
"""A stamp is no wider, in Han characters, and no piece of it is wider than ``WIDEST_PIECE``."""

WIDEST_PIECE = 14

MOST_PIECES = 4

AHEAD = timedelta(days=31)
"""How much later than the file's date a day of it may be: an issue covers days to come."""

_REMEMBERED = 60_000
"""Lines whose stamps are remembered: each step from lines to articles asks for all of a seed anew."""

_ADDRESS = re.compile(
    r"^\W{0,3}[\w ]{0,10}\W{0,4}(?:https?://|www\.)[!-~]+$|^[a-z0-9-]+(?:\.[a-z0-9-]+)+/[!-~]*$", re.I
)
_DAY = re.compile(
    r"(?<![\d.:-])(?<!\d/)(?P<m>1[0-2]|0?[1-9])\s?(?:月\s?|[/.-])(?P<d>3[01]|[12][0-9]|0?[1-9])(?:\s?[日號号])?(?![\d.:/-])"
)
_AGO = re.compile(
    r"(?P<count>\d{1,2}|[一二兩两三四五六七八九十幾几數]{1,2})\s?"
    rf"(?P<unit>{either('time_units')})\s?前|(?P<word>{either('lately')})|[/·•|]\s?(?P<short>\d{{1,2}})\s?(?P<of>[mhdw])$"
)
_RANGE = re.compile(r"(\d{4}[./-]\d{1,2}[./-]\d{1,2})\s?[-–—~～至]\s?\d{1,4}(?:[./-]\d{1,2}){1,2}")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:：]\d{2}(?::\d{2})?(?!\d)")
_LABEL = re.compile(
    rf"^(?:(?P<source>{either('source_labels')}|via|[來来]自)|(?P<byline>{either('byline_labels')}|記者|记者)|{either('date_labels')})"
    r"\s*[：:／/]?\s*",
    re.I,
)
_NOT_PUBLISHED = re.compile(rf"\W*{either('manuscript_labels')}\s*[：:]", re.I)
"""The label of a day on which nothing came out: when somebody saved the page."""
_BYLINE = re.compile(
    rf"(?:^|(?<=[\s\u3000|｜（(【\[]))({either('byline_labels')})\s*[／/]\s*(?=[\u3400-\u9fffA-Z])"
    r"|(?:^|(?<=[\s\u3000|｜]))(作者|撰文)[\s\u3000]+(?=[\u3400-\u9fff]{2,4}(?:$|[\s\u3000|｜（(]))"
)
"""The label of a writer in front of a bar, or of a blank and a short name: a colon stands for both."""
_OTHERS = re.compile(
    r"(?<=[\u3400-\u9fff])[（(](?:譯|译|攝影|摄影|攝|摄|圖|图|編輯|编辑|校)\s?[／/：:][^（）()]{2,16}[）)]"
)
"""Who translated or took the pictures, in brackets behind the writer."""
_SOURCE_LABEL = re.compile(rf"{either('source_labels')}|via", re.I)
_SOURCE = re.compile(rf"(?:{either('source_labels')}|via)\s*[：:]", re.I)
_BETWEEN = re.compile(
    r"\s*[|｜／/·・•‧．，,、]\s*|\s+[-–—]+\s+|\s{2,}|\u3000|(?<=[\u3400-\u9fff\d)）])\s(?=[\u3400-\u9fff\dA-Za-z])"
    r"|(?<=[A-Za-z])\s(?=[\u3400-\u9fff])"
)
_OUTLET = re.compile(rf"{either('outlets')}$")
_READ_AT = re.compile(
    rf"^\W{{0,2}}{either('read_at')}\s*[→➔➜>»›：:|｜]+\s*(?P<name>[^\s。！？]{{2,{WIDEST_PIECE}}})$", re.I
)
_SENTENCE = re.compile(r"[。！？；!?;]")
_COUNTER = re.compile(r"\d")
_AT_START = re.compile(r"^[（(【〔［\[](?P<inner>[^（()）【】〔〕［］\[\]]{3,40})[)）】〕］\]]")
_AT_END = re.compile(r"[（(【〔［\[](?P<inner>[^（()）【】〔〕［］\[\]]{3,40})[)）】〕］\]]。?$")
_NAMED = re.compile(rf"^《(?P<name>[^《》]{{2,{WIDEST_PIECE}}})》$")
_DOT = re.compile(r"(?<=[\u3400-\u9fffA-Za-z])．(?=\d)")
"""A wide dot between a section and a day."""
_OF_DATA = re.compile("^(?:資料|资料|訊息|讯息)(?=[來来]源)")
"""What makes a label of a source one of a table, where no bracket is around it."""
_PLACED = re.compile(r"^(?P<name>[\u3400-\u9fff·]{2,12})[（(][\u3400-\u9fff、]{2,6}[)）]?$")
"""A reporter, and in brackets from where he reports."""
_DASHES = re.compile(r"^[-–—─]+\s*")
_SIGN = needles.of(
    written_dates.MAY_BE, _DAY, _AGO, _CLOCK, _SOURCE_LABEL, re.compile("[年\ub144《（(]"), re.compile("[./-]")
)  # fmt: skip
"""What each stamp has: a part of a day or of a time, the label of a source, a bracket around it."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """``date`` is ISO, empty where no year is printed; then ``day`` (month, day) or ``ago`` (days before) may say when.

    ``pieces`` are the words beside it, without labels; ``labelled`` is the source that a label names, ``authors`` the
    writers that one names.
    """

    date: str = ""
    day: tuple[int, int] | None = None
    ago: int | None = None
    clock: bool = False
    pieces: tuple[str, ...] = ()
    labelled: str = ""
    authors: tuple[str, ...] = ()

    @property
    def timed(self) -> bool:
        """Whether it says when."""
        return bool(self.date or self.day or self.clock or self.ago is not None)

    @property
    def says_where(self) -> bool:
        """Whether it names a source, or words that may be one."""
        return bool(self.labelled or self.pieces)

    def joined(self, other: Stamp | None) -> Stamp:
        """This stamp with what another one, of the same entry, says besides."""
        if other is None:
            return self
        return Stamp(
            self.date or other.date,
            self.day or other.day,
            other.ago if self.ago is None else self.ago,
            self.clock or other.clock,
            (*self.pieces, *other.pieces),
            self.labelled or other.labelled,
            self.authors or other.authors,
        )

    def when(self, latest: str) -> str:
        """The date in ISO; one without its year, or so many days ago, is told from the file's ``latest`` full date."""
        if self.date or len(latest) != 10:
            return self.date
        last = date.fromisoformat(latest)
        if self.ago is not None:
            return (last - timedelta(days=self.ago)).isoformat()
        if self.day:
            try:
                day = date(last.year, *self.day)
                return (day if day <= last + AHEAD else day.replace(year=last.year - 1)).isoformat()
            except ValueError:
                return ""
        return ""


@lru_cache(maxsize=_REMEMBERED)
def read(text: str) -> Stamp | None:
    """The stamp that a whole line is, or None."""
    if len(text) > 2 * WIDEST or not _SIGN.search(written_dates.narrow(text)) or shapes.width(text) > WIDEST:
        return None
    if _NOT_PUBLISHED.match(text):
        return None
    plain = _BYLINE.sub(
        lambda label: f"{label[1] or label[2]}：", _OTHERS.sub("", _DOT.sub("・", _DASHES.sub("", text)))
    )
    named = _NAMED.match(plain)
    if named:
        return Stamp(labelled=named["name"])
    if plain[:1] in "（(【〔［[" and plain[-1:] in "）)】〕］]":
        plain = _OF_DATA.sub("", plain[1:-1])
    plain = _RANGE.sub(r"\1", moments.shortened(written_dates.narrow(plain)))
    if _SENTENCE.search(plain):
        return None
    dates = written_dates.find(plain) or written_dates.of_republic(plain)
    day, ago = (None, None) if dates else (_DAY.search(plain), _AGO.search(plain))
    clock = _CLOCK.search(plain)
    if len(dates) > 2 or (dates and len(dates[0].iso) < 7):
        return None
    rest = plain
    for start, end in sorted(
        [(item.start, item.end) for item in dates] + [item.span() for item in (day, ago) if item], reverse=True
    ):
        rest = f"{rest[:start]} | {rest[end:]}"
    rest = stamp_words.without_counts(stamp_words.without_ages(rest) if dates else rest)
    writer, rest = stamp_words.writer(rest) if dates or day or ago or clock else ("", rest)
    stamp = _pieces(written_dates.without_clock(rest))
    if stamp is None:
        return None
    source, authors, pieces = stamp
    authors = (writer, *authors) if writer else authors
    timed = bool(dates or day or ago or clock)
    closed = shapes.is_bracketed(text) and bool(pieces) and shapes.width(text) <= WIDEST_PIECE + 2
    if not timed and not source and not closed:
        return None
    return Stamp(
        dates[0].iso if dates else "",
        (int(day["m"]), int(day["d"])) if day else None,
        _days(ago) if ago else None,
        clock is not None,
        pieces,
        source,
        authors,
    )


def is_address(text: str) -> bool:
    """Whether a line is an address of the web and nothing else but a label."""
    return len(text) <= 300 and ("/" in text or "." in text) and bool(_ADDRESS.match(text))


def is_outlet(name: str) -> bool:
    """Whether a name ends as those of papers, agencies and broadcasters do."""
    return bool(_OUTLET.search(name))


def reads_at(text: str) -> str:
    """The outlet of a line that only says where to read on; empty if it is none."""
    match = _READ_AT.match(text) if len(text) <= WIDEST else None
    return match["name"] if match else ""


def beside(text: str) -> tuple[Stamp, bool] | None:
    """The stamp in brackets at the start or end of running text, and whether it stands at the start."""
    for pattern, first in ((_AT_START, True), (_AT_END, False)):
        match = pattern.search(text if first else text[-48:])
        if not match or len(text) < 2 * len(match[0]):
            continue
        stamp = read(match["inner"])
        wired = first and not (stamp and stamp.date) and wire_lines.start(text)
        if stamp and stamp.says_where and not wired and (stamp.labelled or stamp.timed):
            return stamp, first
    return None


def _pieces(rest: str) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """The source and the writers that labels name, and the other words; None where there is too much else."""
    source = ""
    authors: tuple[str, ...] = ()
    others: list[str] = []
    label = ""
    for piece in _BETWEEN.split(stamp_words.held(rest)):
        word = stamp_words.freed(piece).strip(" \u3000:：,，、()（）[]【】《》〈〉-–—·・•")
        match = _LABEL.match(word) if _LABEL.match(word) and (piece.strip() != word or len(word) > 2) else None
        if match and match.end() <= len(word) and (match.end() == len(word) or word[match.end() - 1] in ":：／/ "):
            label = match.lastgroup or ""
            word = word[match.end() :].strip(" 《》〈〉")
        if not word:
            continue
        reporter = wire_lines.reporters(word)
        if reporter:
            authors = (*authors, *reporter.authors)
            word = reporter.source
        if not word:
            label = ""
            continue
        if shapes.width(word) > WIDEST_PIECE or re.search(r"[：:「」『』“”]", word):
            return None
        worked = names_with_work.glued(word)
        if worked:
            authors = (*authors, worked[0]) if worked[1] else authors
            continue
        placed = _PLACED.match(word)
        if placed and persons.is_name(placed["name"]):
            word = placed["name"]
        if label == "source" and not source:
            source = word
        elif label == "byline":
            authors = (*authors, word)
        elif not _COUNTER.search(word):
            others.append(word)
        label = ""
    return None if len(others) > MOST_PIECES else (source, authors, tuple(others))


def _days(ago: re.Match[str]) -> int:
    """How many days ago."""
    if ago["short"]:
        return int(ago["short"]) * {"d": 1, "w": 7}.get(ago["of"], 0)
    if ago["word"]:
        return 1 if ago["word"][0] == "昨" else 2 if ago["word"][0] == "前" else 0
    count = written_dates.number(ago["count"].replace("兩", "二").replace("两", "二")) or 0
    scale = {"天": 1, "日": 1, "週": 7, "周": 7, "個月": 30, "个月": 30}.get(ago["unit"], 0)
    return count * scale
