"""Pages at former addresses: they lead on to the present one, with and without a browser that obeys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from jianbao.document import EDITION_FOLDERS
from jianbao.site.page import Page

_WORDS = {
    "zh-Hant-TW": ("已移至新址", "這篇簡報已移至新址"),
    "zh-Hans-CN": ("已移至新址", "这篇简报已移至新址"),
    "zh-Hant-HK": ("已移至新址", "這篇簡報已移至新址"),
}


def redirect_pages(moved: Mapping[str, str], locales: Sequence[str]) -> Iterator[Page]:
    """A page for each former slug in each edition; ``moved`` maps former slugs to present ones."""
    for locale in locales:
        title, sentence = _WORDS[locale]
        for former, present in sorted(moved.items()):
            meta = {"title": title, "locale": locale, "redirect": f"{present}.html"}
            front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
            text = f"---\n{front}---\n\n# {title}\n\n[{sentence}]({present}.md)\n"
            yield Page(f"{EDITION_FOLDERS[locale]}briefings/{former}.md", text.encode())
