"""Prints documents of other kinds with Chromium, as people print web pages, and extracts their text again.

Run by hand, when a document or a page changes: ``python -m tests.quality.print_web``. Needs what ``typeset`` needs, and
Chromium instead of typst.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tests.quality.truth import Document, Piece, read
from tests.quality.typeset import EXTRACTORS

HERE = Path(__file__).parent

COMMON = """body{margin:0;text-align:justify} h1{font-size:1.5em;text-align:center}
.by,.cap{text-align:center;text-indent:0!important} .src{font-size:.85em;text-indent:0!important}
table{border-collapse:collapse;margin:6px auto} td,th{border:1px solid #888;padding:3px 14px}
aside{font-size:.78em;border-top:1px solid #888;margin:6px 0 10px} sup{font-size:.65em}
"""

REVIEW = """@page{size:148mm 210mm;margin:20mm 18mm}
@page :left{@top-left{content:counter(page) '　　政法論叢　第九十三期';font-size:8pt}}
@page :right{@top-right{content:'無人載具致人損害的責任歸屬　　' counter(page);font-size:8pt}}
body{font:10pt/1.7 'Noto Serif CJK TC'} p{text-indent:2em;margin:0}
"""
POLICY = """@page{size:A4;margin:25mm 24mm;@bottom-center{content:'- ' counter(page) ' -';font-size:9pt}
@top-right{content:'島嶼電網的韌性評估';font-size:9pt}}
@page :first{@bottom-center{content:none}@top-right{content:none}}
body{font:11pt/1.75 'Noto Sans CJK TC'} p{text-indent:2em;margin:0 0 .4em}
.cover{page-break-after:always;text-align:center;padding-top:60mm} .cover p{text-indent:0}
.toc{page-break-after:always} .toc p{text-indent:0;display:flex} .toc i{flex:1;overflow:hidden;white-space:nowrap}
"""
WEEKLY = """@page{size:210mm 297mm;margin:18mm;@bottom-left{content:'港東週報　第六百一十二期';font-size:8pt}
@bottom-right{content:'第 ' counter(page) ' 版';font-size:8pt}}
body{font:10.5pt/1.6 'Noto Serif CJK TC'} p{text-indent:2em;margin:0} .columns{columns:2;column-gap:10mm}
"""
BRIEF = """@page{size:A4;margin:22mm;@top-left{content:'Policy Brief 2024-07';font-size:8pt}
@top-right{content:'海洋治理研究室';font-size:8pt}
@bottom-right{content:'Page ' counter(page) ' of ' counter(pages);font-size:8pt}}
body{font:11pt/1.6 'Noto Sans CJK TC'} p{margin:0 0 .9em}
"""
BULLETIN = """@page{size:B5;margin:15mm;@bottom-right{content:counter(page) ' / ' counter(pages);font-size:8pt}}
body{font:9pt/1.5 'Noto Serif CJK SC'} p{text-indent:2em;margin:0} h2,h3{margin:.8em 0 .3em;font-size:1.15em}
.columns{columns:2;column-gap:7mm;column-rule:1px solid #999}
"""
COURSE = """@page{size:A4;margin:20mm 17mm;@bottom-left{content:'山海教育　總第八十一期';font-size:8pt}
@bottom-right{content:counter(page);font-size:8pt}}
body{font:11.5pt/1.7 'Noto Sans CJK TC'} p{margin:0 0 .8em} h2{font-size:1.2em;margin:1em 0 .4em}
.columns{columns:2;column-gap:9mm}
"""


@dataclass(frozen=True, slots=True)
class Page:
    """A way to print a document: its style sheet, and whether it has a cover with a contents page, or columns."""

    document: str
    style: str
    cover: bool = False
    columns: bool = False


PAGES = {
    "review": Page("vehicles.md", REVIEW),
    "policy": Page("grid.md", POLICY, cover=True),
    "weekly": Page("market.md", WEEKLY, columns=True),
    "brief": Page("cable.md", BRIEF),
    "bulletin": Page("bridge.md", BULLETIN, columns=True),
    "course": Page("course.md", COURSE, columns=True),
}


def source(document: Document, page: Page) -> str:
    """The document as HTML."""
    title = f"<h1>{escape(document.title)}</h1>"
    byline = f"<p class=by>{escape(document.byline)}</p>"
    body = "\n".join(_blocks(document))
    if page.cover:
        body = _cover(document, title, byline) + body
    else:
        body = title + byline + (f"<div class=columns>{body}</div>" if page.columns else body)
    return f"<!doctype html><html lang=zh-Hant><meta charset=utf-8><style>{COMMON}{page.style}</style><body>{body}"


def _blocks(document: Document) -> list[str]:
    out: list[str] = []
    table: list[Piece] = []
    for piece in (*document.pieces, Piece("end", "")):
        if piece.kind == "row":
            table.append(piece)
            continue
        if table:
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row.cells) for row in table)
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
            table = []
        text = re.sub(r"\[\^(\d+)\]", r"<sup>\1</sup>", escape(piece.text))
        if piece.kind == "heading":
            out.append(f"<h{piece.level}>{text}</h{piece.level}>")
        elif piece.kind == "item":
            out.append(f"<ul><li>{text}</li></ul>")
        elif piece.text.startswith("圖一"):
            out.append(f"{_chart()}<p class=cap>{text}</p>")
        elif piece.kind in ("caption", "source"):
            out.append(f"<p class={'cap' if piece.kind == 'caption' else 'src'}>{text}</p>")
        else:
            out.append(f"<p>{text}</p>")
        called = re.findall(r"\[\^(\d+)\]", piece.text)
        if called:
            notes = (f"<div><sup>{label}</sup> {escape(document.notes[label])}</div>" for label in called)
            out.append(f"<aside>{''.join(notes)}</aside>")
    return out


def _cover(document: Document, title: str, byline: str) -> str:
    headings = [piece.text for piece in document.pieces if piece.kind == "heading"]
    entries = (f"<p>{escape(text)}<i>{'.' * 200}</i>{3 + n // 2}</p>" for n, text in enumerate(headings))
    return (
        f"<div class=cover><p>能源政策研究所研究報告　第 2024-05 號</p>{title}{byline}<p>內部資料　請勿引用</p>"
        f"<p>能源政策研究所</p><p>2024 年 6 月</p></div><div class=toc><h2>目錄</h2>{''.join(entries)}</div>"
    )


def _chart() -> str:
    """A chart with two scales and a legend, whose words an extraction leaves in the text."""
    values = "".join(f"<text x=20 y={170 - 28 * n}>{5 * n}</text>" for n in range(6))
    years = "".join(f"<text x={50 + 48 * n} y=190>{2016 + n}</text>" for n in range(7))
    names = "".join(f"<text x=330 y={30 + 18 * n}>{name}</text>" for n, name in enumerate(("甲島", "乙島", "丙島")))
    style = "display:block;margin:8px auto;font:11px sans-serif"
    return f'<svg width=420 height=200 style="{style}">{values}{years}{names}<text x=5 y=14>（％）</text></svg>'


def main() -> None:
    """Write every page in every mode."""
    target = HERE / "extracted"
    for name, page in PAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            html, pdf = Path(folder, "page.html"), Path(folder, "page.pdf")
            html.write_text(source(read(HERE / "documents" / page.document), page), encoding="utf-8")
            options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
            subprocess.run(["chromium", *options, f"--print-to-pdf={pdf}", html.as_uri()], check=True)
            for mode, extract in EXTRACTORS.items():
                text = extract(pdf.read_bytes())
                (target / f"{name}.{mode}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
