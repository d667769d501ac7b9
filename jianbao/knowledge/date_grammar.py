"""Date words put together: 去年 + 11月 + 7日 + 晚 is one expression, 1月31日 + 至 + 2月1日 a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.knowledge.date_expression import Expression
from jianbao.knowledge.date_tokens import Token, tokens
from jianbao.knowledge.date_words import (
    read_days,
    read_lunar,
    read_month,
    read_part,
    read_short_year,
    read_weekday,
    read_word,
)

_YEAR_TAIL = re.compile(r"年?(?:[初末終](?![期次步審選任級])|底(?![特層部線])|中(?=[，。、；,;)）]|$))")
_MONTH_TAIL = re.compile(
    r"初(?![期次步審選任級])|[上中下]旬|底(?![特層部線])|末|中(?=[，。、；,;)）]|$)|間(?![諜接隔])|稍[早晚]"
)
_SERVED = re.compile(r"[0-9０-９一二三四五六七八九十]年[ ]?(?:又)?$")
"""Before a month: 3年6月 is how long, not when. What is a year has taken its month along."""
_QUESTION = re.compile(r"[ \u3000]*[：:.．、]|[ \u3000].*[？?]\s*$")
"""Behind a Q1 that opens a block: it numbers a question."""
_BLANK = re.compile(r"[ \u3000]{0,2}$")
_YEAR_MONTH = re.compile(r"[ \u3000]{0,2}[,，]?的?[ \u3000]{0,2}$")
_DAY_WEEKDAY = re.compile(r"[ \u3000]?[,，(（]?[ \u3000]?$")
_RANGE = re.compile(r"[ \u3000]{0,2}(?:至|到|-|－|–|—|~|～|迄)[ \u3000]{0,2}$")
_DAY_WORDS = ("day", "day-han", "month-day", "number-sign", "day-gloss")


def find_expressions(text: str, *, republic: int = 0) -> list[Expression]:
    """All date expressions of a text in order. ``republic``: bare years from this number on are those of 民國."""
    words = tokens(text)
    out: list[Expression] = []
    index = 0
    position = 0
    while index < len(words):
        word = words[index]
        if word.start < position:
            index += 1
            continue
        made, index = _assemble(text, words, index, republic)
        if made is None:
            continue
        position = made.end
        last = out[-1] if out else None
        if last and _RANGE.match(text[last.end : made.start]) and (joined := _join(last, made)):
            out[-1] = joined
        else:
            out.append(made)
    return out


def _assemble(text: str, words: Sequence[Token], index: int, republic: int) -> tuple[Expression | None, int]:
    """The expression that starts with the word at ``index``, and the index of the first word after it."""
    made = _first(words, index, text, republic)
    index += 1
    if made is None:
        return None, index
    made = _tail(text, made)
    while index < len(words):
        grown = _attach(text, made, words[index])
        if grown is None:
            break
        made = _tail(text, grown)
        index += 1
    opened = sum(text.count(mark, made.start, made.end) for mark in "(（")
    closed = sum(text.count(mark, made.start, made.end) for mark in ")）")
    if opened > closed and text[made.end : made.end + 1] in (")", "）"):
        made = replace(made, end=made.end + 1)
    return made, index


def _first(words: Sequence[Token], index: int, text: str, republic: int) -> Expression | None:
    word = words[index]
    if word.kind == "year-short":
        following = words[index + 1] if index + 1 < len(words) else None
        dated = following is not None and following.kind == "month" and following.start - word.end <= 2
        year = read_short_year(word.groups["sy"], dated, republic)
        return Expression(word.start, word.end, year=year, era=True) if year else None
    if word.kind in ("time-of-day", "number-sign"):
        return None
    if word.text.startswith("Q") and not text[: word.start].strip() and _QUESTION.match(text, word.end):
        return None
    if word.kind == "month" and _SERVED.search(text, max(word.start - 5, 0), word.start):
        return None
    return read_word(word)


def _tail(text: str, made: Expression) -> Expression:
    """With 初, 底, 中旬 … right after a year or a month."""
    if made.month_part or made.part or made.day is not None or made.day_shift is not None or made.decade or made.ago:
        return made
    if made.month is not None or made.month_shift is not None:
        match = _MONTH_TAIL.match(text, made.end)
        return replace(made, end=match.end(), month_part=match[0]) if match else made
    if made.has_year:
        match = _YEAR_TAIL.match(text, made.end)
        return replace(made, end=match.end(), part="年" + match[0].lstrip("年")) if match else made
    return made


def _attach(text: str, made: Expression, word: Token) -> Expression | None:
    """The expression with one more word, or None where the word starts another."""
    gap = text[made.end : word.start]
    if len(gap) > 5 or made.ago:
        return None
    kind = word.kind
    has_month = made.month is not None or made.month_shift is not None
    has_day = made.day is not None or made.day_shift is not None
    if kind == "time-of-day":
        fits = (has_day or made.weekday is not None) and _BLANK.match(gap)
        return replace(made, end=word.end) if fits else None
    if kind == "weekday":
        return _with_weekday(text, made, word, gap) if has_day and made.weekday is None else None
    if kind in _DAY_WORDS:
        return _with_day(made, word, gap) if has_month and not has_day and not made.month_part else None
    if made.weekday is not None and made.week_shift is None and not has_day and kind == "month":
        return _bracketed_day(made, word, gap)
    if not made.has_year or has_month or has_day or made.part or made.year_upto is not None:
        return None
    if kind == "month-carried" and word.text == "同月" and made.year is None and not gap:
        return replace(made, end=word.end, part=word.text)
    if kind in ("month", "lunar") and _YEAR_MONTH.match(gap):
        month = read_month(made, word) if kind == "month" else read_lunar(made, word)
        return replace(month, end=word.end) if month else None
    if kind == "year-part" and _BLANK.match(gap) and word.text[0] not in "年月":
        return replace(read_part(made, word), end=word.end)
    return None


def _with_day(made: Expression, word: Token, gap: str) -> Expression | None:
    if not _BLANK.match(gap):
        return None
    day, upto = read_days(word)
    if day is None or not 1 <= day <= 31 or made.month_upto is not None:
        return None
    return replace(made, end=word.end, day=day, day_upto=upto if upto and upto > day else None)


def _with_weekday(text: str, made: Expression, word: Token, gap: str) -> Expression | None:
    if not _DAY_WEEKDAY.match(gap):
        return None
    opened = gap.strip()[:1] in ("(", "（")
    closes = text[word.end : word.end + 1] in (")", "）")
    if opened and not closes:
        return None
    return replace(made, end=word.end + opened, weekday=read_weekday(word.groups["wd2"]))


def _bracketed_day(made: Expression, word: Token, gap: str) -> Expression | None:
    """星期五(1月30日): the month here, the day comes with the next word, the bracket closes at the end."""
    if gap.strip() not in ("(", "（", "，", ",", ""):
        return None
    month = read_month(made, word)
    return replace(month, end=word.end) if month else None


def _join(first: Expression, last: Expression) -> Expression | None:
    """One range of two expressions, the second as fine as the first or bound by it; None where they do not fit."""
    if first.until or last.until or first.decade or last.decade or last.anchor == "told" or first.ago or last.ago:
        return None
    if first.grain != last.grain or (last.weekday and not last.day):
        return None
    return replace(first, end=last.end, until=last)
