"""What the lines of a mail are: of a header, above a mail that is passed on, at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import line_forms
from jianbao import regex as re

LONGEST = 200
"""Characters of a header's line."""
LABEL = 32
"""Characters within which a label ends."""
FEWEST = 3
"""Lines of a header."""

_SENDER = line_forms.pattern("mail", "sender", re.I)
_HEADER = line_forms.pattern("mail", "header", re.I)
_PASSED = line_forms.pattern("mail", "passed", re.I)
_SAID = line_forms.pattern("mail", "said", re.I)
_FORWARD = re.compile(r"[^：:]{2,8}\s*[：:]\*?\s*(?:Fwd?|FW|轉寄|转寄|轉發|转发|轉送|转送)\s*[：:]", re.I)
_ANSWER = re.compile(r"[^：:]{2,8}\s*[：:]\*?\s*(?:Re|RE|回覆|回复|答复|答覆|回信)\s*[：:]")
_ADDRESS = re.compile(r"@[\w-]+\.\w")
_SENT = re.compile(rf"{_ADDRESS.pattern}|\d{{1,2}}:\d{{2}}")
_PRINTED = re.compile(
    r"^(?:(?:Fwd?|FW|Re|轉寄|转寄|轉發|转发)\s*[：:]|[^。！？]*[<＜]?[\w.+-]+@[\w-]+\.[\w.]+[>＞]?$|(?:19|20)\d\d\D[^。]{4,30}\d{1,2}:\d{2}$)",
    re.I,
)
DEVICE = line_forms.pattern("mail", "device", re.I)
SECRET = line_forms.pattern("mail", "secret", re.I)
LEFT = line_forms.pattern("mail", "left", re.I)


def is_header(text: str) -> bool:
    """Whether a line names a mail's sender."""
    return len(text) <= LONGEST and bool(_SENDER.match(text))


def announces(text: str) -> bool:
    """Whether a line says that a mail passed on, or somebody's words, stand below."""
    return len(text) <= LONGEST and bool(_PASSED.match(text) or _SAID.match(text))


def passes_on(text: str) -> bool:
    """Whether a line says that a mail passed on stands below."""
    return len(text) <= LONGEST and bool(_PASSED.match(text))


def is_printed(text: str) -> bool:
    """Whether a line is one that a mail program prints above a letter: a label, an address, a subject, a time."""
    return len(text) <= LONGEST and (_is_labelled(text) or bool(_PRINTED.match(text)))


def quotes(text: str) -> bool:
    """Whether a line says who wrote what stands below, with an address: ``某某 <a@b> 於 … 寫道：``."""
    return "@" in text and len(text) <= LONGEST and bool(_SAID.match(text) and _ADDRESS.search(text))


def forwards(text: str) -> bool:
    """Whether a line is the subject of a mail that passes a letter on."""
    return bool(_FORWARD.match(text))


def answers(text: str) -> bool:
    """Whether a line is the subject of an answer."""
    return bool(_ANSWER.match(text))


def headers(plain: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The half-open ranges of the headers among a text's lines: three labels or more, one of them the sender's, and an
    address or a time of day among them. Addresses may go on in the next line."""
    at = 0
    while at < len(plain):
        if not _is_labelled(plain[at]):
            at += 1
            continue
        end = at
        while end < len(plain) and (_is_labelled(plain[end]) or (end > at and _goes_on(plain[end - 1], plain[end]))):
            end += 1
        block = plain[at:end]
        senders = [n for n, text in enumerate(block) if _SENDER.match(text)]
        if len(block) >= FEWEST and senders and any(map(_SENT.search, block)):
            yield at, end
        at = end


def _is_labelled(text: str) -> bool:
    labelled = len(text) <= LONGEST and (":" in text[:LABEL] or "：" in text[:LABEL])
    return labelled and bool(_SENDER.match(text) or _HEADER.match(text))


def _goes_on(above: str, text: str) -> bool:
    """Whether a line has the rest of the addresses of the line above."""
    return (
        len(text) <= LONGEST
        and bool(_ADDRESS.search(text))
        and (above.endswith((";", ",", "；", "，")) or "<" in above)
    )
