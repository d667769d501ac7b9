"""What each rewriting rule of this stage may put in the place of what."""

from __future__ import annotations

from jianbao.provenance import Legality
from jianbao.script.canonical import SIMPLIFIED
from jianbao.script.characters import SIMPLIFY


def _same_key(before: str, after: str) -> bool:
    """Spellings of the same word, character by character."""
    return len(before) == len(after) and before.translate(SIMPLIFY) == after.translate(SIMPLIFY)


LEGAL: Legality = {SIMPLIFIED: _same_key}
"""Which substitutions of this stage are legal, by code."""
