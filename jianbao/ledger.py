"""What the parts of the last build were made of, and which files they are: so that what would be the same is not made.

A part stands if its key is the same and every file of it is still there with the bytes that it was written with.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jianbao.site.file_hashes import Hashes
from jianbao.site.writer import replace_file


@dataclass(frozen=True, slots=True)
class Record:
    """A part: its key, its files under ``docs`` with their hashes, and the names of what is kept for them."""

    key: str
    files: Mapping[str, str]
    kept: frozenset[str] = frozenset()


class Ledger:
    """A file of records. A damaged one, or one of another program or knowledge, counts as empty."""

    def __init__(self, file: Path, common: str, docs: Path, hashes: Hashes) -> None:
        """``common`` stands for what all parts depend on."""
        self._file, self._common, self._docs, self._hashes = file, common, str(docs), hashes
        self._records: dict[str, Record] = {}
        try:
            kept, records = pickle.loads(file.read_bytes())
        except Exception:  # a pickle can fail in any way; all parts are then made anew
            return
        if kept == common:
            self._records = records

    def standing(self, name: str, key: str) -> Mapping[str, str] | None:
        """The files of a part with their hashes, if it need not be made."""
        record = self._records.get(name)
        if record is None or record.key != key:
            return None
        return record.files if all(self._is(path, digest) for path, digest in record.files.items()) else None

    def _is(self, path: str, digest: str) -> bool:
        try:
            return self._hashes.of_plain(f"{self._docs}/{path}") == digest
        except OSError:
            return False

    def note(self, name: str, record: Record) -> None:
        """A part was made."""
        self._records[name] = record

    def keep_only(self, names: Iterable[str]) -> None:
        """Forget all parts but these."""
        self._records = {name: self._records[name] for name in names}

    def kept(self) -> frozenset[str]:
        """The names of all that is kept and that some part is made of."""
        return frozenset().union(*(record.kept for record in self._records.values()))

    def save(self) -> None:
        """Call when the files are in their places."""
        replace_file(self._file, pickle.dumps((self._common, self._records), pickle.HIGHEST_PROTOCOL))
