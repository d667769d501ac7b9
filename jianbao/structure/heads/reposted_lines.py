"""Lines that say where a text was taken from: ``轉自：某某週刊``,
``（轉載自《某某報》，2025年3月2日）``, ``【轉載】某某網``.

Never: a sentence; a line that says more than the paper and its day.
"""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

LONGEST = 60
"""Characters of such a line."""
_FROM = re.compile(
    r"(?:本文|原文)?(?:[轉转][載载貼贴]?自|[轉转][載载]於|摘自|原[載载刊][於于]?|刊[載载][於于]|刊[於于]|原文出[處处]|文章[來来]源)\s*[：:]?\s*"
    r"(?:[《〈「](?P<quoted>[^《》〈〉「」]{2,20})[》〉」]|(?P<bare>[\u3400-\u9fffA-Za-z][^《》「」，。：:；、（(\d]{1,15}))"
    rf"(?:[\s\u3000，,]*(?P<open>[（(])?(?:{either('date_labels')}\s*[：:]?\s*)?(?P<day>[^，。]{{6,24}}?)(?(open)[)）]))?。?"
)
_TAKEN = re.compile(r"[【〔［\[](?:[轉转][載载貼贴錄录])[】〕］\]]\s*(?P<bare>[\u3400-\u9fffA-Za-z]{2,16})")
FORMS = (_FROM, _TAKEN)
"""Each such line has one of these."""


def parse(text: str) -> MetaLine | None:
    """The paper, and the day where one stands; None for any other line."""
    if len(text) > LONGEST:
        return None
    inner = text[1:-1].strip() if text[0] in "（([〔" and text[-1] in "）)]〕" else text
    taken = _TAKEN.fullmatch(inner)
    if taken:
        return MetaLine(source=taken["bare"])
    match = _FROM.fullmatch(inner)
    if match is None:
        return None
    printed = match["day"] or ""
    days = written_dates.find(printed)
    if printed and (not days or days[0].start or written_dates.without_clock(printed[days[0].end :]).strip("）) ")):
        return None
    name = (match["quoted"] or match["bare"]).strip()
    return MetaLine(date=days[0].iso if days else "", date_text=printed, source=name)
