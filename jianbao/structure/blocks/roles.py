"""What each part is by itself, before anybody knows which article it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from jianbao import regex as re
from jianbao.structure import apart, shapes
from jianbao.structure.blocks import dashed_turns, marked_parts, numbering, signers, timed_turns, triangle_heads
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import (
    LONGEST_SPEAKER,
    SIGN_OF_ROLE,
    SPEAKER,
    WORDS_OF_ROLES,
    closes_story,
    is_turn,
    role_by_words,
)
from jianbao.structure.entries import chronology
from jianbao.structure.heads import like_names, meta_lines, persons, speech_lines, venue_lines
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.notes.note_heading import HEADING as NOTES
from jianbao.structure.parts import Part
from jianbao.word_lists import words

SPOKEN_OF = 40
"""Parts above a bare name in which it must not come more than once: nobody speaks so of himself."""
_SPREAD = re.compile(r"^[\u3400-\u9fff](?:\u3000|[\s\u3000]{2,8})[\u3400-\u9fff][\s\u3000：:]+\S")
"""A field of a form, its label spread to the width of longer ones: 地　　點　某處."""
_TWO_TONGUES = re.compile(
    r"(?:[A-Z][A-Za-z&]+[\s\u3000|｜/／]+)?(?P<name>[\u3400-\u9fff]{2,8})(?:[\s\u3000|｜/／]+[A-Z][A-Za-z& ]{2,24})?$"
)
"""The name of a column, in English beside it: 人物專訪 INTERVIEW."""
_APART = re.compile(r"^(?:\S[\s\u3000]+){2,}\S$")
"""A heading whose characters stand apart: 報　告　事　項."""
_FORM = re.compile(
    r"^(?:[時时] [間间]|地 [點点]|日 期|主 [席持]|[出列缺] 席|[請请] 假|[紀記纪记] [錄录])[\s\u3000：:]+\S"
)
"""The same of minutes, where a single space spreads the label."""
_FIELD = re.compile(r"^[\u3400-\u9fff]{2,6}[\u3000：:]+\S")
"""A field of a form, its label as wide as the others."""
_OF_ITSELF = re.compile(r"^(?:本文|本篇|本稿|此文).*[，《]")
"""A line that says where a text came out first, or from what it was taken: no heading."""
_NO_TITLE = re.compile(
    r"^《[^》]{1,40}》[\s\u3000，,]*[^。]{2,40}?(?:[編编]?著|主[編编]|[譯译])[\s\u3000，,；;][^。]{2,40}$|^[→➔➜]|^.*[)）]\s*1[01]\d[01]\d[0-3]\d$|^(?:敬?致|此致|受文者)\s*[：:]\s*\S|^[^，,。：:]{2,20}[，,]\s*[^，,。：:]{0,14}(?:記者|记者|編輯|编辑|分析員|特派員)[，,]\s*[^，,。\d]{2,10}$"
)
"""A book with who wrote it and who printed it; a link to read on; an agency's credit and code; whom a letter is for;
who reports for whom from where, above what he says."""
_BULLETS = "●■◆◇▌▍▎・•·○◎"
"""Marks in front of a day that stands alone in a line."""
MARKED_DAY = 24
TOP, MARKED_NAME, MARKED_WRITER = 6, 10, 40
"""Parts on top of a text among which a name stands between the title and the text, behind a mark; its characters, and
those of a name with what its bearer is."""


def assign(parts: Sequence[Part]) -> list[Known]:
    """The role of every part."""
    speakers = _speakers(parts)
    texts = [part.plain for part in parts]
    spoken = timed_turns.find(texts)
    turns = spoken | dashed_turns.find(texts)
    known = [
        Known(part, Role.BODY)
        if not part.block and (index in turns or (index - 1 in spoken and timed_turns.is_label(parts[index - 1].plain)))
        else _known(part, speakers)
        for index, part in enumerate(parts)
    ]
    for index, item in enumerate(known):
        if item.role is Role.TITLE and index and known[index - 1].role is Role.BODY and _signs(known, index):
            names = persons.names_in(item.plain)
            known[index] = Known(item.part, Role.SIGNATURE, MetaLine(authors=tuple(names)))
    for index in range(1, len(known)):
        below_signer = known[index].role is Role.TITLE and known[index - 1].role is Role.SIGNATURE
        beside = persons.bracketed(known[index].plain) if below_signer else None
        if beside:
            said = MetaLine(authors=(beside.name,), affiliation=beside.affiliation)
            known[index] = Known(known[index].part, Role.SIGNATURE, said)
    for index in range(1, min(TOP, len(known) - 1)):
        item, sides = known[index], (known[index - 1].role, known[index + 1].role)
        mark = shapes.bullet(item.plain) if sides == (Role.TITLE, Role.BODY) and len(item.plain) <= MARKED_WRITER else 0
        if not mark or shapes.bullet(known[index + 1].plain):
            continue
        writer = persons.signed(item.plain[mark:])
        if writer:
            said = MetaLine(authors=(writer.name,), affiliation=writer.affiliation)
            known[index] = Known(item.part, Role.SIGNATURE, said)
        elif len(item.plain) <= MARKED_NAME and persons.is_name(item.plain[mark:]):
            known[index] = Known(item.part, Role.SIGNATURE, MetaLine(authors=(item.plain[mark:].strip(),)))
    for index in range(1, min(TOP, len(known) - 1)):
        item = known[index]
        over = (
            item.role is Role.TITLE
            and known[index + 1].role is Role.BODY
            and any(one.role is Role.TITLE for one in known[:index])
        )
        beside = persons.named(item.plain) if over else None
        if beside:
            said = MetaLine(authors=(beside.name,), affiliation=beside.affiliation)
            known[index] = Known(item.part, Role.SIGNATURE, said)
    held = [
        n for n in range(1, min(TOP, len(known))) if known[n].role is Role.TITLE and venue_lines.parse(known[n].plain)
    ]
    if len(held) == 1 and known[held[0] - 1].role is Role.TITLE:
        known[held[0]] = Known(known[held[0]].part, Role.META, venue_lines.parse(known[held[0]].plain))
    for index in range(1, len(known) - 1) if speakers else ():
        title = known[index].role is Role.TITLE and SPEAKER.match(known[index].plain)
        if title and all(is_turn(known[side].plain, speakers) for side in (index - 1, index + 1)):
            known[index] = Known(known[index].part, Role.BODY)  # who speaks once among those who speak more often
    fields = set[int]()
    for index in range(1, len(known)):
        item, above = known[index], known[index - 1]
        form = _SPREAD.match(above.plain) or index - 1 in fields
        if item.role is Role.TITLE and form and _FIELD.match(item.plain):
            known[index] = Known(item.part, Role.BODY)
            fields.add(index)
    for begin, end in chronology.runs(
        [item.plain if item.role in (Role.META, Role.TITLE, Role.BODY) else "" for item in known]
    ):
        known[begin:end] = [Known(item.part, Role.BODY) for item in known[begin:end]]
    for index, item in enumerate(known):
        above_nothing = index + 1 == len(known) or known[index + 1].role in (Role.META, Role.END, Role.SIGNATURE)
        if above_nothing and item.role in (Role.EDITOR, Role.BODY) and NOTES.fullmatch(item.plain):
            known[index] = Known(item.part, Role.TITLE)  # over notes, which stand apart from the text
    for index in range(len(known) - 1):
        below = known[index + 1].meta
        label = known[index].plain.strip("：: ") in words("tag_labels") and known[index].meta is None
        if label and below is not None and below.tags:
            known[index] = Known(known[index].part, Role.META, MetaLine(desk=True))
    headlines = [index for index in range(len(known) - 1) if _numbered_headline(known[index], known[index + 1])]
    if len(headlines) >= 2:
        for index in headlines:
            known[index] = Known(known[index].part, Role.TITLE)
    first = next((n for n, item in enumerate(known) if item.role is Role.BODY), len(known))
    for index in range(first + 1, len(known)):
        if known[index].role is Role.META and speech_lines.is_note(known[index].plain):
            known[index] = Known(known[index].part, Role.BODY)  # behind the speech it is read as the text's last words
    return marked_parts.roles(triangle_heads.told(known))


def _numbered_headline(item: Known, following: Known) -> bool:
    """Whether a numbered line has a reporter's line right below, or an outlet's with a day, as the stories of a digest
    have."""
    found = numbering.scheme(item.plain) if item.role is Role.BODY and not item.part.block else None
    meta = following.meta if following.role is Role.META else None
    return bool(
        found
        and meta
        and (meta.authors or meta.report or (meta.source and len(meta.date) == 10))
        and shapes.is_title_like(item.plain[found.end :].strip())
    )


def _signs(known: Sequence[Known], index: int) -> bool:
    """Whether a bare name under running text signs it: the text ends there, or a new title follows."""
    name = known[index].plain
    if not persons.is_name(name) or like_names.is_word(name) or not shapes.ends_sentence(known[index - 1].plain):
        return False
    if sum(name in item.plain for item in known[max(index - SPOKEN_OF, 0) : index]) >= 2:
        return False
    following = known[index + 1] if index + 1 < len(known) else None
    if following is None or following.role in (Role.SEPARATOR, Role.END):
        return True
    return following.role is Role.TITLE and index + 2 < len(known) and known[index + 2].role is not Role.TITLE


def _speakers(parts: Sequence[Part]) -> frozenset[str]:
    """Words before a colon that open turns of speech: they come again, at least once before a complete sentence."""
    count: Counter[str] = Counter()
    speaks: set[str] = set()
    for part in parts:
        opening = part.plain[:LONGEST_SPEAKER]
        match = SPEAKER.match(opening) if "：" in opening or ":" in opening else None
        if match:
            count[match[1]] += 1
            if shapes.ends_sentence(part.plain) and len(part.plain) > len(match[0]):
                speaks.add(match[1])
    return frozenset(name for name, times in count.items() if times >= 2 and name in speaks)


def _known(part: Part, speakers: Set[str]) -> Known:
    text = part.plain
    if part.block:
        return Known(part, Role.BLOCK)
    if text.isalnum() and not part.caption and not WORDS_OF_ROLES.search(text):
        return _stated(part) or _shaped(part)
    if apart.is_row_of_marks(text):
        return Known(part, Role.SEPARATOR)
    role = role_by_words(part, speakers) if part.caption or SIGN_OF_ROLE.search(text) else None
    if role:
        return Known(part, role)
    about = signers.about(text)
    if about and text[0] in "（(【[":
        return Known(part, Role.SIGNATURE, about)
    stated = _stated(part)
    if stated:
        return stated
    signed = (about if about and persons.is_affiliation(text[:80]) else None) or signers.signed(text)
    if signed:
        return Known(part, Role.SIGNATURE, signed)
    day = meta_lines.parse(text[1:].strip()) if text[0] in _BULLETS and len(text) <= MARKED_DAY else None
    if day is not None and day.date and not day.title[1]:
        return Known(part, Role.META, day)
    marked = signers.marked(text)
    if marked:
        return Known(part, Role.SIGNATURE, marked)
    return _shaped(part)


def _stated(part: Part) -> Known | None:
    """A line that states facts and nothing else."""
    named = _TWO_TONGUES.match(part.plain)
    if named and named["name"] != part.plain and named["name"] in words("series"):
        return Known(part, Role.META, MetaLine(series=named["name"]))
    apart = _APART.match(part.plain) is not None
    whole = "".join(part.plain.split()) if apart else part.plain
    meta = MetaLine(series=whole) if apart and whole in words("series") else meta_lines.parse(part.plain)
    if not meta:
        return None
    signs = meta.authors and meta.affiliation and not meta.date
    return Known(part, Role.SIGNATURE if signs else Role.META, meta)


def _shaped(part: Part) -> Known:
    """Title or body, by the shape alone."""
    text = part.plain
    spread = _SPREAD.match(text) if not _APART.match(text) else None
    field = spread or (text[1:2] == " " and _FORM.match(text))
    own = _OF_ITSELF.match(text) or field or closes_story(text) or _NO_TITLE.match(text)
    title = shapes.is_title_like(text) and not own
    title = title and not numbering.scheme(text) and not shapes.bullet(text)
    return Known(part, Role.TITLE if title else Role.BODY)
