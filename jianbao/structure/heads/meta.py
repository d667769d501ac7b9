"""The facts about an article, complete: the editor's word first, then what the text states, then what can be made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from jianbao import regex as re
from jianbao.document import Block, BlockKind, Field, Meta
from jianbao.sidecar import ArticleFacts
from jianbao.structure.blocks import kinds
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import speech_lines, written_dates
from jianbao.structure.heads.facts import Facts
from jianbao.structure.traces import Traces

LONGEST_NAME = 24
"""Characters of a display title that is made from a sentence."""

_KINDS = {"press-release": ("新聞稿", "新闻稿", "新聞資料", "新聞通報", "會後新聞稿", "聲明稿", "新聞發布", "新闻发布")}
"""What a page prints for the kind of its text: no series."""
_HEAD = (BlockKind.TITLE, BlockKind.BYLINE)
_EN_HEAD = re.compile(r"(?P<name>[A-Z][A-Za-z&' ]{4,60}?),?\s*(?P<issue>(?:Vol\.?\s*\d+,?\s*)?No\.?\s*\d+)")
_ZH_HEAD = re.compile(
    r"(?P<name>[《]?[\u3400-\u9fff]{2,16}[》]?)\s*(?P<issue>第\s*[\u3400-\u9fff0-9]{1,6}\s*[期卷](?:\s*第\s*\S{1,4}\s*期)?"
    r"|(?:19|20)\d\d\s?年\s?\d{1,2}\s?月[號号刊])"
)


def complete(facts: Facts, blocks: Sequence[Block], known: Sequence[Known], editor: ArticleFacts, seen: Traces) -> Meta:
    """The article's ``Meta``. A fact that the editor states replaces the text's; ``display_title`` is never empty."""
    _from_heads(facts, seen.heads)
    title = Field(editor.title, "editor") if editor.title else facts.title
    date = Field(editor.date, "editor") if editor.date else facts.date
    authors = tuple(Field(name, "editor") for name in editor.authors) or tuple(facts.authors or facts.interviewers)
    body = [block for block in blocks if block.kind not in (BlockKind.TITLE, BlockKind.BYLINE)]
    kind, truncated = kinds.guess(blocks, facts, known)
    affiliation = facts.affiliation
    if kind == "speech" and not editor.authors:
        authors, affiliation = _speaker(facts, blocks, known)
    return Meta(
        title=title,
        display_title="" if title else _name(body, blocks),
        subtitle=facts.subtitle,
        date=date,
        date_text="" if editor.date else facts.date_text,
        authors=authors,
        affiliation=affiliation,
        source=Field(editor.source, "editor") if editor.source else facts.source,
        source_en=facts.source_en,
        series=None if facts.series and facts.series.value in _KINDS.get(kind, ()) else facts.series,
        issue=facts.issue,
        tags=(*facts.tags, *(tag for tag in seen.tags if tag not in facts.tags)),
        kind=editor.kind or kind,
        language=kinds.language(body),
        truncated=truncated,
    )


def _speaker(facts: Facts, blocks: Sequence[Block], known: Sequence[Known]) -> tuple[tuple[Field, ...], Field | None]:
    """Whose a speech is, and what he is: whom the title or a line below it names, before those who wrote it down, as is
    said below the text, and the place that stands beside the day."""
    text = next((item.part.first for item in known if item.role is Role.BODY), 0)
    day = facts.date.lines if facts.date else ()
    if any(author.lines and author.lines[0] < text and author.lines != day for author in facts.authors):
        return tuple(facts.authors), facts.affiliation
    head = takewhile(lambda block: block.kind in _HEAD, blocks)
    found = speech_lines.speaker(block.text.plain for block in head)
    if found is None:
        return tuple(facts.authors), facts.affiliation
    lines = facts.title.lines if facts.title else ()
    what = Field(found.what, lines=lines) if found.what else facts.affiliation if not facts.authors else None
    return (Field(found.name, lines=lines),), what


def _from_heads(facts: Facts, heads: Sequence[str]) -> None:
    """A journal's running heads state its name, issue and date."""
    for text in heads:
        chinese, english = _ZH_HEAD.search(text), _EN_HEAD.search(text)
        if chinese and facts.source is None:
            facts.source = Field(chinese["name"].strip("《》"))
        if chinese and facts.issue is None:
            facts.issue = Field("".join(chinese["issue"].split()))
        if english and facts.source_en is None:
            facts.source_en = Field(english["name"].strip())
        if facts.date is None and (chinese or english):
            dates = written_dates.find(text)
            if dates:
                facts.date, facts.date_text = Field(dates[0].iso), text[dates[0].start : dates[0].end]


def _name(body: Sequence[Block], blocks: Sequence[Block]) -> str:
    """What to call an article that states no title: the beginning of its first sentence."""
    for block in (*(item for item in body if item.kind is BlockKind.PARAGRAPH), *body, *blocks):
        text = " ".join(block.text.plain.split())
        if text:
            first = re.split(r"[。！？!?；;]", text)[0] or text
            if len(first) <= LONGEST_NAME:
                return first
            clause = re.match(rf"^.{{8,{LONGEST_NAME}}}(?=[，,、：:])", first)
            return f"{clause[0] if clause else first[:LONGEST_NAME]}…"
    return "…"
