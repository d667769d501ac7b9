"""Whether what the last build wrote still stands: then nothing of it need be made, proved or compared again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from jianbao.project import ROOT, Project
from jianbao.seed_cache import SeedCache, libraries
from jianbao.site.file_hashes import Hashes
from jianbao.site.writer import MANIFEST, has, read_manifest, replace_file

_SOURCES = ("jianbao", "templates", "mkdocs.yml")


class Stamp:
    """The proof lies in the cache: a hash of all that the pages are made from, and one of all that was written."""

    def __init__(self, project: Project, readings: SeedCache, hashes: Hashes) -> None:
        """``readings`` has been asked for every seed."""
        self._project, self._hashes = project, hashes
        self._file = project.cache / "docs.json"
        self.common = self._digest([f"{libraries()}\n{readings.common}", *_sources()])
        """What all pages depend on: the program, its libraries, the templates, the settings and the knowledge."""
        self._inputs = f"{self.common} {readings.digest}"

    def holds(self) -> bool:
        """Whether just these inputs gave just the files that stand there."""
        try:
            kept = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return False
        return isinstance(kept, list) and kept[:1] == [self._inputs] and kept[1:] == [self._outputs()]

    def put(self) -> None:
        """Note that these inputs gave what stands there now."""
        proof = json.dumps([self._inputs, self._outputs()]).encode()
        if not has(self._file, proof):
            replace_file(self._file, proof)

    def drop(self) -> None:
        """Take back the proof: files are about to change."""
        self._file.unlink(missing_ok=True)

    def _outputs(self) -> str:
        project, docs = self._project, self._project.docs
        pages = sorted({MANIFEST, *read_manifest(docs)})
        return self._digest([*(docs / page for page in pages), project.permalinks, project.candidates])

    def _digest(self, parts: Iterable[str | Path]) -> str:
        """One hash of texts and of the files at paths."""
        digest = hashlib.sha256()
        for part in parts:
            digest.update(
                f"{part}\0{self._of(part) if isinstance(part, Path) else ''}\n".encode("utf-8", "surrogateescape")
            )
        return digest.hexdigest()

    def _of(self, path: Path) -> str:
        try:
            return "link" if path.is_symlink() else self._hashes.of(path)
        except OSError:
            return "none"


def _sources() -> list[Path]:
    """The program's own files, templates and settings."""
    found = [path for name in _SOURCES for path in (ROOT / name, *(ROOT / name).rglob("*"))]
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)
