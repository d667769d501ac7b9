"""What starts a unit of its own whatever stands before it: numbered headings, items, captions."""

from __future__ import annotations

import re

_START = re.compile(
    r"""(?:
      第[一二三四五六七八九十百零〇\d]{1,5}(?:[章節节編编條条款回講讲篇]|部(?!分|門|门|隊|队|電|电))
    | [壹貳參叁肆伍陸柒捌玖拾]{1,3}[、.．]
    | [一二三四五六七八九十]{1,3}、
    | [（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]
    | \d{1,2}(?:[.．、](?:\s+(?=\S)|(?=[^\s\d.a-zA-Z]))|[)）])
    | \d{1,2}(?:[.．]\d{1,2}){1,3}\s+(?=[\u3400-\u9fff])(?![年月日元倍萬万億亿個个])
    | [\[［]\d{1,3}[\]］]\s+\S
    | [•●○◆◇■□▪‧·・※◎★☆►▶‣]\s*\S
    | [-–]\s+\S
    | [圖图表][一二三四五六七八九十\d]{1,3}(?:[-–.]\d{1,2})?[：:．.\s　]
    | [012]?\d[:：][0-5]\d(?:\s*[-–—~～至]\s*\d{1,2}[:：]\d{2})?[ \t　]+\S
    | 【[^】]{1,24}】
    | (?:作者|記者|标题|標題|來源|来源|出處|日期|時間|时间|看板|撰文|聯絡人|電話|地點
        |(?:發布|發佈|發稿|刊登|更新)(?:日期|時間|單位))\s*[：:]
    | (?:資料來源|资料来源|單位|单位)[：:]
    )""",
    re.VERBOSE,
)


def starts_unit(text: str) -> bool:
    """Whether a line can only be the start of something: a number of a heading, a bullet, a caption."""
    return bool(_START.match(text))
