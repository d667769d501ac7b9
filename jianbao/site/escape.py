"""Texts into Markdown: no text may become markup, whatever it says, in either of the two engines that read it.

Three ways, from the most readable to the safest:

- ``markdown``: for the article's own words. Escapes what needs it, reads the result back with markdown-it-py and with
  Python-Markdown (which mkdocs uses) and, where either reads something else, falls back to ``entities``.
- ``html``: for everything that a template prints. Safe in HTML, in attributes and between Markdown's marks.
- ``entities``: every ASCII punctuation mark as a character reference; nothing is left that could mean anything.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from html import escape as html_escape
from html import unescape

from markdown import Markdown as PythonMarkdown
from markdown_it import MarkdownIt

from jianbao import regex as re


class Markdown(str):
    """Text that is Markdown (or HTML) already: templates print it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


_BREAKS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
_HTML = str.maketrans(
    {char: f"&#{ord(char)};" for char in "\"'`*_[]\\|~^{}#!"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | _BREAKS
)
_BREAK = re.compile(f"[{re.escape(''.join(map(chr, _BREAKS)))}]")
_LINES = {code: text for code, text in _HTML.items() if code != ord("\n")}
_NOT_LINES = re.compile(f"[{re.escape(''.join(map(chr, _LINES)))}]")
_NOT_HTML = re.compile(f"[{re.escape(''.join(map(chr, _HTML)))}]")
_ENTITIES = str.maketrans({chr(code): f"&#{code};" for code in range(33, 127) if not chr(code).isalnum()} | _BREAKS)
_READABLE = str.maketrans(
    {char: "\\" + char for char in "\\`*_[]#"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;", "!": "\\!", "^": "&#94;"}
)
_SPECIAL = re.compile(r"[\\`*_\[\]<>&#|~!^]|^[-+=:.]|^\d+[.)]|^\s")
_HEEDED = "\\`*_[]<>&#|~!^"
_CROWDED = 5000
"""Marks of a paragraph that no prose has."""
_LINE_START = re.compile(r"^(?:([-+])|([=:.])|(\d+)([.)]))")
_NOT_IN_YAML = re.compile("[\ud800-\udfff\ufeff\ufffe\uffff]")
_TAG = re.compile(r"<[^>]+>")


def plain(text: str) -> str:
    """The text on one line, of the same length: breaks and control characters are spaces."""
    return _BREAK.sub(" ", text)


def html(value: object) -> Markdown:
    """A value for any place of a template; Markdown, and what a macro made, passes as it is."""
    if type(value) is not str:
        if isinstance(value, Markdown):
            return value
        if hasattr(value, "__html__"):
            return Markdown(value)
        value = str(value)
    return Markdown(value.translate(_HTML) if _NOT_HTML.search(value) else value)


def lines_html(text: str) -> Markdown:
    """Many lines for a ``<pre>``, their ends kept."""
    text = text.replace("\r\n", "\n")
    return Markdown(text.translate(_LINES) if _NOT_LINES.search(text) else text)


def entities(text: str) -> Markdown:
    """Every ASCII punctuation mark as a character reference."""
    return Markdown(text.translate(_ENTITIES))


def needs_care(text: str) -> bool:
    """Whether the text has anything that Markdown might take for markup."""
    return _SPECIAL.search(text) is not None


def is_crowded(text: str) -> bool:
    """Whether a text has so many marks that Markdown may heed that to escape each would take the engines, which copy
    the rest of a paragraph at every one, time that grows with the square of their number."""
    return len(text) > _CROWDED and sum(map(text.count, _HEEDED)) > _CROWDED


def readable(text: str, at_start: bool = False) -> Markdown:
    """Only what needs it is escaped; ``at_start``: the text begins a line. Not proved: see ``markdown``."""
    if not needs_care(text):
        return Markdown(text)
    escaped = text.translate(_READABLE)
    return Markdown(_LINE_START.sub(_guard, escaped, count=1) if at_start else escaped)


def _guard(match: re.Match[str]) -> str:
    if match[1]:
        return "\\" + match[1]
    if match[2]:
        return f"&#{ord(match[2])};"
    return f"{match[3]}\\{match[4]}"


@lru_cache(maxsize=4096)
def markdown(text: str) -> Markdown:
    """One line of text as Markdown, at the start of a line or inside one, proved to be read as that text."""
    text = plain(text).strip(" ")
    if not needs_care(text):
        return Markdown(text)
    escaped = readable(text, at_start=True)
    return escaped if reads_as(escaped, text) else entities(text)


def reads_as(source: str, text: str) -> bool:
    """Whether both engines read a block of Markdown as one paragraph that says just this."""
    wanted = " ".join(text.split())
    return all(
        rendered.startswith("<p>") and rendered.count("<p>") == 1 and " ".join(_words(rendered).split()) == wanted
        for rendered in (_commonmark().render(source).strip(), _python_markdown().reset().convert(source).strip())
    )


def _words(rendered: str) -> str:
    return unescape(_TAG.sub("", rendered))


@lru_cache(maxsize=1)
def _commonmark() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


@lru_cache(maxsize=1)
def _python_markdown() -> PythonMarkdown:
    """With the extensions of mkdocs.yml and those that mkdocs always adds."""
    return PythonMarkdown(extensions=["footnotes", "tables", "toc", "fenced_code"])


def front_matter(values: Mapping[str, object]) -> Markdown:
    """The head of a Markdown file. The theme prints these values as they are, so strings are HTML-escaped here."""
    lines = [f"{key}: {_NOT_IN_YAML.sub(_escape, _json(_safe(value)))}\n" for key, value in values.items()]
    return Markdown(f"---\n{''.join(lines)}---\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def _safe(value: object) -> object:
    if isinstance(value, str):
        return html_escape(plain(value))
    if isinstance(value, (list, tuple)):
        return [_safe(item) for item in value]
    return value
