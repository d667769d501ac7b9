"""The quotations of one block with their speakers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from jianbao.document import BlockKind, EditionBlock
from jianbao.findings import Quotation
from jianbao.knowledge.quotation_marks import Quoted, quoted
from jianbao.knowledge.speakers import first_person, named_in, subject, verbs
from jianbao.knowledge.speaking import Person, Sentence, Speaker, Verb, start_of
from jianbao.knowledge.speech_words import function_pattern, naming_pattern, opener_pattern, verb_pattern
from jianbao.knowledge.talk import Talk
from jianbao.knowledge.utterance import clear_verbs, ends_clause, is_object, is_utterance, names_something
from jianbao.sentences import split

_LEAST = 14
"""Characters; what is shorter is a term or a title, unless it is a sentence that somebody is told to say."""
_SHORT = 6
_TINY = 4
"""Of words that short, only those are told which a clear verb of saying introduces: 他說：「我不走」"""
_REACH = 600
"""Characters of a sentence in which a verb of saying is looked for."""
_STOPS = "。！？!?"
_INNER = re.compile(r"[，,。！？!?；;…]")
_PARTY = re.compile(
    "(?:^|[，,；;：:])(?:而|但|因此)?(?P<party>(?!地方|對方|雙方|各方|四方|前方|後方|遠方)[\u3400-\u9fff]方)$"
)
"""Alone before a quotation it says it: 中方「不能接受」"""
_HAN = re.compile(r"[\u3400-\u9fff]")
_BRACKETS = re.compile(r"[（(][^（()）\n]{1,80}[)）]")
_SIGNED = re.compile(r"\s*(?:——|──|—|―)\s*(?P<name>[\u3400-\u9fff·．・‧]{2,12})\s*$")
_PASSIVE = re.compile("[被遭](?:[指批控譏嘲諷]|譴責|形容|質疑)|[稱列視][^，,]{1,12}為$")
"""Behind it stands what somebody is said to be, or is called."""
_TAIL = 12
"""Characters before a final colon in which its verb stands."""
_ANOTHER = re.compile("[則也卻]|另|但|不過")
"""Between a finished quotation and a verb of saying: somebody else speaks, of what follows."""
_NEXT = 24
"""Characters after a quotation in which its speaker may be named."""
_ADJACENT = "：:，, 道過著了說一句地"


class BlockReader:
    """Reads one block: ``number`` is its place in the article, ``people`` who is named in it, ``talk`` the memory."""

    def __init__(self, block: EditionBlock, number: int, talk: Talk, people: Sequence[Person]) -> None:
        """Nothing is read yet but the marks and the verbs."""
        self._block, self._number, self._talk = block, number, talk
        self._spans = quoted(block.text)
        self._plain = _mask(block.text, self._spans)
        self._all_verbs = verbs(self._plain, 0, len(self._plain))
        self._people = [item for item in people if self._plain[item.start] != "□"]

    @property
    def goes_on(self) -> bool:
        """Whether its quotation is not closed: the next paragraph opens it again."""
        return bool(self._spans) and self._spans[-1].open_end

    def leads_in(self) -> Speaker | None:
        """Who speaks in the next block, if this one ends with 某某說："""
        text = self._plain.rstrip()
        found = self._verbs(max(len(text) - _TAIL, 0), len(text)) if text.endswith(("：", ":")) else ()
        if not found or text[found[-1].end :].strip(_ADJACENT):
            return None
        low = max((text.rfind(mark) for mark in _STOPS), default=-1) + 1
        people = self._people[bisect_left(self._people, low, key=start_of) :]
        who = subject(text, low, found[-1], people)
        sentence = Sentence(low, len(text), people, ())
        return self._resolved(who, sentence, found[-1].start) if who is not None else None

    def set_off(self, led: Speaker | None) -> Quotation | None:
        """The block as a whole, where it is a quotation without marks: led in by the block before, or signed."""
        text = self._block.text
        signed = _SIGNED.search(text) if self._block.kind == BlockKind.QUOTATION else None
        if (led is None and signed is None) or self._spans or len(text) < _LEAST:
            return None
        if led is None and signed is not None:
            led, end = Speaker(signed["name"]), signed.start()
        else:
            end = len(text)
        assert led is not None
        self._talk.hear(led, self._number)
        evidence = "before" if end == len(text) else "after"
        return Quotation(led.text, led.name_id, text[:end], evidence, self._block.id, 0, end)

    def read(self, led: Speaker | None = None) -> list[Quotation]:
        """The block's quotations. ``led``: who says the one that the block opens with."""
        outside = self._people
        out: list[Quotation] = []
        spans, persons = 0, 0
        for start, end in split(self._block.text):
            first_span, first_person_ = spans, persons
            while spans < len(self._spans) and self._spans[spans].outer_start < end:
                spans += 1
            while persons < len(outside) and outside[persons].start < end:
                persons += 1
            sentence = Sentence(start, end, outside[first_person_:persons], self._spans[first_span:spans])
            for index in range(len(sentence.quotes)):
                opens = led is not None and not self._plain[: sentence.quotes[index].outer_start].strip()
                found = self._continued(led, sentence.quotes[index]) if opens else self._quotation(sentence, index)
                if found is not None:
                    out.append(found)
            self._listen(sentence)
        return out

    def _verbs(self, start: int, end: int) -> Sequence[Verb]:
        """The verbs of saying that lie in ``[start, end)``."""
        found = self._all_verbs
        return found[bisect_left(found, (start,)) : bisect_left(found, (end,))]

    def _listen(self, sentence: Sentence) -> None:
        """Remember who speaks in a sentence, and who else is its subject."""
        for verb in self._verbs(sentence.start, min(sentence.end, sentence.start + _REACH)):
            who = subject(self._plain, sentence.start, verb, sentence.people)
            told = who and self._resolved(who, sentence, verb.start)
            if told is not None:
                self._talk.hear(told, self._number)
                if told.kind != "group":
                    return
                break
        named = named_in(self._plain, sentence.start, min(sentence.end, sentence.start + _REACH), sentence.people)
        owners = [Speaker(item.name, item.name_id) for item in sentence.people if item.kind == "person"]
        seen = next(iter(named[-1:] or owners[-1:]), None)
        topic = first_person(self._plain, sentence.start, sentence.end, sentence.people)
        self._talk.mention(seen, topic, self._number)

    def _resolved(self, who: Speaker, sentence: Sentence, at: int) -> Speaker | None:
        """Whom a pronoun or 這位官員 means: the sentence tells, or what went before."""
        if who.kind == "again":
            return self._talk.again(who)
        if who.kind != "pronoun":
            return who
        return self._earlier(sentence, at) or self._in_front(sentence, at) or self._talk.pronoun(self._number)

    def _earlier(self, sentence: Sentence, at: int) -> Speaker | None:
        for verb in reversed(self._verbs(max(sentence.start, at - _REACH), at)):
            if self._reports(verb):
                who = subject(self._plain, sentence.start, verb, sentence.people)
                if who is not None and who.kind in ("name", "description"):
                    return who
        return None

    def _in_front(self, sentence: Sentence, at: int) -> Speaker | None:
        """The one person of the clauses before a pronoun: 陳建仁今天出席活動，他說 …"""
        pronoun = max(self._plain.rfind(char, sentence.start, at) for char in "他她")
        clause = max(self._plain.rfind(char, sentence.start, max(pronoun, sentence.start)) for char in "，,")
        people = [item for item in sentence.people if item.start < clause]
        named = {who.text: who for who in named_in(self._plain, sentence.start, max(clause, sentence.start), people)}
        return next(iter(named.values())) if len(named) == 1 else None

    def _reports(self, verb: Verb) -> bool:
        """Whether a verb opens reported speech: X表示，…"""
        return verb.view or self._plain[verb.end : verb.end + 1] in ("，", ",", "：", ":", "□", "「", "“")

    def _continued(self, led: Speaker | None, span: Quoted) -> Quotation | None:
        """A quotation that the paragraph before introduced, or did not close."""
        assert led is not None
        said = self._block.text[span.start : span.end]
        if len(said) < _SHORT:
            return None
        self._talk.hear(led, self._number)
        return Quotation(led.text, led.name_id, said, "before", self._block.id, span.start, span.end)

    def _quotation(self, sentence: Sentence, index: int) -> Quotation | None:
        span = sentence.quotes[index]
        said = self._block.text[span.start : span.end]
        if len(said) < _TINY or not _HAN.search(said):
            return None
        who, verb = self._before(sentence, span)
        strong = verb is not None and not self._plain[verb.end : span.outer_start].strip(_ADJACENT)
        evidence = "before"
        if not strong:
            later = self._after(sentence, index) or self._act_after(sentence, index)
            if later is not None:
                who, evidence = later, "after"
        if not self._is_said(said, sentence, span, after=evidence == "after"):
            return None
        if who is not None:
            evidence = "pronoun" if who.leans else evidence
            who = self._resolved(who, sentence, verb.start if verb and evidence != "after" else span.outer_start)
        if who is None:
            who = None if self._has_own_subject(sentence, span, verb) else self._talk.carried(self._number)
            evidence = "carried" if who is not None else "none"
        if who is not None:
            self._talk.hear(who, self._number)
        place = (self._block.id, span.start, span.end)
        return Quotation(who.text if who else None, who.name_id if who else None, said, evidence, *place)

    def _is_said(self, said: str, sentence: Sentence, span: Quoted, *, after: bool) -> bool:
        """Whether somebody says the words, rather than that they name or title something."""
        found = self._verbs(max(sentence.start, span.outer_start - _REACH), span.outer_start)
        gap = self._plain[found[-1].end : span.outer_start] if found else "。"
        adjacent = not gap.strip(_ADJACENT) or self._by_colon(sentence, span) is not None
        adjacent = adjacent or self._by_act(sentence, span) is not None
        if len(said) >= _SHORT and self._party(sentence, span) and ends_clause(self._plain, span.outer_end):
            return True
        if not adjacent and naming_pattern().search(self._plain, sentence.start, span.outer_start):
            return False
        if len(said) < _LEAST:
            return self._is_said_shortly(said, sentence, span, found[-1:], adjacent=adjacent, after=after)
        if adjacent or _INNER.search(said) or ("、" in said and not _INNER.search(gap)):
            return True
        opens_clause = self._plain[span.outer_start - 1 : span.outer_start] in ("，", ",")
        closes_clause = self._plain[span.outer_end : span.outer_end + 1] in ("。", "，", ",", "")
        if opens_clause and closes_clause and any(self._reports(verb) for verb in found):
            return True
        return self._is_object(said, sentence, span, found)

    def _has_own_subject(self, sentence: Sentence, span: Quoted, verb: Verb | None) -> bool:
        """Whether somebody who is not made out says the words himself: 一位種蚵仔的阿公握著手說：「…」"""
        last = self._verbs(max(sentence.start, span.outer_start - _NEXT), span.outer_start)[-1:]
        if verb is not None or not last or self._plain[last[0].end : span.outer_start].strip(_ADJACENT):
            return False
        low = max(self._plain.rfind(mark, sentence.start, last[0].start) for mark in "，,；;：:□」") + 1
        low = max(low, sentence.start)
        while opener := opener_pattern().match(self._plain, low, last[0].start):
            low = opener.end()
        clause = self._plain[low : last[0].start]
        return len(clause.strip()) >= 2 and not (function_pattern().match(clause) or verb_pattern().match(clause))

    def _is_said_shortly(
        self, said: str, sentence: Sentence, span: Quoted, last: Sequence[Verb], *, adjacent: bool, after: bool
    ) -> bool:
        """The same of few words, which are a term or a title as often as they are somebody's."""
        before, behind = self._plain[sentence.start : span.outer_start], self._plain[span.outer_end :][:_NEXT]
        if names_something(before, behind) or (adjacent and _PASSIVE.search(before)):
            return False
        marked = before.endswith(("：", ":", "，", ","))
        if adjacent and (said[-1] in _STOPS + "，," or is_utterance(said, "")) and len(said) >= _SHORT:
            return True
        clear = bool(last) and self._plain[last[0].start : last[0].end] in clear_verbs()
        if adjacent and (clear or marked) and ends_clause(self._plain, span.outer_end):
            return (marked and (clear or is_utterance(said, ""))) or len(said) >= _SHORT
        opens = marked or not before.strip()
        if after and opens and (said[-1] in _STOPS + "，," or len(said) >= _SHORT + 2):
            return len(said) >= _SHORT
        found = self._verbs(max(sentence.start, span.outer_start - _REACH), span.outer_start)
        return len(said) >= _SHORT and self._is_object(said, sentence, span, found)

    def _is_object(self, said: str, sentence: Sentence, span: Quoted, found: Sequence[Verb]) -> bool:
        """Whether words within a sentence are what a verb before them reports: 他說，工程「不會再拖下去」。"""
        before, behind = self._plain[sentence.start : span.outer_start], self._plain[span.outer_end :][:_NEXT]
        if not found or names_something(before, behind) or not ends_clause(self._plain, span.outer_end):
            return False
        clause = before[max(before.rfind(mark) for mark in "，,；;：:") + 1 :]
        reports = any(self._reports(verb) for verb in found)
        last = found[-1]
        direct = is_object(self._plain, last.start, last.end, span.outer_start)
        return (reports or direct) and not _PASSIVE.search(clause) and is_utterance(said, clause)

    def _by_colon(self, sentence: Sentence, span: Quoted) -> Speaker | None:
        """The person of the clause that a colon without a verb ends before a quotation: 她聳聳肩：「…」"""
        colon = span.outer_start - 1
        if colon <= sentence.start or self._plain[colon] not in "：:":
            return None
        low = max((self._plain.rfind(mark, sentence.start, colon) + 1 for mark in "，,；;。」"), default=0)
        who = subject(self._plain, max(low, sentence.start), Verb(colon, colon, False), sentence.people)
        known = who is not None and any(
            person.name == who.text and person.kind == "person" for person in sentence.people
        )
        return who if who is not None and (known or who.kind in ("pronoun", "description")) else None

    def _party(self, sentence: Sentence, span: Quoted) -> Speaker | None:
        """The side that stands alone before a quotation."""
        found = _PARTY.search(self._plain[sentence.start : span.outer_start])
        return Speaker(found["party"]) if found else None

    def _by_act(self, sentence: Sentence, span: Quoted) -> Speaker | None:
        """Who does something between two quotations, both of them theirs: 「…」老周把菸頭捻熄，「…」"""
        comma = span.outer_start - 1
        low = max((other.outer_end for other in self._spans if other.outer_end <= comma), default=-1)
        if not sentence.start <= low < comma <= low + _NEXT or self._plain[comma] not in "，,":
            return None
        if self._verbs(low, comma):
            return None
        who = subject(self._plain, low, Verb(comma, comma, False), sentence.people)
        known = who is not None and any(person.name == who.text for person in sentence.people)
        return who if who is not None and (known or who.kind == "pronoun") else None

    def _act_after(self, sentence: Sentence, index: int) -> Speaker | None:
        following = sentence.quotes[index + 1] if index + 1 < len(sentence.quotes) else None
        return self._by_act(sentence, following) if following is not None else None

    def _before(self, sentence: Sentence, span: Quoted) -> tuple[Speaker | None, Verb | None]:
        """The subject in front of a quotation: that of the verb right before it, else of the last one that reports."""
        found = self._verbs(max(sentence.start, span.outer_start - _REACH), span.outer_start)
        adjacent = [verb for verb in found[-1:] if not self._plain[verb.end : span.outer_start].strip(_ADJACENT)]
        if not adjacent and (who := self._by_colon(sentence, span) or self._by_act(sentence, span)) is not None:
            return who, Verb(span.outer_start - 1, span.outer_start, False)
        party = self._party(sentence, span)
        if not adjacent and party is not None:
            return party, Verb(span.outer_start, span.outer_start, False)
        reporting = [verb for verb in reversed(found) if self._reports(verb)]
        rest = [verb for verb in reversed(found) if not self._reports(verb)]
        for verb in [*adjacent, *reporting, *rest]:
            who = subject(self._plain, sentence.start, verb, sentence.people)
            if who is not None:
                return who, verb
        return None, None

    def _after(self, sentence: Sentence, index: int) -> Speaker | None:
        """The subject behind a quotation: 「…」某某說。"""
        span = sentence.quotes[index]
        following = sentence.quotes[index + 1] if index + 1 < len(sentence.quotes) else None
        start, stop = span.outer_end, min(following.outer_start if following else sentence.end, span.outer_end + 60)
        people = sentence.people
        if start >= sentence.end and sentence.start == span.outer_start:
            # A sentence that is a quotation: the next one may begin with who said it.
            stop, people = min(start + _NEXT, len(self._plain)), self._people
        while start < stop and self._plain[start] in "，, ":
            start += 1
        people = people[bisect_left(people, start, key=start_of) : bisect_left(people, stop, key=start_of)]
        for verb in self._verbs(start, stop):
            who = subject(self._plain, start, verb, people)
            if who is None:
                continue
            mark = self._plain[verb.end : verb.end + 1]
            closed = self._block.text[span.end - 1] in _STOPS
            another = closed and _ANOTHER.search(self._plain, start, verb.start) is not None
            return None if mark in ("：", ":") or another else who
        return None


def _mask(text: str, spans: Sequence[Quoted]) -> str:
    """The text with what is quoted or in brackets blanked, so that nobody is looked for in there."""
    parts, position = [], 0
    for span in spans:
        parts += [text[position : span.start], "□" * (span.end - span.start)]
        position = span.end
    plain = "".join([*parts, text[position:]])
    return _BRACKETS.sub(lambda match: match[0][0] + "□" * (len(match[0]) - 2) + match[0][-1], plain)
