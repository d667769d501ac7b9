"""Where a newspaper says that a story goes on upon another page, or comes from one: （下轉第四版）, 【上接A1版】."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.rows import Row
from jianbao.word_lists import either

LONGEST = 24
"""Characters of such a mark, with its brackets."""

_PAGE = (
    r"(?:第\s?[A-Z]?[0-9〇一二三四五六七八九十]{1,3}\s?[版頁页]|[A-Z]\d{1,2}\s?[版頁页]?"
    r"|[0-9〇一二三四五六七八九十]{1,3}\s?[版頁页])"
)
_OPEN, _CLOSE = r"(?P<open>[（(【\[〔［▶►→▸◆＊*]?)\s?", r"\s?(?P<close>[）)】\]〕］▶►→▸]?)"
_ON = rf"{_OPEN}(?:{either('goes_on_at')})\s?{_PAGE}{_CLOSE}"
_BACK = rf"{_OPEN}(?:{either('comes_from')})\s?{_PAGE}{_CLOSE}"
_LINE = re.compile(rf"^(?:{_ON}|{_BACK.replace('open>', 'open2>').replace('close>', 'close2>')})$")
_END, _BACK_END = re.compile(rf"{_ON}$"), re.compile(rf"(?<=\S)\s?{_BACK}$")
_BEGIN = re.compile(rf"^{_BACK}\s?")


def mark(rows: Sequence[Row]) -> None:
    """Set ``alone`` on lines that are nothing but such a mark."""
    for row in rows:
        if len(row.text) <= LONGEST and row.text.rstrip("）)】]〕］▶►→▸")[-1:] in _LAST and _LINE.match(row.text):
            row.alone = True


_LAST = frozenset("版頁页0123456789")


def goes_on(text: str) -> int | None:
    """Where the mark begins with which a text ends that goes on upon another page; None where it has none."""
    tail = text[-LONGEST:]
    found = _END.search(tail)
    if found is None or not (found["open"] or found.start() == 0 or tail[found.start() - 1] in "。！？」…"):
        return None
    return len(text) - len(tail) + found.start()


def comes_from(text: str) -> tuple[int, int] | None:
    """Where the mark stands, on top of a text or at the end of its headline, that says on which page it began."""
    found = _BEGIN.match(text)
    if found is not None and (found["open"] or found["close"] or found.end() == len(text) or _is_said(found)):
        return found.start(), found.end()
    tail = text[-LONGEST:]
    found = _BACK_END.search(tail)
    if found is None or not (found["open"] or found["close"]):
        return None
    return len(text) - len(tail) + found.start(), len(text)


def _is_said(found: re.Match[str]) -> bool:
    """Whether a mark without brackets says in two words what it is: 上接."""
    return found[0].lstrip()[:2] in ("上接", "上承", "承接")
