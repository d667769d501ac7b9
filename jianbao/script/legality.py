"""What each rewriting rule of this stage may put in the place of what."""

from __future__ import annotations

from jianbao.audit import Legality
from jianbao.script.codes import BROKEN, ELLIPSIS, FOLD, QUOTES, REGIONAL, REPAIR, SIMPLIFIED, WIDTH
from jianbao.script.misused import FORMAL, PLAIN
from jianbao.script.punctuation import FULL
from jianbao.script.spellings import FOLD as FOLDED
from jianbao.script.spellings import FORMS, same_key

_QUOTES = {"“": "「『", "”": "」』", "‘": "「『", "’": "」』", '"': "「」『』"}


def _simplified(before: str, after: str) -> bool:
    """A Traditional form of each character."""
    return len(before) == len(after) and all(
        old == new or new in FORMS.get(old, ()) or same_key(old, new) for old, new in zip(before, after, strict=True)
    )


LEGAL: Legality = {
    WIDTH: lambda before, after: FULL.get(before) == after,
    ELLIPSIS: lambda before, after: len(before) > 1 and set(before) <= set(".。…") and after == "……",
    BROKEN: lambda before, after: (before, after) in {("„", "‘"), ("‟", "’")},
    QUOTES: lambda before, after: len(after) == 1 and after in _QUOTES.get(before, ""),
    SIMPLIFIED: _simplified,
    REPAIR: lambda before, after: same_key(before, after) or (before, after) == (FORMAL, PLAIN),
    FOLD: lambda before, after: FOLDED.get(before) == after,
    REGIONAL: lambda before, after: before.isalpha() and bool(after),
}
"""Which substitutions of this stage are legal, by code. A name's regional form is the editor's word."""
