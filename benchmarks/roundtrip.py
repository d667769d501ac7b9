"""How much of a Traditional text comes back after it was flattened to Simplified and carelessly converted?

    python benchmarks/roundtrip.py [FILE …]

Genuine Traditional text (by default the seeds that are such) → Simplified, character by character → back, by a naive
table or not at all → each converter. Printed: the part of ambiguous characters (more than one Traditional form, none
of them free variants) that is as in the source. Other converters run in virtual environments of their own, which this
script makes under ``.cache/roundtrip``, since opencc and opencc-python-reimplemented share a package name.
"""

from __future__ import annotations

import subprocess
import sys
import time
import venv
from collections.abc import Callable, Mapping
from pathlib import Path

from jianbao import cleaning, gazetteer, structure
from jianbao.document import Article, Block, BlockKind, Meta
from jianbao.gazetteer import Gazetteer
from jianbao.provenance import MappedText
from jianbao.script import Switches, canonicalise
from jianbao.script.characters import SIMPLIFY, TRADITIONAL_FORMS
from jianbao.script.engine import converter
from jianbao.script.protect import outside, protected_ranges
from jianbao.script.spellings import FOLD, FREE
from jianbao.sidecar import Sidecar
from jianbao.source import Seed, decode

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENTS = ROOT / ".cache" / "roundtrip"
GENUINE = ("001", "002", "003", "004")
FLOOR = 0.990

NAIVE = dict(zip("制注采冲征干里复沉松尽历志扎铲为么抬", "製註采沖征幹裏復沈松盡歷誌紮鏟爲麽擡", strict=True)) | {
    char: char for char in "系余回只"
}
"""What a careless converter makes of a character whatever the word; for others OpenCC's first form."""

RARE = dict(
    zip(
        "了面出才只家表果同向后里几于系制并卷冲干发征准云回划折舍扎采伙核杰尽游欲托占布周胡秋千朱余郁岳志致范谷斗松丑姜术御咸",
        "瞭麵齣纔隻傢錶菓衕嚮後裏幾於係製並捲衝幹發徵準雲迴劃摺捨紮採夥覈傑盡遊慾託佔佈週鬍鞦韆硃餘鬱嶽誌緻範穀鬥鬆醜薑術禦鹹",
        strict=True,
    )
)
"""What another makes of them: for each the form that means least, 成瞭, 如菓, 最後麵."""

OTHERS = {
    "opencc 1.4.2": (
        "opencc==1.4.2",
        "import sys, opencc\n"
        "text = opencc.OpenCC('t2s').convert(sys.stdin.read())\n"
        "sys.stdout.write(opencc.OpenCC('s2tw').convert(text))",
    ),
    "zhconv-rs": (
        "zhconv-rs==0.4.2",
        "import sys, zhconv_rs\n"
        "text = zhconv_rs.zhconv(sys.stdin.read(), 'zh-Hans')\n"
        "sys.stdout.write(zhconv_rs.zhconv(text, 'zh-TW'))",
    ),
}
"""Name, requirement, and a program that converts standard input."""

_FOLD = str.maketrans(FOLD)
_PLAIN = Switches(
    width=False, ellipsis=False, broken_quotes=False, quotes=False, spaces=False, fold=True, regional_names=False
)
_LOOSE = {char for pair in FREE for char in pair}
AMBIGUOUS = {
    key
    for key, forms in TRADITIONAL_FORMS.items()
    if len({form.translate(_FOLD) for form in forms}) > 1 and _LOOSE.isdisjoint(forms)
}


def genuine_text(path: Path) -> str:
    """The paragraphs of a file, unwrapped, less what is Japanese or no prose, in Taiwan's characters."""
    seed, _ = decode(path.read_bytes(), path.name)
    articles = structure.read(cleaning.clean(seed, Sidecar()), seed, Sidecar()).articles
    lines = []
    for article in articles:
        for block in (*article.blocks, *article.notes):
            text = block.text.plain
            lines.append("".join(text[start:end] for start, end in outside(len(text), protected_ranges(text))))
    return "\n".join(lines).translate(_FOLD)


def naive(text: str, forms: Mapping[str, str] = NAIVE) -> str:
    """Simplified text as a careless converter gives it back."""
    return "".join(forms.get(char) or TRADITIONAL_FORMS.get(char, (char,))[0] for char in text)


def ours(text: str, names: Gazetteer) -> str:
    """Through the whole stage, gate included."""
    starts = (0, *(offset + 1 for offset, char in enumerate(text) if char == "\n"))
    seed = Seed("text", "", "utf-8", text, starts)
    lines = [MappedText.verbatim(text, a, b) for a, b in zip(starts, (*starts[1:], len(text)), strict=True)]
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    canonical = canonicalise(Article("text", "", 1, Meta(), blocks), seed, names, Sidecar(), _PLAIN)
    return "".join(block.text.plain for block in canonical.article.blocks)


def other(name: str) -> Callable[[str], str]:
    """A converter in an environment of its own."""
    requirement, program = OTHERS[name]
    folder = ENVIRONMENTS / requirement
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", requirement], check=True)
        (folder / "ready").touch()
    return lambda text: (
        subprocess.run([python, "-c", program], input=text, capture_output=True, check=True, encoding="utf-8").stdout
    )


def accuracy(truth: str, got: str) -> tuple[int, int]:
    """Right ones among the ambiguous characters, and how many these are."""
    if len(truth) != len(got):
        raise SystemExit("a converter changed the length of the text: nothing can be compared")
    places = [offset for offset, char in enumerate(truth) if char.translate(SIMPLIFY) in AMBIGUOUS]
    got = got.translate(_FOLD)
    return sum(truth[place] == got[place] for place in places), len(places)


def main() -> int:
    """Print the table. Exit 1 if ours is not the best on every text, or below the floor on all together."""
    files = [Path(name) for name in sys.argv[1:]]
    files = files or sorted(path for path in (ROOT / "seeds").glob("*.txt") if path.name.startswith(GENUINE))
    names = gazetteer.load_gazetteer(ROOT / "knowledge" / "names.yml")
    methods: dict[str, Callable[[str], str]] = {
        "nothing": lambda text: text,
        "t2s, s2tw": lambda text: converter("s2tw").convert(converter("t2s").convert(text)),
        **{name: other(name) for name in OTHERS},
        "Jianbao": lambda text: ours(text, names),
    }
    texts = {path.name[:20]: genuine_text(path) for path in files}
    sums = {name: [0, 0] for name in methods}
    best = True
    ours_of = "Jianbao from rare forms, from Simplified"
    print(f"{'text':22}{'ambiguous':>10}" + "".join(f"{name:>14}" for name in methods) + f"   {ours_of}")
    for title, truth in texts.items():
        simplified = truth.translate(SIMPLIFY)
        rates = {}
        for name, method in methods.items():
            right, total = accuracy(truth, method(naive(simplified)))
            rates[name] = right / max(total, 1)
            sums[name][0] += right
            sums[name][1] += total
        best = best and rates["Jianbao"] >= max(rates.values())
        for text in (naive(simplified, RARE), simplified):
            right, total = accuracy(truth, ours(text, names))
            rates[text] = right / max(total, 1)
        print(f"{title:22}{total:>10}" + "".join(f"{rate:>14.4f}" for rate in rates.values()))
    together = {name: right / max(total, 1) for name, (right, total) in sums.items()}
    row = "".join(f"{rate:>14.4f}" for rate in together.values())
    print(f"{'all':22}{sums['Jianbao'][1]:>10}{row}")
    start = time.process_time()
    size = sum(len(text.encode()) for text in texts.values())
    for text in texts.values():
        ours(naive(text.translate(SIMPLIFY)), names)
    print(f"Jianbao: {size / 1e6 / (time.process_time() - start):.2f} MB/s of CPU time, repair alone")
    return 0 if best and together["Jianbao"] >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
