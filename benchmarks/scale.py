"""How long a build takes, and how much memory, beside plain mkdocs over the same pages.

    python -m benchmarks.scale [SEEDS …] [--folder DIR] [--plain]

For each size (default 100 and 1,000 seeds; 10,000 takes hours with ``--plain``): the generator alone, the render alone,
a build in which nothing changed, a build after one seed was edited, and the largest process. With ``--plain`` also
Material as it comes, with and without its search. One run each: read ratios, not seconds.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import make, text_of

ROOT = Path(__file__).resolve().parents[1]

PLAIN = """\
site_name: plain
docs_dir: {docs}
site_dir: {site}
use_directory_urls: false
theme: {{name: material, language: zh-Hant, font: false}}
plugins: {plugins}
markdown_extensions: [footnotes, tables, toc]
nav: [{{home: index.md}}, {{topics: topics/index.md}}, {{people: people/index.md}}]
not_in_nav: |
  *
validation: {{links: {{not_found: ignore, anchors: ignore, unrecognized_links: ignore}}}}
"""


def _timed(*command: str | Path) -> tuple[float, int]:
    """Seconds, and the memory in MB of the largest process."""
    start = time.monotonic()
    process = subprocess.Popen([sys.executable, *map(str, command)], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} failed with {status}")
    largest = max(usage.ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    return time.monotonic() - start, largest // 1024


def _plain(docs: Path, folder: Path, plugins: str) -> float:
    config = folder / "plain.yml"
    config.write_text(PLAIN.format(docs=docs, site=folder / "plain", plugins=plugins), encoding="utf-8")
    seconds, _ = _timed("-m", "mkdocs", "build", "-q", "-f", config)
    shutil.rmtree(folder / "plain")
    return seconds


class _Told(dict[str, float]):
    """Figures, told as they come: a run that is stopped was not for nothing."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def __setitem__(self, name: str, figure: float) -> None:
        super().__setitem__(name, figure)
        print(f"{self._size:,}: {name} {figure:,.1f}", file=sys.stderr, flush=True)


def measure(size: int, folder: Path, with_plain: bool) -> dict[str, float]:
    """All times of one size, by name."""
    make(folder / "seeds", size)
    build = (ROOT / "build.py", "build", "-q", "--seeds", folder / "seeds", "--output", folder / "out")
    times = _Told(size)
    times["generator"], memory = _timed(*build, "--no-site")
    both, more = _timed(*build)
    times["nothing changed"], _ = _timed(*build)
    times["render"] = both - times["nothing changed"]
    (folder / "seeds" / "000001.txt").write_text(text_of(1).replace("。", "。又及。", 1), encoding="utf-8")
    times["one seed edited"], _ = _timed(*build)
    times["whole build"] = times["generator"] + times["render"]
    times["largest process, MB"] = max(memory, more)
    times["pages"] = sum(1 for _ in (folder / "out" / "docs").rglob("*.md"))
    if with_plain:
        times["plain Material, search off"] = _plain(folder / "out" / "docs", folder, "[]")
        times["plain Material, search on"] = _plain(folder / "out" / "docs", folder, "[search]")
    return times


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--plain", action="store_true")
    given = parser.parse_args()
    table: dict[int, dict[str, float]] = {}
    for size in given.sizes:
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            table[size] = measure(size, Path(folder), given.plain)
    print("| | " + " | ".join(f"{size:,}" for size in table) + " | exponent |")
    print("| --- |" + " ---: |" * (len(table) + 1))
    smallest, largest = min(table), max(table)
    for name in table[smallest]:
        low, high = table[smallest][name], table[largest][name]
        growth = math.log(high / low) / math.log(largest / smallest) if largest > smallest and low > 0 < high else 0
        print(f"| {name} | " + " | ".join(f"{table[size][name]:,.1f}" for size in table) + f" | {growth:.2f} |")


if __name__ == "__main__":
    main()
