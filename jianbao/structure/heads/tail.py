"""The end of an article: who signed it, when, what he is, what the editors add."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.document import Block, BlockKind, Field
from jianbao.structure import shapes
from jianbao.structure.blocks import captions, short_lines
from jianbao.structure.blocks.known import Known, Role, kind_of
from jianbao.structure.blocks.roles import SPOKEN_OF
from jianbao.structure.heads import closing_words, desk_credits, persons, title_writers
from jianbao.structure.heads.facts import Facts
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.notes.note_heading import HEADING as NOTES
from jianbao.word_lists import words

BULLET = "T06"
CONTACTS = 5
"""Lines below the label of those who answer for a release among which the ways to reach them stand."""
ISSUER = 24
"""Han characters of an issuer's name."""
BOX = 2
"""Paragraphs below the writer's name at the end of a text at most."""

_STAND = re.compile(
    r"不(?:必然)?代表(?P<who>[\u3400-\u9fffA-Za-z ]{2,24}?)(?:之|的)?"
    r"(?:(?:政策)?(?:立場|觀點|意見|看法|立场|观点|意见)|政策(?![\u3400-\u9fff])|政策(?=[與和及或]))"
)
_ABOUT_HIM = re.compile(r"^(?:本文)?作者(?:[現现]?[為为爲]|是|[係系]|[現现]任)(?P<what>[^。；]{2,60})[。；]")
CONTACT = re.compile(
    r"^(?:新聞|新闻|媒體|媒体|業務|连署|連署)?(?:聯絡|联络|聯繫|联系|洽詢)(?:人|方式|電話|电话|窗口|信箱)?\s*[：:]\s*\S"
)
"""Who can be reached, behind a label."""
_NUMBER = re.compile(r"\d{3,4}[-\s)）]?\d{3,4}|@")
_ORIGIN = re.compile(r"^資料(?:來源|提供)\s*[：:]\s*(?P<who>[^\s，。；：:]{2,24})$")
_OWN = re.compile(r"^(?:本|該|其|任何|作者|個人|任職|服務|所屬|所任|單位|機構)")


def read(known: Sequence[Known], begin: int, facts: Facts) -> int:
    """Read the tail into ``facts``, from the end; returns the index after the last part of the body.

    The tail's printed lines are appended to ``facts.blocks`` in the order of the seed; facts that a head states hold.
    """
    if known[begin:] and known[-1].role is Role.TITLE and NOTES.fullmatch(known[-1].plain):
        end = read(known[:-1], begin, facts)
        if end == len(known) - 1:
            return len(known)
        facts.blocks.append(Block(BlockKind.HEADING, known[-1].part.text, level=2))
        return end
    end = label = len(known)
    while end > begin and _is_tail(known, end - 1, begin):
        if known[end - 1].role is Role.SIGNATURE or _may_be_signer(known[end - 1]):
            label = _above_names(known, end - 1, begin) if label >= end - 1 else label
            if begin < label < end - 2 and short_lines.is_list_label(known[label].plain):
                break  # the last of the names under a label such as 連署個人
        end -= 1
    for item in known[end:]:
        _take(item, facts)
    title_writers.of_foot(known[end:], facts)
    signed = begin < end and short_lines.is_list_label(known[_above_names(known, end - 1, begin)].plain)
    if begin < end < len(known) and facts.source is None and not signed and _issued(known[end - 1], known[end]):
        facts.source = Field(known[end - 1].plain, lines=(known[end - 1].part.first,))
    if end > begin:
        closing_words.read(known[end - 1], facts)
        closing = desk_credits.closing(known[begin:end])
        if closing is not None and begin + closing < end - 1:
            closing_words.read(known[begin + closing], facts)
    return end


def _is_tail(known: Sequence[Known], index: int, begin: int) -> bool:
    item = known[index]
    if item.role is Role.META and is_contact(known, index, begin):
        return False
    above = known[index - 1].plain.strip(" 　：:【】") if index > begin else ""
    if item.role is Role.SIGNATURE and above in words("contact_labels"):
        return False  # who answers for a release
    if item.role in (Role.SIGNATURE, Role.META, Role.END, Role.EDITOR, Role.SEPARATOR):
        return True
    if item.role is Role.CAPTION:
        over = next((other for other in reversed(known[begin:index]) if other.role is not Role.CAPTION), None)
        return over is not None and over.role in (Role.META, Role.END)
    if _is_origin(known, index):
        return True
    if item.role is not Role.TITLE or index == begin:
        return False
    closes = index == len(known) - 1 or known[index + 1].role is not Role.TITLE
    spoken_of = sum(item.plain in other.plain for other in known[max(index - SPOKEN_OF, begin) : index]) >= 2
    if (
        bool(persons.names_in(item.plain))
        and not spoken_of
        and known[index - 1].role is Role.BODY
        and len(item.plain) <= 12
    ):
        return closes or persons.is_affiliation(known[index + 1].plain)
    before = known[index - 1]
    return persons.is_affiliation(item.plain) and bool(persons.names_in(before.plain)) and index == len(known) - 1


def _issued(item: Known, day: Known) -> bool:
    """Whether an organisation's name alone above the closing day says who issues a notice."""
    dated = day.meta is not None and len(day.meta.date) == 10 and not (day.meta.authors or day.meta.source)
    short = dated and item.role in (Role.TITLE, Role.BODY) and 4 < shapes.width(item.plain) <= ISSUER
    return short and persons.is_organisation(item.plain) and not shapes.is_loud(item.plain)


def is_contact(known: Sequence[Known], index: int, begin: int) -> bool:
    """Whether a line that states nothing of the text says how somebody can be reached: a label of a release such as
    媒體聯絡 stands shortly above it."""
    meta = known[index].meta
    if meta is None or not meta.desk or meta.opens:
        return False
    if CONTACT.match(known[index].plain) and any(
        short_lines.is_list_label(item.plain.rstrip("：:")) for item in known[begin:index]
    ):
        return True  # of a letter, whom those who sign it answer through
    above = known[max(index - CONTACTS, begin) : index]
    return any(item.plain.strip(" 　：:【】") in words("contact_labels") for item in above)


def is_of_notice(known: Sequence[Known], index: int) -> bool:
    """Whether a line says whom to call, behind its label or right below one that does, and more of the text follows: of
    a notice, what is attached to it."""
    first = index
    while (
        first and known[index].role is Role.META and not CONTACT.match(known[first].plain) and index - first < CONTACTS
    ):
        if not _NUMBER.search(known[first].plain):
            return False
        first -= 1
    called = bool(CONTACT.match(known[first].plain) and _NUMBER.search(known[index].plain))
    return called and any(item.role is Role.BODY for item in known[index + 1 :])


def _is_origin(known: Sequence[Known], index: int) -> bool:
    """Whether the last line of all says where the text is from: 資料來源：某某資料庫, below no table."""
    item = known[index]
    last = index == len(known) - 1 and item.role in (Role.BODY, Role.TITLE) and known[index - 1].role is not Role.BLOCK
    found = _ORIGIN.match(item.plain) if last and index else None
    return found is not None and persons.is_organisation(found["who"])


def _may_be_signer(item: Known) -> bool:
    """Whether a line that is taken for an outlet or a column may be the name of a group that signs."""
    return item.role is Role.META and item.meta is not None and item.plain in (item.meta.source, item.meta.series)


def _above_names(known: Sequence[Known], index: int, begin: int) -> int:
    """The nearest part above a signature that is no name below a label, or that is the label."""
    above = index - 1
    while above > begin and (known[above].role in (Role.TITLE, Role.SIGNATURE) or _may_be_signer(known[above])):
        if short_lines.is_list_label(known[above].plain):
            break
        above -= 1
    return above


def _take(item: Known, facts: Facts) -> None:
    if item.role is Role.SEPARATOR:
        facts.removals.append(item.part.text.removed("T04", "a line of marks only"))
        return
    if item.role is Role.CAPTION:
        facts.blocks.append(captions.block(item.part, facts.removals))
        return
    origin = _ORIGIN.match(item.plain) if item.role in (Role.BODY, Role.TITLE) else None
    if origin:
        facts.source = facts.source or Field(origin["who"], lines=(item.part.first,))
        facts.print(item.part)
        return
    if item.meta:
        facts.state(item.meta, item.part)
    elif item.role is Role.TITLE and persons.names_in(item.plain):
        known = {author.value for author in facts.authors}
        facts.authors += [
            Field(name, lines=(item.part.first,)) for name in persons.names_in(item.plain) if name not in known
        ]
    elif item.role is Role.TITLE and facts.affiliation is None:
        facts.affiliation = Field(item.plain, lines=(item.part.first,))
    elif item.role is Role.EDITOR:
        _editor(item, facts)
    part = item.part
    mark = shapes.bullet(part.plain)
    if mark and item.role is Role.SIGNATURE:
        facts.removals.append(part.text.slice(0, mark).removed(BULLET, "mark before a signature"))
        part = part.cut(mark)
    kind = BlockKind.BYLINE if item.role is Role.TITLE else kind_of(item.role)
    facts.blocks.append(Block(kind, part.text))


def _editor(item: Known, facts: Facts) -> None:
    """A disclaimer names the publisher: 不代表某基金會之立場."""
    about = _ABOUT_HIM.match(item.plain)
    if about and facts.affiliation is None:
        facts.affiliation = Field(about["what"].strip(), lines=(item.part.first,))
    signed = closing_words.signed(item.plain)
    if signed is not None and signed.authors and not facts.authors:
        facts.state(signed, item.part)
    match = _STAND.search(item.plain)
    if match and facts.source is None and not _OWN.match(match["who"]):
        facts.source = Field(match["who"].strip(), lines=(item.part.first,))


def author_box(body: Sequence[Known], facts: Facts) -> list[Known]:
    """The body, with the writer's name told where it stands alone near the end, over what he is."""
    names = {shapes.key(author.value) for author in facts.authors}
    found = list(body)
    for index in range(max(len(body) - 1 - BOX, 1), len(body) - 1):
        item = body[index]
        if item.role is Role.TITLE and shapes.key(item.plain) in names and body[index + 1].role is Role.BODY:
            found[index] = Known(item.part, Role.META, MetaLine(authors=(item.plain,)))
    return found
