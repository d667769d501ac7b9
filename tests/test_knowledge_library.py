"""Topics, related briefings and the uses of names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jianbao.document import BlockKind
from jianbao.findings import TopicHit
from jianbao.gazetteer import Gazetteer, Name
from jianbao.knowledge import mentions, topic_hits
from jianbao.knowledge.name_uses import has_page
from jianbao.library import Topic
from tests.knowledge_cases import edition, entry, gazetteer
from tests.shelving import assembled

NAMES = gazetteer()
RARE = Topic("rare-earths", "稀土", "", words=(("稀土", 3.0), ("釔", 1.0)))
PEOPLE = Topic("people", "人物", "", entities=(("zhang-jun", 4.0),))


def hits(*blocks: str, title: str = "", topics: tuple[Topic, ...] = (RARE, PEOPLE)) -> tuple[TopicHit, ...]:
    made = edition(*blocks, title=title)
    return topic_hits.find(made, mentions.find(made, NAMES), topics, NAMES)


def test_words_add_up_to_a_topic_and_say_why() -> None:
    assert hits("稀土一次") == ()
    (hit,) = hits("稀土一次", "稀土兩次，稀土三次，釔")
    assert (hit.topic_id, [(reason.text, reason.count) for reason in hit.why]) == (
        "rare-earths",
        [("稀土", 3), ("釔", 1)],
    )
    assert hit.score == pytest.approx(sum(reason.weight for reason in hit.why), abs=0.01)


def test_a_title_weighs_more() -> None:
    (hit,) = hits("無關", title="稀土短缺")
    assert hit.score > 9


def test_names_count_under_any_wording_and_script_does_not_matter() -> None:
    (hit,) = hits("張軍、张军、張軍")
    assert [(reason.id, reason.count) for reason in hit.why] == [("zhang-jun", 3)]


def test_one_place_alone_is_not_yet_what_persons_did_there() -> None:
    names = Gazetteer(
        (Name("busan", "place", "釜山", 1), Name("seoul", "place", "首爾", 2), Name("zhang-jun", "person", "張軍", 3))
    )
    summit = Topic("summit", "峰會", "", entities=(("zhang-jun", 3.0), ("busan", 4.0), ("seoul", 4.0)))
    places = Topic("places", "城市", "", entities=(("busan", 4.0), ("seoul", 4.0)))

    def found(text: str) -> list[str]:
        made = edition(text, title="釜山的電車")
        return [hit.topic_id for hit in topic_hits.find(made, mentions.find(made, names), (summit, places), names)]

    assert found("釜山的電車，釜山的港，釜山的山。") == ["places"]
    assert found("釜山的電車，首爾的電車。") == ["summit", "places"]
    assert found("張軍在釜山。") == ["summit", "places"]


def test_notes_do_not_count() -> None:
    made = edition((BlockKind.FOOTNOTE, "稀土" * 50))
    assert topic_hits.find(made, (), (RARE,), NAMES) == ()


def test_a_long_text_needs_more() -> None:
    text = "稀土" * 9
    (short,) = hits(text)
    (long,) = hits(text + "，好" * 10000)
    assert long.score < short.score


ABOUT_PANDAS = "熊貓福寶在動物園出生，遊客排隊看熊貓，張軍也到動物園看熊貓福寶。"
ABOUT_RATES = "央行調升利率，通膨降溫，債市殖利率走低，匯市觀望。"


def test_alike_briefings_are_related_both_ways_with_a_reason() -> None:
    texts = [ABOUT_PANDAS, ABOUT_RATES, ABOUT_PANDAS + "昨天熊貓回家。"]
    entries = [entry(edition(text, ordinal=number), NAMES) for number, text in enumerate(texts, 1)]
    library = assembled(list(reversed(entries)), NAMES)
    assert list(library.listings) == ["a-1", "a-2", "a-3"]
    first, second, third = library.entries
    assert [item.slug for item in first.related] == ["a-3"]
    assert [reason.id for reason in first.related[0].why] == ["zhang-jun"]
    assert third.backlinks == ("a-1",)
    assert second.related == ()
    assert second.backlinks == ()


def test_order_of_entries_changes_nothing() -> None:
    entries = [entry(edition(ABOUT_PANDAS, seed=f"{name}.txt"), NAMES) for name in "abcd"]
    one, other = assembled(entries, NAMES), assembled(entries[::-1], NAMES)
    assert list(one.listings.items()) == list(other.listings.items())
    assert one.names == other.names


def test_uses_list_mentions_and_company() -> None:
    entries = [
        entry(edition("張軍見奈吉。", "張軍走了。", ordinal=1), NAMES),
        entry(edition("張軍見奈吉。智利", ordinal=2), NAMES),
    ]
    uses = assembled(entries, NAMES).names
    assert list(uses) == ["chile", "stephen-nagy", "zhang-jun"]
    assert uses["zhang-jun"].briefings == (("a-1", 2), ("a-2", 1))
    assert uses["zhang-jun"].beside == (("stephen-nagy", 2), ("chile", 1))
    assert uses["stephen-nagy"].has_page
    assert not uses["chile"].has_page


def test_the_editor_decides_about_a_page() -> None:
    use = assembled([entry(edition("張軍"), NAMES)], NAMES).names["zhang-jun"]
    assert not has_page(use.name, use.briefings)
    assert has_page(replace(use.name, page="yes"), use.briefings)
    assert not has_page(replace(use.name, page="no"), use.briefings * 5)


def test_a_topic_between_two_countries_needs_both() -> None:
    trade = Topic("trade", "美中經貿", "", words=(("關稅", 9.0),))
    assert hits("印度審查中國企業的投資，並提高關稅。", topics=(trade,)) == ()
    assert len(hits("華府與北京談判關稅。", topics=(trade,))) == 1
