"""What parts are by what stands around them: one kind of page after the other tells its own lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jianbao.provenance import Removal
from jianbao.structure import decks
from jianbao.structure.blocks import captions, glued_heads, lone_bullets, quoted_posts, slide_pages
from jianbao.structure.blocks.known import Known
from jianbao.structure.entries import (
    aged_items,
    archive_records,
    archived_stories,
    chat_lines,
    chat_talk,
    frames,
    news_in_brief,
    newsletter_writers,
    outlets_in_titles,
    story_sheets,
)
from jianbao.structure.heads import (
    account_lines,
    author_forms,
    beside_title,
    board_posts,
    book_boxes,
    book_imprints,
    byline_stacks,
    collective_writers,
    column_writers,
    council_papers,
    court_heads,
    dated_names,
    desk_credits,
    event_boxes,
    event_reports,
    fact_rows,
    fields_in_text,
    forum_heads,
    front_lines,
    imprint_end,
    introductions,
    issue_heads,
    issuing_offices,
    labelled_facts,
    led_titles,
    meeting_lines,
    notices,
    office_dispatches,
    office_names,
    official_letters,
    over_institute,
    paper_writers,
    posted_by,
    record_fields,
    short_leads,
    tag_rows,
    title_block,
    title_rests,
)
from jianbao.structure.traces import Traces

_Step = Callable[[Sequence[Known]], list[Known]]

_OF_FORMS: tuple[_Step, ...] = (
    glued_heads.state,
    front_lines.state,
    court_heads.state,
    paper_writers.state,
    board_posts.state,
    forum_heads.state,
    labelled_facts.state,
    book_boxes.state,
    book_imprints.state,
    fields_in_text.state,
    event_boxes.state,
    record_fields.state,
    event_reports.state,
    notices.state,
    official_letters.state,
    office_dispatches.state,
    council_papers.state,
    meeting_lines.state,
    newsletter_writers.state,
    collective_writers.state,
    issuing_offices.state,
    over_institute.state,
    author_forms.state,
    column_writers.state,
    office_names.state,
    byline_stacks.state,
    title_block.state,
    posted_by.state,
)
"""Pages whose form says what a line is: before heads are looked for."""
_OF_HEADS: tuple[_Step, ...] = (
    dated_names.state,
    fact_rows.state,
    tag_rows.state,
    led_titles.sentence,
    short_leads.state,
    desk_credits.codes,
)
_OF_POSTS: tuple[_Step, ...] = (quoted_posts.state, archived_stories.state, chat_talk.state)
_OF_LISTS: tuple[_Step, ...] = (
    frames.state,
    issue_heads.state,
    aged_items.state,
    news_in_brief.state,
    slide_pages.state,
    imprint_end.state,
)
"""Lines that items of a file have alike: last, when what each says of itself is told."""


def tell(known: Sequence[Known], seen: Traces) -> tuple[list[Known], list[Removal]]:
    """The parts with all told, and what was taken out of them."""
    whole = title_rests.state(beside_title.state(lone_bullets.state(known)), seen.heads)
    told = _after(whole, _OF_FORMS)
    told = account_lines.state(introductions.state(told, seen.accounts), seen.accounts)
    told, labels = captions.at_end(_after(told, _OF_HEADS))
    told = archive_records.state(_after(told, _OF_POSTS), seen)
    for step in (chat_lines.state, outlets_in_titles.state):
        told, marks = step(told)
        labels += marks
    told = decks.state(_after(told, _OF_LISTS), seen.slides)
    return story_sheets.state(told, seen.cells), labels


def _after(known: Sequence[Known], steps: Sequence[_Step]) -> list[Known]:
    told = list(known)
    for step in steps:
        told = step(told)
    return told
