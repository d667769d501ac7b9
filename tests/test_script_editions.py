"""What holds of every edition: nothing lost, converted once for all, one script a page, foreign text untouched."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import assume, example, given
from hypothesis import strategies as st

from jianbao import script
from jianbao.document import LOCALES, Block, BlockKind, NoteMark, carry
from jianbao.gazetteer import Gazetteer, Name
from jianbao.provenance import Edit, MappedText
from jianbao.script.characters import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from jianbao.script.protect import protected_ranges
from jianbao.sidecar import Sidecar
from tests.script_cases import (
    GAZETTEER,
    HONG_KONG,
    MAINLAND,
    TAIWAN,
    article_of,
    canonical_of,
    editions_of,
    name,
    seed_of,
    texts_of,
)

JAPANESE = (
    "〈国基研が〈「海洋民主主義連合」の落とし穴〉を問う〉",
    "《海洋国家日本の戦後史》",
    "〈地政学の時代〉",
    "日本外相の岩屋毅氏は2日、記者会見で述べた。",
)
FOREIGN = (
    *JAPANESE,
    "https://example.org/a_(b)?q=x,y;z&n=1",
    "https://zh.wikipedia.org/wiki/台灣",
    "press.desk@example.com",
    "«Мы готовы к переговорам»",
    "Монгол Улсын Ерөнхийлөгч",
    "우리는 평화를 원한다",
    "10.1000/xyz,123",
)
PIECES = (
    "川普與范斯在白宮說，關係良好",
    "北韓大學院大學的學者采訪了記者",
    "這種體製的特征",
    "总统特朗普说，我们的关系很好",
    "干部里面的头发店后面",
    "乾隆皇帝御製詩",
    "著名學者瞭望台灣",
    "「他說『好』」",
    "“他说‘好’”",
    ' "對" ',
    "(中) (ABC) (1)",
    ", : ; ! ? . ...... ",
    "China’s „new‟ rules",
    "爲裏衆産着説",
    "37,000人14:30",
    "e.g. Taipei 101 大樓",
    *FOREIGN,
)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(PIECES), st.text(st.sampled_from("的在中國国发發台臺後后系係，。「」“”\"'()（）,.:  \nA1の한Ж"))
    ),
    max_size=12,
).map("".join)


@given(TEXTS)
@example("（「『“‘\n」』”’)")
def test_every_character_is_accounted_for_and_blocks_agree(text: str) -> None:
    editions = editions_of(text)
    assert tuple(editions) == LOCALES
    base = editions[TAIWAN]
    for locale, edition in editions.items():
        assert [block.id for block in edition.blocks] == [block.id for block in base.blocks]
        for block, origin in zip(edition.blocks, base.blocks, strict=True):
            assert carry(block, 0, len(origin.text)) == (0, len(block.text)), locale
            assert block.seed_lines == origin.seed_lines != ()
            assert all(0 <= run.start < run.end <= len(block.text) for run in block.langs)


@given(TEXTS)
def test_changes_stand_where_they_say(text: str) -> None:
    seed = seed_of(text)
    for edition in editions_of(text).values():
        blocks = {block.id: block.text for block in edition.blocks}
        for change in edition.changes:
            assert change.start is not None and change.end is not None
            assert blocks[change.block][change.start : change.end] == change.after != change.before
            if edition.locale == TAIWAN:
                offset = seed.line_starts[change.seed_line - 1] + change.seed_column - 1
                assert text[offset : offset + len(change.before)] == change.before


def test_the_record_of_an_edition() -> None:
    text = "川普說,关系很好。"
    rows = {locale: [(c.rule, c.before, c.after) for c in e.changes] for locale, e in editions_of(text).items()}
    assert rows[TAIWAN] == [("N01", ",", "，"), ("R01", "关系", "關係")]
    assert rows[MAINLAND] == [("R04", "川普", "特朗普"), ("N01", ",", "，")]
    assert rows[HONG_KONG] == [("R04", "川普", "特朗普"), ("N01", ",", "，"), ("R01", "关系", "關係")]


def test_the_editors_fixes_are_on_record() -> None:
    seed = seed_of("赤澤亮生說,關係良好。")
    article = article_of(seed)
    fixed, _ = article.blocks[0].text.replace([Edit(0, 4, "赤澤亮正", "E02")])
    article = replace(article, blocks=(replace(article.blocks[0], text=fixed),))
    canonical = script.canonicalise(article, seed, GAZETTEER, Sidecar())
    assert [(c.stage, c.before, c.after, c.start, c.end) for c in canonical.changes] == [
        ("edit", "赤澤亮生", "赤澤亮正", 0, 4),
        ("punctuation", ",", "，", 5, 6),
    ]


@given(TEXTS)
@example("乾清宮")
@example("北韓大學院大學")
@example("「A『B「C」D』E」")
def test_converting_twice_is_converting_once(text: str) -> None:
    for locale in LOCALES:
        once = script.convert(text, locale, GAZETTEER)
        assert script.convert(once, locale, GAZETTEER) == once, locale


@given(st.lists(st.sampled_from([piece for piece in PIECES if ", : ;" not in piece]), max_size=8).map("。".join))
def test_the_canonical_text_is_its_own_canonical_text(text: str) -> None:
    once = "\n".join(texts_of(text, TAIWAN))
    assert "\n".join(texts_of(once, TAIWAN)) == once


def _strays(text: str, characters: frozenset[str]) -> set[str]:
    protected = protected_ranges(text)
    return {
        char
        for offset, char in enumerate(text)
        if char in characters and not any(start <= offset < end for start, end in protected)
    }


@given(TEXTS)
def test_one_script_a_page(text: str) -> None:
    editions = editions_of(text)
    assume(canonical_of(text).detected.lang != "ja")  # what is Japanese stays so
    for block in editions[MAINLAND].blocks:
        assert _strays(block.text, TRADITIONAL_ONLY) == set()
    for locale in (TAIWAN, HONG_KONG):
        for block in editions[locale].blocks:
            assert _strays(block.text, SIMPLIFIED_ONLY) == set()


def test_foreign_text_is_the_same_in_all_editions() -> None:
    for piece in FOREIGN:
        for around in ("他引用{}一文，說關係良好。", "他引用{}一文，说关系良好。"):
            for locale in LOCALES:
                (text,) = texts_of(around.format(f" {piece} "), locale)
                assert piece in text


def test_citation_of_a_japanese_title_protects_author_and_journal() -> None:
    note = "佐藤優，〈地政学の時代〉，《東洋經濟》，2015年；薬師寺克行，《中央公論》。"
    (text,) = texts_of(note, MAINLAND)
    assert text.startswith("佐藤優，〈地政学の時代〉，《東洋經濟》，2015年；薬師寺克行，")


def test_a_traditional_heading_with_a_japanese_character_is_chinese() -> None:
    assert texts_of("署名團體一覧", MAINLAND) == ["署名团体一覧"]


def test_a_name_inside_its_own_form_grows_once() -> None:
    assert texts_of("塔吉克與塔吉克斯坦", MAINLAND) == ["塔吉克斯坦与塔吉克斯坦"]


def test_a_name_that_stands_in_its_full_form_does_not_grow() -> None:
    names = Gazetteer(
        (
            name("烏茲別克", "乌兹别克斯坦", "烏茲別克", "place"),
            name("哈薩克", "哈萨克斯坦", "哈薩克", "place"),
            name("吉爾吉斯", "吉尔吉斯斯坦", "吉爾吉斯", "place"),
        )
    )
    text = "烏茲別克斯坦與烏茲別克，哈薩克斯坦與哈薩克族，吉爾吉斯斯坦與吉爾吉斯坦。"
    assert texts_of(text, MAINLAND, names) == [
        "乌兹别克斯坦与乌兹别克斯坦，哈萨克斯坦与哈萨克族，吉尔吉斯斯坦与吉尔吉斯坦。"
    ]


def test_a_country_in_the_name_of_its_state_or_party_stays_as_it_is() -> None:
    names = Gazetteer((name("北韓", "朝鲜", "北韓", "place"),))
    text = "朝鲜民主主义人民共和国与蒙古国签署协定。朝鲜文目录已经印好，朝鲜劳动党开会，朝鲜半岛平静，朝鲜发射了导弹。"
    assert texts_of(text, TAIWAN, names) == [
        "朝鮮民主主義人民共和國與蒙古國簽署協定。朝鮮文目錄已經印好，朝鮮勞動黨開會，朝鮮半島平靜，北韓發射了導彈。"
    ]


def test_what_is_written_and_what_is_touched_on_the_mainland() -> None:
    for written, shown in (
        ("他著有《三國史》，另著有小說多部。", "他著有《三国史》，另著有小说多部。"),
        ("著名、著作、著者、顯著、編著、原著、土著、專著。", "著名、著作、著者、显著、编著、原著、土著、专著。"),
        ("論著與討論著，譯著與翻譯著。", "论著与讨论着，译著与翻译着。"),
        ("寫著有效期限，隨著有關部門，帶著有色眼鏡。", "写着有效期限，随着有关部门，带着有色眼镜。"),
        ("著手、著眼、沿著、穿著、著急、執著。", "着手、着眼、沿着、穿着、着急、执着。"),
        ("砲彈、帳單、帳篷、甚麼。", "炮弹、账单、帐篷、什么。"),
    ):
        assert texts_of(written, MAINLAND) == [shown]
        assert texts_of(written, TAIWAN) == [written]


def test_names_that_the_editor_wrote_in_simplified() -> None:
    assert texts_of("智庫（国基研）的成員說", TAIWAN) == ["智庫（国基研）的成員說"]
    assert texts_of("在内蒙古自治区的课堂上", TAIWAN) == ["在內蒙古自治區的課堂上"]


def test_names_in_their_regional_form() -> None:
    text = "川普與范斯到北韓大學院大學談北韓，盧比歐在座。"
    assert texts_of(text, MAINLAND) == ["特朗普与万斯到北韩大学院大学谈朝鲜，鲁比奥在座。"]
    assert texts_of(text, HONG_KONG) == ["特朗普與萬斯到北韓大學院大學談北韓，魯比奧在座。"]


def test_names_of_hong_kong_for_the_mainland() -> None:
    names = Gazetteer((name("施凱爾", "斯塔默", "施紀賢"),))
    assert texts_of("首相施紀賢說", MAINLAND, names) == ["首相斯塔默说"]
    assert texts_of("首相施紀賢說", HONG_KONG, names) == ["首相施紀賢說"]


def test_names_of_simplified_text_for_taiwan() -> None:
    text = "特朗普与万斯说，鲁比奥也将来访。"
    assert texts_of(text, TAIWAN) == ["川普與范斯說，盧比歐也將來訪。"]
    assert texts_of(text, MAINLAND) == [text]


def test_a_wording_that_taiwan_has_beside_its_form_is_only_converted() -> None:
    korea = Name("south-korea", "place", "韓國", 1, forms=(("tw", "南韓"), ("cn", "韩国")))
    names = Gazetteer((korea, name("川普", "特朗普")))
    assert texts_of("特朗普说，韩国称“平和线”。", TAIWAN, names) == ["川普說，韓國稱「平和線」。"]
    assert texts_of("川普說，南韓與韓國是一國。", TAIWAN, names) == ["川普說，南韓與韓國是一國。"]
    assert texts_of("川普說，南韓稱「平和線」。", MAINLAND, names) == ["特朗普说，韩国称“平和线”。"]


def test_simplified_text_keeps_its_characters_on_the_mainland() -> None:
    text = "著名学者于右任说：“乾隆年间，瞭望台上着火。”"
    assert texts_of(text, MAINLAND) == [text]
    assert texts_of(text, TAIWAN) == ["著名學者于右任說：「乾隆年間，瞭望台上著火。」"]


def test_offsets_follow_names_that_grow() -> None:
    block = editions_of("川普說，川普會去。")[MAINLAND].blocks[0]
    assert block.text == "特朗普说，特朗普会去。"
    assert carry(block, 0, 2) == (0, 3)
    assert carry(block, 4, 6) == (5, 8)
    assert block.text[slice(*carry(block, 6, 8))] == "会去"


def test_cells_and_marks_follow_the_text() -> None:
    source = "川普 , 說 (中) 37,000"
    seed = seed_of(source)
    text = MappedText.verbatim(source, 0, len(source))
    cells = ((0, 2), (5, 6), (7, 10), (11, 17))
    marks = (NoteMark(2, "1"), NoteMark(len(source), "2"))
    block = Block(BlockKind.TABLE, text, cells=cells, table=1, marks=marks)
    article = article_of(seed)
    article = type(article)(seed.name, seed.sha256, 1, article.meta, (block,), (), 1, 1)
    editions = script.make_editions(script.canonicalise(article, seed, GAZETTEER, Sidecar()), seed, GAZETTEER)
    for locale, shown_name in ((TAIWAN, "川普"), (MAINLAND, "特朗普")):
        made = editions[locale].blocks[0]
        shown = [made.text[start:end] for start, end in made.cells]
        assert shown[0] == shown_name
        assert shown[2:] == ["（中）", "37,000"]
        assert [made.text[: mark.offset] for mark in made.marks] == [shown_name, made.text]


def test_meta_is_converted_with_the_text() -> None:
    editions = editions_of("川普訪華：關係升溫\n他說，關係良好。")
    title = editions[MAINLAND].meta.title
    assert title is not None
    assert title.value == editions[MAINLAND].blocks[0].text == "特朗普访华：关系升温"


def test_a_japanese_article_stays_japanese() -> None:
    text = (
        "日本経済新聞社説\n政府は2日、経済対策を決定したと発表した。\n東京都内で会見\n"
        "首相は「国民の声を聞く」と述べた。\n国会内"
    )
    for locale in LOCALES:
        assert "\n".join(texts_of(text, locale)) == text
    runs = [run for block in editions_of(text)[TAIWAN].blocks for run in block.langs]
    assert {run.lang for run in runs} == {"ja"}


def test_a_korean_paragraph_stays_korean() -> None:
    text = "정부는 2일 國會에서 경제 대책을 발표했다고 밝혔다."
    block = editions_of("他說，關係良好。\n" + text)[MAINLAND].blocks[1]
    assert block.text == text
    assert [(run.start, run.end, run.lang) for run in block.langs] == [(0, len(text), "ko")]


def test_text_without_punctuation_takes_linear_time() -> None:
    editions_of("体制")
    times = []
    for size in (1000, 4000):
        start = time.process_time()
        editions_of("体制关系" * size)
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 1


def test_the_mainland_has_the_characters_that_disguised_ones_stand_for() -> None:
    text = MappedText.verbatim("⼲部⻓期", 0, 4)
    plain, _ = text.replace([Edit(0, 1, "干", "C02"), Edit(2, 3, "长", "C02")])
    seed = seed_of("⼲部⻓期，专家们认为这会导致关系紧张。")
    rest = MappedText.verbatim(seed.text, 4, len(seed.text))
    article = replace(article_of(seed), blocks=(Block(BlockKind.PARAGRAPH, MappedText.concat([plain, rest])),))
    editions = script.make_editions(script.canonicalise(article, seed, GAZETTEER, Sidecar()), seed, GAZETTEER)
    assert editions[MAINLAND].blocks[0].text == "干部长期，专家们认为这会导致关系紧张。"
    assert editions[TAIWAN].blocks[0].text.startswith("幹部長期")
