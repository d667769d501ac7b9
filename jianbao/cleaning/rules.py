"""The line rules in the order in which they run: characters, then the furniture of pages, then that of the web."""

from __future__ import annotations

from jianbao.cleaning import (
    advertisement,
    bulletin_board,
    chart_text,
    comments,
    compatibility,
    contents_list,
    contents_page,
    control_character,
    duplicate_caption,
    feed,
    image_credit,
    navigation,
    page_ends,
    page_number,
    pull_quote,
    related_stories,
    repeated_title,
    running_head,
    share_line,
    site_notice,
    tag_page_head,
    wire_tail,
)
from jianbao.cleaning.rule import Rule

LINE_RULES: tuple[Rule, ...] = (
    Rule("C01", control_character.find, control_character.legal),
    Rule("C02", compatibility.find, compatibility.legal),
    Rule("C24", feed.find, budget=0.8),
    Rule("C10", running_head.find, tears=True),
    Rule("C11", page_number.find, tears=True),
    Rule("C23", chart_text.find, tears=True),
    Rule("C18", contents_page.find),
    Rule("C09", tag_page_head.find),
    Rule("C08", navigation.find),
    Rule("C19", contents_list.find),
    Rule("C20", bulletin_board.find, budget=0.8),
    Rule("C15", comments.find, budget=0.5),
    Rule("C12", share_line.find),
    Rule("C14", advertisement.find),
    Rule("C21", site_notice.find),
    Rule("C25", wire_tail.find),
    Rule("C13", related_stories.find),
    Rule("C22", page_ends.find),
    Rule("C06", image_credit.find),
    Rule("C07", duplicate_caption.find),
    Rule("C17", repeated_title.find),
    Rule("C16", pull_quote.find),
)
