"""Lines whose words or labels tell what they are: the end, the editors, a caption, a court, a section."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from jianbao import regex as re
from jianbao.structure.blocks import numbering
from jianbao.structure.blocks.known import Role
from jianbao.structure.parts import Part
from jianbao.word_lists import words

LONGEST_SPACED = 6
"""Characters of a section's name of two characters that was spread with spaces: 理　　由."""
LONGEST_END_MARK = 24
"""Characters of the mark at a text's end."""
_END_MARK = re.compile(
    r"^(?:[（(【\[]|[－\-–—─~～*＊=＝]{1,6})?\s*(?:完|全文完|本文完|(?:THE\s+)?END|-30-|###|待續|未完[，,]?\s*(?:待續|明日續|下期續|下週續|續)?|(?:明日|下期)續)\s*(?:[）)】\]]|[－\-–—─~～*＊=＝]{1,6})?$",
    re.I,
)
_EDITOR = re.compile(
    r"^[（(【〔\[*＊※]?\s*(?:編按|编按|編者按|编者按|編者的話|按語|小編按"
    r"|(?:編者|编者|編輯部?|编辑部?)(?:覆|回覆|回复|答覆)|譯按|譯註"
    r"|譯者按|記者按|主編按|編輯按|編輯室報告|編輯部按|編註|編者註|Editor['’]s note)"
    r"\s*[】〕\]）)]?\s*(?:[：:]|$|(?<=按)[\s\u3000]+(?=\S{8}))",
    re.I,
)
_STARRED = re.compile(r"^[※＊*]\s*(?:本文|作者|編者|編按|原文|譯者|本篇|圖片)")
_DISCLAIMER = re.compile(r"(?:不代表|非代表|不必然代表|未必代表|並不代表).{1,30}(?:立場|立场|觀點|观点|政策|意見|意见)")
_BEHIND = re.compile(r"[。！？!?」』”][（(【][^（()）【】]*[)）】]$")
"""Brackets behind a sentence: of the text is what stands in front of them."""
_CAPTION_LABEL = re.compile(
    r"^(?:(?:圖像加註文字|图像加注文字|圖片說明|图片说明|照片說明|圖說|图说)\s*[，,：:／/]?|[▲△▼]+\s*|[（(\[【〔](?:圖說|图说|圖片說明|图片说明|圖|图|照片)[）)\]】〕]"
    r"|(?:圖|图|照片)\s*[：:／/])\s*"
)
_CREDITED = re.compile(
    r"^[^。！？]{4,60}。?\s*[（(](?:[^（()）：:。]{2,16}(?:圖片|图片|照片)|(?:受[訪访]者|[^（()）：:。，]{2,10})(?:供[圖图]|提供))[)）]$"
)
_CHART = re.compile(r"(?:圓形圖|圓餅圖|长条图|長條圖|折線圖|柱狀圖|柱状图|曲線圖|統計圖|圖表|图表|示意圖)\s*[：:]")
_FIGURE = re.compile(
    r"^(?:附?[圖图表]|Table|Figure|Fig\.)\s*[一二三四五六七八九十\d]{1,3}"
    r"(?:[-–.－][\d一二三四五六七八九十]{1,2})?\s*[：:．.、\s　]",
    re.I,
)
_COURT = re.compile(
    r"^(?:(?:上\s*[訴诉]\s*人|被上[訴诉]人|抗告人|[聲声][請请]人|相[對对]人|再[審审][原被]告|[原被]\s*告)(?:即[^\s]{2,4})?|[原被]告|公[訴诉]人|[參参]加人|自[訴诉]人|(?:[選选]任)?[辯辩][護护]人|(?:[訴诉][訟讼]|法定)?代理人)"
    r"[\s\u3000]+\S.{0,60}$|^(?:[^。，]{0,12}庭[\s\u3000]*)?(?:[審审]判[長长])?(?:法\s*官|[書书]\s*[記记]\s*官|[軍军]\s*法\s*官)[\s\u3000]+\S{2,8}$"
    r"|^(?:审\s*判\s*[长員员]|人\s*民\s*陪\s*审\s*员|法\s*官\s*助\s*理|书\s*记\s*员)[\s\u3000]+\S[\s\u3000]?\S{1,6}$"
)
_CLOSES_STORY = re.compile(r"[。！？!?」』”\"\w]\s*[（(【]\s*(?:完|全文完|END|待續|待续)\s*[)）】]$", re.I)
_BARS = "▌▍▎"
"""Bars stand before headings, too: they make no caption without its credit."""
_WHO = r"\s?[（(][^（()）：:。]{1,24}[)）]"
"""Who asks or answers, in brackets: 問（某報記者某某）："""
_TURN = re.compile(
    rf"^(?:提?[問问]|回?答|[QＱAＡ]\d*|[\u3400-\u9fffA-Za-z《》]{{0,10}}(?:記者|记者)提?[問问])(?:{_WHO})?\s*[：:]"
)
SPEAKER = re.compile(rf"^([^\s：:，。（()）]{{1,8}})(?:{_WHO})?[：:]")
LONGEST_SPEAKER = 40
"""Characters before which a speaker's colon stands."""
WORDS_OF_ROLES = re.compile(r"^[圖图照附表待完全]|作者|[編编譯註按]|記者|代表|Table|Fig|END", re.I)
SIGN_OF_ROLE = re.compile("[完續#Dd\\-编編譯註按※＊*代圖图照▲△▼問答问QA:：表TtFf人告官审书]")
"""A line whose words tell its role has one of these: the end, the editors, pictures, turns of speech, courts."""


def is_turn(text: str, speakers: Set[str]) -> bool:
    """Whether a line is a turn of speech: it opens with 問 or 答, or with one of the speakers."""
    match = SPEAKER.match(text)
    return bool(_TURN.match(text)) or (match is not None and match[1] in speakers)


def role_by_words(part: Part, speakers: Set[str]) -> Role | None:
    """The role of a line whose words or labels tell it."""
    text = part.plain
    if _END_MARK.match(text):
        return Role.END
    if (
        _EDITOR.match(text)
        or _STARRED.match(text)
        or (len(text) < 160 and _DISCLAIMER.search(text) and not _BEHIND.search(text))
    ):
        return Role.EDITOR
    if (
        part.caption
        or (caption_label(text) and text[0] not in _BARS)
        or _CREDITED.match(text)
        or (len(text) < 400 and _CHART.search(text) and not numbering.scheme(text))
    ):
        return Role.CAPTION
    if is_turn(text, speakers) or _FIGURE.match(text) or _COURT.match(text):
        return Role.BODY
    return None


def is_of_court(text: str) -> bool:
    """Whether a line names a party, a judge or a clerk of a court."""
    return bool(_COURT.match(text))


def is_end_mark(text: str) -> bool:
    """Whether a line says that the text is over: （完）, — END —."""
    return len(text) <= LONGEST_END_MARK and bool(_END_MARK.match(text))


def closes_story(text: str) -> bool:
    """Whether a line of text ends with the mark of its end: …已經確認。（完）"""
    return text[-1:] in ")）】" and bool(_CLOSES_STORY.search(text[-12:]))


def caption_label(text: str) -> int:
    """Length of a caption's label at the start of a text (圖：, ▲, 圖片說明：); 0 if there is none."""
    match = _CAPTION_LABEL.match(text)
    return match.end() if match and match.end() < len(text) else 0


def is_section(text: str) -> bool:
    """Whether it is a heading that every genre knows: 前言, 結論, Abstract."""
    bare = text.strip(" 　：:【】[]〈〉《》（）()➤▶►▼→").casefold()
    if bare in _sections() or (len(bare) <= LONGEST_SPACED and "".join(bare.split()) in _sections()):
        return True
    both = _TRANSLATED.fullmatch(bare)
    return both is not None and both[1] in _sections()


_TRANSLATED = re.compile(r"([㐀-鿿]{2,6})[\s/／]+[a-z][a-z ]{2,30}")
"""A heading with its translation behind it, in lower case."""


@cache
def _sections() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("sections"))
