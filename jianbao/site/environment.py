"""The templates of the pages: Jinja, strict, with every value escaped unless it is Markdown already."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame

from jianbao import regex as re
from jianbao.site.addresses import seed_slug
from jianbao.site.day_words import day_words, is_machine_readable
from jianbao.site.escape import html
from jianbao.site.mistakes import TEMPLATES, of_template


class _EscapedOnce(CodeGenerator):
    """Jinja escapes what ``finalize`` returns once more: with ours, which escapes, half of a page's time."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "str(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class _Environment(Environment):
    code_generator_class = _EscapedOnce


@lru_cache(maxsize=1)
def environment() -> Environment:
    """One environment a process: templates are compiled once."""
    made = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=html,
        autoescape=True,  # what a macro made is not escaped again: it is marked as HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["seed_page"] = seed_slug
    made.filters["foreign_lang"] = foreign_lang
    made.filters["day_words"] = day_words
    made.tests["machine_readable"] = is_machine_readable
    made.filters["seed_number"] = lambda seed: seed.removesuffix(".txt").partition("_")[0]
    return made


_SCRIPTS = (("[\u0400-\u04ff]", "ru"), ("[\u3040-\u30ff]", "ja"), ("[\uac00-\ud7af]", "ko"), ("[A-Za-z]", "en"))


def foreign_lang(text: str) -> str:
    """The language to set a foreign name in, by its script."""
    return next((lang for pattern, lang in _SCRIPTS if re.search(pattern, text)), "ja")


def fill(name: str, /, **values: object) -> str:
    """Fill in a template, by its name under ``templates/``. ``EditorError`` with its line if that cannot be done."""
    try:
        return environment().get_template(name).render(**values)
    except Exception as error:  # a template can fail in any way that Python can
        raise of_template(error, name) from error
