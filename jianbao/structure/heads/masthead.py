"""The head of a whole file: a newspaper page's, a newsletter's, a mail's. What it states holds for all its articles.

Never: the date of one article in a dump whose other articles have their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from jianbao import moments
from jianbao import regex as re
from jianbao.document import BlockKind, Field
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.entries.entry_marks import TAG
from jianbao.structure.heads import desk_credits, folio_lines
from jianbao.structure.heads.facts import Facts
from jianbao.word_lists import either, words

RULE = "T04"
MOST = 12
"""Parts that a head of a file has at most."""
HEAD = 4
"""Parts among which the date and the number of a newspaper's page stand; twice as many below a number that is alone,
where an extractor wrote the lead's headlines before the day."""

SAID = 24
"""Characters of a sentence above the first headline: what the makers say to their readers, no printed line."""

_MAIL = re.compile(
    r"^(?:寄件者|寄件人|發件人|发件人|From)\s*[：:]\s*(?P<name>[^<＜@]{2,30}?)\s*(?:[<＜][^>＞]*[>＞])?$", re.I
)
_FEED = re.compile(r"[\s\u3000：:｜|-]*(?:RSS|Feed|Atom|訂閱源|订阅源|最新文章|最新消息|最新新聞)$", re.I)
"""What a feed calls itself behind the outlet's name."""
_COUNTS = re.compile(r"^[#＃]|\d\s*[則则篇條条件筆笔]")
"""A tag, or how many entries there are: no outlet."""
_ISSUED = re.compile(r"(?<=\S)[\s\u3000]+(?:發行|发行|出版|編印|编印|印行)$")
"""What an issuer does, behind his name."""
_BLANKS = re.compile(r"[\u3000\t|｜]+|\s{2,}")
_DESK = re.compile(rf"^.{{0,4}}{either('desk_labels')}\s*[：:／/]")
"""Who made an issue."""
PAGE = re.compile(
    r"(?:^|[\s\u3000／/｜|(（日號号])(?:[A-Z]\d{1,2}|第\s?[A-Z]?[0-9一二三四五六七八九十]{1,3}\s?版|[A-Z0-9一二三四五六七八九十]{1,3}版|[A-Z]?\d{1,2}版)"
    r"(?=$|[\s\u3000／/｜|)）：:])"
)
"""The number of a newspaper's page."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """``end``: how many parts it has; ``facts``: what it states."""

    end: int = 0
    facts: Facts = field(default_factory=Facts)


def read(known: Sequence[Known], starts: Sequence[int]) -> Masthead:
    """What stands above the first article's own head, if the file has several articles; empty if there is none."""
    if len(starts) < 2:
        return Masthead()
    feed = _feed_head(known, starts)
    if feed:
        facts = _stated(known[:feed])
        facts.source = facts.source or facts.series
        if facts.source:
            facts.source = replace(facts.source, value=_FEED.sub("", facts.source.value) or facts.source.value)
        return Masthead(feed, facts)
    head = known[: next((i for i, item in enumerate(known) if item.role in (Role.BODY, Role.BLOCK)), 0)][:MOST]
    last = _last(head, is_page(known) or is_issue(known))
    day = frozenset(item.meta.date for item in head[: last + 1] if item.meta is not None)
    own = any(_dated(known[begin:end], day) for begin, end in _ranges(known, starts[1:]))
    issued = any(item.meta is not None and item.meta.issue for item in head[: last + 1])
    if last < 0 or (own and not (issued and _dated(known[last + 1 : starts[1]], day))):
        return Masthead()
    facts = _stated(head[: last + 1])
    if any(_is_of_page(item, day) for item in known[last + 1 :]):
        facts.series = None  # what the first page is about is not what the others are
    return Masthead(last + 1, facts)


def is_page(known: Sequence[Known]) -> bool:
    """Whether the seed opens as the page of a newspaper does: with its full date and its number, above all text."""
    below = HEAD * (1 + bool(known and PAGE.fullmatch(known[0].plain)))
    head = known[: next((i for i, item in enumerate(known) if item.role in (Role.BODY, Role.BLOCK)), 0)][:below]
    dated = any(item.meta is not None and len(item.meta.date) == 10 for item in head)
    return dated and any(item.role is Role.META and PAGE.search(item.plain) for item in head)


def is_issue(known: Sequence[Known]) -> bool:
    """Whether the seed opens with a paper's name and its day, a line each."""
    head = [item.meta for item in known[:HEAD] if item.role is Role.META and item.meta is not None]
    named = any(meta.source and not meta.date and not meta.authors for meta in head)
    return named and any(len(meta.date) == 10 and not meta.authors for meta in head)


def is_newsletter(known: Sequence[Known]) -> bool:
    """Whether the seed opens with a newsletter's name and its number or its day, a line each or one beside the other,
    and nobody who wrote it."""
    head = known[: next((i for i, item in enumerate(known) if item.role in (Role.BODY, Role.BLOCK)), 0)][:HEAD]
    if any(item.meta is not None and item.meta.authors for item in head):
        return False
    endings = words("newsletter_names")
    names = [n for n, item in enumerate(head) if any(cell.endswith(endings) for cell in _BLANKS.split(item.plain))]
    stated = any(item.meta is not None and (item.meta.issue or item.meta.date) for item in head)
    return bool(names) and names[0] < 2 and stated


def of_entries(known: Sequence[Known], first: int) -> Masthead:
    """The head of a file that repeats one pattern: all above its first entry."""
    facts = _stated([item for item in known[:first] if item.role is not Role.BODY])
    facts.source = facts.source or facts.series
    if facts.source:
        facts.source = replace(facts.source, value=_FEED.sub("", facts.source.value) or facts.source.value)
    return Masthead(first, facts)


def print_line(item: Known, facts: Facts) -> None:
    """Keep a line of a file's head or tail as it is printed, without rows of marks."""
    if item.role is Role.SEPARATOR:
        facts.removals.append(item.part.text.removed(RULE, "a line of marks only"))
    elif item.part.block:
        facts.blocks.append(item.part.block)
    else:
        own = desk_credits.without_credits(item.plain)
        said = item.role is Role.BODY and len(own) >= SAID and shapes.ends_sentence(own)
        facts.print(item.part, BlockKind.PARAGRAPH if said else BlockKind.BYLINE)


def without_feed_head(known: Sequence[Known], starts: Sequence[int]) -> list[int]:
    """The starts of articles, where the first would be the head of a feed, without the second: the head is no article
    of its own, it stands above the first entry."""
    alone = len(starts) > 2 and _is_feed(known, starts[1:]) and not _moment(known[: starts[1]])
    return [starts[0], *starts[2:]] if alone else list(starts)


def _feed_head(known: Sequence[Known], starts: Sequence[int]) -> int:
    """How many parts stand above the first entry of a feed: the heads of its entries are all as long as most are."""
    entries = [known[begin:end] for begin, end in _ranges(known, starts)]
    if not _is_feed(known, starts[1:]):
        return 0
    usual = Counter(_head_length(entry) for entry in entries[1:]).most_common(1)[0][0]
    at = max((index for index, item in enumerate(entries[0]) if _is_moment(item)), default=0)
    own = next((index for index in range(at, len(entries[0])) if entries[0][index].role is Role.BODY), 0)
    return own - usual if usual and own > usual else 0


def _is_feed(known: Sequence[Known], starts: Sequence[int]) -> bool:
    return all(_moment(known[begin:end]) for begin, end in _ranges(known, starts))


def _moment(entry: Sequence[Known]) -> bool:
    """Whether a moment with its time zone stands in the head of an entry."""
    return any(map(_is_moment, entry[: _head_length(entry)]))


def _is_moment(item: Known) -> bool:
    return item.role is Role.META and moments.is_moment(item.plain)


def _head_length(entry: Sequence[Known]) -> int:
    return next((index for index, item in enumerate(entry) if item.role in (Role.BODY, Role.BLOCK)), len(entry))


def _stated(head: Sequence[Known]) -> Facts:
    """What the parts of a file's head state."""
    facts = Facts()
    for item in head:
        mail = _MAIL.match(item.plain)
        if mail:
            facts.source = Field(mail["name"].strip(), lines=(item.part.first,))
        elif item.meta is not None:
            facts.state(replace(item.meta, authors=(), title=(0, 0)), item.part)
        elif facts.source is None and item.role is Role.TITLE and _may_be_called(item.plain):
            facts.source = Field(_ISSUED.sub("", item.plain), lines=(item.part.first,))
    return facts


def _may_be_called(text: str) -> bool:
    """Whether a line may be the name of who made the file: no count, and no word for any page or section."""
    speaks = text[-1:] in "！？!?。" or bool(_DESK.match(text) or TAG.match(text))
    return (
        not speaks
        and not _COUNTS.search(text)
        and not any(word in text for word in words("collections"))
        and not any(text in words(name) for name in ("navigation", "page_words", "series", "contents_labels"))
    )


def with_paper(head: Masthead, heads: Sequence[str]) -> Masthead:
    """The head of a file with several articles; where it states no day, what running heads state that are the paper's
    name and its day."""
    told = list(filter(None, map(folio_lines.running, heads))) if head.facts.date is None else []
    papers = {(meta.source, meta.date) for meta in told if meta.source and meta.date}
    if len(papers) != 1:
        return head
    meta = next(meta for meta in told if meta.source and meta.date)
    facts = replace(head.facts, date=Field(meta.date), date_text=meta.date_text, source=Field(meta.source))
    return replace(head, facts=facts)


def share(facts: Facts, head: Masthead) -> None:
    """Add to an article's facts those of the file's head that its own text does not state."""
    if facts.date is None and head.facts.date is not None:
        facts.date, facts.date_text = head.facts.date, head.facts.date_text
    for name in ("source", "series", "issue"):
        if getattr(facts, name) is None:
            setattr(facts, name, getattr(head.facts, name))


def _last(head: Sequence[Known], of_paper: bool) -> int:
    """The last part of a file's head: it dates an issue, a page or a mail, and a title of an article stands below.
    ``of_paper``: it is a newspaper's, whose name, day and page may have a line each."""
    last = -1
    mail = any(_MAIL.match(item.plain) for item in head)
    for index, item in enumerate(head):
        meta = item.meta
        if (item.role is Role.TITLE or (meta is not None and meta.title[1])) and last >= 0:
            return last
        if meta is None:
            continue
        dated_below = any(other.meta and other.meta.date for other in head[index + 1 : index + 3])
        if meta.date:
            whole = mail or of_paper or meta.issue or PAGE.search(item.plain) or (index < 2 and meta.source)
            last = index if whole or (last >= 0 and not meta.authors) else last
        elif (meta.issue and dated_below) or (last >= 0 and not meta.opens):
            last = index
    return -1


def _ranges(known: Sequence[Known], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(starts, (*starts[1:], len(known)), strict=True)


def _dated(article: Sequence[Known], day: frozenset[str]) -> bool:
    """Whether an article's own head states a full date, and not as the head of another page of that day does."""
    head = article[: next((i for i, item in enumerate(article) if item.role is Role.BODY), len(article))]
    return any(item.meta is not None and len(item.meta.date) == 10 and not _is_of_page(item, day) for item in head)


def _is_of_page(item: Known, day: frozenset[str]) -> bool:
    """Whether a line is the head of a page: its number beside the day that the first page has."""
    meta = item.meta
    return (
        meta is not None and meta.date in day and bool(meta.date) and not meta.authors and bool(PAGE.search(item.plain))
    )
