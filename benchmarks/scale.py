"""How long a build takes, how much memory, what a search costs; and other generators over the same pages.

    python -m benchmarks.scale [ARTICLES …] [--jobs N] [--plain] [--folder DIR]

For each size (default 100 and 1,000 articles) every step is a process of its own, from nothing where it says so:

- generator alone: seeds to Markdown, from nothing;
- sharded render alone: Markdown to HTML, from nothing, without the proofs;
- whole build: seeds to published site, proofs included, from nothing;
- nothing changed, one seed edited: the whole build again;
- search: in Chromium, each query with nothing loaded yet.

With ``--plain`` also Material for MkDocs as it comes, without and with its search, and Hugo, over the same Markdown.
Seconds are by the clock; CPU seconds, of all processes, are what to compare when the machine does other work. One run
each, told as it comes. Growth: the exponent of pages from the smallest size to the largest; 1 is linear.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import sys
import tempfile
from itertools import accumulate, count
from pathlib import Path

from benchmarks.corpus import make, text_of
from benchmarks.others import hugo, material
from benchmarks.search_cost import search_cost
from benchmarks.timing import ROOT, Cost, python

ARTICLES = (1, 1, 1, 1, 1, 3)
"""Of six seeds in turn; the last is a dump."""
RATIOS = (
    ("plain Material without search", "sharded render alone"),
    ("plain Material with search", "whole build"),
    ("Hugo", "sharded render alone"),
)


class Told(dict[str, float]):
    """The figures of one size, told as they come: a run that is stopped was not for nothing."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def __setitem__(self, name: str, figure: float) -> None:
        super().__setitem__(name, figure)
        print(f"{self._size:,} articles: {name} {shown(figure)}", file=sys.stderr, flush=True)

    def put(self, name: str, spent: Cost) -> None:
        """Time and memory of a step."""
        self[f"{name}, s"] = spent.wall
        self[f"{name}, CPU s"] = spent.cpu
        self[f"{name}, largest process, MB"] = spent.memory


def seeds_for(articles: int) -> int:
    """How many seeds have at least so many articles."""
    totals = accumulate(ARTICLES[number % len(ARTICLES)] for number in count())
    return next(number for number, total in enumerate(totals, start=1) if total >= articles)


def measure(articles: int, folder: Path, jobs: int, with_plain: bool) -> Told:
    """All figures of one size, by name."""
    told = Told(articles)
    make(folder / "seeds", seeds_for(articles))

    def build(out: str, *more: str) -> Cost:
        places = ("--seeds", folder / "seeds", "--output", folder / out)
        return python(ROOT / "build.py", "build", "-q", *places, "--jobs", str(jobs), *more)

    told.put("generator alone", build("markdown", "--no-site"))
    docs = folder / "markdown" / "docs"
    told["pages"] = sum(1 for _ in docs.rglob("*.md"))
    told.put("sharded render alone", python("-m", "benchmarks.render_alone", docs, folder / "rendered", str(jobs)))
    shutil.rmtree(folder / "rendered")
    if with_plain:
        told.put("plain Material without search", material(docs, folder, "[]"))
        told.put("plain Material with search", material(docs, folder, "[search]"))
        by_hugo = hugo(docs, folder)
        if by_hugo:
            told.put("Hugo", by_hugo)
        else:
            print("no hugo on the path: left out", file=sys.stderr)
    shutil.rmtree(folder / "markdown")
    told.put("whole build", build("out"))
    told.put("nothing changed", build("out"))
    (folder / "seeds" / "000001.txt").write_text(text_of(1).replace("。", "。又及。", 1), encoding="utf-8")
    told.put("one seed edited", build("out"))
    searched = search_cost(folder / "out" / "site")
    if searched:
        told["search, median ms a query"], told["search, median bytes a query"] = searched
    else:
        print("no Chromium: search left out", file=sys.stderr)
    return told


def shown(figure: float) -> str:
    """With a digit after the point where it tells something."""
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:,.1f}"


def rows(table: dict[int, Told]) -> list[list[str]]:
    """Names, figures and growth; then how many times as long the others take."""
    smallest, largest = table[min(table)], table[max(table)]
    growth = math.log(largest["pages"] / smallest["pages"])
    found = []
    for name, low in smallest.items():
        high = largest.get(name, 0)
        exponent = f"{math.log(high / low) / growth:.2f}" if growth and low > 0 < high else ""
        found.append([name, *(shown(told[name]) if name in told else "" for told in table.values()), exponent])
    for other, ours in RATIOS:
        for unit in ("s", "CPU s"):
            times = [told.get(f"{other}, {unit}", 0) / told[f"{ours}, {unit}"] for told in table.values()]
            if any(times):
                found.append([f"{other} / {ours}, {unit}", *(f"{ratio:.2f}" for ratio in times), ""])
    return found


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000], metavar="ARTICLES")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--folder", type=Path, help="where to work; a folder there is made and deleted")
    given = parser.parse_args()
    table: dict[int, Told] = {}
    for size in given.sizes:
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            table[size] = measure(size, Path(folder), given.jobs, given.plain)
    print("| | " + " | ".join(f"{size:,} articles" for size in table) + " | growth |")
    print("| --- |" + " ---: |" * (len(table) + 1))
    for row in rows(table):
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
