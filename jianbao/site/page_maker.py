"""From values to a page: front matter, title, content, each through its template."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao.site.addresses import root
from jianbao.site.environment import fill
from jianbao.site.escape import Markdown, front_matter, markdown
from jianbao.site.page import Page
from jianbao.site.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page lies under its edition's folder, without suffix, and what it is called."""

    path: str
    title: str

    @property
    def root(self) -> str:
        """From the page back to the edition's folder."""
        return root(self.path)


def block(name: str, shelf: Shelf, place: Place, /, **values: object) -> Markdown:
    """A template as one block of HTML: without blank lines, at which Markdown would end it."""
    text = fill(name, shelf=shelf, root=place.root, word=shelf.word, **values)
    return Markdown("\n".join(line for raw in text.splitlines() if (line := raw.strip())))


def make_page(
    shelf: Shelf, place: Place, name: str, meta: dict[str, object] | None = None, /, **values: object
) -> Page:
    """A page whose content is one block."""
    return assemble(shelf, place, markdown(place.title), block(name, shelf, place, **values), meta or {})


def assemble(shelf: Shelf, place: Place, heading: Markdown, content: Markdown, meta: dict[str, object]) -> Page:
    """A page of Markdown. Every page says its locale and its address in all editions."""
    site = shelf.convert(shelf.settings.site_title)
    own = {"site": site, "locale": shelf.locale, "twin": f"{place.path}.html"}
    front = front_matter({"title": place.title, **meta, **own})
    text = fill("page.md.j2", front=front, heading=heading, content=content)
    return Page(f"{shelf.folder}{place.path}.md", text.encode("utf-8", "replace"))
