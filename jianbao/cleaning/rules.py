"""The line rules in the order in which they run: characters first, then the page's furniture, then the web's."""

from __future__ import annotations

from jianbao.cleaning import page_number, running_head
from jianbao.cleaning.rule import Rule

LINE_RULES: tuple[Rule, ...] = (
    Rule("C10", running_head.find),
    Rule("C11", page_number.find),
)
