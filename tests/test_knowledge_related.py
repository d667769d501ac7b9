"""Related briefings of plain features: what is compared, and what an edit may change."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.document import BlockKind
from jianbao.findings import Terms
from jianbao.knowledge.related import LEAST_LIKENESS, Features, relate
from jianbao.knowledge.terms import arrays, terms
from tests.knowledge_cases import edition, gazetteer

NAMES = gazetteer()


def features(slug: str, text: str, *topics: str, **names: int) -> Features:
    return Features(slug, terms(edition(text)), names, topics)


@given(st.lists(st.text("國国臺台灣,，a 𠮷"), max_size=4))
def test_terms_are_all_pairs_of_chinese_neighbours_folded(texts: list[str]) -> None:
    found = terms(edition(*texts))
    plain = str.maketrans("國臺灣", "国台湾")
    pairs = Counter(
        ord(first) << 16 | ord(second)
        for text in texts
        for first, second in pairwise(text.translate(plain))
        if "\u3400" <= first <= "\u9fff" and "\u3400" <= second <= "\u9fff"
    )
    keys, counts = (array.tolist() for array in arrays(found))
    assert list(zip(keys, counts, strict=True)) == sorted(pairs.items())


def test_notes_and_bylines_are_not_compared() -> None:
    made = edition("國家", (BlockKind.FOOTNOTE, "臺灣"), (BlockKind.BYLINE, "記者"))
    assert terms(made) == terms(edition("國家"))


def test_nothing_is_related_to_nothing() -> None:
    assert relate((), NAMES, ()) == {}
    empty = [Features(slug, Terms(b"", b""), {}, ()) for slug in "ab"]
    assert [near.related for near in relate(empty, NAMES, ()).values()] == [(), ()]


def test_the_same_features_score_all_there_is_in_hundredths() -> None:
    same = [features(slug, "熊貓福寶出生", "pandas", panda=2) for slug in ("a", "b")]
    others = [features(f"c{n}", chr(0x5000 + n) * 9, f"t{n}", **{f"n{n}": 1}) for n in range(9)]
    found = relate([*same, *others], NAMES, ())
    assert [(item.slug, item.score) for item in found["a"].related] == [("b", 1.0)]
    assert [(reason.id, reason.weight, reason.count) for reason in found["a"].related[0].why] == [
        ("panda", 0.4, 2),
        ("pandas", 0.2, 1),
    ]
    assert not any(found[article.slug].related for article in others)


def library(count: int) -> list[Features]:
    dice = random.Random(7)
    words = ["".join(chr(0x4E00 + dice.randrange(900)) for _ in range(8)) for _ in range(800)]
    return [
        features(
            f"a{number}",
            "，".join(dice.choice(words[number % 40 * 20 : number % 40 * 20 + 60]) for _ in range(60)),
            f"t{number % 9}",
            **{f"n{dice.randrange(60)}": dice.randint(1, 5) for _ in range(6)},
        )
        for number in range(count)
    ]


def test_an_edit_leaves_the_rows_of_nearly_all_others() -> None:
    articles = library(200)
    before = relate(articles, NAMES, ())
    assert sum(bool(near.related) for near in before.values()) > 150
    for near in (row.related for row in before.values()):
        for item in near:
            assert round(item.score, 2) == item.score >= LEAST_LIKENESS / 100
    changed = 0
    for place in (3, 50, 120, 199):
        more = arrays(articles[place - 50].terms)[0][:12]
        pairs, counts = arrays(articles[place].terms)
        both = dict(zip(pairs.tolist(), counts.tolist(), strict=True)) | dict.fromkeys(more.tolist(), 1)
        made = Terms(
            b"".join(pair.to_bytes(4, "little") for pair in sorted(both)),
            b"".join(both[pair].to_bytes(2, "little") for pair in sorted(both)),
        )
        edited = [*articles[:place], replace(articles[place], terms=made), *articles[place + 1 :]]
        after = relate(edited, NAMES, ())
        changed += sum(
            after[slug].related != near.related for slug, near in before.items() if slug != articles[place].slug
        )
    assert changed <= 4 * len(articles) * 0.02


def changed(articles: list[Features], dice: random.Random) -> list[Features]:
    """Some articles gone, some new, some with other words, names or topics."""
    made = [article for article in articles if dice.random() > 0.02]
    for place in dice.sample(range(len(made)), 3):
        other = dice.choice(made)
        made[place] = dice.choice(
            [
                replace(made[place], terms=other.terms),
                replace(made[place], names=other.names),
                replace(made[place], topics=other.topics),
            ]
        )
    return [*made, *(replace(dice.choice(articles), slug=f"new{dice.random()}") for _ in range(dice.randrange(3)))]


@pytest.mark.parametrize("seed", range(12))
def test_what_is_found_with_the_rows_before_is_what_is_found_without(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(seed)
    monkeypatch.setattr("jianbao.knowledge.related._FEW", 1.0)
    articles = library(120)
    before = relate(articles, NAMES, ())
    for _ in range(3):
        articles = changed(articles, dice)
        plain = relate(articles, NAMES, ())
        assert relate(articles, NAMES, (), before) == plain
        before = plain


def test_rows_that_an_edit_leaves_alone_are_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jianbao.knowledge.related._FEW", 1.0)
    articles = library(200)
    before = relate(articles, NAMES, ())
    again = relate(articles, NAMES, (), before)
    assert all(again[slug].related is before[slug].related for slug in before)
    after = relate([*articles[:50], *articles[51:], features("new", "全新的文字", "tz", nz=1)], NAMES, (), before)
    kept = [slug for slug, row in after.items() if slug != "new" and row.related is before[slug].related]
    assert 10 < len(kept) < 199
    gone = articles[50].slug
    assert not any(item.slug == gone for slug in kept for item in before[slug].related)
