"""What very large seeds of one kind cost: CPU seconds a stage, memory, and how both grow.

    python -m benchmarks.huge [KIND …] [--size MEGABYTES] [--stage STAGE | --whole]

Each kind is read at a quarter of the size and at the size (default 1 MB; ``--size 30`` takes minutes), each time by a
process of its own, through all stages or up to ``--stage``. An exponent near 1 is linear growth. With ``--whole`` each
is checked and built to the end, without HTML: seconds by the clock and of all processors, MB of the largest process.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from benchmarks.corpus import sentences
from benchmarks.timing import python
from jianbao import cleaning, knowledge, script, source, structure
from jianbao.audit import audit
from jianbao.collecting import load_knowledge
from jianbao.knowledge import reach
from jianbao.project import make_project
from jianbao.reading import LEGAL, read_seed
from jianbao.seed_result import Knowledge, SeedInput
from jianbao.sidecar import Sidecar

ROOT = Path(__file__).resolve().parents[1]
STAGES = ("decode", "clean", "structure", "canonicalise", "audit", "editions", "extract")


def _prose(size: int) -> str:
    dice = random.Random(1)
    parts, length = [], 0
    while length < size:
        parts.append(dice.choice(sentences()))
        length += 3 * len(parts[-1])
    return "".join(parts)


def _lines(size: int, between: str = "\n") -> str:
    dice, prose = random.Random(2), _prose(600_000)
    pieces = []
    while size > 0:
        start = dice.randrange(len(prose) - 30)
        pieces.append(prose[start : start + dice.randint(5, 30)])
        size -= 3 * len(pieces[-1]) + len(between)
    return between.join(pieces)


def _rows(size: int, between: str) -> str:
    dice = random.Random(3)
    rows: list[str] = []
    while size > 0:
        cells = (
            str(len(rows)),
            dice.choice("甲乙丙丁戊"),
            f"{dice.randint(1, 10**6):,}",
            f"{dice.random():.1%}",
            "項目",
        )
        rows.append(between.join(cells))
        size -= len(rows[-1].encode()) + 1
    return "\n".join(rows)


KINDS: dict[str, Callable[[int], str]] = {
    "one line of prose": _prose,
    "short lines": _lines,
    "short lines, blank ones between": lambda size: _lines(size, "\n\n"),
    "one line again and again": lambda size: "這是一行完全相同的文字。\n" * (size // 37),
    "rows of a table, tabs": lambda size: _rows(size, "\t"),
    "rows of a table, spaces": lambda size: _rows(size, "   "),
    "Latin words with numbers": lambda size: "The quick brown fox jumps over 7 lazy dogs\n" * (size // 43),
    "names of signers": lambda size: "水位升高，居民撤離。\n" + "王小明（某大學教授）\n" * (size // 31),
    "nested brackets": lambda size: "（" * (size // 6) + "中" + "）" * (size // 6),
    "opening quotation marks": lambda size: "「" * (size // 3),
    "digits": lambda size: "1234567890" * (size // 10),
}


def measure(kind: str, size: int, last: str) -> dict[str, float]:
    """CPU seconds of each stage up to ``last``, and the largest memory of this process in MB."""
    known = load_knowledge(make_project())
    read_seed(SeedInput("warm.txt", "先讀一遍詞表。\n".encode(), Sidecar()), known)
    spent: dict[str, float] = {}
    begun = process_time()
    for stage in _through(f"{KINDS[kind](size)}\n".encode(), known):
        if stage == "made":
            begun = process_time()
            continue
        spent[stage] = process_time() - begun
        begun = process_time()
        if stage == last:
            break
    return spent | {"MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _through(data: bytes, known: Knowledge) -> Iterator[str]:
    yield "made"
    seed, _ = source.decode(data, "huge.txt")
    yield "decode"
    cleaned = cleaning.clean(seed, Sidecar())
    yield "clean"
    structured = structure.read(cleaned, seed, Sidecar())
    yield "structure"
    canonical = [script.canonicalise(article, seed, known.gazetteer, Sidecar()) for article in structured.articles]
    yield "canonicalise"
    kept = (block.text for item in canonical for block in (*item.article.blocks, *item.article.notes))
    later = (removal for item in canonical for removal in item.removals)
    audit(seed.text, kept, (*cleaned.removals, *structured.removals, *later), LEGAL)
    yield "audit"
    editions = [script.make_editions(item, seed, known.gazetteer) for item in canonical]
    yield "editions"
    knowledge.extract([reach.within(item["zh-Hant-TW"]) for item in editions], known.gazetteer, known.topics)
    yield "extract"


def _apart(kind: str, size: int, last: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.huge", kind, "--measure", str(size), "--stage", last]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    figures: dict[str, float] = json.loads(told)
    return figures


def to_the_end(kind: str, size: int) -> None:
    """Check and build a seed, and print a row for each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeds").mkdir()
        (folder / "seeds" / "huge.txt").write_text(f"{KINDS[kind](size)}\n", encoding="utf-8")
        for verb, more in (("check", ()), ("build", ("--no-site", "--output", folder / "out"))):
            spent = python(ROOT / "build.py", verb, "-q", "--seeds", folder / "seeds", *more)
            row = f"| {kind} | {size / 1e6:.2f} | {verb} | {spent.wall:.1f} | {spent.cpu:.1f} | {spent.memory} |"
            print(row, flush=True)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=[])
    parser.add_argument("--size", type=float, default=1.0)
    parser.add_argument("--stage", choices=STAGES, default=STAGES[-1])
    parser.add_argument("--whole", action="store_true", help="check and build to the end")
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measure(given.kinds[0], given.measure, given.stage)))
        return
    if given.whole:
        print("| kind | MB | verb | s | CPU s | largest process, MB |")
        print("| --- |" + " ---: |" * 5)
        for kind in given.kinds or KINDS:
            to_the_end(kind, int(given.size * 1_000_000))
        return
    shown = STAGES[: STAGES.index(given.stage) + 1]
    print("| kind | MB | " + " | ".join(shown) + " | together, s | memory, MB | exponent |")
    print("| --- |" + " ---: |" * (len(shown) + 4))
    for kind in given.kinds or KINDS:
        before = 0.0
        for size in (int(given.size * 250_000), int(given.size * 1_000_000)):
            figures = _apart(kind, size, given.stage)
            together = sum(figures[stage] for stage in shown)
            growth = f"{math.log(together / before, 4):.2f}" if before else ""
            stages = " | ".join(f"{figures[stage]:.2f}" for stage in shown)
            row = f"| {kind} | {size / 1e6:.2f} | {stages} | {together:.2f} | {figures['MB']:.0f} | {growth} |"
            print(row, flush=True)
            before = together


if __name__ == "__main__":
    main()
