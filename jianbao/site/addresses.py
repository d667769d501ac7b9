"""Where pages lie under an edition's folder, and how one links to another."""

from __future__ import annotations

from collections.abc import Mapping

from jianbao.gazetteer import Name

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
    """The page of a seed: its file name in ASCII; other characters by their code points."""
    stem = seed.removesuffix(".txt").lower()
    return "".join(char if char.isascii() and (char.isalnum() or char in "-_") else f"-{ord(char):x}" for char in stem)


def root(path: str) -> str:
    """From a page back to its edition's folder: ``""`` or ``"../"``."""
    return "../" * path.count("/")
