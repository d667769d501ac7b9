"""Items of a list whose headlines have their day in the same line, before them or behind, and a text below.

Before: ``2025-11-13　港口擴建案過關``, its text, ``2025-11-12　渡輪恢復夜航``, its text; ``港口擴建案過關 2025/11/13``.
After: each headline, its day apart, starts an article.
Never: a chronicle, whose days rise; a day within a headline; what stands below headlines; items below running text.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries import stamps, steady_lines
from jianbao.structure.entries.patterns import Entries
from jianbao.structure.heads import written_dates
from jianbao.structure.heads.meta_line import MetaLine

FEWEST = 3
"""Items with a text."""
NARROWEST, LONGEST = 5, 90
"""Han characters of a headline, and characters of its line."""

_DAY = r"(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:[\s\u3000]\d{1,2}[:：]\d{2}(?::\d{2})?)?"
_FORMS = (
    re.compile(rf"^[\[【（(]?(?P<day>{_DAY})[\]】）)]?[\s\u3000|｜／]+(?P<title>\S.*)$"),
    re.compile(rf"^(?P<title>.*\S)[\s\u3000|｜／]*(?:[\s\u3000|｜／]|[\[【（(])(?P<day>{_DAY})[\]】）)]?$"),
)


def find(known: Sequence[Known]) -> tuple[list[Known], Entries]:
    """The parts, the headlines among them told from their days, and the entries; none where there is no such list."""
    for form in _FORMS:
        found = {n: match for n, item in enumerate(known) if (match := _match(form, item))}
        items = list(found)
        above = known[: items[0]] if items else ()
        stamps = sum(n > 0 and known[n - 1].role is Role.TITLE and n - 1 not in found for n in items)
        if len(items) < FEWEST or 2 * stamps >= len(items) or not all(_has_text(known, n) for n in items):
            continue
        metas = _of_outlets(known, items) or [_meta(found[n]) for n in items]
        days = [meta.date for meta in metas]
        rising = days == sorted(days) and days[0] != days[-1]
        if rising or not all(days) or any(item.role in (Role.BODY, Role.BLOCK) and _says(item) for item in above):
            continue
        if any(item.meta is not None and item.meta.authors for item in above):
            continue
        parts = list(known)
        for n, meta in zip(items, metas, strict=True):
            parts[n] = Known(known[n].part, Role.META, meta)
        return parts, Entries(tuple(items), 0, (None,) * len(items))
    return list(known), Entries()


def _match(form: re.Pattern[str], item: Known) -> re.Match[str] | None:
    if item.role not in (Role.TITLE, Role.BODY) or len(item.plain) > LONGEST:
        return None
    match = form.match(item.plain)
    title = match["title"] if match else ""
    return match if shapes.width(title) >= NARROWEST and shapes.is_title_like(title) else None


def _meta(match: re.Match[str]) -> MetaLine:
    dates = written_dates.find(match["day"])
    return MetaLine(date=dates[0].iso if dates else "", date_text=match["day"], title=match.span("title"))


def _of_outlets(known: Sequence[Known], items: Sequence[int]) -> list[MetaLine]:
    """What the headlines state where brackets beside each name its outlet: ``【某某社】港口擴建案過關　2025/11/13``."""
    heads = [head for n in items if (head := steady_lines.dated(known[n].plain)) is not None and head.beside]
    if len(heads) < len(items) or 2 * sum(stamps.is_outlet(head.beside) for head in heads) < len(items):
        return []
    return [MetaLine(head.date, head.date_text, title=head.title, source=head.beside) for head in heads]


def _has_text(known: Sequence[Known], index: int) -> bool:
    below = known[index + 1] if index + 1 < len(known) else None
    return below is not None and below.role in (Role.BODY, Role.BLOCK, Role.CAPTION)


def _says(item: Known) -> bool:
    """Whether a part is running text, and no count of what is found."""
    return len(item.plain) > LONGEST or shapes.ends_sentence(item.plain)
