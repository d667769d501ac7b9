"""The templates of the pages: Jinja, strict, with every value escaped unless it is Markdown already."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from jianbao.site.addresses import seed_slug
from jianbao.site.day_words import day_words, is_machine_readable
from jianbao.site.escape import html

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """One environment a process: templates are compiled once."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=html,
        autoescape=True,  # what a macro made is not escaped again; values are, by finalize, which knows Markdown
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


def template(name: str) -> Template:
    """A template by its name under ``templates/``."""
    return environment().get_template(name)
