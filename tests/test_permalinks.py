"""Addresses are given once and kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.diagnostics import EditorError
from jianbao.permalinks import ArticleKey, Permalink, assign, dump_permalinks, load_permalinks, redirects, slugify


def _slugs(links: tuple[Permalink, ...]) -> dict[tuple[str, int], str]:
    return {(link.key.seed, link.key.ordinal): link.slug for link in links}


def _keys(*rows: tuple[str, int, str]) -> list[ArticleKey]:
    return [ArticleKey(*row) for row in rows]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("2026年AI與「印太」 策略", "2026-nian-ai-yu-yin-tai-ce-lve"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-text"),
        ("💩", "briefing"),
        ("", "briefing"),
        ("Café Ünï", "cafe-uni"),
        ("index", "index-text"),
        ("\u202e<script>", "script"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert slugify(title) == slug


@given(st.text(max_size=300))
def test_a_slug_is_a_safe_file_name(title: str) -> None:
    slug = slugify(title)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 65


def test_order_of_the_seeds_does_not_matter() -> None:
    keys = _keys(("a.txt", 1, "甲"), ("b.txt", 1, "甲"), ("c.txt", 1, "乙"))
    assert assign((), keys) == assign((), reversed(keys))
    assert _slugs(assign((), keys)) == {("a.txt", 1): "jia", ("b.txt", 1): "jia-2", ("c.txt", 1): "yi"}


def test_an_address_survives_new_neighbours_new_titles_and_new_names() -> None:
    known = assign((), _keys(("b.txt", 1, "甲"), ("b.txt", 2, "乙")))
    after = assign(known, _keys(("a.txt", 1, "甲"), ("b.txt", 1, "新"), ("b.txt", 2, "甲"), ("b.txt", 3, "乙")))
    assert _slugs(after)["b.txt", 2] == "jia"
    assert _slugs(after)["b.txt", 3] == "yi"
    assert _slugs(after)["a.txt", 1] == "jia-2"
    retitled = assign(known, _keys(("b.txt", 1, "完全不同"), ("b.txt", 2, "乙")))
    assert _slugs(retitled)["b.txt", 1] == "jia"
    renamed = assign(known, _keys(("z.txt", 1, "甲"), ("z.txt", 2, "乙")))
    assert _slugs(renamed) == {("z.txt", 1): "jia", ("z.txt", 2): "yi"}


def test_the_address_of_an_absent_article_is_kept_for_it() -> None:
    known = assign((), _keys(("a.txt", 1, "甲")))
    without = assign(known, _keys(("b.txt", 1, "乙")))
    again = assign(without, _keys(("a.txt", 1, "甲"), ("b.txt", 1, "乙"), ("c.txt", 1, "甲")))
    assert _slugs(again)["a.txt", 1] == "jia"
    assert _slugs(again)["c.txt", 1] == "jia-2"


def test_the_registry_reads_back_and_an_editors_slug_leaves_a_redirect(tmp_path: Path) -> None:
    path = tmp_path / "permalinks.yml"
    links = assign((), _keys(("a.txt", 1, "「甲」: #1"), ("b.txt", 1, "- no\n")))
    path.write_text(dump_permalinks(links), encoding="utf-8")
    assert load_permalinks(path) == links
    path.write_text(path.read_text(encoding="utf-8").replace("slug: jia-1", "slug: better"), encoding="utf-8")
    renamed = assign(load_permalinks(path), [link.key for link in links])
    assert _slugs(renamed)["a.txt", 1] == "better"
    assert redirects(renamed, {"better", "no"}) == {"jia-1": "better"}
    assert redirects(renamed, {"no"}) == {}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\n", 1),
        ("- {seed: a, ordinal: 1, title: t, slug: ../x}\n", 1),
        ("- {seed: a, ordinal: 1, title: t, slug: index}\n", 1),
        ("- {seed: a, ordinal: one, title: t, slug: x}\n", 1),
        ("- {seed: a, ordinal: 1, title: t, slug: x}\n- {seed: b, ordinal: 1, title: t, slug: x}\n", 2),
        ("- {seed: a, ordinal: 1, title: t, slug: x, published: [X Y]}\n", 1),
        ("- {seed: a, ordinal: 1, title: t, slug: x, published: x}\n", 1),
        ("- {seed: a, ordinal: 1, title: t, slug: x, published: [../x]}\n", 1),
        ("- seed: a\n  ordinal: 0\n", 2),
        ("- seed: a\n  ordinal: yes\n", 2),
        ("- seed: a\n  ordinal: 1\n  title: [t]\n", 3),
        ("- seed: a\n  ordinal: 1\n  title: t\n", 1),
        ("- seed: a\n  slugg: x\n", 2),
        (f"- {{seed: a, ordinal: 1, title: t, slug: {'a' * 121}}}\n", 1),
        ("<<<<<<< HEAD\n- seed: a\n=======\n", 2),
        ("- seed: a\n  seed: b\n", 2),
        ("- [\n", 2),
    ],
)
def test_a_damaged_registry_is_told(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "permalinks.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EditorError) as caught:
        load_permalinks(path)
    assert str(caught.value).startswith(f"permalinks.yml:{line}: ")
