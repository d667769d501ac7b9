"""Lines that number a paper: a court's, an office's, a council's; and the days or the meeting that it is for."""

from __future__ import annotations

from jianbao import regex as re

_NUMBER = re.compile(
    r"^\d{2,3}\s?年度?[\u3400-\u9fff]{1,8}字第\s?\d+\s?[號号]$|^[\u3400-\u9fff]{1,10}字第\s?\d{4,12}\s?[號号]$"
    r"|^索引[號号]\s?[：:]\s?[!-~]+$"
    r"|^院總(?:字)?第\s?\d+\s?[號号][^，。：:]{0,40}$"
    r"|^[（(](?:(?:19|20)?\d\d|1\d\d)[)）]\s?[\u3400-\u9fff\d]{1,12}(?:\s?\d{1,6}\s?)?[號号](?:之[一二三四五六七八九十])?$"
    r"|^(?:發文字號|發稿字號|新聞稿編號|稿件編號|文件編號|檔案編號|編號|文號|檔\s{0,4}號|档\s{0,4}号|案號|案号|DOI|ISSN|ISBN)"
    r"\s*[：:]?.*",
    re.I,
)
_FIRST = "索發新稿編文檔档案院DIdi（("
"""What a line of a number begins with, other than a digit."""
_OF_COUNCIL = re.compile(
    r"^[\u3400-\u9fff]{0,10}\s*[A-Z]{1,6}\s?[(（]\d{1,2}[)）][^，。：:]{2,24}[號号]文件$"
    r"|^(?:[A-Z][A-Za-z]{1,20}\s){0,4}Paper\sNo\.?\s*[A-Z]{1,6}\s?\(\d{1,2}\)[\d/()\-]{4,16}$"
)
"""The number of a paper of a council."""
_MEETING = re.compile(
    r"^[^，。：:]{0,20}(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?[（(]?(?:星期|週|周)[一二三四五六日][)）]?)?(?:舉行|举行|召開|召开)?的?[會会][議议](?:[討讨][論论]|[參参]考|[審审][議议])?(?:[用的]*文件)?$"
)
"""The meeting for which a paper was written."""
_SPAN = re.compile(
    r"^(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?\s*(?:[-－–—~～至到]|──)\s*"
    r"(?:(?:19|20)\d\d\s?[年./-]\s?)?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?$"
)
"""The first and the last of the days that a paper covers: no day on which it came out."""
LONGEST_SPAN = 36
"""Characters of such days."""
_DISPATCH = re.compile(r"^[\u3400-\u9fff]{2,10}\s?[〔\[［【（(](?:19|20)\d\d[〕\]］】）)]\s?第?\s?\d{1,5}\s?[号號]$")
"""The number of what an office sends out: 某政办发〔2025〕31号."""
FORMS = (_NUMBER, _OF_COUNCIL, _MEETING, _SPAN, _DISPATCH)
"""Each such line is one of these."""


def is_one(text: str) -> bool:
    """Whether a line numbers a paper, or says for which days or which meeting it is."""
    first = text[0]
    if (first.isdigit() or first in _FIRST or "字第" in text) and _NUMBER.match(text):
        return True
    if first.isdigit() and len(text) <= LONGEST_SPAN and _SPAN.match(text):
        return True
    if text[-1] in "号號" and _DISPATCH.match(text):
        return True
    return is_of_council(text) or (text[-1] in "議议件" and bool(_MEETING.match(text)))


def is_of_council(text: str) -> bool:
    """Whether a line is the number of a paper that was written for a council."""
    return (text[-1] == "件" or text[-1] in "0123456789)") and bool(_OF_COUNCIL.match(text))
