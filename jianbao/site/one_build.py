"""One mkdocs build of some of the site's files, without looking at the others.

With the navigation spelled out in ``mkdocs.yml`` a page's HTML depends on its own Markdown, the theme and the addresses
of the pages that it links to, not on their contents. So mkdocs is told of the given files, and of any other when a link
or the navigation asks for it; what a hundred thousand pages cost is not paid by the one that was edited.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from jianbao.site.html_blocks import HtmlBlocks
from jianbao.site.mistakes import of_mkdocs


@dataclass(frozen=True, slots=True)
class Shard:
    """What to build and where: ``files`` are paths under ``docs``; ``site`` is written into and may hold other files.

    ``scratch`` is a folder of the shard's own, gone afterwards. ``with_theme``: also what the theme brings, and 404.
    """

    config: str
    docs: str
    site: str
    scratch: str
    files: tuple[str, ...]
    with_theme: bool


class _OnDemand(Files):
    """The given files; others of ``docs`` appear when asked for, to be linked to and not to be built."""

    def __init__(self, files: Iterable[File], docs: Path, config: MkDocsConfig) -> None:
        super().__init__(files)
        self._docs, self._config = docs, config

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path under ``docs``."""
        known = super().get_file_from_path(path)
        outside = path.startswith(("/", "../"))
        if known or outside or not os.path.isfile(self._docs / path):  # noqa: PTH113 - no error for a name too long
            return known
        config = self._config
        found = File(path, str(self._docs), config.site_dir, config.use_directory_urls)
        found.inclusion = InclusionLevel.EXCLUDED
        self.append(found)
        return found


class _OnlyThese(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """mkdocs' own means to say what a site is made of, used from within."""

    def __init__(self, shard: Shard) -> None:
        super().__init__()
        self.shard = shard

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """``files`` are the theme's alone: mkdocs was shown an empty folder."""
        shard, docs = self.shard, Path(self.shard.docs)
        chosen = [(path, shard.docs) for path in shard.files]
        if shard.with_theme:
            theirs = [(file.src_uri, file.src_dir) for file in files if file.src_dir]
            chosen += [(path, folder) for path, folder in theirs if not (docs / path).exists()]
        made = [File(path, folder, shard.site, config.use_directory_urls) for path, folder in chosen]
        return _OnDemand(made, docs, config)


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def build_shard(shard: Shard) -> list[str]:
    """Build; mkdocs' warnings.

    ``EditorError`` for a mistake in ``mkdocs.yml``, an override of the theme or a hand-written page.
    """
    logger, handler = logging.getLogger("mkdocs"), _Warnings()
    scratch = Path(shard.scratch)
    shutil.rmtree(scratch, ignore_errors=True)
    empty, rest = scratch / "docs", scratch / "site"
    empty.mkdir(parents=True)
    logger.addHandler(handler)
    logger.propagate = False
    try:
        config = load_config(shard.config, docs_dir=str(empty), site_dir=str(rest), strict=False)
        config.plugins["only-these"] = _OnlyThese(shard)
        config.markdown_extensions.append(HtmlBlocks())  # type: ignore[arg-type]
        config.validation.links.anchors = logging.DEBUG  # no shard sees its neighbours' anchors; verify does
        config.validation.nav.omitted_files = logging.DEBUG
        build(config)
    except (Exception, SystemExit) as error:  # mkdocs leaves by either
        mistake = of_mkdocs(error, Path(shard.config), handler.messages)
        if mistake:
            raise mistake from error
        raise
    finally:
        logger.removeHandler(handler)
    if shard.with_theme:
        shutil.copytree(rest, shard.site, dirs_exist_ok=True)
    shutil.rmtree(scratch)
    return handler.messages
