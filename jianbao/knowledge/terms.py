"""What a text is about, as a machine compares it: its pairs of neighbouring Chinese characters, with their numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jianbao.document import BlockKind, Edition
from jianbao.findings import Terms
from jianbao.folding import fold

_UNREAD = {BlockKind.BYLINE, BlockKind.FOOTNOTE, BlockKind.LINES}
_FIRST, _LAST = 0x3400, 0x9FFF
_MOST = 0xFFFF


def terms(edition: Edition) -> Terms:
    """Of the title and the body of an edition, folded; bylines, notes and lines as they came are not read."""
    text = fold("\n".join(block.text for block in edition.blocks if block.kind not in _UNREAD))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    chinese = (codes >= _FIRST) & (codes <= _LAST)
    both = chinese[:-1] & chinese[1:]
    pairs, counts = np.unique(codes[:-1][both] << 16 | codes[1:][both], return_counts=True)
    return Terms(pairs.astype("<u4").tobytes(), np.minimum(counts, _MOST).astype("<u2").tobytes())


def arrays(found: Terms) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
    """Pairs and numbers, without a copy."""
    return np.frombuffer(found.pairs, "<u4"), np.frombuffer(found.counts, "<u2")
