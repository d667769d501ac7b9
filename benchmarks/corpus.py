"""A corpus of any size, made of the seeds' own sentences in the layouts that clippings come in. Deterministic.

    python -m benchmarks.corpus DIR ARTICLES

Article n is the same whatever the size of the corpus. Kinds in turn: wire copy, opinion piece with short headings, PDF
text with hard wraps, running heads and page numbers, pasted web page, letter in Simplified, dump of three stories.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from opencc import OpenCC

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
LENGTH = 1500
"""Characters of an article, about."""
WRAP = 38
PAGE = 30
SURNAMES = "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅"
GIVEN = "志明淑芬俊傑雅婷建宏美玲家豪怡君文雄秀英國華麗娟"
CITIES = ("台北", "東京", "北京", "香港", "華盛頓", "首爾")


@lru_cache(maxsize=1)
def sentences() -> tuple[str, ...]:
    """All sentences of the seeds that are plain running text."""
    found: dict[str, None] = {}
    for path in sorted(SEEDS.glob("*.txt")):
        text = re.sub(r"(?<=[一-鿿，、])\s*\n\s*(?=[一-鿿])", "", path.read_text(encoding="utf-8"))
        for sentence in re.findall(r"[一-鿿][^。！？\n]{11,90}[。！？]", text):
            if not re.search(r"[\x00-\x1f\u3000「」『』（）()]", sentence):
                found[sentence] = None
    return tuple(found)


def _title(dice: random.Random) -> str:
    return re.split("[，。；：]", dice.choice(sentences()))[0][:22]


def _name(dice: random.Random) -> str:
    return dice.choice(SURNAMES) + "".join(dice.sample(GIVEN, 2))


def _date(dice: random.Random) -> tuple[int, int, int]:
    return dice.randint(2015, 2026), dice.randint(1, 12), dice.randint(1, 28)


def _paragraphs(dice: random.Random, length: int = LENGTH) -> list[str]:
    paragraphs, total = [], 0
    while total < length:
        paragraph = "".join(dice.choice(sentences()) for _ in range(dice.randint(2, 6)))
        paragraphs.append(paragraph)
        total += len(paragraph)
    return paragraphs


def _wire(dice: random.Random) -> str:
    year, month, day = _date(dice)
    first, *rest = _paragraphs(dice)
    head = f"{_title(dice)}\n\n{year}年{month}月{day}日\n\n（中央社記者{_name(dice)}{dice.choice(CITIES)}{day}日電）"
    return head + "\n\n".join([first, *rest]) + "\n\n（編輯：" + _name(dice) + "）\n"


def _opinion(dice: random.Random) -> str:
    body = _paragraphs(dice)
    for index, number in zip(range(1, len(body) * 2, 4), "一二三四五六七八", strict=False):
        body.insert(index, f"{number}、{_title(dice)[:12]}")
    year, month, day = _date(dice)
    return f"{_title(dice)}\n文：{_name(dice)}\n{year}-{month:02}-{day:02}\n\n" + "\n\n".join(body) + "\n"


def _pdf(dice: random.Random) -> str:
    title, head = _title(dice), f"國際論壇第{dice.randint(3, 90)}期"
    lines = [title, "", _name(dice), ""]
    for paragraph in _paragraphs(dice):
        indented = "　　" + paragraph
        lines += [indented[start : start + WRAP] for start in range(0, len(indented), WRAP)]
    pages = [lines[start : start + PAGE] for start in range(0, len(lines), PAGE)]
    return "".join(
        "\n".join([f"{head}　{number}" if number % 2 else f"{number}　{title[:14]}", *page, "", f"- {number} -"])
        + "\n\f"
        for number, page in enumerate(pages, start=dice.randint(1, 80))
    )


def _web(dice: random.Random) -> str:
    year, month, day = _date(dice)
    title = _title(dice)
    stamp = f"{year}/{month:02}/{day:02} {dice.randint(6, 22):02}:15"
    head = f"首頁 > 國際 > 即時\n{title}\n{stamp}\n分享\n記者{_name(dice)}／報導\n\n"
    body = _paragraphs(dice)
    body.insert(1, f"▲{_title(dice)}。（圖／資料照片）")
    body.insert(3, f"延伸閱讀：{_title(dice)}")
    return head + "\n\n".join(body) + f"\n\n標籤：{_title(dice)[:4]}、{_title(dice)[:3]}\n"


@lru_cache(maxsize=1)
def _simplifier() -> Callable[[str], str]:
    convert: Callable[[str], str] = OpenCC("tw2s").convert
    return convert


def _letter(dice: random.Random) -> str:
    year, month, day = _date(dice)
    body = "\n\n".join(_paragraphs(dice))
    return _simplifier()(f"{_title(dice)}\n\n{body}\n\n{_name(dice)}\n{year}年{month}月{day}日\n")


def _dump(dice: random.Random) -> str:
    parts = []
    for _ in range(3):
        year, month, day = _date(dice)
        body = "\n".join(_paragraphs(dice, LENGTH // 3))
        parts.append(f"{_title(dice)}\n{year}年{month}月{day}日　記者{_name(dice)}\n{body}\n")
    return "\n\n".join(parts)


KINDS = (_wire, _opinion, _pdf, _web, _letter, _dump)


def text_of(number: int) -> str:
    """The seed with this number."""
    return KINDS[number % len(KINDS)](random.Random(number))


def make(folder: Path, count: int) -> None:
    """Write the first ``count`` seeds into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:06}.txt").write_text(text_of(number), encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
