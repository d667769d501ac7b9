"""The quotations of one block with their speakers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from jianbao import regex as re
from jianbao.document import BlockKind, EditionBlock
from jianbao.findings import Quotation
from jianbao.knowledge.quotation_cues import ADJACENT, NEXT, REACH, Surroundings
from jianbao.knowledge.quotation_judge import LEAST, SHORT, STOPS, is_said
from jianbao.knowledge.quotation_marks import Quoted
from jianbao.knowledge.speakers import first_person, named_in, subject
from jianbao.knowledge.speaking import Person, Sentence, Speaker, Verb, start_of
from jianbao.knowledge.speech_words import function_pattern, opener_pattern, verb_pattern
from jianbao.knowledge.talk import Talk
from jianbao.sentences import split

_TINY = 4
"""Of words that short, only those are told which a clear verb of saying introduces: 他說：「我不走」"""
_HAN = re.compile(r"[\u3400-\u9fff]")
_SIGNED = re.compile(r"\s*(?:——|──|—|―)\s*(?P<name>[\u3400-\u9fff·．・‧]{2,12})\s*$")
_TAIL = 12
"""Characters before a final colon in which its verb stands."""
_IN_FRONT = 120
"""Characters before a verb in which the one stands whom a pronoun of its sentence means."""
_ENDLESS = 2_000
"""Characters of a sentence from which it is read in pieces."""
_SOMEONE = re.compile("[一1] ?[名位][\u3400-\u9fff]")
_ANOTHER = re.compile("[則也卻]|另|但|不過")
"""Between a finished quotation and a verb of saying: somebody else speaks, of what follows."""


class BlockReader:
    """Reads one block: ``number`` is its place in the article, ``people`` who is named in it, ``talk`` the memory."""

    def __init__(self, block: EditionBlock, number: int, talk: Talk, people: Sequence[Person]) -> None:
        """Nothing is read yet but the marks and the verbs."""
        self._block, self._number, self._talk = block, number, talk
        self._around = Surroundings(block.text)
        self._spans, self._plain = self._around.spans, self._around.plain
        self._people = [item for item in people if self._plain[item.start] != "□"]

    @property
    def goes_on(self) -> bool:
        """Whether its quotation is not closed: the next paragraph opens it again."""
        return bool(self._spans) and self._spans[-1].open_end

    def leads_in(self) -> Speaker | None:
        """Who speaks in the next block, if this one ends with 某某說："""
        text = self._plain.rstrip()
        found = self._around.verbs(max(len(text) - _TAIL, 0), len(text)) if text.endswith(("：", ":")) else ()
        if not found or text[found[-1].end :].strip(ADJACENT):
            return None
        low = max((text.rfind(mark) for mark in STOPS), default=-1) + 1
        people = self._people[bisect_left(self._people, low, key=start_of) :]
        who = subject(text, low, found[-1], people)
        sentence = Sentence(low, len(text), people, ())
        return self._resolved(who, sentence, found[-1].start) if who is not None else None

    def set_off(self, led: Speaker | None) -> Quotation | None:
        """The block as a whole, where it is a quotation without marks: led in by the block before, or signed."""
        text = self._block.text
        signed = _SIGNED.search(text) if self._block.kind == BlockKind.QUOTATION else None
        if (led is None and signed is None) or self._spans or len(text) < LEAST:
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
        for start, end in self._sentences():
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

    def _sentences(self) -> Iterator[tuple[int, int]]:
        """The sentences; an endless one in pieces that end with a quotation: each costs no more than its size."""
        ends = [span.outer_end for span in self._spans]
        for begin, end in split(self._block.text):
            start = begin
            while end - start > _ENDLESS:
                last = bisect_right(ends, start + _ENDLESS) - 1
                if last >= 0 and ends[last] > start:
                    cut = ends[last]
                else:
                    within = last + 1 < len(ends) and self._spans[last + 1].outer_start < start + _ENDLESS
                    cut = ends[last + 1] if within else start + _ENDLESS
                if cut >= end:
                    break
                yield start, cut
                start = cut
            yield start, end

    def _listen(self, sentence: Sentence) -> None:
        """Remember who speaks in a sentence, who else is its subject, and which bodies it names."""
        for item in sentence.people:
            if item.kind == "org":
                self._talk.bodies[item.name[-1]] = Speaker(item.name, item.name_id, kind="group")
        for verb in self._around.verbs(sentence.start, min(sentence.end, sentence.start + REACH)):
            who = subject(self._plain, sentence.start, verb, sentence.people)
            told = who and self._resolved(who, sentence, verb.start)
            if told is not None:
                self._talk.hear(told, self._number)
                if told.kind != "group":
                    return
                break
        named = named_in(self._plain, sentence.start, min(sentence.end, sentence.start + REACH), sentence.people)
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
        told = self._earlier(sentence, at) or self._in_front(sentence, at)
        if told is None and _SOMEONE.search(self._plain, max(sentence.start, at - REACH), at):
            return None  # somebody is told of whom no word of ours describes
        return told or self._talk.pronoun(who, self._number)

    def _earlier(self, sentence: Sentence, at: int) -> Speaker | None:
        for verb in reversed(self._around.verbs(max(sentence.start, at - REACH), at)):
            if self._around.reports(verb) and not self._around.asks(verb):
                who = subject(self._plain, sentence.start, verb, sentence.people)
                if who is not None and who.kind in ("name", "description"):
                    return who
        return None

    def _in_front(self, sentence: Sentence, at: int) -> Speaker | None:
        """The one person of the clauses before a pronoun: 陳建仁今天出席活動，他說 …"""
        low = max(sentence.start, at - _IN_FRONT)
        pronoun = max(self._plain.rfind(char, low, at) for char in "他她")
        clause = max(low, *(self._plain.rfind(char, low, max(pronoun, low)) for char in "，,"))
        people = [item for item in sentence.people if low <= item.start < clause]
        named = {who.text: who for who in named_in(self._plain, low, clause, people)}
        for verb in filter(self._around.asks, self._around.verbs(low, clause)):
            asker = subject(self._plain, low, verb, people)
            named.pop(asker.text if asker is not None else "", None)
        return next(iter(named.values())) if len(named) == 1 else None

    def _continued(self, led: Speaker | None, span: Quoted) -> Quotation | None:
        """A quotation that the paragraph before introduced, or did not close."""
        assert led is not None
        said = self._block.text[span.start : span.end]
        if len(said) < SHORT:
            return None
        self._talk.hear(led, self._number)
        return Quotation(led.text, led.name_id, said, "before", self._block.id, span.start, span.end)

    def _quotation(self, sentence: Sentence, index: int) -> Quotation | None:
        span = sentence.quotes[index]
        said = self._block.text[span.start : span.end]
        if len(said) < _TINY or not _HAN.search(said):
            return None
        place = (self._block.id, span.start, span.end)
        japanese = self._around.in_japanese(sentence, span)
        if japanese is not None:
            return Quotation(japanese.text, None, said, "before", *place)
        who, verb = self._before(sentence, span)
        strong = verb is not None and not self._plain[verb.end : span.outer_start].strip(ADJACENT)
        evidence = "before"
        if not strong:
            later = self._after(sentence, index) or self._act_after(sentence, index)
            if later is not None:
                who, evidence = later, "after"
        if not is_said(self._around, said, sentence, span, after=evidence == "after"):
            return None
        if who is not None:
            evidence = "pronoun" if who.leans else evidence
            who = self._resolved(who, sentence, verb.start if verb and evidence != "after" else span.outer_start)
        if who is None:
            someone = evidence == "pronoun" or self._has_own_subject(sentence, span, verb)
            who = None if someone else self._talk.carried(self._number)
            evidence = "carried" if who is not None else "none"
        if who is not None:
            self._talk.hear(who, self._number)
        return Quotation(who.text if who else None, who.name_id if who else None, said, evidence, *place)

    def _has_own_subject(self, sentence: Sentence, span: Quoted, verb: Verb | None) -> bool:
        """Whether somebody who is not made out says the words himself: 一位種蚵仔的阿公握著手說：「…」"""
        last = self._around.verbs(max(sentence.start, span.outer_start - NEXT), span.outer_start)[-1:]
        if verb is not None or not last or self._plain[last[0].end : span.outer_start].strip(ADJACENT):
            return False
        low = max(self._plain.rfind(mark, sentence.start, last[0].start) for mark in "，,；;：:□」") + 1
        low = max(low, sentence.start)
        while opener := opener_pattern().match(self._plain, low, last[0].start):
            low = opener.end()
        clause = self._plain[low : last[0].start]
        return len(clause.strip()) >= 2 and not (function_pattern().match(clause) or verb_pattern().match(clause))

    def _act_after(self, sentence: Sentence, index: int) -> Speaker | None:
        following = sentence.quotes[index + 1] if index + 1 < len(sentence.quotes) else None
        return self._around.by_act(sentence, following) if following is not None else None

    def _before(self, sentence: Sentence, span: Quoted) -> tuple[Speaker | None, Verb | None]:
        """The subject in front of a quotation: that of the verb right before it, else of the last one that reports."""
        found = self._around.verbs(max(sentence.start, span.outer_start - REACH), span.outer_start)
        adjacent = [verb for verb in found[-1:] if not self._plain[verb.end : span.outer_start].strip(ADJACENT)]
        if (
            not adjacent
            and (who := self._around.by_colon(sentence, span) or self._around.by_act(sentence, span)) is not None
        ):
            return who, Verb(span.outer_start - 1, span.outer_start, False)
        party = self._around.party(sentence, span)
        if not adjacent and party is not None:
            return party, Verb(span.outer_start, span.outer_start, False)
        if "，" in self._plain[found[-1].end if found else 0 : span.outer_start]:
            found = [verb for verb in found if not self._around.asks(verb)]
        reporting = [verb for verb in reversed(found) if self._around.reports(verb)]
        rest = [verb for verb in reversed(found) if not self._around.reports(verb)]
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
            stop, people = min(start + NEXT, len(self._plain)), self._people
        while start < stop and self._plain[start] in "，, ":
            start += 1
        people = people[bisect_left(people, start, key=start_of) : bisect_left(people, stop, key=start_of)]
        for verb in self._around.verbs(start, stop):
            who = subject(self._plain, start, verb, people)
            if who is None:
                continue
            mark = self._plain[verb.end : verb.end + 1]
            closed = self._block.text[span.end - 1] in STOPS
            another = closed and _ANOTHER.search(self._plain, start, verb.start) is not None
            return None if mark in ("：", ":") or another else who
        return None
