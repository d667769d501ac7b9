"""A hash is remembered only as long as nothing can have changed unseen."""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path

import pytest

from jianbao.site.file_hashes import Hashes


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _settle(path: Path) -> None:
    """Wait until a later change is sure to get another time."""
    while time.time_ns() - path.stat().st_ctime_ns < 150_000_000:
        time.sleep(0.01)


def test_a_settled_file_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, store = tmp_path / "a.md", tmp_path / "cache" / "hashes.json"
    page.write_bytes(b"one")
    _settle(page)
    first = Hashes(store)
    assert first.of(page) == _hash(b"one")
    first.save()
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("read again"))
    assert first.of(page) == Hashes(store).of(str(page)) == _hash(b"one")


@pytest.mark.parametrize("how", ["in place", "by exchange", "with its old time", "longer"])
def test_a_change_is_seen(tmp_path: Path, how: str) -> None:
    page, store = tmp_path / "a.md", tmp_path / "hashes.json"
    page.write_bytes(b"one")
    _settle(page)
    before = page.stat()
    hashes = Hashes(store)
    hashes.of(page)
    hashes.save()
    new = b"longer" if how == "longer" else b"two"
    if how == "by exchange":
        (tmp_path / "b.md").write_bytes(new)
        (tmp_path / "b.md").replace(page)
    else:
        page.write_bytes(new)
    if how != "longer":
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert hashes.of(page) == Hashes(store).of(page) == _hash(new)


def test_a_file_written_just_now_is_not_relied_on(tmp_path: Path) -> None:
    page, store = tmp_path / "a.md", tmp_path / "hashes.json"
    for content in (b"one", b"two", b"six"):  # sooner than the clock of a file system may tick
        page.write_bytes(content)
        hashes = Hashes(store)
        assert hashes.of(page) == _hash(content)
        hashes.save()
        assert not store.exists()


def test_only_what_was_asked_for_is_kept(tmp_path: Path) -> None:
    store = tmp_path / "hashes.json"
    pages = [tmp_path / name for name in ("a.md", "b.md", "\udcff.md")]
    for page in pages:
        page.write_bytes(page.name.encode("utf-8", "surrogateescape"))
        _settle(page)
    both = Hashes(store)
    for page in pages:
        both.of(page)
    both.save()
    one = Hashes(store)
    one.of(pages[0])
    one.save()
    assert list(json.loads(store.read_bytes())) == [str(pages[0])]


@pytest.mark.parametrize(
    "damage", [b"", b"[[", b"[1]", b'{"a": 1}', b'{"a": [1, 2, 3, 4]}', b'{"a": [{}, 2, 3, 4, 5]}']
)
def test_a_damaged_store_is_an_empty_one(tmp_path: Path, damage: bytes) -> None:
    page, store = tmp_path / "a.md", tmp_path / "hashes.json"
    page.write_bytes(b"one")
    store.write_bytes(damage)
    assert Hashes(store).of(page) == _hash(b"one")


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Hashes(tmp_path / "hashes.json").of(tmp_path / "none.md")
