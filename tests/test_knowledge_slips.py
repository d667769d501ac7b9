"""Slips of the sources are told, with their line, and nothing else is."""

from __future__ import annotations

from jianbao.document import BlockKind, Edition, EditionBlock, Meta
from jianbao.findings import Findings, Gloss, Mention, ReferenceDate
from jianbao.gazetteer import Alias, Gazetteer, Name
from jianbao.knowledge import slips


def told(
    *glosses: tuple[str, str], body: str = "", note: str = "", names: tuple[Name, ...] = ()
) -> list[tuple[str, int]]:
    """Code and line of what is told of an article with one gloss a line, then the body, then a note."""
    texts = [f"{name}（{foreign}）" for name, foreign in glosses]
    blocks = [EditionBlock(f"p{n}", BlockKind.PARAGRAPH, text, ((n, n),)) for n, text in enumerate([*texts, body], 1)]
    blocks.append(EditionBlock("n1", BlockKind.FOOTNOTE, note, ((90, 90),)))
    mentions = [
        Mention(
            name.id, alias.text, block.id, block.text.find(alias.text), block.text.find(alias.text) + len(alias.text)
        )
        for block in blocks
        for name in names
        for alias in name.aliases
        if alias.text in block.text
    ]
    found = Findings(
        "a.txt",
        1,
        ReferenceDate(None, "unknown"),
        mentions=tuple(mentions),
        glosses=tuple(Gloss(name, foreign, f"p{n}", 0, len(name)) for n, (name, foreign) in enumerate(glosses, 1)),
    )
    edition = Edition("zh-Hant-TW", "a.txt", "0" * 64, 1, Meta(), tuple(blocks))
    return [
        (item.code, item.position.line if item.position else 0)
        for item in slips.find([edition], [found], Gazetteer(names))
    ]


def test_one_foreign_name_with_two_chinese_ones() -> None:
    assert told(("梅爾茨", "Friedrich Merz"), ("川普", "Donald Trump"), ("梅爾茲", "Friedrich Merz")) == [("K03", 3)]


def test_the_same_name_longer_or_shorter_is_no_slip() -> None:
    assert (
        told(
            ("亞太經濟合作", "APEC"), ("亞太經濟合作會議", "APEC"), ("盧比歐", "Marco Rubio"), ("盧比歐", "Marco Rubio")
        )
        == []
    )


def test_the_acronym_of_another_organisation() -> None:
    got = told(("國際協力機構", "Japan International Cooperation Agency, JBIC"), ("日本國際協力銀行", "JBIC"))
    assert got == [("K04", 2)]


def test_a_wording_that_the_editor_calls_an_error() -> None:
    name = Name("akazawa", "person", "赤澤亮正", 1, aliases=(Alias("赤澤亮生", error=True),))
    assert told(body="大臣赤澤亮生與談。", names=(name,)) == [("K05", 1)]


def test_an_author_whom_note_and_text_spell_otherwise() -> None:
    assert told(body="學者高坂正堯提出此說。", note="高板正堯著；張帆譯，《海洋國家》。") == [("K06", 90)]
    assert told(body="學者高坂正堯提出此說。", note="高坂正堯著；張帆譯，《海洋國家》。") == []
