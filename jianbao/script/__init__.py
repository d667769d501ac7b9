"""The right characters in every edition: detect, repair, protect, punctuate, convert."""

from jianbao.script.canonical import BlockScript, Canonical, canonicalise
from jianbao.script.editions import convert, each_edition, make_editions
from jianbao.script.legality import LEGAL
from jianbao.script.switches import SWITCHES, Switches

__all__ = [
    "LEGAL",
    "SWITCHES",
    "BlockScript",
    "Canonical",
    "Switches",
    "canonicalise",
    "convert",
    "each_edition",
    "make_editions",
]
