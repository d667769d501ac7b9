"""Menus, breadcrumbs and feet of web pages.

Before: ``首頁 > 國際 > 亞洲``; ``即時 政治 國際 財經 生活``; ``上一篇：…``; ``版權所有 © 2026 …``
After: nothing.
Never: a sentence; a single word that could be a heading or a section's name; a line with words that no menu has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import words

LONGEST = 120

_SPLIT = re.compile(r"[\s\u3000|｜/／>＞»›→·•,，、]+")
_CRUMBS = re.compile(
    r"^(?:您?(?:現在|目前)?(?:的)?位置\s*[：:]\s*)?(?:首頁|首页|Home|主頁)\s*(?:[>＞»›/／→-]\s*\S.*)$", re.I
)
_PATH = re.compile(r"^[^\s>＞»›]{1,10}(?:\s*[>＞»›]\s*[^>＞»›。，！？]{1,12}){1,5}$")
_FIXED = re.compile(
    r"^(?:跳(?:到|至|過).{0,12}(?:內容|導覽|選單).{0,4}|Skip to .{3,20}|Back to top"
    r"|回(?:到)?(?:首頁|上一?頁|頂端|列表)|返回.{0,6}(?:首頁|列表|頂部|頂端)"
    r"|[上下]一[篇則頁](?:\s*[：:].*|.{0,3})|小\s*中\s*大|大\s*中\s*小|回上[一]?頁|字[級體](?:大小|設定)?\s*[：:].{0,16}"
    r"|(?:版權所有|著作權所有|Copyright|©|All [Rr]ights [Rr]eserved).{0,100}|.{0,60}All [Rr]ights [Rr]eserved\.?"
    r"|.{0,40}(?:版權所有|未經(?:授權|許可|同意)).{0,16}(?:轉載|轉貼|重製|使用|必究)。?|.{0,24}(?:請勿|禁止|不得)(?:任意)?轉載。?"
    r"|Page \d+ of \d+|(?:瀏覽|點閱|閱讀|觀看)(?:次數|人次|數|率)\s*[：:]?\s*[\d,]+\s*(?:次|人)?"
    r"|[\d,.]+萬?\s*(?:次)?(?:瀏覽|觀看|閱讀|點閱))$",
    re.I,
)
_ALONE = frozenset(
    (
        "小",
        "中",
        "大",
        "Menu",
        "選單",
        "菜单",
        "登入",
        "註冊",
        "登錄",
        "登录",
        "搜尋",
        "搜索",
        "TOP",
        "列印",
        "轉寄",
        "RSS",
    )
)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Lines that are navigation by their words or form."""
    menu = {word.casefold() for word in words("navigation")}
    first = next((index for index, line in enumerate(lines) if line.text.plain.strip()), 0)
    for index, line in enumerate(lines):
        text = line.text.plain.strip()
        if not text or len(text) > LONGEST:
            continue
        if _FIXED.match(text):
            yield whole(index, line, "a page's own words")
        elif _CRUMBS.match(text) and not texts.ends_sentence(text):
            yield whole(index, line, "breadcrumbs from the front page")
        elif index <= first + 3 and _PATH.match(text):
            yield whole(index, line, "a path of sections on top of the page")
        elif _is_menu(text, menu):
            yield whole(index, line, "nothing but words of menus")


def _is_menu(text: str, menu: set[str]) -> bool:
    tokens = [token for token in _SPLIT.split(text) if token]
    if len(tokens) == 1:
        return text in _ALONE
    known = sum(1 for token in tokens if token.casefold() in menu)
    if text.casefold() in menu:
        return True
    return len(tokens) >= 3 and known >= 0.75 * len(tokens) and max(map(len, tokens)) <= 8
