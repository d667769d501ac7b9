"""What an editor may get wrong in templates, ``mkdocs.yml`` and pages by hand: told with file, line and remedy."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jianbao.diagnostics import EditorError
from jianbao.settings import Settings, load_settings
from jianbao.site import environment, mistakes
from jianbao.site.one_build import Shard, build_shard
from tests.running import ROOT, run_cli

TEXT = "第一篇的標題\n\n政府今日宣布，為了因應區域情勢的變化，將與友好國家加強合作。這是一個重要的決定。\n"


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of templates of one's own."""
    monkeypatch.setattr(mistakes, "ROOT", tmp_path)
    for module in (mistakes, environment):
        monkeypatch.setattr(module, "TEMPLATES", tmp_path / "templates")
    environment.environment.cache_clear()
    (tmp_path / "templates").mkdir()
    yield tmp_path / "templates"
    environment.environment.cache_clear()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\n{% if a %}\n{% endfi %}\n", 3, "unknown tag 'endfi'"),
        ("\n{{ a \n", 2, "unexpected end"),
        ("{% for x in a %}\n", 1, "innermost block"),
        ("\n\n{{ nonsense }}\n", 3, "'nonsense' is undefined"),
        ("{{ a.nonsense }}\n", 1, "has no attribute 'nonsense'"),
        ("\n{{ a | nonsense }}\n", 2, "No filter named 'nonsense'"),
        ("\n{{ 1 / 0 }}\n", 2, "ZeroDivisionError"),
        ("\n{% for x, y in [1] %}{% endfor %}\n", 2, "TypeError"),
        ("\n{{ given(3) }}\n", 2, "TypeError"),
        ('\n{% include "none.md.j2" %}\n', 2, "no template none.md.j2"),
        ('{% from "page.md.j2" import x %}\n', 1, "RecursionError"),
        ("{% import '_broken.md.j2' as m with context %}\n", 2, "'deep' is undefined"),
    ],
)
def test_a_broken_template_is_told_with_its_line(templates: Path, text: str, line: int, words: str) -> None:
    (templates / "page.md.j2").write_text(text, encoding="utf-8")
    (templates / "_broken.md.j2").write_text("\n{{ deep }}\n", encoding="utf-8")
    with pytest.raises(EditorError) as caught:
        environment.fill("page.md.j2", a="字", given=str.upper)
    name = "_broken" if "deep" in words else "page"
    assert str(caught.value).startswith(f"templates/{name}.md.j2:{line}: ")
    assert words in caught.value.message
    assert "last commit" in caught.value.help
    assert "\n" not in str(caught.value)


def test_a_template_that_is_no_text_or_not_there(templates: Path) -> None:
    (templates / "page.md.j2").write_bytes(b"\xff")
    with pytest.raises(EditorError, match=r"^templates/page\.md\.j2: UnicodeDecodeError"):
        environment.fill("page.md.j2")
    with pytest.raises(EditorError, match=r"^templates/none\.md\.j2: no template none\.md\.j2"):
        environment.fill("none.md.j2")


MKDOCS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
ENGLISH = "  - en:\n      - Home: en/index.md\n"


def test_the_projects_own_settings_load() -> None:
    assert load_settings(ROOT / "mkdocs.yml") == Settings()


@pytest.mark.parametrize(
    ("old", "new", "words", "help"),
    [
        ("docs_dir: docs", "docs_dir: [", "", ""),
        ("docs_dir: docs", "docs_dir: docs\ndocs_dir: d", "'docs_dir' twice", ""),
        ("docs_dir: docs", "docs_dir: docs\nsite_url: 7", "site_url 7 is no address", "https://"),
        ("docs_dir: docs", "docs_dir: docs\nsite_url: example.org", "'example.org' is no address", "https://"),
        ("use_directory_urls: false", "use_directory_urls: true", "pages must be files", "use_directory_urls: false"),
        ("locales: [zh-Hant-TW, ", "locales: [", "cannot be published", "zh-Hant-TW"),
        ("locales: [zh-Hant-TW, ", "locales: [en, zh-Hant-TW, ", "cannot be published", "zh-Hans-CN"),
        ("locales: [zh", "site_title: [a]\n    locales: [zh", "site_title must be text", "quotes"),
        ("    locales:", "    locale:", "unknown key 'locale'", "locales"),
        ("  jianbao:\n    locales:", "  jianbao: yes\n  locales:", "must be a table", "site_title"),
        ("nav:\n", f"nav:\n{ENGLISH}", "no edition 'en'", "out of nav"),
        ("locales: [zh-Hant-TW, zh-Hans-CN, zh-Hant-HK]", "locales: [zh-Hant-TW]", "no edition 'zh-Hans", "out of nav"),
        ("  - zh-Hans-CN:\n", "  - zh-Hant-TW:\n", "no section for zh-Hans-CN", "write one"),
        ("nav:\n", "nav: 7\nsections:\n", "nav must be a list", "zh-Hant-TW"),
    ],
)
def test_a_mistake_in_the_settings_is_told(tmp_path: Path, old: str, new: str, words: str, help: str) -> None:
    assert old in MKDOCS
    (tmp_path / "mkdocs.yml").write_text(MKDOCS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(EditorError) as caught:
        load_settings(tmp_path / "mkdocs.yml")
    assert caught.value.line
    assert str(caught.value).startswith(f"mkdocs.yml:{caught.value.line}: ")
    assert (words in caught.value.message, help in caught.value.help) == (True, True), caught.value


@pytest.mark.parametrize("data", [b"", b"- a\n", b"\xff", b"a: \0", b"[" * 10_000])
def test_settings_that_are_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(data)
    with pytest.raises(EditorError, match=r"^mkdocs\.yml"):
        load_settings(tmp_path / "mkdocs.yml")
    with pytest.raises(EditorError, match="cannot be read"):
        load_settings(tmp_path / "none.yml")


def _checkout(folder: Path) -> Path:
    """Copies of what an editor may change, in a checkout of his own."""
    for name in ("seeds", "knowledge"):
        (folder / name).mkdir(parents=True)
    for name in ("jianbao", "templates", "docs/assets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs_hook.py", "build.py", "docs/_headers"):
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "words"),
    [
        ("mkdocs.yml", "name: material", "name: materiel", "mkdocs.yml:10", "materiel"),
        ("mkdocs.yml", "plugins: []", "plugins: [nonsense]", "mkdocs.yml:18", "nonsense"),
        ("mkdocs.yml", "- tables", "- tablets", "mkdocs.yml:19", "tablets"),
        ("mkdocs.yml", "mkdocs_hook.py", "nonsense.py", "mkdocs.yml:26", "nonsense.py"),
        ("mkdocs.yml", "簡報: index.md", "簡報: nonsense.md", "mkdocs.yml:37", "nonsense.md"),
        (
            "templates/overrides/main.html",
            "{% endblock %}",
            "{% endblok %}",
            "templates/overrides/main.html:",
            "endblok",
        ),
        (
            "templates/overrides/partials/footer.html",
            "<footer",
            "{{ nonsense.x }}<footer",
            "templates/overrides/partials/footer.html:",
            "'nonsense' is undefined",
        ),
        ("docs/index.md", "頁", "\udcff", "docs/index.md: cannot be read", "UTF-8"),
    ],
)
def test_what_mkdocs_stumbles_over_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, old: str, new: str, place: str, words: str
) -> None:
    copy = _checkout(tmp_path / "copy")
    monkeypatch.setattr(mistakes, "ROOT", copy)
    monkeypatch.setattr(mistakes, "TEMPLATES", copy / "templates")
    for page in re.findall(r": (\S+\.md)$", MKDOCS, re.MULTILINE):
        (copy / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        (copy / "docs" / page).write_text("# 頁\n", encoding="utf-8")
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8", errors="surrogateescape")
    config, docs, site, scratch = (str(copy / name) for name in ("mkdocs.yml", "docs", "site", "scratch"))
    with pytest.raises(EditorError) as caught:
        build_shard(Shard(config, docs, site, scratch, ("index.md",), True))
    assert str(caught.value).startswith(place)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_build_with_a_mistake_is_one_line_and_the_old_site_stands(tmp_path: Path) -> None:
    copy = _checkout(tmp_path / "copy")
    (copy / "seeds" / "a.txt").write_text(TEXT, encoding="utf-8")

    def build() -> tuple[int, str]:
        done = run_cli("build", "-q", root=copy)
        return done.status, done.err

    assert build() == (0, "")
    before = (copy / "site" / "index.html").read_bytes()
    for file, text, told in (
        ("docs/briefings/di-yi-pian-de-biao-ti.html", "x", "docs/briefings/di-yi-pian-de-biao-ti.html: stands where"),
        ("docs/mine.md", "# Mine\n\n<script>alert(1)</script>\n", "site/mine.html: live content: <script>"),
        ("templates/page.md.j2", "{{ nonsense }}", "templates/page.md.j2:1: 'nonsense' is undefined"),
        (
            "templates/page.md.j2",
            "# nothing\n",
            "templates: no briefing can be shown: zh-hk/briefings/di-yi-pian-de-biao-ti.md: the title reads",
        ),
    ):
        kept = (copy / file).read_bytes() if (copy / file).exists() else None
        (copy / file).write_text(text, encoding="utf-8")
        status, err = build()
        assert (status, len(err.splitlines())) == (1, 1), err
        assert err.startswith(told)
        assert (copy / "site" / "index.html").read_bytes() == before
        (copy / file).unlink() if kept is None else (copy / file).write_bytes(kept)
    assert build() == (0, "")
    assert (copy / "site" / "index.html").read_bytes() == before
