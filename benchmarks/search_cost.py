"""What a search costs a reader, in Chromium with the site opened from its folder.

    python -m benchmarks.search_cost SITE

Each query is asked on a page of its own, so that all it needs is loaded anew: the time until the first answers are
ranked, and the bytes of the files of the index that were loaded. Queries are stretches of two to four characters of the
briefings.
"""

from __future__ import annotations

import json
import random
import shutil
import statistics
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

QUERIES = 20
TIMED = """async query => {
    const start = performance.now()
    const { hits } = await jianbao.search(query)
    return [performance.now() - start, hits.length]
}"""


def queries(site: Path) -> list[str]:
    """The same for the same site."""
    dice = random.Random(20261122)
    records = sorted((site / "data" / "briefings").glob("*.json"))
    found: list[str] = []
    while len(found) < QUERIES:
        paragraphs = json.loads(dice.choice(records).read_text(encoding="utf-8"))["paragraphs"]
        text = dice.choice(paragraphs)["text"]
        start = dice.randrange(len(text))
        query = text[start : start + dice.randint(2, 4)]
        if len(query) > 1 and query.isalpha():
            found.append(query)
    return found


def search_cost(site: Path) -> tuple[float, float] | None:
    """Median milliseconds and median bytes of a query; None where there is no Chromium to ask."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import Request, sync_playwright
    except ImportError:
        return None
    if not program:
        return None
    times, sizes = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for query in queries(site):
            loaded: list[int] = []

            def note(request: Request, loaded: list[int] = loaded) -> None:
                if "/assets/search/" in request.url:
                    loaded.append(Path(unquote(urlsplit(request.url).path)).stat().st_size)

            page = browser.new_page()
            page.on("request", note)
            page.goto((site / "search.html").as_uri())
            page.locator("#search-query").wait_for()
            taken, hits = page.evaluate(TIMED, query)
            page.close()
            if not hits:
                raise SystemExit(f"{query} is not found")
            times.append(taken)
            sizes.append(sum(loaded))
        browser.close()
    return statistics.median(times), statistics.median(sizes)


if __name__ == "__main__":
    print(search_cost(Path(sys.argv[1]).resolve()))
