"""Forms of lines that ship with the program: ``data/phrases/NAME.yml``, each a map from a kind of line to its forms.

A form is a regular expression. Under ``whole`` it is all of a line, under ``start`` its beginning, under ``inside`` a
part of it. ``{name}`` stands for any word of ``data/words/name.yml``, or any form of the list of that name which the
file has of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial
from itertools import chain

from jianbao import regex
from jianbao.data_file import load_data
from jianbao.word_lists import either

_PLACES = {"whole": "^(?:{})$", "start": "^(?:{})", "inside": "(?:{})"}
_NAME = re.compile(r"\{([a-z_]+)\}")


def pattern(file: str, kind: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern that finds the forms of a kind of line. ``ValueError`` names one that is none.

    It is made, and can fail, when it is first used.
    """
    return regex.late(partial(_compiled, file, kind, flags))


def _compiled(file: str, kind: str, flags: re.RegexFlag) -> re.Pattern[str]:
    table = _table(file)
    places: Mapping[str, Sequence[str]] = table[kind]
    parts = [_PLACES[place].format("|".join(_filled(form, file) for form in forms)) for place, forms in places.items()]
    try:
        return re.compile("|".join(parts), flags)
    except re.error:
        for form in chain.from_iterable(places.values()):
            prove(form, file)
        raise


def prove(form: str, file: str) -> None:
    """Raise ``ValueError`` if a form is no regular expression by itself."""
    try:
        re.compile(_filled(form, file))
    except re.error as error:
        raise _wrong(form, file, error) from error


@cache
def _table(file: str) -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = load_data(f"phrases/{file}")
    return table


def _filled(form: str, file: str) -> str:
    """A form with the words and forms in the place of their names."""
    try:
        return _NAME.sub(lambda match: _named(match[1], file), form)
    except FileNotFoundError as error:
        raise _wrong(form, file, error) from error


def _wrong(form: str, file: str, error: Exception) -> ValueError:
    return ValueError(f"data/phrases/{file}.yml: {form}: {error}")


def _named(name: str, file: str) -> str:
    own = _table(file).get(name)
    if own is None:
        return either(name)
    return "(?:" + "|".join(_filled(form, file) for forms in own.values() for form in forms) + ")"
