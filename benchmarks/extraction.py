"""How long knowledge takes: ``python benchmarks/extraction.py [SEEDS_DIR]`` prints milliseconds a briefing, one core.

The median is what one more briefing costs; the greatest belongs to the longest text, so its cost per 1,000 characters
stands beside it. The gazetteer is compiled before the clock starts, as in a build, where it is compiled once.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import process_time

from jianbao import knowledge
from jianbao.document import Edition
from jianbao.gazetteer import Gazetteer, load_gazetteer
from jianbao.library import Topic
from jianbao.reading import through_stages
from jianbao.script import make_editions
from jianbao.seed_result import SeedInput
from jianbao.sidecar import Sidecar
from jianbao.topics import load_topics

ROOT = Path(__file__).parent.parent
ROUNDS = 5


def main(seeds: Path) -> None:
    gazetteer = load_gazetteer(ROOT / "knowledge" / "names.yml")
    topics = load_topics(ROOT / "knowledge" / "topics.yml", gazetteer)
    articles = [edition for path in sorted(seeds.glob("*.txt")) for edition in _editions(path, gazetteer)]
    knowledge.extract(articles[:1], gazetteer, topics)
    rows = sorted((_milliseconds(edition, gazetteer, topics), _length(edition)) for edition in articles)
    slowest, longest = rows[-1]
    print(f"{len(rows)} briefings, {sum(length for _, length in rows)} characters")
    print(f"median {median(time for time, _ in rows):.1f} ms, greatest {slowest:.1f} ms for {longest} characters")
    print(f"per 1,000 characters: {1000 * sum(time for time, _ in rows) / sum(length for _, length in rows):.1f} ms")


def _editions(path: Path, gazetteer: Gazetteer) -> list[Edition]:
    stages = through_stages(SeedInput(path.name, path.read_bytes(), Sidecar()), gazetteer)
    return [make_editions(item, stages.seed, gazetteer)["zh-Hant-TW"] for item in stages.canonical]


def _milliseconds(edition: Edition, gazetteer: Gazetteer, topics: tuple[Topic, ...]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        knowledge.extract([edition], gazetteer, topics)
        times.append(1000 * (process_time() - start))
    return min(times)


def _length(edition: Edition) -> int:
    return sum(len(block.text) for block in edition.blocks)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds")
