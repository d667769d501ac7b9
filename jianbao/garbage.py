"""How often a process looks for garbage that counting references leaves."""

from __future__ import annotations

import gc

_NEW_VALUES = 100_000
"""Values made and not yet freed before a look at the new ones."""


def collect_seldom() -> None:
    """Let this process look seldom: reading and writing make millions of values and hardly any such garbage, and a
    look goes through them."""
    gc.set_threshold(_NEW_VALUES, 20, 50)
