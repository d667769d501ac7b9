"""Words of a line of facts, each by itself: an outlet, a series, an edition, a place and what was done there."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import persons, wire_lines
from jianbao.structure.heads.reporter_words import is_place
from jianbao.word_lists import either, words

LABEL_WORD = re.compile(rf"^(?:{either('date_labels')})\s*[：:]?\s*", re.I)
OUTLET = re.compile(
    r"^(?!\d+\s?[則则條条篇個个])(?!.*[并併並上入落斷断撒收補补漁渔球水管路][網网]$)(?![\u3400-\u9fff]{11,}[網网]$)(?!.*(?:[發发]表|作出)[評评][論论]$)"
    rf"[《〈]?(?:[\w\u3400-\u9fff·&'’. ]{{0,24}})?{either('outlets')}[》〉]?$|^[《〈]?{either('outlet_names')}[》〉]?$"
)
_SERIES = re.compile(
    rf"^(?!.{{2,}}[發发]表.{{0,4}}[聲声]明$)[【〔《〈「]?[\w\u3400-\u9fff·\s]{{0,12}}{either('series')}[】〕》〉」]?"
    r"(?:[（(][^（()）]{1,12}[）)]|之[一二三四五六七八九十\d]{1,3}|系列[一二三四五六七八九十\d]{1,3})?$"
)
_PARTICLE = re.compile("[的了沒没]")
SAID = 6
"""Characters behind which a name of a series has no particle: a title may end as such names do."""
PLACE_VERB = re.compile(r"^[\u3400-\u9fff、]{2,8}(?:\d{1,2}日)?(?:報導|報道|报道|綜合報導|專電|電|訊)$")
_WIRED = re.compile(r"(?:\d{1,2}日|[專综綜]合?)[電訊]$")
SEPARATOR = re.compile(r"[\s\u3000|｜／/·・•,，、>＞—–\-]+")
_EDITION = re.compile(
    r"^[A-Z]?\d{1,2}\s*版?$|^[A-Z]\d{1,2}[\s：:]?[\u3400-\u9fff]{1,6}$"
    r"|^第?[A-Z0-9一二三四五六七八九十]{1,3}版[：:／/\s]?[\u3400-\u9fff]{0,6}$"
)
ENACTED = re.compile(
    r"^(?:總統令?)?(?:制定|修正|增訂|訂定)?(?:公布|公佈|發布|發佈|施行|生效|印發|印发|頒布|颁布|編印|出刊|出版|發行|发行)(?:全文\s*\d{1,4}\s*條|施行)?$"
)
"""What was done on a day: a law was made, an issue came out."""
_OFTEN = re.compile(
    r"^(?:(?:出刊|出版|發行|发行|編印)[\s\u3000]*)?(?:[雙双半]?[週周月]刊|[雙双]週刊|半?年刊|[季旬]刊|不定期(?:出刊|出版|刊)?)$"
)
"""How often a periodical comes out, behind the day of an issue: no name of one."""
_CALLED = re.compile(r"[\u3400-\u9fff]{4}$")
"""As long as the name of a periodical is more often than that of a person."""
_WRITTEN_AT = re.compile(r"[寫写稿]?[於于][\u3400-\u9fff]{2,8}$")
"""Where somebody wrote, behind the day."""
_PAGED = re.compile(r"\s[A-Z]\d{1,2}(?:\s|$)")
"""The page of a paper, between its name and its section."""
_COUNTER = re.compile(r"^(?:閱讀|瀏覽|点阅|點閱|觀看|人氣|字數|字级|字級|views?)\S{0,10}$", re.I)
_PRINTED = re.compile(r"^(?:原文|本文)?[原首]?(?:刊登|刊[載载]|[發发]表|[刊載载登])[於于在](?=\S\S)")
"""What somebody did with a text, in front of the outlet: 原文刊於某某網."""
WRITES_FOR = re.compile(r"^[为為]\s?(?P<outlet>\S{2,16}?)\s?(?:撰稿|撰文|撰寫|撰写|供稿)$")
"""For whom a writer writes, behind his name."""


def take(facts: dict[str, object], token: str) -> bool:
    """Put what a word states among the facts; False if it states none."""
    token = token.strip("()（）【】[]")
    if not token or _COUNTER.match(token) or LABEL_WORD.fullmatch(token):
        return True
    if "date" in facts and _OFTEN.match(token):
        return True
    wire = wire_lines.reporters(token)
    if wire:
        facts["authors"] = wire.authors
        if wire.source:
            facts.setdefault("source", wire.source)
        return True
    paged = any(char.isdigit() for char in token) and " " in token
    named = not all(word in words("navigation") and word not in words("series") for word in token.split())
    named = named and not (len(token) > SAID and _PARTICLE.search(token))
    if len(token) <= 12 and "date" not in facts and not paged and named and _SERIES.match(token):
        facts.setdefault("series", token.strip("【】〔〕《》〈〉「」"))
        return True
    report = _is_report(token, "date" in facts)
    if _EDITION.match(token) or report:
        facts.setdefault("desk", True)
        if report:
            facts["report"] = True
        return True
    if len(token) <= 24 and OUTLET.match(token) and not _PAGED.search(token) and named:
        facts.setdefault("source", _PRINTED.sub("", token).strip("《》〈〉 \u3000"))
        return True
    if "date" in facts and (ENACTED.match(token) or _WRITTEN_AT.match(token)):
        return True
    written = WRITES_FOR.match(token) if token[0] in "为為" else None
    if written:
        facts.setdefault("source", written["outlet"])
        return True
    if token in words("series") or token in words("kickers"):
        facts.setdefault("series", token)
        return True
    if "date" in facts and token in words("page_words"):
        return True
    if "date" in facts and token in words("navigation"):
        facts.setdefault("series", token)
        return True
    if "date" in facts and is_place(token) and facts.get("authors"):
        return True
    if "date" in facts and persons.is_name(token) and not (_CALLED.match(token) and "issue" in facts):
        facts["authors"] = (*facts.get("authors", ()), token)  # type: ignore[misc]
        return True
    return False


def _is_report(token: str, dated: bool) -> bool:
    """Whether a word says from where somebody reported; 電 and 訊, which other words end in too, behind a place, or
    beside a day."""
    if not PLACE_VERB.match(token):
        return False
    if dated:
        return True
    place = _WIRED.sub("", token)
    return token[-1] not in "電訊" or place != token or all(map(is_place, token[:-1].split("、")))
