"""What the last paragraph of a text says in brackets at its end: who reported, wrote or signs. The words stay there."""

from __future__ import annotations

from dataclasses import replace

from jianbao import regex as re
from jianbao.document import Field
from jianbao.structure.blocks.known import Known
from jianbao.structure.blocks.line_words import is_end_mark
from jianbao.structure.heads import about_writer, desk_credits, like_names, persons
from jianbao.structure.heads.facts import Facts
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.heads.reporter_words import is_place
from jianbao.word_lists import words

_REPORTER = re.compile(
    r"[（(](?:本[報报刊台臺網网]|[\u3400-\u9fff]{1,6}[報报社網网])?(?:特約|特约)?(?:記者|记者|通訊員|通讯员|特派員|特派员)[\s\u3000：:／/]*"
    r"(?P<names>[\u3400-\u9fff·、\s]{2,20}?)[\s\u3000]*(?:報導|報道|报道)?[)）]。?$"
)
"""The reporter of a story, in brackets behind its last sentence."""
_BARE_REPORTER = re.compile(
    r"(?<=[。！？!?」』”])[\s\u3000]+(?:本[報报刊台臺網网社]|[\u3400-\u9fff]{1,6}[報报社網网])?(?:特約|特约)?(?:記者|记者|特派員|特派员)"
    r"[\s\u3000：:／/]*(?P<names>[\u3400-\u9fff·、\s]{2,16})$"
)
"""The same without brackets, behind a blank."""
LONGEST = 160
"""Characters of a sentence's end among which brackets say who its writer is."""
_BEHIND = re.compile(
    r"(?:^|(?<=[。！？!?」』”…]))\s*[（(【〔﹝](?P<inner>(?:[^（()）【】〔〕]|[（(][^（()）]{1,60}[)）]){2,120})"
    r"[)）】〕﹞]$"
)
_IS = ("為", "为", "爲", "是", "係", "系", "任")
"""What a label ends with that says what somebody is."""
_QUOTES = {"「": "」", "『": "』", "“": "”"}
_DID = ("譯", "译", "攝", "摄", "圖", "图")
"""What stands behind the name of a translator, a photographer, or who drew."""


def read(item: Known, facts: Facts) -> None:
    """What the last paragraph says in brackets at its end; the words stay where they are."""
    end = item.plain[-40:] if not facts.authors else ""
    reporter = _REPORTER.search(end) if end[-1:] in (")", "）", "。") else _BARE_REPORTER.search(end)
    if reporter:
        facts.authors += [Field(name, lines=(item.part.last,)) for name in persons.names_in(reporter["names"])]
    who = signed(item.plain) if not reporter else None
    if who is not None:
        facts.state(replace(who, authors=() if facts.authors else who.authors), item.part)
    day = desk_credits.code(item)
    if day and facts.date is None:
        iso = f"{1911 + int(day[:3])}-{day[3:5]}-{day[5:]}"
        facts.date, facts.date_text = Field(iso, lines=(item.part.last,)), day


def signed(text: str) -> MetaLine | None:
    """Who the writer is, in brackets behind the last sentence: （作者為…）, （沈知遠／離島教師）; else None."""
    found = _BEHIND.search(text[-LONGEST:]) if text[-1:] in "）)】〕﹞" else None
    if not found or desk_credits.is_credit(found[0].strip()):
        return None
    inner, day, printed = about_writer.dated(found["inner"].strip())
    label = about_writer.label(inner)
    if not label and _is_quotation(text[: len(text) - len(found[0])]):
        return None
    who = about_writer.read(inner[label:], bool(label))
    if who.name or ("作者" in inner[:label] and (inner[:label].endswith(_IS) or persons.is_affiliation(who.what))):
        names = (who.name,) if who.name else ()
        return MetaLine(date=day, date_text=printed, authors=names, affiliation=who.what)
    beside = persons.signed(inner) or persons.titled(inner) or persons.named(inner)
    if beside:
        return MetaLine(authors=(beside.name,), affiliation=beside.affiliation)
    sure = _is_name(inner) and not like_names.is_word(inner) and not is_place(inner)
    return MetaLine(date=day, date_text=printed, authors=(inner,)) if sure and not is_end_mark(f"（{inner}）") else None


def _is_quotation(text: str) -> bool:
    """Whether a text is one quotation from its first character to the last: brackets behind it say whose it is."""
    closing = _QUOTES.get(text[:1])
    return closing is not None and text.find(closing) == len(text) - 1


def _is_name(text: str) -> bool:
    """Whether words alone in brackets are surely a name: four characters begin with a surname of two, and what a
    translator or a photographer did is none of them."""
    long = len(text) == about_writer.LONGEST_COMMON and "\u3400" <= text[-1] <= "\u9fff"
    return (
        persons.is_name(text)
        and not text.endswith(_DID)
        and (not long or text[:2] in (*words("surnames"), *words("japanese_surnames")))
    )
