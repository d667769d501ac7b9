"""What stands around the quotations of a block: verbs of saying, and other signs of who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from jianbao import regex as re
from jianbao.knowledge.quotation_marks import Quoted, quoted
from jianbao.knowledge.speakers import subject, verbs
from jianbao.knowledge.speaking import Sentence, Speaker, Verb

REACH = 600
"""Characters of a sentence in which a verb of saying is looked for."""
NEXT = 24
"""Characters after a quotation in which its speaker may be named."""
ADJACENT = "：:，, 道過著了說一句地"
"""What may stand between a verb of saying and its quotation."""
_BRACKETS = re.compile(r"[（(][^（()）\n]{1,80}[)）]")
_TOPIC = re.compile(
    r"(?:^|[、。，「」『』\s]|[たる](?=[\u3400-\u9fff]))(?P<who>(?:(?![たる][\u3400-\u9fff])[^、。，「」『』\s]){2,20}?)"
    r"(?:さん|氏)?[はも](?:、[^、。「」]{0,16}|[^、。「」]{0,16}に対し、?)?$"
)
_TOPIC_REACH = 48
_TOLD = re.compile("」と(?:[^、。「」]{0,6}[でて])?(?:話|述べ|語|説明|強調|指摘|訴え|コメント|答え|回答|明らか|振り返)")
"""Before and behind what a Japanese sentence quotes: 担当者は「…」と説明した."""
_ASKED = re.compile("[問詢][他她](?!們?的)")
"""The end of a verb of asking with whom it asks: what is said next is that person's, not the asker's."""
_PARTY = re.compile(
    "(?:^|[，,；;：:])(?:而|但|因此)?(?P<party>(?!地方|對方|雙方|各方|四方|前方|後方|遠方)[\u3400-\u9fff]方)$"
)
"""Alone before a quotation it says it: 中方「不能接受」"""


class Surroundings:
    """A block's text, its quotations, and the text with these and what is in brackets blanked (``plain``)."""

    def __init__(self, text: str) -> None:
        """Marks and verbs are found at once."""
        self.text = text
        self.spans = quoted(text)
        self.plain = _mask(text, self.spans)
        self._verbs = verbs(self.plain, 0, len(self.plain))

    def verbs(self, start: int, end: int) -> Sequence[Verb]:
        """The verbs of saying that lie in ``[start, end)``."""
        found = self._verbs
        return found[bisect_left(found, (start,)) : bisect_left(found, (end,))]

    def reports(self, verb: Verb) -> bool:
        """Whether a verb opens reported speech: X表示，…"""
        return verb.view or self.plain[verb.end : verb.end + 1] in ("，", ",", "：", ":", "□", "「", "“")

    def asks(self, verb: Verb) -> bool:
        """Whether somebody asks a person told of before: 記者問他秘訣，他答："""
        return _ASKED.match(self.plain, verb.end - 1) is not None

    def by_colon(self, sentence: Sentence, span: Quoted) -> Speaker | None:
        """The person of the clause that a colon without a verb ends before a quotation: 她聳聳肩：「…」"""
        colon = span.outer_start - 1
        if colon <= sentence.start or self.plain[colon] not in "：:":
            return None
        low = max((self.plain.rfind(mark, sentence.start, colon) + 1 for mark in "，,；;。」"), default=0)
        who = subject(self.plain, max(low, sentence.start), Verb(colon, colon, False), sentence.people)
        known = who is not None and any(
            person.name == who.text and person.kind == "person" for person in sentence.people
        )
        return who if who is not None and (known or who.kind in ("pronoun", "description")) else None

    def in_japanese(self, sentence: Sentence, span: Quoted) -> Speaker | None:
        """The topic of a Japanese sentence that quotes: 小隊長は「…」と話しています"""
        if not _TOLD.match(self.text, span.outer_end - 1):
            return None
        found = _TOPIC.search(self.plain[max(sentence.start, span.outer_start - _TOPIC_REACH) : span.outer_start])
        return Speaker(found["who"]) if found else None

    def party(self, sentence: Sentence, span: Quoted) -> Speaker | None:
        """The side that stands alone before a quotation."""
        found = _PARTY.search(self.plain[sentence.start : span.outer_start])
        return Speaker(found["party"]) if found else None

    def by_act(self, sentence: Sentence, span: Quoted) -> Speaker | None:
        """Who does something between two quotations, both of them theirs: 「…」老周把菸頭捻熄，「…」"""
        comma = span.outer_start - 1
        low = max((other.outer_end for other in self.spans if other.outer_end <= comma), default=-1)
        if not sentence.start <= low < comma <= low + NEXT or self.plain[comma] not in "，,":
            return None
        if self.verbs(low, comma):
            return None
        who = subject(self.plain, low, Verb(comma, comma, False), sentence.people)
        known = who is not None and any(person.name == who.text for person in sentence.people)
        return who if who is not None and (known or who.kind == "pronoun") else None


def _mask(text: str, spans: Sequence[Quoted]) -> str:
    """The text with what is quoted or in brackets blanked, so that nobody is looked for in there."""
    parts, position = [], 0
    for span in spans:
        parts += [text[position : span.start], "□" * (span.end - span.start)]
        position = span.end
    plain = "".join([*parts, text[position:]])
    return _BRACKETS.sub(lambda match: match[0][0] + "□" * (len(match[0]) - 2) + match[0][-1], plain)
