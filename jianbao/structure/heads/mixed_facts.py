"""Facts side by side in a line, of which none needs a label: ``某某日報　2024年5月1日　A12版``."""

from __future__ import annotations

from dataclasses import replace

from jianbao import needles
from jianbao import regex as re
from jianbao.structure.heads import fact_tokens, imprint_lines, labelled_lines, persons, reporter_rows, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.heads.reporter_words import is_place
from jianbao.word_lists import either

_WRITER = re.compile(
    r"(?:^|(?<=[\s\u3000|｜／/]))(?:本[報报刊社]|特約|特约)?(?:記者|记者|特派員|特派员|撰文|文)(?:[\s\u3000]*[：:／/][\s\u3000]*|[\s\u3000]+)"
    r"(?P<names>[\u3400-\u9fff·]{2,8}(?:[、，][\u3400-\u9fff·]{2,8}){0,4})(?=$|[\s\u3000|｜／/])"
)
_WORD = re.compile(r"^[\u3400-\u9fff]{2,10}$")
_BARRED = re.compile(r"[|｜·•]")
"""What stands between a periodical's name and its number."""
_ACCOUNT = re.compile(r"(?<=\S)官方(?:帳號|账号|賬號)$")
_AROUND = re.compile(r"^[【〔（(\[](?P<inner>[^【】〔〕（）()\[\]]*)[】〕）)\]]$")
"""Brackets around all of a line."""
PLACE = 8
"""Characters of a place beside a day in brackets."""
_READ = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}")
"""How often a page was read, behind the moment when it came out."""
_FACTS = (
    re.compile("[年년/／|｜]"),
    re.compile(either("outlets")),
    re.compile(either("outlet_names")),
    re.compile(either("series")),
    re.compile(r"(?:19|20|１９|２０)[0-9０-９]{2}|^1[0-2]\d[./-]\d{1,2}[./-]\d|[A-Z]\d|\d\s*版|[電訊电讯][)）】\]]?$"),
    re.compile(r"民國|民国|第.{1,12}[期號卷輯版]|Vol|No\.|記者|報導|報道|报道"),
)
"""Signs of facts, one of which a line of facts has; apart, as each is found faster so."""
_SLASH = re.compile(r"(?<!\d)[／/]|[／/](?!\d)|[／/](?=(?:19|20)\d\d[-.年]\s?\d)")
"""A slash between two facts, none of a date."""
_PHASE = re.compile(r"[\u3400-\u9fff]{0,4}(?:工|成|始|束|行|動|动|幕|用|車|车|航|設|设)$")
"""What happened to a phase of some work, behind 第二期: no issue of a periodical."""
_SIGN_OF_FACTS = needles.of(*_FACTS)


def parse(text: str) -> MetaLine | None:
    """A line of a date, an outlet, a series, an issue, with nothing else but labels, weekdays and times of day."""
    if not _SIGN_OF_FACTS.search(text) or not any(pattern.search(text) for pattern in _FACTS):
        return None
    if reporter_rows.OF_PART.match(text) or (text[-1] in "。！？" and "，" in text):
        return None
    around = _AROUND.match(text)
    plain = _ACCOUNT.sub("", (around["inner"] if around else text).strip())
    plain = _SLASH.sub("｜", plain)
    dates = written_dates.find(plain) or written_dates.of_republic(plain)
    facts: dict[str, object] = {}
    rest = plain
    for found in reversed(dates):
        rest = rest[: found.start] + " | " + rest[found.end :]
    if dates:
        facts["date"], facts["date_text"] = dates[0].iso, written_dates.as_written(plain, dates[0])
        if len(dates[0].iso) == 4 and not rest.strip(" |"):
            return None
        rest = written_dates.without_clock(fact_tokens.LABEL_WORD.sub("", rest.strip(" |")))
    clocked = bool(dates) and len(dates[0].iso) == 10 and ":" in written_dates.narrow(plain)
    if clocked and _READ.fullmatch(rest.strip(" |　")):
        rest = ""
    label = labelled_lines.LABEL.search(rest)
    if dates and label and not rest[: label.start()].strip(" |　"):
        more = labelled_lines.parse(rest[label.start() :].strip(" |　"))
        return replace(more, date=dates[0].iso, date_text=plain[: dates[0].end].strip()) if more else None
    beside = persons.signed(rest.strip(" |　")) if dates and len(dates[0].iso) == 10 else None
    if beside:
        return MetaLine(dates[0].iso, str(facts["date_text"]), (beside.name,), beside.affiliation)
    signed = persons.signed(text) if not dates else None
    if signed and "/" in plain.replace("／", "/").replace("｜", "/").replace("|", "/"):
        return MetaLine(authors=(signed.name,), affiliation=signed.affiliation)
    issues = [*imprint_lines.ISSUE.finditer(rest)]
    issue = issues[0] if issues else None
    if issue and _PHASE.match(rest[issue.end() :]):
        return None
    if issue:
        facts["issue"] = issue[0]
        rest = imprint_lines.ISSUE.sub(" ", rest)
    writer = _WRITER.search(rest)
    if writer and persons.names_in(writer["names"]):
        facts["authors"] = tuple(persons.names_in(writer["names"]))
        rest = rest[: writer.start()] + " | " + rest[writer.end() :]
    leftover = rest.strip(" |　,，/／-—")
    if dates and text[:1] in "（(" and is_place(leftover):
        leftover = ""  # where a speech was made
    if leftover and fact_tokens.take(facts, leftover):
        leftover = ""
    place = text[:1] in "（(" and text[-1:] in "）)" and dates and len(dates[0].iso) == 10
    if place and len(leftover) <= PLACE and leftover.isalpha():
        leftover = ""
    strange = (token for token in fact_tokens.SEPARATOR.split(leftover) if token and not fact_tokens.take(facts, token))
    odd = next(strange, None)
    if odd:
        barred = _BARRED.search(plain) or len(issues) > 1
        if not (issue and barred and _WORD.match(odd) and next(strange, None) is None):
            return None
        if plain.startswith(odd) and not odd.startswith("第"):
            facts.setdefault("source", odd)
    return MetaLine(**facts) if facts else None  # type: ignore[arg-type]
