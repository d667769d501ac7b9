"""The day and the place at which somebody spoke, side by side below the title: ``2026年3月2日　某某文化館``."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import reporter_words, written_dates
from jianbao.structure.heads.meta_line import MetaLine

LONGEST = 24
"""Characters of the place."""
_VENUE = re.compile(
    r"(?:館|馆|廳|厅|堂|中心|大[學学]|[飯饭酒]店|[會会][議议]室|[會会][場场所]|[廣广][場场]|[樓楼]|[園园]|[院校]|禮堂|礼堂|剧场|劇場|教室|[城港])"
    r"(?:[\u3400-\u9fff\d]{0,6}(?:[樓楼層层室廳厅]))?$"
)
"""What a place is called where people gather."""
_AROUND = " \t\u3000，,、／/｜|於于在@"


def parse(text: str) -> MetaLine | None:
    """The day of such a line; None for any other."""
    days = written_dates.find(text) if len(text) <= 2 * LONGEST else []
    if len(days) != 1 or len(days[0].iso) != len("2026-03-02"):
        return None
    printed = written_dates.as_written(text, days[0])
    before = text[: days[0].start].strip(_AROUND)
    behind = text[days[0].start + len(printed) :].strip(_AROUND)
    place = before or behind
    if (before and behind) or not 2 <= len(place) <= LONGEST or re.search(r"[。，：；！？]", place):
        return None
    known = _VENUE.search(place) or reporter_words.is_place(place)
    return MetaLine(date=days[0].iso, date_text=printed, desk=True) if known else None
