"""Where things lie: what a build reads, and the one folder that it writes into."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""The checkout: templates, hand-written pages, ``mkdocs.yml``."""


@dataclass(frozen=True, slots=True)
class Project:
    """All paths of a build. Nothing is written outside ``out``, save for the registry of a build of the checkout."""

    seeds: Path
    knowledge: Path
    out: Path

    @property
    def is_checkout(self) -> bool:
        """Whether this is the checkout's own site."""
        return self.out == ROOT

    @property
    def config(self) -> Path:
        """mkdocs' configuration, which also holds the settings."""
        return ROOT / "mkdocs.yml"

    @property
    def assets(self) -> Path:
        """The hand-written pages and assets."""
        return ROOT / "docs"

    @property
    def docs(self) -> Path:
        """The Markdown."""
        return self.out / "docs"

    @property
    def site(self) -> Path:
        """The published site."""
        return self.out / "site"

    @property
    def cache(self) -> Path:
        """What may be deleted at any time."""
        return self.out / ".cache"

    @property
    def _notes(self) -> Path:
        return self.knowledge if self.is_checkout else self.out

    @property
    def permalinks(self) -> Path:
        """The registry of addresses: beside the editor's knowledge, or in the output of a foreign folder."""
        return self._notes / "permalinks.yml"

    @property
    def candidates(self) -> Path:
        """Names for the editor to decide on."""
        return self._notes / "candidates.yml"


def make_project(seeds: Path | None = None, out: Path | None = None, knowledge: Path | None = None) -> Project:
    """The checkout's own project, or one of any folders. Paths are made absolute."""
    return Project(
        (seeds or ROOT / "seeds").resolve(),
        (knowledge or ROOT / "knowledge").resolve(),
        (out or ROOT).resolve(),
    )
