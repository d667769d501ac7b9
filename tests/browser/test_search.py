"""Search in the browser against the plainest of oracles: is the query in the text?"""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from jianbao.site.fold import fold

QUERIES = 1000
RUN = """async queries => {
    const answers = []
    for (const query of queries) {
        const start = performance.now()
        const { hits, rest } = await jianbao.search(query, 1e9)
        const exact = hits.filter(hit => hit.exact)
        const places = exact.flatMap(hit => hit.places.filter(place => place.exact).map(place =>
            [hit.page.slug, place.block.id, place.block.text.slice(place.start, place.end)]))
        answers.push({ slugs: exact.map(hit => hit.page.slug), places, rest, time: performance.now() - start })
    }
    return answers
}"""


def texts(site: Path, folder: str = "") -> dict[str, dict[str, str]]:
    """Every briefing's paragraphs, from the records: made without the index."""
    found = {}
    for path in sorted((site / folder / "data" / "briefings").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        found[record["slug"]] = {item["id"]: item["text"] for item in record["paragraphs"]}
    return found


def sample(site: Path, count: int) -> list[str]:
    """Stretches of 1–6 characters out of both scripts, a tenth of them stirred so that most are nowhere."""
    dice = random.Random(20261122)
    sources = [
        text
        for folder in ("", "zh-hans")
        for paragraphs in texts(site, folder).values()
        for text in paragraphs.values()
    ]
    queries: list[str] = []
    while len(queries) < count:
        text = dice.choice(sources)
        length = dice.randint(1, 6)
        start = dice.randrange(max(len(text) - length, 0) + 1)
        query = text[start : start + length]
        if len(query) < length or any(char.isspace() for char in query):
            continue
        if len(queries) % 10 == 0:
            query = "".join(dice.sample(query, len(query)))
        queries.append(query)
    return queries


def open_search(page: Any, address: str) -> None:
    page.goto(address)
    page.locator("#search-query").wait_for()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_it_finds_all_there_is_and_nothing_else(page: Any, served: str, site: Path, scheme: str) -> None:
    queries = sample(site, QUERIES)
    open_search(page, served + "search.html" if scheme == "http" else (site / "search.html").as_uri())
    page.evaluate(RUN, queries[:20])
    answers = page.evaluate(RUN, queries)
    folded = {slug: {id: fold(text) for id, text in paragraphs.items()} for slug, paragraphs in texts(site).items()}
    for query, answer in zip(queries, answers, strict=True):
        term = fold(query)
        wanted = {slug for slug, paragraphs in folded.items() if any(term in text for text in paragraphs.values())}
        assert set(answer["slugs"]) >= wanted, f"{query}: missed"
        for slug, id, text in answer["places"]:
            assert fold(text) == term, f"{query}: {text} at {slug}#{id}"
        bylines = set(answer["slugs"]) - wanted
        for slug in bylines:
            assert all(id.startswith("b") for s, id, _ in answer["places"] if s == slug), f"{query}: {slug} lacks it"
        assert answer["rest"] == 0
    times = sorted(answer["time"] for answer in answers)
    assert times[int(len(times) * 0.95)] < 50


def test_the_index_is_small(site: Path) -> None:
    for locale, folder in (("zh-hant-tw", ""), ("zh-hans-cn", "zh-hans"), ("zh-hant-hk", "zh-hk")):
        text = "\n".join(text for paragraphs in texts(site, folder).values() for text in paragraphs.values())
        files = [*(site / "assets/search" / locale).glob("*.js"), site / "assets/search/fold.js"]
        size = sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)
        assert size <= 1.5 * len(gzip.compress(text.encode(), 9)), locale


def test_a_query_loads_only_what_it_needs(page: Any, served: str, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_search(page, served + "search.html")
    assert not [url for url in asked if "/grams-" in url or "/texts-" in url], "nothing before the first question"
    all_texts = len(list((site / "assets/search/zh-hant-tw").glob("texts-*.js")))
    name = page.evaluate("jianbao.load('assets/search/zh-hant-tw/index').then(index => index.texts[0][1])")
    last = page.evaluate("name => jianbao.load('assets/search/zh-hant-tw/texts-' + name)", name)[0]
    sentence = fold(last[-1][-1][-1])[-12:]
    page.evaluate(RUN, [sentence])
    assert len([url for url in asked if "/texts-" in url]) < all_texts, sentence


def test_another_form_of_a_name_finds_it(page: Any, served: str) -> None:
    open_search(page, served + "search.html?q=特朗普")
    page.locator(".search-result").first.wait_for()
    assert "川普" in page.locator(".search-status").inner_text()
    assert page.locator("mark", has_text="川普").count() > 0
    assert page.locator(".search-entry a").count() == 1


@pytest.mark.parametrize("query", ["台灣", "臺灣", "台湾"])
def test_scripts_and_variants_are_one(page: Any, served: str, query: str) -> None:
    open_search(page, served + "search.html")
    found = page.evaluate(RUN, [query, "臺灣"])
    assert found[0]["slugs"] and found[0]["slugs"] == found[1]["slugs"]


def test_a_result_leads_to_its_paragraph(page: Any, served: str) -> None:
    open_search(page, served + "search.html?q=高市早苗")
    place = page.locator(".search-place").first
    place.wait_for()
    sentence = page.locator(".search-result li span").first.inner_text()
    place.click()
    page.wait_for_url("**/briefings/*.html#*")
    target = page.evaluate(
        "document.getElementById(location.hash.slice(1)).closest('p, li, tr, h2, h3, h4').textContent"
    )
    words = sentence.strip("… \n")[:12]
    assert fold(words.replace(" ", "")) in fold(target.replace(" ", "")), "the paragraph has the sentence"


def test_an_empty_answer_says_what_was_tried(page: Any, served: str) -> None:
    open_search(page, served + "search.html?q=高市早苗 龘龘龘")
    answer = page.locator(".search-answer")
    answer.locator("li").nth(1).wait_for()
    text = answer.inner_text()
    assert "「龘龘龘」：全站沒有" in text and "「高市早苗」：" in text


def test_text_is_never_markup(page: Any, served: str) -> None:
    open_search(page, served + "search.html?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    page.locator(".search-answer p").first.wait_for()
    assert page.locator("#briefing-search img").count() == 0
    assert "<img" in page.locator(".search-answer").inner_text()


def test_facets_and_the_address_agree(page: Any, served: str) -> None:
    open_search(page, served + "search.html?q=日本")
    page.locator(".search-result").first.wait_for()
    before = page.locator(".search-result").count()
    facet = page.locator("#search-topic")
    value = facet.locator("option").nth(1)
    number = int(value.inner_text().rsplit("(", 1)[1].rstrip(")"))
    facet.select_option(index=1)
    page.wait_for_function("n => document.querySelectorAll('.search-result').length === n", arg=number)
    assert number < before
    page.goto(page.url)
    page.locator(".search-result").first.wait_for()
    assert page.locator(".search-result").count() == number, "a shared address shows the same"


def test_it_works_by_keyboard_alone(page: Any, served: str) -> None:
    page.goto(served + "search.html")
    page.locator("#search-query").wait_for()
    page.keyboard.type("川普")
    page.locator(".search-result").first.wait_for()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.href")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search-query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(first)
