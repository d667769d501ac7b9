"""Verbs, exit codes, and one line for every mistake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jianbao import cleaning
from jianbao.codes import load_codes
from jianbao.data_file import load_data
from tests.running import ROOT, Run, run_cli

TEXT = "第一篇的標題\n\n政府今日宣布，為了因應區域情勢的變化，將與友好國家加強合作。這是一個重要的決定。\n"


def _seeds(folder: Path, **files: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def _build(tmp_path: Path, seeds: Path, *more: str | Path) -> Run:
    return run_cli("build", "--seeds", seeds, "--output", tmp_path / "out", "--no-site", "--jobs", "1", *more)


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["build", "--nonsense"],
        ["build", "--format", "xml"],
        ["build", "--jobs", "-1"],
        ["build", "--seeds", "seeds"],
        ["explain", "seeds"],
        ["explain", "seeds/a.txt:0"],
        ["serve", "--address", "here"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    done = run_cli(*arguments)
    assert done.status == 2
    assert "Traceback" not in done.err
    assert done.err.startswith(("Usage: ", "Error: "))


def test_a_clean_build_is_0_and_writes_nothing_beside_its_folder(tmp_path: Path) -> None:
    seeds = _seeds(tmp_path / "seeds", a__txt=TEXT)
    before = sorted(path.name for path in ROOT.iterdir())
    done = run_cli("build", "--seeds", "seeds", "--output", "out", "--no-site", cwd=tmp_path)
    assert done.status == 0, done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "seeds"]
    assert [path.name for path in seeds.iterdir()] == ["a.txt"]
    assert sorted(path.name for path in ROOT.iterdir()) == before
    for folder in ("", "zh-hans/", "zh-hk/"):
        pages = list((tmp_path / "out" / "docs" / folder / "briefings").glob("*.md"))
        assert any("政府" in page.read_text(encoding="utf-8") for page in pages)


def test_bad_files_among_good_ones_are_1_and_cost_only_themselves(tmp_path: Path) -> None:
    seeds = _seeds(
        tmp_path / "seeds", a__txt=TEXT, empty__txt="", nul__txt=b"a\0b", z__txt=TEXT.replace("第一", "第二")
    )
    _seeds(seeds, z__yml="articles: {7: {title: 無}}\nsplit: [1, 99]\n", none__yml="title: 無\n")
    _seeds(seeds, big5__txt=(TEXT * 3).encode("big5"), broken__txt=TEXT, broken__yml="titel: x\n")
    (seeds / "folder.txt").mkdir()
    (seeds / "loop.txt").symlink_to(seeds / "loop.txt")
    done = _build(tmp_path, seeds)
    assert done.status == 1
    assert "Traceback" not in done.err
    for name in ("empty.txt", "nul.txt", "broken.yml:1", "folder.txt", "loop.txt"):
        lines = [line for line in done.err.splitlines() if name in line]
        assert len(lines) == 1, (name, done.err)
        assert ": error: " in lines[0]
    for told in ("z.yml:1:1: warning: there is no article 7", "`split` names line 99", "none.yml: warning: no sidecar"):
        assert told in done.err
    text = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out" / "docs" / "briefings").glob("*.md"))
    assert {f"seed: {name}" in text.replace('"', "") for name in ("a.txt", "z.txt", "big5.txt")} == {True}


def test_an_empty_folder_of_seeds_is_an_empty_site(tmp_path: Path) -> None:
    done = _build(tmp_path, _seeds(tmp_path / "seeds"))
    assert done.status == 0, done.err
    assert "0 seeds, 0 briefings" in done.err


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    done = _build(tmp_path, tmp_path / "nowhere")
    assert done.status == 1
    assert len(done.err.splitlines()) == 1
    assert "no folder of seeds" in done.err


def test_messages_as_json_and_for_github(tmp_path: Path) -> None:
    seeds = _seeds(tmp_path / "seeds", a__txt=TEXT, empty__txt="")
    told = json.loads(_build(tmp_path, seeds, "--format", "json").out)
    assert [item["code"] for item in told if item["severity"] == "error"] == ["S04"]
    github = _build(tmp_path, seeds, "--format", "github")
    assert any(line.startswith("::error file=") and "empty.txt" in line for line in github.out.splitlines())


def test_strict_makes_warnings_fail(tmp_path: Path) -> None:
    seeds = _seeds(tmp_path / "seeds", a__txt=TEXT, a__yml="ignore: [{code: C02, line: 1, reason: 無}]\n")
    loose, strict = _build(tmp_path, seeds), _build(tmp_path, seeds, "--strict")
    assert (loose.status, strict.status) == (0, 1)
    assert "a.yml:1" in loose.err
    assert "E03" in loose.err


def test_quiet_says_nothing_of_a_clean_build(tmp_path: Path) -> None:
    done = _build(tmp_path, _seeds(tmp_path / "seeds", a__txt=TEXT), "-q")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_mistakes_in_knowledge_are_one_line(tmp_path: Path) -> None:
    knowledge = _seeds(tmp_path / "knowledge", names__yml="- {nonsense: 1}\n")
    done = _build(tmp_path, _seeds(tmp_path / "seeds", a__txt=TEXT), "--knowledge", knowledge)
    assert done.status == 1
    assert len(done.err.splitlines()) == 1
    assert "names.yml" in done.err


def test_check_writes_nothing(tmp_path: Path) -> None:
    seeds = _seeds(tmp_path / "seeds", a__txt=TEXT, empty__txt="")
    done = run_cli("check", "--seeds", seeds, "--jobs", "1", cwd=tmp_path)
    assert done.status == 1
    assert "empty.txt" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["seeds"]


def test_explain_shows_a_line_after_every_stage(tmp_path: Path) -> None:
    seeds = _seeds(tmp_path / "seeds", a__txt=TEXT)
    done = run_cli("explain", f"{seeds / 'a.txt'}:3")
    assert done.status == 0, done.err
    for label in ("seed", "clean", "structure", "repaired", "zh-Hant-TW", "zh-Hans-CN", "zh-Hant-HK"):
        assert any(line.startswith(label) for line in done.out.splitlines()), label
    assert "加强合作" in done.out
    assert run_cli("explain", f"{seeds / 'a.txt'}:99").status == 1


def test_rules_lists_and_tells() -> None:
    listed = run_cli("rules").out
    assert "C10  running-head" in listed
    told = run_cli("rules", "running-head")
    assert "Before:" in told.out
    assert "Never:" in told.out
    assert run_cli("rules", "Z99").status == 1


def test_rules_tells_where_one_fired(tmp_path: Path) -> None:
    text = TEXT.replace("加強合作", "「加强合作")
    seeds = _seeds(tmp_path / "seeds", a__txt=text, empty__txt="", plain__txt="沒有。\n")
    for code in ("N06", "R01"):
        *before, last = run_cli("rules", code, "--seeds", seeds).out.splitlines()
        assert last.endswith("a.txt, line 3")
        assert not before[-1]
    assert "fired" not in run_cli("rules", "C10", "--seeds", seeds).out


@pytest.mark.parametrize("code", sorted(code for code in load_codes() if code[0] in "CTNRK"))
def test_each_rule_tells_what_it_does(code: str) -> None:
    told = cleaning.documentation().get(code) or load_data("rule_docs").get(code, "")
    assert all(word in told for word in ("Before:", "After:", "Never:"))


def test_explain_finds_a_line_that_moved_into_another(tmp_path: Path) -> None:
    text = "水務報告\n\n第一節\n\n評估緣起\n\n水位自三月起升高，沿岸居民已經撤離。\n"
    seeds = _seeds(tmp_path / "seeds", a__txt=text)
    done = run_cli("explain", f"{seeds / 'a.txt'}:5")
    assert "clean      第一節 評估緣起 (in line 3)" in done.out
