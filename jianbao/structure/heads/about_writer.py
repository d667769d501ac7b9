"""What is said about a writer, with his name in front or behind: 沈知遠，離島教師; 沈知遠為…研究員; 離島教師沈知遠."""

from __future__ import annotations

from typing import NamedTuple

from jianbao import regex as re
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.reporter_words import is_place
from jianbao.word_lists import either, words

LONGEST_PLACE = 24
"""Characters behind a name and a slash, where nothing says that they are a job."""
LONGEST_COMMON = 4
"""Characters of a name that is taken for no common words: those with a surname in front have two or three."""
IS = r"(?:[現现]?[為为爲]|是|[係系]|[現现曾]任|[現现]居|[著着]有|[畢毕][業业][於于]|撰[寫写文])"
"""What stands between a writer's name and what he is."""
_STAND = re.compile(r"[，,；;](?:文章|本文|文中|以上|內容|内容)[^，。]{0,8}代表.*$")
"""What is said of whose opinion a text is."""
_TRANSLATED = re.compile(r"[；;，,]\s*[^，；;。]{2,12}(?:[編编]?[譯译]|攝影?|摄影?|翻[譯译])$")
"""Who translated it."""
_FIRST = re.compile(
    r"^(?P<name>[\u3400-\u9fff·]{2,8}?|[A-Z][\w.'’ -]{3,30}?)(?:\s*[（(](?P<gloss>[^（()）]{2,40})[)）])?"
    rf"(?P<between>\s*[，,；;：:／/｜|]\s*|[\s\u3000]+|(?={IS}))(?P<what>\S.*)$"
)
_LAST = re.compile(rf"^(?P<what>[^，。；]*{either('jobs')})[\s\u3000，,]*(?P<name>[\u3400-\u9fff]{{2,4}})$")
_BEHIND_ALL = re.compile(rf"^(?P<what>[^。；]*{either('jobs')})[\s\u3000，,]*(?P<name>[\u3400-\u9fff]{{2,4}})$")
"""The same behind several things that he was and is: 前…諮議，現任…副教授某某某."""
_AT = re.compile(r"(?:[，,\s]*[寫写]?[於于]?[\u3400-\u9fff]{2,8})?")
"""Where he wrote, behind the day."""
_LABEL = re.compile(
    rf"(?:本文)?作者(?:[簡简]介)?(?:\s*[：:／/｜|，,]\s*|{IS}\s*(?=\S))?|(?:投[書书]人?|撰文|[執执][筆笔]|[筆笔]者|文)\s*[：:／/]\s*"
    r"|本文由|[筆笔]者"
)
_WORKS = re.compile(r"[著着]有|近[著着]|[現现曾]任|[現现]居|任教|[畢毕][業业]|[為为爲]業|任[職职]|旅居|定居")


class Writer(NamedTuple):
    """A writer's name, empty if none is said, and what he is."""

    name: str
    what: str


def label(text: str) -> int:
    """The length of the label in front of what is said about a writer: 本文作者, 作者為, 投書：; 0 if there is none."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def dated(text: str) -> tuple[str, str, str]:
    """The text without the day at its end, that day and how it is printed: …研究員，2026年3月17日於花蓮."""
    days = written_dates.find(text)
    behind = _AT.fullmatch(text, days[-1].end) if days and len(days[-1].iso) >= len("2026-03") else None
    if behind is None:
        return text, "", ""
    return text[: days[-1].start].rstrip("，,；;／/ \u3000"), days[-1].iso, text[days[-1].start : days[-1].end]


def read(text: str, labelled: bool) -> Writer:
    """Who the writer is; ``labelled``: a label in front says that it speaks of him."""
    what = text.partition("。")[0]
    what = _TRANSLATED.sub("", _STAND.sub("", what)).strip("，,：:；; \u3000")
    if labelled and persons.is_name(what) and not is_place(what):
        return Writer(what, "")
    match = _FIRST.match(what)
    if match is not None and ((labelled and persons.is_name(match["name"])) or _is_writer(match["name"])):
        rest = re.sub(rf"^{IS}\s*(?=\S)", "", match["what"]) if not _WORKS.match(match["what"]) else match["what"]
        rest = re.sub(r"^[，,]?(?:[現现]任|[現现][為为爲])(?=\S)", "", rest)
        slash = match["between"].strip() in ("／", "/") and len(rest) <= LONGEST_PLACE
        if labelled or slash or _is_what(match["what"]) or is_place(rest):
            rest = f"{match['gloss']}，{rest}" if match["gloss"] and not match["gloss"].isascii() else rest
            return Writer(match["name"], "" if is_place(rest) else rest)
    behind = (_BEHIND_ALL if labelled else _LAST).match(what)
    if behind and _is_writer(behind["name"]):
        return Writer(behind["name"], behind["what"])
    return Writer("", what)


def _is_writer(name: str) -> bool:
    like = len(name) < LONGEST_COMMON and name[:2] in words("like_surnames")
    return persons.is_name(name) and not like and not is_place(name)


def _is_what(what: str) -> bool:
    return persons.is_affiliation(what[:80]) or bool(_WORKS.search(what))
