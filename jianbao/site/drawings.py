"""Drawings by Vega, each drawn once."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version

import vl_convert

from jianbao.site.kept import kept, name_of


def draw(spec: str) -> str:
    """The SVG of a Vega specification in JSON."""
    return _drawn(name_of(f"{_version()}\0{spec}"), spec)


@lru_cache(maxsize=256)
def _drawn(name: str, spec: str) -> str:
    return kept(name, lambda: str(vl_convert.vega_to_svg(spec)).encode()).decode()


@lru_cache(maxsize=1)
def _version() -> str:
    return version("vl-convert-python")
