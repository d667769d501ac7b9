"""Who sent a mail in which a text is passed on whose own writer stands below its title: he did not write it.

Before: ``From: 甲 <a@mail.example>`` / ``Subject: Fwd: 標題`` / ``標題`` / ``某某報　記者乙／台北報導``
After: 乙 is the writer, 甲 a printed line.
Never: a letter without another writer, or whose text its sender signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jianbao import regex as re
from jianbao.structure.blocks.known import Known, Role

TOP, HEAD = 4, 8
"""Parts on top of a mail among which its sender stands, and parts below him among which the text begins."""
_SENDER = re.compile(r"^(?:From|寄件者|寄件人|發件人|发件人|發送人|发送人)\s*[：:]", re.I)
_HEADER = re.compile(r"^(?:From|To|Cc|Date|Sent|Subject|[寄收發发][件送][者人]|主旨|主題|主题|日期|副本)\s*[：:]", re.I)


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such a sender told to have written nothing."""
    told = list(known)
    for n, item in enumerate(known[:TOP]):
        if item.meta is None or not item.meta.authors or not _SENDER.match(item.plain):
            continue
        for below in known[n + 1 : n + 1 + HEAD]:
            if below.role in (Role.BODY, Role.BLOCK):
                break
            other = below.meta is not None and below.meta.authors and not _HEADER.match(below.plain)
            if other and below.meta is not None and below.meta.authors != item.meta.authors:
                told[n] = Known(item.part, Role.META, replace(item.meta, authors=(), desk=True))
    return told
