"""The words that the site itself says, in each edition (``data/interface.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jianbao.data_file import load_data
from jianbao.document import LOCALES


@cache
def interface(locale: str) -> Mapping[str, str]:
    """All words of an edition, by key. In the file a word is a list in the order of the editions.

    Where a list has two items, Hong Kong says what Taiwan says; a lone word holds for all.
    """
    place = LOCALES.index(locale)
    return {key: _form(forms, place) for key, forms in _table().items()}


@cache
def _table() -> Mapping[str, str | list[str]]:
    table: Mapping[str, str | list[str]] = load_data("interface")
    return table


def _form(forms: str | list[str], place: int) -> str:
    if isinstance(forms, str):
        return forms
    return forms[place] if place < len(forms) else forms[0]
