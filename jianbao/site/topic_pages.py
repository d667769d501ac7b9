"""Topics: their index, and a page for each, with what defines it and why each briefing is there.

Where a topic has too many briefings for a page, its page shows the newest, and years have pages of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jianbao.findings import TopicHit
from jianbao.library import Listing, Topic
from jianbao.site.charts import Pairs, pairs_in, strip, together
from jianbao.site.escape import Markdown
from jianbao.site.lists import LARGE, by_year, year_name, year_page
from jianbao.site.page import Page
from jianbao.site.page_maker import Place, make_page
from jianbao.site.shelf import Label, Shelf

NAMES_SHOWN = 16
EXPLAINED = 100
"""Briefings that are shown with the sentence that put them there, the newest; of others the title tells."""


@dataclass(frozen=True, slots=True)
class Member:
    """A briefing of a topic: the words that put it there, and the first sentence that has the weightiest of them."""

    slug: str
    why: tuple[tuple[Label, int], ...]
    block: str
    place: str
    before: str
    text: str
    after: str


def topic_index(shelf: Shelf) -> Page:
    """The index of all topics."""
    rows = [(topic, len(shelf.by_topic[topic.id])) for topic in shelf.library.topics]
    rows.sort(key=lambda row: -row[1])
    return make_page(shelf, Place("topics/index", shelf.words["topics"]), "topics.md.j2", topics=rows)


def years_of_topic(shelf: Shelf, topic: Topic) -> Mapping[str, tuple[str, ...]]:
    """The briefings of each year of a topic that has a page: none where one page holds all. ``0`` are the undated."""
    slugs = shelf.by_topic[topic.id]
    return by_year(shelf, slugs) if len(slugs) >= LARGE else {}


def topic_of_year(shelf: Shelf, topic: Topic, year: str, slugs: Sequence[str]) -> Page:
    """A topic's briefings of a year, newest first."""
    title = f"{shelf.convert(topic.title)} {year_name(shelf, year)}"
    return year_page(shelf, Place(f"topics/{topic.id}/{year}", title), slugs)


def topic_pages(shelves: Sequence[Shelf], topic: Topic) -> Iterator[Page]:
    """The page of a topic in every edition; what is counted is the same in all."""
    shelf = shelves[0]
    listings = [shelf.listings[slug] for slug in shelf.by_topic[topic.id]]
    names = Counter(name_id for listing in listings for name_id in listing.names)
    people = Counter({name_id: n for name_id, n in names.items() if shelf.name(name_id).kind in ("person", "org")})
    pairs = pairs_in(shelf.library, listings)
    return (_page(shelf, topic, listings, people, pairs) for shelf in shelves)


def _page(shelf: Shelf, topic: Topic, listings: Sequence[Listing], people: Counter[str], pairs: Pairs) -> Page:
    slugs = [listing.slug for listing in listings]
    labels = [(shelf.name(name_id), count) for name_id, count in people.most_common(NAMES_SHOWN * 2)]
    years = [(year, len(found)) for year, found in years_of_topic(shelf, topic).items()]
    members = []
    for slug in slugs[:EXPLAINED]:
        hit = next(hit for hit in shelf.listings[slug].topics if hit.topic_id == topic.id)
        members.append(_member(shelf, slug, hit))
    words = [shelf.convert(word) for word, _ in sorted(topic.words, key=lambda item: -item[1])]
    return make_page(
        shelf,
        Place(f"topics/{topic.id}", shelf.convert(topic.title)),
        "topic.md.j2",
        {"topic": topic.id},
        definition=shelf.convert(topic.definition),
        members=members,
        others=slugs[EXPLAINED:] if not years else [],
        years=years,
        total=len(slugs),
        words=list(dict.fromkeys(words)),
        topic_id=topic.id,
        entities=[shelf.name(name_id) for name_id, _ in topic.entities if shelf.knows(name_id)],
        names=[row for row in labels if row[0].path][:NAMES_SHOWN],
        strip=Markdown(strip(listings, shelf.locale)),
        together=Markdown(together(shelf.library, pairs, shelf.locale, shelf.to_locale)),
    )


def _member(shelf: Shelf, slug: str, hit: TopicHit) -> Member:
    why = tuple(
        (shelf.name(r.id) if r.id and shelf.knows(r.id) else Label(shelf.convert(r.text), "", "word"), r.count)
        for r in hit.why
    )
    page = f"topic {hit.topic_id}"
    if page not in shelf.listings[slug].cited:
        return Member(slug, why, "", "", "", "", "")
    [(block, before, text, after)] = shelf.sentences(slug, page)
    return Member(slug, why, block, shelf.place_label(block), before, text, after)
