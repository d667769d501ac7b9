"""Links to other stories, under a label or behind one.

Before: ``延伸閱讀`` and three headlines under it; ``相關新聞：高市勝選``
After: nothing.
Never: anything above the text; references of a study (they have years, publishers, titles in brackets); running
text after the headlines; the last short line before running text, which may be a heading, where no blank line tells
the block's end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import needles
from jianbao import regex as re
from jianbao.cleaning import story_below, texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import either

MOST = 12
"""Headlines that a block holds at most."""

BELOW, LONGEST = 6, 1000
"""Lines below a headline in which a heading's words come, and characters of each."""
HEADLINE, STRANGE = 12, 0.1
"""Characters of a headline, and the share of its pairs of letters that come in a text which is not its own."""

_LOUD = re.compile(r"[：:？?！!「『“]|[\s\u3000]{1,2}(?=[\u3400-\u9fff])")
"""A mark that headlines have more often than headings."""
_LABEL = re.compile(
    rf"^[^\w\s]{{0,3}}\s*{either('related_labels')}(?:請見|请见|請看|如下|一覽)?"
    r"\s*(?:[（(]\d+\s*[則篇張项項]?[)）])?(?:[\s/／|｜]+[A-Z][A-Za-z ]{3,30})?"
    r"\s*(?:[：:︰﹕｜|》】>＞]+\s*(?P<link>.*)|[■●▼◆★※·\-—=~～]{1,3})?$",
    re.I,
)
_MORE_OF = re.compile(
    r"^[^\w\s]{0,3}\s*(?:(?:看|查看|閱讀|瀏覽)更多[^，。！？：:]{0,24}|更多\s?[^，。！？：:]{0,10})"
    r"(?:報導|報道|新聞|新闻|文章|內容|专题|專題|專訪|故事|影片|焦點|消息)\s*[：:]?$"
    r"|^[^\s，。：:]{2,16}(?:的|其他)(?:其他|更多)?(?:內容|内容|文章|作品|貼文)$"
)
_INLINE = re.compile(
    r"^[（(【\[▶►▲△▍👉>＞●◆★※]*\s*(?:延伸閱讀|相關新聞|相關報導|相關文章|推薦閱讀|更多新聞|看更多|同場加映"
    r"|相关新闻|相关文章|相关阅读|延伸阅读|推荐阅读|往期推荐|關聯閱讀|Read more"
    r"|Related)\s*[：:︰﹕｜|》】>＞]+\s*(?P<link>.+)$",
    re.I,
)
_ARROWS = re.compile(r"^[►▶▸→>＞]{2,}\s*[^\s►▶>＞].{3,50}$")
_BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]"}
_SIGN = needles.of(_INLINE, _LABEL, _MORE_OF, _ARROWS)
_REFERENCE = re.compile(
    r"[（(]\s*(?:19|20)\d\d\s*[）)]|出版社|書局|頁\s*\d+|\bpp?\.\s*\d|ISBN|doi|《[^》]+》[，,]\s*第"
    r"|》[，,][^，,。]{2,14}[，,]\s*(?:19|20)\d\d|Press\b|Journal\b",
    re.I,
)
_TAGS = re.compile(rf"(?:{either('tag_labels')})\s*[：:]\s*\S")
"""The tags of a story."""
_DATE = re.compile(r"(?:19|20)\d\d\s*[年./-]\s*\d{1,2}|民國\s*\d")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Labels with the headlines under them."""
    places = texts.filled(lines)
    prose = [at for at, index in enumerate(places) if texts.is_prose(lines[index].text.plain)]
    first, last = (prose[0], prose[-1]) if prose else (0, 0)
    labels = len(places)
    while labels and _LABEL.match(lines[places[labels - 1]].text.plain.strip()):
        labels -= 1  # labels alone at the end head nothing, be they several
    at = 0
    while at < len(places):
        text = lines[places[at]].text.plain.strip()
        if not _SIGN.search(text):
            at += 1
            continue
        match = _INLINE.match(text) or _LABEL.match(text) or _MORE_OF.match(text)
        if not match and _ARROWS.match(text) and not texts.ends_sentence(text):
            yield whole(places[at], lines[places[at]], "a link to another story, behind arrows")
        below = lines[places[at + 1]].text.plain if at + 1 < len(places) else ""
        if not match or len(text) > 100 or _is_dated(match) or _is_cut(text, below):
            at += 1
            continue
        if match.groupdict().get("link"):
            end = at + 1
            if not texts.ends_sentence(text) or len(text) < 60:
                yield whole(places[at], lines[places[at]], "a link to another story")
        else:
            end = _block_end(lines, places, at, at >= last) if at > first else at + 1
            story = max(story_below.head(lines, places, at), at + 1)
            end = min(end, story)
            if story == at + 1 < len(places):
                yield whole(places[at], lines[places[at]], "a button above the next story")
                at = story
                continue
            end += at + 1 < end and _is_day_of_last(lines, places, end)
            members = [lines[index].text.plain for index in places[at + 1 : end]]
            if any(_REFERENCE.search(member) for member in members):
                note = "may be links to other stories, but looks like references; kept"
                yield Finding(places[at], 0, len(lines[places[at]].text), note, doubt=True)
            elif "link" not in match.groupdict() and end <= last and not _bounded(places, at, end):
                end = at + 1
            elif members or at >= min(labels, len(places) - 1):
                for index in places[at:end]:
                    yield whole(index, lines[index], f"under the label {texts.label(text)}")
        at = end


def _block_end(lines: Sequence[Line], places: Sequence[int], at: int, tail: bool) -> int:
    """Where the headlines under a label end, as a position in ``places``. In the page's ``tail`` they may be dated.

    Lines without a gap between them, all of them headlines or dates, are a block; a single date may be that of the
    next article's head.
    """
    block = at + 1
    while block < len(places) and places[block] == places[block - 1] + 1 and block - at <= MOST:
        if _TAGS.match(lines[places[block]].text.plain.strip()):
            break  # the story's own, below the headlines of others
        block += 1
    members = [lines[index].text.plain.strip() for index in places[at + 1 : block]]
    dates = sum(1 for member in members if not _headline(member) and _DATE.match(member))
    listed = members and _headline(members[0]) and all(_headline(member) or _DATE.match(member) for member in members)
    if listed and block - at <= MOST and (dates != 1 or tail):
        return block
    end = at + 1
    tight = end < len(places) and places[end] == places[at] + 1
    while (
        end < len(places)
        and end - at <= MOST
        and (
            _headline(text := lines[places[end]].text.plain.strip())
            or (tail and _DATE.match(text) and (end > at + 1 or _over_headline(lines, places, end)))
        )
    ):
        if tight and places[end] > places[end - 1] + 1:
            return end
        end += 1
    if at + 1 < end < len(places) and _LABEL.match(lines[places[end]].text.plain.strip()):
        return end
    if end < len(places) and end > at + 1 and not _marked(lines, places[at + 1 : end]):
        below = "".join(lines[index].text.plain[:LONGEST] for index in places[end : end + BELOW])
        last = lines[places[end - 1]].text.plain.strip()
        if len(last) >= HEADLINE and _LOUD.search(last) and texts.share(last, below) <= STRANGE:
            return end
        dated = bool(_DATE.search(lines[places[end]].text.plain[:40]))
        end -= 2 if dated and end - at > 2 else 1
    return end


def _over_headline(lines: Sequence[Line], places: Sequence[int], at: int) -> bool:
    """Whether the day of another story stands right above its headline."""
    return at + 1 < len(places) and _headline(lines[places[at + 1]].text.plain.strip())


def _is_dated(match: re.Match[str]) -> bool:
    """Whether a label has a date behind it instead of a headline: 最新更新：2026/3/1 16:27."""
    link = match.groupdict().get("link")
    return bool(link and (date := _DATE.match(link)) and not re.search(r"[\u3400-\u9fff]{4}", link[date.end() :]))


def _is_cut(text: str, below: str) -> bool:
    """Whether a line is the beginning of a remark in brackets that the next line closes: （相關新聞 over 見B4版）."""
    closing = _BRACKETS.get(text[0], "")
    return bool(closing) and closing not in text and closing in below


def _bounded(places: Sequence[int], at: int, end: int) -> bool:
    """Whether two or more lines stand right below a label, and a blank line below them."""
    return end - at >= 3 and places[end - 1] - places[at] == end - 1 - at and places[end] > places[end - 1] + 1


def _is_day_of_last(lines: Sequence[Line], places: Sequence[int], end: int) -> bool:
    """Whether a line is the day of the headline right above it, and a blank line below parts the two from the text."""
    if not 0 < end < len(places) - 1 or places[end] != places[end - 1] + 1 or places[end + 1] == places[end] + 1:
        return False
    text = lines[places[end]].text.plain.strip()
    return bool(_DATE.match(text)) and not _headline(text)


def _headline(text: str) -> bool:
    dated = _DATE.match(text)
    alone = dated is not None and len(text) < dated.end() + 8
    return len(text) <= 60 and not text.endswith(("。", "：", ":", "；")) and not alone and not _TAGS.match(text)


def _marked(lines: Sequence[Line], block: Sequence[int]) -> bool:
    """Whether all lines of a block begin with the same bullet or with numbers: then its end is sure."""
    starts = [lines[index].text.plain.strip() for index in block]
    return all(re.match(r"[•●▶►‧·・※◆★\-–>＞]|\d{1,2}[.、)]", start) for start in starts)
