"""Glosses: ``名(Foreign Name)``, the text's own bilingual glossary."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao.document import Edition
from jianbao.findings import Gloss, Mention


def find(edition: Edition, mentions: Sequence[Mention]) -> tuple[Gloss, ...]:
    """All glosses of an edition."""
    return ()
