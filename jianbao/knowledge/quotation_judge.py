"""Whether words in marks are somebody's, rather than a term, a title or a name."""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.knowledge.quotation_cues import ADJACENT, NEXT, REACH, Surroundings
from jianbao.knowledge.quotation_marks import Quoted
from jianbao.knowledge.speaking import Sentence, Verb
from jianbao.knowledge.speech_words import naming_pattern
from jianbao.knowledge.utterance import clear_verbs, ends_clause, is_object, is_utterance, names_something

LEAST = 14
"""Characters; what is shorter is a term or a title, unless it is a sentence that somebody is told to say."""
SHORT = 6
STOPS = "。！？!?"
_INNER = re.compile(r"[，,。！？!?；;…]")
_PASSIVE = re.compile("[被遭](?:[指批控譏嘲諷]|譴責|形容|質疑)|[稱列視][^，,]{1,12}為$")
"""Behind it stands what somebody is said to be, or is called."""


def is_said(around: Surroundings, said: str, sentence: Sentence, span: Quoted, *, after: bool) -> bool:
    """Whether somebody says the words, rather than that they name or title something."""
    found = around.verbs(max(sentence.start, span.outer_start - REACH), span.outer_start)
    gap = around.plain[found[-1].end : span.outer_start] if found else "。"
    adjacent = not gap.strip(ADJACENT) or around.by_colon(sentence, span) is not None
    adjacent = adjacent or around.by_act(sentence, span) is not None
    if len(said) >= SHORT and around.party(sentence, span) and ends_clause(around.plain, span.outer_end):
        return True
    if not adjacent and naming_pattern().search(around.plain, sentence.start, span.outer_start):
        return False
    if len(said) < LEAST:
        return _is_said_shortly(around, said, sentence, span, found[-1:], adjacent=adjacent, after=after)
    if adjacent or _INNER.search(said) or ("、" in said and not _INNER.search(gap)):
        return True
    opens_clause = around.plain[span.outer_start - 1 : span.outer_start] in ("，", ",")
    closes_clause = around.plain[span.outer_end : span.outer_end + 1] in ("。", "，", ",", "")
    if opens_clause and closes_clause and any(around.reports(verb) for verb in found):
        return True
    return _is_object(around, said, sentence, span, found)


def _is_said_shortly(
    around: Surroundings,
    said: str,
    sentence: Sentence,
    span: Quoted,
    last: Sequence[Verb],
    *,
    adjacent: bool,
    after: bool,
) -> bool:
    """The same of few words, which are a term or a title as often as they are somebody's."""
    before, behind = around.plain[sentence.start : span.outer_start], around.plain[span.outer_end :][:NEXT]
    if names_something(before, behind) or (adjacent and _PASSIVE.search(before)):
        return False
    marked = before.endswith(("：", ":", "，", ","))
    if adjacent and (said[-1] in STOPS + "，," or is_utterance(said, "")) and len(said) >= SHORT:
        return True
    clear = bool(last) and around.plain[last[0].start : last[0].end] in clear_verbs()
    if adjacent and (clear or marked) and ends_clause(around.plain, span.outer_end):
        return (marked and (clear or is_utterance(said, ""))) or len(said) >= SHORT
    opens = marked or not before.strip()
    if after and opens and (said[-1] in STOPS + "，," or len(said) >= SHORT + 2):
        return len(said) >= SHORT
    found = around.verbs(max(sentence.start, span.outer_start - REACH), span.outer_start)
    return len(said) >= SHORT and _is_object(around, said, sentence, span, found)


def _is_object(around: Surroundings, said: str, sentence: Sentence, span: Quoted, found: Sequence[Verb]) -> bool:
    """Whether words within a sentence are what a verb before them reports: 他說，工程「不會再拖下去」。"""
    before, behind = around.plain[sentence.start : span.outer_start], around.plain[span.outer_end :][:NEXT]
    if not found or names_something(before, behind) or not ends_clause(around.plain, span.outer_end):
        return False
    clause = before[max(before.rfind(mark) for mark in "，,；;：:") + 1 :]
    reports = any(around.reports(verb) for verb in found)
    last = found[-1]
    direct = is_object(around.plain, last.start, last.end, span.outer_start)
    return (reports or direct) and not _PASSIVE.search(clause) and is_utterance(said, clause)
