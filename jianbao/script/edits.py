"""All edits of an article's blocks: names, characters, quotes, punctuation, brought together without overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jianbao.gazetteer import Gazetteer
from jianbao.provenance import Edit
from jianbao.script import protect, punctuation, quotes
from jianbao.script.carry import Replacement, apply
from jianbao.script.characters import KYUJITAI, run_of
from jianbao.script.codes import FOLD as FOLD_CODE
from jianbao.script.codes import REGIONAL, REPAIR, SIMPLIFIED
from jianbao.script.detect import Detected, count, detect, together, told_by
from jianbao.script.japanese import Range
from jianbao.script.lattice import attested
from jianbao.script.lexicon import lexicon
from jianbao.script.misused import figures, joined, words_never_right
from jianbao.script.names import names_of
from jianbao.script.passages import Passage, prepare
from jianbao.script.repair import BOLD, CAUTIOUS, Proposal, Verdict, collapsed_keys, evidence, judge, propose
from jianbao.script.spellings import FOLD, FOLD_ALWAYS, KEY
from jianbao.script.surnames import surname_places
from jianbao.script.switches import Switches

LONGEST_EDIT = 40
"""Characters of Simplified text that one edit converts, so that a change can be read in the record."""


_FOLDABLE = run_of(frozenset(FOLD))
_STRETCH = re.compile(rb"\x01{2,}")


@dataclass(frozen=True, slots=True)
class Prepared:
    """One block: its edits in order, what is protected, what is Simplified, and the repairs not made."""

    edits: list[Edit]
    protected: list[Range]
    mainland: list[Range]
    proposals: list[Proposal]


@dataclass(frozen=True, slots=True)
class PreparedArticle:
    """All blocks of an article, its language as it came, and whether it is machine-converted."""

    blocks: list[Prepared]
    detected: Detected
    verdict: Verdict


class Rewriter:
    """Finds the edits that make texts canonical."""

    def __init__(self, gazetteer: Gazetteer, switches: Switches) -> None:
        self._names = names_of(gazetteer)
        self._switches = switches

    def prepare(self, texts: Sequence[str], kept: Sequence[list[Range]]) -> PreparedArticle:
        """The edits of an article's blocks, given their texts and what of them the editor keeps."""
        words = lexicon()
        protected = [protect.protected_ranges(text) for text in texts]
        chinese = [
            "".join(text[a:b] for a, b in protect.outside(len(text), p)) if p else text
            for text, p in zip(texts, protected, strict=True)
        ]
        counts = [count(text) for text in texts]
        whole = told_by(together(counts), "\n".join(texts))
        counts = [
            known if text is piece else count(piece) for text, piece, known in zip(texts, chinese, counts, strict=True)
        ]
        detected = whole if whole.lang in ("ja", "ko") else told_by(together(counts), "\n".join(chinese))
        if whole.lang == "ja":
            protected = [
                shut if _is_chinese(text) else [(0, len(text))] for text, shut in zip(texts, protected, strict=True)
            ]
        langs = [told_by(known, text).lang for known, text in zip(counts, chinese, strict=True)]
        keys = [text.translate(KEY) for text in texts]
        surnames = surname_places(keys, words)
        passages = [
            prepare(
                text,
                keys[i],
                protect.merged([*protected[i], *kept[i]]),
                protected=protected[i],
                names=self._names.known.characters(keys[i]),
                surnames=surnames[i],
                mainland=_mainland(langs[i], detected),
            )
            for i, text in enumerate(texts)
        ]
        wrong = [words_never_right(passage, words) for passage in passages]
        proposals = [
            joined(propose(passage, words, CAUTIOUS), certain) for passage, certain in zip(passages, wrong, strict=True)
        ]
        verdict = judge(passages, proposals)
        made = proposals
        if verdict.machine:
            collapsed = collapsed_keys(passages, proposals, words)
            made = [
                joined(propose(passage, words, BOLD, collapsed), [*certain, *figures(passage)])
                for passage, certain in zip(passages, wrong, strict=True)
            ]
        blocks = [
            self._block(passage, found, certain, shut, own, verdict)
            for passage, found, certain, shut, own in zip(passages, made, wrong, protected, kept, strict=True)
        ]
        return PreparedArticle(blocks, detected, verdict)

    def convert(self, text: str) -> str:
        """A text by itself, such as a title that no block has."""
        edits = self.prepare([text], [[]]).blocks[0].edits
        return apply(text, [Replacement(edit.start, edit.end, edit.text) for edit in edits])

    def _block(
        self,
        passage: Passage,
        proposals: list[Proposal],
        wrong: list[Proposal],
        protected: list[Range],
        kept: list[Range],
        verdict: Verdict,
    ) -> Prepared:
        closed = protect.merged([*protected, *kept])
        mainland = _simplified_ranges(passage)
        names = self._regional(passage, closed, mainland)
        taken = {offset for edit in names for offset in range(edit.start, edit.end)}
        sure = {item.offset for item in wrong}
        applied = [p for p in proposals if verdict.machine or p.offset in sure or _in_simplified(p, passage)]
        edits = names + self._characters(passage, [p for p in applied if p.offset not in taken], closed, taken)
        text = _rewritten(passage.text, edits)
        marks = punctuation.find_edits(text, closed, self._switches)
        if self._switches.quotes and quotes.has_any(text) and punctuation.Marks(text, closed).chinese:
            marks += quotes.taiwan_edits(text, closed)
        edits += [edit for edit in marks if edit.start not in taken]
        chosen = {item.offset for item in applied}
        waiting = [p for p in proposals if p.before not in FOLD and p.offset not in chosen]
        return Prepared(sorted(edits, key=lambda edit: (edit.start, edit.end)), protected, mainland, waiting)

    def _regional(self, passage: Passage, closed: list[Range], mainland: list[Range]) -> list[Edit]:
        """Names of Simplified text in their form for Taiwan."""
        if not self._switches.regional_names:
            return []
        shut = {offset for start, end in closed for offset in range(start, end)}
        return [
            Edit(start + item.start, start + item.end, item.text, REGIONAL, "names.yml")
            for start, end in mainland
            for item in self._names.from_mainland.find(passage.text[start:end])
            if passage.text[start + item.start : start + item.end] != item.text
            and shut.isdisjoint(range(start + item.start, start + item.end))
        ]

    def _characters(
        self, passage: Passage, proposals: Sequence[Proposal], closed: list[Range], taken: set[int]
    ) -> list[Edit]:
        words = lexicon()
        edits: list[Edit] = []
        conversions: dict[int, str] = {}
        repaired: set[int] = set()
        for item in proposals:
            after = FOLD.get(item.after, item.after) if self._switches.fold else item.after
            repaired.add(item.offset)
            if _in_simplified(item, passage):
                conversions[item.offset] = after
            else:
                note = evidence(item, passage, words)
                edits.append(Edit(item.offset, item.offset + 1, after, REPAIR, note))
        if self._switches.fold and _FOLDABLE.search(passage.text):
            for start, end in protect.outside(len(passage.text), closed):
                for offset in range(start, end):
                    char = passage.text[offset]
                    if char not in FOLD or offset in repaired or offset in taken:
                        continue
                    if char not in FOLD_ALWAYS and not attested(passage.keys, offset, FOLD[char], words):
                        continue
                    if passage.simplified[offset]:
                        conversions[offset] = FOLD[char]
                    else:
                        edits.append(Edit(offset, offset + 1, FOLD[char], FOLD_CODE, f"{FOLD[char]} in Taiwan's print"))
        return edits + _joined(passage, conversions, taken)


def _mainland(lang: str, article: Detected) -> bool:
    """Whether a block is Simplified: by its own characters, or, where they do not tell, by those of its article."""
    return lang == "zh-Hans" or (lang in ("zh", "und") and article.lang == "zh-Hans")


def _in_simplified(proposal: Proposal, passage: Passage) -> bool:
    """Whether the word has a character of Simplified text: then all of it is."""
    return passage.simplified.find(1, proposal.start, proposal.start + len(proposal.word)) >= 0


def _is_chinese(text: str) -> bool:
    """Whether a paragraph of a Japanese article is Chinese after all: it has characters that Japan has given up."""
    return not KYUJITAI.isdisjoint(text) and detect(text).lang != "ja"


def _joined(passage: Passage, conversions: dict[int, str], taken: set[int]) -> list[Edit]:
    """Converted characters, as one edit where only a few letters of Simplified text lie between them."""
    edits: list[Edit] = []
    for offset, after in sorted(conversions.items()):
        last = edits[-1] if edits else None
        if last and offset - last.start < LONGEST_EDIT and _near(passage, last.end, offset, taken):
            text = last.text + passage.text[last.end : offset] + after
            edits[-1] = Edit(last.start, offset + 1, text, SIMPLIFIED)
        else:
            edits.append(Edit(offset, offset + 1, after, SIMPLIFIED))
    return edits


def _near(passage: Passage, start: int, end: int, taken: set[int]) -> bool:
    between = passage.text[start:end]
    plain = not between or (len(between) <= 4 and between.isalpha() and all(passage.simplified[start:end]))
    return plain and taken.isdisjoint(range(start, end))


def _simplified_ranges(passage: Passage) -> list[Range]:
    """Stretches of Simplified text; single strays in Traditional text are none."""
    return [match.span() for match in _STRETCH.finditer(passage.simplified)]


def _rewritten(text: str, edits: Sequence[Edit]) -> str:
    """The text with those edits that keep its length, so that offsets stay."""
    chars = list(text)
    for edit in edits:
        if len(edit.text) == edit.end - edit.start:
            chars[edit.start : edit.end] = edit.text
    return "".join(chars)
