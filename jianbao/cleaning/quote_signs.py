"""The signs that mail programs put in front of each line of a mail that they quote.

Before: ``> 防波堤上，像在等船。本期談四``; ``>> 事：``; ``>`` alone
After: ``防波堤上，像在等船。本期談四``; ``事：``; a blank line
Never: a sign in front of a line or two (a reply on a board, a quoted sentence, a bullet); in front of more lines where
neither a sign alone nor anything of a mail stands among them or above (a list of links).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning import mail_parts
from jianbao.cleaning.rule import Finding, Options
from jianbao.document import Line

FEWEST = 3
"""Lines with the sign, one below the other, perhaps with blank ones between."""
ABOVE = 4
"""Lines with text above the first, among which a mail says what it quotes."""

_SIGNS = re.compile(r"\s*(?:[>＞]\s?)+")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The signs of each stretch of quoted lines."""
    signs = [_SIGNS.match(line.text.plain) for line in lines]
    index = 0
    while index < len(lines):
        if not signs[index]:
            index += 1
            continue
        end = index
        while end < len(lines) and (signs[end] or not lines[end].text.plain.strip()):
            end += 1
        quoted = [at for at in range(index, end) if signs[at]]
        if len(quoted) >= FEWEST and _is_mail(lines, quoted):
            for at in quoted:
                sign = signs[at]
                if sign:
                    yield Finding(at, 0, sign.end(), "sign of a quoted mail")
        index = end


def _is_mail(lines: Sequence[Line], quoted: Sequence[int]) -> bool:
    """Whether among quoted lines is a sign alone, or a mail's header in them or right above."""
    bare = [_SIGNS.sub("", lines[at].text.plain, count=1).strip() for at in quoted]
    if not all(bare[1:-1]) or any(map(mail_parts.is_header, bare)):
        return True
    above = [text for line in lines[max(quoted[0] - 3 * ABOVE, 0) : quoted[0]] if (text := line.text.plain.strip())][
        -ABOVE:
    ]
    return any(mail_parts.is_header(text) or mail_parts.announces(text) for text in above)
