"""The writer whose name a title has in it: in front with a colon, at its end in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import BlockKind, Field
from jianbao.structure.blocks.known import Known
from jianbao.structure.heads import like_names, persons
from jianbao.structure.heads.facts import Facts
from jianbao.word_lists import either, words

LONGEST_NAME = 4
"""Han characters of a name without a dot."""
LABEL = 6
"""Characters at the start of a line among which it says that it speaks of the writer."""
_WRITER_FIRST = re.compile(
    rf"^(?:(?:[【《〈][^】》〉]{{2,8}}[】》〉]|[^｜|：:]{{2,8}}[｜|])\s*)?(?P<name>[\u3400-\u9fff·]{{2,8}}?)(?P<column>{either('opinion')})?[：:／/]\s*\S"
)
_WRITER_LAST = re.compile(r"[\u3400-\u9fff？！」]\s?[（(](?P<name>[\u3400-\u9fff·]{2,8})[)）]$")
_WRITER_LABELLED = re.compile(r"[（(]\s*(?:文|撰文|作者)\s*[：:／/]\s*(?P<name>[\u3400-\u9fff·]{2,8})\s*[)）]$")
_OWN_COLUMN = re.compile(r"^[【《〈〔](?P<name>[\u3400-\u9fff·]{2,8}?)(?:專欄|专栏)[】》〉〕]\s*\S")
"""The writer's own column, in front of a title: 【某某某專欄】標題."""
_RUBRIC = re.compile(r"^[【《〈]?(?P<name>[\u3400-\u9fff]{2,8})[】》〉｜|]")


def writer(facts: Facts) -> str:
    """The writer whose name stands at the title's start before a colon, or at its end in brackets, where a line above
    it or the title itself names a page of opinion; empty if there is none."""
    title = facts.printed_title()
    labelled = _WRITER_LABELLED.search(title)
    if labelled and persons.is_name(labelled["name"]):
        return labelled["name"]
    own = _OWN_COLUMN.match(title)
    if own and len(own["name"]) <= LONGEST_NAME and persons.is_name(own["name"]):
        return own["name"]
    match = _WRITER_FIRST.match(title) or _WRITER_LAST.search(title)
    name = match["name"] if match else ""
    if not name or len(name) > LONGEST_NAME or not persons.is_name(name):
        return ""
    if match and match.groupdict().get("column"):
        return name
    above = [block.text.plain for block in facts.blocks if block.kind is BlockKind.BYLINE]
    rubric = _RUBRIC.match(title)
    named = (*above, facts.series.value if facts.series else "", rubric["name"] if rubric else "")
    return name if any(line.strip("【】《》〈〉 　").endswith(words("opinion")) for line in named) else ""


def _first(facts: Facts) -> str:
    """The name at a title's start before a colon: the writer's, where the foot says what an unnamed writer is."""
    match = _WRITER_FIRST.match(facts.title.value if facts.title is not None else "")
    name = match["name"] if match else ""
    short = bool(name) and len(name) <= LONGEST_NAME and not like_names.is_word(name)
    return name if short and persons.is_name(name) else ""


def of_foot(foot: Sequence[Known], facts: Facts) -> None:
    """State the writer whose name begins the title, where the foot says what the writer is and names nobody."""
    about = any("作者" in item.plain[:LABEL] for item in foot)
    if about and facts.affiliation is not None and not facts.authors and facts.title is not None and _first(facts):
        facts.authors.append(Field(_first(facts), lines=facts.title.lines))
