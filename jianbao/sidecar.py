"""The editor's hand on one seed: ``seeds/NAME.yml`` beside ``seeds/NAME.txt``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jianbao import regex as re
from jianbao.diagnostics import EditorError
from jianbao.yaml_file import LinedDict, load_yaml

_FACTS = ("title", "date", "authors", "source", "kind")
_KEYS = (*_FACTS, "articles", "split", "keep", "drop", "fix", "ignore")
KINDS = (
    "announcement",
    "blog",
    "essay",
    "interview",
    "judgment",
    "letter",
    "news",
    "op-ed",
    "paper",
    "post",
    "press-release",
    "report",
    "speech",
    "statute",
    "teaser",
    "text",
)
"""Kinds of texts that the site has a word for (``kind_…`` in ``data/interface.yml``)."""
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_CODE = re.compile(r"[A-Z]\d{2}")
_RANGE = re.compile(r"(\d+)\s*[-–]\s*(\d+)")


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What the editor states about one article. ``line`` is that of the entry in the sidecar."""

    line: int = 0
    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class LineRange:
    """Lines of the seed, from 1, both included. ``entry_line`` is the line of the entry in the sidecar."""

    first: int
    last: int
    entry_line: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """On line ``line`` of the seed, ``before`` is to read ``after``."""

    line: int
    before: str
    after: str
    entry_line: int


@dataclass(frozen=True, slots=True)
class Ignore:
    """A diagnostic that the editor has seen and accepts: its code, the seed's line (None: all), and why."""

    code: str
    line: int | None
    reason: str
    entry_line: int


@dataclass(frozen=True, slots=True)
class Sidecar:
    """All of a sidecar; empty where there is none.

    ``articles`` maps an article's ordinal (from 1) to what the editor states; top-level title, date … are those of
    article 1. ``split``: lines of the seed where articles start (then no others do). ``keep``: lines that no rule may
    drop or repair. ``drop``: lines that leave.
    """

    path: str = ""
    articles: tuple[tuple[int, ArticleFacts], ...] = ()
    split: tuple[int, ...] = ()
    keep: tuple[LineRange, ...] = ()
    drop: tuple[LineRange, ...] = ()
    fix: tuple[Fix, ...] = ()
    ignore: tuple[Ignore, ...] = ()

    def facts(self, ordinal: int) -> ArticleFacts:
        """What the editor states about an article."""
        return dict(self.articles).get(ordinal, ArticleFacts())

    def keeps(self, line: int) -> bool:
        """Whether the editor forbids rules to touch a line of the seed."""
        return any(item.first <= line <= item.last for item in self.keep)


def load_sidecar(path: Path) -> Sidecar:
    """Read the sidecar of a seed; an empty ``Sidecar`` where the file is missing or empty.

    Raises ``EditorError`` with the line of the first mistake.
    """
    try:
        table = load_yaml(path, path.name)
    except FileNotFoundError:
        return Sidecar()
    except OSError as error:
        raise EditorError(path.name, None, f"cannot be read ({error.strerror})", "mend or remove it") from None
    return _Reader(path.name).sidecar(table)


def _is_date(text: str) -> bool:
    """Whether this is a day, month or year of the calendar."""
    try:
        return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text + "0000-01-01"[len(text) :]))
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks a sidecar's parsed YAML; ``path`` is named in every error."""

    path: str

    def sidecar(self, table: Any) -> Sidecar:
        if table is None:
            return Sidecar(self.path)
        table = self._mapping(table, 1, _KEYS, "title: 題目")
        return Sidecar(
            path=self.path,
            articles=self._articles(table),
            split=self._split(table),
            keep=self._ranges(table, "keep"),
            drop=self._ranges(table, "drop"),
            fix=tuple(self._fix(item, line) for item, line in self._entries(table, "fix")),
            ignore=tuple(self._ignore(item, line) for item, line in self._entries(table, "ignore")),
        )

    def _articles(self, table: LinedDict) -> tuple[tuple[int, ArticleFacts], ...]:
        articles: dict[int, ArticleFacts] = {}
        if any(key in table for key in _FACTS):
            articles[1] = self._facts(table, min(table.lines[key] for key in _FACTS if key in table))
        if "articles" in table:
            line = table.lines["articles"]
            example = "articles: {2: {title: 題目}}"
            if not isinstance(table["articles"], LinedDict):
                raise self._error(line, "articles must be a table of numbers", example)
            rows = table["articles"]
            for key, row in rows.items():
                if not key.isascii() or not key.isdigit() or int(key) < 1:
                    raise self._error(rows.lines[key], f"{key!r} is no number of an article", example)
                if int(key) in articles:
                    raise self._error(rows.lines[key], f"article {int(key)} is described twice", "keep one of the two")
                facts = self._mapping(row, rows.lines[key], _FACTS, example)
                articles[int(key)] = self._facts(facts, rows.lines[key])
        return tuple(sorted(articles.items()))

    def _facts(self, table: LinedDict, line: int) -> ArticleFacts:
        day = self._text(table, "date", "date: 2026-02-03")
        if day is not None and not _is_date(day):
            raise self._error(table.lines["date"], f"{day!r} is no date", "write 2026-02-03, 2026-02 or 2026")
        return ArticleFacts(
            line=line,
            title=self._text(table, "title", "title: 題目"),
            date=day,
            authors=self._authors(table),
            source=self._text(table, "source", "source: 報名"),
            kind=self._kind(table),
        )

    def _kind(self, table: LinedDict) -> str | None:
        kind = self._text(table, "kind", "kind: news")
        if kind is not None and kind not in KINDS:
            raise self._error(table.lines["kind"], f"{kind!r} is no kind of text", f"write one of {', '.join(KINDS)}")
        return kind

    def _authors(self, table: LinedDict) -> tuple[str, ...]:
        value = table.get("authors")
        if value is None:
            return ()
        names = value if isinstance(value, list) else [value]
        if not all(isinstance(name, str) and name.strip() for name in names):
            raise self._error(table.lines["authors"], "authors must be names", "write authors: [王小明, 李大同]")
        return tuple(name.strip() for name in names)

    def _text(self, table: LinedDict, key: str, example: str) -> str | None:
        value = table.get(key)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) or not value.strip():
            raise self._error(table.lines[key], f"{key} must be text", f"write {example}")
        return " ".join(value.split())

    def _split(self, table: LinedDict) -> tuple[int, ...]:
        if table.get("split") is None:
            return ()
        value, line = table["split"], table.lines["split"]
        if not isinstance(value, list) or not all(self._is_line(item) for item in value):
            raise self._error(line, "split must be a list of lines", "write split: [1, 40, 92]")
        return tuple(sorted(set(value)))

    def _ranges(self, table: LinedDict, key: str) -> tuple[LineRange, ...]:
        return tuple(self._range(item, line, key) for item, line in self._entries(table, key))

    def _range(self, item: Any, line: int, key: str) -> LineRange:
        example = f"write {key}: [12, 30-34] or {key}: [{{lines: 30-34, reason: 廣告}}]"
        reason = ""
        if isinstance(item, LinedDict):
            self._mapping(item, line, ("lines", "reason"), example)
            reason = self._text(item, "reason", "reason: 廣告") or ""
            item = item.get("lines")
        if self._is_line(item):
            return LineRange(item, item, line, reason)
        match = _RANGE.fullmatch(item.strip()) if isinstance(item, str) else None
        if not match or not 0 < int(match[1]) <= int(match[2]):
            raise self._error(line, f"{key}: {item!r} is no line or range of lines", example)
        return LineRange(int(match[1]), int(match[2]), line, reason)

    def _fix(self, item: Any, line: int) -> Fix:
        example = "write fix: [{line: 12, before: 錯字, after: 對字}]"
        row = self._mapping(item, line, ("line", "before", "after"), example)
        if not self._is_line(row.get("line")):
            raise self._error(line, "fix needs the line of the seed", example)
        before, after = row.get("before"), row.get("after")
        if not isinstance(before, str) or not before or not isinstance(after, str):
            raise self._error(line, "before and after must be text", example)
        if "\n" in before + after:
            raise self._error(line, "before and after must stand on one line", example)
        return Fix(row["line"], before, after, line)

    def _ignore(self, item: Any, line: int) -> Ignore:
        example = "write ignore: [{code: C02, line: 12, reason: 原文如此}]"
        row = self._mapping(item, line, ("code", "line", "reason"), example)
        code = row.get("code")
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            raise self._error(line, f"{code!r} is no code", example)
        place = row.get("line")
        if place is not None and not self._is_line(place):
            raise self._error(line, f"{place!r} is no line of the seed", example)
        reason = self._text(row, "reason", "reason: 原文如此")
        if reason is None:
            raise self._error(line, "an ignore needs a reason", example)
        return Ignore(code, place, reason, line)

    def _entries(self, table: LinedDict, key: str) -> list[tuple[Any, int]]:
        """The items of a list with their lines; a single one need not be in a list."""
        value = table.get(key)
        if value is None:
            return []
        items = value if isinstance(value, list) else [value]
        return [(item, item.line if isinstance(item, LinedDict) else table.lines[key]) for item in items]

    def _mapping(self, value: Any, line: int, known: tuple[str, ...], example: str) -> LinedDict:
        if not isinstance(value, LinedDict):
            raise self._error(line, "a table of keys and values is needed here", f"such as {example}")
        for key in value:
            if key not in known:
                raise self._error(value.lines[key], f"unknown key {key!r}", f"known are {', '.join(known)}")
        return value

    @staticmethod
    def _is_line(value: Any) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and value > 0

    def _error(self, line: int, message: str, help: str) -> EditorError:
        return EditorError(self.path, line, message, help)
