"""What no word list has to weigh: 錶示 is wrong in any text, 壹旦 in any that a machine converted."""

from __future__ import annotations

from functools import cache
from itertools import product

from jianbao import regex as re
from jianbao.choice import any_of
from jianbao.script.lattice import attested
from jianbao.script.lexicon import Lexicon
from jianbao.script.passages import Passage
from jianbao.script.repair import Proposal
from jianbao.script.spellings import CARELESS, NEVER, NEVER_AFTER

FORMAL, PLAIN = "壹", "一"

_ODD = re.compile("[" + "".join(sorted(old for old, _ in CARELESS)) + "]")
"""Rare in genuine text: most has none, and need not be looked through word by word."""

_SUM = "貳參叁肆伍陸柒捌玖拾佰仟"
_MISUSED = re.compile(
    f"(?<![{_SUM}{FORMAL}]){FORMAL}"
    f"(?![{_SUM}]|{FORMAL}[{_SUM}]|[百千萬億兆]*[元圓]|傳媒|[週周]刊|電視|蘋果|集團|基金|號)"
)
"""Not of sums and ordinals written against forgery (壹佰元, 壹萬圓), nor of the firms that are called so."""


def figures(passage: Passage) -> list[Proposal]:
    """壹 for 一 in a machine-converted text. One that stands between marks (壹、) numbers a part and stays."""
    return [
        Proposal(place, FORMAL, PLAIN, place, PLAIN)
        for start, end in (passage.runs if FORMAL in passage.text else ())
        if end - start > 1
        for place in (match.start() for match in _MISUSED.finditer(passage.text, start, end))
        if not passage.locked[place] and not passage.simplified[place]
    ]


@cache
def _wrong() -> tuple[re.Pattern[str], dict[str, str]]:
    """The wrong spellings of ``NEVER``, as a pattern and with the right ones."""
    rare: dict[str, list[str]] = {}
    for old, new in CARELESS:
        rare.setdefault(new, []).append(old)
    right = {
        "".join(chars): word
        for word in NEVER
        for chars in product(*([char, *rare.get(char, ())] for char in word))
        if "".join(chars) != word
    }
    return re.compile(any_of(sorted(right))), right


def words_never_right(passage: Passage, lexicon: Lexicon) -> list[Proposal]:
    """Words that are spelled so in no Traditional text. Where the odd character is of another word, it stays."""
    found: list[Proposal] = []
    if _ODD.search(passage.text) is None:
        return found
    pattern, right = _wrong()
    for match in pattern.finditer(passage.text):
        word = right[match.group()]
        for place, (old, new) in enumerate(zip(match.group(), word, strict=True), match.start()):
            if old == new or passage.locked[place] or passage.simplified[place]:
                continue
            if passage.text[place - 1 : place] in NEVER_AFTER or attested(passage.keys, place, old, lexicon):
                continue
            found.append(Proposal(place, old, new, match.start(), word))
    return found


def joined(proposals: list[Proposal], certain: list[Proposal]) -> list[Proposal]:
    """Both; of two for one character that which is certain."""
    offsets = {item.offset for item in certain}
    return [*(item for item in proposals if item.offset not in offsets), *certain] if certain else proposals
