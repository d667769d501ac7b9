"""Countries and territories of the world from CLDR, with the wording of each region: names that need no editor."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from babel import Locale

from jianbao import regex as re
from jianbao.data_file import load_data
from jianbao.folding import fold

_LOCALES = {"tw": "zh_Hant", "hk": "zh_Hant_HK", "cn": "zh_Hans"}
_CHINESE_REGION = re.compile(r"^(?:中国|中國)(?=.)|(?:特别行政区|特別行政區)$")


class Country(NamedTuple):
    """A country or territory. ``vetoes`` maps a wording, script-folded, to (not before, not after)."""

    id: str
    english: str
    forms: tuple[tuple[str, str], ...]
    wordings: tuple[str, ...]
    vetoes: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


@cache
def countries() -> tuple[Country, ...]:
    """All of them, by code. Names with brackets or that stand for more than one country are left out."""
    data = load_data("knowledge/countries")
    english = Locale("en").territories
    names = {region: Locale.parse(code).territories for region, code in _LOCALES.items()}
    guards = {
        fold(text): (_both_scripts(row.get("not_before", ())), _both_scripts(row.get("not_after", ())))
        for text, row in data["vetoes"].items()
    }
    found = []
    for code in sorted(english):
        if len(code) != 2 or code in data["skip"] or code not in names["tw"]:
            continue
        forms = {region: _CHINESE_REGION.sub("", table[code]) for region, table in names.items()}
        if any(re.search(r"[（(]", form) for form in forms.values()):
            continue
        wordings = tuple(dict.fromkeys((*forms.values(), *data["more"].get(code, ()))))
        own = {fold(text): guards[fold(text)] for text in wordings if fold(text) in guards}
        plain_english = re.sub(r" \(.*\)| SAR China$", "", english[code])
        found.append(Country(_slug(plain_english), plain_english, tuple(forms.items()), wordings, own))
    return tuple(found)


@cache
def vetoes() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What no country's name is, whatever list of names it stands in: wording, script-folded, to (not before, not
    after)."""
    return {text: veto for country in countries() for text, veto in country.vetoes.items()}


def _both_scripts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for text in texts for form in (text, fold(text))))


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("&", "and").replace("ü", "u")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
