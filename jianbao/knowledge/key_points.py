"""提要: whole sentences of the text that stand for it, word for word."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.document import BlockKind, Edition
from jianbao.findings import DateFinding, KeyPoint, Mention
from jianbao.knowledge.quotation_marks import quoted
from jianbao.sentences import split

_DANGLING = re.compile(
    r"[「『“（(]?(?:[他她牠它](?!國|人|鄉|日)|[這此該](?!外)|那(?!霸)|其(?!實|他|次|餘|中)|[對據]此|前者|後者|上述|同[日時年月]|然而|但|不過|因此|所以|此外|"
    r"另外|而且|並且|並(?!非)|也|則|還|又|於是|隨後|接著|至於|反之|相反|換言之|總之|例如|譬如|比如|再者|其次|甚至|儘管如此|與此|"
    r"[（(]?[一二三四五六七八九十1-9][)）、.])"
)
_SUMMARY = re.compile(r"摘要|提要|結論|結語|小結|總結|重點|前言|引言|Abstract|Summary|Conclusion", re.IGNORECASE)
_THESIS = re.compile(r"本文|本研究|本論|筆者|因此|可見|總之|主張|關鍵|重要的是")
_GREETING = re.compile(
    r"(?:各位|親愛的|尊敬的|敬愛的|諸位)[^，。！!]{0,16}[，。！!：:]|[^，。！!]{0,14}(?:大家|各位|您|你)(?:好|早安|午安|晚安|平安)[，。！!]|(?:歡迎|感謝|謝謝)(?:收聽|收看|訂閱|閱讀|各位|大家|您|主席|委員|[院部次署局]長)"
)
_TURN = re.compile(
    r"\s*(?:[\[（(]?\d{1,3}(?:[:：]\d{2}){1,2}[\])）]?\s*)?[\u3400-\u9fff·．・]{2,12}"
    r"(?:[（(]\d{1,3}(?:[:：]\d{2}){1,2}[)）])?[：:]\s*(?:[（(][^（()）]{1,12}[)）]\s*)?"
)
"""Who speaks, and it may be when: what he says has to stand by itself."""
_ASIDE = re.compile(r"\s*[（(][^（()）]*[)）]\s*")
_BULLET = re.compile(r"\s*[●○•◆◇■□▪‧·▲△※★☆►▶➤*\-–—](?![—–])\s*")
_CAPTION = re.compile(r"\s*(?:[圖表]\s*[0-9０-９一二三四五六七八九十]{1,3}|圖[：:]|照片[：:]|資料來源[：:])")
_BYLINE = re.compile(r"\s*[（(【\[]?[^，。]{0,20}(?:記者|編譯|編輯|撰文|攝影|翻譯|採訪)[^，。]{0,24}[）)】\]]?$")
_ROW = re.compile(r"\s*[\u3400-\u9fff]{2,8}(?:[ \u3000]{2,}|\t)\S[^。！？]*$")
"""A label, wide blanks and what it names: 上訴人　　某某公司（船東）."""
_ENDS = "。！？!?」』”）)"
_NUMBER = re.compile(r"[0-9０-９]")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_ESSAYS = {"paper", "essay", "op-ed", "speech", "letter", "report"}
_LIMITS = ((22, 150, 1 / 3), (12, 220, 0.6), (8, 400, 1.0))
"""Least and most characters of a point, and how much of it may be quoted; the later ones if three are not found."""
_SHORT = 400
"""Characters of body; a text below has no need of three points."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    block: str
    start: int
    end: int
    text: str
    index: int
    score: float
    grams: frozenset[str]


def choose(edition: Edition, dates: Sequence[DateFinding], mentions: Sequence[Mention]) -> tuple[KeyPoint, ...]:
    """Three to five sentences in text order; fewer where the text has no more that stand alone.

    What comes first weighs most, as in news; then the words of the title, names, dates. In papers and essays, abstract
    and conclusion come first. A sentence that leans on the one before (他, 此, 對此 …) is never chosen.
    """
    characters = sum(len(block.text) for block in edition.blocks if block.kind == BlockKind.PARAGRAPH)
    wanted = 3 if characters < 1200 else 4 if characters < 2500 else 5
    for limits in _LIMITS:
        found = _sentences(edition, dates, mentions, limits)
        chosen = _pick(found, wanted)
        if len(chosen) >= 3 or (characters < _SHORT and chosen):
            break
    order = {block.id: index for index, block in enumerate(edition.blocks)}
    chosen.sort(key=lambda item: (order[item.block], item.start))
    return tuple(KeyPoint(item.text, item.block, item.start, item.end) for item in chosen)


def _sentences(
    edition: Edition,
    dates: Sequence[DateFinding],
    mentions: Sequence[Mention],
    limits: tuple[int, int, float],
) -> list[_Sentence]:
    title = _grams(edition.title)
    places: dict[str, list[tuple[int, float]]] = {}
    for mention in mentions:
        places.setdefault(mention.block, []).append((mention.start, 0.12))
    for item in dates:
        places.setdefault(item.block, []).append((item.start, 0.1))
    out: list[_Sentence] = []
    seen: set[str] = set()
    index, summary, torn = 0, False, False
    essay = edition.meta.kind in _ESSAYS
    for block in edition.blocks:
        if block.kind == BlockKind.HEADING:
            summary = bool(_SUMMARY.search(block.text))
        if block.kind != BlockKind.PARAGRAPH:
            continue
        at = sorted(places.get(block.id, []))
        for start, end in split(block.text):
            text = block.text[start:end]
            index += 1
            rest = torn and start == 0
            torn = end == len(block.text) and _HAN.match(text[-1]) is not None
            if rest or not _stands_alone(text, limits) or text in seen:
                continue
            seen.add(text)
            low, high = bisect_left(at, (start,)), bisect_left(at, (end,))
            extra = sum(weight for _, weight in at[low:high])
            grams = _grams(text)
            overlap = len(title & grams) / math.sqrt(len(grams) or 1) if title else 0.0
            score = 5.0 * math.exp(-(index - 1) / 5) + 1.2 * overlap + min(extra, 0.8)
            if summary:
                score += 3.0
            elif essay and _THESIS.search(text):
                score += 0.8
            out.append(_Sentence(block.id, start, end, text, index, score, grams))
    return out


def _stands_alone(text: str, limits: tuple[int, int, float]) -> bool:
    least, most, share = limits
    if not least <= len(text) <= most or text[-1] not in _ENDS or _ASIDE.fullmatch(text):
        return False
    turn = _TURN.match(text)
    said = turn.end() if turn else 0
    if len(text) - said < least or any(_DANGLING.match(text, at) or _GREETING.match(text, at) for at in {0, said}):
        return False
    if _CAPTION.match(text) or _BYLINE.match(text) or _BULLET.match(text) or _ROW.match(text):
        return False
    if sum(map(len, _HAN.findall(text))) * 2 < len(text):
        return False
    return sum(span.end - span.start for span in quoted(text)) <= len(text) * share


def _grams(text: str) -> frozenset[str]:
    letters = "".join(_HAN.findall(text))
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def _alike(first: frozenset[str], second: frozenset[str]) -> float:
    if not first or not second:
        return 0.0
    return len(first & second) / math.sqrt(len(first) * len(second))


def _pick(sentences: list[_Sentence], wanted: int) -> list[_Sentence]:
    """The best ones that do not repeat each other, one of them with a number if there is any."""
    ranked = sorted(sentences, key=lambda item: (-item.score, item.index))
    chosen: list[_Sentence] = []
    for item in ranked:
        if len(chosen) == wanted:
            break
        if all(_alike(item.grams, other.grams) <= 0.5 for other in chosen):
            chosen.append(item)
    if len(chosen) == wanted and not any(_NUMBER.search(item.text) for item in chosen):
        numbered = next((item for item in ranked if _NUMBER.search(item.text) and item not in chosen), None)
        if numbered is not None:
            chosen[-1] = numbered
    return chosen
