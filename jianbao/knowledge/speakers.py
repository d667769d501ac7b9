"""Who speaks: the subject in front of a verb of saying, be it a name, a description or a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.first_characters import led
from jianbao.knowledge.speaker_names import bare_name, described, office, past_gloss
from jianbao.knowledge.speaking import Candidate, Person, Speaker, Verb, start_of
from jianbao.knowledge.speech_words import (
    function_pattern,
    group_words,
    opener_pattern,
    role_pattern,
    title_pattern,
    verb_pattern,
)
from jianbao.word_lists import words

_CLAUSE_MARK = "，,；;：:。！？!?\n"
_OBJECT = re.compile(
    r"(?:(?:向(?![來性])|(?<![顧訪慰學疑提])問(?![題卷世責答])|(?<![針相反絕面])對(?![外策手岸])|被(?!告)|給|告訴(?!人)|告知|邀請|於(?!是)|為(?!何)|替|"
    r"經(?![濟理營紀常歷典費驗銷貿建])|據(?!點)|針對|關於|當著|由於|呼籲|敦促|批評|譴責|感謝|協助|支持|反對|取代|會見|會晤|拜會|造訪|要求|"
    r"促使|指責)[^，,。；;：:]{0,12}"
    r"|(?<![住坐站躲留位任職務躍])在(?![野地職場線校台臺])[^，,。；;：:的]{0,12}"
    r"|(?:把(?!關)|(?<![上中少副名])將(?![軍領士官來近])|視|讓|使(?![館節者])|(?<![司命號法])令|(?<![申邀聘敬提籲])請(?![人願求示]))[^，,。；;：:的]{0,6})$"
)
_ISSUED = re.compile("(?:提出|發表|發布|公布|公開|撰寫|送交|出版|發出|刊登)的$")
"""Before a paper that speaks: 向立法院提出的|報告."""
_ISSUES = re.compile("(?:提出|發表|發布|公布|公開|撰寫|送交|出版|推出|簽署|宣讀|引用|援引)(?!的)")
"""In what describes a paper: it is the object of who does so (公布新版報告)."""
_WITH = re.compile(
    r"(?:(?<!參)與(?!會|論|否)|(?<![溫緩飽總共])和(?![平解諧])|跟(?![進隨])|(?<![共如不合協贊認相一])同(?![志時意樣學事盟步情仁]))"
    r"[^，,。；;：:]{0,12}$"
)
_PRONOUN = led(r"(?<![其吉維])[他她](?![國人鄉日方]|們的|的)們?")
_SOMEBODY = re.compile("[我你妳他她](?!們?的)")
"""In a description: it is the object of what somebody does (她步出法院)."""
_BEFORE_NAME = re.compile("[的]|想起|想到|套用|引用|借用|根據|按照|誠如|正如|如同")
"""Behind it an unknown name may begin."""
_NOUN = re.compile("(?:[的與及和、之種項]|[此這那該]類|[此這那]番|[作做]出)$")
"""Before a verb of saying: it is a noun there (的批評, 故事與回憶, 此類表態)."""
_PAPER = re.compile(r"《([^《》\n]{1,20})》")
_COUNTED = re.compile("的另?[一二兩三這那某數多]十?[名位個]")
_PHRASE = re.compile("語|(?!政府|當局|官方|方面|軍方|外交部)[\u3400-\u9fff]{1,16}的")
"""Behind a place: it is a language, or the phrase goes on."""
_REACH = 400
"""Characters before a verb in which its subject is looked for."""
_OPENING = 60
"""Characters of a sentence in which its subject is looked for."""


def verbs(text: str, start: int, end: int) -> list[Verb]:
    """The verbs of saying in ``[start, end)``."""
    return [
        Verb(match.start(), match.end(), match["view"] is not None or match[0].startswith("所"))
        for match in verb_pattern().finditer(text, start, end)
        if match["view"] or (match["verb"] and not _is_noun(text, start, match.start()))
    ]


def _is_noun(text: str, low: int, at: int) -> bool:
    """Whether a word of saying is a noun: 他的批評; in 李惠之回應 it is none, though 之 stands before it."""
    if not _NOUN.search(text, max(at - 2, low), at):
        return False
    return text[at - 1] != "之" or not text.startswith(words("surnames"), max(at - 3, low))


def subject(text: str, low: int, verb: Verb, people: Sequence[Person]) -> Speaker | None:
    """Who is the subject of a verb, looked for clause by clause backwards to ``low``."""
    end = verb.start
    low = max(low, end - _REACH)
    people = people[bisect_left(people, low, key=start_of) : bisect_left(people, end, key=start_of)]
    body: Speaker | None = None
    for start in _clause_starts(text, low, end):
        near = [item for item in people if start <= item.start and item.end <= end]
        begin = _past_openers(text, start, end, near)
        persons = _persons(text, begin, end, near)
        if not persons and end == verb.start and not near:
            cuts = [match.end() for match in _BEFORE_NAME.finditer(text, begin, end)]
            bare = bare_name(text, begin, end) or (bare_name(text, cuts[-1], end) if cuts else None)
            persons = [bare] if bare else []
        found = _last(text, begin, end, persons, owner=verb.view)
        if found is not None:
            return found
        bodies = _bodies(text, begin, end, near)
        if not bodies and end == verb.start and (alone := office(text, begin, end)):
            bodies = [alone]
        other = _last(text, begin, end, bodies, owner=verb.view)
        if other is not None and end == verb.start:
            return other
        body = body or other
        end = start
    return body


def named_in(text: str, start: int, end: int, people: Sequence[Person]) -> list[Speaker]:
    """Everybody whom a stretch names or describes as a person, in order, objects too."""
    inside = [item for item in people if start <= item.start and item.end <= end]
    found = [item.speaker for item in _persons(text, start, end, inside)]
    return [speaker for speaker in found if speaker.kind in ("name", "description")]


def first_person(text: str, start: int, end: int, people: Sequence[Person]) -> Speaker | None:
    """Who is the subject of a sentence in which nobody speaks, if a person stands in its first clauses."""
    marks = [at for at in range(start, min(start + _OPENING, end)) if text[at] in _CLAUSE_MARK]
    clauses = [at + 1 for at in marks]
    stop = marks[2] if len(marks) > 2 else min(start + _OPENING, end)
    people = people[bisect_left(people, start, key=start_of) : bisect_left(people, stop, key=start_of)]
    near = [item for item in people if item.end <= stop and item.kind == "person"]
    persons = _persons(text, start, stop, near)
    named = [item for item in persons if item.speaker.kind == "name"]
    opens = [item for item in persons[:1] if item.speaker.kind == "description" and item.start in (start, *clauses)]
    if not named and opens and text[opens[0].end : opens[0].end + 1] not in tuple("裡中之間們、"):
        return opens[0].speaker
    return _last(text, start, stop, named if near else [], owner=False)


def _clause_starts(text: str, low: int, high: int) -> Iterator[int]:
    depth = 0
    for at in range(high - 2, low - 1, -1):
        char = text[at]
        if char in ")）":
            depth += 1
        elif char in "(（":
            depth = max(depth - 1, 0)
        elif char in _CLAUSE_MARK and not depth:
            yield at + 1
    yield low


def _past_openers(text: str, start: int, end: int, people: Sequence[Person]) -> int:
    while match := opener_pattern().match(text, start, end):
        if any(item.start < match.end() and start < item.end for item in people):
            break
        start = match.end()
    return start


def _last(text: str, start: int, end: int, candidates: Sequence[Candidate], *, owner: bool) -> Speaker | None:
    """The last candidate that is no object. What stands before it in apposition is its description."""
    for candidate in reversed(candidates):
        issued = _ISSUED.search(text, start, candidate.start)
        if owner or issued or not _OBJECT.search(text, start, candidate.start):
            rest = text[candidate.end : end]
            if not _WITH.search(text, start, candidate.start) or not function_pattern().sub("", rest).strip():
                return candidate.speaker
    return None


def _persons(text: str, start: int, end: int, people: Sequence[Person]) -> list[Candidate]:
    """Names of persons, roles with an unknown name, descriptions and pronouns of a clause, by place."""
    out: list[Candidate] = []
    for item in people:
        if item.kind != "person":
            continue
        after = past_gloss(text, item.end, end)
        if after < end and (text[after] == "的" or text.startswith("政府", after)):
            continue
        title = title_pattern().match(text, after, end)
        out.append(Candidate(item.start, title.end() if title else after, Speaker(item.name, item.name_id)))
    named = [(candidate.start, candidate.end) for candidate in out]
    for match in role_pattern().finditer(text, start, end):
        if any(low < match.end() and match.start() < high for low, high in named):
            continue
        if any(match.end() <= low <= match.end() + 1 for low, _ in named):
            continue
        candidate = described(text, start, end, match)
        if candidate.speaker.kind == "group" and _ISSUES.search(candidate.speaker.text):
            continue
        if candidate.speaker.text.startswith("的"):
            continue  # what is his stands in marks: 持有「特別資格」的引水人
        if not _SOMEBODY.search(candidate.speaker.text):
            out.append(candidate)
        elif text[match.start() - 1] in "的我你妳他她" and match[0] not in group_words():
            out.append(Candidate(match.start(), match.end(), Speaker(match[0], kind="description")))
    for match in _PRONOUN.finditer(text, start, end):
        out.append(Candidate(match.start(), match.end(), Speaker(match[0], kind="pronoun")))
    return sorted(out, key=lambda item: (item.start, item.end))


def _in_phrase(text: str, at: int, end: int, kind: str) -> bool:
    """Whether the name before ``at`` is only part of what a phrase names: 本中心訪談的一位課員, 羅津港日誌的記錄."""
    if _COUNTED.search(text, at, end):
        return True
    named = kind == "place" and _PHRASE.match(text, at, end) is not None
    return named and not function_pattern().match(text, at) and not verb_pattern().match(text, at)


def _bodies(text: str, start: int, end: int, people: Sequence[Person]) -> list[Candidate]:
    """Organisations, places that stand for governments, and papers of a clause."""
    out = []
    for item in people:
        if item.kind == "person":
            continue
        after = past_gloss(text, item.end, end)
        role = role_pattern().match(text, after, end)
        modifies = role is not None and role[0] not in group_words()
        if not modifies and not (after < end and text[after] == "的") and not _in_phrase(text, after, end, item.kind):
            out.append(Candidate(item.start, after, Speaker(item.name, item.name_id, kind="group")))
    for match in _PAPER.finditer(text, start, end):
        if not any(item.start <= match.start(1) < item.end for item in people):
            out.append(Candidate(match.start(), match.end(), Speaker(match[1], kind="group")))
    return sorted(out, key=lambda item: (item.start, item.end))
