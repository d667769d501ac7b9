"""The tables that ship with the program: ``data/NAME.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from jianbao.yaml_file import mistake

FOLDER = Path(__file__).parent / "data"


def load_data(name: str) -> Any:
    """A table by its path under ``data/`` without suffix. To be kept by who asks: it is read each time.

    ``EditorError`` with the line for what is not YAML.
    """
    try:
        return yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise mistake(f"jianbao/data/{name}.yml", error) from None
