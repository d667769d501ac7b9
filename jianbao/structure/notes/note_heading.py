"""Headings over notes and over lists of references."""

from __future__ import annotations

from jianbao import regex as re

HEADING = re.compile(
    r"(?:[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾\d]{1,3}[、.．\s]\s*)?"
    r"(?:註\s*[釋释解]|注\s*[釋释解]|附\s*[註注]|尾\s*[註注]|腳\s*註|脚\s*注|[註注]"
    r"|(?:[譯译編编作]\s*者?|[譯译編编]\s*[輯辑]|著\s*者|原|校)\s*[註注](?:\s*[釋释])?|參\s*考\s*(?:文\s*獻|資\s*料|書\s*目)"
    r"|参\s*考\s*(?:文\s*献|资\s*料|书\s*目)|引\s*用\s*(?:文\s*獻|文\s*献)|徵引書目|Notes|Endnotes|Footnotes|References|Bibliography|NOTES|REFERENCES)"
    r"\s*[:：]?"
)
"""A line that is such a heading, with its number."""

OF_SECTION = re.compile(
    r"[【〔\[]?\s*(?:本\s?[節节章篇段回]\s?(?:[註注]\s?[釋释解腳脚]?|[腳脚尾][註注])|以上[註注][釋释解]?)\s*[】〕\]]?\s*[:：]?"
    r"|[註注]\s*[釋释解]?\s*[:：]|[【〔\[]\s*[註注]\s*[釋释解]?\s*[】〕\]]\s*[:：]?"
)
"""A line over the notes of a section, which stand right below it."""
