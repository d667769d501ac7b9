"""Whether what the last build wrote still stands: then nothing of it need be made, proved or compared again.

With the proof lies what that build told, to be told again.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable
from dataclasses import dataclass

from jianbao.diagnostics import Diagnostic
from jianbao.packing import packed
from jianbao.project import ROOT, Project
from jianbao.seed_cache import SeedCache, libraries
from jianbao.site.file_hashes import Hashes
from jianbao.site.writer import MANIFEST, has, read_manifest, replace_file

_SOURCES = ("jianbao", "templates", "mkdocs.yml")


@dataclass(frozen=True, slots=True)
class Last:
    """What a build came to: its seeds and articles, its messages after those on what it collected.

    ``with_site`` if it published the site, too.
    """

    seeds: int
    articles: int
    diagnostics: tuple[Diagnostic, ...]
    with_site: bool


class Stamp:
    """The proof lies in the cache: a hash of all that the pages are made from, and one of all that was written."""

    def __init__(self, project: Project, readings: SeedCache, hashes: Hashes) -> None:
        """``readings`` has been asked for every seed."""
        self._project, self._hashes = project, hashes
        self._file = project.cache / "last.pickle"
        self.common = self._digest(_sources(), libraries(), readings.common)
        """What all pages depend on: the program, its libraries, the templates, the settings and the knowledge."""
        self._inputs = f"{self.common} {readings.digest}"

    def last(self) -> Last | None:
        """What the last build came to, if just these inputs gave it just the files that stand there."""
        try:
            inputs, outputs, last = pickle.loads(self._file.read_bytes())
        except Exception:  # a pickle can fail in any way; the build is then done anew
            return None
        stands = inputs == self._inputs and isinstance(last, Last) and outputs == self._outputs()
        return last if stands else None

    def put(self, last: Last) -> None:
        """Note that these inputs gave what stands there now, and what was told."""
        proof = packed((self._inputs, self._outputs(), last))
        if not has(self._file, proof):
            replace_file(self._file, proof)

    def drop(self) -> None:
        """Take back the proof: files are about to change."""
        self._file.unlink(missing_ok=True)

    def _outputs(self) -> str:
        project, docs = self._project, self._project.docs
        pages = sorted({MANIFEST, *read_manifest(docs)})
        return self._digest([*(f"{docs}/{page}" for page in pages), str(project.permalinks), str(project.candidates)])

    def _digest(self, paths: Iterable[str], *texts: str) -> str:
        """One hash of texts and of the files at paths."""
        lines = [*texts, *(f"{path}\0{self._of(path)}" for path in paths)]
        return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()

    def _of(self, path: str) -> str:
        try:
            return self._hashes.of_plain(path)
        except OSError:
            return "none"


def _sources() -> list[str]:
    """The program's own files, templates and settings."""
    found = [path for name in _SOURCES for path in (ROOT / name, *(ROOT / name).rglob("*"))]
    return sorted(str(path) for path in found if path.is_file() and "__pycache__" not in path.parts)
