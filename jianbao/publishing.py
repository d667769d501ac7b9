"""From a library to the published site: pages, proofs, mkdocs, and the exchange of the old site for the new.

Both proofs name the briefings that fail them. That is a bug of ours; the build then leaves those out and goes on, so
that one text that we cannot show costs the others nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from concurrent.futures import Executor
from pathlib import Path

from jianbao import publish
from jianbao.diagnostics import Diagnostic, EditorError, Severity, Told
from jianbao.ledger import Ledger
from jianbao.library import Library
from jianbao.making import STAGING, make_all
from jianbao.permalinks import Permalink, redirects
from jianbao.project import Project
from jianbao.settings import Settings
from jianbao.site import folders, render, verify
from jianbao.site.file_hashes import Hashes
from jianbao.site.link_book import LinkBook
from jianbao.site.read_back import Words
from jianbao.site.writer import commit, read_manifest, write_file


def write_docs(
    project: Project,
    settings: Settings,
    library: Library,
    links: Iterable[Permalink],
    ledger: Ledger,
    *,
    told: Told,
    jobs: int,
) -> tuple[int, frozenset[str]]:
    """Write the Markdown and everything else that mkdocs takes as it is.

    The number of files that changed; or, with nothing written, the addresses of briefings whose page would not have
    the words of its edition.
    """
    links = tuple(links)
    shutil.rmtree(project.cache / STAGING, ignore_errors=True)
    moved = redirects(links, set(library.listings))
    staged, faults = make_all(project, settings, library, moved, ledger, jobs)
    for fault in faults:
        told.bug("W04", fault.seed, fault.message)
    if faults:
        return 0, frozenset(fault.slug for fault in faults)
    written = commit(staged, project.docs, project.cache / STAGING)
    ledger.save()
    return len(written.changed) + len(written.deleted), frozenset()


def publish_site(
    project: Project, library: Library, executor: Executor, jobs: int, hashes: Hashes, told: Told
) -> tuple[int, frozenset[str]]:
    """Render, verify and publish; the number of pages rendered, or the addresses of briefings that failed.

    ``EditorError`` if a page that is no briefing fails; the published site then stays as it was.
    """
    place = _place(project, hashes)
    shutil.rmtree(place.target, ignore_errors=True)
    rendered = render.render(place, executor, jobs)
    for warning in rendered.warnings:
        told.diagnostics.append(Diagnostic(Severity.WARNING, "W01", " ".join(warning.split()), "docs"))
    made = place.target if rendered.changed else project.site
    with LinkBook(project.cache / "links.db") as book:
        unfit = _check(made, library, rendered, executor, book, told)
        if unfit:
            return 0, unfit
        if rendered.changed:
            render.forget(place)
            publish.swap_in(made, project.site)
        book.commit()
    if rendered.changed:
        render.remember(place, rendered)
    return len(rendered.rendered), frozenset()


def site_stands(project: Project, hashes: Hashes) -> bool:
    """Whether the published site is what would be made of ``docs``."""
    return render.stands(_place(project, hashes))


def _place(project: Project, hashes: Hashes) -> render.Place:
    cache = project.cache
    return render.Place(
        project.config,
        project.docs,
        published=project.site,
        target=cache / "site-next",
        state=cache / "render.json",
        hashes=hashes,
        scratch=cache / "render",
    )


def _check(
    target: Path, library: Library, rendered: render.Rendered, executor: Executor, book: LinkBook, told: Told
) -> frozenset[str]:
    """Read the site at ``target`` back: addresses of briefings that fail. Links that lead nowhere are told."""
    briefings = {
        render.built(verify.briefing_path(slug, locale)): (slug, locale)
        for slug, listing in library.listings.items()
        for locale in listing.metas
    }
    files = frozenset(folders.files(target))
    if rendered.anew:
        book.clear()
    every = book.is_new  # nothing is known of the pages that were taken over
    pages = (path for path in files if path.endswith(".html")) if every else map(render.built, rendered.rendered)

    def words(path: str) -> Words | None:
        if path not in briefings:
            return None
        slug, locale = briefings[path]
        return verify.edition_words(library.edition(slug, locale))

    unfit: set[str] = set()
    book.keep_only(files)
    for checked in verify.check_site(target, files.intersection(pages), words, executor):
        book.take(checked.path, checked.targets, checked.anchors)
        faults = [f"live content: {fault}" for fault in checked.live] + [checked.departure] * bool(checked.departure)
        if faults and checked.path in briefings:
            slug, _ = briefings[checked.path]
            unfit.add(slug)
            told.bug(
                "W04" if checked.departure else "W03",
                library.listings[slug].seed,
                f"{checked.path}: {'; '.join(faults)}",
            )
        elif faults:
            help = "take it out of templates/ or docs/; if you changed neither, this is a fault of Jianbao"
            raise EditorError(f"site/{checked.path}", None, "; ".join(faults), help)
    for page, link in book.broken(files):
        message = f"{page} links to {link}, which is not there"
        told.diagnostics.append(Diagnostic(Severity.ERROR, "W02", message, "site"))
    return frozenset(unfit)


def copy_assets(project: Project) -> int:
    """The checkout's hand-written pages and assets, for a site of another folder; the number that changed."""
    if project.is_checkout:
        return 0
    generated = read_manifest(project.assets)
    changed = 0
    for path in sorted(project.assets.rglob("*")):
        inside = path.relative_to(project.assets).as_posix()
        is_ours = path.name.startswith(".") or inside.startswith("images/")  # pictures of the README
        if path.is_file() and inside not in generated and not is_ours:
            changed += write_file(project.docs, inside, path.read_bytes())
    return changed
