"""Lines that say who wrote or signs: with what he is, behind a mark, in brackets, below a letter."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import about_writer, persons
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.heads.reporter_words import is_place

LONGEST_ABOUT, LONGEST, LONGEST_MARKED = 240, 140, 40
"""Characters of what is said about a writer, of any line that signs, and of a name behind a mark with what he is."""
_ABOUT = re.compile(
    r"^[（(【\[〔●◎]?\s*(?:本文)?作者(?:[簡简]介|[為为爲]|是|[係系]|[現现][為为爲任]|曾任|：|:|[\u3400-\u9fff]{2,4}(?:[為为爲]|是|[係系]|／|/|[現现曾])"
    r"|(?P<called>[\u3400-\u9fff]{2,4})[，,])"
)
_RUBRIC = re.compile(r"^[【〔《〈][^】〕》〉]{2,6}[】〕》〉]\s*(?=\S)")
"""The name of a section in front of a writer's: 【投書】某某／離島教師."""
_PLACED = re.compile(r"^(?P<name>[\u3400-\u9fff]{2,4})\s?[（(](?:寄自|寫於|写于)?(?P<place>[\u3400-\u9fff]{2,6})[)）]$")
"""Who sends a letter, and from where."""
_DASHED = re.compile(r"^[—–─]{1,3}\s*")
_MARKS = ("◎", "☉", "⊙", "✎", "✍", "🖊", "▌", "▍", "▎")
_MARKED = re.compile(rf"^[{''.join(_MARKS)}]\s*")
_WHO = re.compile(r"^[【（(〔](?P<name>[\u3400-\u9fff·]{2,8})[，,：:](?P<what>[^】）)〕]{2,100})[】）)〕]。?$")
_CLOSES = ("上", "啟", "邀", "躬", "書", "启")
_CLOSED = re.compile(
    r"^(?:(?P<what>[^\s，。：:]{2,24})[\s\u3000]+)?(?P<who>[^\s，。：:]{2,24})[\s\u3000]+(?:敬上|謹啟|敬啟"
    r"|謹上|敬邀|鞠躬|拜啟|敬書|谨启)$"
)


def about(text: str) -> MetaLine | None:
    """Who the writer is, of a line that begins with that: 作者某某為…; else None."""
    match = _ABOUT.match(text) if "作者" in text and len(text) < LONGEST_ABOUT else None
    if match is None or (match["called"] and not persons.is_name(match["called"])):
        return None  # what the writer of a book says: 作者主張，…
    inner = text.strip("●◎。 ")
    inner = inner[1:-1] if inner[:1] in "（(【[〔" and inner[-1:] in "）)】]〕" else inner.strip("（）()【】[]")
    if text[0] in "（(【[〔" and "。" in inner.rstrip("。"):
        return None  # a paragraph that says more than who he is
    inner, day, printed = about_writer.dated(inner)
    who = about_writer.read(inner[about_writer.label(inner) :], labelled=True)
    names = (who.name,) if who.name else ()
    return MetaLine(date=day, date_text=printed, authors=names, affiliation=who.what)


def signed(text: str) -> MetaLine | None:
    """Who signs, with what he is, or closes a letter: 某某（離島教師）, 某某協會 敬上; else None."""
    closing = _CLOSED.match(text) if text[-1:] in _CLOSES else None
    if closing:
        who = closing["who"].strip()
        what = closing["what"] or ""
        return MetaLine(authors=(who,), affiliation=what) if persons.is_name(who) else MetaLine(source=who)
    inner = text
    if text[0] in "【〔[《〈（(":
        inner = text[1:-1] if text[0] in "【〔[（(" and text[-1] in "】〕]）)" else _RUBRIC.sub("", text)
    found = (persons.signed(text) or persons.signed(inner) or persons.titled(inner)) if len(text) < LONGEST else None
    if (
        found is None
        and (placed := _PLACED.match(text))
        and persons.is_name(placed["name"])
        and is_place(placed["place"])
    ):
        return MetaLine(authors=(placed["name"],))
    return MetaLine(authors=(found.name,), affiliation=found.affiliation) if found else None


def marked(text: str) -> MetaLine | None:
    """Whose name stands behind a mark or a dash, or in brackets with what he is: ◎某某, 【某某：作家】; else None."""
    byline = _MARKED.sub("", text) if text[:1] in _MARKS else text
    undashed = _DASHED.sub("", byline)
    byline = undashed if undashed != byline and persons.is_name(undashed) else byline
    told = byline != text and len(byline) <= LONGEST_MARKED
    person = (persons.signed(byline) or persons.bracketed(byline) or persons.named(byline)) if told else None
    if byline != text and (person or persons.is_name(byline)):
        return MetaLine(authors=(person.name if person else byline,), affiliation=person.affiliation if person else "")
    whose = _WHO.match(text)
    if (
        whose
        and persons.is_name(whose["name"])
        and (persons.is_affiliation(whose["what"][:80]) or "著有" in whose["what"])
    ):
        return MetaLine(authors=(whose["name"],), affiliation=whose["what"])
    return None
