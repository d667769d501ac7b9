"""Which captions an edition labels 圖：, so that a reader who sees no style knows them from the text, on paper too."""

from __future__ import annotations

from jianbao import regex as re

_NAMED = re.compile(r"[（(［\[【〔]?\s*(?:附?[圖图図表]|照片|相片|資料照|资料照|Photo|Figure|Fig\b|Table|Image)", re.I)


def wants_label(text: str) -> bool:
    """Whether a caption does not say itself that it is one (圖一, 圖為……, 照片：)."""
    return _NAMED.match(text) is None
