"""What the names of persons look like in running text: how long, with which characters, beside which words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jianbao import regex as re
from jianbao.first_characters import led
from jianbao.folding import fold
from jianbao.knowledge.gloss_cut import words as gloss_words
from jianbao.knowledge.speech_words import function_pattern, role_pattern, verb_pattern
from jianbao.knowledge.speech_words import words as speech_words
from jianbao.word_lists import either, words

RUN = re.compile(r"[\u3400-\u9fff]+")
_ENDS_OF_BODIES = tuple("省市縣區鄉鎮村州國部局署院會黨府處廳司社台臺隊軍團方校系所店廠級性化式者員人官民")
"""Last characters of what is no person's name, though it may begin like one."""
SHORTEST, LONGEST = 4, 8
"""Characters of a foreign name."""
MOST = 0.6
"""Share of a foreign name's characters that are known to write sounds."""
_NEVER = re.compile("^[都向和同從便則還將就也]|[我你妳他她它們]")
"""Of what begins with a surname: 向 and 都 are surnames, too, but behind a role they are mostly not."""
_GIVEN = str.maketrans(dict.fromkeys("正為以同均亦", "□"))
"""Function words that stand in given names (郭明正)."""

Roles = Sequence[re.Match[str]]
"""The nouns for persons and groups that speak in a text, in order."""


@cache
def nobody() -> frozenset[str]:
    """Words that speak or are spoken of, and name nobody."""
    return frozenset((*speech_words("nobody"), *speech_words("roles"), *speech_words("groups")))


@cache
def _callings() -> tuple[str, ...]:
    return (*speech_words("roles"), *speech_words("groups"))


@cache
def surname() -> re.Pattern[str]:
    """A surname, of one character or two."""
    return led(either("surnames"))


@cache
def title_end() -> re.Pattern[str]:
    """The end of an office or a calling with a surname behind it: 審判|長|鄭, 預報|員|陳."""
    end = "[員長師官監授秘董者]|(?<!國|大|自|人|一|獨)家|幹事|記者|主任|書記|作者"
    return led(rf"(?<=[\u3400-\u9fff])(?:{end})(?={either('surnames')})")


def is_word(text: str) -> bool:
    """Whether what begins with a surname begins with a common word: 方面, 連續三."""
    return text in nobody() or text[:2] in _like_surnames()


@cache
def _like_surnames() -> frozenset[str]:
    return frozenset(words("like_surnames"))


def roles_in(text: str) -> Roles:
    """The roles of a text, in order."""
    return list(role_pattern().finditer(text))


def before_verb(text: str, start: int, end: int) -> int:
    """Where a verb of saying begins that reaches over ``end``, else that: 米勒|寫過."""
    over = (
        match.start() for match in verb_pattern().finditer(text, start, end + 2) if match.start() < end < match.end()
    )
    return next(over, end)


def foreign(text: str, start: int, least: float = 1.0) -> str:
    """A name of four to eight characters that only write sounds, up to the next function word: 伊凡科維奇|賽後.

    ``least``: the share of them that must; behind an office most are enough (烏雲其其格).
    """
    run = RUN.match(text, start, start + 12)
    if run is None:
        return ""
    sounds = [char in gloss_words().sounds for char in fold(run[0])]
    if sounds[:SHORTEST].count(False) > (1 - least) * LONGEST:
        return ""  # whatever its length: that is told sooner than where a function word stands
    stops = [match.start() for pattern in (function_pattern(), verb_pattern()) if (match := pattern.search(run[0], 2))]
    name = run[0][: min(stops, default=len(run[0]))]
    return name if SHORTEST <= len(name) <= LONGEST and sum(sounds[: len(name)]) >= least * len(name) else ""


def is_name(text: str) -> bool:
    """Whether three or four characters may be a whole name: no words of speech in it, no end of a body's name."""
    if (
        len(text) < 3
        or not RUN.fullmatch(text)
        or text.endswith(_ENDS_OF_BODIES)
        or is_word(text)
        or _NEVER.search(text)
    ):
        return False
    plain = text.translate(_GIVEN)
    return not function_pattern().search(plain, 1) and not verb_pattern().search(plain) and not _has_role(text)


def cuts_role(text: str, start: int, end: int) -> bool:
    """Whether a role begins in ``[start, end)`` and goes on behind it: 蒙古總|統."""
    return any(role.start() < end < role.end() for role in role_pattern().finditer(text, start, end + 4))


def _has_role(text: str) -> bool:
    return text.startswith(_callings()) or text.endswith(_callings())
