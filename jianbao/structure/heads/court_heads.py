"""The head of a judgment or its summary, as courts of the common law print it: the parties are the title.

Before: ``高等法院上訴法庭`` / ``判案書摘要`` / ``甲合作社 訴 發展署署長`` / ``CACV 112/2024`` / ``主審法官：…``
After: the parties as the title; the court, what the paper is, the number of the case.
Never: a title with 訴 in it and no court beside it, or with no number of a case and no judge.
"""

from __future__ import annotations

from collections.abc import Sequence

from jianbao import regex as re
from jianbao.structure import shapes
from jianbao.structure.blocks.known import Known, Role
from jianbao.structure.heads.meta_line import MetaLine

TOP = 10
"""Parts among which such a head stands."""
WIDEST = 60
"""Han characters of the line of the parties."""
_COURT = re.compile(r"[\u3400-\u9fff\s]*(?:法院|法庭|裁判處|裁判处|審裁處|审裁处|仲裁庭)")
_PARTIES = re.compile(
    r"[^，。：:；？！]{2,30}?[\s\u3000]+(?:訴|诉|對|对|[vV]s?\.?)[\s\u3000]+[^，。：:；？！]{2,40}"
    r"|[^，。：:；\s]{2,20}(?:訴|诉)[^，。：:；\s]{2,20}案"
)
_CASE = re.compile(
    r"(?:[A-Z]{2,6}\s?(?:No\.\s?)?\d+/\d{4}|\[\d{4}\]\s?\d?\s?[A-Z]{2,6}\s?\d+)(?:[\s\u3000,，；;]+.{0,60})?"
)
_JUDGE = re.compile(r"(?:主[審审]|承[審审])?法官\s*[：:]|(?:聆[訊讯]|判案|宣判|裁[決决])日期\s*[：:]")
_PAPER = re.compile(r"(?:判案書|判案书|判[決决]書?|判词|判詞|裁[決决]書?|上[訴诉])?(?:摘要|新聞摘要|新闻摘要|書|书)")
"""What the paper is."""


def state(known: Sequence[Known]) -> list[Known]:
    """The parts, with such a head told."""
    head = known[:TOP]
    parties = next((n for n, item in enumerate(head) if _is(_PARTIES, item) and shapes.width(item.plain) <= WIDEST), -1)
    courts = [n for n in range(len(head)) if _is(_COURT, head[n])]
    if parties < 0 or not courts or abs(courts[0] - parties) > 3 or not any(_is_case(item) for item in head):
        return list(known)
    told = list(known)
    for n, item in enumerate(head):
        if n == parties:
            told[n] = Known(item.part, Role.TITLE)
        elif n == courts[0]:
            told[n] = Known(item.part, Role.META, MetaLine(source="".join(item.plain.split())))
        elif item.meta is None and (_is(_CASE, item) or _is(_PAPER, item) or n in courts):
            told[n] = Known(item.part, Role.META, MetaLine(desk=True))
    return told


def _is(form: re.Pattern[str], item: Known) -> bool:
    """Whether all of a line is of a form."""
    return item.role not in (Role.BLOCK, Role.SEPARATOR) and bool(form.fullmatch(item.plain.strip()))


def _is_case(item: Known) -> bool:
    """Whether a line says the number of a case, or who judged it and when."""
    return _is(_CASE, item) or bool(_JUDGE.match(item.plain))
