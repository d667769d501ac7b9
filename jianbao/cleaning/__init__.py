"""What leaves a seed before it has structure: an engine and an ordered list of line rules."""

from __future__ import annotations

from jianbao import long_seed
from jianbao.audit import Legality
from jianbao.cleaning import beyond, editor, engine, part_numbers
from jianbao.cleaning.rules import LINE_RULES
from jianbao.document import Cleaned
from jianbao.sidecar import Sidecar
from jianbao.source import Seed

__all__ = ["LEGAL", "LINE_RULES", "clean"]

LEGAL: Legality = {
    editor.FIX: lambda before, after: True,
    part_numbers.CODE: lambda before, after: not before and after == " ",
    **{rule.code: rule.legal for rule in LINE_RULES if rule.legal},
}
"""Which substitutions are legal, by code. The editor may put anything in the place of anything."""


def clean(seed: Seed, sidecar: Sidecar) -> Cleaned:
    """The seed's lines without furniture and damage; what left, with evidence; what is doubtful."""
    near = long_seed.near(seed)
    cleaned = engine.run(near, sidecar, LINE_RULES)
    return cleaned if near is seed else beyond.add(cleaned, seed, near, sidecar)
