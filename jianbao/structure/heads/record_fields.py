"""Records of catalogues, libraries and databases: a work's fields one below the other, the abstract below them.

Before: tabs of the page / ``研究生:<tab>莫于庭`` / ``論文名稱:<tab>停泊的主權`` / ``校院名稱:<tab>國立海灣大學`` / … /
``論文出版年:<tab>2025``; values may stand in the line below their label, labels may be spread (``題　　名：``).
After: title, writers, who gave it out, and year are told; the other fields and what stands above are printed lines.
Never: a box about a book beside a text with a title of its own; fewer fields; fields without a title and a writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

FEWEST = 6
"""Fields of a record, at least."""
ABOVE = 24
"""Parts above the first field, at most."""
LABEL, LONGEST = 12, 300
"""Han characters of a label, and characters of a value."""
PAGE, NAME = 40, 8
"""Han characters of what a page says above a record, and above one whose labels a box about a book has too."""

_FIELD = re.compile(
    r"^[【\[]?(?P<label>[^\W\d_][^：:，。；！？「」【】\[\]]{0,40}?)[】\]]?[ \u3000]*[：:][ \t\u3000]*(?P<value>.*)$"
)
_KINDS = ("title", "writer", "source", "year")
_OF_BOOKS = ("書名", "书名", "Title")
_BETWEEN = re.compile(r"\s*[、，,；;／/]\s*")
_YEAR = re.compile(r"^(?:民國\s?)?(?P<year>\d{2,4})\s?年?$")


@dataclass(frozen=True, slots=True)
class _Field:
    """``at`` is the part with the label, ``of`` the one with the value, ``start`` where in it the value begins."""

    label: str
    value: str
    at: int
    of: int
    start: int


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with the fields of a record told."""
    fields = _fields(known)
    title = _first(fields, "title")
    if title is None or _first(fields, "writer") is None or len(fields) < FEWEST:
        return list(known)
    first, last = fields[0].at, fields[-1].of
    if any(_reviews(item, title.value) for item in known[:first]):
        return list(known)
    widest = NAME if title.label in _OF_BOOKS else PAGE
    if not all(_is_of_page(item, widest) for item in known[:first]):
        return list(known)
    found = list(known)
    for index in (*range(first), *(at for field in fields for at in {field.at, field.of})):
        found[index] = Known(known[index].part, Role.META, MetaLine(desk=True))
    for kind in _KINDS:
        if (field := _first(fields, kind)) is not None:
            found[field.of] = Known(known[field.of].part, Role.META, _told(kind, field, known[field.of].plain))
    tabs = {shapes.key(item.plain) for item in known[:first]}
    for index, item in enumerate(known[last + 1 :], last + 1):
        if item.meta is not None and shapes.key(item.plain) in tabs:
            found[index] = Known(item.part, Role.META, MetaLine(desk=True))  # a tab of the page above its part
    return found


def _fields(known: Sequence[Known]) -> list[_Field]:
    """The longest run of fields among the first parts."""
    best = list[_Field]()
    run = list[_Field]()
    index = 0
    while index < len(known) and (run or index <= ABOVE):
        plain = known[index].plain if known[index].role is not Role.BLOCK else ""
        match, label = _FIELD.match(plain), _label(plain)
        if match is None or not label or shapes.width(label) > LABEL or not _is_value(match["value"]):
            if len(run) > len(best):
                best = run
            if len(best) >= FEWEST:
                break
            run, index = [], index + 1
            continue
        below = index + 1 if not match["value"] and index + 1 < len(known) else index
        if below > index and (_label(known[below].plain) in _known() or not _is_value(known[below].plain)):
            below = index
        value, start = (known[below].plain, 0) if below > index else (match["value"], match.start("value"))
        run.append(_Field(label, value.strip(), index, below, start))
        index = below + 1
    return max(best, run, key=len)


def _label(text: str) -> str:
    """The label in front of a line, drawn together; empty where there is none."""
    match = _FIELD.match(text)
    found = match["label"].strip() if match else ""
    return found if found.isascii() else "".join(found.split())


def _known() -> frozenset[str]:
    """All labels of records that say what a work is."""
    return frozenset(word for kind in _KINDS for word in words(f"record_{kind}_labels"))


def _is_value(text: str) -> bool:
    return len(text) <= LONGEST and not shapes.ends_statement(text)


def _first(fields: Sequence[_Field], kind: str) -> _Field | None:
    """The first field with a value that a label of some kind names."""
    return next((field for field in fields if field.value and field.label in words(f"record_{kind}_labels")), None)


def _reviews(item: Known, title: str) -> bool:
    """Whether a line above a record says that a text speaks of the work: its writer, or the work's name in brackets."""
    wrote = item.meta is not None and bool(item.meta.authors)
    return wrote or f"《{title}》" in item.plain


def _is_of_page(item: Known, widest: int) -> bool:
    """Whether a part above a record may be the page's own: a tab, a button, what it is called."""
    if item.role is Role.BLOCK or shapes.ends_statement(item.plain):
        return False
    return item.meta is not None or shapes.width(item.plain) <= widest


def _told(kind: str, field: _Field, plain: str) -> MetaLine:
    """What a field says about the work."""
    if kind == "title":
        return MetaLine(title=(field.start, len(plain)))
    if kind == "writer":
        names = persons.names_in(field.value) or _BETWEEN.split(field.value)
        return MetaLine(authors=tuple(name for name in names if name))
    if kind == "source":
        return MetaLine(source=field.value)
    year = _YEAR.match(field.value)
    dates = written_dates.find(field.value)
    if year:
        number = int(year["year"])
        return MetaLine(str(number if number >= 1000 else number + 1911), field.value)
    return MetaLine(dates[0].iso, field.value) if dates else MetaLine(desk=True)
