"""Days that a text itself states where its page states none: in a dateline, in the form of minutes, below the title of
a law, in the closing clause of a treaty.

Before: ``（台北訊，2025年11月5日）某公司今日宣布…``; ``時　　間　中華民國114年11月5日（星期三）9時``;
``中華民國一百十四年十二月十八日…號令修正公布第4條``; ``二〇二五年十月十四日訂於科羅``.
After: the text as it stands, and its day.
Never: a day that a paragraph tells of; a day on which a law comes into force.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from jianbao import regex as re
from jianbao.document import Field
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import meeting_lines, wire_lines, written_dates
from jianbao.structure.heads.facts import Facts

TOP, END = 8, 30
"""Parts on top of a text and at its end among which such lines stand."""
ARTICLES = 3
"""Numbered articles of a law."""
LONGEST = 200
"""Characters of a line below the title of a law that tells its history."""

_DAY = (
    r"(?P<day>(?:(?:公元|西元|中\s?華\s?民\s?國|民\s?國)\s*)?[\d一二三四五六七八九十百〇○零]{2,5}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"\s*[\d一二三四五六七八九十]{1,3}\s*日|(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|[01]\d[0-3]\d(?!\d)))"
)
_DATELINE = re.compile(
    rf"^(?:[（(【\[〔][^（()）】\]〕]{{0,16}}?{_DAY}[^（()）】\]〕]{{0,12}}[)）】\]〕]"
    rf"|[\u3400-\u9fff]{{2,6}}\s*(?:[訊讯電电]\s*)?[,，、\s—–－-]{{1,4}}{_DAY.replace('day', 'second')}"
    r"\s*[—–－\-]{1,2})"
)
_FORM = re.compile(
    rf"^(?:會議|会议|開會)?[時时日][\s\u3000]{{1,8}}[間间期][\s\u3000：:]+{_DAY}"
    rf"|^[一二三四五壹貳參叁肆伍1-5][、.．]\s*(?:會議|会议|開會|开会)?(?:時間|时间|日期)\s*[：:]"
    rf"\s*{_DAY.replace('day', 'numbered')}"
)
_HELD = re.compile(rf"^(?:會議|会议|開會|开会)?(?:時間|时间|日期)\s*[：:]\s*{_DAY}")
"""The line of minutes that says when the meeting was."""
_MADE = re.compile(
    rf"(?:^|[，。、於于在]){_DAY}\s*(?:[在於于]\S{{2,12}}?)?"
    r"(?:簽[署訂]|签[署订]|訂立|订立|繕[製具]|訂於|订于|訂定|作成|完成)"
)
_ARTICLE = re.compile(r"^第\s*[一二三四五六七八九十百\d]+\s*[條条]")
_ENACTED = re.compile(r"公[布佈告]|發[布佈]|发布|修正|修[訂订]|[訂订]定|制定|通過|通过|批准|核定|簽[署訂]|签[署订]")
_IN_FORCE = re.compile(r"施行|生效|實施|实施")


def state(body: Sequence[Known], facts: Facts) -> None:
    """Take the day that a text itself states, if its page states none."""
    if facts.date is not None or not body:
        return
    if sum(bool(_ARTICLE.match(item.plain)) for item in body) >= ARTICLES:
        _of_law(body, facts)
    if facts.date is None:
        named = facts.title is not None and bool(meeting_lines.RECORD.search(facts.title.value))
        held = named or meeting_lines.opens(body)
        _found(body[:TOP], (_DATELINE, _FORM, *([_HELD] if held else [])), facts)
    if facts.date is None:
        _found(tuple(reversed(body[-END:])), (_MADE,), facts)


def of_neighbours(body: Sequence[Known], facts: Facts, days: Collection[str]) -> None:
    """Take the day of an agency's place line that has no year, if just one full date of the file's heads, ``days``, is
    of that day and month: another story of the same page has it."""
    first = next((item for item in body if item.role is Role.BODY), None)
    said = wire_lines.day(first.plain) if first is not None and facts.date is None and days else ""
    month, _, day = said.removesuffix("日").partition("月")
    if first is None or not (month.isdecimal() and day.isdecimal()):
        return
    same = {date for date in days if date.endswith(f"-{int(month):02}-{int(day):02}")}
    if len(same) == 1:
        facts.date, facts.date_text = Field(same.pop(), lines=(first.part.first,)), said


def _found(items: Sequence[Known], patterns: Sequence[re.Pattern[str]], facts: Facts) -> None:
    for item in items:
        match = next((match for pattern in patterns if (match := pattern.search(item.plain))), None)
        said = match[0] if match and item.role is not Role.BLOCK else ""
        dates = written_dates.find(said) or written_dates.of_republic(said)
        if dates and len(dates[0].iso) == 10:
            _take(item, dates[0], match[0] if match else "", facts)
            return


def _of_law(body: Sequence[Known], facts: Facts) -> None:
    """The last day on which a law was made or amended, of those that stand between its title and its first article."""
    first = next((i for i, item in enumerate(body) if _ARTICLE.match(item.plain)), 0)
    found: list[tuple[str, Known, written_dates.WrittenDate]] = []
    for item in body[: min(first, TOP)]:
        dates = written_dates.find(item.plain) if len(item.plain) <= LONGEST else []
        ends = [other.start for other in dates[1:]] + [len(item.plain)] * bool(dates)
        for date, end in zip(dates, ends, strict=True):
            behind = item.plain[date.end : end]
            made, force = _ENACTED.search(behind), _IN_FORCE.search(behind)
            if len(date.iso) == 10 and made and not (force and force.start() < made.start()):
                found.append((date.iso, item, date))
    if found:
        _, item, date = max(found, key=lambda one: one[0])
        _take(item, date, item.plain, facts)


def _take(item: Known, date: written_dates.WrittenDate, text: str, facts: Facts) -> None:
    facts.date = Field(date.iso, lines=(item.part.first,))
    facts.date_text = text[date.start : date.end].strip()
