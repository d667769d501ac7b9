"""No text becomes markup: both engines read back what was meant, and nothing in it is live."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown as PythonMarkdown
from markdown_it import MarkdownIt

from jianbao.document import BlockKind, EditionBlock, LangRun, NoteMark
from jianbao.site.environment import environment
from jianbao.site.escape import Markdown, entities, front_matter, html, markdown, plain, reads_as
from jianbao.site.inline import Link, line
from jianbao.site.read_back import markdown_words

Engine = Callable[[str], str]
NASTY = [
    "1986. 那一年，事件發生",
    "1) 第一",
    "#話題# 與 # 標題",
    "[1]: 王某某，《書》",
    "[^1]: 註",
    "[^1] 與 [字](javascript:alert(1))",
    "![圖](x.png)",
    "**「改革」**是",
    "_x_ a_b_c __init__",
    "*星*",
    "| 甲 | 乙 |",
    "甲|乙\n---|---",
    "    四格",
    "\t縮排",
    "- 項",
    "+ 項",
    "=== ",
    "---",
    "***",
    "> 引",
    "``` python",
    "~~~",
    "`code` ``x``",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- 註解 -->",
    "<?php ?>",
    "]]>",
    "</div></aside>",
    "<http://x.y>",
    "&amp; &#42; &copy; &lt",
    "!!! note",
    "??? q",
    "反斜線\\",
    "\\*\\_",
    "{: .a} {{ x }} {% raw %}",
    "*[HTML]: 縮寫",
    "::: x",
    "$$x$$ ==x== ~~x~~ H~2~O x^2^",
    "a  \nb",
    "\x02wzxhzdk:0\x03",
    "klzzwxh:0001",
    "///Footnotes Go Here///",
    "[TOC]",
    "http://a.b/c)(*&x=1_y_",
    "C# C++ #",
    "　全形空格起",
    "a@b.c",
]
TEXTS = st.text(st.sampled_from("字，。「」1a.)(-+*_#>|`~[]!\\<&;:=\"'/^{}$ \n\t　"), max_size=30)


def python_markdown(source: str) -> str:
    return str(PythonMarkdown(extensions=["footnotes", "tables", "toc", "fenced_code"]).convert(source))


def commonmark(source: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(source))


def words(rendered: str) -> str:
    return "".join(unescape(re.sub(r"<[^>]+>", "", rendered)).split())


def tags(rendered: str) -> set[str]:
    return set(re.findall(r"<(\w+)", rendered))


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("engine", [python_markdown, commonmark])
@pytest.mark.parametrize("prefix", ["", "> ", "- ", "## "])
def test_nasty_texts_are_read_back_as_they_are(text: str, engine: Engine, prefix: str) -> None:
    rendered = engine(prefix + markdown(text))
    assert words(rendered) == "".join(plain(text).split())
    assert tags(rendered) <= {"p", "h2", "ul", "li", "blockquote"}


@given(TEXTS)
def test_any_text_is_read_back_as_it_is(text: str) -> None:
    for engine in (python_markdown, commonmark):
        rendered = engine(markdown(text))
        assert words(rendered) == "".join(plain(text).split())
        assert tags(rendered) <= {"p"}


@given(TEXTS)
def test_values_are_safe_in_html_blocks_and_attributes(text: str) -> None:
    source = f'<div class="x" title="{html(text)}">{html(text)}</div>'
    for engine in (python_markdown, commonmark):
        rendered = engine(source)
        assert tags(rendered) == {"div"}
        assert words(rendered) == "".join(plain(text).split())


@given(TEXTS)
def test_a_title_of_any_text_stays_one_heading(text: str) -> None:
    source = f'# <a id="t0"></a>{line(EditionBlock("t0", BlockKind.TITLE, text, ()))}'
    for engine in (python_markdown, commonmark):
        rendered = engine(source)
        assert words(rendered) == "".join(plain(text).split())
        assert tags(rendered) == {"h1", "a"}


def test_plain_chinese_is_left_as_it_is() -> None:
    assert markdown("改革（2026年），「好」——他說……") == "改革（2026年），「好」——他說……"


def test_entities_leave_no_ascii_punctuation() -> None:
    assert not re.search(r"[!-/:-@\[-`{-~]", re.sub(r"&#\d+;", "", entities("a*b_c<d>&[e]")))


def test_a_block_that_reads_otherwise_is_noticed() -> None:
    assert not reads_as("**重**", "**重**")
    assert not reads_as("1. 甲", "1. 甲")
    assert reads_as("甲乙", "甲乙")


def test_templates_escape_every_value_but_markdown() -> None:
    made = environment().from_string("{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ a }}{{ b }}{{ m(a) }}")
    assert made.render(a="<i>", b=Markdown("<u>")) == "&lt;i&gt;<u><b>&lt;i&gt;</b>"


def test_templates_do_not_print_what_is_missing() -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        environment().from_string("{{ missing }}").render()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_front_matter_is_yaml_and_harmless(text: str) -> None:
    head = front_matter({"title": text, "authors": [text]})
    read = yaml.safe_load(head.removeprefix("---\n").removesuffix("---\n"))
    assert unescape(read["title"]) == plain(text)
    assert "<" not in read["title"] and '"' not in read["title"]
    assert len(head.splitlines()) == 4


def block(text: str, **more: Any) -> EditionBlock:
    return EditionBlock("p1", BlockKind.PARAGRAPH, text, ((1, 1),), **more)


def test_links_marks_and_languages_stand_where_they_belong() -> None:
    text = "日本首相高市早苗（Sanae Takaichi）說。"
    made = line(
        block(text, langs=(LangRun(9, 23, "en"),), marks=(NoteMark(25, "1"),)),
        [Link(4, 8, "../people/x.md")],
        {"1": "n1"},
    )
    assert made == '日本首相[高市早苗](../people/x.md)（<span lang="en">Sanae Takaichi</span>）說[^n1]。'


def test_a_note_inside_a_link_follows_it() -> None:
    assert (
        line(block("東京大學", marks=(NoteMark(2, "1"),)), [Link(0, 4, "x.md")], {"1": "n1"}) == "[東京大學](x.md)[^n1]"
    )


def test_web_addresses_become_links_to_themselves() -> None:
    made = line(block("見 https://a.b/c_d?x=1&y=(2) 。"))
    for engine in (python_markdown, commonmark):
        rendered = engine(made)
        assert 'href="https://a.b/c%5Fd?x=1&amp;y=' in rendered
        assert words(rendered) == "見https://a.b/c_d?x=1&y=(2)。"


def test_a_typed_space_between_han_and_latin_is_left_to_the_stylesheet() -> None:
    assert line(block("在 2013 年 NATO 峰會 Prime Minister")) == "在2013年NATO峰會Prime Minister"


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_a_link_anywhere_changes_no_word(text: str, start: int, end: int) -> None:
    links = [Link(start, end, "x.md")] if start < end <= len(text) and text[start:end].strip() else []
    for engine in (python_markdown, commonmark):
        rendered = engine('<a id="p1"></a>' + line(block(text), links))
        assert words(rendered) == "".join(plain(text).split())


@given(TEXTS, st.integers(0, 30))
@example("行中斷^。", 4)
@example("^", 1)
def test_a_note_mark_anywhere_changes_no_word(rest: str, at: int) -> None:
    text = f"航{rest}"
    marks = (NoteMark(min(at + 1, len(text)), "1"),)
    page = f'<a id="p1"></a>{line(block(text, marks=marks), (), {"1": "n1"})}\n\n[^n1]: 註\n'
    read = markdown_words(page)
    assert (read.body, read.notes) == ("".join(plain(text).split()), ("註",))


def test_a_caret_before_a_link_is_no_note() -> None:
    read = markdown_words('<a id="p1"></a>' + line(block("上^外務省"), [Link(2, 5, "x.md")]))
    assert (read.body, read.notes) == ("上^外務省", ())
