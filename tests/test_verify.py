"""The gates: what is not the edition's words, leads nowhere or is live does not pass."""

from __future__ import annotations

import pytest

from jianbao.site.read_back import Address, Words, html_words, look_through, markdown_words, parse
from jianbao.site.verify import allowed_scripts

PAGE = """\
---
title: "x"
---

# 題目

<div class="briefing-head">
<p>不算</p>
</div>

第一段[^n1]，[連結](../people/a.md)。

| 甲 | 乙 |
| --- | --- |
| 一 | 二 |

<aside>也不算</aside>

[^n1]: 註文。
"""


def test_the_words_of_markdown_are_those_of_the_article() -> None:
    assert markdown_words(PAGE) == Words("題目", "第一段，連結。甲乙一二", ("註文。",))


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ('<div class="briefing-head"><p>不算</p></div>', ""),
        ('<div class="briefing-head"><div>不算</div>\n<div>這也不算</div></div>', ""),
        ('<div class="briefing-head"><p>不算</p></div>多出的字', "多出的字"),
        ('<div class="briefing-head"></div><div>多出</div>', "多出"),
        ('<div class="briefing-head"><!-- <div> --></div>\n<p>多出</p></div>', "多出"),
        ('<div class="briefing-head"><script>"<div>"</script></div>\n<p>多出</p></div>', "多出"),
        ('<div class="words">算的字</div>', "算的字"),
    ],
)
def test_only_what_stands_in_our_own_blocks_is_left_out(block: str, words: str) -> None:
    assert markdown_words(f"# 題目\n\n{block}\n\n正文。\n") == Words("題目", f"{words}正文。", ())


def test_the_words_of_html_are_those_of_the_article() -> None:
    built = """<html><body><nav>導覽</nav><article><h1 id="a">題目<a class="headerlink" href="#a">¶</a></h1>
    <div class="briefing-head"><p>不算</p></div><p>第一段<sup id="fnref:n1"><a class="footnote-ref" href="#fn:n1">1</a>
    </sup>。</p><div class="footnote"><hr><ol><li id="fn:n1"><p>註文。<a class="footnote-backref" href="#fnref:n1">↩</a>
    </p></li></ol></div></article></body></html>"""
    assert html_words(parse(built.encode())) == Words("題目", "第一段。", ("註文。",))


LIVE = [
    "<script>alert(1)</script>",
    "<SCRIPT type='module'>x</SCRIPT>",
    "<script src=https://e.org/x.js></script>",
    "<script src=//e.org/x.js></script>",
    "<img src=x onerror=alert(1)>",
    "<p onclick='x'>a</p>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href=' java\tscript:alert(1)'>a</a>",
    "<a href='&#106;avascript:alert(1)'>a</a>",
    "<a href='JaVaScRiPt:alert(1)'>a</a>",
    "<a href='vbscript:x'>a</a>",
    "<a href='data:text/html,x'>a</a>",
    "<a href='\x01javascript:alert(1)'>a</a>",
    "<iframe src=x></iframe>",
    "<iframe srcdoc='x'></iframe>",
    "<object data=x></object>",
    "<embed src=x>",
    "<base href=x>",
    "<img src=https://e.org/x.png>",
    "<img srcset='https://e.org/x.png 2x'>",
    "<link rel=stylesheet href=https://e.org/x.css>",
    "<link rel=preconnect href=https://e.org>",
    "<meta http-equiv=refresh content='0; url=https://e.org'>",
    "<form action=https://e.org><button formaction='javascript:x'>b</button></form>",
    "<p style='background:url(https://e.org/x)'>a</p>",
    "<svg><a xlink:href='javascript:x'>a</a></svg>",
    "<math><maction xlink:href='x'>a</maction></math>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><title><img src=x onerror=alert(1)></title></svg>",
    "<svg><textarea><img src=x onerror=alert(1)></textarea></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<noscript><!--</noscript><img src=x onerror=alert(1)>--></noscript>",
    "<template><img src=x onerror=alert(1)></template>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)>-->",
    "<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>",
    "<a href='\\\\\\e.org/x' onclick=x>a</a>",
    "<img src='/\\\\e.org/x.png'>",
    "<img src='//e.org/x.png'>",
    "<a href='java&Tab;script:alert(1)'>a</a>",
    "<p/title='x'/onclick=alert(1)>",
    "<image src=x onerror=alert(1)>",
    "<p id=x ONCLICK=alert(1)>",
]


@pytest.mark.parametrize("snippet", LIVE)
def test_what_is_live_is_found(snippet: str) -> None:
    page = f"<html><body><article><p>字</p>{snippet}</article></body></html>"
    assert look_through(parse(page.encode()), allowed_scripts())[1]


@pytest.mark.parametrize(
    "snippet",
    [
        "<a href='../a.html#b'>a</a>",
        "<a href='https://example.org/?a=1&amp;b=2'>a</a>",
        "<a href='mailto:a@example.org'>a</a>",
        "<script type='application/ld+json'>{}</script>",
        "<script src='../assets/x.js'></script>",
        "<link rel=canonical href=https://e.org/>",
        "<img src='../assets/x.svg'>",
        "<noscript><p>字</p></noscript>",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; onclick=x javascript:x</p>",
    ],
)
def test_what_is_harmless_passes(snippet: str) -> None:
    page = f"<html><body><article>{snippet}</article></body></html>"
    assert look_through(parse(page.encode()), allowed_scripts())[1] == ()


def test_links_and_anchors() -> None:
    page = parse(b"<a href='b.html#x'>1</a><a href='#here'>2</a><p id=here>3</p><a href='https://e.org'>4</a>")
    assert look_through(page, allowed_scripts())[0] == Address(("#here", "b.html#x"), ("here",))
