"""What starts a unit of its own whatever stands before it: numbered headings, items, captions."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.abstract_label import is_label
from jianbao.word_lists import either

_START = re.compile(
    r"""(?:
      第[一二三四五六七八九十百零〇\d]{1,5}(?:[章節节編编條条款回講讲篇]|部(?!分|門|门|隊|队|電|电))
    | 第\s(?:[一二三四五六七八九十百零〇]{1,5}|\d{1,4}(?:-\d{1,2})?)\s[章節节編编條条](?=\s|$)
    | 第\d{1,4}-\d{1,2}[條条](?=\s|$)
    | 第[一二三四五六七八九十百〇\d]{1,4}\s?[^\W\d_]{1,3}[：:](?=\s*\S)
    | [壹貳參叁肆伍陸柒捌玖拾]{1,3}[、.．]
    | [一二三四五六七八九十]{1,3}、
    | [甲乙丙丁戊己庚辛壬癸]、(?=[^，。、：；]{2,16}$)
    | [（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]
    | \d{1,2}(?:[.．、](?:\s+(?=\S)|(?=[^\s\d.a-zA-Z]))|[)）])
    | \d{1,2}(?:[.．]\d{1,2}){1,3}\s+(?=[\u3400-\u9fff])(?![年月日元倍萬万億亿個个])
    | [\[［]\d{1,3}[\]］]\s+\S
    | [a-hA-H][.．)]\s?(?=[\u3400-\u9fff「《])
    | [QA]\d{0,2}\s?[.．：:、]\s*\S
    | [•●○◆◇■□▪‧·・※◎★☆►▶‣➢➣➤❖✓]\s*\S
    | [-\u2010\u2012–\u2212*+]\s+\S
    | [圖图表][一二三四五六七八九十\d]{1,3}(?:[-–.]\d{1,2})?[：:．.\s　]
    | [012]?\d[:：][0-5]\d(?:\s*[-–—~～至]\s*\d{1,2}[:：]\d{2})?[ \t　]+\S
    | 【[^】]{1,24}】
    | (?:主\s*文|(?:犯\s*罪\s*)?事\s*實(?:及理由)?|理\s*由)$
    | (?:[據据]上論[斷断]|[據据]上论断)，
    | 中\s*[華华]\s*民\s*[國国]\s+[\d一二三四五六七八九]
    | (?:[^。，\s]{2,10}庭\s+)?(?:[審审]\s*判\s*[長长]\s*)?(?:法\s*官|[書书]\s*[記记]\s*官)\s+\S
    | (?:上\s*[訴诉]\s*人|[原被]\s*告|公\s*[訴诉]\s*人|[選选]任[辯辩][護护]人
        |(?:[訴诉][訟讼]|法定)?代理人)(?:即\S{2,4})?\s+\S
    | (?:案由[一二三四五六七八九十\d]{1,3}|說\s*明|決\s*議|辦\s*法)[：:]
    | (?:作者|記者|标题|標題|來源|来源|出處|日期|時間|时间|看板|撰文|聯絡人|電話|地點
        |(?:發布|發佈|發稿|刊登|更新)(?:日期|時間|單位))\s*[：:]
    | (?:[時时]\s{1,8}[間间]|地\s{1,8}[點点]|主\s{1,8}席|[出列]\s{1,8}席|[紀記纪记]\s{1,8}[錄录])[\s：:]+\S
    | (?:資料來源|资料来源|單位|单位|關鍵[詞字]|关键[词字]|Keywords?|Key\ words)\s*[：:]
    )""",
    re.VERBOSE,
)

_OF_A_PAPER = re.compile(rf"(?:{either('manuscript_labels')}|作者[簡简]介|DOI)\s*[：:]", re.IGNORECASE)
"""What a journal says of a paper above its text."""


def starts_unit(text: str) -> bool:
    """Whether a line can only be the start of something: a number of a heading, a bullet, a caption."""
    return bool(_START.match(text) or is_label(text) or _OF_A_PAPER.match(text))


_ROW = re.compile(r"^[^\s，。：:、（(]{2,8}(?:[（(][^（()）]{1,12}[)）])?[：:](?:[^、，。]{2,40}、){3}")


def are_rows(above: str, below: str) -> bool:
    """Whether two lines both name many under a label of their own: 發起人：甲、乙、丙 over 團體：甲、乙、丙."""
    return bool(_ROW.match(below) and _ROW.match(above))
