"""Paper out of the browser: all of the text, in the region's own faces, on numbered pages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from jianbao.library import Library
from jianbao.site import pdf

ROOT = Path(__file__).parents[2]
GRAM = 12
RECALL = 0.98
EDITIONS = {"zh-Hant-TW": ("", "TC"), "zh-Hans-CN": ("zh-hans/", "SC"), "zh-Hant-HK": ("zh-hk/", "HK")}


@pytest.fixture(scope="module", autouse=True)
def poppler() -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (apt install poppler-utils)")


def words(text: str) -> str:
    """What is compared: letters and Han, without marks of notes, spaces and forms of width."""
    return re.sub(r"[\W\d_]", "", unicodedata.normalize("NFKC", text))


def grams(text: str) -> set[str]:
    return {text[start : start + GRAM] for start in range(len(text) - GRAM + 1)}


def recall(known: dict[str, Any], got: str) -> float:
    """The share of the stretches of a briefing's paragraphs that came back; notes are looked for one by one."""
    texts = (item["text"] for item in known["paragraphs"] if item["kind"] != "footnote")
    wanted = set[str]().union(*(grams(words(text)) for text in texts))
    return len(wanted & grams(got)) / len(wanted)


def extract(paper: Path, *options: str) -> str:
    return subprocess.run(["pdftotext", *options, str(paper), "-"], capture_output=True, check=True, text=True).stdout


def faces(paper: Path) -> list[str]:
    table = subprocess.run(["pdffonts", str(paper)], capture_output=True, check=True, text=True).stdout.splitlines()[2:]
    assert all(re.search(r"yes (yes|no)\s+(yes|no)\s+\d+", line) for line in table), "every face is embedded"
    return [line.split()[0].split("+")[-1] for line in table]


def check_faces(paper: Path, region: str = "") -> None:
    """No Japanese or Korean face; the region's own, if it is named."""
    han = [face for face in faces(paper) if "CJK" in face]
    assert not [face for face in han if re.search(r"CJK ?(jp|kr)", face, re.I)], han
    if region:
        assert any(re.search(rf"CJK ?{region}", face, re.I) for face in han), han


def record(site: Path, folder: str, path: str) -> dict[str, Any]:
    file = site / folder / "data" / path.replace(".html", ".json")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_browsers_print(tmp_path: Path, page: Any, site: Path, pages: Any, edition: str) -> None:
    folder, _ = EDITIONS[edition]
    for path in (pages.longest, pages.shortest):
        out = tmp_path / "browser.pdf"
        page.goto((site / folder / path).as_uri())
        page.pdf(path=str(out), prefer_css_page_size=True, tagged=True)
        known = record(site, folder, path)
        text = words(extract(out))
        for item in known["paragraphs"]:
            if item["kind"] == "footnote":
                assert words(item["text"])[:GRAM] in text, f"note {item['id']} is missing"
        assert recall(known, text) >= RECALL, path
        check_faces(out)  # Chromium embeds large faces as nameless outlines: test_typesetting asks it which they are
        sheets = extract(out).split("\f")[:-1]
        for number, sheet in enumerate(sheets, 1):
            assert re.search(rf"\b{number}\s*/\s*{len(sheets)}\b", sheet), f"{path}: page {number} has no number"


@pytest.mark.parametrize("edition", EDITIONS)
def test_typst(tmp_path: Path, library: Library, site: Path, pages: Any, edition: str) -> None:
    folder, region = EDITIONS[edition]
    for path in (pages.longest, pages.shortest):
        out = tmp_path / "typst.pdf"
        entry = library.entry(Path(path).stem)
        pdf.make_pdf(pdf.briefing_data(library, entry, edition), ROOT / "templates" / "print", out)
        known = record(site, folder, path)
        text = words(extract(out))
        assert recall(known, text) >= RECALL, path
        for item in known["paragraphs"]:
            if item["kind"] == "footnote":
                assert text.count(words(item["text"])[:GRAM]) >= 1, f"note {item['id']} is missing"
        check_faces(out, region)
        sheets = extract(out).split("\f")[:-1]
        for number, sheet in enumerate(sheets, 1):
            assert re.search(rf"\b{number}\s*/\s*{len(sheets)}\b", sheet), f"{path}: page {number} has no number"
