"""names.yml and topics.yml: what loads, and which line each mistake is told with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jianbao.countries import countries
from jianbao.diagnostics import EditorError
from jianbao.gazetteer import Alias, load_gazetteer
from jianbao.topics import load_topics
from tests.running import ROOT


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "names.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "line", "message", "help"),
    [
        ("- id: a\n", 1, "expected keys and values, found a list", "write `names: …`"),
        ("name: []\n", 1, "unknown key 'name'", "names, pairs, ignore"),
        ("names: 高市\n", 1, "names is a text", "write a list"),
        ("names:\n- 高市\n", 1, "names holds a text", "`- id: …`"),
        ("names:\n- id: a\n  kind: person\n", 2, "name is missing", "write `name: …`"),
        ("names:\n- id: A B\n  kind: person\n  name: 高市\n", 2, "cannot be an address", "a-z, 0-9"),
        ("names:\n- id: a\n  kind: hero\n  name: 高市\n", 3, "kind 'hero' is none", "person, org"),
        ("names:\n- id: a\n  kind: person\n  name: 7\n", 4, "name is 7", "a number in quotes"),
        ("names:\n- id: a\n  kind: person\n  name: 高市\n  colour: red\n", 5, "unknown key 'colour'", "foreign"),
        ("names:\n- id: a\n  kind: person\n  name: 高市\n  page: maybe\n", 5, "page is a text", "auto, yes, no"),
        ("names:\n- id: a\n  kind: person\n  name: 高市\n  forms: {jp: 高市}\n", 5, "unknown key 'jp'", "tw, cn, hk"),
        ("names:\n- id: a\n  kind: person\n  name: 高市\n  aliases: [1]\n", 5, "expected keys and values", "`text: …`"),
        (
            "names:\n- id: a\n  kind: person\n  name: 高市\n  aliases:\n  - {text: 高, error: 1}\n",
            6,
            "error must be",
            "true",
        ),
        (
            "names:\n- id: a\n  kind: person\n  name: 甲\n- id: a\n  kind: person\n  name: 乙\n",
            5,
            "taken in line 2",
            "another",
        ),
        (
            "names:\n- id: a\n  kind: person\n  name: 甲某\n- id: b\n  kind: org\n  name: 乙某\n  aliases: [甲某]\n",
            8,
            "'甲某' means b here and a in line 2",
            "only",
        ),
        (
            "names:\n- id: a\n  kind: person\n  name: 甲某\n  aliases: [{text: 丙某, only: [x-1]}]\n"
            "- id: b\n  kind: org\n  name: 乙某\n  aliases: [{text: 丙某, only: [x-1, y]}]\n",
            9,
            "in x-1",
            "different articles",
        ),
        ("names:\n- id: a\n  id: b\n", 3, "key 'id' twice", ""),
        ("names: [\n", 2, "", ""),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str, help: str) -> None:
    with pytest.raises(EditorError) as caught:
        load_gazetteer(written(tmp_path, text), "knowledge/names.yml")
    assert str(caught.value).startswith(f"knowledge/names.yml:{line}: ")
    assert message in caught.value.message
    assert help in caught.value.help


def test_script_does_not_make_two_names_of_one(tmp_path: Path) -> None:
    text = "names:\n- {id: a, kind: place, name: 台東市}\n- {id: b, kind: place, name: 臺東市}\n"
    with pytest.raises(EditorError, match="means b here and a"):
        load_gazetteer(written(tmp_path, text))


def test_scopes_that_differ_keep_names_apart(tmp_path: Path) -> None:
    text = (
        "names:\n- id: a\n  kind: person\n  name: 甲某\n  aliases: [{text: 丙某, only: [x-1]}]\n"
        "- id: b\n  kind: org\n  name: 乙某\n  aliases: [{text: 丙某, only: [x-2]}]\n"
    )
    assert {"a", "b"} <= {name.id for name in load_gazetteer(written(tmp_path, text)).names}


@pytest.mark.parametrize(
    ("only", "holds"),
    [
        ((), True),
        (("000",), True),
        (("000-2",), True),
        (("000-1",), False),
        (("000_ab.txt-2",), True),
        (("00",), False),
    ],
)
def test_scope(only: tuple[str, ...], holds: bool) -> None:
    assert Alias("小泉", only=only).in_scope("000_ab.txt", 2) is holds


def test_without_a_file_there_are_countries(tmp_path: Path) -> None:
    names = load_gazetteer(tmp_path / "none.yml")
    italy = names.get("italy")
    assert italy is not None
    assert (italy.name, italy.form("hk"), italy.form("cn"), italy.link) == ("義大利", "意大利", "意大利", "never")


def test_the_editors_entry_takes_a_countrys_place(tmp_path: Path) -> None:
    names = load_gazetteer(written(tmp_path, "names:\n- {id: italia, kind: place, name: 意大利}\n"))
    assert names.get("italy") is None


def test_no_country_is_a_region_or_a_pair() -> None:
    wordings = {text for country in countries() for text in country.wordings}
    assert {"中國", "韓國", "南韓", "澳門", "俄國"} <= wordings
    assert not wordings & {"中美", "世界", "亞洲", "歐盟", "聯合國", "", "特別行政區"}
    assert not [text for text in wordings if re.search(r"[（(]", text)]


def test_the_projects_own_knowledge_loads() -> None:
    names = load_gazetteer(ROOT / "knowledge" / "names.yml")
    topics = load_topics(ROOT / "knowledge" / "topics.yml", names)
    assert [name.id for name in names.names] == sorted(name.id for name in names.names)
    assert len({topic.id for topic in topics}) == len(topics) > 0
    for name in names.names:
        assert not name.full, "no full name that no text states"
        assert not [alias for alias in name.aliases if len(alias.text) < 2 and not alias.only], name.id


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\n", 1, "expected a list of topics"),
        ("- id: a\n", 1, "title is missing"),
        ("- id: a\n  title: 稀土\n", 1, "neither words nor entities"),
        ("- id: a\n  title: 稀土\n  words: [稀土]\n", 3, "words is a list"),
        ("- id: a\n  title: 稀土\n  words: {稀土: viel}\n", 3, "稀土 is a text"),
        ("- id: a\n  title: 稀土\n  words:\n    稀土: 3\n    釔: 0\n", 5, "釔 is 0"),
        ("- id: a\n  title: 稀土\n  entities: {nobody: 1}\n", 3, "no name has the id 'nobody'"),
        ("- {id: a, title: 甲, words: {甲: 1}}\n- {id: a, title: 乙, words: {乙: 1}}\n", 2, "taken in line 1"),
    ],
)
def test_a_mistake_in_topics_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(EditorError) as caught:
        load_topics(written(tmp_path, text), load_gazetteer(None), "topics.yml")
    assert caught.value.line == line
    assert message in caught.value.message
