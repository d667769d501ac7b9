"""The codes of this stage (``data/codes.yml``), and under which heading their changes are shown."""

from __future__ import annotations

WIDTH, ELLIPSIS, BROKEN, QUOTES, SPACES, UNBALANCED = "N01", "N02", "N03", "N04", "N05", "N06"
SIMPLIFIED, REPAIR, FOLD, REGIONAL, MACHINE, PROPOSAL = "R01", "R02", "R03", "R04", "R05", "R06"
EDITOR = "E02"
"""The editor's `fix`, made before this stage but recorded by it."""

STAGES = {
    WIDTH: "punctuation",
    ELLIPSIS: "punctuation",
    BROKEN: "punctuation",
    QUOTES: "punctuation",
    SPACES: "punctuation",
    SIMPLIFIED: "convert",
    REPAIR: "repair",
    FOLD: "convert",
    REGIONAL: "convert",
    EDITOR: "edit",
}
"""Code of a rule to the ``stage`` of its changes in the record."""
