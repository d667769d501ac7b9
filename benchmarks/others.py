"""Other generators over the same pages: Material for MkDocs as it comes, and Hugo with the plainest of themes."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.timing import Cost, cost, python

PLAIN = """\
site_name: plain
docs_dir: {docs}
site_dir: {site}
use_directory_urls: false
theme: {{name: material, language: zh-Hant, font: false}}
plugins: {plugins}
markdown_extensions: [footnotes, tables, toc]
nav: [{{home: index.md}}, {{topics: topics/index.md}}, {{people: people/index.md}}]
not_in_nav: |
  *
validation: {{links: {{not_found: ignore, anchors: ignore, unrecognized_links: ignore}}}}
"""
HUGO = """\
baseURL: /
uglyURLs: true
buildFuture: true
disableKinds: [taxonomy, term, RSS, sitemap]
markup: {goldmark: {renderer: {unsafe: true}}}
"""
PAGE = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n"


def material(docs: Path, folder: Path, plugins: str) -> Cost:
    """One ``mkdocs build``."""
    config = folder / "plain.yml"
    config.write_text(PLAIN.format(docs=docs, site=folder / "plain", plugins=plugins), encoding="utf-8")
    spent = python("-m", "mkdocs", "build", "-q", "-f", config)
    shutil.rmtree(folder / "plain")
    return spent


def hugo(docs: Path, folder: Path) -> Cost | None:
    """One ``hugo``; None where there is none."""
    program = shutil.which("hugo")
    if not program:
        return None
    place = folder / "hugo"
    for path in docs.rglob("*.md"):
        inside = path.relative_to(docs)
        target = place / "content" / inside.with_name(inside.name.replace("index.md", "_index.md"))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    (place / "hugo.yaml").write_text(HUGO, encoding="utf-8")
    layouts = place / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(PAGE, encoding="utf-8")
    spent = cost(program, "--quiet", "--source", place, "--config", place / "hugo.yaml")
    made = sum(1 for _ in (place / "public").rglob("*.html"))
    pages = sum(1 for _ in docs.rglob("*.md"))
    if made < pages:
        raise SystemExit(f"hugo made {made} pages of {pages}")
    shutil.rmtree(place)
    return spent
