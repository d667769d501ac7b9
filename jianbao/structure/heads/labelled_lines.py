"""Facts behind their labels, several in a line perhaps: ``作者：牧仁　來源：某某報``."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.first_characters import led
from jianbao.structure import shapes
from jianbao.structure.heads import fact_tokens, persons, reporter_rows, switches, wire_lines, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.word_lists import either, words

_KINDS = ("byline", "desk", "source", "date", "title", "tag", "issue", "manuscript", "series")
_INITIALS = frozenset(
    case for kind in _KINDS for word in words(f"{kind}_labels") for case in word[0] + word[0].swapcase()
)
"""What labels begin with."""
_WORK = rf"(?:{either('byline_labels')}|{either('desk_labels')})"
_SEVERAL = {"byline": rf"(?:\s?[・·‧•．、&＆／/]\s?{_WORK}){{0,3}}"}
"""What else somebody did, behind the first label of a writer: 採訪・撰文, 文／攝影."""
LABEL = led(
    r"[\[【〔［]?\s*(?:本文)?(?P<label>"
    + "|".join(f"(?P<{kind}>{either(f'{kind}_labels')}{_SEVERAL.get(kind, '')})" for kind in _KINDS)
    + r")(?:\s*[：:﹕︰＝]\s*|\s*=\s*(?=[\u3400-\u9fff])"
    r"|\s*[\]】〕］]\s*[：:]?\s*|[\s\u3000]*[／/∕⁄｜|丨][\s\u3000]*|[\s\u3000]*(?P<dot>[‧・•·◎⊙●◆■◇])[\s\u3000]*)",
    re.I,
)
_PASSED_ON = re.compile(r"(?:(?:Fwd?|FW|Re|轉寄|转寄|轉發|转发|回覆|回复|答复)\s*[：:]\s*)+(?=\S)", re.I)
"""What mail programs put in front of the subject of a mail that is passed on or answered."""
_BARS = re.compile(r"[|｜/／∕⁄]")
_COUNTS = re.compile(
    r"[\s\u3000|｜／/·]+(?:(?:閱讀|阅读|瀏覽|浏览|點閱|点阅|點擊|点击|觀看|观看|人氣|人气|評論|评论|留言|分享|收藏|字數|字数)[數数量次率]{0,2}"
    r"\s*[：:]?\s*[（(]?[\d,.]+\s*[萬万KkwW]?\s*[次人篇]?[)）]?|[听聽][報报][道導])(?=$|[\s\u3000|｜／/·])"
)
"""How often a page was read or shared, and buttons, behind a value."""
_COMMA = re.compile(r"^Authors?,\s?(?P<names>[^。，]{2,60})$")
_ROLE = re.compile(r"^(?:Role|Reporting from),\s?\S.{1,60}$")
"""Facts as a page gives them to readers that speak: ``Author,某某``, ``Role,某某記者``."""
_AND = re.compile(r"\s*(?:、|,| and | & )\s*")
_PAGE = re.compile(r"[\s\u3000,，]+第?[A-Z]{0,2}\d{1,3}\s?[版頁页]$")
"""The page of a paper behind its name."""
_DAY_LABEL = re.compile(rf"(?:^|[\s\u3000|｜/／]+){either('date_labels')}\s*[：:]?$", re.I)
"""The label of a day that was behind a value."""
_SAID = re.compile(r".{8}[。！？]$")
"""The end of a sentence."""
_AROUND = " \u3000|｜／/∕⁄、，,；;"
"""Marks around a value."""
_SAID_OF = re.compile(r"[，。；？！]|^$")
LONGEST_SERIES = 16
"""Characters of the name of a column behind its label."""
LONGEST_PLACE = 3
"""Han characters of a place beside a writer's name."""
LONGEST_ROW = 40
"""Characters of reporters and their place behind a day."""
FOREIGN = 10
"""Han characters of a foreign name."""


def parse(text: str) -> MetaLine | None:
    """The facts behind the labels of a line, if it has nothing else; else None."""
    named = _COMMA.match(text)
    if named:
        names = persons.names_in(named["names"]) or [name.strip() for name in _AND.split(named["names"])]
        return MetaLine(authors=tuple(names))
    if _ROLE.match(text):
        return MetaLine(desk=True)
    inner = text[1:-1] if text[:1] in "（(【〔［" and text[-1:] in "）)】〕］" else text
    shift = 1 if inner is not text else 0
    if inner.lstrip("[【〔［").lstrip().removeprefix("本文")[:1] not in _INITIALS or not LABEL.match(inner):
        return None
    labels = [
        match for match in LABEL.finditer(inner) if match.start() == 0 or not inner[match.start("label") - 1].isalnum()
    ]
    if not labels or labels[0].start() > 0:
        return None
    facts: dict[str, object] = {}
    ends = [match.start() for match in labels[1:]] + [len(inner)]
    for match, end in zip(labels, ends, strict=True):
        value = _COUNTS.sub("", inner[match.end() : end]).strip(" \u3000|｜／/、，,;；")
        kind = next(kind for kind in _KINDS if match[kind])
        if facts.get("manuscript") or kind == "manuscript":
            facts["manuscript"] = True  # days of a manuscript are none of the paper's
            continue
        if match["dot"] and not persons.names_in(value):
            return None
        if not value and kind == "desk" and len(labels) == 1:
            return None
        if kind == "desk" and match["label"] in words("translator_labels") and fact_tokens.OUTLET.match(value):
            kind = "source"
        told: tuple[str, ...] = facts.get("authors", ())  # type: ignore[assignment]
        if not _take(facts, kind or "", value, (shift + match.end(), shift + end)):
            return None
        if match["label"] in words("interviewer_labels") and facts.get("authors", ()) != told:
            facts["interviewers"] = tuple(facts["authors"])[len(told) :]  # type: ignore[arg-type]
            facts["authors"] = told
    if facts.pop("manuscript", False):
        facts["desk"] = True
    return MetaLine(**facts)  # type: ignore[arg-type]


def _take(facts: dict[str, object], kind: str, value: str, place: tuple[int, int]) -> bool:
    """Put a labelled value among the facts; False if the value is nothing that such a label has."""
    inside = written_dates.find(value) if kind in ("byline", "source", "desk") else []
    inside = inside or (written_dates.of_republic(value) if kind == "byline" else [])
    if inside and kind == "desk" and not persons.names_in(value[: inside[0].start].strip(_AROUND)):
        inside = []
    if inside:
        facts.setdefault("date", inside[0].iso)
        facts.setdefault("date_text", value[inside[0].start : inside[0].end])
        value = _DAY_LABEL.sub("", value[: inside[0].start].strip(_AROUND))
        if not value:
            return True
    if kind == "byline":
        about = re.match(r"([\u3400-\u9fff·]{2,12})[，,]", value)
        if about and persons.is_name(about[1]):
            facts["authors"], facts["affiliation"] = (about[1],), value[about.end() :].strip(" 。")
            return True
        reporter = wire_lines.reporters(value)
        if reporter:
            facts["authors"] = (*facts.get("authors", ()), *reporter.authors)  # type: ignore[misc]
            if reporter.source:
                facts.setdefault("source", reporter.source)
            return True
        both = persons.signed(value) or persons.bracketed(value) or persons.named(value)
        read = "" if both else persons.read_as(value)
        names = [both.name] if both else persons.names_in(value) or _foreign(value) or _placed(value)
        names = [read] if read else names
        row = reporter_rows.parse(value, labelled=True) if not names else None
        if row is not None and row.authors:
            facts["authors"] = (*facts.get("authors", ()), *row.authors)  # type: ignore[misc]
            if row.source:
                facts.setdefault("source", row.source)
            return True
        if not names and fact_tokens.OUTLET.match(value):
            facts.setdefault("source", value)  # an outlet's own text, or one that it translated
            return True
        if not names and len(value) > 24:
            return False
        facts["authors"] = (*facts.get("authors", ()), *(names or [value]))  # type: ignore[misc]
        if both:
            facts["affiliation"] = both.affiliation
    elif kind == "date":
        found = written_dates.find(value) or written_dates.find(f"民國{value}")
        if not found and not re.search(r"\d", value):
            return False
        if found and "date" not in facts:
            facts["date"], facts["date_text"] = found[0].iso, value
            rest = written_dates.without_clock(value[found[0].end :]) if found[0].end <= len(value) else ""
            row = reporter_rows.parse(rest.strip(_AROUND)) if 2 < len(rest) <= LONGEST_ROW else None
            if row is not None and row.authors:
                facts["authors"] = (*facts.get("authors", ()), *row.authors)  # type: ignore[misc]
                rest = ""
            for token in fact_tokens.SEPARATOR.split(rest) if len(rest) <= 24 else ():
                if token and (persons.is_name(token) or fact_tokens.OUTLET.match(token) or wire_lines.reporters(token)):
                    fact_tokens.take(facts, token)
    elif kind == "source":
        if len(value) > 40:
            return False
        facts["source"] = re.sub(r"^[《〈](.*)[》〉]$", r"\1", _PAGE.sub("", switches.before(value))).strip()
    elif kind == "issue":
        facts["issue"] = value
    elif kind == "title":
        sign = _PASSED_ON.match(value)
        facts["title"] = (place[0] + sign.end(), place[1]) if sign else place
    elif kind == "series":
        if len(value) > LONGEST_SERIES or _SAID_OF.search(value):
            return False
        facts["series"] = value
    elif kind == "tag":
        facts["tags"] = tuple(
            tag.strip("#＃")
            for tag in re.split(r"[\s\u3000、，,;；/／|]+", value)
            if tag.strip("#＃") and tag not in words("page_words")
        )
    else:
        facts["desk"] = len(value) <= 60 and not _SAID.search(value)  # no turn of who is in the chair
        return bool(facts["desk"])
    return True


def _foreign(value: str) -> list[str]:
    """Writers behind a label, parted by bars, of whom one at least has the parts of his name parted by a space."""
    pieces = [piece.strip() for piece in _BARS.split(value)]
    bare = ["".join(piece.split()) for piece in pieces]
    short = all(2 <= len(piece) <= FOREIGN and piece.isalpha() and shapes.has_han(piece) for piece in bare)
    spaced = any(len(piece.split()) == 2 for piece in pieces)
    return pieces if len(pieces) > 1 and short and spaced else []


def _placed(value: str) -> list[str]:
    """A writer behind a label, and beside a space the place he reports from: 林某某　台北."""
    pieces = value.split()
    if len(pieces) != 2 or not persons.is_name(pieces[0]):
        return []
    place = len(pieces[1]) <= LONGEST_PLACE and shapes.has_han(pieces[1]) and not persons.is_affiliation(pieces[1])
    return pieces[:1] if place else []
