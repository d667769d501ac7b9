"""The head of a tag page: the tag's name and the tags beside it, above headlines with their stories.

Before: ``峰會`` and ``中國 川普 日本 美國`` above headline, story in one line, headline, story …
After: nothing; the words become tags of the stories.
Never: the head of a single article; a line of authors; anything below the first headline; as many lines above the
first story as stand above most others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianbao import regex as re
from jianbao.cleaning import texts
from jianbao.cleaning.rule import Finding, Options, whole
from jianbao.document import Line

STORY = 200
"""Characters of a line that is a whole story, if a headline stands before it and no other text."""
LONGEST_WORD = 10

_SPLIT = re.compile(r"[\s\u3000|｜/／、,，#＃]+")
_PROSE = re.compile(r"[。！？!?：:；;]")


def find(lines: Sequence[Line], options: Options) -> Iterator[Finding]:
    """The lines above the first headline of a tag page."""
    places = texts.filled(lines)
    stories = [at for at, index in enumerate(places) if len(lines[index].text) >= STORY]
    if len(stories) < 3 or stories[0] < 2 or len(stories) < 0.35 * (len(places) - stories[0] + 1):
        return
    headed = sum(1 for at in stories if _is_headline(lines[places[at - 1]].text.plain.strip()))
    if headed < 0.8 * len(stories):
        return
    own = Counter(after - before - 1 for before, after in pairwise(stories)).most_common(1)[0][0]
    head = places[: max(stories[0] - max(own, 1), 0)]
    for index in head:
        words = [word for word in _SPLIT.split(lines[index].text.plain.strip()) if word]
        if _PROSE.search(lines[index].text.plain) or max(map(len, words)) > LONGEST_WORD:
            return
    for index in head:
        yield whole(index, lines[index], f"above the first of {len(stories)} stories in one line each")


def _is_headline(text: str) -> bool:
    return 8 <= len(text) <= 80 and not text.endswith(("。", "：", ":", "；"))
