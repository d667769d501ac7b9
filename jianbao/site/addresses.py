"""Where pages lie under an edition's folder, and how one links to another."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from jianbao import regex as re
from jianbao.gazetteer import Name
from jianbao.permalinks import slugify

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_\-]{0,79}")

NAME_FOLDERS: Mapping[str, str] = {
    "person": "people",
    "org": "orgs",
    "place": "places",
    "event": "events",
    "document": "documents",
    "concept": "concepts",
    "work": "works",
    "animal": "concepts",
}
"""The folder of each kind of name. Too few animals make the news for a folder of their own."""


def name_path(name: Name, slug: str) -> str:
    """A name's page, without suffix."""
    return f"{NAME_FOLDERS[name.kind]}/{slug}"


def seed_slug(seed: str) -> str:
    """The page of a seed: its file name where that is plain ASCII, else readable letters and a digest of the name."""
    stem = seed.removesuffix(".txt")
    if _PLAIN.fullmatch(stem) and stem != "index":
        return stem
    return f"{slugify(stem)}-{hashlib.sha256(seed.encode()).hexdigest()[:8]}"


def root(path: str) -> str:
    """From a page back to its edition's folder: ``""`` or ``"../"``."""
    return "../" * path.count("/")
