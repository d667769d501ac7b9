"""Bullets of a symbol font that an extractor wrote as the letters or private characters which stand for them there.

Before: ``l 水：冷卻方式決定選址`` and ``l 纜：登陸站的地理學``, or the same with U+F06C, or the sign alone
After: ``• 水：冷卻方式決定選址`` and ``• 纜：登陸站的地理學``
Never: letters that differ from item to item, as those of answers do; a letter in front of a line or two; a line that
goes on in Latin letters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning.rule import Finding, Options
from jianbao.document import Line

FEWEST, FEWEST_PAIRS = 3, 2
"""Lines behind one letter, and how many of them stand next to another, that tell a bullet."""
NEAR = 3
"""Lines with text from an item to the next, at most, that are next to one another."""
BULLETS = "•▪‣"
"""What the signs of a text become, in the order in which they come up: one is a level below another perhaps."""

_LETTERS = "lnuqvwoprIJyzt§ØüÞèòàðã¨¡"
"""Characters behind which Wingdings, Symbol and ZapfDingbats draw their bullets."""
_PRIVATE = "\ue000-\uf8ff"
_DRAWN = "❖❑❒➔➜➝➢➣➤➥⚫⬤◾◼▸▹◉⦿✦✧✱✲❍❏❐➧➨"
_OF_LETTERS = re.compile(rf"\s*(?P<sign>[{_LETTERS}])(?:\s+(?P<rest>\S.*)|\s*$)")
_OF_ITS_OWN = re.compile(rf"\s*(?P<sign>[{_PRIVATE}{_DRAWN}])(?=[^{_PRIVATE}]|$)")
_HAN = re.compile(r"[^\u3400-\u9fff]{0,12}[\u3400-\u9fff]")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Such signs in front of items, and alone where items follow."""
    letters: dict[str, list[int]] = defaultdict(list)
    alone: dict[str, list[int]] = defaultdict(list)
    own: list[tuple[int, int]] = []
    places: dict[int, int] = {}
    for index, line in enumerate(lines):
        text = line.text.plain
        head = text.lstrip()[:2]
        if not head:
            continue
        places[index] = len(places)
        if head[0] in _LETTERS and (len(head) == 1 or head[1].isspace()):
            match = _OF_LETTERS.match(text)
            if match and (match["rest"] is None or _HAN.match(match["rest"])):
                (alone if match["rest"] is None else letters)[match["sign"]].append(index)
        elif match := _OF_ITS_OWN.match(text):
            own.append((index, match.start("sign")))
    counts = Counter(lines[index].text.plain[at] for index, at in own)
    found = [(index, at) for index, at in own if counts[lines[index].text.plain[at]] > 1 or len(own) >= FEWEST]
    known = {sign for sign, items in letters.items() if _are_items([places[index] for index in items])}
    known |= {sign for sign, items in letters.items() if known and len(items) > 1}
    known |= {sign for sign, items in alone.items() if sign not in letters and len(items) >= 2 * FEWEST}
    letter = {index for sign in known for index in (*letters.get(sign, ()), *alone.get(sign, ()))}
    found += [(index, len(text) - len(text.lstrip())) for index in letter if (text := lines[index].text.plain)]
    order: dict[str, str] = {}
    for index, at in sorted(found):
        sign = lines[index].text.plain[at]
        bullet = order.setdefault(sign, BULLETS[min(len(order), len(BULLETS) - 1)])
        yield Finding(index, at, at + 1, f"U+{ord(sign):04X} in front of items", bullet)


def legal(before: str, after: str) -> bool:
    """Only one of the bullets for one of these signs."""
    return after in BULLETS and bool(re.fullmatch(f"[{_LETTERS}{_PRIVATE}{_DRAWN}]", before))


def _are_items(places: Sequence[int]) -> bool:
    """Whether enough lines have the same letter in front, most of them near another."""
    pairs = sum(after - before <= NEAR for before, after in pairwise(places))
    return len(places) >= FEWEST and pairs >= max(FEWEST_PAIRS, len(places) // 3)
