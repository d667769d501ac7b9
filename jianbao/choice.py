"""Patterns that find any of many words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A regular expression's source that matches any of some words, without a group of its own number; of two that
    both fit, the one that comes first, in whichever case.

    The engine of ``re`` tries the forms of a choice one by one. Words that begin with the same letter are a form
    together, so that a letter with which none begins is passed over sooner.
    """
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[:1].lower(), []).append(re.escape(word))
    forms = (form if not more else f"(?:{'|'.join((form, *more))})" for form, *more in alike.values())
    return f"(?:{'|'.join(forms)})"
