"""The page of a briefing: head, 提要, text, and the folded parts that say what was found and what was done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import unquote

from jianbao.archive import Removed
from jianbao.codes import load_codes
from jianbao.document import BlockKind, Change, Edition
from jianbao.library import Entry
from jianbao.site.addresses import seed_slug
from jianbao.site.body import body, heading
from jianbao.site.bylines import in_head
from jianbao.site.citation import chicago, gb_t_7714
from jianbao.site.escape import Markdown
from jianbao.site.finds import dates, figures, key_points, quotations, reference, years
from jianbao.site.inline import URL
from jianbao.site.json_ld import article
from jianbao.site.page import Page
from jianbao.site.page_maker import Place, assemble, block
from jianbao.site.shelf import Label, Shelf

STAGES = ("repair", "punctuation", "convert", "edit")
PLACES_SHOWN = 6
ROWS_SHOWN = 40
REMOVALS_SHOWN = 8
NAMES_SHOWN = 12
RELATED_SHOWN = 6


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """Changes of one kind: how often, and where the first of them are."""

    stage: str
    rule: str
    before: str
    after: str
    count: int
    places: tuple[tuple[str, str], ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A briefing that is near to this one, and the words and names that both have."""

    slug: str
    title: str
    date: str
    why: tuple[Label, ...]


def briefing_page(shelf: Shelf, entry: Entry) -> Page:
    """One briefing in the shelf's edition."""
    edition = entry.editions[shelf.locale]
    place = Place(f"briefings/{entry.slug}", edition.title)
    shared = {"entry": entry, "edition": edition, "meta": edition.meta, "size": shelf.size(entry.slug)}
    head = block(
        "briefing_head.md.j2",
        shelf,
        place,
        **shared,
        points=key_points(shelf, entry.slug),
        data=Markdown(article(shelf, entry)),
        headings=_headings(edition),
        date=shelf.date(entry.slug),
        inferred=shelf.date_is_inferred(entry.slug),
        topics=[(hit.topic_id, shelf.topic(hit.topic_id)) for hit in entry.findings.topics],
        as_it_came=any(found.kind is BlockKind.LINES for found in edition.blocks),
        bylines=in_head(edition),
    )
    dated = dates(shelf, entry.slug)
    text = body(shelf, edition, entry.findings.links, place.root)
    after = block(
        "briefing_after.md.j2",
        shelf,
        place,
        **shared,
        quotations=quotations(shelf, entry.slug),
        figures=figures(shelf, entry),
        dates=dated,
        years=years(dated),
        reference=reference(shelf, entry),
        related=_related(shelf, entry),
        backlinks=_backlinks(shelf, entry),
        names=_names(shelf, entry),
        counts=_counts(entry, edition),
        changes=_changes(edition, shelf),
        removals=_removals(entry, shelf),
        seed=seed_slug(edition.seed),
        urls=_urls(edition),
        gb=gb_t_7714(shelf, edition),
        chicago=chicago(shelf, edition),
    )
    return assemble(
        shelf,
        place,
        heading(edition, entry.findings.mentions),
        Markdown(f"{head}\n\n{text}\n{after}\n"),
        front(edition),
    )


def front(edition: Edition) -> dict[str, object]:
    """What the front matter says of an article, apart from its title."""
    meta = edition.meta
    stated = {
        "title_supplied": meta.title is None or meta.title.origin != "seed",
        "seed": edition.seed,
        "ordinal": edition.ordinal,
        "date": meta.date.value if meta.date else None,
        "date_text": meta.date_text or None,
        "authors": [author.value for author in meta.authors],
        "affiliation": meta.affiliation.value if meta.affiliation else None,
        "source": meta.source.value if meta.source else None,
        "series": meta.series.value if meta.series else None,
        "issue": meta.issue.value if meta.issue else None,
        "kind": meta.kind,
    }
    return {key: value for key, value in stated.items() if value is not None}


def _headings(edition: Edition) -> list[tuple[str, str, int]]:
    found = [(b.id, b.text, b.level) for b in edition.blocks if b.kind is BlockKind.HEADING]
    return found if len(found) > 2 else []


def _names(shelf: Shelf, entry: Entry) -> list[tuple[Label, int]]:
    """People and organisations with pages, most mentioned first."""
    counts = Counter(mention.name_id for mention in entry.findings.mentions)
    labels = [(shelf.name(name_id), count) for name_id, count in counts.most_common()]
    return [(label, count) for label, count in labels if label.path and label.kind in ("person", "org")][:NAMES_SHOWN]


def _related(shelf: Shelf, entry: Entry) -> list[RelatedRow]:
    rows = []
    for near in entry.related[:RELATED_SHOWN]:
        why = [
            shelf.name(reason.id)
            if reason.id and shelf.knows(reason.id)
            else Label(shelf.convert(reason.text), "", "word")
            for reason in near.why[:6]
        ]
        rows.append(RelatedRow(near.slug, shelf.title(near.slug), shelf.date(near.slug), tuple(why)))
    return rows


def _backlinks(shelf: Shelf, entry: Entry) -> list[tuple[str, str]]:
    shown = {near.slug for near in entry.related[:RELATED_SHOWN]}
    return [(slug, shelf.title(slug)) for slug in entry.backlinks if slug not in shown]


def _counts(entry: Entry, edition: Edition) -> dict[str, int]:
    stages = Counter(change.stage for change in edition.changes)
    return {"removed": len(entry.removals), **{stage: stages[stage] for stage in STAGES}}


def _changes(edition: Edition, shelf: Shelf) -> list[ChangeRow]:
    """Changes by stage, rule and wording; the commonest first within a stage."""
    groups: dict[tuple[str, str, str, str], list[Change]] = {}
    for change in edition.changes:
        groups.setdefault((change.stage, change.rule, change.before, change.after), []).append(change)
    ordered = sorted(groups.items(), key=lambda item: (STAGES.index(item[0][0]), -len(item[1]), item[0]))
    shown: Counter[str] = Counter()
    rows = []
    for (stage, rule, before, after), changes in ordered:
        shown[stage] += 1
        if shown[stage] <= ROWS_SHOWN:
            blocks = list(dict.fromkeys(change.block for change in changes))
            places = tuple((block_id, shelf.place_label(block_id)) for block_id in blocks[:PLACES_SHOWN])
            rows.append(
                ChangeRow(stage, code_title(shelf, rule), before, after, len(changes), places, changes[0].evidence)
            )
    return rows


def _removals(entry: Entry, shelf: Shelf) -> list[tuple[str, int, list[str], list[int]]]:
    """``(rule, how many, the first texts, their seed lines)`` of each rule that removed something."""
    groups: dict[str, list[Removed]] = {}
    for removal in entry.removals:
        groups.setdefault(removal.code, []).append(removal)
    return [
        (
            code_title(shelf, code),
            len(found),
            [r.text for r in found[:REMOVALS_SHOWN]],
            [r.seed_line for r in found[:REMOVALS_SHOWN]],
        )
        for code, found in groups.items()
    ]


def _urls(edition: Edition) -> list[str]:
    """Web addresses in the order of the text, as one reads them: percent signs decoded."""
    return [unquote(match[0], errors="replace") for block in edition.blocks for match in URL.finditer(block.text)]


def code_title(shelf: Shelf, code: str) -> str:
    """What a reader sees of a rule: its title, or its code where it has none."""
    known = load_codes().get(code)
    return shelf.convert(known.title) if known else code


def code_why(shelf: Shelf, code: str) -> str:
    """Why text that a rule removed is not in a briefing; empty where the table does not say."""
    known = load_codes().get(code)
    return shelf.convert(known.why) if known else ""
