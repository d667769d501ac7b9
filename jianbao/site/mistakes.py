"""An exception out of Jinja or mkdocs as a mistake in a file of the editor's: which file and line, what is wrong."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from jianbao import regex as re
from jianbao.diagnostics import EditorError
from jianbao.yaml_file import LinedDict, load_yaml

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
_HELP = "compare it with the last commit; if it is unchanged, this is a fault of Jianbao"
_KEY = re.compile(r"Config value '([\w-]+)")
_NAV = re.compile(r"'([^']+)' is included in the 'nav'")
_PAGE = re.compile(r"(?:Error reading page '([^']+)'|Encoding error reading file: (.+))")


def of_template(error: Exception, name: str) -> EditorError:
    """The mistake in a template; ``name`` is the one that was asked for, under ``templates/``."""
    message = "".join(str(error).splitlines()[:1]).rstrip(".") or type(error).__name__
    if not isinstance(error, TemplateError):
        message = f"{type(error).__name__}: {message}"
    if isinstance(error, TemplateNotFound):
        message = f"no template {error.name}"
    if isinstance(error, TemplateSyntaxError):
        return EditorError(_shown(Path(error.filename or TEMPLATES / name)), error.lineno, message, _HELP)
    place = _place(error)
    if place:
        return EditorError(*place, message, _HELP)
    return EditorError(_shown(TEMPLATES / name), None, message, _HELP)


def of_mkdocs(error: BaseException, config: Path, messages: Sequence[str]) -> EditorError | None:
    """The mistake in ``mkdocs.yml``, a hand-written page or an override of the theme; None where nothing tells of one.

    ``messages`` are what mkdocs warned of before it gave up.
    """
    for message in filter(_KEY.search, messages):
        line = _line_of_key(config, _KEY.findall(message)[0])
        return EditorError(config.name, line, " ".join(message.split()).rstrip("."), "see mkdocs' documentation")
    for page in chain.from_iterable(map(_PAGE.findall, messages)):
        reason = " ".join(str(error).split())
        return EditorError(f"docs/{''.join(page)}", None, f"cannot be read ({reason})", "save it as UTF-8")
    for page in chain.from_iterable(map(_NAV.findall, messages)):
        missing = f"nav has {page!r}, and there is no such page"
        return EditorError(config.name, _line_with(config, page), missing, "correct the path, or take it out")
    if isinstance(error, TemplateError) or _place(error):
        return of_template(error, "overrides") if isinstance(error, Exception) else None
    return None


def _place(error: BaseException) -> tuple[str, int] | None:
    """The innermost line of our templates that the exception came through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(str(TEMPLATES))]
    return (_shown(Path(frames[-1].filename)), frames[-1].lineno or 1) if frames else None


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def _line_of_key(config: Path, key: str) -> int | None:
    table = load_yaml(config, config.name, foreign_tags=True)
    return table.lines.get(key) if isinstance(table, LinedDict) else None


def _line_with(config: Path, text: str) -> int | None:
    lines = config.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), None)
