"""What this stage does beyond script conversion, and the switches for it (``data/script/switches.yml``)."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.data_file import load_data


@dataclass(frozen=True, slots=True)
class Switches:
    """One switch a kind of change; the data file says what each does."""

    width: bool = True
    ellipsis: bool = True
    broken_quotes: bool = True
    quotes: bool = True
    spaces: bool = True
    fold: bool = True
    regional_names: bool = True
    hong_kong_glyphs: bool = False


SWITCHES = Switches(**load_data("script/switches"))
"""As the data file has them."""
