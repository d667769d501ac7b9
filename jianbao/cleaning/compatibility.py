"""Han characters in disguise: Kangxi radicals, radicals' supplement, compatibility ideographs, Latin ligatures.

Also signs of mathematics that fonts draw alike and extractors confuse: the angle brackets of book titles, the slash;
marks in the forms of vertical print and of small type.

Before: ``⽇本⾸相`` (U+2F47, U+2FB8), ``樂`` as U+F914, ``ﬁnal``
After: ``日本首相``, ``樂`` as U+6A02, ``final``
Never: unified ideographs that lie in the compatibility block (﨎 and eleven more); full width letters and digits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.cleaning.rule import Finding, Options
from jianbao.document import Line

_DISGUISED = re.compile(
    "[\\ufe11-\\ufe18\\ufe35-\\ufe44\\ufe50-\\ufe5e\\u2215\\u2329\\u232a\\u2e80-\\u2fd5\\uf900-\\ufaff\\U0002f800-\\U0002fa1f\\ufb00-\\ufb06]"
)
_SUPPLEMENT = dict(
    zip(
        "⺁⺃⺄⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺝⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺱⺲⺳⺵⺶⺷⺹⺺⺻⺼⺽⻁⻂⻃⻄⻅⻆⻈⻉⻋⻍⻎⻏⻐⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻮⻯⻰",
        "厂乙乙冂几𠂊刂卜㔾小小兀尣尢巳幺彑彐忄扌攵旡月民氵氺灬爫爫丬犭王疋罒礻礻𥫗糹罓罒网罒羊羊耂肀聿⺼臼虎衤覀西见角讠贝车辶辶阝钅長镸长门雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾齐齐歯竜龙",
        strict=True,
    )
) | {"∕": "／"}
_SUPPLEMENT |= dict(
    zip(
        "︑︒︓︔︕︖︗︘︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹐﹑﹔﹕﹖﹗﹙﹚﹝﹞",
        "、。：；！？〖〗（）〔〕【】《》〈〉「」『』，、；：？！（）〔〕",
        strict=True,
    )
)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Every character in disguise that has a plain form."""
    for index, line in enumerate(lines):
        text = line.text.plain
        if text.isascii():
            continue
        for match in _DISGUISED.finditer(text):
            plain = plain_form(match[0])
            if plain != match[0]:
                note = f"U+{ord(match[0]):04X} for {plain}"
                yield Finding(index, match.start(), match.end(), note, plain)


def plain_form(char: str) -> str:
    """The character that a disguised one stands for; itself if there is none."""
    return _SUPPLEMENT.get(char) or unicodedata.normalize("NFKC", char)


def legal(before: str, after: str) -> bool:
    """Only the plain form, character by character."""
    return "".join(map(plain_form, before)) == after
