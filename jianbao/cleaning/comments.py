"""Readers' comments below an article.

Before: ``留言 (3)``, or ``3 則留言　最新｜最舊``, names, ``2 小時前``, ``回覆``, ``讚`` to the end of the page;
``留言（2）`` and as many lines ``名字：…`` to the end of the page; ``回覆 檢舉 收藏``,
``2樓 名字 發表於 2026-03-01 20:48``, ``3樓 …``.
After: nothing.
Never: the next page of a dump; the name of a section above all text; floors of a house, without days; a heading 評論
over the author's own comment:
without signs of a comment form, or a number that agrees with the speakers that follow, nothing leaves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from jianbao import needles
from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import either

FEWEST_SIGNS = 2
MOST_SECTIONS = 20
"""Sections of comments in one seed: what leaves may show that a label above it stands over nothing."""
LONG = 60
"""Characters of a line that is hardly a comment: behind the last one, a sure label needs less evidence."""
APART = 8
"""Lines with text between two signs of one section at most."""
REACH = 200
"""Lines with text after the label that can belong to comments."""

_LABEL = re.compile(
    rf"^[^\w\s]{{0,2}}\s*(?:共?有?\s*[（(]?\d{{1,5}}[)）]?\s*(?:則|條|个|個"
    rf"|篇)?\s*)?{either('comment_labels')}\s*(?:[（(]?\s*\d{{1,5}}\s*[)）]?)?\s*(?:則|條)?\s*[：:]?"
    r"(?:[\s\u3000]*[\d,.]+\s*[萬万K]?\s*次分享)?(?:[\s\u3000|｜/·:：]+(?:排序(?:方式)?|最新|最[舊旧早]|最[熱热]門?|[熱热][門门]|最[讚赞]|最佳|最相[關关]|由新[到至][舊旧]|由[舊旧][到至]新))*[\s\u3000]*[▼▾⌄∨˅]?$"
    r"|^(?:在?[「〈《“].{2,60}[」〉》”]\s*(?:中|上)?|本文)?(?:有|共有|已有)\s*\d{1,5}\s*(?:則|条|條|个|個|篇)\s*"
    r"(?:留言|评论|評論|回應|回应|迴響|想法)$|^\d{1,4} (?:thoughts?|comments?|responses?) on [“\"「].{2,80}$",
    re.I,
)
_FLOOR = re.compile(
    r"^(?:[#＃]?[2２]\s?(?:[樓楼Ff＃#]|層)|沙[發发](?=[\s\u3000：:]))"
    r"(?=.{0,40}(?:(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d|[發发]表[於于]|\d\s?[^\d\s]{1,2}前$)).{4,70}$"
)
"""The second floor of a forum's page: the first answer to the post, its writer and its moment."""
_BUTTONS = re.compile(rf"^(?:{either('post_buttons')}(?:\s?[（(]?\d{{1,5}}[)）]?)?[\s\u3000|｜·/]*){{2,8}}$")
_SIGN_OF_LABEL = needles.of(_LABEL, _FLOOR)
_NUMBER = re.compile(r"\d{1,5}")
_SPOKEN = re.compile(
    r"^[^\s：:，。「」][^：:，。「」]{0,19}[：:]\s*\S|^[^\s，。「」：:]{1,16}(?:[\u3000\t]|\s{2})\s*\S"
)
_SIGN = re.compile(
    r"^(?:回覆|回复|Reply|讚|赞|檢舉|举报|收起|展開回覆|查看\d+則回覆|最佳留言|匿名)\b.{0,20}$|^\d+\s*(?:秒|分鐘|分钟|小時|小时|天|[週周]|[個个]月|年)前"
    r"|(?:\d+\s*(?:minutes?|hours?|days?|weeks?) ago)"
    r"|^[#＃]?[BbＢ]?\d{1,4}\s*樓|^[BＢ]\d{1,4}(?:\s.{1,24})?$|^.{1,20}(?:說|说)\s*(?:…|\.\.\.|：|:)$|^.{1,20}\s+\d+\s*(?:分鐘|分钟|小時|小时|天|[週周]|[個个]月|年)前|^.{1,24}(?:發表於|說道|表示|wrote|says)\s*[：:]$"
    r"|^(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d\d(?::\d\d)?$|^(?:沒有留言|張貼留言|發表留言)\s*[：:]?$"
    r"|^(?:Like \(\d+\)|Write a comment\.\.\.|What are your thoughts\?|Liked by .{2,30})$"
    r"|^(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:[上下]午|凌晨|晚上|中午)?\s*\d{1,2}[:：]\d\d$"
    r"|^.{1,20}\s*[（(]?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d\d"
    r"|^(?:(?:\d{4}[-/.])?\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d\d)?|\d{1,2}:\d\d|[昨今前]天\s?(?:\d{1,2}:\d\d)?|刚刚|剛剛|\d{1,3}\s?"
    r"(?:秒|分鐘|分钟|小時|小时|天|[週周]|[個个]月|年)前)"
    r"(?:[\s\u3000·・|｜]+(?:[回][覆复應应]|[讚赞踩顶頂]|支持|反[對对]|[舉举][報报]|[檢检][舉举]|[轉转][發发]|分享|Like|Reply)\s?[（(]?\d*[)）]?){1,5}$"
)
_ROW = re.compile(
    r"^\d{1,3}\s*(?:秒|分鐘|分钟|小時|小时|天|日|週|周|個月|个月|年|[smhdw])(?:前)?[\s\u3000·・]+(?:讚|赞|回覆|回复|Like|Reply)\b.{0,16}$"
)
"""When a comment was made and its buttons, right below it."""
_MORE = re.compile(
    r"^(?:查看|檢視|检视|展開|展开|顯示|显示)?(?:更多|其他|全部)?\s?\d*\s?[則则條条]?(?:的)?(?:留言|回覆|回复|評論|评论)$"
)
_SURE = re.compile(r"迴響|留言|網友|网友|讀者|读者|comment|discussion|responses|最相關|relevant", re.I)
_FACT = re.compile(rf"^(?:{either('date_labels')}|{either('source_labels')})\s*[：:]", re.I)
_FORM = re.compile(
    r"(?:您的|你的)(?:電子郵件|電郵|Email).{0,30}(?:不會|必填)|必填欄位|請先登入|登入後才能留言|發表評論|請文明發言|尊重智慧財產權"
    r"|文明上[网網]|理性[发發]言|[登][录錄入][后後][^。]{0,4}(?:可|才能)?(?:发表|發表|[评評][论論]|留言)|^(?:我来说两句|我來說兩句|说点什么|說點什麼)",
    re.I,
)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Labels and all that follows them, if what follows has the signs of comments."""
    places = texts.filled(lines)
    for _ in range(MOST_SECTIONS):
        begin, end, note = _section(lines, places)
        if begin == end:
            return
        for index in places[begin:end]:
            yield whole(index, lines[index], note)
        places = places[:begin] + places[end:]


def _section(lines: Sequence[Line], places: Sequence[int]) -> tuple[int, int, str]:
    """The first section of comments as a range of ``places``, and the evidence; an empty range if there is none."""
    labels = [
        at
        for at, index in enumerate(places)
        if _SIGN_OF_LABEL.search(lines[index].text.plain) and _is_label(lines[index].text.plain.strip())
    ]
    signs = [at for at, index in enumerate(places) if _is_sign(lines[index].text.plain.strip())] if labels else []
    first_prose = next((at for at, index in enumerate(places) if texts.is_prose(lines[index].text.plain)), len(places))
    last_prose = next((at for at in reversed(range(len(places))) if len(lines[places[at]].text) >= LONG), -1)
    for at in labels:
        if at < first_prose and places[at] < places[-1] - APART:
            continue  # the name of a section of the page: there is nothing yet to comment on
        mine = _following(lines, places, signs[bisect_right(signs, at) : bisect_right(signs, at + REACH)], at)
        floor = bool(_FLOOR.match(lines[places[at]].text.plain.strip()))
        sure = floor or (at >= last_prose and bool(_SURE.search(lines[places[at]].text.plain)))
        begin = at - (floor and at > 0 and bool(_BUTTONS.match(lines[places[at - 1]].text.plain.strip())))
        if len(mine) >= FEWEST_SIGNS or (mine and sure):
            return begin, _end(lines, places, mine[-1]), f"readers' comments, {len(mine)} signs of a comment form"
        spoken = not floor and _spoken(lines, places, at, sure)
        if spoken:
            return at, len(places), f"readers' comments, {spoken} behind names to the end"
        if at == len(places) - 1:
            return at, len(places), "label of an empty comment section"
    return 0, 0, ""


def _is_label(text: str) -> bool:
    return bool(_LABEL.match(text) or _FLOOR.match(text))


def _following(lines: Sequence[Line], places: Sequence[int], signs: Sequence[int], at: int) -> list[int]:
    """The signs that follow a label one close behind the other, with no more than a comment between two."""
    found: list[int] = []
    last = at
    for sign in signs:
        long = sum(1 for index in places[last + 1 : sign] if len(lines[index].text) >= LONG)
        if sign - last > APART or long > 1:
            break
        found.append(sign)
        last = sign
    return found


def _spoken(lines: Sequence[Line], places: Sequence[int], at: int, sure: bool) -> int:
    """How many comments follow a label, if they go on to the page's end, each behind a name, as many as it says.

    ``sure``: the label can be nothing else, and no running text follows; then it need not say how many.
    """
    number = _NUMBER.search(lines[places[at]].text.plain)
    count = len(places) - at - 1
    if not (number and int(number[0]) == count) and not sure:
        return 0
    said = all(_SPOKEN.match(lines[index].text.plain.strip()) for index in places[at + 1 :])
    return count if said else 0


def _is_sign(text: str) -> bool:
    return bool((_SIGN.match(text) and not _FACT.match(text)) or _ROW.match(text) or _FORM.search(text[:60]))


def _end(lines: Sequence[Line], places: Sequence[int], last_sign: int) -> int:
    """Comments go on to the end of the page, unless two lines of long text follow the last sign; where it is a row
    of buttons below each comment, the last ends them."""
    if _ROW.match(lines[places[last_sign]].text.plain.strip()):
        end = last_sign + 1
        while end < len(places) and _MORE.match(lines[places[end]].text.plain.strip()):
            end += 1
        if any(texts.is_prose(lines[index].text.plain) for index in places[end:]):
            return end
    long = sum(1 for index in places[last_sign + 1 :] if len(lines[index].text.plain.strip()) >= 80)
    return last_sign + 1 if long >= 2 else len(places)
