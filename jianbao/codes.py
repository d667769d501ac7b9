"""The table of codes that removals, changes and diagnostics carry: ``data/codes.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from jianbao.data_file import load_data


@dataclass(frozen=True, slots=True)
class Code:
    """``name`` is the rule's name, ``title`` what a reader of the site sees, ``help`` what the editor can do.

    ``why`` tells a reader, in Chinese, why such text is not in a briefing; only removals have one.
    """

    code: str
    name: str
    title: str
    help: str = ""
    why: str = ""


@lru_cache(maxsize=1)
def load_codes() -> Mapping[str, Code]:
    """All codes, in the order of the file."""
    table = load_data("codes")
    codes = {
        code: Code(code, row["name"], row["title"], row.get("help", ""), row.get("why", ""))
        for code, row in table.items()
    }
    return MappingProxyType(codes)


def name_of(code: str) -> str:
    """The rule's name; the code itself where the table has none."""
    known = load_codes().get(code)
    return known.name if known else code
