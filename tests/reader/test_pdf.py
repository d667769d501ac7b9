from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from jianbao.library import Library
from jianbao.site import fonts, pdf

pytest.importorskip("typst", reason="typst is not installed")
pypdf = pytest.importorskip("pypdf")

TEMPLATES = Path(__file__).parents[2] / "templates" / "print"


def squeezed(path: Path) -> str:
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pypdf.PdfReader(path).pages))


@pytest.fixture(scope="module")
def paper(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pdf") / "first.pdf"
    try:
        pdf.make_pdf(
            pdf.briefing_data(library, library.entry("first"), "zh-Hant-TW", "https://x.example/"), TEMPLATES, out
        )
    except fonts.FontError as error:
        pytest.skip(str(error))
    return out


def test_all_text_is_on_paper_letter_by_letter(library: Library, paper: Path) -> None:
    text = squeezed(paper)
    for block in library.entry("first").editions["zh-Hant-TW"].blocks:
        cuts = [0, *(mark.offset for mark in block.marks), len(block.text)]
        for start, end in pairwise(cuts):
            assert re.sub(r"\s", "", block.text[start:end]) in text


def test_a_note_is_printed_once_and_marked_twice(paper: Path) -> None:
    text = squeezed(paper)
    assert text.count("註腳一") == 1 and text.count("註腳二") == 1 and text.count("無處可去的註腳") == 1
    assert "白宮說1" in text and "臺灣1與" in text, "the second mark refers to the first note"


def test_metadata_bookmarks_and_tags(paper: Path) -> None:
    reader = pypdf.PdfReader(paper)
    assert reader.metadata.title == "臺灣與高市早苗" and reader.metadata.author == "王大明"
    assert [item.title for item in reader.outline[:1]] == ["臺灣與高市早苗"]
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"].lower().startswith("zh")


def test_same_data_same_bytes(library: Library, paper: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    pdf.make_pdf(
        pdf.briefing_data(library, library.entry("first"), "zh-Hant-TW", "https://x.example/"), TEMPLATES, again
    )
    assert again.read_bytes() == paper.read_bytes()


def test_a_dossier_binds_its_briefings_newest_first(library: Library, paper: Path, tmp_path: Path) -> None:
    out = tmp_path / "taiwan.pdf"
    pdf.make_pdf(
        pdf.dossier_data(library, library.topics[0], "zh-Hans-CN", convert=lambda text, locale: "台湾"), TEMPLATES, out
    )
    text = squeezed(out)
    assert "台湾与高市早苗" in text and text.index("白宫" if "白宫" in text else "白宮") < text.rindex("川普都")
    assert len(pypdf.PdfReader(out).outline) >= 2


def test_faces_are_the_regions_own() -> None:
    installed = {"Noto Serif CJK JP", "Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Serif CJK TC", "Libertinus Serif"}
    assert fonts.choose_faces("zh-Hans-CN", installed) == fonts.Faces(
        "Noto Serif CJK SC", "Noto Sans CJK SC", "Libertinus Serif"
    )
    assert fonts.choose_faces("zh-Hant-TW", installed).hei == "Noto Serif CJK TC", (
        "the other style rather than another region"
    )


def test_without_a_face_the_error_says_what_to_install() -> None:
    with pytest.raises(fonts.FontError, match=r"zh-Hant-HK.*apt install fonts-noto-cjk"):
        fonts.choose_faces("zh-Hant-HK", {"Noto Serif CJK JP"})
