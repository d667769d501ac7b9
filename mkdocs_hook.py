"""For ``mkdocs serve`` alone: bring the Markdown up to date before mkdocs renders, so that an edited seed shows.

Only changed files are written, so the watcher comes to rest. ``mkdocs build`` and the site itself need no hook.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

_log = logging.getLogger("mkdocs.jianbao")
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """mkdocs tells here what it was called for."""
    global _serving  # noqa: PLW0603 - mkdocs hands a hook no other place to remember in
    _serving = command == "serve"


def on_pre_build(config: object) -> None:
    """Write the pages of the present seeds; a mistake of the editor's is told and the last good pages stay."""
    if not _serving:
        return
    sys.path.insert(0, str(Path(__file__).parent))
    from jianbao import pipeline
    from jianbao.diagnostics import EditorError, Severity
    from jianbao.project import make_project
    from jianbao.report import as_text

    try:
        outcome = pipeline.build(make_project(), pipeline.Options(with_site=False))
    except EditorError as error:
        _log.error(str(error))
        return
    for diagnostic in outcome.diagnostics:
        if diagnostic.severity is not Severity.INFO:
            _log.info(as_text(diagnostic))
    _log.info(f"{outcome.articles} briefings, {outcome.written} files written")
