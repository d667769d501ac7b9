"""The lines of a title: the first with what stands in front of it, its second line, a subtitle, a translation."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Block, BlockKind, Field
from jianbao.provenance import MappedText
from jianbao.structure import shapes
from jianbao.structure.blocks import no_headings, quoted_posts
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import barred_titles, meta_lines, only_heading, persons, wire_lines, written_dates
from jianbao.structure.heads.facts import Facts
from jianbao.structure.joints import JOINT

_MORE_COMES = re.compile(r"(?:[，、與和及的之、或：:到從在對把讓被於以跟同]|——|──|—|(?<![路方取動动志意偏導])向)$")
_SITE_BAR = re.compile(r"\s+[|｜]\s*|[|｜]\s+|\s+[-–—]\s+|_(?=[\u3400-\u9fff])")
SHORTEST, WIDEST_SITE = 6, 12
"""Han characters of a title in front of its site's name, and of a section's or a site's name."""
MOST_DECKS = 3
"""Lines below the first of a title that a newspaper sets over a story."""
MONTH = 7
"""Characters of a day without its day: 2025-09."""
LONGEST_ISSUER, SAID = 24, 30
"""Han characters of an issuer's name, and parts of a text in which it comes."""
NAME = 4
"""Han characters of a name, which no title goes on with."""
_GOES_ON = re.compile(r"^(?:——|──|—|―|－|-)\s*")
_PART = re.compile(r"^[A-Za-z]{1,9}[.\s]*(?:\d{1,3}|[IVX]{1,5})$")
"""A part's number with its word: PART 01."""
_COLUMN = re.compile(r"^(?:[【〔](?P<bracket>[^】〕]{2,10})[】〕]|(?P<bar>[^｜|／/：:]{2,10})[｜|／/])\s*(?=\S)")
WORDS = 3
"""Words of a title in Latin letters, at least."""
_OF_MEETING = re.compile(r"[會会][議议]?$")
_MEETING = re.compile(
    r"^(?:(?:19|20)?[\d〇一二三四五六七八九十]{2,4}\s?年度?)?第\s*[\d一二三四五六七八九十]{1,4}\s*次[\u3400-\u9fff]{0,12}?(?:會議|会议|大會|大会)?"
    r"(?:[紀記]錄|[纪记]录|議事錄|议事录|[紀纪]要)$"
)
"""Which meeting a record is of, below whose meeting it was."""
_CLAUSES = re.compile(r"^[^\s：]{4,}[\s\u3000]+[^\s：]{4,}(?:[\s\u3000]+[^\s：]{4,})+$")
"""Clauses with blanks between them, as a newspaper sets them below a headline."""
_IN_BRACKETS = re.compile(r"^[【〔［]\s?[^】〕］]{1,8}\s?[】〕］]$")
"""A rubric between a title and its writer."""
_PAIRS = {"「": "」", "『": "』", "《": "》", "（": "）", "(": ")", "【": "】", "“": "”", "〈": "〉"}


def entitle(item: Known, facts: Facts, signers: Sequence[str]) -> None:
    """Take a line for the title, without a date, a signer's name or a column's in front of it."""
    text = item.plain
    dated = written_dates.find(text)
    parted = dated and re.match(r"[】)）\]｜|：:\s]", text[dated[0].end :])
    if dated and parted and dated[0].start <= 1 and len(dated[0].iso) == 10 and dated[0].end + 4 < len(text):
        head = item.part.cut(
            0, dated[0].end + len(text[dated[0].end :]) - len(text[dated[0].end :].lstrip("】)）]｜| ：:　"))
        )
        facts.date, facts.date_text = Field(dated[0].iso, lines=(item.part.first,)), head.plain
        facts.print(head)
        facts.entitle(item.part, item.part.text.slice(len(head.plain)).strip())
        return
    match = re.match(r"^([^\s：:]{2,16})[：:]\s*(?=\S)", text)
    if match and any(_is_signer(match[1], name) for name in signers):
        facts.print(item.part.cut(0, match.end()))
        facts.entitle(item.part, item.part.text.slice(match.end()).strip())
        return
    barred = barred_titles.read(text)
    if barred:
        facts.state(barred.stated, item.part)
        for start, stop in ((0, barred.start), (barred.start, barred.end), (barred.end, len(text))):
            if (start, stop) == (barred.start, barred.end):
                facts.entitle(item.part, item.part.text.slice(start, stop))
            elif text[start:stop].strip():
                facts.print(item.part.cut(start, stop))
        return
    end = _before_site(text)
    if end:
        facts.entitle(item.part, item.part.text.slice(0, end))
        facts.print(item.part.cut(end))
        return
    column = _COLUMN.match(text)
    if column and facts.series is None:
        word = column["bracket"] or column["bar"]
        meta = meta_lines.parse(word)
        if meta and meta.series and not meta.opens:
            facts.series = Field(word, lines=(item.part.first,))
    facts.entitle(item.part)


def _before_site(text: str) -> int:
    """Where a title ends that a section and the outlet's name follow behind bars; 0 where none does."""
    bars = list(_SITE_BAR.finditer(text))
    if not bars or shapes.width(text[: bars[0].start()]) < SHORTEST:
        return 0
    pieces = [piece.strip() for piece in _SITE_BAR.split(text)[1:]]
    short = all(piece and shapes.width(piece) <= WIDEST_SITE and not shapes.is_loud(piece) for piece in pieces)
    return bars[0].start() if short and persons.is_organisation(pieces[-1]) else 0


def _is_signer(prefix: str, name: str) -> bool:
    """Whether the words before a colon are a signer's name, or its end."""
    words = shapes.key(prefix)
    return len(words) >= 2 and shapes.key(re.split(r"[（(]", name)[0]).endswith(words)


def is_rest(item: Known, facts: Facts, heads: Sequence[str]) -> bool:
    """Whether a running head says in one line what the title and the line right below it say together."""
    if not facts.blocks or facts.blocks[-1].kind is not BlockKind.TITLE:
        return False
    whole = shapes.key(facts.blocks[-1].text.plain + item.plain)
    return any(shapes.key(head) == whole for head in heads)


def join(item: Known, facts: Facts) -> None:
    """Take a line for the second line of the title, which stands right above."""
    last = facts.blocks[-1].text
    glue = "" if shapes.has_han(last.plain[-1:]) or shapes.has_han(item.plain[:1]) else " "
    joined = MappedText.concat((last, MappedText.inserted(glue, JOINT), item.part.text))
    facts.blocks[-1] = Block(BlockKind.TITLE, joined)
    lines = (*(facts.title.lines if facts.title else ()), item.part.first)
    facts.title = Field(joined.plain, lines=lines)


def second_line(known: Sequence[Known], index: int, facts: Facts) -> bool:
    """A second short line under the title: the title's own second line, a subtitle, or already a heading."""
    item = known[index]
    last = facts.blocks[-1] if facts.blocks else None
    below = known[index + 1] if index + 1 < len(known) else None
    name = shapes.width(item.plain) <= NAME and below is not None and below.role is Role.META
    name = name and not (last is not None and last.text.plain.endswith(("，", "：")))
    if last is not None and last.kind is BlockKind.TITLE and not name and _goes_on(last.text.plain, item.plain):
        join(item, facts)
        return True
    if below is not None and quoted_posts.is_post(below):
        return False  # a heading over posts
    dash = _GOES_ON.match(item.plain)
    wired = _stands_over_wire(known, index)
    summed = wired and below is not None and below.role is Role.TITLE
    if summed and facts.date is not None and last is not None and last.kind is not BlockKind.TITLE:
        return False  # lines below the day that sum up a release are its first
    foreign = shapes.has_han(facts.printed_title()) and not shapes.has_han(item.plain)
    foreign = foreign and not _PART.match(item.plain)
    below_title = last is not None and last.kind is BlockKind.TITLE
    more_head = (
        wired or foreign or any(other.role in (Role.META, Role.SIGNATURE) for other in known[index + 1 : index + 4])
    )
    deck = (
        below_title
        and below is not None
        and below.role is Role.BODY
        and bool(_CLAUSES.search(item.plain) and item.plain[0] not in "（(")
    )
    alone = below_title and only_heading.is_one(known, index)
    names_next = any(
        persons.names_in(other.plain) for other in known[index + 1 : index + 3] if other.role is Role.TITLE
    )
    if more_head and not (below_title or dash or facts.subtitle):
        facts.print(item.part)
        return True
    if foreign and below_title and more_head and facts.subtitle is not None:
        facts.print(item.part)  # its translation, below a site's motto in other letters above the title
        return True
    over_facts = below is not None and below.meta is not None and below.meta.opens and _IN_BRACKETS.match(item.plain)
    if facts.subtitle is not None and (wired or over_facts):
        facts.print(item.part)
        return True
    if facts.subtitle is None and (dash or more_head or deck or alone or (names_next and not facts.authors)):
        value = item.plain[dash.end() :] if dash else item.plain
        if not no_headings.is_one(item.plain):
            facts.subtitle = Field(value, lines=(item.part.first,))
        facts.print(item.part)
        return True
    return False


def _stands_over_wire(known: Sequence[Known], index: int) -> bool:
    """Whether a story that says where it is reported from begins below, perhaps behind further lines of its title."""
    below = next((n for n in range(index + 1, len(known)) if known[n].role is not Role.TITLE), len(known))
    return below <= index + MOST_DECKS and below < len(known) and bool(wire_lines.start(known[below].plain))


def _goes_on(title: str, line: str) -> bool:
    """Whether a title is cut: it ends in a word that wants another, or a bracket is still open."""
    if _MORE_COMES.search(title) or (_MEETING.match(line) and _OF_MEETING.search(title)):
        return True
    return any(title.count(left) > title.count(right) and right in line for left, right in _PAIRS.items())


def is_translated(known: Sequence[Known], index: int, facts: Facts) -> bool:
    """Whether Latin words right below a title in Han characters are its translation: the writers stand below them."""
    if facts.subtitle is not None or facts.authors or shapes.has_han(known[index].plain):
        return False
    above = facts.blocks[-1] if facts.blocks else None
    below = known[index + 1] if index + 1 < len(known) else None
    return (
        above is not None
        and above.kind is BlockKind.TITLE
        and shapes.has_han(above.text.plain)
        and below is not None
        and below.role is Role.TITLE
        and bool(persons.names_in(below.plain))
    )


def is_of_meeting(known: Sequence[Known], index: int) -> bool:
    """Whether a title says which meeting a record is of, and the line right above it whose."""
    above = known[index - 1] if index else None
    return above is not None and bool(_MEETING.match(known[index].plain) and _OF_MEETING.search(above.plain))


def is_issuer(known: Sequence[Known], index: int, facts: Facts) -> bool:
    """Whether a line between a title and its day names who issues the text: an organisation of which the text speaks
    (本部), or whose name begins as the title does."""
    text, last = known[index].plain, facts.blocks[-1] if facts.blocks else None
    if facts.source is not None or last is None or last.kind is not BlockKind.TITLE or index + 1 >= len(known):
        return False
    day = known[index + 1].meta
    begins = last.text.plain.startswith(text)
    if day is None or len(day.date) < MONTH or shapes.is_loud(text) or not (begins or persons.is_organisation(text)):
        return False
    least = NAME - 1 if persons.is_organisation(text) and not persons.is_name(text) else NAME + 1 - begins
    if not least <= shapes.width(text) <= LONGEST_ISSUER or _goes_on(last.text.plain, text):
        return False
    body = (item.plain for item in known[index + 2 : index + 2 + SAID] if item.role is Role.BODY)
    itself = f"本{text[-1]}"
    said = any(text[: NAME + 2] in plain or itself in plain for plain in body)
    return said or last.text.plain.startswith(text[:NAME])


def says_title(known: Sequence[Known], index: int) -> bool:
    """Whether a line of many words without Han characters stands right above a title in them: it says the same."""
    text, below = known[index].plain, known[index + 1] if index + 1 < len(known) else None
    if shapes.has_han(text) or len(text.split()) <= WORDS or persons.is_periodical(text) or known[index].meta:
        return False
    return below is not None and below.role is Role.TITLE and shapes.has_han(below.plain) and "," not in text


def is_translation(known: Sequence[Known], index: int) -> bool:
    """Whether words without Han characters on top of all say in another language what the title right below says: the
    title and the text are in Han characters, and facts stand below the two."""
    text = known[index].plain
    if shapes.has_han(text) or len(text.split()) < WORDS or index + 2 >= len(known):
        return False
    title, below = known[index + 1], known[index + 2]
    body = next((item.plain for item in known[index + 2 :] if item.role is Role.BODY), "")
    named = persons.names_in(title.plain) or persons.is_affiliation(title.plain)
    titled = title.role is Role.TITLE and shapes.has_han(title.plain) and not named
    return titled and below.role is not Role.BODY and shapes.has_han(body)


def is_marked_deck(known: Sequence[Known], index: int, facts: Facts) -> bool:
    """Whether a heading right below the title is a subtitle: the writer or the day stands below it, above all text."""
    last = facts.blocks[-1] if facts.blocks else None
    below = known[index + 1] if index + 1 < len(known) else None
    if facts.subtitle is not None or last is None or last.kind is not BlockKind.TITLE or below is None:
        return False
    return below.role is Role.META and below.meta is not None and bool(below.meta.date or below.meta.authors)
