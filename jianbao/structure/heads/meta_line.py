"""What one line states about an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MetaLine:
    """What one line states. ``title`` is offsets in it; an empty value is not stated.

    ``report``: it says where a report comes from without naming anybody: 【綜合報導】. ``posted``: it says when a post
    was made, below its writer's name. ``deck``: it is the subtitle, below its title.
    ``lead``: it is the text's first sentence, above its writer. ``recorded``: it says, among
    fields of an event, who wrote down what was said there. ``interviewers`` are the writers where nobody else is named.
    """

    date: str = ""
    date_text: str = ""
    authors: tuple[str, ...] = ()
    affiliation: str = ""
    source: str = ""
    series: str = ""
    issue: str = ""
    tags: tuple[str, ...] = ()
    title: tuple[int, int] = (0, 0)
    desk: bool = False
    report: bool = False
    posted: bool = False
    deck: bool = False
    lead: bool = False
    recorded: bool = False
    interviewers: tuple[str, ...] = ()

    @property
    def opens(self) -> bool:
        """Whether it is what stands at an article's head: a date, a writer, an outlet, the place of a report."""
        return bool(self.date or self.authors or self.interviewers or self.source or self.report)
