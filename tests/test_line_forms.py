"""Forms of lines in data/phrases: each compiles, none fits an empty line, and a mistake is told with its place."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from jianbao import data_file, line_forms

FILES = sorted(path.stem for path in (data_file.FOLDER / "phrases").glob("*.yml"))
KINDS = [(file, kind) for file in FILES for kind in data_file.load_data(f"phrases/{file}")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of forms in the place of the program's own."""
    (tmp_path / "words").symlink_to(data_file.FOLDER / "words")
    monkeypatch.setattr(data_file, "FOLDER", tmp_path)
    monkeypatch.setattr(line_forms, "_table", line_forms._table.__wrapped__)
    folder = tmp_path / "phrases"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("file", "kind"), KINDS)
def test_a_kind_compiles_and_fits_no_empty_line(file: str, kind: str) -> None:
    pattern = line_forms.pattern(file, kind)
    assert pattern.match("") is None or kind == "sizes"


@pytest.mark.parametrize(("file", "kind"), KINDS)
def test_each_form_of_a_kind_compiles_by_itself(file: str, kind: str) -> None:
    for form in chain.from_iterable(data_file.load_data(f"phrases/{file}")[kind].values()):
        line_forms.prove(form, file)


def test_places_names_and_words(folder: Path) -> None:
    text = "button:\n  whole: ['按{thing}', '{share}']\n  inside: ['二維碼']\nthing:\n  inside: ['此', '這裡']\n"
    (folder / "page.yml").write_text(text, encoding="utf-8")
    pattern = line_forms.pattern("page", "button")
    assert all(pattern.search(line) for line in ("按此", "按這裡", "掃二維碼看看", "Facebook"))
    assert not any(pattern.search(line) for line in ("請按此", "按此處", "我的 Facebook 頁"))


@pytest.mark.parametrize("form", ["(未關", "[未關", "{no_such_words}"])
def test_a_mistake_names_its_file(folder: Path, form: str) -> None:
    (folder / "page.yml").write_text(f"button:\n  whole: ['{form}']\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"page\.yml"):
        line_forms.pattern("page", "button").search("")
