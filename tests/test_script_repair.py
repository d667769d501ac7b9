"""Machine-converted text is repaired, genuine text is left alone; names and the editor's lines are never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.gazetteer import Gazetteer
from jianbao.script.lattice import decode, disputed
from jianbao.script.lexicon import lexicon, parse
from jianbao.script.spellings import KEY
from jianbao.sidecar import LineRange, Sidecar
from tests.script_cases import GAZETTEER, TAIWAN, canonical_of, name, texts_of

MACHINE = """\
習近平體製下的權力結構,是一種製度,許多學者認爲它的特征在於集中。
記者采訪了多位專家,他們註意到,雙方的關系正在變化,沖突難免。
"""
"""Enough misspellings to open the gate."""

REPAIRS = [
    ("這種體製難以改變", "這種體制難以改變"),
    ("半導體製造業", "半導體製造業"),
    ("飛機製造商與硬體製造", "飛機製造商與硬體製造"),
    ("有關系統的改革", "有關系統的改革"),
    ("相關系統與派系", "相關系統與派系"),
    ("面積三萬平方公裏", "面積三萬平方公里"),
    ("屋子裏面", "屋子裡面"),
    ("中日關系惡化", "中日關係惡化"),
    ("請與我們聯系", "請與我們聯繫"),
    ("采取反製措施", "採取反制措施"),
    ("密切關註,加註說明", "密切關注，加註說明"),
    ("農歷春節", "農曆春節"),
    ("盡管如此", "儘管如此"),
    ("意誌堅定,放松警惕", "意志堅定，放鬆警惕"),
    ("其余部門", "其餘部門"),
    ("反復出現,保持沈默", "反覆出現，保持沉默"),
    ("市場准入與中俄關系", "市場准入與中俄關係"),
    ("數百年歷史", "數百年歷史"),
    ("編製預算,員額編制", "編製預算，員額編制"),
    ("台灣與臺灣,佔領與占領", "台灣與臺灣，佔領與占領"),
    ("公布與公佈,週末與周末", "公布與公佈，週末與周末"),
    ("壹舉成名,壹旦下壹次統壹", "一舉成名，一旦下一次統一"),
    ("四分之壹的人,壹切照舊", "四分之一的人，一切照舊"),
    ("壹佰元與壹萬元整,壹傳媒,壹週刊,壹、前言", "壹佰元與壹萬元整，壹傳媒，壹週刊，壹、前言"),
    ("麵朝大海,國傢合作,齣席", "面朝大海，國家合作，出席"),
    ("手錶,一隻貓,船隻,麵條,傢具,一齣戲,鬍鬚", "手錶，一隻貓，船隻，麵條，家具，一齣戲，鬍鬚"),
    ("相互抵觸的要求,牴觸憲法", "相互抵觸的要求，牴觸憲法"),
    ("周杰倫,週刊,周到,四周,瞭解,明瞭", "周杰倫，週刊，周到，四周，瞭解，明瞭"),
]
NAMES = ["范斯", "余茂春", "岩屋毅", "郁白", "于右任", "沈伯洋", "郁達夫", "余光中", "岳飛", "葉劍英"]


@pytest.mark.parametrize(("before", "after"), REPAIRS)
def test_machine_converted(before: str, after: str) -> None:
    assert texts_of(MACHINE + before + "。", TAIWAN)[-1] == after + "。"


OVERDONE = """\
新任總統點齣瞭問題，提供瞭新的機會，也完成瞭對錶麵現象的研究，並且調整瞭方嚮。
《國傢安全戰略》發錶之後，同衕盟國的人纔與物資如菓不夠，結菓就會影響發展，成菓有限。
記者采訪瞭多位專傢，他們註意到沖突難免，搭建瞭穩固的製度。
"""
"""By a converter that knows the rare form alone."""

RARE = [
    ("事情成瞭定局,反映瞭現況", "事情成了定局，反映了現況"),
    ("排在最後麵,錶麵上如菓", "排在最後面，表面上如果"),
    ("人纔與水菓", "人才與水果"),
    ("太後與王後,皇後之後", "太后與王后，皇后之後"),
    ("摩託車,棉佈與瀑佈,週恩來占蔔", "摩托車，棉布與瀑布，周恩來占卜"),
    ("這衹是一衹鳥,衹要", "這只是一隻鳥，只要"),
    ("鬆樹林裏,鬆散", "松樹林裡，鬆散"),
    ("吃碗牛肉麵,手錶,鐘錶店,船隻", "吃碗牛肉麵，手錶，鐘錶店，船隻"),
]


@pytest.mark.parametrize(("before", "after"), RARE)
def test_converted_to_the_rare_form_alone(before: str, after: str) -> None:
    assert texts_of(OVERDONE + before + "。", TAIWAN)[-1] == after + "。"


def test_names_are_no_place_for_what_is_never_right() -> None:
    names = Gazetteer((name("國家安全會議", kind="org"),))
    assert texts_of(OVERDONE + "《國傢安全會議》。", TAIWAN, names)[-1] == "《國家安全會議》。"


def test_a_rare_form_in_words_of_its_own_stays() -> None:
    assert (
        texts_of(MACHINE + "他們瞭解情況,瞭望遠方,瞭然於心,明瞭一切。", TAIWAN)[-1]
        == "他們瞭解情況，瞭望遠方，瞭然於心，明瞭一切。"
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sentence", ["{}說，他會去。", "副總統{}表示，談判延期。", "這是{}的看法。"])
def test_names_stay(name: str, sentence: str) -> None:
    for gazetteer in (GAZETTEER, Gazetteer()):
        if gazetteer is GAZETTEER or name not in ("郁白",):
            assert texts_of(MACHINE + sentence.format(name), TAIWAN, gazetteer)[-1] == sentence.format(name)


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("范丽青说：“欢迎。”", "范麗青說：「歡迎。」"),
        ("副总统范斯抵达。", "副總統范斯抵達。"),
        ("发言人余振邦表示，关系很好。", "發言人余振邦表示，關係很好。"),
        ("于是他说，余下的人走了。", "於是他說，餘下的人走了。"),
        ("皇后在后面理发，头发干了。", "皇后在後面理髮，頭髮乾了。"),
        ("支持率只有两成，面条很贵。", "支持率只有兩成，麵條很貴。"),
        ("干部们干预了2只熊猫的事。", "幹部們干預了2隻熊貓的事。"),
        ("半导体制造与体制改革。", "半導體製造與體制改革。"),
        ("公里、里面、邻里、里程碑。", "公里、裡面、鄰里、里程碑。"),
        ("馆员周爱民、西达托说，周末与周边。", "館員周愛民、西達托說，週末與周邊。"),
        ("这是周朝、四周、3周后、每周一次、第10周。", "這是周朝、四周、3週後、每週一次、第10週。"),
        ("委托、拜托，托马斯、阿斯托里亚。", "委託、拜託，托馬斯、阿斯托里亞。"),
        ("姜维喝姜汤，赫尔松放松了。", "姜維喝薑湯，赫爾松放鬆了。"),
        ("杰弗里说这屋里没人。", "傑弗里說這屋裡沒人。"),
        ("准将核准标准。", "准將核准標準。"),
        ("这只是开始，这只能拖延，那只属于少数人。", "這只是開始，這只能拖延，那只屬於少數人。"),
        ("这只猫、那只手，不只手机，只船运。", "這隻貓、那隻手，不只手機，只船運。"),
        ("本院卷第3页，第三卷卷入，龙卷风。", "本院卷第3頁，第三卷捲入，龍捲風。"),
        ("巨济岛的巨款，请准宣告，村里的人。", "巨濟島的鉅款，請准宣告，村裡的人。"),
        ("台湾、台风、柜台、平台。", "台灣、颱風、櫃台、平台。"),
    ],
)
def test_simplified_goes_through_the_lattice(simplified: str, traditional: str) -> None:
    assert texts_of(simplified, TAIWAN) == [traditional]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("總統錶示，隻有這樣", "總統表示，只有這樣"),
        ("隻要麵對，各方麵臨", "只要面對，各方面臨"),
        ("發錶談話，隻能如此", "發表談話，只能如此"),
        ("手錶示範，鐘錶有價", "手錶示範，鐘錶有價"),
        ("一隻有病，10隻要賣，這隻能飛", "一隻有病，10隻要賣，這隻能飛"),
        ("拉麵對身體，地方麵店，吃麵對胃好", "拉麵對身體，地方麵店，吃麵對胃好"),
        ("為瞭解真相，大傢具行", "為瞭解真相，大傢具行"),
        ("壹份正本，壹旦", "壹份正本，壹旦"),
    ],
)
def test_what_is_never_right_is_repaired_in_any_text(before: str, after: str) -> None:
    text = "他們的關係良好。" * 40 + "\n" + before + "。"
    assert texts_of(text, TAIWAN)[-1] == after + "。"


def test_genuine_text_is_left_alone_and_doubts_are_told() -> None:
    text = "他們的關係良好。" * 40 + "\n聯絡體製一詞有誤。\n" + "政府系統內部的制度沒有改變。" * 40
    canonical = canonical_of(text)
    assert not canonical.verdict.machine
    assert [change for change in canonical.changes if change.stage == "repair"] == []
    assert [item.position.line for item in canonical.diagnostics if item.code == "R06" and item.position] == [2]


def test_repairs_are_on_record_with_evidence() -> None:
    canonical = canonical_of(MACHINE)
    repair = next(change for change in canonical.changes if change.rule == "R02")
    assert (repair.stage, repair.before, repair.after) == ("repair", "製", "制")
    assert (repair.seed_line, repair.seed_column, repair.block, repair.start) == (1, 5, "p1", 4)
    assert repair.evidence.startswith("體制 ") and repair.evidence.endswith("體製 is no word")
    assert [item.code for item in canonical.diagnostics] == ["R05"]


def test_kept_lines_stay() -> None:
    sidecar = Sidecar(keep=(LineRange(1, 1, 1),))
    canonical = canonical_of(MACHINE, sidecar)
    first, second = (block.text.plain for block in canonical.article.blocks)
    assert first == MACHINE.splitlines()[0]
    assert "採訪" in second


def test_simplified_passage_in_traditional_text() -> None:
    text = "這是一篇文章，談的是官場。\n" + "…總理儿子炫富导致总理下台。\n" + "後來，事情有了變化。"
    assert texts_of(text, TAIWAN)[1] == "…總理兒子炫富導致總理下台。"


def test_mixed_language_verdict() -> None:
    assert canonical_of("我们的关系很好。").detected.lang == "zh-Hans"
    assert canonical_of("我們的關係很好。").detected.lang == "zh-Hant"
    assert canonical_of("우리는 평화를 원한다.").detected.lang == "ko"
    assert canonical_of("We want peace, and we want it soon.").detected.lang == "en"
    assert canonical_of("Монгол Улсын Ерөнхийлөгч").detected.lang == "mn"


@given(st.text(st.sampled_from("関關系係製制体體発發裏里公采採后後台臺范範於于是在中国國"), min_size=1, max_size=30))
def test_decoding_keeps_every_character(text: str) -> None:
    for simplified in (True, False):
        words = decode(text, lexicon(), [1.0] * len(text), [simplified] * len(text))
        result = "".join(word.text for word in words)
        assert len(result) == len(text)
        assert result.translate(KEY) == text.translate(KEY)


@given(st.text(st.sampled_from("關係統制製造半導體裏里公採訪註意力后後"), min_size=1, max_size=20))
def test_undisputed_runs_need_no_decoding(text: str) -> None:
    if not disputed(text, text.translate(KEY), lexicon()):
        words = decode(text, lexicon(), [0.0] * len(text), [False] * len(text))
        assert "".join(word.text for word in words) == text


def test_list_is_read_by_frequency() -> None:
    words = parse("# header\n9\t關係 系統\n1\t關系 有\n")
    assert [word for word, _ in words.spellings["关系"]] == ["關係", "關系"]
    assert words.cost("關係") < words.cost("關系") < words.unknown
    assert "".join(word.text for word in decode("有關系統", words, [0.0] * 4, [False] * 4)) == "有關系統"
