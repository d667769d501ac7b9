"""Date expressions of an article with their values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from jianbao import regex as re
from jianbao.document import BlockKind, Edition, EditionBlock
from jianbao.findings import DateFinding, Mention, ReferenceDate
from jianbao.knowledge.clauses import around
from jianbao.knowledge.date_context import UNKNOWN, Context
from jianbao.knowledge.date_expression import Expression
from jianbao.knowledge.date_grammar import find_expressions
from jianbao.knowledge.date_resolver import Resolver
from jianbao.sentences import split

_SKIPPED = {BlockKind.BYLINE, BlockKind.FOOTNOTE}
_RECURRING = re.compile(r"(?:[每逢][個逢隔]?|歷)(?:隔?[年月週周天日]|個月)?的?[ \u3000]{0,2}$")
_WEB = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+")
_FIGURATIVE = re.compile(
    r"的(?!會|記者|活動|典禮|論壇|行程|聽證|投票|表決|判決|報告|說明|比賽|演說|談話|集會|公聽|院會|例會|對話|談判|選舉|峰會|"
    r"投開票|開幕|閉幕|遊行|庭訊|開庭)"
)
"""今天的世界 is no day; 今天的會談 is."""
_REPUBLIC = re.compile("民國")
_REPUBLIC_MONTH = re.compile(r"(?<![0-9０-９])1[0-4][0-9] ?年 ?(?:1[0-2]|[1-9]) ?月")
_THAT_YEAR = "當年"


def find(edition: Edition, reference: ReferenceDate, mentions: Sequence[Mention]) -> tuple[DateFinding, ...]:
    """All date expressions of an edition in text order, resolved as far as text and reference date allow.

    Words inside a name (``mentions``) are no dates. What stays unresolved has ``iso`` None, precision "vague".
    """
    resolver = Resolver(reference)
    republic = _least_of_republic(edition)
    names: dict[str, list[tuple[int, int]]] = {}
    for mention in mentions:
        names.setdefault(mention.block, []).append((mention.start, mention.end))
    out: list[DateFinding] = []
    for number, block in enumerate(edition.blocks):
        if block.kind not in _SKIPPED:
            out.extend(_in_block(block, number, resolver, names.get(block.id, []), republic))
    return tuple(out)


def _least_of_republic(edition: Edition) -> int:
    """The least number with 年 that is a year of 民國 here: where 115年3月 stands, one of three digits; 0 for none."""
    if any(_REPUBLIC.search(block.text) for block in edition.blocks):
        return 40
    return 101 if any(_REPUBLIC_MONTH.search(block.text) for block in edition.blocks) else 0


def _in_block(
    block: EditionBlock, number: int, resolver: Resolver, names: Sequence[tuple[int, int]], republic: int
) -> list[DateFinding]:
    expressions = find_expressions(block.text, republic=republic)
    if not expressions:
        return []
    sentences = [start for start, _ in split(block.text)]
    covered = sorted([*names, *((match.start(), match.end()) for match in _WEB.finditer(block.text))])
    ends = list(accumulate((end for _, end in covered), max))
    quotes = _quoted(block.text)
    out = []
    for expression in expressions:
        if _inside(expression, covered[bisect_left(ends, expression.start) :], block.text) or _RECURRING.search(
            block.text, max(expression.start - 8, 0), expression.start
        ):
            continue
        context = _context(block.text, expression, number, sentences, quotes)
        if expression.day_shift == 0 and expression.day is None and _FIGURATIVE.match(block.text, expression.end):
            continue
        value = resolver.resolve(expression, context)
        text = block.text[expression.start : expression.end]
        if text == _THAT_YEAR and value.iso == resolver.this_year:
            value = UNKNOWN  # of a year that is not over, nobody says 當年
        out.append(
            DateFinding(
                text,
                value.iso,
                value.precision,
                value.certainty,
                value.basis,
                block.id,
                expression.start,
                expression.end,
            )
        )
    return out


def _inside(expression: Expression, covered: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether a name or an address holds the expression or cuts it (李在明|日).

    A name within it is no harm (2026年春節), nor is one that begins with a date of its own (2025年慕尼黑安全會議).
    """
    for start, end in covered:
        if start >= expression.end:
            break
        if end <= expression.start:
            continue
        if expression.start <= start and end <= expression.end and expression.end - expression.start > end - start:
            continue
        if start == expression.start and text[start].isdecimal() and expression.end <= end:
            continue
        return True
    return False


def _quoted(text: str) -> list[tuple[int, int]]:
    out = []
    for match in re.finditer(r"「[^「」\n]{14,600}(?:」|$)|“[^“”\n]{14,600}(?:”|$)", text):
        out.append((match.start(), match.end()))
    return out


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(spans, (at,)) - 1
    return index >= 0 and spans[index][0] < at < spans[index][1]


def _context(
    text: str, expression: Expression, number: int, sentences: Sequence[int], quotes: Sequence[tuple[int, int]]
) -> Context:
    before, after = around(text, expression.start, expression.end)
    return Context(
        number,
        number * 100_000 + bisect_right(sentences, expression.start),
        before,
        after,
        _within(expression.start, quotes),
    )
