"""The proof that nothing is lost: each non-space character of a seed is in exactly one kept run or removal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from jianbao import regex as re
from jianbao.provenance import MappedText, Removal, Run, Span


class LostTextError(Exception):
    """A promise about the text is broken. Always a bug of Jianbao's own, never the user's."""


Legality = Mapping[str, Callable[[str, str], bool]]
"""For each rule that rewrites: whether it may put the second text in the place of the first."""


def audit(seed_text: str, kept: Iterable[MappedText], removals: Iterable[Removal], legal: Legality) -> None:
    """Prove that every non-space character of a seed is kept or removed exactly once.

    ``legal`` holds one predicate a rewriting rule. Raises ``LostTextError`` with the first offence found, in words
    that name the offset.
    """
    claims = bytearray(len(seed_text))
    for text in kept:
        for run in text.runs:
            _check(run, seed_text, legal)
            _claim(claims, run.spans)
    for removal in removals:
        _claim(claims, removal.spans)
    for doubtful in re.finditer(rb"[^\x01]", claims):
        offset, count = doubtful.start(), claims[doubtful.start()]
        if count or not seed_text[offset].isspace():
            around = seed_text[max(offset - 12, 0) : offset + 12]
            raise LostTextError(f"character {offset} ({around!r}) is accounted for {count} times")


def _check(run: Run, seed_text: str, legal: Legality) -> None:
    before = run.found(seed_text)
    if run.rule is None:
        if before != run.text:
            raise LostTextError(f"verbatim run at {run.spans} reads {run.text[:40]!r}, seed has {before[:40]!r}")
        return
    if run.whole is not None:
        if run.text not in run.whole.text:
            raise LostTextError(f"{run.text[:40]!r} is no piece of {run.whole.text[:40]!r}")
        _check(run.whole, seed_text, legal)
        return
    if run.rule not in legal or not legal[run.rule](before, run.text):
        raise LostTextError(f"rule {run.rule} may not turn {before[:40]!r} into {run.text[:40]!r}")
    for item in run.over:
        _check(item, seed_text, legal)


def _claim(claims: bytearray, spans: tuple[Span, ...]) -> None:
    for start, end in spans:
        if claims.count(0, start, end) == end - start:
            claims[start:end] = b"\x01" * (end - start)
        else:
            for offset in range(start, end):
                claims[offset] = min(claims[offset] + 1, 255)
