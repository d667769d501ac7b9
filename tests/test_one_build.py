"""A shard builds the files that it is told, and links to the others rightly without building them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jianbao.site.folders import files
from jianbao.site.one_build import Shard, build_shard


@pytest.fixture
def place(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    pages = {
        "index.md": "# 頁",
        "a/x.md": "---\ntitle: 甲\n---\n[乙](y.md) [乙](../b/y.md#p) [圖](z.svg) [無](no.md) [外](../../up.md)",
        "a/y.md": "# 乙",
        "b/y.md": "# 丙",
        "a/z.svg": "<svg></svg>",
        "images/no.svg": "<svg></svg>",
        "favicon.ico": "ours",
    }
    for path, text in pages.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    (tmp_path / "up.md").write_text("# 外", encoding="utf-8")
    config = {"site_name": "s", "theme": {"name": "mkdocs"}, "plugins": [], "nav": [{"頁": "index.md"}]}
    more = {"use_directory_urls": False, "exclude_docs": "/images/", "not_in_nav": "*"}
    (tmp_path / "mkdocs.yml").write_text(json.dumps({**config, **more}), encoding="utf-8")
    return tmp_path


def _build(place: Path, *paths: str, with_theme: bool = False) -> list[str]:
    config, docs, site, scratch = (str(place / name) for name in ("mkdocs.yml", "docs", "site", "scratch"))
    warnings = build_shard(Shard(config, docs, site, scratch, paths, with_theme))
    assert not (place / "scratch").exists()
    return warnings


def test_only_what_is_given_is_built_and_links_are_right(place: Path) -> None:
    (place / "site").mkdir()
    (place / "site" / "kept.html").write_text("kept", encoding="utf-8")
    warnings = _build(place, "a/x.md", "a/z.svg", "images/no.svg")
    assert files(place / "site") == ["a/x.html", "a/z.svg", "kept.html"]
    page = (place / "site" / "a" / "x.html").read_text(encoding="utf-8")
    assert 'href="y.html"' in page
    assert 'href="../b/y.html#p"' in page
    assert 'href="z.svg"' in page
    assert 'href="../index.html"' in page
    assert [warning.split(", but")[0] for warning in warnings] == [
        "Doc file 'a/x.md' contains a link 'no.md'",
        "Doc file 'a/x.md' contains a link '../../up.md'",
    ]


def test_the_theme_comes_with_one_shard_and_never_over_our_own_files(place: Path) -> None:
    _build(place, "index.md", with_theme=True)
    made = files(place / "site")
    assert {"404.html", "index.html", "css/base.css"} <= set(made)
    assert "favicon.ico" not in made
    assert not any(path.startswith("a/") for path in made)
