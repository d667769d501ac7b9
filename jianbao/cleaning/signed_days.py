"""The day at the end of a letter, right below the office or the group that sends it: no line of the page's own.

Before: text / ``国家文物局`` / ``2024年11月29日`` / ``扫一扫在手机打开当前页``
After: the office and the day stay.
Never: a day below anything else, as the moment of a comment or of another story.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.word_lists import either

_DAY = re.compile(
    r"^(?:(?:19|20)\d\d\s?年|中華民國\s?\d{2,3}\s?年|[二一][〇○零一二三四五六七八九]{3}年)"
    r"\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日$"
)
_SIGNED = re.compile(
    rf"^[\u3400-\u9fff（）()　 、]{{2,40}}(?:{either('office_endings')}|[部局署厅廳委院会會司处處府室团團盟])$"
)


def find(places: Sequence[int], plain: Mapping[int, str]) -> set[int]:
    """The lines among those below the text that are such days, and those that name who sends the letter."""
    signed = {index for above, index in pairwise(places) if _DAY.match(plain[index]) and _SIGNED.match(plain[above])}
    return signed | {above for above, index in pairwise(places) if index in signed}
