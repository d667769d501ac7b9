"""The words of search, popovers, preferences, pictures and paper, in each edition (``data/reader_words.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def reader_words(part: str, locale: str) -> Mapping[str, str]:
    """The words of one part (``search``, ``charts`` …) in a locale. KeyError for a part or locale that is not there."""
    text = files("jianbao").joinpath("data/reader_words.yml").read_text(encoding="utf-8")
    words: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)[part]
    return {key: forms[locale] for key, forms in words.items()}
