"""Numbers in front of headings and list items: which scheme, which number, how deep."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from jianbao import regex as re
from jianbao.structure.heads.written_dates import number

_HAN = "一二三四五六七八九十百"
_LEGAL = "壹貳參肆伍陸柒捌玖拾叁贰陆"
_SCHEMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("編", re.compile(rf"^第\s*([{_HAN}0-9０-９]+)\s*[編编篇部]分?(?=[\s\u3000：:]|$)")),
    ("章", re.compile(rf"^第\s*([{_HAN}0-9０-９]+)\s*章(?:之[{_HAN}]+)?")),
    ("節", re.compile(rf"^第\s*([{_HAN}0-9０-９]+)\s*[節节](?:之[{_HAN}]+)?")),
    ("款", re.compile(rf"^第\s*([{_HAN}0-9０-９]+)\s*款(?=[\s\u3000])")),
    (
        "條",
        re.compile(
            rf"^第\s*([{_HAN}0-9０-９]+)(?:-\d{{1,2}})?\s*[條条](?:\s*之\s*[{_HAN}0-9]+)?(?=[\s\u3000：:（(]|$)"
        ),
    ),
    ("案", re.compile(rf"^第\s*([{_HAN}0-9０-９]+)\s*案(?=[\s\u3000：:])")),
    (
        "案",
        re.compile(
            rf"^(?:案由|提案|議案|议案|議題|议题|討論案|讨论案|報告案|报告案|動議|动议)\s?([{_HAN}0-9０-９]+)(?=[\s\u3000：:])"
        ),
    ),
    ("甲", re.compile(r"^([甲乙丙丁戊己庚辛壬癸])\s*(?:、(?!\s*[甲乙丙丁戊])|[．.](?=\s))")),
    ("壹", re.compile(rf"^([{_LEGAL}]+)\s*[、．.,，：:]")),
    ("一", re.compile(rf"^([{_HAN}]+)\s*(?:、|[．.](?!\d))")),
    ("（一）", re.compile(rf"^[（(]\s*([{_HAN}]+)\s*[)）]、?")),
    ("1.1", re.compile(r"^([0-9]{1,2}(?:[.．][0-9]{1,2})+)[.．]?(?=[\s\u3000\u3400-\u9fff])(?![年月日%％])")),
    ("1.", re.compile(r"^([0-9０-９]{1,3})\s*(?:[.．](?!\d)|、|[)）](?!\d))")),
    (
        "1 ",
        re.compile(r"^([0-9]{1,2})[ \u3000]+(?=[\u3400-\u9fff])(?![年月日時时點点分個个名人位次屆届萬万億亿多餘余])"),
    ),
    ("1 ", re.compile(r"^(0[1-9])[ \u3000｜|／/:：]*(?=[\u3400-\u9fffA-Za-z「『“])")),
    (
        "時",
        re.compile(
            r"^([01]?[0-9]|2[0-4])[:：][0-5][0-9](?:\s*[-–—~～至]\s*[0-9]{1,2}[:：][0-9]{2})?[ \t\u3000]+(?=\S)"
        ),
    ),
    ("（1）", re.compile(r"^[（(]\s*([0-9０-９]{1,2})\s*[)）]")),
    ("【1】", re.compile(r"^【\s*([0-9０-９]{1,2})\s*】\s*(?=\S)")),
    ("（a）", re.compile(r"^[（(]\s*([a-hj-uwyz])\s*[)）](?=\s?\S)")),
    ("（i）", re.compile(r"^[（(]\s*([ivx]{1,4})\s*[)）](?=\s?\S)")),
    ("①", re.compile(r"^([①-⑳⑴-⒇])")),
    ("A.", re.compile(r"^([A-Z])[.．、](?=\s|[\u3400-\u9fff])")),
    ("I.", re.compile(r"^([IVX]{1,4}|[Ⅰ-Ⅻ])[.．、](?=\s|[\u3400-\u9fff])")),
)
_ORDINALS = tuple((name, pattern) for name, pattern in _SCHEMES if pattern.pattern.startswith("^第"))
_OTHERS = tuple((name, pattern) for name, pattern in _SCHEMES if not pattern.pattern.startswith("^第"))
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_FIRST = re.compile(rf"[第案提議议討讨報报動动{_STEMS}（(【{_HAN}{_LEGAL}0-9０-９①-⒇A-ZⅠ-Ⅻ]")
_LEGAL_DIGITS = str.maketrans("壹貳參肆伍陸柒捌玖拾叁贰陆", "一二三四五六七八九十三二六")


class Numbered(NamedTuple):
    """The scheme's name, the number (0 where it is none that counts), and where the words after it begin."""

    scheme: str
    value: int
    end: int


@lru_cache(maxsize=8192)
def scheme(text: str) -> Numbered | None:
    """The number in front of a line."""
    if not _FIRST.match(text):
        return None
    for name, pattern in _ORDINALS if text[0] == "第" else _OTHERS:
        match = pattern.match(text)
        if match:
            return Numbered(name, _value(match[1]), match.end())
    return None


def _value(digits: str) -> int:
    if len(digits) == 1 and "①" <= digits <= "⒇":
        return (ord(digits) - ord("①")) % 20 + 1
    if digits in _STEMS:
        return _STEMS.index(digits) + 1
    if re.match(r"^[A-Z]$", digits) and digits not in "IVX":
        return ord(digits) - ord("A") + 1
    return number(re.split(r"[.．]", digits)[-1].translate(_LEGAL_DIGITS).translate(_WIDE)) or 0


_WIDE = {ord("０") + n: str(n) for n in range(10)}
