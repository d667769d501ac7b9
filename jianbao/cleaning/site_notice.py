"""What a site tells its readers about itself: rights, membership, subscription, how to read on.

Before: ``本網站之文字、圖片及影音，非經授權，不得轉載``; ``您收到這封信是因為您訂閱了電子報``;
``登入會員即可閱讀全文``; ``本頁面最後修訂於2026年1月12日``; ``無法正常瀏覽內容，請按這裡線上閱讀``;
``在瀏覽器中檢視``; ``↓↓↓ 長按識別二維碼``
After: nothing.
Never: a report about rights, members or subscriptions: such lines address the reader, or speak of the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao import line_forms, needles
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

LONGEST, LONGEST_LABEL = 160, 8

_OPENINGS = line_forms.pattern("site_notice", "openings", re.I)
"""How such a line begins: looked for there alone."""

_ANYWHERE = line_forms.pattern("site_notice", "anywhere", re.I)
_FILE = re.compile(r"\.[a-z]{3,4}\b", re.I)
"""The end of a file's name."""
_SIGN = needles.of(_OPENINGS, _ANYWHERE)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines in which a site speaks to its readers."""
    label = -1
    for index, line in enumerate(lines):
        text = line.text.plain.strip()
        if text and len(text) <= LONGEST_LABEL and texts.label(text) in words("attachment_labels"):
            label = index
            continue
        if label >= 0 and text:
            if _FILE.search(text) and _OPENINGS.match(text):
                yield whole(label, lines[label], "above files to load")
            label = -1
        if 3 < len(text) <= LONGEST and _SIGN.search(text) and (_OPENINGS.match(text) or _ANYWHERE.search(text)):
            yield whole(index, line, "a site speaks to its readers")
