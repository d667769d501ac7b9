"""Print undone on generated documents: prose comes back whole, heads and page numbers go, nothing is lost."""

from __future__ import annotations

import hashlib
import random
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jianbao import cleaning, structure
from jianbao.audit import audit
from jianbao.document import Structured
from jianbao.sidecar import Sidecar
from jianbao.source import Seed, line_starts

HAN = "河海山城市民衆學者報導指出今年春天水位比去高專家認為應該檢討防洪計畫並且公開資料他說我們沒有退路不過也居表示擔心"


def written(seed: int, count: int) -> list[str]:
    """Paragraphs that do not repeat one another: lines that do are heads, whatever they say."""
    dice = random.Random(seed)
    return [
        "".join("".join(dice.choices(HAN, k=dice.randint(8, 40))) + "。" for _ in range(dice.randint(3, 6)))
        for _ in range(count)
    ]


documents = st.builds(written, st.integers(0, 10**6), st.integers(4, 12))


def printed(texts: list[str], width: int, height: int) -> list[list[str]]:
    """The paragraphs as pages of lines, first lines indented by two characters that the extraction lost."""
    lines: list[str] = []
    for text in texts:
        lines.append(text[: width - 2])
        lines += [text[start : start + width] for start in range(width - 2, len(text), width)]
    return [lines[start : start + height] for start in range(0, len(lines), height)]


def read(text: str) -> Structured:
    seed = Seed("case.txt", hashlib.sha256(text.encode()).hexdigest(), "utf-8", text, line_starts(text))
    cleaned = cleaning.clean(seed, Sidecar())
    result = structure.read(cleaned, seed, Sidecar())
    kept = [block.text for article in result.articles for block in (*article.blocks, *article.notes)]
    removals = (*cleaned.removals, *result.removals)
    audit(seed.text, kept, removals, {**cleaning.LEGAL, **structure.LEGAL})
    return result


def words(result: Structured) -> str:
    return "".join("".join(block.text.plain.split()) for article in result.articles for block in article.blocks)


@given(documents, st.integers(16, 36), st.integers(8, 24), st.sampled_from(["— {} —", "第 {} 頁", "{}"]))
def test_heads_and_numbers_go_and_the_prose_stays(texts: list[str], width: int, height: int, number: str) -> None:
    pages = printed(texts, width, height)
    if len(pages) < 3:
        return
    text = "\f".join(
        "\n".join(["河川評論 第七期", *page, "", number.format(n), ""]) for n, page in enumerate(pages, start=9)
    )
    assert words(read(text)).removeprefix("河川評論第七期") == "".join(texts)


@example(written(6, 6), 16, "\n\n")
@example(written(22, 6), 20, "\n\n")
@example(written(260352, 9), 20, "\n\n")
@example(written(23262, 4), 16, "\n\n")
@example(written(16735, 7), 26, "\n\n")
@given(documents, st.integers(16, 36), st.sampled_from(["\n", "\n\n"]))
def test_wrapped_prose_comes_back_in_order(texts: list[str], width: int, joint: str) -> None:
    lines = [line for page in printed(texts, width, 1000) for line in page]
    assert words(read(joint.join(lines))) == "".join(texts)


@given(
    documents,
    st.lists(
        st.tuples(st.sampled_from(["{} ", "[{}] ", "{}\n", "①"]), st.text(HAN, min_size=4, max_size=50)), max_size=9
    ),
    st.integers(16, 36),
)
def test_notes_in_any_form_lose_nothing(texts: list[str], notes: list[tuple[str, str]], width: int) -> None:
    marked = [text + (str(n + 1) if n < len(notes) else "") for n, text in enumerate(texts)]
    pages = printed(marked, width, 12)
    for n, (form, body) in enumerate(notes):
        pages[min(n, len(pages) - 1)].append(form.format(n + 1) + body + "。")
    read("\n\f".join("\n".join(page) for page in pages))


@given(st.lists(st.lists(st.sampled_from(["甲", "乙丙", "12", "3.4%", "-", "一千", ""]), max_size=5), max_size=12))
def test_tables_in_any_form_lose_nothing(rows: list[list[str]]) -> None:
    body = "\n".join("  ".join(cells) for cells in rows)
    read(f"本文。\n\n表一：人數\n單位：人\n{body}\n資料來源：本刊。\n\n結尾的一段。\n")


@pytest.mark.parametrize(
    "line",
    [
        "第{}行短句\n",
        "{} 某人，《書名》。1\n",
        "甲{} 1 2 3\n",
        "河岸的居民說今年春天的水位比去年高了\n，\n",
        "河岸的居民說今年春天        河岸的居民說今年春天\n",
    ],
)
def test_time_grows_with_the_text(line: str) -> None:
    def seconds(count: int) -> float:
        text = "".join(line.format(n) for n in range(count))
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(100)
    assert seconds(8000) < 12 * max(seconds(2000), 0.05)
