"""Pages read back as a stranger would: the words of a briefing, its links and anchors, and anything live in it.

Markdown is read by markdown-it-py, HTML by lxml. What stands in ``<aside>``, ``<div class="briefing-…">`` or
``<span class="caption-label">`` is not the article's own text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree, html
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from jianbao import regex as re

_PARSER = html.HTMLParser(encoding="utf-8")
_LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "manifest", "ping", "cite"}
"""Attributes whose address a browser may fetch by itself, or send to."""
_ADDRESSES = _LOADING | {"href"}
_FORBIDDEN_TAGS = {
    *("iframe", "object", "embed", "applet", "base", "frame", "frameset", "portal", "fencedframe"),
    # What stands in these is text to one parser and elements to another, by what is around them or may run.
    *("style", "template", "xmp", "noembed", "noframes", "plaintext", "textarea", "select"),
}
_NOTABLE_TAGS = _FORBIDDEN_TAGS | {"script", "meta", "title", "noscript"}
_HARMLESS = {"class", "lang", "datetime", "aria-label", "aria-labelledby", "data-n", "scope", "content", "hreflang"}
"""The most frequent attributes of those that make nothing happen; not a list of what is allowed."""
_PLAIN_ADDRESS = re.compile(r"(?!//)[A-Za-z0-9#./_-]*")
"""Addresses on the site itself, of characters that no reader of addresses takes for another."""
_DIV = re.compile(r"<script\b.*?</script>|<(?P<end>/?)div\b[^>]*>", re.DOTALL)
_SCHEME = re.compile(r"^([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_IGNORED_IN_URLS = re.compile(r"[\x00-\x20\u200b-\u200f\u2028-\u202e\ufeff]")
_LINK_SCHEMES = {"http", "https", "mailto"}
_PASSIVE_SCRIPTS = {"application/json", "application/ld+json"}
_REFRESH = re.compile(r"0; url=[a-z0-9\-]+\.html")


@dataclass(frozen=True, slots=True)
class Words:
    """The non-space characters of a briefing's own text: title, body in order, and its notes, sorted."""

    title: str
    body: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A page's links as written, without those to other hosts, and its anchors; both sorted."""

    links: tuple[str, ...]
    anchors: tuple[str, ...]


def markdown_words(text: str) -> Words:
    """The words of a Markdown page as CommonMark has them."""
    reader, state = _markdown(), dict[str, object]()
    tokens = [
        token for token in reader.parse(text, state) if token.type != "html_block" or not _is_aside(token.content)
    ]
    return _words(html.document_fromstring(f"<body>{reader.renderer.render(tokens, reader.options, state)}</body>"))


def _is_aside(block: str) -> bool:
    """Whether a block of HTML is one ``<div class="briefing-…">`` and nothing else, which need not be taken apart."""
    if not block.startswith('<div class="briefing-') or "<!" in block:
        return False
    depth = end = 0
    for match in _DIV.finditer(block):
        if match["end"] is not None:
            depth += -1 if match["end"] else 1
        end = match.end()
        if depth <= 0:
            break
    return depth == 0 and not block[end:].strip()


def parse(page: bytes) -> html.HtmlElement:
    """A built page as a tree."""
    return html.document_fromstring(page, parser=_PARSER)


def html_words(tree: html.HtmlElement) -> Words:
    """The words of a built page, within its ``<article>``. Takes the tree apart."""
    article = tree.find(".//article")
    return _words(article if article is not None else tree)


class _Reader(MarkdownIt):
    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name that markdown-it calls
        """As it stands: words are compared, not addresses."""
        return url


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return _Reader("commonmark").enable("table").use(footnote_plugin).use(front_matter_plugin)


def _words(tree: html.HtmlElement) -> Words:
    for element in list(tree.iter("aside", "div", "rt", "rp", "sup", "a", "span", "script", "style")):
        if _is_furniture(element):
            element.drop_tree()
    notes = []
    for section in tree.xpath(".//*[contains(concat(' ', @class, ' '), ' footnotes ') or @class='footnote']"):
        notes += [_plain(item) for item in section.iter("li")]
        section.drop_tree()
    title = tree.find(".//h1")
    heading = _plain(title) if title is not None else ""
    if title is not None:
        title.drop_tree()
    return Words(heading, _plain(tree), tuple(sorted(notes)))


def _is_furniture(element: html.HtmlElement) -> bool:
    classes = (element.get("class") or "").split()
    if element.tag == "div":
        return any(name.startswith("briefing-") for name in classes)
    if element.tag == "sup":
        return "footnote-ref" in classes or (element.get("id") or "").startswith("fnref")
    if element.tag == "span":
        return classes == ["caption-label"]
    if element.tag == "a":
        return bool({"footnote-backref", "headerlink"} & set(classes))
    return True


def _plain(element: html.HtmlElement) -> str:
    return "".join("".join(element.itertext()).split())


def look_through(tree: html.HtmlElement, allowed_scripts: re.Pattern[str]) -> tuple[Address, tuple[str, ...]]:
    """A built page's links and anchors; and what it could do that the site never does, in words.

    Inline scripts must match the pattern whole.
    """
    links: set[str] = set()
    anchors: set[str] = set()
    faults: list[str] = []
    for element in tree.iter(etree.Element):
        tag = element.tag
        if tag in _NOTABLE_TAGS:
            faults += _live_element(element, tag, allowed_scripts)
        for given, value in element.items():
            if given in _HARMLESS:
                continue
            if given == "id":
                anchors.add(value)
            elif given in {"href", "src"} and _PLAIN_ADDRESS.fullmatch(value):
                links.add(value)
            else:
                name = given.lower()
                if name == "name" and tag == "a":
                    anchors.add(value)
                if name in {"href", "src"} and not _SCHEME.match(value):
                    links.add(value)
                faults += _live_attribute(tag, name, value, element.get("rel") or "")
    return Address(tuple(sorted(links)), tuple(sorted(filter(None, anchors)))), tuple(faults)


def _live_element(element: html.HtmlElement, tag: str, allowed_scripts: re.Pattern[str]) -> Iterator[str]:
    if tag in _FORBIDDEN_TAGS:
        yield f"<{tag}>"
    elif tag == "script":
        yield from _live_script(element, allowed_scripts)
    elif tag == "title" and element.getparent().tag != "head":
        yield "<title> in the page"
    elif tag == "noscript" and any(part.tag is etree.Comment or part.items() for part in element.iterdescendants()):
        yield "<noscript> with more than words in it"
    elif tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
        content = element.get("content") or ""
        yield from () if _REFRESH.fullmatch(content) else (f"<meta refresh {content!r}>",)


def _live_script(element: html.HtmlElement, allowed: re.Pattern[str]) -> Iterator[str]:
    if element.get("src") is None and (element.get("type") or "").lower() not in _PASSIVE_SCRIPTS:
        source = (element.text or "").strip()
        if not allowed.fullmatch(source):
            yield f"<script> {source[:60]!r}"


def _live_attribute(tag: str, name: str, value: str, rel: str) -> Iterator[str]:
    if name.startswith("on"):
        yield f"{name}= on <{tag}>"
    if name in {"srcdoc", "xlink:href"} or (name == "style" and re.search(r"url\s*\(|expression|import", value, re.I)):
        yield f"{name}={value[:60]!r} on <{tag}>"
    if name not in _ADDRESSES:
        return
    url = _IGNORED_IN_URLS.sub("", value)
    scheme = _SCHEME.match(url)
    leaves = bool(scheme) or url.startswith(("//", "\\", "/\\"))
    if scheme and scheme[1].lower() not in _LINK_SCHEMES:
        yield f"{name}={value[:60]!r} on <{tag}>"
    elif leaves and (
        name != "href" or (tag == "link" and not set(rel.split()) <= {"canonical", "alternate", "license"})
    ):
        yield f"<{tag}> fetches from {value[:60]!r}"
