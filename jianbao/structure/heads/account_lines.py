"""Lines that an account's page prints about itself in the head of a text, one fact a line.

Before: ``乌拉特后旗的第七眼井`` / ``牧仁`` / ``西部地理`` / ``2025年11月02日 20:31`` / ``内蒙古``.
After: the title, the writer, the account, the day, a line of the page.
Never: a subtitle over a date without a time of day; a heading over the text that is no place.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads import post_lines
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import words

SLOGAN = 40
"""Characters of what an account says of itself."""
HEAD, POSTER = 12, 16
"""Parts on top of a page among which who posts is named, and characters of his name."""
NAME = 10
"""Characters of a writer's or an account's name."""

_CLOCKED = re.compile(r"^\S{8,12}\s+\d{1,2}[:：]\d{2}(?:\s+(?:发表于|發表於)?[\u3400-\u9fff]{2,5})?$")


def state(known: Sequence[Known], accounts: Set[str]) -> list[Known]:
    """The parts, with the lines told that an account's page prints about itself in the heads of texts.

    Below ``以下文章来源于某某`` the account's name again and what it says of itself; between a title and the time of
    the post the writer's name and the account's; below the time the place of the post. ``accounts`` are those that the
    page asked to follow.
    """
    found = list(known)
    for index, item in enumerate(known[1:HEAD] if accounts else (), 1):
        if item.role is Role.TITLE and item.plain.strip() in accounts:
            found[index] = Known(item.part, Role.META, MetaLine(source=item.plain.strip()))
    for index, item in enumerate(known[: len(known) - 1]):
        if post_lines.TAKEN_OVER.match(item.plain) and item.meta is not None:
            name = item.meta.source
            at = index + 1
            if known[at].plain.strip(". ．。") == name:
                found[at] = Known(known[at].part, Role.META, MetaLine(desk=True))
                slogan = at + 1 < len(known) and len(known[at + 1].plain) <= SLOGAN and not known[at].part.gap_after
                if slogan:
                    found[at + 1] = Known(known[at + 1].part, Role.META, MetaLine(desk=True))
        if _is_poster(known, index):
            name = item.plain.strip()
            found[index] = Known(item.part, Role.META, MetaLine(authors=(name,)))
            found[index + 1] = Known(known[index + 1].part, Role.META, MetaLine(desk=True))
        if item.meta is not None and item.meta.posted and post_lines.is_audience(known[index + 1].plain):
            found[index + 1] = Known(known[index + 1].part, Role.META, MetaLine(desk=True))
        named = item.meta.source if item.meta is not None and item.meta.date else ""
        own = known[index + 1].plain.strip(". ．。")
        if named and own and post_lines.is_account(item.plain) and (own in named or named in own):
            found[index + 1] = Known(known[index + 1].part, Role.META, MetaLine(desk=True))
            said = known[index + 2] if index + 2 < len(known) else None
            if said is not None and said.role is Role.TITLE and len(said.plain) <= SLOGAN:
                found[index + 2] = Known(said.part, Role.META, MetaLine(desk=True))
        if item.meta is not None and _is_time_of_post(item):
            _above_time(found, index)
            place = known[index + 1]
            if place.role is Role.TITLE and place.plain.strip() in words("posting_places"):
                found[index + 1] = Known(place.part, Role.META, MetaLine(desk=True))
    return found


def _is_poster(known: Sequence[Known], index: int) -> bool:
    """Whether a name stands twice between a title and its day, as beside a picture of who posts."""
    name = known[index].plain
    if not 0 < index < HEAD or known[index].role is not Role.TITLE or known[index + 1].plain != name:
        return False
    if len(name) > POSTER or known[index - 1].role is not Role.TITLE or known[index - 1].plain == name:
        return False
    below = (item.meta for item in known[index + 2 : index + 5])
    return any(meta is not None and len(meta.date) == 10 for meta in below)


def _is_time_of_post(item: Known) -> bool:
    """Whether a line is the day and the time of day of a post and nothing else, perhaps its place."""
    meta = item.meta
    return bool(
        meta and len(meta.date) == 10 and not (meta.authors or meta.source) and _CLOCKED.match(item.plain.strip())
    )


def _above_time(found: list[Known], index: int) -> None:
    """Tell the two short lines between a title and the time of a post: who wrote it, and in which account."""
    lines = found[max(index - 3, 0) : index]
    if len(lines) < 3 or any(item.role is not Role.TITLE for item in lines):
        return
    title, writer, account = (item.plain.strip() for item in lines)
    if len(title) < 2 * max(len(writer), 4) or len(account) > NAME or len(writer) > NAME:
        return
    if any(shapes.is_loud(name) for name in (writer, account)):
        return
    found[index - 2] = Known(lines[1].part, Role.META, MetaLine(authors=(writer,)))
    found[index - 1] = Known(lines[2].part, Role.META, MetaLine(source=account))
