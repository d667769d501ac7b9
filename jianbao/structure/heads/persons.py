"""Names of writers: what a line must look like to be one, and what stands in brackets or behind a slash after it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from jianbao import regex as re
from jianbao.structure.heads import like_names
from jianbao.word_lists import either, words

_HAN_NAME = r"[\u3400-\u9fff]{2,4}"
_DOTTED = r"[\u3400-\u9fff]{1,8}(?:[·・．‧•][\u3400-\u9fff]{1,8}){1,3}"
_LETTERS = r"[A-Za-zÀ-ɏ0-9_'’-]"
_LATIN = rf"(?:[A-Z](?:{_LETTERS}|\.)*[ ]){{1,4}}[A-Z]{_LETTERS}+"
_GLOSS = r"(?:\s*[（(](?:[A-ZÀ-Ž][^（()）]{2,60})[）)])?"
_CHINESE = re.compile(rf"^(?:{either('surnames')}|{either('japanese_surnames')})[\u3400-\u9fff]{{1,3}}$")
_SONS = ("郎", "之介", "之助", "衛門", "卫门")
"""What the longest given names of Japanese men end with."""
_DAUGHTER = "子"
"""What a given name of three of a Japanese woman ends with."""
_ADDRESSED = ("先生", "女士", "小姐")
LONGEST_JAPANESE = 6
"""Han characters of a Japanese name: a surname of three and a given name of three."""
_SPACED = re.compile(r"^[\u3400-\u9fff][\s\u3000]+[\u3400-\u9fff]$")
_FOREIGN = re.compile(rf"^(?:{_DOTTED}|{_LATIN})$")
_NAME = re.compile(rf"^(?P<name>(?:{_DOTTED}|{_HAN_NAME}|{_LATIN}){_GLOSS})")
_LONG = re.compile(r"^(?P<name>[\u3400-\u9fff]{5,6})(?=[（(/／｜|])")
_TITLED = re.compile(r"^(?P<what>[^\s：:，。]{2,40})[\s\u3000]+(?P<name>[\u3400-\u9fff·]{2,10})$")
_NAMED = re.compile(r"^(?P<name>[\u3400-\u9fff]{2,4})(?:\u3000|\s{2,})(?P<what>[^\s：:，。]{2,20})$")
_OF_OUTLETS = re.compile(rf"\b{either('station_words')}\b", re.I)
"""Latin words that names of stations and papers have."""
_READ = re.compile(rf"^(?P<name>{_LATIN})\s*[（(][\u3400-\u9fff\u30a0-\u30ff·・．‧•＝]{{2,24}}[)）]$")
"""A name in Latin letters, and in brackets how Han characters or kana have it."""
_DOTTED_WORDS = re.compile(r"^[\u3400-\u9fff]{2}(?:[·・．‧•][\u3400-\u9fff]{2}){2,}$")
"""Three words or more of two characters each: a rubric, no name."""
_LATIN_WORDS = re.compile(rf"^{_LATIN}$")
_PERIODICAL = re.compile(rf"\b{either('periodical_words')}$", re.I)
"""Latin words in title case that name a publication."""
_DOTS = re.compile(r"[·・．‧•]")
LONGEST_HAN = 4
"""Characters of a name in Han characters; in a longer one stands a dot, a space or a bracket."""
_OF_LONG_NAMES = re.compile(r"[·・．‧•\s（(]")
_NO_NAMES = (
    "person_closings",
    "closing_slides",
    "sections",
    "navigation",
    "page_words",
    "read_at",
    "share",
    "tag_labels",
    "photo_labels",
    "series",
)
_BOTH = re.compile(rf"^(?P<han>{_HAN_NAME})\s+(?:{_LATIN})$")
"""A name said twice, in Han characters and in Latin letters."""
_JOB = re.compile(either("jobs"))
_COMPANIES = ("株式會社", "株式会社", "有限會社", "有限会社", "合同會社", "合同会社")
_ORGANISATIONS = (*words("organisations"), *words("outlets"))
_ONE_BRACKET = re.compile(r"^[（(][^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)*[)）]$")
"""Brackets around all, others perhaps inside: of a row of signers each has his own."""
_BESIDE = re.compile(r"[（(/／｜|]")
_SPOKEN = re.compile("[：:？！?!]")
"""What a headline has behind a bar, and no office."""
_DASH = re.compile(r"^[\s\-—–─―]+")
_ARTICLE = re.compile(r"(?:The|An?|How|Why|What|When|Where|Who|In|On|From|No|Our|Your|Last|After|Before)\s")
"""First words of titles in Latin letters."""
_BOTH_LATIN = re.compile(rf"^(?:{_LATIN})\s+(?P<han>{_HAN_NAME})$")
_POSSESSIVE = re.compile(r"[’']s\b|(?<=[\u3400-\u9fff])的(?=[\u3400-\u9fff])")
_BETWEEN = re.compile(r"\s*[、，,；;＆&]\s*|\s+[/／|｜]\s+|\s+(?:and|與|和)\s+|[\s\u3000]+")


class Signed(NamedTuple):
    """A writer, where the name stands in the line, and what the line says he is."""

    name: str
    start: int
    end: int
    affiliation: str


_OF_PAPERS = frozenset("報报")
"""What names of papers end in, and names of people never do."""


@lru_cache(maxsize=8192)
def is_name(text: str) -> bool:
    """Whether a whole text looks like one person's name: a known surname, a foreign name with dots, or Latin words."""
    text = text.strip()
    if len(text) > LONGEST_HAN and text[0] > "\u2fff" and not _OF_LONG_NAMES.search(text):
        return _is_japanese(text)
    if _SPACED.match(text):
        text = "".join(text.split())
    bare = re.sub(rf"{_GLOSS}$", "", text).strip() if text[:1] > "\u2fff" else text
    if not ((_CHINESE.match(bare) and len(bare) <= 4) or _FOREIGN.match(bare)):
        return False
    pieces = (bare, *_DOTS.split(bare)) if _FOREIGN.match(bare) else (bare,)
    if _ARTICLE.match(bare) or (
        bare.isascii() and (is_organisation(bare) or _PERIODICAL.search(bare) or _OF_OUTLETS.search(bare))
    ):
        return False
    if _DOTTED_WORDS.match(bare) or (len(pieces) > 1 and pieces[1] in _works()):
        return False
    if len(pieces) > 1 and any(_is_paper(piece) for piece in pieces):
        return False
    if len(pieces) > 2 and any(piece.endswith(words("series")) for piece in pieces):
        return False
    if any(piece in words(name) for piece in pieces for name in _NO_NAMES) or _POSSESSIVE.search(bare):
        return False
    words_only = len(bare) == LONGEST_HAN and like_names.is_listed(bare[:2]) and like_names.is_words(bare)
    words_only = words_only and not bare.startswith(words("japanese_surnames"))
    words_only = words_only or bare[-1:] in _OF_PAPERS
    common = words_only or like_names.is_listed(bare) or is_organisation(bare) or _JOB.search(bare)
    return not (_CHINESE.match(bare) and common)


def _is_paper(piece: str) -> bool:
    """Whether what stands beside a dot is a paper's name, or one of its editions: 某某新報・中文版."""
    return len(piece) > 2 and (piece[-1] in _OF_PAPERS or piece.endswith(("新聞", "新闻", "版")))


def ends_as_japanese(text: str) -> bool:
    """Whether a text ends as given names of Japanese people do: 郎, 之介, 子."""
    return text.endswith((*_SONS, _DAUGHTER))


def _is_japanese(text: str) -> bool:
    """Whether five or six Han characters are a Japanese name: a surname of three and two more, or any that ends as the
    names of sons do."""
    if len(text) > LONGEST_JAPANESE or text.endswith(_ADDRESSED) or is_organisation(text) or _JOB.search(text):
        return False
    surnames = words("japanese_surnames")
    of_three = len(text) == LONGEST_JAPANESE - 1 and text[:3] in surnames
    daughter = len(text) == LONGEST_JAPANESE - 1 and text[:2] in surnames and text.endswith(_DAUGHTER)
    return of_three or daughter or (text.endswith(_SONS) and (text[:2] in surnames or text[:3] in surnames))


@lru_cache(maxsize=1)
def _works() -> frozenset[str]:
    """What somebody did for a text, as a label before his name says: 文．某某 is no name with a dot."""
    return frozenset((*words("byline_labels"), *words("desk_labels"), *"文圖图攝摄影繪绘"))


def _is_what(name: str, text: str) -> bool:
    """Whether words in brackets say what somebody is: any affiliation behind a sure name, else a job."""
    return is_affiliation(text) and (is_name(name) or bool(_JOB.search(text)))


def _ends_in_job(text: str) -> bool:
    return not re.search(r"[：:，。！？]", text) and bool(re.search(rf"{either('jobs')}[）)]?$", text))


def bracketed(line: str) -> Signed | None:
    """``王小明（寫作的人）`` behind a label: whatever short words stand in the brackets, they say what he is."""
    match = re.match(r"^(?P<name>[^（()）]{2,12})[（(](?P<what>[^（()）。]{2,30})[)）]$", line)
    if not match or not is_name(match["name"]) or match["what"][0].isascii():
        return None
    return Signed(match["name"].strip(), 0, len(match["name"]), match["what"])


def titled(line: str) -> Signed | None:
    """``海洋委員會主任委員 何青嵐``: what somebody is, a space, and the name."""
    match = _TITLED.match(line)
    if not match or not is_name(match["name"]) or not re.search(rf"{either('jobs')}$", match["what"]):
        return None
    return Signed(match["name"], match.start("name"), match.end("name"), match["what"])


def named(line: str) -> Signed | None:
    """``何青嵐　離島教師``: the name, a wide space, and what somebody is, which ends in a job."""
    match = _NAMED.match(line)
    if not match or not is_name(match["name"]) or not re.search(rf"{either('jobs')}$", match["what"]):
        return None
    return Signed(match["name"], match.start("name"), match.end("name"), match["what"])


_ACTS = tuple(f"{act}{what}" for act in ("發表", "发表", "作出", "提出") for what in ("評論", "评论"))
"""What an office does, at the end of a title, which ends as an outlet's name does."""


@lru_cache(maxsize=8192)
def is_affiliation(text: str) -> bool:
    """Whether a text says what somebody is: it names a job, or ends like the name of an organisation."""
    return len(text) <= 80 and bool(_JOB.search(text) or is_organisation(text))


def is_periodical(text: str) -> bool:
    """Whether words in Latin letters name a publication: Policy Brief, Annual Report."""
    return text.isascii() and bool(_LATIN_WORDS.match(text)) and bool(_PERIODICAL.search(text))


def is_organisation(text: str) -> bool:
    """Whether a text ends like the name of an organisation or an outlet, or begins like that of a company."""
    return (
        (text.endswith(_ORGANISATIONS) and not text.endswith(_ACTS))
        or text.startswith(_COMPANIES)
        or (text[-1:] in ("）", ")") and text[:-1].endswith(_ORGANISATIONS))
    )


def read_as(text: str) -> str:
    """``Eleanor Whitcombe（艾莉諾・惠特康）``: a name in Latin letters in front of its reading; empty for others."""
    match = _READ.match(text)
    return match["name"] if match and is_name(match["name"]) else ""


def names_in(text: str) -> list[str]:
    """The persons of an enumeration; empty if any piece is not a name."""
    both = _BOTH.match(text.strip()) or _BOTH_LATIN.match(text.strip())
    if both and is_name(both["han"]):
        return [] if is_periodical(text.strip().replace(both["han"], "").strip()) else [both["han"]]
    slashed = [read_as(piece.strip()) or piece.strip() for piece in re.split(r"[／/、，,|｜]", text)]
    if len(slashed) > 1 and all(map(is_name, slashed)):
        return _writers(slashed)
    pieces = [piece for piece in _BETWEEN.split(text.strip()) if piece]
    if text.isascii():
        pieces = [piece.strip() for piece in re.split(r",|;|&|\band\b", text) if piece.strip()]
    if pieces and all(is_name(piece) for piece in pieces):
        return _writers(pieces)
    read = read_as(text.strip())
    return [read] if read else [text.strip()] if is_name(text) else []


def _writers(names: list[str]) -> list[str]:
    """The names of a row without those of translators: 某某, 某某譯."""
    return [name for name in names if not (name[-1] in "譯译" and is_name(name[:-1]))] or names


@lru_cache(maxsize=8192)
def signed(line: str) -> Signed | None:
    """``— 王小明（某大學教授）``, ``王小明/某協會研究員``, ``名字(Latin) (某報總編)``: the writer and what he is."""
    if not _BESIDE.search(line):
        return None
    dash = _DASH.match(line)
    start = dash.end() if dash else 0
    match = _NAME.match(line[start:])
    long = _LONG.match(line[start:])
    if long and _is_japanese(long["name"]):
        match = long
    if not match:
        return None
    name = match["name"].strip()
    if name in words("series") or is_organisation(name):
        return None
    rest = line[start + match.end() :].strip()
    end = start + len(name)
    if len(rest) > 2 and _ONE_BRACKET.match(rest) and _is_what(name, rest[1:-1]):
        return Signed(name, start, end, rest[1:-1].strip())
    beside = len(rest) > 1 and rest[0] in "/／｜|" and not _SPOKEN.search(rest)
    if beside and is_affiliation(rest[1:]) and (is_name(name) or _ends_in_job(rest)):
        return Signed(name, start, end, rest[1:].strip())
    return None
