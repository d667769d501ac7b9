"""``build.py pdf``: which briefings and topics to set on paper, and where the files go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jianbao import script
from jianbao.diagnostics import EditorError
from jianbao.document import EDITION_FOLDERS
from jianbao.library import Library
from jianbao.pipeline import read_library
from jianbao.project import ROOT, Project
from jianbao.settings import load_settings
from jianbao.site.fonts import FontError
from jianbao.site.pdf import PaperError, briefing_data, dossier_data, make_pdf

TEMPLATES = ROOT / "templates" / "print"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to set: briefings by slug, topics by id, or (``everything``) all of both; in which editions."""

    slugs: Sequence[str] = ()
    topics: Sequence[str] = ()
    everything: bool = False
    locales: Sequence[str] = ()


def make_papers(project: Project, wanted: Wanted) -> Iterator[Path]:
    """Set what is wanted, one file at a time. ``EditorError`` for an unknown slug or topic, or without means to set."""
    settings = load_settings(project.config)
    library = read_library(project)
    for locale in wanted.locales or settings.locales[:1]:
        for name, data in _documents(library, wanted, locale, settings.site_url):
            out = project.out / "pdf" / EDITION_FOLDERS[locale] / f"{name}.pdf"
            try:
                make_pdf(data, TEMPLATES, out)
            except (PaperError, FontError) as error:
                raise EditorError(str(out), None, str(error)) from None
            yield out


def _documents(library: Library, wanted: Wanted, locale: str, site_url: str) -> Iterator[tuple[str, dict[str, Any]]]:
    def convert(text: str, locale: str) -> str:
        return script.convert(text, locale, library.gazetteer)

    topics = {topic.id: topic for topic in library.topics}
    used = {hit.topic_id for listing in library.listings.values() for hit in listing.topics}
    for slug in library.listings if wanted.everything else wanted.slugs:
        if slug not in library.listings:
            raise EditorError(slug, None, "no briefing has this slug", "the slug is the file name of its page")
        yield slug, briefing_data(library, library.entry(slug), locale, site_url, convert)
    for topic in sorted(used & topics.keys()) if wanted.everything else wanted.topics:
        if topic not in used & topics.keys():
            raise EditorError(topic, None, "no topic with briefings has this id", "the ids are in knowledge/topics.yml")
        yield f"topics/{topic}", dossier_data(library, topics[topic], locale, site_url, convert)
