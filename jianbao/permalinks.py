"""The addresses of briefings, given once and kept: ``knowledge/permalinks.yml``.

An article keeps its address when its neighbours, its place in the seed, its title or its seed's name change. The
editor may write another ``slug``; every slug that was ever ``published`` then leads to it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from jianbao import regex as re
from jianbao.diagnostics import EditorError
from jianbao.yaml_file import LinedDict, load_yaml

_HEADER = """\
# The address of every briefing, kept by Jianbao: commit this file. To rename one, write another slug; the addresses
# under published go on leading to it.
"""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST, _TOO_LONG = 60, 120
"""Characters of a slug that is made, and of one that an editor writes."""
_KEYS = ("seed", "ordinal", "title", "slug", "published")
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}
"""Names that the site or Windows keeps for itself."""


@dataclass(frozen=True, slots=True)
class ArticleKey:
    """What an article is recognised by in the next build."""

    seed: str
    ordinal: int
    title: str


@dataclass(frozen=True, slots=True)
class Permalink:
    """An article's address, and all that it was ever published under (the present one included)."""

    key: ArticleKey
    slug: str
    published: tuple[str, ...]


def load_permalinks(path: Path) -> tuple[Permalink, ...]:
    """Read the registry; empty where there is no file. Raises ``EditorError`` with the line of a mistake."""
    try:
        rows = load_yaml(path, path.name)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise EditorError(path.name, None, f"cannot be read ({error.strerror})", "mend or remove it") from None
    if rows is None:
        return ()
    if not isinstance(rows, list):
        raise EditorError(path.name, 1, "a list of briefings is needed", "restore it from the last commit")
    links = tuple(_permalink(path.name, row) for row in rows)
    seen: dict[str, str] = {}
    for link, row in zip(links, rows, strict=True):
        for slug in dict.fromkeys((link.slug, *link.published)):
            if slug in seen:
                raise EditorError(path.name, row.line, f"slug {slug!r} is also that of {seen[slug]}", "write another")
            seen[slug] = f"{link.key.seed} {link.key.ordinal}"
    return links


def _permalink(name: str, row: Any) -> Permalink:
    if not isinstance(row, LinedDict):
        raise EditorError(name, None, f"{row!r} is no entry", "restore the file from the last commit")
    published = row.get("published", [])
    for key in row:
        if key not in _KEYS:
            raise EditorError(name, row.lines[key], f"unknown key {key!r}", f"known are {', '.join(_KEYS)}")
    if not isinstance(published, list):
        raise EditorError(name, row.lines["published"], f"published is {published!r}", "write a list of slugs")
    shapes = (("seed", str), ("ordinal", int), ("title", str), ("slug", str))
    for key, shape in shapes:
        if not isinstance(row.get(key), shape) or row[key] is True or row[key] == 0:
            raise EditorError(
                name, row.lines.get(key, row.line), f"{key} is missing or unfit", "restore the last commit"
            )
    for slug in (row["slug"], *published):
        if not isinstance(slug, str) or not _SLUG.fullmatch(slug) or slug in _RESERVED or len(slug) > _TOO_LONG:
            help = f"small letters a–z, digits and single hyphens only, at most {_TOO_LONG}"
            raise EditorError(name, row.lines["slug"], f"{slug!r} is no slug", help)
    return Permalink(ArticleKey(row["seed"], row["ordinal"], row["title"]), row["slug"], tuple(published))


def assign(known: Sequence[Permalink], articles: Iterable[ArticleKey]) -> tuple[Permalink, ...]:
    """The registry after a build: one entry for each article, old ones as they were, and those of absent articles.

    An article is recognised by seed, place and title; else by seed and title; else by seed and place; else, if its
    seed's name is new, by its title alone.
    """
    waiting = sorted(articles, key=lambda key: (key.seed, key.ordinal))
    present = {key.seed for key in waiting}
    free = sorted(known, key=lambda link: (link.key.seed, link.key.ordinal))
    result: list[Permalink] = []
    for recognise in (_same, _same_title, _same_place, _same_title_elsewhere):
        table: dict[object, list[Permalink]] = {}
        for link in free:
            if recognise is not _same_title_elsewhere or link.key.seed not in present:
                table.setdefault(recognise(link.key), []).append(link)
        used: set[str] = set()
        strangers: list[ArticleKey] = []
        for key in waiting:
            matches = table.get(recognise(key))
            if matches:
                link = matches.pop(0)
                result.append(Permalink(key, link.slug, _with(link.published, link.slug)))
                used.add(link.slug)
            else:
                strangers.append(key)
        waiting, free = strangers, [link for link in free if link.slug not in used]
    taken = {slug for link in known for slug in (link.slug, *link.published)}
    tried: Counter[str] = Counter()
    for key in waiting:
        slug = _free(slugify(key.title), taken, tried)
        taken.add(slug)
        result.append(Permalink(key, slug, (slug,)))
    return tuple(sorted([*result, *free], key=lambda link: (link.key.seed, link.key.ordinal, link.slug)))


def _same(key: ArticleKey) -> object:
    return key


def _same_title(key: ArticleKey) -> object:
    return key.seed, key.title


def _same_place(key: ArticleKey) -> object:
    return key.seed, key.ordinal


def _same_title_elsewhere(key: ArticleKey) -> object:
    return key.title


def _with(published: tuple[str, ...], slug: str) -> tuple[str, ...]:
    return published if slug in published else (*published, slug)


def _free(wanted: str, taken: Collection[str], tried: Counter[str]) -> str:
    """The slug, or the first that is free with a number behind it; ``tried``: the last number of each."""
    slug = wanted
    while slug in taken:
        tried[wanted] = max(tried[wanted], 1) + 1
        slug = f"{wanted}-{tried[wanted]}"
    return slug


def redirects(links: Iterable[Permalink], alive: set[str]) -> Mapping[str, str]:
    """Former slugs of the briefings that are published now (``alive``: their slugs), each with its present one."""
    return {old: link.slug for link in links if link.slug in alive for old in link.published if old != link.slug}


def dump_permalinks(links: Iterable[Permalink]) -> str:
    """The registry as YAML text."""
    rows = [
        {
            "seed": link.key.seed,
            "ordinal": link.key.ordinal,
            "title": link.key.title,
            "slug": link.slug,
            "published": list(link.published),
        }
        for link in links
    ]
    return _HEADER + yaml.dump(rows, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)


def slugify(title: str) -> str:
    """Readable ASCII for a title: pinyin for Han, at most 60 characters, cut between syllables."""
    from pypinyin import lazy_pinyin  # loads large tables: only where a new briefing needs a name

    words: list[str] = []
    for part in lazy_pinyin(unicodedata.normalize("NFKC", title)[:200], errors=lambda foreign: foreign):
        decomposed = unicodedata.normalize("NFD", part.lower())
        plain = "".join(character for character in decomposed if not unicodedata.combining(character))
        words += re.findall("[a-z0-9]+", plain)
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        slug = longer
    if not slug:
        return "briefing"
    return f"{slug}-text" if slug in _RESERVED else slug
