"""The title block on top of a printed document: a title over several lines, the writers, where they work.

Before: ``從渡船口到轉運站：河岸交通的再`` / ``思考`` / ``何青嵐`` / ``河岸規劃學會 副理事長``
After: a title, a writer, what he is.
Never: a block with a line that states none of these; a subtitle, which a title in whole words has below it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.blocks.line_words import is_section
from jianbao.structure.heads import (
    journal_lines,
    masthead,
    official_letters,
    persons,
    printed_above,
    site_names,
    title_rests,
    title_words,
    written_dates,
)
from jianbao.structure.heads.fact_tokens import OUTLET
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.layout import cut_words
from jianbao.word_lists import either

MOST = 16
"""Parts of a title block at most."""
LONGEST = 40
"""Han characters of one of its lines."""
LONGEST_OPEN = 30
"""The same of a line that a colon ends: a longer one is text that leads to a list."""
MOST_LINES = 6
"""Lines of a title and its translation at most."""
WHOLE, REST = 12, 4
"""Han characters of a line that may be all but the end of a title, and of the end below it: no subtitle is as short."""
SURE = 2.0
"""What a word gains, as a natural logarithm, that the end of a title's line has cut."""
SHORTEST = 4
"""Han characters of a title's line that a colon ends: a shorter one is a label."""
_OPEN = re.compile(r"(?:[，、與和及的之或：:到從在對把讓被於以]|——|──|—)$")
"""The end of a line that wants another."""
_ENDS_IN_JOB = re.compile(rf"{either('jobs')}[）)]?$")
_TALK = re.compile(
    r"(?:專|专|獨家專|独家专)?[訪访](?!問|问|客|台|臺|華|华|中|日|美|韓|韩)|[與与].{2,24}(?:[對对][談谈话話]|一席[談谈话話])$"
)
"""A subtitle that says with whom somebody talked."""
_DASHES = "—─―–-"
"""What a subtitle begins with."""
_SCHOOL = re.compile(r"(?:大[學学]|[學学]院|[學学]系|University|College)")
_SCHOLAR = re.compile(
    r"^(?P<name>[\u3400-\u9fff·]{2,8})[\s\u3000]+(?:博士|教授|[\u3400-\u9fff]{0,6}(?:研究員|研究员|教授))$"
)
"""A writer with his degree or his rank behind the name."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, those of the title block told; a newspaper's page has none, but headlines."""
    if masthead.is_page(known):
        return list(known)
    end = _end(known)
    facts = next((i for i in range(1, end) if _states(known[i]) and _is_of_title(known, i - 1)), end)
    if not 0 < facts < len(known) or not (facts < end or _opens_text(known[end])) or end == MOST:
        return list(known)
    people = _people(known[facts:end])
    begin = facts
    while begin and _is_of_title(known, begin - 1):
        begin -= 1
    if people is None or not 0 < facts - begin <= MOST_LINES:
        return list(known)
    named = facts < end and known[facts].role is Role.TITLE
    while begin + 1 < facts and (printed := printed_above.state(known[begin])):
        known = [*known[:begin], Known(known[begin].part, Role.META, printed), *known[begin + 1 :]]
        begin += 1
    titles = _joined(known[begin:facts], named)
    writers = any(item.meta is not None and item.meta.authors for item in people[:1])
    rubric = all(shapes.width(item.plain) < title_words.NARROWEST for item in titles[:-2])
    if writers and rubric and len(titles) > 1 and _is_deck(titles[-2], titles[-1], known[end:]):
        above = [Known(item.part, Role.META, MetaLine(series=item.plain)) for item in titles[:-2]]
        titles = [*above, titles[-2], Known(titles[-1].part, Role.META, MetaLine(deck=True))]
    return [*printed_above.named(known[:begin]), *titles, *people, *known[end:]]


def _end(known: Sequence[Known]) -> int:
    """Where the block ends: before running text, a heading with a number, the name of a section, the next page."""
    for index, item in enumerate(known[:MOST]):
        over = item.role in (Role.BODY, Role.BLOCK, Role.CAPTION, Role.EDITOR) and not _is_open(item)
        if over or is_section(item.plain) or numbering.scheme(item.plain) or shapes.width(item.plain) > LONGEST:
            return index
        if index and item.part.page > known[0].part.page:
            return index
    return min(MOST, len(known))


def _opens_text(item: Known) -> bool:
    """Whether a part is the first of a paper's: the name of its abstract, the number of a section."""
    return is_section(item.plain) or numbering.scheme(item.plain) is not None


def _is_open(item: Known) -> bool:
    """Whether a short line looks like text only because a colon ends it: the first of a title's."""
    text = item.plain
    line = item.role is Role.BODY and item.part.first == item.part.last and text[-1] in "：:"
    return (
        line
        and SHORTEST <= shapes.width(text) <= LONGEST_OPEN
        and not shapes.bullet(text)
        and not (text[0] == "各" and official_letters.is_addressed(text))
    )


def _is_person(item: Known) -> bool:
    """Whether a line is the names of writers, perhaps with what they are."""
    if item.role in (Role.META, Role.SIGNATURE):
        return item.meta is not None and bool(item.meta.authors)
    return item.role is Role.TITLE and bool(_names(item.plain))


def _names(text: str) -> tuple[str, ...]:
    scholar = _SCHOLAR.match(text)
    if scholar and persons.is_name(scholar["name"]):
        return (scholar["name"],)
    marked = journal_lines.marked(text)
    return marked or tuple(persons.names_in(text))


def _states(item: Known) -> bool:
    return _is_person(item) or _is_day(item)


def _is_day(item: Known) -> bool:
    return item.role is Role.META and item.meta is not None and bool(item.meta.date) and not item.meta.issue


def _is_of_title(known: Sequence[Known], index: int) -> bool:
    """Whether a line may be one of a title: behind a colon also one that looks like the name of a series."""
    item = known[index]
    if item.role is Role.META:
        series = item.meta is not None and item.meta.series == item.plain and not item.meta.opens
        return series and index > 0 and _is_open(known[index - 1])
    return (item.role is Role.TITLE or _is_open(item)) and not _names(item.plain)


def _joined(lines: Sequence[Known], named: bool) -> list[Known]:
    """The lines of a title, those one that are one. ``named``: right below them a writer's name stands alone."""
    done: list[Known] = []
    for item in lines:
        if done and item.part.page == done[-1].part.page and _is_one(done[-1], item, named and item is lines[-1]):
            done[-1] = title_rests.joined(done[-1], item)
        else:
            done.append(item)
    return done


def _is_one(above: Known, below: Known, last: bool) -> bool:
    """Whether two lines are of one title, or of its translation; the ``last`` of them over a name may be short."""
    one, other = above.plain, below.plain
    if shapes.has_han(one) != shapes.has_han(other) or other[0] in _DASHES + "(（【":
        return False
    if below.part.gap > (1 if one[-1] in "：:" else 0) or persons.is_organisation(one):
        return False
    if other[-1] in "：:" and "，" in other:
        return False  # running text that leads to a list
    if not shapes.has_han(one):
        return one[-1] == ":" or other[0].islower()
    rest = last and shapes.width(one) >= WHOLE and shapes.width(other) <= REST and other.isalnum()
    rest = rest and not OUTLET.match(other)
    return rest or bool(_OPEN.search(one) or title_rests.GOES_ON.match(other)) or cut_words.gain(one, other) >= SURE


def _is_deck(title: Known, line: Known, text: Sequence[Known]) -> bool:
    """Whether a line right above the writers is a subtitle: the line right above it is wide enough for a title, names
    no site, and speaks of what the text does."""
    one, other = title.plain, line.plain
    printed = line.part.first == title.part.last + 1 and shapes.has_han(one) and shapes.has_han(other)
    talk = bool(_TALK.match(other)) and shapes.width(one) >= SHORTEST
    wide = talk or min(shapes.width(one), shapes.width(other)) >= title_words.NARROWEST
    if (
        not printed
        or not wide
        or other[0] in _DASHES
        or written_dates.find(one)
        or persons.is_organisation(one)
        or site_names.is_of_site(one)
    ):
        return False
    said = "".join(item.plain for item in text if item.role is Role.BODY)[: title_words.SAMPLE]
    return talk or title_words.share(one, title_words.pairs_of(said)) > 0


def _people(lines: Sequence[Known]) -> list[Known] | None:
    """The lines from the first writer or day on: writers, the same once more in Latin letters, what they are; None
    where any other line stands above the day."""
    told: list[Known] = []
    dated = False
    for index, item in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else None
        dated = dated or _is_day(item)
        if item.role in (Role.META, Role.SIGNATURE, Role.SEPARATOR):
            told.append(item)
            continue
        writers = any(other.meta is not None and other.meta.authors for other in told)
        meta = _stated(item.plain, below, writers, dated) if item.role is Role.TITLE else None
        if meta is None:
            return [*told, *lines[index:]] if dated else None
        told.append(Known(item.part, Role.META, meta))
    return told


def _stated(text: str, below: Known | None, writers: bool, dated: bool) -> MetaLine | None:
    """What a line of the block states below its title: whether ``writers`` and a day stand above it decides."""
    names = _names(text)
    if names and writers and not shapes.has_han(text):
        return MetaLine(desk=True)
    if names:
        said = not dated or (below is not None and _is_what(below.plain))
        return MetaLine(authors=names) if said else None
    if writers and _is_what(text):
        return _what(text, below)
    return None


def _is_what(text: str) -> bool:
    """Whether a line is what somebody is or where he works: it ends so."""
    return bool(_ENDS_IN_JOB.search(text)) or persons.is_organisation(_first_unit(text))


def _first_unit(text: str) -> str:
    """The organisation in front of its part: 某某研究院 某某計畫."""
    return text.split(maxsplit=1)[0] if shapes.has_han(text) and not persons.is_organisation(text) else text


def _what(text: str, below: Known | None) -> MetaLine:
    """What a line below writers' names says: what they are, or who issues the text, with its day below."""
    issuer = persons.is_organisation(text) and not _SCHOOL.search(text) and below is not None and _is_day(below)
    return MetaLine(source=text) if issuer else MetaLine(affiliation=text)
