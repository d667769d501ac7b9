"""Questions of an interview that dashes mark: ``——您因此反對部署嗎？`` over the answer.

Before: such lines, the short ones like headings
After: running text, all of them.
Never: items behind dashes one below the other; a single line behind a dash, which may be a subtitle.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes

FEWEST = 3
"""Questions of an interview."""
ASKED = 0.6
"""Share of them that are sentences, at least; and that have an answer without a dash right below."""
_DASH = re.compile(r"(?:[—─―–]{1,2}|－{2})\s*(?=[^\s—─―–－])")


def find(texts: Sequence[str]) -> frozenset[int]:
    """The indices of such lines."""
    dashed = [index for index, text in enumerate(texts) if _DASH.match(text)]
    if len(dashed) < FEWEST:
        return frozenset()
    asked = [index for index in dashed if shapes.ends_sentence(texts[index])]
    answered = [index for index in dashed if index + 1 < len(texts) and not _DASH.match(texts[index + 1])]
    least = ASKED * len(dashed)
    return frozenset(asked) if len(asked) >= least and len(answered) >= least else frozenset()
