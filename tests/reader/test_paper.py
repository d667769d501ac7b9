from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from jianbao import paper
from jianbao.diagnostics import EditorError
from jianbao.library import Library
from jianbao.paper import Wanted, make_papers
from jianbao.project import make_project
from tests.running import run_cli

pytest.importorskip("typst", reason="typst is not installed")


@pytest.fixture
def small(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "read_library", lambda project: library)


@pytest.mark.usefixtures("small")
def test_everything_is_each_briefing_and_each_topic_that_has_any(tmp_path: Path) -> None:
    made = [*make_papers(make_project(None, tmp_path), Wanted(everything=True, locales=["zh-Hans-CN"]))]
    names = [path.relative_to(tmp_path).as_posix() for path in made]
    assert names == [f"pdf/zh-hans/{name}.pdf" for name in ("first", "second", "topics/taiwan", "topics/trade")]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in made)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("wanted", [Wanted(["nowhere"]), Wanted(topics=["nothing"])])
def test_what_is_not_there_is_said(tmp_path: Path, wanted: Wanted) -> None:
    with pytest.raises(EditorError, match=r"no (briefing|topic)"):
        list(make_papers(make_project(None, tmp_path), wanted))


@pytest.mark.usefixtures("small")
def test_without_fonts_the_error_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typst.Fonts", lambda: SimpleNamespace(families=lambda: ["Noto Serif CJK JP"]))
    with pytest.raises(EditorError, match="apt install fonts-noto-cjk"):
        list(make_papers(make_project(None, tmp_path), Wanted(["first"])))


def test_nothing_wanted_is_wrong_usage() -> None:
    done = run_cli("pdf")
    assert done.status == 2 and "--all" in done.err
