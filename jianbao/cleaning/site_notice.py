"""What a site tells its readers about itself: rights, membership, subscription, how to read on.

Before: ``本網站之文字、圖片及影音，非經授權，不得轉載``; ``您收到這封信是因為您訂閱了電子報``;
``登入會員即可閱讀全文``; ``本頁面最後修訂於2026年1月12日``; ``無法正常瀏覽內容，請按這裡線上閱讀``;
``在瀏覽器中檢視``; ``↓↓↓ 長按識別二維碼``; ``喜歡 載入中…``, as blogs have it;
``某某書訊　訂閱專線 02-0000-0000　轉載請註明出處``
After: nothing.
Never: who answers for a release, and where;
where a call for papers has them sent; a report about rights, members or subscriptions: such lines address the
reader, or speak of the page itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import line_forms, needles
from jianbao import regex as re
from jianbao.cleaning import announcements, texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

LONGEST, LONGEST_LABEL = 160, 8

_OPENINGS = line_forms.pattern("site_notice", "openings", re.I)
"""How such a line begins: looked for there alone."""

_ANYWHERE = line_forms.pattern("site_notice", "anywhere", re.I)
_WIDGETS = line_forms.pattern("site_notice", "widgets", re.I)
_ABOVE_WIDGETS = line_forms.pattern("site_notice", "above_widgets", re.I)
_OFFERS = line_forms.pattern("site_notice", "offers")
_SERVED = line_forms.pattern("site_notice", "served")
_WAY = line_forms.pattern("site_notice", "reached", re.I)
_CELLS = re.compile(r"\s*[|｜]\s*|[\u3000\t]+|\s{2,}")
_NAME = re.compile(r"[《〈【]?[\w·&]{2,16}[》〉】]?")
"""What a site or a paper is called, in front of how it is had."""
_FILE = re.compile(r"\.[a-z]{3,4}\b", re.I)
"""The end of a file's name."""
_SIGN = needles.of(_OPENINGS, _ANYWHERE, _WIDGETS, _OFFERS, _SERVED)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines in which a site speaks to its readers."""
    label = above = -1
    calls = announcements.calls(lines)
    for index, line in enumerate(lines):
        text = line.text.plain.strip()
        if text and len(text) <= LONGEST_LABEL and texts.label(text) in words("attachment_labels"):
            label = index
            continue
        if label >= 0 and text:
            if _FILE.search(text) and _OPENINGS.match(text):
                yield whole(label, lines[label], "above files to load")
            label = -1
        if 3 < len(text) <= LONGEST and _SIGN.search(text):
            if calls and announcements.says(text):
                continue
            if _OPENINGS.match(text) or _ANYWHERE.search(text) or _OFFERS.match(text) or _is_row(text):
                yield whole(index, line, "a site speaks to its readers")
            elif _WIDGETS.match(text):
                if above >= 0 and _ABOVE_WIDGETS.match(lines[above].text.plain.strip()):
                    yield whole(above, lines[above], "over a button that is being loaded")
                yield whole(index, line, "a button or a notice of the system that a blog runs on")
        above = index if text else above


def _is_row(text: str) -> bool:
    """Whether a line says side by side how a paper is had, reached and printed again, perhaps behind its name."""
    cells = [cell for cell in _CELLS.split(text) if cell]
    if len(cells) < 2:
        return False
    if _NAME.fullmatch(cells[0]) and not _OFFERS.match(cells[0]):
        del cells[0]
    sure = [bool(_SERVED.match(cell) or _OFFERS.match(cell)) for cell in cells]
    known = (told or _WAY.match(cell) or _ANYWHERE.search(cell) for told, cell in zip(sure, cells, strict=True))
    return any(sure) and all(known)
