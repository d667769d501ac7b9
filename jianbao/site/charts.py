"""Pictures drawn when the site is built: SVG that prints, reads without scripts and follows the page's colours.

Vega draws them (``vl-convert-python``, no browser) from the specifications in ``data/charts``; nothing is placed by
hand. Colours are ``currentColor``, letters ``inherit``: the stylesheet decides. Labels are put in after drawing, so one
drawing serves all editions and no measuring of letters, which differs between machines, moves anything. Each picture
is one line of HTML with its table behind it; an empty string where there is nothing to show.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape
from importlib.resources import files
from itertools import combinations

from jianbao import regex as re
from jianbao.library import Library, Listing
from jianbao.site.drawings import draw
from jianbao.site.reader_words import reader_words
from jianbao.site.records import REGIONS, Convert

MONTHS_AT_MOST = 10
YEARS_AT_MOST = 40
NAMES_AT_MOST = 16
LABEL_LENGTH = 12
"""Characters of a label: what the pictures have room for."""
ROW = 28
"""Pixels between the rows of a picture."""


def months(library: Library, locale: str, convert: Convert) -> str:
    """Briefings a month by topic. A briefing counts in the month of its date, stated or inferred."""
    words = reader_words("charts", locale)
    titles = {topic.id: topic.title for topic in library.topics}
    counts: Counter[tuple[str, str]] = Counter()
    for listing in library.listings.values():
        month = _month(listing)
        for hit in listing.topics:
            if hit.topic_id in titles:
                counts[hit.topic_id, month] += 1
    if not counts:
        return ""
    stated = sorted({month for _, month in counts if month})
    shown = stated[-MONTHS_AT_MOST:]
    columns = [*(["earlier"] if len(stated) > len(shown) else []), *shown]
    columns += ["undated"] if any(not month for _, month in counts) else []
    cells: Counter[tuple[str, str]] = Counter()
    for (topic, month), count in counts.items():
        cells[topic, (month if month in shown else "earlier") if month else "undated"] += count
    totals: Counter[str] = Counter()
    for (topic, _), count in cells.items():
        totals[topic] += count
    topics = sorted(totals, key=lambda topic: (-totals[topic], topic))
    heads = [(column[:4], column[5:].lstrip("0")) if column[:4].isdigit() else ("", column) for column in columns]
    drawing = _draw(
        "months",
        40 + ROW * len(topics),
        months=[
            {"id": column, "year": year if (year, "") not in _heads_before(heads, index) else "", "month": _slot(month)}
            for index, (column, (year, month)) in enumerate(zip(columns, heads, strict=True))
        ],
        rows=[{"id": _slot(topic)} for topic in topics],
        cells=[{"row": _slot(topic), "month": month, "n": count} for (topic, month), count in sorted(cells.items())],
    )
    names = {topic: convert(titles[topic], locale) for topic in topics}
    column_names = {column: words.get(column, column) for column in columns}
    months_shown = {month: words.get(month, month or words["undated"]) for _, month in heads}
    return _figure(
        words["months"],
        _fill(drawing, {topic: _short(name) for topic, name in names.items()} | months_shown),
        words["table"],
        [words["topic"], *column_names.values()],
        [[names[topic], *(str(cells[topic, column] or "") for column in columns)] for topic in topics],
    )


def strip(listings: Iterable[Listing], locale: str) -> str:
    """The years that the dates of some briefings fall in; empty where it is one alone."""
    words = reader_words("charts", locale)
    counts = Counter(
        int(match[0]) for listing in listings for day in listing.days if (match := re.match(r"\d{4}", day))
    )
    if len(counts) < 2:
        return ""
    last = max(counts)
    first = max(min(counts), last - YEARS_AT_MOST + 1)
    earlier = sum(count for year, count in counts.items() if year < first)
    bars = [{"id": str(year), "n": counts[year]} for year in range(first, last + 1)]
    if earlier:
        bars.insert(0, {"id": "earlier", "n": earlier})
    every = next(step for step in (1, 2, 5, 10) if (last - first) / step <= 9)
    ticks = [
        bar | {"shown": str(bar["n"] or ""), "year": _slot("earlier") if bar["id"] == "earlier" else bar["id"]}
        for bar in bars
        if bar["id"] == "earlier" or (last - int(str(bar["id"]))) % every == 0
    ]
    if earlier and len(ticks) > 1 and every > 1 and int(str(ticks[1]["id"])) - first < every / 2:
        del ticks[1]
    return _figure(
        words["strip"],
        _fill(_draw("strip", 96, bars=bars, ticks=ticks), {"earlier": words["earlier"]}),
        words["table"],
        [words["year"], words["dates"]],
        [[str(year), str(counts[year])] for year in sorted(counts)],
    )


Pairs = Mapping[tuple[str, str], int]
"""In how many paragraphs two names stand together, by their ids, the lesser first."""


def pairs_in(library: Library, listings: Iterable[Listing]) -> Pairs:
    """Which people and organisations stand in the same paragraphs."""
    people = {use.name.id for use in library.names.values() if use.name.kind in ("person", "org")}
    pairs: Counter[tuple[str, str]] = Counter()
    for listing in listings:
        for paragraph in listing.paragraphs:
            pairs.update(combinations(sorted(people.intersection(paragraph)), 2))
    return pairs


def together(library: Library, pairs: Pairs, locale: str, convert: Convert) -> str:
    """People and organisations that stand in the same paragraphs, as ``pairs_in`` counted them."""
    words = reader_words("charts", locale)
    weights: Counter[str] = Counter()
    for (one, other), count in pairs.items():
        weights[one] += count
        weights[other] += count
    chosen = sorted(weights, key=lambda name: (-weights[name], name))[:NAMES_AT_MOST]
    shown = {pair: count for pair, count in pairs.items() if pair[0] in chosen and pair[1] in chosen}
    if len(shown) < 2:
        return ""
    order = _neighbours([name for name in chosen if any(name in pair for pair in shown)], shown)
    drawing = _draw(
        "together",
        ROW * len(order),
        names=[{"id": _slot(name), "n": weights[name]} for name in order],
        pairs=[
            {"a": _slot(a), "b": _slot(b), "n": count}
            for (a, b), count in sorted((tuple(sorted(pair, key=order.index)), n) for pair, n in shown.items())
        ],
    )
    known = {name: library.names[name].name for name in order}
    labels = {id: name.form(REGIONS[locale]) or convert(name.name, locale) for id, name in known.items()}
    rows = sorted(shown.items(), key=lambda item: (-item[1], item[0]))
    return _figure(
        words["together"],
        _fill(drawing, {name: _short(text) for name, text in labels.items()}),
        words["table"],
        [words["name"], words["name"], words["paragraphs"]],
        [[labels[a], labels[b], str(count)] for (a, b), count in rows],
    )


def _month(listing: Listing) -> str:
    """``2026-02``, or empty where neither the text nor its dates tell the month."""
    date = next(iter(listing.metas.values())).date
    iso = date.value if date else listing.reference.iso or ""
    return iso[:7] if re.match(r"\d{4}-\d{2}", iso) else ""


def _heads_before(heads: Sequence[tuple[str, str]], index: int) -> set[tuple[str, str]]:
    return {(year, "") for year, _ in heads[:index]}


def _neighbours(names: Sequence[str], pairs: Mapping[tuple[str, str], int]) -> list[str]:
    """Those that share most paragraphs next to each other, so that arcs are short: greedy, from the heaviest."""
    order = [names[0]]
    rest = list(names[1:])
    while rest:

        def bond(name: str) -> tuple[int, int]:
            near = sum(pairs.get((min(name, o), max(name, o)), 0) * (place + 1) for place, o in enumerate(order[-3:]))
            return near, -names.index(name)

        best = max(rest, key=bond)
        order.append(best)
        rest.remove(best)
    return order


def _slot(key: str) -> str:
    """What stands in a drawing where a label is to be put."""
    return f"@{key}@"


def _short(text: str) -> str:
    return text if len(text) <= LABEL_LENGTH else text[: LABEL_LENGTH - 1] + "…"


def _draw(name: str, height: int, **data: list[dict[str, object]]) -> str:
    """An SVG with slots for labels."""
    return _render(name, height, json.dumps(data, sort_keys=True))


@lru_cache(maxsize=256)
def _render(name: str, height: int, data: str) -> str:
    text = files("jianbao").joinpath(f"data/charts/{name}.vg.json").read_text(encoding="utf-8")
    spec = json.loads(text)
    spec["height"] = height
    values = json.loads(data)
    for source in spec["data"]:
        source["values"] = values[source["name"]]
    svg = draw(json.dumps(spec))
    svg = re.sub(r'<path class="(?:background|foreground)"[^>]*/>', "", svg)
    svg = re.sub(r' (?:role|aria-[a-z]+|pointer-events|xmlns:xlink|version)="[^"]*"', "", svg)
    svg = re.sub(r"-?\d+\.\d{2,}", lambda number: f"{float(number[0]):.1f}", svg)
    return re.sub(r'<svg [^>]*?viewBox="([^"]*)">', r'<svg role="img" aria-label="@@" viewBox="\1">', svg, count=1)


def _fill(drawing: str, labels: Mapping[str, str]) -> str:
    return re.sub(r"@([^@<>\"]+)@", lambda slot: escape(labels.get(slot[1], slot[1])), drawing)


def _figure(title: str, svg: str, table: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """One line: the Markdown around it must not take it apart."""
    cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return (
        f'<div class="briefing-chart"><p class="briefing-chart-title">{escape(title)}</p>'
        f"{svg.replace('@@', escape(title), 1)}"
        f"<details><summary>{escape(table)}</summary><table><thead><tr>{cells}</tr></thead>"
        f"<tbody>{body}</tbody></table></details></div>"
    ).replace("\n", " ")
