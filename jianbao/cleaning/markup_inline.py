"""The marks of Markdown within a line: strong words, links, pictures, signs that were escaped. For ``markup``."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from jianbao import regex as re

_DEST = r"(?:<[^<>\n]*>|[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'|“[^”]*”))?\s*"
_IMAGE = re.compile(rf"!\[[^\[\]]*\](?:\({_DEST}\)|\[[^\[\]]*\])(?:\{{[^{{}}]*\}})?")
LINK = re.compile(
    rf"(?<!\\)\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\](?P<to>\((?P<dest>{_DEST})\)(?:\{{[.#:][^{{}}]*\}})?)"
)
_BY_NAME = re.compile(r"(?<!\\)\[(?P<words>[^\[\]]+)\](?P<to>\[(?P<name>[^\[\]]*)\])")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]+\|)?(?P<words>[^\[\]|]+)\]\]")
"""A link to another note: ``[[遷村條例|條例]]``."""
_RST_LINK = re.compile(r"`(?P<words>[^`<>]+?)(?P<to>\s*<[^<>`]+>`_{1,2})")
_JOINT = re.compile(r"\\ ")
_AUTO = re.compile(r"<(?P<to>(?:https?|mailto|ftp):[^<>\s]+)>")
STRONG = re.compile(
    r"(?<![\\*])(\*{2,3})(?![\s*])(?P<words>[^*\n]*?[^\s*\\])\1(?!\*)|(?<![\w\\])(__)(?![\s_])(?P<low>[^\n]{0,200}?[^\s_])__(?!\w)"
)
_WEAK = re.compile(
    r"^(\*)(?![\s*])[^*\n]+(?<![\s\\])\*(?=\s*$)|^(_)(?![\s_])[^_\n]+(?<![\s\\])_(?=\s*$)|"
    r"(?<![\\*\w])(\*)(?![\s*\d])(?P<words>[^*\n]{0,200}?[^\s*\\])\*(?![*\w])"
    r"|(?<=[\u3400-\u9fff，。、：「」《》（）])(\*)(?![\s*\d])[^*\n]{0,200}?[^\s*\\]\*(?!\*)"
    r"|(?<![\w\\])(_)(?![\s_])[^_\n]{0,200}?[^\s_]_(?!\w)|(~~)(?![\s~])[^~\n]*?[^\s~]~~|(==)(?![\s=])[^=\n]*?[^\s=]=="
)
_CODE = re.compile(r"(?<![\\`])(`{1,3})(?!`)(?P<words>[^`\n]{1,300})\1(?!`)")
_NAME = re.compile(r"__[a-z][a-z0-9]*(?:_[a-z0-9]+)*__")
"""A name of a programming language, whose signs are its own: __init__."""
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_FOOTNOTE = re.compile(r"\[(\^)[^\[\]\s]{1,20}\](:(?=\s))?")
_TAG = re.compile(
    r"</?(?:br|hr|div|span|p|center|font|figure|figcaption|img|a|sup|sub|u|b|i|em|strong|small|mark|details|summary|"
    r"ul|ol|li|blockquote|h[1-6])(?:\s[^<>]*)?/?>|<!--.*?-->",
    re.I,
)
_ATTRIBUTES = re.compile(r"\s\{(?:[.#][\w\-:\u3400-\u9fff]+\s*|\w+=\"[^\"]*\"\s*)+\}$")
ADDRESS = re.compile(r"^<?(?:[a-z][a-z+.-]*:|/|#|\.|www\.|\?|[\w%./-]+\.[a-z]{2,5}\b|$)", re.I)
"""What a link leads to."""


def marks(text: str, names: Collection[str]) -> dict[int, str]:
    """The characters of a line that are marks, by their places, with what each is. ``names``: those of addresses that
    the text gives elsewhere."""
    found: dict[int, str] = {}
    if "!" in text:
        for match in _IMAGE.finditer(text):
            _take(found, *match.span(), "a picture")
    if "[" in text:
        for match in LINK.finditer(text):
            if ADDRESS.match(match["dest"].strip()) and match.start() not in found:
                _link(found, match)
        for match in _BY_NAME.finditer(text):
            if (match["name"] or match["words"]).casefold() in names and match.start() not in found:
                _link(found, match)
        for match in _WIKI.finditer(text):
            if match.start() not in found:
                _take(found, match.start(), match.start("words"), "sign of a link")
                _take(found, match.end("words"), match.end(), "sign of a link")
        for match in _FOOTNOTE.finditer(text):
            _take(found, *match.span(1), "sign of a note's mark")
            if match[2]:
                _take(found, *match.span(2), "sign of a note's mark")
    if "`" in text:
        for match in _RST_LINK.finditer(text):
            _link(found, match)
        for match in _JOINT.finditer(text):
            _take(found, *match.span(), "sign of a joint")
    if "<" in text:
        for match in _AUTO.finditer(text):
            _take(found, match.start(), match.start() + 1, "sign of an address")
            _take(found, match.end() - 1, match.end(), "sign of an address")
        for match in _TAG.finditer(text):
            _take(found, *match.span(), "a tag of HTML")
    code = [match.span("words") for match in _CODE.finditer(text)] if "`" in text else []
    for pattern in (_CODE, STRONG, _WEAK):
        for match in pattern.finditer(text):
            if pattern is not _CODE and (_NAME.fullmatch(match[0]) or _is_inside(match, code)):
                continue
            size = len(next(sign for sign in match.groups() if sign and not sign.strip("*_~=`")))
            if match.start() not in found and match.end() - 1 not in found:
                _take(found, match.start(), match.start() + size, "sign of emphasis")
                _take(found, match.end() - size, match.end(), "sign of emphasis")
    for match in _ESCAPED.finditer(text) if "\\" in text else ():
        if _is_inside(match, code):
            continue
        _take(found, *match.span(), "sign of an escaped character")
    attributes = _ATTRIBUTES.search(text) if text.endswith("}") else None
    if attributes:
        _take(found, *attributes.span(), "attributes")
    return found


def _is_inside(match: re.Match[str], code: Sequence[tuple[int, int]]) -> bool:
    """Whether a sign stands within code, where it is a letter like others."""
    return any(low <= place < high for low, high in code for place in (match.start(), match.end() - 1))


def _link(found: dict[int, str], match: re.Match[str]) -> None:
    """A link: its words stay."""
    _take(found, match.start(), match.start("words"), "sign of a link")
    _take(found, *match.span("to"), "where a link led")
    if match.end("words") < match.start("to"):
        _take(found, match.end("words"), match.start("to"), "sign of a link")


def _take(found: dict[int, str], start: int, end: int, note: str) -> None:
    for place in range(start, end):
        found.setdefault(place, note)
