"""Titles of slides that count the slides of their topic, ``背景 1/3`` to ``背景 3/3``: they are no heads of pages.

Never: the count of all pages, ``3/24``; a topic whose count breaks off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from jianbao import regex as re
from jianbao.cleaning.head_rows import Row

_COUNTED = re.compile(r"^(?P<name>.*\S)\s*[（(\[]?(?P<at>\d{1,2})\s?[/／]\s?(?P<of>\d{1,2})[)）\]]?$")


def keys(rows: Sequence[Row]) -> set[str]:
    """The keys of such titles: each topic is counted from one to its number, on fewer pages than the text has."""
    topics: dict[tuple[str, int], list[Row]] = defaultdict(list)
    counts: dict[tuple[str, int], list[int]] = defaultdict(list)
    for row in rows:
        match = _COUNTED.match(row.text) if "/" in row.text or "／" in row.text else None
        if match:
            topic = (match["name"].rstrip("（([ "), int(match["of"]))
            topics[topic].append(row)
            counts[topic].append(int(match["at"]))
    pages = len({row.page for row in rows})
    whole = [
        topic for topic, values in counts.items() if values == list(range(1, topic[1] + 1)) and topic[1] < pages - 1
    ]
    return {row.key for topic in whole for row in topics[topic]}
