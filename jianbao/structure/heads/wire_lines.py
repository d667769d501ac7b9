"""Lines of wire copy: （中央社記者王小明東京3日電） before a text, 記者王小明／台北報導 above it."""

from __future__ import annotations

from jianbao import regex as re
from jianbao.structure.heads import persons, written_dates
from jianbao.structure.heads.meta_line import MetaLine
from jianbao.structure.heads.reporter_words import DID, name_before
from jianbao.word_lists import words

_WIRE = re.compile(
    r"^[【〔（(\[]?\s*(?P<outlet>[\u3400-\u9fffA-Za-z]{0,10}?)(?:首席|資深|资深|高級|高级|實習|实习|見習|见习|特約|特约)?"
    r"(?:特派[員员]|特派記者|特派记者|[駐驻][\u3400-\u9fff]{2,6}(?:記者|记者)|記者|编译|編譯|记者)\s*"
    r"(?P<names>(?:[\u3400-\u9fff]{2,6}|[\u3400-\u9fff·・．‧•]{4,12}"
    r"|[A-Z][\w .'-]{3,30})(?:[、，\s和及與与][\u3400-\u9fff]{2,4})*?)"
    rf"\s*(?:[／/](?P<place>[\u3400-\u9fff、\s\d─－—–~～·-]{{0,16}}?)?(?P<verb>{DID}|整理|攝影|摄影|採訪|采访|撰文)?"
    rf"|(?P<place2>[\u3400-\u9fff]{{2,6}}?\d{{0,2}}日?)?(?P<verb2>{DID})?)?\s*[】〕）)\]]?$"
)
_WHOLE = re.compile(r"^(?:特約|特约|駐日)?(?:記者|记者|特派[員员])[\s\u3000]+(?P<name>[\u3400-\u9fff]{4,5})$")
"""A reporter's name alone, of four characters or more, no place glued to it."""
_ROW = re.compile(r"[、，,\s]+|(?<=[\u3400-\u9fff]{2})[和及與与](?=[\u3400-\u9fff]{2})")
_REPORTS = re.compile("[員员者译譯]")
"""What each word for a reporter has."""
_WIRE_START = re.compile(
    r"^[（(〔【\[](?P<inner>[^（()）〔〕【】\[\]]{2,40}?(?:電|电|讯|訊|報導|报道|報道|报导|特稿))[）)〕】\]]"
    r"|^[（(〔【\[](?P<named>[^（()）〔〕【】\[\]]{0,24}(?:記者|记者|特派[員员])[\s\u3000：:／/]*[\u3400-\u9fff·、\s]{2,20})[）)〕】\]]"
    r"|^(?:路透|法新社|美聯社|彭博|塔斯社|韓聯社|德新社)[\u3400-\u9fff]{0,8}\s?\d{1,2}月\d{1,2}日\s*(?:電|电)?\s*[-—–－]+"
    r"|^(?:[\u3400-\u9fff]{2,5}社|[\u3400-\u9fff]{3,7}通[讯訊]社|[\u3400-\u9fff]{1,4}[網网報报])[\u3400-\u9fff]{1,8}(?:\d{1,2}月)?\d{1,2}日(?:電|电|讯|訊)"
    r"(?:\s*[（(](?:記者|记者)[^（()）]{2,30}[）)])?|^本報訊[\s／/]"
    r"|^[\u3400-\u9fff]{2,12}\s?(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日\s?[電电訊讯]?\s*[/／][^/／\s]{2,12}[/／]\s*[-—–－]*"
)

_AT_PLACE = re.compile(r"^[【〔（(\[]?\s*[\u3400-\u9fff]{2,6}(?<![報报社刊台臺網网視视聞闻])特派[員员]\s*$")
"""A correspondent's place in front of his name, no outlet."""
_WIRE_END = re.compile(
    r"[（(](?:[^（()）]{0,30}[／/])?(?:編輯|譯者|核稿|编辑|责编|編譯|审校|審校)[：:][^（()）]{2,40}[)）]\s*(?:1[01]\d{5})?$"
)
_DAY = re.compile(r"(?:[一二三四五六七八九十\d]{1,2}月)?[一二三四五六七八九十廿\d]{1,3}日")
FORMS = (_WIRE, _WIRE_START)
"""Each such line has one of these."""


def start(text: str) -> int:
    """Length of a news agency's place line at the start of a paragraph; 0 if there is none."""
    match = _WIRE_START.match(text)
    return match.end() if match else 0


def day(text: str) -> str:
    """The day in such a place line, as printed without its year: 2月3日, 3日; empty if there is none, or a year."""
    head = text[: start(text)]
    found = None if written_dates.find(head) else _DAY.search(head)
    return found[0] if found else ""


def closes(text: str) -> bool:
    """Whether a paragraph ends with the names of an agency's desk: （編輯：王小明）1140804."""
    return bool(_WIRE_END.search(text[-60:]))


def reporters(text: str) -> MetaLine | None:
    """What names reporters, and it may be their outlet: 記者王小明／台北報導; else None."""
    match = _WIRE.match(text) if _REPORTS.search(text) else None
    if not match or written_dates.find(text):
        return None
    whole = _WHOLE.match(text)
    japanese = whole and whole["name"].startswith(words("japanese_surnames")) and persons.is_name(whole["name"])
    if whole and (japanese or persons.ends_as_japanese(whole["name"])):
        return MetaLine(authors=(whole["name"],))
    names = _names(match["names"] + (match["place2"] or ""), bool(match["verb"] or match["verb2"]))
    outlet = match["outlet"] if _AT_PLACE.search(text[: match.start("names")]) is None else ""
    outlet = "" if outlet.startswith("本") else outlet  # 本報: a paper calls itself so, and this is not its page
    return MetaLine(authors=tuple(names), source=outlet) if names else None


def _names(text: str, told: bool) -> list[str]:
    """Reporters in a row, a place perhaps glued to the last; ``told``: a word behind says what they did."""
    pieces = [piece for piece in _ROW.split(text) if piece]
    last = name_before(pieces[-1]) if pieces else ""
    names = persons.names_in("、".join((*pieces[:-1], last))) if last else []
    return names or ([text] if told else [])
