from __future__ import annotations

import json
import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jianbao.document import LOCALES, BlockKind, Edition, EditionBlock, Meta
from jianbao.findings import Prepared
from jianbao.library import Library
from jianbao.site import kept
from jianbao.site.fold import fold
from jianbao.site.search_grams import Size, gram_size, group_grams, measure, numbers_of, prepare
from jianbao.site.search_index import FOLDER, index_files, search_pages


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


def number(gram: str) -> int:
    """A gram's number, written plainly."""
    first, second = (*map(ord, gram), 0)[:2]
    value = (first * 0x9E3779B1 + second) % 2**32
    value = (value ^ value >> 16) * 0x85EBCA6B % 2**32
    value = (value ^ value >> 13) * 0xC2B2AE35 % 2**32
    return value ^ value >> 16


def grams(text: str) -> set[str]:
    found = {*text, *(first + second for first, second in pairwise(text))}
    return {gram for gram in found if not any(char.isspace() for char in gram)}


def prepared(*numbers: int) -> Prepared:
    return Prepared(np.array(sorted(numbers), "<u4").tobytes(), 0, "")


def edition_of(*texts: str) -> Edition:
    blocks = tuple(EditionBlock(f"p{i}", BlockKind.PARAGRAPH, text, ()) for i, text in enumerate(texts, 1))
    return Edition("zh-Hant-TW", "a.txt", "0" * 64, 1, Meta(), blocks)


@given(st.lists(st.text(), max_size=4))
@example(["臺 灣\u3000Ａ", "𠮷野家"])
def test_grams_are_all_characters_and_neighbours_but_space(texts: list[str]) -> None:
    made = prepare(edition_of(*texts))
    expected = {number(gram) for text in texts for gram in grams(fold(text))}
    assert numbers_of(made).tolist() == sorted(expected)
    assert made.characters == len("\n".join(texts))


@given(st.lists(st.sets(st.integers(0, 2**32 - 1)), min_size=1), st.integers(1, 12), st.integers(0, 12))
@example([{0, 2**32 - 1}, *[set[int]()] * 1500, {0}], 1, 0)
def test_coded_places_come_back(texts: list[set[int]], bucket_bits: int, file_bits: int) -> None:
    size = Size(bucket_bits, min(file_bits, bucket_bits))
    files = group_grams(size, [prepared(*numbers) for numbers in texts])
    assert len(files) == 2**size.file_bits
    buckets = [bucket for file in files for bucket in file.split(" ")]
    assert len(buckets) == 2**bucket_bits
    for bucket, coded in enumerate(buckets):
        owners = [place for place, numbers in enumerate(texts) if bucket in {n >> 32 - bucket_bits for n in numbers}]
        assert decode(coded) == owners


def test_every_gram_of_a_briefing_leads_to_it(library: Library) -> None:
    files = read(library)
    index = files["zh-hant-tw/index"]
    assert index["groups"] == [0]
    names = [f"zh-hant-tw/grams-{n}" for n in range(2 ** index["fileBits"])]
    buckets = [bucket for name in names for bucket in files[name][0].split(" ")]
    slugs = [row[0] for _, name in index["texts"] for row in files[f"zh-hant-tw/texts-{name}"]]
    assert slugs == ["second", "first"], "undated first, newest last"
    for entry in library.entries:
        for block in entry.editions["zh-Hant-TW"].blocks:
            for gram in grams(fold(block.text)):
                coded = buckets[number(gram) >> 32 - index["bucketBits"]]
                assert slugs.index(entry.slug) in decode(coded)


def test_texts_hold_every_paragraph_under_its_id(library: Library) -> None:
    rows = {row[0]: row for row in read(library)["zh-hans-cn/texts-second"]}
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


def test_an_edit_changes_only_the_files_of_its_grams() -> None:
    dice = random.Random(3)
    texts = [prepared(*(int(2**32 * dice.random() ** 2) for _ in range(900))) for _ in range(300)]
    size = gram_size([measure(texts)])
    assert size.file_bits > 2
    numbers = numbers_of(texts[150]).tolist()
    edited = [*texts[:150], prepared(*numbers[:400], *numbers[402:]), *texts[151:]]
    assert gram_size([measure(edited[:100]), measure(edited[100:])]) == size
    before, after = group_grams(size, texts), group_grams(size, edited)
    changed = {place for place, pair in enumerate(zip(before, after, strict=True)) if len(set(pair)) > 1}
    assert changed == {number >> 32 - size.file_bits for number in numbers[400:402]}


def test_groups_that_an_edit_leaves_alone_are_taken_from_what_is_kept(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    open_ = Library.prepared

    def prepared(self: Library, slug: str, locale: str) -> Prepared:
        opened.append(slug)
        return open_(self, slug, locale)

    monkeypatch.setattr(Library, "prepared", prepared)
    monkeypatch.setattr("jianbao.site.search_chunks.MOST_IN_GROUP", 1)
    listings = {slug: replace(listing, digest=slug) for slug, listing in library.listings.items()}
    library = replace(library, listings=listings)
    plain = list(index_files(library, LOCALES[0]))
    kept.keep_in(tmp_path)
    try:
        assert list(index_files(library, LOCALES[0])) == plain
        opened.clear()
        assert list(index_files(library, LOCALES[0])) == plain
        assert not opened
        for path in tmp_path.iterdir():
            path.write_bytes(path.read_bytes()[:-1])
        assert list(index_files(library, LOCALES[0])) == plain, "what is damaged is made anew"
        opened.clear()
        edited = {**listings, "first": replace(listings["first"], digest="another")}
        assert list(index_files(replace(library, listings=edited), LOCALES[0])) == plain
        assert set(opened) == {"first"}
    finally:
        kept.keep_in(None)
