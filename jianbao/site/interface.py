"""The words that the site itself says, in each edition (``data/interface.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from jianbao.document import LOCALES


@cache
def interface(locale: str) -> Mapping[str, str]:
    """All words of an edition, by key. In the file a word is a list in the order of the editions.

    Where a list has two items, Hong Kong says what Taiwan says; a lone word holds for all.
    """
    text = files("jianbao").joinpath("data/interface.yml").read_text(encoding="utf-8")
    place = LOCALES.index(locale)
    return {key: _form(forms, place) for key, forms in yaml.safe_load(text).items()}


def _form(forms: str | list[str], place: int) -> str:
    if isinstance(forms, str):
        return forms
    return forms[place] if place < len(forms) else forms[0]
