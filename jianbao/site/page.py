"""A file of the site, before it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A file that a build makes: its path under ``docs/`` (with ``/``) and its bytes."""

    path: str
    content: bytes
