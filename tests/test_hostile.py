"""Texts and file names that mean harm: text they stay, and their neighbours stay."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from time import process_time

import pytest

from jianbao.site import escape
from jianbao.site.read_back import parse
from tests.hostile_texts import ATTACKS, SENTENCE, WHOLE_TEXTS
from tests.one_text import BrokenPromiseError, check, read
from tests.running import Run, run_cli

GOOD = (
    "平安的一篇\n\n政府今日宣布，為了因應區域情勢的變化，將與友好國家加強合作。這是一個重要的決定，各方都表示歡迎。\n"
)


def _build(tmp_path: Path, *more: str) -> Run:
    (tmp_path / "knowledge").mkdir(exist_ok=True)
    folders = ("--seeds", tmp_path / "seeds", "--output", tmp_path / "out", "--knowledge", tmp_path / "knowledge")
    return run_cli("build", *folders, *more)


def _squeezed(text: str) -> str:
    kept = (character for character in text if unicodedata.category(character) != "Cf" and not character.isspace())
    return "".join(kept)


@pytest.mark.xdist_group("hostile")
def test_attacks_stay_text_end_to_end(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "good.txt").write_text(GOOD, encoding="utf-8")
    sentence = "政府今日宣布，為了因應區域情勢的變化，將與友好國家加強合作{}，這是一個重要的決定，各方都表示歡迎。"
    body = "\n\n".join(sentence.format(attack) for attack in ATTACKS)
    (seeds / "inside.txt").write_text(f"題目<script>alert(0)</script>{{{{x}}}}\n\n{body}\n", encoding="utf-8")
    lines = "\n\n".join(f"{attack}\n\n{sentence.format('')}" for attack in ATTACKS)
    (seeds / "alone.txt").write_text(f"攻擊列在行首\n\n{lines}\n", encoding="utf-8")
    for number, attack in enumerate(ATTACKS[:12]):
        (seeds / f"title{number}.txt").write_text(f"{attack}\n\n{sentence.format('')}\n", encoding="utf-8")
    sidecar = 'title: "<script>alert(2)</script>"\nauthors: ["<img src=x onerror=alert(3)>"]\nsource: "{{ 7*7 }}"\n'
    (seeds / "good.yml").write_text(sidecar, encoding="utf-8")
    done = _build(tmp_path)  # proves by itself that words are right and nothing is live
    assert done.status == 0, done.err
    assert "fault of Jianbao" not in done.err
    site = tmp_path / "out" / "site"
    for page in site.rglob("*.html"):
        tree = parse(page.read_bytes())
        assert not tree.xpath("//iframe|//article//style|//*[@onerror]|//*[@onload]|//*[@onclick]")
        assert "evil.example" not in " ".join(tree.xpath("//@src|//link/@href|//@action"))
        assert "alert(" not in "".join(script.text or "" for script in tree.iter("script") if not script.get("type"))
    texts = [
        _squeezed(parse(page.read_bytes()).find(".//article").text_content()) for page in site.rglob("briefings/*.html")
    ]
    for attack in (
        "<script>alert(1)</script>",
        "{{7*7}}{%raw%}{#x#}",
        '--8<--"/etc/passwd"',
        "[x](javascript:alert(1))",
    ):
        assert any(attack in text for text in texts), attack
    assert "root:" not in "".join(texts)


@pytest.mark.parametrize("name", WHOLE_TEXTS)
def test_hostile_texts_are_shown_with_just_their_words_and_nothing_live(name: str) -> None:
    check(WHOLE_TEXTS[name].encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("defence", [["_HTML"], ["_READABLE", "_ENTITIES"]])
def test_without_the_defence_the_checks_fail(defence: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for table in defence:
        monkeypatch.setattr(escape, table, {})
    monkeypatch.setattr(escape, "reads_as", lambda source, text: True)
    escape.markdown.cache_clear()
    with pytest.raises(BrokenPromiseError):
        check(f"題目{ATTACKS[1]}\n\n{SENTENCE.format(ATTACKS[0])}".encode())
    escape.markdown.cache_clear()


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 8_000,
        "\n".join(f"{SENTENCE[:20]}{number}" for number in range(3_000)),
        *(SENTENCE + mark * 3_000 + "字" + end * 3_000 for mark, end in ("「」", "（）", "[]", "《》")),
        "\n".join("> " * depth + "字" for depth in range(300)),
        "\n".join(" " * depth + "- 字" for depth in range(300)),
    ],
    ids=["one line", "many lines", "quotation", "brackets", "links", "titles", "quoted", "indented"],
)
def test_long_and_deep_texts_are_read(text: str) -> None:
    result, _ = read(f"題目\n\n{text}\n".encode())
    assert result.report


NAMES = [
    "CON",
    "a b",
    "<script>alert(1)</script>".replace("/", "∕"),
    "{{ 7*7 }}",
    "-rf",
    "%2e%2e%2fx",
    "名字「怪」",
    unicodedata.normalize("NFD", "café"),
    unicodedata.normalize("NFC", "café"),
    "a'b\"c`d",
    "tab\there",
    "line\nbreak",
    "x" * 240,
    "UPPER",
    "upper",
    "💩",
    "a:b|c*d?",
    "\u202egnp",
    "index",
    "#frag?query",
    "\\back\\slash",
]


@pytest.mark.xdist_group("hostile")
def test_hostile_names_of_files(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for number, name in enumerate(NAMES):
        (seeds / f"{name}.txt").write_text(GOOD.replace("平安", f"第{number}號平安"), encoding="utf-8")
    (seeds / "good.txt").write_text(GOOD, encoding="utf-8")
    done = _build(tmp_path)
    assert done.status in {0, 1}, done.err
    assert "Traceback" not in done.err
    assert "fault of Jianbao" not in done.err
    refused = sum(": error: " in line for line in done.err.splitlines())
    pages = list((tmp_path / "out" / "docs" / "briefings").glob("*.md"))
    assert len(pages) == len(NAMES) + 1 - refused + 1  # and the index
    assert sorted(path.name for path in tmp_path.iterdir()) == ["knowledge", "out", "seeds"]


def test_names_that_are_no_text_are_refused_alone(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "good.txt").write_text(GOOD, encoding="utf-8")
    try:
        (Path(str(seeds)) / b"bad\xff.txt".decode("utf-8", "surrogateescape")).write_text(GOOD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    done = _build(tmp_path, "--no-site")
    assert done.status == 1
    assert "not UTF-8" in done.err
    assert "Traceback" not in done.err
    assert "1 seeds, 1 briefings" in done.err


def test_the_same_text_twice_is_two_briefings(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("a.txt", "b.txt"):
        (seeds / name).write_text(GOOD, encoding="utf-8")
    done = _build(tmp_path, "--no-site")
    assert done.status == 0, done.err
    assert "2 seeds, 2 briefings" in done.err


def test_links_out_of_the_output_are_not_followed(tmp_path: Path) -> None:
    seeds, elsewhere = tmp_path / "seeds", tmp_path / "elsewhere"
    for folder in (seeds, elsewhere, tmp_path / "out" / "docs"):
        folder.mkdir(parents=True)
    (seeds / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out" / "docs" / "briefings").symlink_to(elsewhere)
    done = _build(tmp_path, "--no-site")
    assert done.status == 1
    assert "link out of" in done.err
    assert "Traceback" not in done.err
    assert not list(elsewhere.iterdir())


@pytest.mark.parametrize("opened, closed", ["（）", "「」", "[]", "<>", "**"])
def test_thousands_of_nested_brackets_are_shown_in_time(opened: str, closed: str) -> None:
    text = opened * 6000 + "中" + closed * 6000
    begun = process_time()
    check(f"標題在此\n\n這一段是正文。\n\n{text}\n".encode(), everything=False)
    assert process_time() - begun < 30
