"""Who speaks or writes, below the title: his office, a space and his name, of any people.

Before: ``某市國際交流委員會委員長 玉城朝康`` between a title and the day, or right over the text of a speech.
After: the writer, and what he is.
Never: a heading inside a text; an office and a word.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import like_names, persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either

TOP = 6
"""Parts among which such a line stands."""
_FORM = re.compile(
    rf"^(?P<what>[^\s，。：:；？！「」]{{2,30}}?(?:{either('jobs')}|[長长員员官席理記记任授師师使統统相裁]))[\s\u3000]+"
    r"(?P<name>[\u3400-\u9fff\u30a0-\u30ff]{2,6}|[\u3400-\u9fff\u30a0-\u30ff]{1,8}[·・．‧][\u3400-\u9fff\u30a0-\u30ff·・．‧]{1,10})$"
)
_SAID = re.compile(
    r"(?:[講讲致談谈][話话詞词辭辞稿]|演[講讲說说][稿詞词]?|發言|发言|聲明|声明|全文|摘要|[訪访][談谈問问]|專[訪欄]|专[访栏]|報告|报告|感言|獻詞|献词)$"
)
"""What an office has said: no name."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such a line above the text told."""
    titled = False
    for index, item in enumerate(known[:TOP]):
        if item.role in (Role.BODY, Role.BLOCK):
            break
        match = _FORM.match(item.plain) if titled and item.role is Role.TITLE else None
        if match and index + 1 < len(known) and _is_name(match["name"]) and _ends_head(known, index + 1):
            meta = MetaLine(authors=(match["name"],), affiliation=match["what"])
            return [*known[:index], Known(item.part, Role.SIGNATURE, meta), *known[index + 1 :]]
        titled = titled or (item.role is Role.TITLE and shapes.has_han(item.plain))
        if item.meta is not None and item.meta.authors:
            break
    return list(known)


def _is_name(name: str) -> bool:
    if _SAID.search(name) or persons.is_affiliation(name) or like_names.is_word(name):
        return False
    return persons.is_name(name) or not like_names.is_words(name)


def _ends_head(known: Sequence[Known], index: int) -> bool:
    """Whether the day or the text stands below."""
    meta = known[index].meta
    return known[index].role is Role.BODY or (meta is not None and bool(meta.date))
