"""Coverage-guided fuzzing of the whole way from bytes to pages.

    python -m benchmarks.fuzz [--seconds N] [--corpus DIR] [--finds DIR] [--every N] [FILE …]

Starts from the seeds cut into pieces and the texts of ``tests/fixtures``; mutates bytes, and lines and words as well,
which bytes alone would seldom hit. A text that breaks a promise is written to ``--finds``, and the run fails. With
FILE: only tries these texts again. Needs ``pip install -r requirements/fuzz.txt`` (Linux).
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["jianbao"], enable_loader_override=False):
    from tests.one_text import check

from tests.hostile_texts import ATTACKS, PIECES

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 3000
"""Bytes of a text: faults seldom need more, and a text takes 70 ms."""
SLOWEST = 60
"""Seconds that a text may take."""


def pieces_of(text: str, lines: int = 12) -> list[str]:
    """A text cut into runs of lines, short enough to be mutated."""
    rows = text.splitlines(keepends=True)
    cut = ("".join(rows[start : start + lines]) for start in range(0, len(rows), lines))
    return [piece.encode()[:LONGEST].decode(errors="ignore") for piece in cut if piece.strip()]


def fill(corpus: Path, every: int) -> None:
    """Write the texts that the run starts from: all, or each so-manieth."""
    texts = [piece for path in sorted((ROOT / "seeds").glob("*.txt")) for piece in pieces_of(path.read_text("utf-8"))]
    for path in sorted((ROOT / "tests" / "fixtures").rglob("*.txt")):
        texts += pieces_of(path.read_bytes().decode("utf-8", "replace"), 40)
    texts += [f"題目\n\n字{attack}字\n\n{attack}\n" for attack in ATTACKS]
    for number, text in enumerate(texts[::every]):
        (corpus / f"{number:05}").write_bytes(text.encode())
    for codec in ("big5", "gb18030", "utf-16"):
        (corpus / codec).write_bytes(texts[0].encode(codec, "ignore"))


def mutate(data: bytes, longest: int, seed: int) -> bytes:
    """Another text: as often by lines and words as by bytes."""
    dice = random.Random(seed)
    if dice.random() < 0.4:
        return bytes(atheris.Mutate(data, longest))
    text = data.decode("utf-8", "replace")
    for _ in range(dice.choice((1, 1, 2, 4))):
        text = dice.choice(_CHANGES)(text, dice)
    return text.encode("utf-8", "replace")[:longest]


def _insert(text: str, dice: random.Random) -> str:
    place = dice.randint(0, len(text))
    piece: str = dice.choice(PIECES + ATTACKS)
    return text[:place] + piece * dice.choice((1, 1, 1, 2, 30)) + text[place:]


def _cut(text: str, dice: random.Random) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + text[place + dice.choice((1, 1, 2, 8, 40)) :]


def _lines(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    kind = dice.randrange(5)
    if kind == 0:
        lines[one], lines[other] = lines[other], lines[one]
    elif kind == 1:
        lines.insert(other, lines[one])
    elif kind == 2:
        del lines[one]
    elif kind == 3:
        lines[one] = dice.choice((" ", "\u3000\u3000", "\t", "    ", "· ", "1. ", "「", "\ufeff")) + lines[one]
    else:
        lines[one : one + 2] = ["".join(lines[one : one + 2])]
    return "\n".join(lines)


def _break(text: str, dice: random.Random) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + dice.choice(("\n", "\n\n", "\r", "\f", "\u2028", "\n\n\n", "\r\n")) + text[place:]


def _repeat(text: str, dice: random.Random) -> str:
    start = dice.randint(0, len(text))
    part = text[start : start + dice.choice((1, 4, 20, 100))]
    place = dice.randint(0, len(text))
    return text[:place] + part * dice.choice((1, 2, 10)) + text[place:]


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (_insert, _insert, _cut, _lines, _lines, _break, _repeat)


def one(data: bytes) -> None:
    """Try a text; one in eight on all pages, which takes three times as long."""
    check(data, everything=len(data) % 8 == 0)


def _try_again(paths: list[Path]) -> int:
    failed = 0
    for path in paths:
        try:
            check(path.read_bytes())
        except Exception:
            failed += 1
            sys.stderr.write(f"{path}:\n{traceback.format_exc()}")
    return failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=900)
    parser.add_argument("--seed", type=int, default=0, help="of the dice; 0: another one each run")
    parser.add_argument("--every", type=int, default=1, help="start from each so-manieth text only")
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what the run learns")
    parser.add_argument("--finds", type=Path, default=Path("finds"))
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args()
    if given.files:
        sys.exit(min(_try_again(given.files), 1))
    corpus = given.corpus or Path(tempfile.mkdtemp(prefix="fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    given.finds.mkdir(parents=True, exist_ok=True)
    if not any(corpus.iterdir()):
        fill(corpus, given.every)
    options = [f"-max_total_time={given.seconds}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}", f"-seed={given.seed}"]
    options += [f"-artifact_prefix={given.finds}/", "-print_final_stats=1", "-rss_limit_mb=4096", "-len_control=0"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
