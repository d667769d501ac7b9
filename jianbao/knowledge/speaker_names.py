"""Speakers that no list knows: a role with a name after it, a description, a bare name before a verb."""

from __future__ import annotations

from math import inf

from jianbao import regex as re
from jianbao.folding import fold
from jianbao.knowledge.speaking import Candidate, Speaker
from jianbao.knowledge.speech_words import function_pattern, group_words, verb_pattern, words
from jianbao.word_costs import costs
from jianbao.word_lists import words as surnames

_RUN = re.compile(r"[\u3400-\u9fff·．・‧]+")
_GLOSS = re.compile(r"\s?[（(][^（()）]{1,80}[)）]")
_OBJECT_VERB = re.compile(
    r"有(?=[個位名])|[\u3400-\u9fff]了(?=[一兩數幾])|(?<=[次曾還沒])有|(?<=[這那就都不])是|[詢追]?問|請教|拜訪|專訪|採訪|訪問|遇到|碰到|遇見|指著|看著|告訴(?!人)|呼籲|敦促|批評|譴責|感謝|協助|支持|反對|取代|"
    r"會見|會晤|拜會|造訪|要求|促使|指責"
)
_AGAIN = re.compile(r"(?:該|這|那|此)(?P<one>(?:1|一)?(?:名|位|個))?")
_COUNT = re.compile(
    r"(?:另|某|有|多|數|近|約)?(?:第?[0-9０-９一二兩三四五六七八九十多數]{1,3}|另|某|該|這|那)(?:名|位|個)"
)
_NO_NAME = re.compile(
    "[我你妳他她它們的了嗎呢誰哪]|^[一二兩三每各某全該昨]|^[今明][僅只也則亦又仍天晚早]|[作此]此|此類|[有為如任]何|何[時以處種]|什麼|怎[麼樣]"
)
_HARDLY_NAME = re.compile("[是不在這那沒要能就都也還很最更被把讓]")
"""Characters of running text; the latter stand in names, too, mostly of three characters (李在明)."""
_TOLD = re.compile("[\u3400-\u9fff][向對跟]")
"""Between a number and a role: the role is whom the one counted speaks to (一位員工向記者)."""
_INSIDE = ("在台", "在臺", "在野", "在地", "與會", "與談")
_WHEN = ("時", "後", "前", "中")
_NO_END = ("後", "時", "地")
_ASPECT = ("了", "著", "過")
_CALLED = ("先生", "女士", "小姐", "太太")
"""They follow a name, and no name follows them."""
_BOUNDS = "，,；;：:。「」（）()【】〔〕 \n"
_PLACED = re.compile("(?<![住坐站躲留位任職務躍])在$")
_ALSO_SURNAMES = "時都"
"""Function words that are surnames, too: 副局長|時樹勛|回應."""
_OF_SHIP = re.compile("[號艦艇輪級](?=[\u3400-\u9fff])")
"""Behind a name in marks it belongs to that, not to the role: 「日耳曼尼亞」號船長."""
_COMMON, _VERY_COMMON = 12.0, 10.0
"""What words cost (``word_costs``) that are no names, before something else and by themselves."""
_LONGEST, _LONGEST_OFFICE = 24, 16
"""Characters of a description, and of the name of an office."""
_OFFICE = re.compile(
    "(?:(?<![上下開授])課|(?<![百專學])科|(?<![結佈布格大僵破時當])局|(?<![到好壞此四用何各])處|署|廳|司|(?<![出住入])院"
    "|(?<![全內外南北東西中上下局一])部|(?<![教])室|(?<![一二三四五六])組|(?<![排])隊|(?<![社機開聚晚約集都])會|(?<![場廁])所)$"
)
"""The end of an office's name; not that of words such as 全部, 到處, 機會."""


def described(text: str, low: int, end: int, role: re.Match[str]) -> Candidate:
    """A role with the name after it, or a description that ends with the role."""
    begin = _description_start(text, low, role.start())
    person = role[0] not in group_words()
    if person and begin > low and _PLACED.search(text, low, begin) and "的" in text[begin : role.start()]:
        begin -= 1  # 在國防部任職的工程師
    name_end = None if role[0] in _CALLED else _name_after(text, role.end(), end)
    if name_end and person:
        name = text[role.end() : name_end].strip("·．・‧ ")
        return Candidate(begin, past_gloss(text, name_end, end), Speaker(name))
    if text[begin - 1 : begin] in tuple("」』□") and (ship := _OF_SHIP.match(text, begin, role.start() + 1)):
        begin = ship.end()
    said = _own_name(text[begin : role.end()].strip().removeprefix("有"), role[0])
    again = _AGAIN.match(said)
    again = again if again and (again["one"] or said[again.end() :] == role[0]) else None
    kind = "group" if role[0] in group_words() else "again" if again else "description"
    return Candidate(begin, role.end(), Speaker(said, kind=kind))


def _own_name(said: str, role: str) -> str:
    """當地居民張阿姨 is 張阿姨: a surname with a word of kinship, behind a role."""
    at = len(said) - len(role) - 1
    before = at > 0 and said[at] in surnames("surnames") and said[:at].endswith(tuple(words("roles")))
    return said[at:] if before else said


def past_gloss(text: str, at: int, end: int) -> int:
    """The end of the gloss that begins at ``at``, or ``at``."""
    gloss = _GLOSS.match(text, at, end)
    return gloss.end() if gloss else at


def bare_name(text: str, start: int, end: int) -> Candidate | None:
    """An unknown name that the clause begins with and that a verb or adverb follows: 西岡稱, 高市日前於…表示."""
    run = _RUN.match(text, start, end)
    if run is None:
        return None
    stop = _name_stop(text, start, run.end())
    if text[start:stop].endswith(_NO_END):
        stop -= 2  # 吉田松陰|讀後
    name = text[start:stop]
    if not 2 <= len(name) <= (14 if any(dot in name for dot in "·．・‧") else 6):
        return None
    if (stop < end and text[stop] in "的了著時") or (len(name) > 4 and stop == run.end() and stop < end):
        return None
    if not _may_be_name(name) or (len(name) > 2 and _is_running_text(name)):
        return None
    return Candidate(start, past_gloss(text, stop, end), Speaker(name))


def office(text: str, start: int, end: int) -> Candidate | None:
    """An office that no list knows, alone before a verb or adverb: 該縣離島振興課指出. 該課 is one told of."""
    run = _RUN.match(text, start, end)
    if run is None:
        return None
    stop = _name_stop(text, start, run.end())
    name = text[start:stop]
    again = len(name) == 2 and name[0] == "該"
    if not _OFFICE.search(name) or not (again or 3 <= len(name) <= _LONGEST_OFFICE):
        return None
    return Candidate(start, stop, Speaker(name, kind="again" if again else "group"))


def _name_after(text: str, at: int, end: int) -> int | None:
    """The end of a name right after a role, up to the next function word, verb or gloss; None if there is none."""
    run = _RUN.match(text, at, end)
    if run is None:
        return None
    if text[at] in _ALSO_SURNAMES and is_rare(text[at + 1 : at + 3]) and _ends_name(text, at + 3):
        return at + 3
    stop = _name_stop(text, at, run.end())
    if text[stop : stop + 1] in _WHEN and stop - at == 2 and not text.startswith(surnames("surnames"), at):
        return None  # 理事長|開幕|時
    named = text[stop : stop + 1] in ("(", "（") or any(dot in text[at:stop] for dot in "·．・‧")
    if not named and not _may_be_name(text[at:stop]):
        return None
    if not named and _is_running_text(text[at:stop]):
        return None
    if text[stop : stop + 1] in _ASPECT and stop - at > 2:
        stop -= 1  # what has an aspect is a verb: 小魚丟|了
    return stop if 2 <= stop - at <= (14 if named else 5) else None


def is_rare(text: str) -> bool:
    """Whether two characters are no word that all use."""
    return len(text) == 2 and _RUN.fullmatch(text) is not None and costs().get(fold(text), inf) >= _COMMON


def _ends_name(text: str, at: int) -> bool:
    return bool(function_pattern().match(text, at) or verb_pattern().match(text, at))


def _is_running_text(text: str) -> bool:
    """Whether what may be a name begins with a word that all use, and no surname: 漁工|接到|家裡, 致使一|批."""
    if text.startswith(surnames("surnames")):
        return False
    return costs().get(fold(text[:2]), inf) < (_COMMON if len(text) > 2 else _VERY_COMMON)


def _may_be_name(text: str) -> bool:
    hardly = len(text) != 3 and _HARDLY_NAME.search(text) is not None
    no_name = text.endswith(_NO_END) or text in words("nobody") or text[:2] in surnames("like_surnames")
    return not hardly and not no_name and not _NO_NAME.search(text)


def _name_stop(text: str, at: int, end: int) -> int:
    stop = end
    for pattern in (function_pattern(), verb_pattern()):
        # A given name may hold a function word's character (林以文): the first two characters are never cut.
        if match := pattern.search(text, at, stop):
            stop = match.start()
            if 0 < stop - at < 2:
                later = pattern.search(text, at + 2, end)
                stop = later.start() if later else end
    if stop - at == 2 and text[stop : stop + 1] in tuple("同和為以從與及文"):
        rest = stop + 1
        if rest >= end or verb_pattern().match(text, rest) or function_pattern().match(text, rest):
            return rest
    return stop


def _description_start(text: str, low: int, at: int) -> int:
    """Where a description begins that ends with a role at ``at``: at its number, else after the last function word."""
    begin = max(low, at - _LONGEST)
    counts = [match.start() for match in _COUNT.finditer(text, begin, at) if not _TOLD.search(text, match.end(), at)]
    marks = [index + 1 for index in range(begin, at) if text[index] in _BOUNDS]
    if counts and (not marks or counts[-1] >= marks[-1]):
        return counts[-1]
    begin = max([begin, *(match.end() for match in _OBJECT_VERB.finditer(text, begin, at))])
    for index in range(at - 1, begin - 1, -1):
        if (text[index] in _BOUNDS or text[index] in "、向對與和跟在於由據") and text[index : index + 2] not in _INSIDE:
            return index + 1
    return begin
