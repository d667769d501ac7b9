"""The whole way of one text, from bytes to pages of HTML, with every promise checked. For tests and the fuzzer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any

import yaml
from lxml import etree
from markdown import Markdown

from jianbao import knowledge, script
from jianbao.collecting import load_knowledge
from jianbao.diagnostics import Severity
from jianbao.library import Library
from jianbao.project import make_project
from jianbao.reading import read_seed
from jianbao.report import as_text
from jianbao.seed_result import Knowledge, SeedInput, SeedResult
from jianbao.settings import load_settings
from jianbao.sidecar import Sidecar
from jianbao.site import verify
from jianbao.site.briefing import briefing_page
from jianbao.site.page import Page
from jianbao.site.parts import parts
from jianbao.site.read_back import html_words, look_through, parse
from jianbao.site.records import RecordWriter
from jianbao.site.shelf import Shelf
from jianbao.site.source_pages import source_page
from tests.running import ROOT
from tests.shelving import opened

_passed: set[Page] = set()


class BrokenPromiseError(AssertionError):
    """A text that Jianbao does not stand up to."""


@lru_cache(maxsize=1)
def known() -> Knowledge:
    """The project's own names and topics."""
    return load_knowledge(make_project(knowledge=ROOT / "knowledge"))


def read(data: bytes, name: str = "fuzz.txt") -> tuple[SeedResult, bytes]:
    """Read a seed; it is read without a fault of ours, or refused in one line."""
    result, texts = read_seed(SeedInput(name, data, Sidecar()), known())
    if result.bug:
        raise BrokenPromiseError(result.bug)
    for diagnostic in result.diagnostics:
        line = as_text(diagnostic).splitlines()[0]
        if not line.startswith(name) or not line.isprintable():
            raise BrokenPromiseError(f"no good message: {line!r}")
    if not result.report and not any(item.severity is Severity.ERROR for item in result.diagnostics):
        raise BrokenPromiseError("neither read nor refused")
    return result, texts


def check(data: bytes, everything: bool = True) -> None:
    """Read a seed and make its pages, without ``everything`` only those that show its text.

    Raises ``BrokenPromiseError``, or whatever Jianbao does.
    """
    result, texts = read(data)
    if not result.report:
        return
    listings = [replace(listing, slug=f"a-{number}") for number, listing in enumerate(result.listings)]
    used = {hit.topic_id for listing in listings for hit in listing.topics}
    topics = [topic for topic in known().topics if topic.id in used]
    library = knowledge.assemble(listings, opened({result.name: texts}), [result.report], known().gazetteer, topics)
    editions = {
        verify.briefing_path(entry.slug, locale): edition
        for entry in library.entries
        for locale, edition in entry.editions.items()
    }
    for page in _pages(library, everything):
        if page in _passed:  # most pages of a site of one text are empty lists, the same for every text
            continue
        fault = "; ".join(_faults(page, editions))
        if fault:
            raise BrokenPromiseError(f"{page.path}: {fault}")
        if len(_passed) < 5000:
            _passed.add(page)


def _pages(library: Library, everything: bool) -> Iterator[Page]:
    settings = load_settings(ROOT / "mkdocs.yml")
    if everything:
        yield from chain.from_iterable(part.make() for part in parts(library, settings, _convert, {}))
        return
    writer = RecordWriter(library, _convert)
    for locale in settings.locales:
        shelf = Shelf(library, settings, locale, _convert)
        yield from (source_page(shelf, seed) for seed in library.seeds)
        for entry in library.entries:
            yield briefing_page(shelf, entry)
            yield writer.page(entry, locale)


def _convert(text: str, locale: str) -> str:
    return script.convert(text, locale, known().gazetteer)


def _faults(page: Page, editions: dict[str, Any]) -> Iterator[str]:
    text = page.content.decode()
    if page.path.endswith(".json"):
        json.loads(text)
    elif page.path.endswith((".xml", ".svg")):
        etree.fromstring(page.content)
    elif page.path.endswith(".md"):
        edition = editions.get(page.path)
        if edition:
            yield from filter(None, [verify.fault_of(page, edition)])
        tree = parse(_built(text))
        yield from (f"live content: {fault}" for fault in look_through(tree, verify.allowed_scripts())[1])
        if edition and html_words(tree) != verify.edition_words(edition):
            yield "the words of the HTML are not those of the edition"


def _built(text: str) -> bytes:
    """What mkdocs and the theme make of a page, as far as the page has a say in it."""
    _, head, body = text.split("---\n", 2)
    meta: dict[str, Any] = yaml.load(head, Loader=yaml.CSafeLoader)
    # The theme prints the values of the front matter as they are.
    head = "".join(f"<meta name='{key}' content=\"{value}\">" for key, value in meta.items() if isinstance(value, str))
    page = f"<html><head><title>{meta['title']}</title>{head}</head><body><article>{_markdown().reset().convert(body)}"
    return f"{page}</article></body></html>".encode()


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    backlinks = {"footnotes": {"BACKLINK_TEXT": "↩&#xFE0E;", "BACKLINK_TITLE": "{}"}}
    return Markdown(extensions=["footnotes", "tables", "toc", "fenced_code"], extension_configs=backlinks)
