"""Bytes to text: rightly, or refused in one line; never a byte changed in silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.diagnostics import EditorError, Severity
from jianbao.encodings import UnreadableError
from jianbao.encodings import decode as decode_bytes
from jianbao.source import decode, find_seeds, line_starts, read_bytes, strays

TRADITIONAL = (
    "政府今日宣布，為了因應區域情勢的變化，將與友好國家加強合作。\n發言人說，這是一個重要的決定，對於和平與發展都有意義。\n"
    "他們認為，只有透過對話才能解決問題；但是目前還沒有看到對方的具體行動。\n"
)
SIMPLIFIED = (
    "政府今天宣布，为了应对地区形势的变化，将与友好国家加强合作。\n发言人说，这是一个重要的决定，对于和平与发展都有意义。\n"
    "他们认为，只有通过对话才能解决问题；但是目前还没有看到对方的具体行动。\n"
)
JAPANESE = "政府は今日、地域の情勢の変化に対応するため、友好国との協力を強めると発表した。重要な決定である。\n" * 2
KOREAN = "정부는 오늘 지역 정세의 변화에 대응하기 위해 협력을 강화한다고 발표했다. 이것은 중요한 결정이다.\n" * 2
HONG_KONG = TRADITIONAL + "佢哋喺呢度嘅嘢，係咁㗎喇，冇乜嘢問題，啲人都話好。\n"

ENCODED = [
    (TRADITIONAL, "utf-8", "utf-8"),
    (TRADITIONAL, "utf-8-sig", "utf-8-sig"),
    (TRADITIONAL, "utf-16", "utf-16-le"),
    (TRADITIONAL, "utf-32", "utf-32-le"),
    (TRADITIONAL, "cp950", "cp950"),
    (TRADITIONAL, "big5", "cp950"),
    (HONG_KONG, "big5hkscs", "big5hkscs"),
    (SIMPLIFIED, "gb18030", "gb18030"),
    (SIMPLIFIED, "gb2312", "gb18030"),
    (TRADITIONAL, "gbk", "gb18030"),
    (TRADITIONAL + "𠮷野家", "gb18030", "gb18030"),
    (JAPANESE, "shift_jis", "cp932"),
    (JAPANESE, "euc_jp", "euc_jp"),
    (KOREAN, "euc_kr", "cp949"),
]


@pytest.mark.parametrize(("text", "encoding", "shown"), ENCODED)
def test_known_encodings_are_read_rightly(text: str, encoding: str, shown: str) -> None:
    seed, diagnostics = decode(text.encode(encoding), "a.txt")
    assert (seed.text, seed.encoding) == (text, shown)
    assert not [item for item in diagnostics if item.severity is not Severity.INFO]


def test_utf16_without_a_mark_is_read() -> None:
    assert decode(TRADITIONAL.encode("utf-16-le"), "a.txt")[0].text == TRADITIONAL
    assert decode(TRADITIONAL.encode("utf-16-be"), "a.txt")[0].text == TRADITIONAL


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "white space"),
        (b" \r\n\t\n", "white space"),
        (b"a\0b", "NUL"),
        ("字\0".encode("utf-16"), "NUL"),
        (b"\xff\xfea", "utf-16-le"),
        (b"caf\xe9 au lait", "not UTF-8"),
        (bytes(range(128, 256)) * 4, "not UTF-8"),
        (b"\xef\xbb\xbf" + bytes(range(128, 256)), "not UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(EditorError) as caught:
        decode(data, "a.txt")
    message = str(caught.value)
    assert message.startswith("a.txt: ")
    assert words in message
    assert "\n" not in message


def test_each_damaged_byte_is_a_warning_with_its_place() -> None:
    good = TRADITIONAL.encode()
    seed, diagnostics = decode(good + "末".encode()[:2] + b"\n", "a.txt")
    assert seed.text == TRADITIONAL + "\ufffd\ufffd\n"
    warnings = [item for item in diagnostics if item.code == "S02"]
    assert [(item.position.line, item.position.column) for item in warnings if item.position] == [(4, 1), (4, 2)]
    assert f"at {len(good)}" in warnings[0].message


def test_lone_surrogates_of_utf16_are_repaired_and_told() -> None:
    data = b"\xff\xfe" + TRADITIONAL.encode("utf-16-le") + b"\x00\xd8" + "完".encode("utf-16-le")
    seed, diagnostics = decode(data, "a.txt")
    assert seed.text == TRADITIONAL + "\ufffd完"
    assert [item.code for item in diagnostics] == ["S01", "S02"]
    assert decode_bytes(data).encode() == data


def test_two_codes_for_one_character_write_back() -> None:
    data = TRADITIONAL.encode("cp950") + b"\xa2\xcc\n"  # a second code for 卄
    decoded = decode_bytes(data)
    assert decoded.encode() == data
    assert len(decoded.repairs) == 1


@given(st.binary(max_size=300))
def test_any_bytes_write_back_or_are_refused(data: bytes) -> None:
    try:
        decoded = decode_bytes(data)
    except UnreadableError as error:
        assert "\n" not in str(error)
    else:
        assert decoded.encode() == data


@given(st.text(st.sampled_from("字。a \n\r\f\u2028"), max_size=60))
def test_every_offset_has_a_line_and_every_line_its_text(text: str) -> None:
    starts = line_starts(text)
    assert starts[0] == 0
    ends = [*starts[1:], len(text)]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    assert "".join(pieces) == text
    for piece in pieces[:-1]:
        assert piece.endswith(("\n", "\r"))
        assert len(piece.rstrip("\r\n")) >= len(piece) - 2


def test_crlf_lf_and_cr_end_lines() -> None:
    seed, _ = decode(b"one\r\ntwo\rthree\nfour", "a.txt")
    assert [seed.line(number) for number in (1, 2, 3, 4)] == ["one", "two", "three", "four"]
    assert (seed.locate(5).line, seed.locate(5).column) == (2, 1)


def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    for path in find_seeds(tmp_path):
        with pytest.raises(EditorError) as caught:
            read_bytes(path)
        assert str(caught.value).startswith(f"{path.name}: ")
    assert len(find_seeds(tmp_path)) == 4


def test_a_link_to_a_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes("真的".encode())
    (tmp_path / "link.txt").symlink_to(tmp_path / "real")
    assert read_bytes(tmp_path / "link.txt").decode() == "真的"


def test_sidecars_of_no_seed_are_found(tmp_path: Path) -> None:
    for name in ("a.txt", "a.yml", "b.txt", "b.yaml", "B.YML", "c.yml", ".d.yml", "notes.md"):
        (tmp_path / name).touch()
    assert list(strays(find_seeds(tmp_path))) == [
        ("B.YML", "there is no B.txt"),
        ("b.yaml", "rename it b.yml"),
        ("c.yml", "there is no c.txt"),
    ]


def test_a_missing_folder_of_seeds_is_told() -> None:
    with pytest.raises(EditorError, match="no folder of seeds"):
        find_seeds(Path("/nowhere/at/all"))
