"""What this stage does beyond script conversion, and the switches for it (``data/script/switches.yml``)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

import yaml


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


SWITCHES = Switches(
    **yaml.safe_load(resources.files("jianbao").joinpath("data/script/switches.yml").read_text(encoding="utf-8"))
)
"""As the data file has them."""
