"""The label over an abstract, or in front of it: its forms are in ``data/phrases/abstract.yml``."""

from __future__ import annotations

from jianbao.line_forms import pattern

_LABEL = pattern("abstract", "label")
_FIRST = frozenset("【〔[中英論论摘提內内Aa")
"""What such a label begins with: few lines are asked for more."""
KEYWORDS = pattern("abstract", "keywords")
"""The beginning of the row of keywords below an abstract."""
MARK = pattern("abstract", "mark")
"""The beginning of an abstract, whose label may stand in front of its text, or of its keywords."""


def is_label(text: str) -> bool:
    """Whether a line is the label of an abstract and nothing else."""
    return text[:1] in _FIRST and _LABEL.search(text) is not None
