"""Links: the first mention in a section, with a reason for each mention that is none."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jianbao.document import BlockKind, Edition
from jianbao.findings import Quotation
from jianbao.knowledge import links, mentions
from jianbao.knowledge.links import LEAST_DISTANCE
from tests.knowledge_cases import edition, gazetteer

NAMES = gazetteer()


def reasons(made: Edition, *quotations: Quotation) -> list[str]:
    """``surface: link`` or ``surface: reason`` of each mention in text order."""
    found = mentions.find(made, NAMES)
    chosen, skipped = links.choose(made, found, quotations, NAMES)
    told = {(item.block, item.start): "link" for item in chosen}
    told |= {(item.block, item.start): item.reason for item in skipped}
    return [f"{item.surface}: {told[item.block, item.start]}" for item in found]


def test_the_first_in_a_section_is_a_link() -> None:
    made = edition("張軍來了。", "後來張軍走了。", (BlockKind.HEADING, "張軍回來"), "張軍又來了。")
    assert reasons(made) == ["張軍: link", "張軍: repeat", "張軍: heading", "張軍: link"]


def test_headings_captions_notes_and_titles_have_none() -> None:
    made = edition(
        (BlockKind.CAPTION, "張軍"), (BlockKind.FOOTNOTE, "張軍"), (BlockKind.QUOTATION, "張軍"), title="張軍"
    )
    assert reasons(made) == ["張軍: title", "張軍: caption", "張軍: note", "張軍: quotation"]


def test_what_everybody_knows_is_none() -> None:
    assert reasons(edition("智利與張軍")) == ["智利: common", "張軍: link"]


def test_a_quotation_has_none_but_a_term_may() -> None:
    assert reasons(edition("「張軍」來了。")) == ["張軍: link"]
    assert reasons(edition("他說：「我昨天看到張軍跟別人走了。」")) == ["張軍: quotation"]


def test_a_quotation_over_paragraphs_has_none() -> None:
    made = edition("「我昨天看到張軍跟別人走了，")
    said = Quotation(None, None, made.blocks[0].text[1:], "none", "p1", 1, len(made.blocks[0].text))
    assert reasons(made, said) == ["張軍: quotation"]


def test_a_title_of_a_work_has_none_unless_it_is_the_name() -> None:
    assert reasons(edition("《張軍的一生》與《張軍》")) == ["張軍: work", "張軍: link"]


def test_brackets_of_a_gloss_have_none() -> None:
    assert reasons(edition("奈吉教授(Stephen Nagy)說")) == ["奈吉: link", "Stephen Nagy: gloss"]


def test_neighbours_have_none() -> None:
    assert reasons(edition("張軍、奈吉與遠處走來的阿拉斯")) == ["張軍: link", "奈吉: adjacent", "阿拉斯: link"]


def test_a_sentence_has_few() -> None:
    text = "張軍當時也在場，奈吉當時也在場，阿拉斯當時也在場，川普當時也在場，小泉純一郎當時也在場。小泉純一郎走了。"
    assert reasons(edition(text))[-2:] == ["小泉純一郎: sentence full", "小泉純一郎: link"]


@given(st.text(st.sampled_from("張軍奈吉川普阿拉斯加智利，。「」《》()Stephen Nagy好人多\n"), max_size=120))
def test_links_obey(text: str) -> None:
    made = edition(text)
    found = mentions.find(made, NAMES)
    chosen, skipped = links.choose(made, found, (), NAMES)
    assert len(chosen) + len(skipped) == len(found)
    assert set(chosen) <= set(found)
    assert len({item.name_id for item in chosen}) == len(chosen)
    gaps = [second.start - first.end for first, second in pairwise(chosen)]
    assert all(gap >= LEAST_DISTANCE for gap in gaps)
