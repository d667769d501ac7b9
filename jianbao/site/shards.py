"""Data for scripts, in pieces that a page opened from a folder can load (``docs/assets/shards.js``)."""

from __future__ import annotations

import json

from jianbao.site.page import Page


def shard(name: str, data: object) -> Page:
    """A script that hands ``data`` over; ``name`` is its path under the site's root without ``.js``."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Page(f"{name}.js", f'jianbao("{name}",{text})\n'.encode())


def bucket(gram: str, size: int) -> int:
    """FNV-1a over the gram's UTF-16 units: what ``shards.js`` computes, to the bit."""
    value = 0x811C9DC5
    for low, high in zip(*[iter(gram.encode("utf-16-le", "surrogatepass"))] * 2, strict=True):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return value % size
