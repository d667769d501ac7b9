"""What the lines of a mail are: of a header, above a mail that is passed on, at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao import line_forms

LONGEST = 200
"""Characters of a header's line."""
FEWEST = 3
"""Lines of a header."""

_SENDER = line_forms.pattern("mail", "sender", re.I)
_HEADER = line_forms.pattern("mail", "header", re.I)
_PASSED = line_forms.pattern("mail", "passed", re.I)
_SAID = line_forms.pattern("mail", "said", re.I)
_ADDRESS = re.compile(r"@[\w-]+\.\w")
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


def headers(plain: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The half-open ranges of the headers among a text's lines: three labels or more, one of them the sender's, and an
    address among them."""
    at = 0
    while at < len(plain):
        if not _is_labelled(plain[at]):
            at += 1
            continue
        end = at
        while end < len(plain) and _is_labelled(plain[end]):
            end += 1
        block = plain[at:end]
        senders = [n for n, text in enumerate(block) if _SENDER.match(text)]
        if len(block) >= FEWEST and senders and any(map(_ADDRESS.search, block)):
            yield at, end
        at = end


def _is_labelled(text: str) -> bool:
    return len(text) <= LONGEST and bool(_SENDER.match(text) or _HEADER.match(text))
