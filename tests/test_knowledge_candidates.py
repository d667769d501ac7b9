"""Candidates: what is proposed, that decisions stay, and what they do to names.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from jianbao.diagnostics import EditorError
from jianbao.gazetteer import load_gazetteer
from jianbao.knowledge.candidate_rules import propose
from jianbao.knowledge.candidate_search import Candidate, find_candidates
from jianbao.knowledge.candidates import apply_candidates, write_candidates
from jianbao.library import Library
from tests.knowledge_cases import edition, entry
from tests.running import ROOT
from tests.shelving import assembled

TEXT = (
    "日本首相高市早苗表示，《朝日新聞》報導了「新大賽局」(New Great Game)。美國總統川普(Donald Trump)與王毅會面，"
    "川普訪問義大利。「準同盟」又見「準同盟」，經濟學家奈吉教授(Stephen Nagy)在日內瓦大學任教。Polymarket看好。"
)
NAMES = """\
# my names
pairs: []
ignore: [準同盟]
names:
# people
- id: wang-yi
  kind: person
  name: 王毅   # the minister
- id: nagy
  kind: person
  name: 奈吉
  aliases: [奈吉教授]

# the end
"""


def library(names: Path | None, *texts: str) -> Library:
    gazetteer = load_gazetteer(names)
    entries = [entry(edition(text, ordinal=number), gazetteer) for number, text in enumerate(texts or (TEXT,), 1)]
    return assembled(entries, gazetteer)


def proposed(names: Path | None, *texts: str) -> dict[str, Candidate]:
    return {item.text: item for item in find_candidates(library(names, *texts))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "names.yml").write_text(NAMES, encoding="utf-8")
    write_candidates(find_candidates(library(tmp_path / "names.yml")), tmp_path / "candidates.yml")
    return tmp_path


def decide(folder: Path, text: str, decision: str, more: str = "") -> None:
    path = folder / "candidates.yml"
    before, after = path.read_text(encoding="utf-8").split(f"- text: {text}\n")
    path.write_text(
        f"{before}- text: {text}\n{more}" + after.replace('decision: ""', f"decision: {decision}", 1), "utf-8"
    )


def apply(folder: Path) -> tuple[str, ...]:
    return apply_candidates(folder / "candidates.yml", folder / "names.yml")


def test_patterns_propose_with_evidence_contexts_and_a_kind() -> None:
    found = proposed(None)
    assert {"高市早苗", "朝日新聞", "新大賽局", "川普", "準同盟", "義大利", "Polymarket", "日內瓦大學"} <= set(found)
    assert found["川普"].foreign == ("Donald Trump",)
    assert found["川普"].mentions == 2
    assert found["川普"].kind == "person"
    assert found["川普"].evidence == ("after a title", "gloss (role)")
    assert found["川普"].contexts[0] == "a-1: eat Game)。美國總統[川普](Donald Trump)"
    assert found["義大利"].evidence == ("country",)
    assert found["朝日新聞"].kind == "work"


def test_glosses_come_before_single_words() -> None:
    order = list(proposed(None))
    assert order.index("川普") < order.index("新大賽局") < order.index("Polymarket")


def test_what_is_known_or_ignored_is_not_proposed(folder: Path) -> None:
    found = proposed(folder / "names.yml")
    assert not {"王毅", "奈吉", "奈吉教授", "準同盟"} & set(found)


def test_the_file_is_the_same_again_and_decisions_stay(folder: Path) -> None:
    path = folder / "candidates.yml"
    first = path.read_bytes()
    write_candidates(find_candidates(library(folder / "names.yml")), path)
    assert path.read_bytes() == first
    decide(folder, "朝日新聞", "ignore")
    write_candidates(find_candidates(library(folder / "names.yml")), path)
    assert "decision: ignore" in path.read_text(encoding="utf-8")
    assert path.read_text(encoding="utf-8").count("朝日新聞\n") == 1


def test_decisions_move_to_the_names_and_leave_the_rest_alone(folder: Path) -> None:
    decide(folder, "川普", "accept")
    decide(folder, "高市早苗", "accept", "  id: takaichi\n")
    decide(folder, "新大賽局", "'alias-of: wang-yi'")
    decide(folder, "朝日新聞", "{alias-of: nagy}")
    decide(folder, "Polymarket", "ignore")
    told = apply(folder)
    assert told == (
        "new names: donald-trump, takaichi",
        "other wordings: 新大賽局, 朝日新聞",
        "ignored: Polymarket",
    )
    text = (folder / "names.yml").read_text(encoding="utf-8")
    kept = [line for line in NAMES.splitlines() if "aliases" not in line and "ignore" not in line]
    lines = iter(text.splitlines())
    assert all(line in lines for line in kept), "every line of the editor's is there, in order"
    names = load_gazetteer(folder / "names.yml")
    trump, wang, nagy = names.get("donald-trump"), names.get("wang-yi"), names.get("nagy")
    assert trump is not None and (trump.name, trump.foreign, trump.kind) == ("川普", ("Donald Trump",), "person")
    assert wang is not None and [alias.text for alias in wang.aliases] == ["新大賽局"]
    assert nagy is not None and [alias.text for alias in nagy.aliases] == ["奈吉教授", "朝日新聞"]
    assert names.ignore == ("準同盟", "Polymarket")
    assert "text: 川普" not in (folder / "candidates.yml").read_text(encoding="utf-8")
    assert not {"川普", "新大賽局", "Polymarket", "高市早苗"} & set(proposed(folder / "names.yml"))


def test_names_may_start_from_nothing(tmp_path: Path) -> None:
    write_candidates(find_candidates(library(None)), tmp_path / "candidates.yml")
    decide(tmp_path, "川普", "accept")
    decide(tmp_path, "朝日新聞", "ignore")
    apply(tmp_path)
    names = load_gazetteer(tmp_path / "names.yml")
    assert names.get("donald-trump") is not None
    assert names.ignore == ("朝日新聞",)


def test_nothing_decided_changes_nothing(folder: Path) -> None:
    assert apply(folder) == ("nothing was decided",)
    assert (folder / "names.yml").read_text(encoding="utf-8") == NAMES


@pytest.mark.parametrize(
    ("decision", "more", "message"),
    [
        ("maybe", "", "'maybe' is no decision"),
        ("alias-of nobody", "", "no name has the id 'nobody'"),
        ("accept", "  id: wang-yi\n", "id 'wang-yi' is taken"),
    ],
)
def test_a_decision_that_cannot_be_is_told_with_its_line(folder: Path, decision: str, more: str, message: str) -> None:
    decide(folder, "川普", decision, more)
    with pytest.raises(EditorError) as caught:
        apply(folder)
    assert message in caught.value.message
    path = folder / "candidates.yml"
    row = path.read_text(encoding="utf-8").splitlines().index("- text: 川普") + 1
    assert caught.value.line is not None and row <= caught.value.line < row + 12
    assert (folder / "names.yml").read_text(encoding="utf-8") == NAMES


def test_a_wording_that_has_an_owner_is_a_conflict(folder: Path) -> None:
    decide(folder, "川普", "accept")
    path = folder / "names.yml"
    path.write_text(NAMES + "- {id: other, kind: person, name: 某人, aliases: [川普]}\n", encoding="utf-8")
    with pytest.raises(EditorError, match="'川普' means other already"):
        apply(folder)


def test_the_projects_names_can_be_added_to(tmp_path: Path) -> None:
    names = tmp_path / "names.yml"
    names.write_text((ROOT / "knowledge" / "names.yml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "candidates.yml").write_text(
        "- text: 測試甲\n  kind: person\n  decision: accept\n"
        "- text: 測試乙\n  decision: alias-of wang-yi\n- text: 測試丙\n  decision: alias-of zhang-jun\n",
        encoding="utf-8",
    )
    before = load_gazetteer(names)
    apply(tmp_path)
    after = load_gazetteer(names)
    assert len(after.names) == len(before.names) + 1
    changed = {name.id for name in after.names} - {name.id for name in before.names}
    changed |= {old.id for old in before.names if (new := after.get(old.id)) and len(new.aliases) > len(old.aliases)}
    assert {"wang-yi", "zhang-jun"} < changed
    assert len(changed) == 3


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("金管會已邀集12家產險公司研商", []),
        ("並未規定保險公司如何理賠，依備忘錄附件", []),
        ("文件 XYECON0020251112elbc0002f 結束", []),
        ("未來基金會與將軍銀行合併", ["未來基金會", "將軍銀行"]),
    ],
)
def test_what_only_ends_like_a_name_is_not_proposed(text: str, proposed: list[str]) -> None:
    assert sorted(text[found.start : found.end] for found in propose(text)) == sorted(proposed)
