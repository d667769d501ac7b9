from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jianbao.library import Library
from jianbao.site.fold import fold
from jianbao.site.search_index import FOLDER, code, grams, search_pages
from jianbao.site.shards import bucket


def read(library: Library) -> dict[str, Any]:
    found = {}
    for page in search_pages(library):
        text = page.content.decode()
        call = f'jianbao("{page.path.removesuffix(".js")}",'
        assert text.startswith(call) and text.endswith(")\n")
        assert page.path.startswith(FOLDER + "/")
        found[page.path.removeprefix(FOLDER + "/").removesuffix(".js")] = json.loads(text[len(call) : -2])
    return found


def decode(coded: str) -> list[int]:
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    numbers, value, before = [], 0, -1
    for digit in coded:
        n = digits.index(digit)
        value = value * 32 + n % 32
        if n < 32:
            before += value + 1
            numbers.append(before)
            value = 0
    return numbers


@given(st.sets(st.integers(0, 100_000)))
def test_coded_numbers_come_back(numbers: set[int]) -> None:
    assert decode(code(sorted(numbers))) == sorted(numbers)


def test_bucket_is_fnv1a() -> None:
    assert bucket("a", 2**32) == ((0x811C9DC5 ^ 0x61) * 0x01000193) % 2**32
    assert 0 <= bucket("臺灣", 7) < 7


def test_every_gram_of_a_briefing_leads_to_it(library: Library) -> None:
    files = read(library)
    index = files["zh-hant-tw/index"]
    buckets = " ".join(files[name] for name in sorted(files) if name.startswith("zh-hant-tw/grams-")).split(" ")
    assert len(buckets) == index["buckets"]
    slugs = [row[0] for name in sorted(files) if name.startswith("zh-hant-tw/texts-") for row in files[name]]
    assert slugs == ["first", "second"], "newest first, undated last"
    for entry in library.entries:
        for block in entry.editions["zh-Hant-TW"].blocks:
            for gram in grams(fold(block.text)):
                assert slugs.index(entry.slug) in decode(buckets[bucket(gram, index["buckets"])])


def test_texts_hold_every_paragraph_under_its_id(library: Library) -> None:
    rows = {row[0]: row for row in read(library)["zh-hans-cn/texts-0"]}
    runs = rows["first"][-1]
    assert [run[0] for run in runs] == ["t0", "p1", "n1"]
    assert runs[1][6] == "台湾与台北，进了一步。", "p6 is the sixth of its run"
    assert rows["first"][1] == "" and rows["second"][1] == "川普访中", "a title that is no block is given apart"


def test_names_bring_their_other_forms_without_slips(library: Library) -> None:
    names = read(library)["zh-hant-hk/index"]["names"]
    assert ["people/trump", "特朗普", "川普", "Donald Trump"] in names
    assert not any("高市早笛" in name for name in names)
    assert not any("白宮" in name for name in names), "one form, no page: nothing to say"


def test_same_library_same_bytes(library: Library) -> None:
    assert list(search_pages(library)) == list(search_pages(library))
    mixed = replace(library, listings=dict([*library.listings.items()][::-1]))
    assert list(search_pages(mixed)) == list(search_pages(library))
