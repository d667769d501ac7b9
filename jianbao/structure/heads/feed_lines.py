"""The line in which a feed reader says below a title where and when a story came out, and how long ago that was."""

from __future__ import annotations

from jianbao.structure.entries import stamp_words, stamps
from jianbao.structure.heads.meta_line import MetaLine

LONGEST = 80
"""Characters of such a line."""
MOST = 2
"""Words beside day and writer."""


def parse(text: str) -> MetaLine | None:
    """``港聞 由 某某 發布，3 小時前（2025年11月20日 08:12）``: outlet, writer and day, with a time of day and either
    the writer so named or the age; None for any other line."""
    if len(text) > LONGEST or (":" not in text and "：" not in text):
        return None
    aged = stamp_words.without_ages(text) != text
    if not aged and not stamp_words.writer(text)[0]:
        return None
    stamp = stamps.read(text)
    if stamp is None or len(stamp.date) < 10 or not stamp.clock or not 1 <= len(stamp.pieces) <= MOST:
        return None
    return MetaLine(stamp.date, text, stamp.authors, source=stamp.labelled or stamp.pieces[0])
