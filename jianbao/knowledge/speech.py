"""Who speaks: verbs of saying, and the subject in front of one, be it a name, a description or a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_DATA = Path(__file__).parent.parent / "data" / "speech.yml"
_CLAUSE_MARK = "，,；;：:。！？!?\n"
_TIME = r"(?:[今昨前][（(]\d+[)）][日天年]?|[今昨明當][日天晚]|\d{1,4}年|\d{1,2}月\d{0,2}日?|\d{1,2}日|[上本這]週|星期.|週[一二三四五六日])"
_HAN = r"[\u3400-\u9fff·．・‧]"
_OBJECT = re.compile(r"(?:向|對|與|和|跟|同|被|給|告訴|告知|邀請|在|於|為|替|把|將|經|據|以及|及|針對|關於|當著|要求|呼籲|敦促|批評|譴責|感謝)[^，,。；;：:]{0,12}$")
_GLOSS = re.compile(r"\s?[（(][^（()）]{1,80}[)）]")


@dataclass(frozen=True, slots=True)
class Person:
    """A known name in a block: ``kind`` as in names.yml; ``name_id`` None for one that only the article knows."""

    start: int
    end: int
    name: str
    name_id: str | None
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A subject: its words, the id of a name (None for others), and whether it is a pronoun still to be resolved."""

    text: str
    name_id: str | None = None
    pronoun: bool = False
    start: int = -1


@cache
def words(field: str) -> tuple[str, ...]:
    """A list of ``data/speech.yml``, the longest words first."""
    table = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return tuple(sorted(set(table[field]), key=lambda word: (-len(word), word)))


def _alternatives(field: str) -> str:
    return "|".join(re.escape(word) for word in words(field))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"(?P<trap>{_alternatives('traps')})|(?P<verb>{_alternatives('verbs')})")


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(f"(?:{_alternatives('openers')}|{_TIME})")


@cache
def _function_words() -> re.Pattern[str]:
    return re.compile(f"(?:{_alternatives('adverbs')}|{_TIME}|時|的|了|著|[、（(「『《])")


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(f"(?:{_alternatives('roles')})(?!們?的)")


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(f"(?:{_alternatives('titles')})(?!的)")


_PRONOUN = re.compile(r"(?<![其吉維])[他她](?![國人鄉日方]|們的|的)們?")


def verbs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Places of the verbs of saying in ``[start, end)``."""
    return [match.span() for match in _verbs().finditer(text, start, end) if match["verb"]]


def subject(text: str, low: int, high: int, people: Sequence[Person]) -> Speaker | None:
    """Who is the subject of what comes at ``high``, looked for clause by clause backwards to ``low``."""
    end = high
    for start in _clause_starts(text, low, high):
        found = _in_clause(text, start, end, [item for item in people if start <= item.start and item.end <= end])
        if found is not None:
            return found
        end = start
    return None


def _clause_starts(text: str, low: int, high: int) -> Iterator[int]:
    depth = 0
    for at in range(high - 1, low - 1, -1):
        char = text[at]
        if char in ")）":
            depth += 1
        elif char in "(（":
            depth = max(depth - 1, 0)
        elif char in _CLAUSE_MARK and not depth and at < high - 1:
            yield at + 1
    yield low


def _in_clause(text: str, start: int, end: int, people: Sequence[Person]) -> Speaker | None:
    """The subject of one clause: the first candidate that is no object, with those that stand in apposition to it."""
    while (match := _openers().match(text, start, end)) and not any(item.start < match.end() and start < item.end for item in people):
        start = match.end()
    found = _candidates(text, start, end, people)
    chosen: tuple[int, int, Speaker] | None = None
    for candidate in found:
        if chosen is None:
            if not _OBJECT.search(text, start, candidate[0]):
                chosen = candidate
        elif _apposed(text, chosen[1], candidate[0]):
            chosen = candidate
        else:
            break
    if chosen is None:
        return None
    return chosen[2]


def _apposed(text: str, end: int, start: int) -> bool:
    """Whether nothing but more of the same description stands between two candidates."""
    gap = _GLOSS.sub("", text[end:start])
    return len(gap) <= 14 and not re.search(r"[，,：:；;]|[在於向對與和跟就時後前也則還曾將]|表示|指出|認為", gap)


def _candidates(text: str, start: int, end: int, people: Sequence[Person]) -> list[tuple[int, int, Speaker]]:
    """Everything in a clause that could speak, by place: names, roles with an unknown name, descriptions, pronouns."""
    out: list[tuple[int, int, Speaker]] = []
    taken: list[tuple[int, int]] = []
    others: list[tuple[int, int, Speaker]] = []
    for item in people:
        after = item.end
        if gloss := _GLOSS.match(text, after, end):
            after = gloss.end()
        if text[after : after + 1] == "的" or text[after : after + 2] == "政府":
            continue
        if title := _titles().match(text, after, end):
            after = title.end()
        elif item.kind != "person" and (role := _role_after(text, after, end)):
            taken.append((item.start, after))
            description = text[item.start : role]
            name = _name_after(text, role, end)
            taken.append((item.start, name or role))
            if not any(role <= other.start <= role + 1 for other in people):
                spoken = text[role:name] if name else description
                out.append((item.start, name or role, Speaker(spoken, None, start=item.start)))
            continue
        entry = (item.start, after, Speaker(item.name, item.name_id, start=item.start))
        taken.append((item.start, after))
        (out if item.kind == "person" else others).append(entry)
    for match in _roles().finditer(text, start, end):
        if any(low < match.end() and match.start() < high for low, high in taken):
            continue
        if any(match.end() <= item.start <= match.end() + 1 for item in people if item.kind == "person"):
            continue
        name_end = _name_after(text, match.end(), end)
        if name_end:
            out.append((match.start(), name_end, Speaker(text[match.end() : name_end], None, start=match.end())))
        else:
            begin = _description_start(text, start, match.start())
            out.append((begin, match.end(), Speaker(text[begin : match.end()].strip(), None, start=begin)))
    for match in _PRONOUN.finditer(text, start, end):
        if not any(low <= match.start() < high for low, high in taken):
            out.append((match.start(), match.end(), Speaker(match[0], None, pronoun=True, start=match.start())))
    return sorted(out or others, key=lambda item: (item[0], item[1]))


def _role_after(text: str, at: int, end: int) -> int | None:
    """The end of a description that goes on from a name of another kind: 外交部 + 發言人."""
    window = min(at + 12, end)
    last = None
    for match in _roles().finditer(text, at, window):
        if _function_words().search(text, at, match.start()):
            break
        last = match.end()
    return last


def _name_after(text: str, at: int, end: int) -> int | None:
    """The end of a name right after a role, up to the next function word, verb or gloss; None if there is none."""
    run = re.compile(rf"{_HAN}+").match(text, at, end)
    if run is None:
        return None
    stop = run.end()
    for pattern in (_function_words(), _verbs()):
        if match := pattern.search(text, at, run.end()):
            stop = min(stop, match.start())
    length = stop - at
    named = text[stop : stop + 1] in ("(", "（") or "·" in text[at:stop] or "‧" in text[at:stop]
    return stop if 2 <= length <= (14 if named else 5) else None


def _description_start(text: str, low: int, at: int) -> int:
    """Where a description begins that ends with the role at ``at``: after the last function word or mark."""
    begin = max(low, at - 24)
    for index in range(at - 1, begin - 1, -1):
        if text[index] in "，,；;：:。、「」（）() \n":
            return index + 1
        if text[index] in "向對與和跟在於由據":
            return index + 1
    return begin
