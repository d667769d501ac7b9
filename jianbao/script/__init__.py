"""The right characters in every edition: detect, repair, protect, punctuate, convert."""

from jianbao.script.canonical import BlockScript, Canonical, canonicalise
from jianbao.script.editions import convert, make_editions
from jianbao.script.legality import LEGAL

__all__ = ["LEGAL", "BlockScript", "Canonical", "canonicalise", "convert", "make_editions"]
