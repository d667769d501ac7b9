"""What surrounds a letter that came by mail: who passed it on and with what words, signatures, notes on secrecy.

Before: the header and the note of who passed a letter on; ``---------- Forwarded message ---------``; below ``--`` who
signed; ``本電郵及其附件屬機密資料，如閣下並非指定收件人，請即刪除。``; ``從我的 iPhone 傳送``; how to hear no more
After: the letter, below its own header.
Never: a text without a mail's header; a note as long as a third of the letter, or longer; an answer above the words
that it answers; a row of marks within the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning import mail_parts, texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

LONGEST_NOTE = 400
"""Characters of what somebody says who passes a letter on."""
SHARE = 3
"""How many times longer the letter is."""
SIGNED, LONGEST_SIGNED = 10, 80
"""Lines of a signature, and characters of one, but for a note on secrecy."""
LONGEST_HEAD = 16
"""Lines of a header and of a note above which an answer's subject stands."""
FOOT, LONGEST_FOOT = 8, 120
"""Lines at the end of a letter among which is said how to hear no more, and characters of one of them."""

_ROW = re.compile(r"[_=*-]{10,}")
_REACHED = re.compile(r"@[\w-]+\.\w|https?://")
_STARS = re.compile(r"^\s*[*＊](?=[^*＊：:]{2,8}[：:])|(?<=[：:])[*＊](?=\s|$)")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines around a letter; none in a text that is no mail."""
    places = texts.filled(lines)
    plain = [lines[index].text.plain.strip() for index in places]
    headers = [*mail_parts.headers(plain)]
    if not any(map(mail_parts.answers, plain[:LONGEST_HEAD])):
        headers = sorted([*headers, *((at, at + 1) for at, text in enumerate(plain) if mail_parts.quotes(text))])
    if not headers:
        return
    gone: dict[int, str] = {}
    own = next((header for header in reversed(headers) if _is_passed_on(plain, header, headers)), None)
    for at in range(*(own or headers[0])):
        for star in _STARS.finditer(lines[places[at]].text.plain):
            yield Finding(places[at], star.start(), star.end(), "sign of bold letters")
    if own is not None:
        gone.update(dict.fromkeys(range(own[0]), "of the mail that passed the letter on"))
    begin = (own or headers[0])[1]
    end = len(plain)
    rule = next((at for at in range(end - 1, max(begin, end - 1 - SIGNED), -1) if _parts(plain, at)), None)
    if rule is not None and all(len(text) <= LONGEST_SIGNED or mail_parts.SECRET.search(text) for text in plain[rule:]):
        gone.update(dict.fromkeys(range(rule, end), "a mail's signature"))
        end = rule
    for at in range(begin, len(plain)):
        if at in gone:
            continue
        if mail_parts.DEVICE.match(plain[at]):
            gone[at] = "from what a mail was sent"
        elif mail_parts.SECRET.search(plain[at]):
            gone[at] = "a note on a mail's secrecy"
        elif mail_parts.passes_on(plain[at]):
            gone[at] = "above a letter passed on"
    gone.update(dict.fromkeys(_foot(plain, begin, end), "the foot of a letter to subscribers"))
    for at in sorted(gone):
        yield whole(places[at], lines[places[at]], gone[at])


def _is_passed_on(plain: Sequence[str], header: tuple[int, int], headers: Sequence[tuple[int, int]]) -> bool:
    """Whether a header is that of a letter passed on: above it what announces it, and no more than a short note."""
    first, end = header
    above = plain[:first]
    announced = any(
        mail_parts.passes_on(text) or mail_parts.forwards(text) or mail_parts.DEVICE.match(text) for text in above
    )
    if not above or not (announced or _ROW.fullmatch(above[-1]) or end == first + 1):
        return False
    of_headers = {at for pair in headers for at in range(*pair)}
    note = sum(len(text) for at, text in enumerate(above) if at not in of_headers and not _is_added(text))
    return note <= LONGEST_NOTE and SHARE * note <= sum(map(len, plain[end:]))


def _is_added(text: str) -> bool:
    """Whether a line above a letter passed on is none of the words of whoever passed it on."""
    marked = _ROW.fullmatch(text) or mail_parts.passes_on(text) or mail_parts.is_printed(text)
    return bool(marked or mail_parts.DEVICE.match(text) or mail_parts.SECRET.search(text))


def _parts(plain: Sequence[str], at: int) -> bool:
    """Whether a line parts a letter from a signature, or a row of marks from how to reach a list of readers."""
    return plain[at] == "--" or (
        bool(_ROW.fullmatch(plain[at])) and any(map(_REACHED.search, plain[at + 1 :])) and not _told(plain[at + 1 :])
    )


def _told(lines: Sequence[str]) -> bool:
    return any(map(texts.is_prose, lines))


def _foot(plain: Sequence[str], begin: int, end: int) -> Iterator[int]:
    """Lines at the end of a letter from the one on that says how to hear no more: short ones that tell nothing else."""
    for at in range(max(begin, end - FOOT), end):
        if len(plain[at]) <= LONGEST_FOOT and mail_parts.LEFT.search(plain[at]):
            below = plain[at + 1 : end]
            if not any(texts.is_prose(text) and not mail_parts.LEFT.search(text) for text in below):
                yield from range(at, end)
            return
