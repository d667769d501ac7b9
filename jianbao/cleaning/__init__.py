"""What leaves a seed before it has structure: an engine and an ordered list of line rules."""

from __future__ import annotations

from collections.abc import Mapping

from jianbao import long_seed
from jianbao.audit import Legality
from jianbao.cleaning import beyond, editor, engine, part_numbers
from jianbao.cleaning.rules import LINE_RULES
from jianbao.document import Cleaned
from jianbao.sidecar import Sidecar
from jianbao.source import Seed

__all__ = ["LEGAL", "LINE_RULES", "clean", "documentation"]

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


def documentation() -> Mapping[str, str]:
    """What each rule of lines does: Before, After, Never, by its code."""
    return {part_numbers.CODE: (part_numbers.__doc__ or "").strip()} | {rule.code: rule.doc for rule in LINE_RULES}
