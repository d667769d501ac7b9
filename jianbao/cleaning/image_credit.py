"""Credits of photos: who took or sold a picture that the text does not have.

Before: ``（圖片來源：Depositphotos）``; ``…搶看水鳥。記者甲乙丙／攝影``; above the text ``…標語。（共同社）``;
``…回到舞台(圖/某某藝術提供)。``; ``遊客在日本圖像來源，AFP via Getty Images``, and
the same above ``圖像加註文字，…``
After: nothing; ``…回到舞台。``; ``遊客在日本``; nothing
Never: a bracket that says what a picture shows; a sentence about photographers; 資料來源 of a table; a writer's byline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianbao import needles
from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line
from jianbao.word_lists import either

LONGEST_LINE = 160
"""Characters of a line that is a credit with the description of its photo in front."""
LONGEST_CAPTION = 80
"""Characters of a photo's description; a longer line is text."""

_WORD = r"(?:圖片|图片|圖像|图像|照片|相片|圖|图|影像|封面圖|首圖|Photo|Image|Picture|photo)"
_KEPT = r"(?:資料|资料|檔案|档案)(?:照片?|圖片?|图片?|影像|畫面|画面)"
"""Where a picture was kept, in place of who took it."""
_SOURCE = (
    rf"{_WORD}\s*(?:來源|来源|提供|版權|授權|出處|credit|source|by|courtesy of)\s*[，,：:／/｜|]?\s*\S"
    r"|(?:圖|图|照片|圖文|图片|圖片|攝|攝影|摄影|Photo|Credit|Photograph|[製制繪绘][圖图表]|插[圖图畫画]|圖表|图表|影像|漫畫|漫画)"
    r"\s*[：:／/｜|]\s*\S"
    r"|(?:翻攝自?|擷取自|截自|取自|摘自|翻拍自?)[^，。]{2,40}"
    r"(?:臉書|粉專|網站|畫面|影片|直播|推特|官網|IG|YouTube|Facebook|Google|X|新聞|電視|資料|百科)"
    rf"|(?:{_KEPT}|示意圖|示意图|情境圖|情境图|本報資料照|本報系資料照)(?:[，、／/；;].{{0,30}})?$"
    r"|(?:[\u3400-\u9fff]{1,5}[社報报網网])?(?:記者|记者|特派員|特派员)[\s\u3000]*[\u3400-\u9fff·]{2,8}?[\s\u3000／/]*(?:[攝摄]影?|提供)$"
    r"|[\u3400-\u9fff]{2,3}[攝摄]影?$|[\u3400-\u9fff·]{2,4}[／/](?:[攝摄]影?|提供)$"
    r"|(?!由|免費|僅|可|未|不|並|所|均|已|將)[\u3400-\u9fffA-Za-z ·]{2,20}(?:資料照|資料照片|檔案照片|檔案照|提供)$"
    rf"|{either('agencies')}(?:[／/].{{1,20}}|{_KEPT})$"
)
_BRACKET = re.compile(r"[（(〔【\[]([^（()）〔〕【】\[\]]{2,60})[)）〕】\]]")
_INSIDE = re.compile(rf"^(?:{_SOURCE})", re.I)
_BARE = re.compile(
    rf"^(?:▲|▼)?\s*{_WORD}\s*(?:來源|来源|credit|source|提供|版權)\s*[，,：:／/｜|]\s*\S.{{0,60}}$"
    r"|^(?:Photo|Image|Picture)(?:graph)?\s*(?:credit|source|by|courtesy)\s*[:：,]?\s*.{1,60}$"
    rf"|^©\s?{either('agencies')}(?:\s?[/／｜|-]\s?\S.{{0,30}})?$"
    r"|^(?:影片|視頻|视频)\s*[／/]\s*.{1,24}(?:提供|授權|翻攝|[攝摄])$"
    r"|^(?:圖|图)源\s*[：:／/｜|]\s*[^，。]{1,40}$"
    r"|^(?:[▲▼△]\s*)?(?:圖|图|照片|攝影|摄影)\s*[／/]\s*.{1,30}$"
    r"|^(?:[\u3400-\u9fff]{2,10}?)?(?:[記记]者|特派[員员]|通[訊讯][員员])[\s\u3000／/]*[\u3400-\u9fff·]{2,8}?[\s\u3000／/]*(?:[攝摄]影?|[圖图])$"
    rf"|^[\u3400-\u9fff·]{{2,4}}[\s\u3000]+[攝摄]影?$|^{either('surnames')}[\u3400-\u9fff]{{1,2}}[攝摄]$"
    r"|^[\u3400-\u9fff·（）()]{2,16}[\s\u3000]+(?:供[圖图]|提供(?:照片|[圖图]片)?)$"
    r"|^Photos?\s*[：:]\s*[^，。：:]{2,24}$|^(?:[資资]料|[檔档]案|示意|[網网][絡络上])(?:[圖图]片?|照片?|相片)$"
    rf"|^(?:以[上下]|本文|文中)?{_WORD}(?:均|皆|為|为)?由[^，。：:]{{2,24}}(?:提供|攝影?|拍攝)。?$",
    re.I,
)
_DAY = r"(?:\d{2,4}年\d{1,2}月\d{1,2}日)?"
_TRAILING = re.compile(
    rf"(?<=[。！？!?」』）)])\s*(?:(?:[（(][^（()）]{{2,20}}(?:提供|授權)[)）]\s*)?(?:[\u3400-\u9fff]{{2,5}}[社報报网網])?(?:記者|记者|特派員)\s*"
    rf"[\u3400-\u9fff·]{{2,8}}\s*(?:攝影?|摄影?|傳真|翻攝|供圖|供图)[\s\u3000]*{_DAY}|[\u3400-\u9fff·]{{2,4}}\s?(?:攝|摄|供圖|供图)"
    rf"|(?:(?:圖|图)源|攝影?|摄影?|{_WORD})\s*[：:／/｜|]\s*[^，。：:]{{2,30}}"
    r"|(?:圖／)?(?:本報)?(?:記者|特派員)[\u3400-\u9fff·]{2,4}\s?[／/]?\s?(?:攝影|攝|提供|翻攝)"
    r"|[\u3400-\u9fff·]{2,4}\s?[／/]\s?(?:攝影|攝)|(?:資料|網上|網絡|网络|互聯網|視頻|影片)(?:圖片|照片|图片|截圖|截图)"
    rf"|(?:[-–—]\s*)?{either('agencies')}\s?[-–—/]\s?[A-Z][\w.'’ -]{{2,40}}"
    r"|[\u3400-\u9fff]{2,12}[\s\u3000]+(?:提供|供[圖图])"
    r"|(?:[\u3400-\u9fff]{2,10}[/／、]){0,3}[\u3400-\u9fff]{2,12}供[圖图](?:\s*[（(][^（()）]{2,14}[)）])?"
    rf"|{either('agencies')}(?:\s?{_KEPT})?|{_KEPT}|Photo [Cc]redit\s*[：:].{{2,40}}"
    r"|(?:©|\([Cc]\))\s*[^，。：:；]{2,40}"
    rf"|(?:本文|文中|以[上下])?{_WORD}(?:均|皆|都)?(?:由|為|为|來自|来自)[^，。：:]{{2,12}}(?:提供|供[圖图]|[攝摄]影?)"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?:/| for | via )[A-Z].{2,40})$"
)
_DRAWN = re.compile(r"(?<=\S)[\s\u3000]+(?:圖|图)(?:片?(?:來自|来自)|[自據据]|源自)\s?[^\s，。：:]{2,20}$")
"""Where a picture is from, behind a blank."""
_GIVEN = re.compile(r"(?<=[。！？])[\s\u3000]*(?!由|並|已|將)[\u3400-\u9fff]{2,14}提供$")
"""Who gave a picture, right behind what it shows, where the line ends a paragraph."""
_ITEM = re.compile(r"^(?:[^\w\s「『（(▲▼△]|\d)")
"""How an item of a digest begins: the agency behind it says where the news is from."""
_AGENCY = re.compile(rf"^(?:{either('agencies')}|資料圖片|資料图片|网络图|網上圖片)$")
_BLANK = re.compile(r"^[\[【（(]?\s*(?:圖片|图片|圖像|图像|image|img|photo)\s*\d{0,3}\s*[\]】）)]?$", re.I)
"""What a page that was copied leaves in the place of a picture: several such lines stand in a text."""
_GLUED = re.compile(
    r"[（(〔【\[]?(?P<label>圖像來源|图像来源|圖片來源|图片来源|Image source|Getty Images)"
    r"\s*[，,：:]\s*[^，。]{2,50}$|(?:via|/)\s*Getty Images$"
)
_SAID = re.compile(r"[。！？」』”]\s*[（(〔【\[][^（()）]{2,20}[)）〕】\]]$")
"""A bracket behind a sentence: below the last of a page it says whose report it is."""
LONGEST_OWN = 16
"""Characters of a line of the page's own at its foot, at most: longer ones are text."""
SHORTEST = 6
"""Characters of a description."""
_DESCRIBED = re.compile(r"(?:圖像加註文字|图像加注文字|圖片說明|图片说明|照片說明|照片说明|圖說|图说|▲|△|▼)")
"""The label of a photo's description: what stands glued to the credit above is the text for those who cannot see it."""
_SENTENCE = re.compile(r".{8,}[。！？](?=\s*$)")
"""A description that is a sentence."""
_SIGN = needles.of(_BARE, _GLUED, _TRAILING, _DRAWN, _GIVEN, _INSIDE, _AGENCY)
_SIGN_OF_BLANK = needles.of(_BLANK)


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """Whole lines that are credits, and credits in brackets inside a line."""
    own = [index for index, line in enumerate(lines) if len(line.text.plain.strip()) > LONGEST_OWN]
    last = own[-1] if len(own) > 1 else None
    begin = next((index for index, line in enumerate(lines) if len(line.text.plain) > LONGEST_CAPTION), 0)
    blank = {
        index
        for index, line in enumerate(lines)
        if _SIGN_OF_BLANK.search(line.text.plain) and _BLANK.match(line.text.plain.strip())
    }
    for index in sorted(blank):
        if len(blank) > 1 or lines[index].text.plain.strip()[0] in "[【（(":
            yield whole(index, lines[index], "stands for a picture")
    below = texts.following(lines)
    for index, line in enumerate(lines):
        text = line.text.plain
        stripped = text.strip()
        if not stripped or index in blank or not _SIGN.search(text):
            continue
        if len(stripped) <= 80 and _BARE.match(stripped):
            yield whole(index, line, "credit of a photo")
        elif len(stripped) <= LONGEST_LINE and (glued := _GLUED.search(text.rstrip())):
            said = _SENTENCE.match(text, 0, glued.start())
            if said:
                yield Finding(index, said.end(), len(text), "credit of a photo at the end of its description")
            elif glued["label"] and glued.start() >= SHORTEST and not _DESCRIBED.match(below[index]):
                yield Finding(index, glued.start(), len(text), "credit of a photo at the end of its description")
            else:
                yield whole(index, line, "credit of a photo, with its description in front")
        else:
            short = len(stripped) <= LONGEST_CAPTION
            trailing = _TRAILING.search(text.rstrip()) if len(stripped) <= LONGEST_LINE else None
            trailing = trailing or (_DRAWN.search(text.rstrip()) if short else None)
            ends = index + 1 == len(lines) or not lines[index + 1].text.plain.strip()
            trailing = trailing or (_GIVEN.search(text.rstrip()) if short and ends else None)
            if trailing and _AGENCY.match(trailing[0].strip()) and (not short or _ITEM.match(stripped)):
                trailing = None
            shown = short and (index < begin or not _ITEM.match(stripped))
            for match in _brackets(text, shown and (index != last or not _SAID.search(stripped))):
                if trailing is None or match.end() <= trailing.start():
                    yield Finding(index, match.start(), match.end(), "credit of a photo in brackets")
            if trailing:
                note = "credit of a photo at the end of its description"
                yield Finding(index, trailing.start(), trailing.end(), note)


_CLIPPED = re.compile(r"[／/｜|，,]\s*第?[A-Z]{0,2}\d{1,3}\s?[版頁页]")
"""The page of a paper among what a bracket says: the stamp of a clipping, no credit."""


def _brackets(text: str, short: bool) -> Iterator[re.Match[str]]:
    """Credits in brackets; at the end of a ``short`` line, which may describe a photo, an agency alone is one too."""
    for match in _BRACKET.finditer(text):
        inside = match[1].strip()
        if _CLIPPED.search(inside):
            continue
        if _INSIDE.match(inside) or (short and match.end() == len(text.rstrip()) and _AGENCY.match(inside)):
            yield match
