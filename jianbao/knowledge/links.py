"""Links: which mentions a reader may click, and why the others may not.

The first mention in a section is a link, later ones repeat it. None in titles, headings, captions, notes, quotations,
titles of works and the brackets of a gloss; none to what everybody knows; none close to another one; few a sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from jianbao import regex as re
from jianbao import sentences
from jianbao.document import BlockKind, Edition, EditionBlock
from jianbao.findings import Mention, Quotation, Skip
from jianbao.gazetteer import Gazetteer
from jianbao.provenance import Span, merge_spans

MOST_IN_A_SENTENCE = 4
LEAST_DISTANCE = 6
"""Characters between the end of a link and the start of the next."""
SHORTEST_QUOTATION = 12
"""Characters between quotation marks from which on the words are somebody's; shorter ones are terms."""

_UNLINKED = {
    BlockKind.TITLE: "title",
    BlockKind.BYLINE: "title",
    BlockKind.HEADING: "heading",
    BlockKind.CAPTION: "caption",
    BlockKind.FOOTNOTE: "note",
    BlockKind.QUOTATION: "quotation",
}
_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”")
_WORK = re.compile(r"《[^《》]*》|〈[^〈〉]*〉")
_FOREIGN_BRACKET = re.compile(r"[（(][^（()）\u3400-\u9fff]*[A-Za-z][^（()）]*[)）]")


def choose(
    edition: Edition, mentions: Sequence[Mention], quotations: Sequence[Quotation], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Skip, ...]]:
    """The mentions that become links, and a reason for each that does not; both in text order."""
    links: list[Mention] = []
    skips: list[Skip] = []
    by_block = {block: list(group) for block, group in groupby(mentions, key=lambda mention: mention.block)}
    spoken = {
        block: [(quotation.start, quotation.end) for quotation in group]
        for block, group in groupby(quotations, key=lambda quotation: quotation.block)
    }
    linked: set[str] = set()
    for block in edition.blocks:
        if block.kind is BlockKind.HEADING:
            linked = set()
        here = by_block.get(block.id)
        if not here:
            continue
        chooser = _Block(block, spoken.get(block.id, []))
        for mention in here:
            name = gazetteer.get(mention.name_id)
            common = name is not None and name.link == "never"
            reason = chooser.refusal(mention, common, mention.name_id in linked)
            if reason:
                skips.append(Skip(mention.name_id, mention.block, mention.start, mention.end, reason))
            else:
                chooser.take(mention)
                linked.add(mention.name_id)
                links.append(mention)
    return tuple(links), tuple(skips)


class _Block:
    """The places of one block where no link may stand, and the links so far."""

    def __init__(self, block: EditionBlock, spoken: Sequence[tuple[int, int]]) -> None:
        self._unlinked = _UNLINKED.get(block.kind, "")
        if self._unlinked:
            return
        text = block.text
        self._closed = {
            "quotation": merge_spans(Span(*place) for place in (*_quotations(text), *spoken)),
            "work": [Span(*match.span()) for match in _WORK.finditer(text)],
            "gloss": [Span(*match.span()) for match in _FOREIGN_BRACKET.finditer(text)],
        }
        self._sentences = [start for start, _ in sentences.split(text)]
        self._last_end = -LEAST_DISTANCE
        self._in_sentence: dict[int, int] = {}

    def refusal(self, mention: Mention, common: bool, repeated: bool) -> str:
        """Why the mention is no link; empty if it is one."""
        if self._unlinked:
            return self._unlinked
        for reason, places in self._closed.items():
            index = bisect_right(places, mention.start, key=lambda place: place.start) - 1
            if index < 0 or places[index].end < mention.end:
                continue
            whole_work = (mention.start - 1, mention.end + 1) == places[index]
            if reason != "work" or not whole_work:
                return reason
        if common:
            return "common"
        if repeated:
            return "repeat"
        if mention.start < self._last_end + LEAST_DISTANCE:
            return "adjacent"
        if self._in_sentence.get(self._sentence(mention), 0) >= MOST_IN_A_SENTENCE:
            return "sentence full"
        return ""

    def take(self, mention: Mention) -> None:
        """The mention is a link."""
        self._last_end = mention.end
        sentence = self._sentence(mention)
        self._in_sentence[sentence] = self._in_sentence.get(sentence, 0) + 1

    def _sentence(self, mention: Mention) -> int:
        return bisect_right(self._sentences, mention.start)


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    for match in _QUOTED.finditer(text):
        if len(match[0]) - 2 >= SHORTEST_QUOTATION:
            yield match.span()
