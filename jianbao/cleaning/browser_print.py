"""What a browser prints around the pages of a site: when it was printed, the window's title, the address, which page of
how many.

Before: on each page ``2025/11/18 09:42`` and ``標題-某某研究院`` on top, the address and ``1/2`` at the foot.
After: nothing; the window's title stays once where it stands above the text and no line of that says it.
Never: a day, a fraction or an address that does not stand once on each of the pages that the fractions count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

LONGEST = 240
"""Characters of such a line."""
SHORTEST_TITLE = 6
"""Letters of a title."""
SIGNS = 2
"""Kinds of such lines that stand once on each page, at least; of a single page all three."""

_STAMP = re.compile(
    r"^(?P<stamp>(?:\d{4}|\d{1,2})[/.-]\d{1,2}[/.-](?:\d{4}|\d{1,2}),?\s*(?:[上下]午|凌晨|晚上|中午)?\s?\d{1,2}:\d{2}(?:\s?[AP]M)?)"
    r"(?:\s+(?P<title>\S.*))?$"
)
_PAGE = re.compile(
    r"^(?:(?P<address>(?:https?://|file:)\S+)\s+)?(?:(?P<page>\d{1,3})\s?(?:/|of)\s?(?P<pages>\d{1,3})"
    r"|第\s?(?P<han>\d{1,3})\s?[頁页][，,]?\s?[共/]\s?(?P<all>\d{1,3})\s?[頁页]?)(?:\s+(?P<stamp>\S.{8,24}))?$"
)
_ADDRESS = re.compile(r"^(?:(?P<title>\S.*?)\s{2,})?(?P<address>(?:https?://|file:)\S+)$")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The lines of such heads and feet."""
    places = texts.filled(lines)
    plain = {index: lines[index].text.plain.strip()[:LONGEST] for index in places}
    pages = {index: match for index in places if (match := _PAGE.match(plain[index]))}
    count = len(pages)
    numbers = [(int(match["page"] or match["han"]), int(match["pages"] or match["all"])) for match in pages.values()]
    if not count or numbers != [(number, count) for number in range(1, count + 1)]:
        return
    printed = {index: match["stamp"] for index in places if (match := _STAMP.match(plain[index]))}
    stamps = _once_a_page(printed, count)
    heads = {index: match for index in places if index not in pages and (match := _ADDRESS.match(plain[index]))}
    addresses = {index: match["address"] for index, match in heads.items()}
    addresses |= {index: match["address"] for index, match in pages.items() if match["address"]}
    addresses = _once_a_page(addresses, count)
    hours = {match["stamp"] for match in pages.values() if match["stamp"] and _STAMP.match(match["stamp"])}
    if 1 + bool(stamps or len(hours) == 1) + bool(addresses) < (SIGNS if count > 1 else SIGNS + 1):
        return
    yield from (whole(index, lines[index], f"which of {count} printed pages it is") for index in pages)
    titles = _titles(stamps, places, plain, count)
    beside = {index: match["title"] or "" for index, match in heads.items() if index in addresses}
    titles = titles or (_once_a_page(beside, count) if all(beside.values()) else {})
    taken = {*pages, *addresses, *stamps, *titles}
    key = texts.key(next(iter(titles.values()), ""))
    others = (texts.key(text) for index, text in plain.items() if index not in taken)
    said = any(len(other) >= SHORTEST_TITLE and other in key for other in others)
    above = titles and not any(index < min(titles) and index not in taken for index in places)
    kept = {min(titles)} if above and not said else set()
    for index in sorted(addresses.keys() - pages.keys()):
        if index in kept:
            yield Finding(
                index,
                lines[index].text.plain.find(addresses[index]),
                len(lines[index].text.plain),
                "the address of the printed page",
            )
        else:
            yield whole(index, lines[index], "the address of the printed page")
    for index in stamps:
        said_behind = lines[index].text.plain.find(titles[index]) if index in kept else 0
        if said_behind:
            yield Finding(index, 0, said_behind, "when the page was printed")
        else:
            yield whole(index, lines[index], "when the page was printed")
    for index in sorted(titles.keys() - stamps.keys() - addresses.keys() - kept):
        yield whole(index, lines[index], "the window's title on a printed page")


def _once_a_page(found: dict[int, str], count: int) -> dict[int, str]:
    """The lines, by index, whose text stands as often as there are pages; empty if no text does."""
    often = [text for text, times in Counter(found.values()).items() if times == count]
    return {index: text for index, text in found.items() if text in often[:1]}


def _titles(stamps: dict[int, str], places: Sequence[int], plain: dict[int, str], count: int) -> dict[int, str]:
    """The window's title on each page, by index: behind the hour, or in the line below it."""
    behind = {index: match["title"] or "" for index in stamps if (match := _STAMP.match(plain[index]))}
    if all(behind.values()):
        return _once_a_page(behind, count)
    below = {index: plain[index] for before, index in pairwise(places) if before in stamps}
    return _once_a_page(below, count)
