"""Named sections of bytes in one run of bytes: each is read, and proved undamaged, without the others."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import BinaryIO
from zlib import crc32

import orjson

_HEAD = struct.Struct(">II")
"""Bytes of the table, and their check sum."""

Table = Mapping[str, tuple[int, int, int]]
"""By name, where a section starts, its length, and its check sum."""


class DamagedError(ValueError):
    """Bytes that are not what was bound."""


def bind(sections: Mapping[str, bytes]) -> bytes:
    """Sections as one run of bytes."""
    table: dict[str, tuple[int, int, int]] = {}
    at = 0
    for name, content in sections.items():
        table[name] = (at, len(content), crc32(content))
        at += len(content)
    written = orjson.dumps(table)
    return b"".join((_HEAD.pack(len(written), crc32(written)), written, *sections.values()))


def read_table(file: BinaryIO) -> Table:
    """Where the sections lie in what was bound. ``DamagedError`` if that cannot be told."""
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise DamagedError
    length, checked = _HEAD.unpack(head)
    written = file.read(length)
    if len(written) != length or crc32(written) != checked:
        raise DamagedError
    start = _HEAD.size + length
    return {name: (start + at, size, check) for name, (at, size, check) in orjson.loads(written).items()}


def read_section(file: BinaryIO, table: Table, name: str) -> bytes:
    """One section. KeyError if there is none of that name, ``DamagedError`` if its bytes are others."""
    start, size, checked = table[name]
    file.seek(start)
    content = file.read(size)
    if crc32(content) != checked:
        raise DamagedError
    return content
