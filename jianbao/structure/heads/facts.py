"""What an article's lines state about it, gathered while its head and tail are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jianbao import regex as re
from jianbao.document import Block, BlockKind, Field
from jianbao.provenance import MappedText, Removal
from jianbao.structure import shapes
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.parts import Part

_ITSELF = frozenset(("本報", "本报", "本刊", "本社", "本網", "本网", "本台", "本站", "本院", "本會"))
"""What an outlet calls itself: no name."""


_WRITTEN = re.compile(r"(?:成文|寫作|写作|撰寫|撰写|收稿)(?:日期|時間|时间)\s*[：:]")
_AMENDED = re.compile(r"^(?:最後|最新|最近)?(?:修正|修訂|修订|異動)日期?\s*[：:]")
"""The day since which a law reads as it stands, which holds before that of its making."""
_NUMBERED = re.compile(r"(?:19|20)\d\d-\d\d")
"""A month in figures, or the number of an issue of a series."""


@dataclass(slots=True)
class Facts:
    """Facts in the order of reading: the first statement of a fact holds. Printed lines become blocks here too."""

    title: Field | None = None
    subtitle: Field | None = None
    date: Field | None = None
    date_text: str = ""
    authors: list[Field] = field(default_factory=list)
    interviewers: list[Field] = field(default_factory=list)
    affiliation: Field | None = None
    source: Field | None = None
    source_en: Field | None = None
    series: Field | None = None
    issue: Field | None = None
    firm: bool = False
    """The date is the day on which the text came out, not the one on which it was written."""
    tags: list[str] = field(default_factory=list)
    posted: bool = False
    """A line of its head is that of a post: on a board, in an account."""
    blocks: list[Block] = field(default_factory=list)
    removals: list[Removal] = field(default_factory=list)

    def state(self, meta: MetaLine, part: Part) -> None:
        """Take what a line states. An earlier statement is not replaced."""
        lines = tuple(range(part.first, part.last + 1))[:8]
        if self._names_issue() and "月" in meta.date_text:
            self.series, self.issue = self.source, Field(self.date_text, lines=lines)
            self.source = self.date = None
        amended = _AMENDED.match(part.plain) and self.date is not None and meta.date > self.date.value
        written = self.date is not None and meta.date and not self.firm
        self.firm = self.firm or bool(meta.date and not _WRITTEN.search(part.plain))
        if meta.date and (
            self.date is None or amended or (written and self.firm) or len(meta.date) > len(self.date.value)
        ):
            self.date, self.date_text = Field(meta.date, lines=lines), meta.date_text or part.plain
        self.posted = self.posted or meta.posted
        if meta.deck and self.subtitle is None:
            self.subtitle = Field(part.plain, lines=lines)
        self.sign(meta.authors, lines)
        self.interviewers += [Field(name, lines=lines) for name in meta.interviewers]
        self._rank(meta, lines)
        for name in ("affiliation", "source", "series", "issue"):
            value = getattr(meta, name)
            if value and getattr(self, name) is None and value not in _ITSELF:
                setattr(self, name, Field(value, lines=lines))
        self.tags += [tag for tag in meta.tags if tag not in self.tags]

    def sign(self, names: Sequence[str], lines: tuple[int, ...]) -> None:
        """Take names for those of writers, but for those who are told already: so are several who stand there in Han
        characters, and once more, as many of them, in Latin letters."""
        known = [author.value for author in self.authors]
        again = len(names) == len(known) > 1 and all(map(shapes.has_han, known)) and not any(map(shapes.has_han, names))
        if not again:
            self.authors += [Field(name, lines=lines) for name in names if name not in known]

    def _names_issue(self) -> bool:
        """Whether what was told as outlet and month may be a series and the number of its issue: 政策快報 2026-05,
        where a line below says the month in words."""
        one = self.source is not None and self.date is not None and self.source.lines == self.date.lines
        return one and self.issue is None and bool(_NUMBERED.fullmatch(self.date_text))

    def _rank(self, meta: MetaLine, lines: tuple[int, ...]) -> None:
        """A periodical's name stood beside its number, and a series of its texts is named below: the first is where
        the text came out."""
        of_issue = self.series and self.issue and self.series.lines == self.issue.lines
        if of_issue and self.source is None and meta.series and not meta.opens and not meta.issue:
            self.source, self.series = self.series, Field(meta.series, lines=lines)

    def entitle(self, part: Part, text: MappedText | None = None) -> None:
        """Make a part, or a stretch of it, the title."""
        text = part.text if text is None else text
        self.title = Field(text.plain, lines=tuple(range(part.first, part.last + 1))[:8])
        self.blocks.append(Block(BlockKind.TITLE, text))

    def print(self, part: Part, kind: BlockKind = BlockKind.BYLINE) -> None:
        """Keep a line as it is printed."""
        self.blocks.append(Block(kind, part.text))

    def printed_title(self) -> str:
        """The title as printed; empty if there is none yet."""
        return next((block.text.plain for block in self.blocks if block.kind is BlockKind.TITLE), "")
