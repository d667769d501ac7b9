"""An article's facts, restated in the characters of its changed text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from jianbao.document import Field, Meta
from jianbao.script.carry import Carrier


@dataclass(frozen=True, slots=True)
class Restated:
    """A text before and after its edits, and what takes offsets of the one to the other."""

    before: str
    after: str
    carrier: Carrier


def restate_meta(meta: Meta, texts: Sequence[Restated], convert: Callable[[str], str]) -> Meta:
    """The same facts in the words of the texts they were read from; ``convert`` serves for what stands in no text."""

    def words(value: str) -> str:
        if not value:
            return value
        for text in texts:
            start = text.before.find(value)
            if start >= 0:
                return text.after[text.carrier.start(start) : text.carrier.end(start + len(value))]
        return convert(value)

    def field(value: Field | None) -> Field | None:
        return replace(value, value=words(value.value)) if value else None

    return replace(
        meta,
        title=field(meta.title),
        display_title=words(meta.display_title),
        subtitle=field(meta.subtitle),
        date_text=words(meta.date_text),
        authors=tuple(replace(author, value=words(author.value)) for author in meta.authors),
        affiliation=field(meta.affiliation),
        source=field(meta.source),
        series=field(meta.series),
        issue=field(meta.issue),
        tags=tuple(words(tag) for tag in meta.tags),
    )
