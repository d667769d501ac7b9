"""Where the row of briefings is cut, and that an edit moves no other cut."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from jianbao.site.search_chunks import MOST_CHARACTERS, Listed, gram_groups, text_chunks

LISTED = st.builds(
    Listed,
    st.from_regex(r"[a-z0-9]{1,4}", fullmatch=True),
    st.sampled_from(["", "2024", "2025-01-02", "2026-03-04"]),
    st.integers(0, 2 * MOST_CHARACTERS),
)


def row(count: int) -> list[Listed]:
    return [Listed(f"article-{n}", f"{2000 + n % 20}", 400 + n % 7 * 300) for n in range(count)]


@given(st.lists(LISTED, unique_by=lambda article: article.slug))
def test_every_briefing_is_in_one_chunk_in_order_of_dates(articles: list[Listed]) -> None:
    by_slug = {article.slug: article for article in articles}
    chunks = text_chunks(articles)
    assert all(chunks)
    ordered = list(chain.from_iterable(chunks))
    assert ordered == sorted(by_slug, key=lambda slug: (by_slug[slug].date, slug))
    for chunk in chunks:
        assert len(chunk) == 1 or sum(by_slug[slug].characters for slug in chunk) <= MOST_CHARACTERS
    assert text_chunks(articles[::-1]) == chunks


def test_chunks_are_neither_many_nor_large() -> None:
    articles = row(3000)
    total = sum(article.characters for article in articles)
    assert total / MOST_CHARACTERS <= len(text_chunks(articles)) <= 3 * total / MOST_CHARACTERS
    assert len(gram_groups(articles)) in range(3, 13)


def test_an_edit_moves_no_cut_but_of_its_own_stretch() -> None:
    articles = row(3000)
    before = text_chunks(articles)
    for place in range(0, 3000, 100):
        longer = replace(articles[place], characters=articles[place].characters + 500)
        after = text_chunks([*articles[:place], longer, *articles[place + 1 :]])
        assert len(set(after) ^ set(before)) <= 3
        without = text_chunks([*articles[:place], *articles[place + 1 :]])
        assert len(set(without) ^ set(before)) <= 5
