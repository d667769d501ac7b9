"""Short lines that head nothing: an address, a day behind its label, a writer behind his, who drew a chart."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure.heads import labelled_lines

_ADDRESS = re.compile(r"https?://|\bwww\.|[\w.-]@[\w-]+\.")
_DAY = re.compile(
    r"^[\u3400-\u9fff／/]{2,8}\s?[：:]\s?(?:(?:19|20)\d\d\s?[-./年]|(?:中華民國|民國|中华民国)?\s?1\d\d\s?年|\d{1,2}\s?月\s?\d{1,2}\s?日)"
)
"""A day behind a label: 截稿日期：2025年6月1日."""
_KEYWORDS = re.compile(r"^[關关][鍵键][詞词字][\s\u3000]+\S+[、，,；;]\s?\S")
_ABOUT = re.compile(r"^[（(【]?(?:本文|譯文|译文)?作者")
_FIELD = re.compile(r"^[\u3400-\u9fff]{2,8}\s?[：:]\s?\S")
_DATA = re.compile(
    r"^(?:資料|资料|數據|数据|統計|统计)(?:更新|截)[至到止].*\d|(?:^|[\s\u3000|｜；;])(?:[製制繪绘][圖图表]|[圖图]表)\s?[：:／/]\s?\S"
)
"""Up to when the figures of a table or a chart are, or who drew it, which stands below it."""
LONGEST = 80
"""Characters of such a line."""


def is_one(text: str) -> bool:
    """Whether a line gives an address, a day or keywords behind their label, or says of what day the figures above are
    and who drew them."""
    return bool(_ADDRESS.search(text) or _DAY.match(text) or _KEYWORDS.match(text) or _DATA.search(text))


def is_beside_one(run: Sequence[str], index: int) -> bool:
    """Whether a line says something behind a label, and right above or below it stands a day behind one."""
    beside = (*run[max(index - 1, 0) : index], *run[index + 1 : index + 2])
    return bool(_FIELD.match(run[index])) and any(map(is_one, beside))


def names_writer(text: str) -> bool:
    """Whether a line that signs says by its label who wrote."""
    if len(text) > LONGEST or _ABOUT.match(text):
        return len(text) <= LONGEST
    stated = labelled_lines.parse(text)
    return stated is not None and bool(stated.authors)
