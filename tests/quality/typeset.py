"""Typesets the documents in several layouts and extracts their text again, into ``extracted/``.

Run by hand, when a document or a layout changes: ``python -m tests.quality.typeset``. Needs the packages typst and
pypdf, poppler's pdftotext and the Noto CJK fonts; the test itself needs only what lies in ``extracted/``.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdf
import typst

from tests.quality.truth import Document, Piece, read

HERE = Path(__file__).parent

COMMON = """#set text(font: "{font}", lang: "zh", region: "{region}", size: {size})
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.8em, spacing: 0.8em)
#show heading: set block(above: 1.4em, below: 1em)
#show figure: set block(breakable: true)
"""

BOOK = """#let section = context {{
  let past = query(selector(heading.where(level: 1)).before(here()))
  if past.len() > 0 {{ past.last().body }} }}
#set page(paper: "a6", margin: (x: 14mm, y: 18mm), header: context {{
    set text(size: 7pt)
    let n = counter(page).get().first()
    if calc.odd(n) [ #section #h(1fr) #n ] else [ #n #h(1fr) {title} ] }})
"""
JOURNAL = """#set footnote(numbering: "①")
#set page(paper: "a5", margin: (x: 20mm, y: 22mm), header: context {{
    counter(footnote).update(0)
    set text(size: 8pt)
    let n = counter(page).get().first() + 83
    if calc.odd(n) [ 港史評論 第七期 2024 年 7 月 #h(1fr) #n ]
    else [ #n #h(1em) Review of Harbour History, No. 7, July 2024 ] }})
"""
REPORT = """#set page(paper: "iso-b5", margin: 22mm, header: align(center, text(size: 9pt)[{title}]),
  footer: context align(center)[— #counter(page).display() —])
"""
MAGAZINE = """#set columns(gutter: 9mm)
#set par(leading: 0.65em, spacing: 0.65em)
#set page(paper: "a5", margin: 15mm, columns: 2,
  footer: context align(center, text(size: 8pt)[山風月刊　二〇二六年三月號　·　#counter(page).display()　·]))
"""
PREPRINT = """#set page(paper: "a5", margin: 20mm,
  header: text(size: 8pt)[{title} #h(1fr) 预印本 2024-03],
  footer: context align(center, text(size: 9pt)[#counter(page).display("1 / 1", both: true)]))
"""
PAPER = """#set columns(gutter: 8mm)
#set page(paper: "a4", margin: (x: 18mm, y: 24mm), columns: 2, header: context {{
    set text(size: 8pt)
    let n = counter(page).get().first() + 102
    if n == 103 [ 海岸研究學刊　第 38 卷第 2 期（2024 年 6 月），頁 103–105 ]
    else if calc.odd(n) [ {title} #h(1fr) #n ] else [ #n #h(1fr) 海岸研究學刊　第 38 卷第 2 期 ] }})
"""
GAZETTE = """#set columns(gutter: 6mm)
#set par(leading: 0.6em, spacing: 0.6em)
#set page(paper: "iso-b5", margin: (x: 14mm, y: 17mm), columns: 3,
  footer: context align(center, text(size: 8pt)[內灣社區通訊　第三十三期　#counter(page).display()]))
"""
MONOGRAPH = """#set footnote(numbering: "（1）")
#set page(paper: "iso-b5", margin: 20mm,
  header: text(size: 8pt)[東亞評論　第十二卷第三期　2025 年 9 月 #h(1fr) East Asia Review],
  footer: context align(center, text(size: 8pt)[— #counter(page).display() —]))
"""
LEAFLET = """#set par(justify: false, first-line-indent: 0em, leading: 0.65em, spacing: 1.25em)
#set page(paper: "a5", margin: 17mm,
  footer: context align(right, text(size: 8pt)[Page #counter(page).display("1 of 1", both: true)]))
"""
LETTERS = """#set par(leading: 1em, spacing: 1em)
#set page(paper: "a4", margin: 22mm, header: text(size: 8pt, context {{
    let past = query(selector(heading.where(level: 1)).before(here()))
    if past.len() > 0 {{ past.last().body }} }}),
  footer: context align(center, text(size: 8pt)[· #counter(page).display() ·]))
"""
BOOKLET = """#set par(first-line-indent: 0em, leading: 0.65em, spacing: 1.25em)
#show heading: set align(center)
#set page(paper: "iso-b5", margin: 22mm,
  footer: context align(left, text(size: 8pt)[第 #counter(page).display() 頁]))
"""
IN_COLUMNS = (MAGAZINE, PAPER, GAZETTE)
"""Pages whose columns begin below a head that runs over all of them."""


def escape(text: str) -> str:
    return re.sub(r"([\\#$*_`<>@\[\]~=/+-])", r"\\\1", text)


def inline(text: str, notes: dict[str, str], superscript: bool) -> str:
    """A paragraph as typst: marks become footnotes, or stay as bracketed references."""
    if notes:
        parts = re.split(r"\[\^(\d+)\]", text)
        return "".join(
            escape(part) if n % 2 == 0 else f"#footnote[{escape(notes[part])}]" for n, part in enumerate(parts)
        )
    text = escape(text)
    return re.sub(r"\\\[(\d+)\\\]", r"#super[\\[\1\\]]", text) if superscript else text


def source(document: Document, layout: Layout) -> str:
    """The document as typst."""
    title = escape(document.title)
    out = [
        COMMON.format(font=layout.font, region=layout.region, size=layout.size),
        layout.page.format(title=title),
    ]
    head = f'#align(center)[#text(size: 1.6em, weight: "bold")[{title}]\n\n{escape(document.byline)}]'
    out.append(f'#place(top, scope: "parent", float: true)[{head}]\n' if layout.page in IN_COLUMNS else head + "\n")
    table: list[Piece] = []
    for piece in (*document.pieces, Piece("end", "")):
        if piece.kind == "row":
            table.append(piece)
            continue
        if table:
            out.append(_table(table))
            table = []
        text = inline(piece.text, {} if layout.endnotes else document.notes, layout.endnotes)
        if piece.kind == "heading":
            out.append(f"#heading(level: {piece.level - 1})[{text}]\n")
        elif piece.kind in ("item", "number"):
            sign = "• " if piece.kind == "item" else ""
            text = re.sub(r"^(\d+)\.", r"\1#h(0pt).", text)
            out.append(f"#par(first-line-indent: 0pt, hanging-indent: 1em)[{sign}{text}]\n")
        elif piece.kind in ("caption", "source"):
            out.append(f"#align({'center' if piece.kind == 'caption' else 'left'})[#text(size: 0.9em)[{text}]]\n")
        else:
            out.append(text + "\n")
    if layout.endnotes:
        for label, body in document.notes.items():
            out.append(f"#par(first-line-indent: 0pt, hanging-indent: 2em)[\\[{label}\\] {escape(body)}]\n")
    return "\n".join(out)


def _table(rows: list[Piece]) -> str:
    cells = "".join(f"[{escape(cell)}], " for row in rows for cell in row.cells)
    return f"#align(center)[#table(columns: {len(rows[0].cells)}, stroke: 0.4pt, {cells})]\n"


def pdftotext(pdf: bytes, *options: str) -> str:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return subprocess.run(
            ["pdftotext", "-enc", "UTF-8", *options, file.name, "-"], check=True, capture_output=True, text=True
        ).stdout


def by_pypdf(pdf: bytes) -> str:
    return "\f".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


EXTRACTORS: dict[str, Callable[[bytes], str]] = {
    "plain": pdftotext,
    "layout": lambda pdf: pdftotext(pdf, "-layout"),
    "raw": lambda pdf: pdftotext(pdf, "-raw"),
    "pypdf": by_pypdf,
}


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to set a document: page, font, size, and whether its notes are references at the end."""

    document: str
    page: str
    size: str
    font: str = "Noto Serif CJK TC"
    region: str = "tw"
    endnotes: bool = False


LAYOUTS = {
    "book": Layout("harbour.md", BOOK, "9pt"),
    "journal": Layout("harbour.md", JOURNAL, "10pt", font="Noto Sans CJK TC"),
    "report": Layout("water.md", REPORT, "11pt"),
    "magazine": Layout("tea.md", MAGAZINE, "9.5pt"),
    "preprint": Layout("rail.md", PREPRINT, "10pt", "Noto Serif CJK SC", "cn", endnotes=True),
    "paper": Layout("salt.md", PAPER, "10pt"),
    "monograph": Layout("harbour.md", MONOGRAPH, "10pt"),
    "leaflet": Layout("tea.md", LEAFLET, "10.5pt", font="Noto Sans CJK TC"),
    "letters": Layout("bridge.md", LETTERS, "12pt", "Noto Serif CJK SC", "cn"),
    "booklet": Layout("cable.md", BOOKLET, "12pt"),
    "gazette": Layout("gazette.md", GAZETTE, "9pt", font="Noto Sans CJK TC"),
}


def main() -> None:
    """Write every layout in every mode."""
    target = HERE / "extracted"
    target.mkdir(exist_ok=True)
    for name, layout in LAYOUTS.items():
        document = read(HERE / "documents" / layout.document)
        pdf = typst.compile(source(document, layout).encode())
        assert isinstance(pdf, bytes)
        for mode, extract in EXTRACTORS.items():
            (target / f"{name}.{mode}.txt").write_text(extract(pdf), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
