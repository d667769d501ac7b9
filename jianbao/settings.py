"""What the site is called and where it lives: ``mkdocs.yml``, with Jianbao's own words under ``extra.jianbao``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jianbao.diagnostics import EditorError
from jianbao.document import LOCALES
from jianbao.yaml_file import LinedDict, load_yaml

_KEYS = ("site_title", "locales")


@dataclass(frozen=True, slots=True)
class Settings:
    """``site_url`` ends in a slash, or is empty where nobody has said where the site will live.

    ``locales`` are the editions to publish: the default one always, in the order of ``document.LOCALES``.
    """

    site_title: str = "剪報→簡報"
    site_url: str = ""
    locales: tuple[str, ...] = LOCALES


def load_settings(path: Path) -> Settings:
    """Read ``mkdocs.yml``. Raises ``EditorError`` with the line of the first mistake."""
    try:
        table = load_yaml(path, path.name, foreign_tags=True)
    except OSError as error:
        raise EditorError(str(path), None, f"cannot be read ({error.strerror})") from None
    if not isinstance(table, LinedDict):
        raise EditorError(path.name, 1, "a table of keys and values is needed", "write site_name: 剪報")
    own = _own(path.name, table)
    title = own.get("site_title") or table.get("site_name") or Settings().site_title
    if not isinstance(title, str):
        raise EditorError(path.name, own.lines.get("site_title", 1), "site_title must be text", "put it in quotes")
    url = table.get("site_url") or ""
    if not isinstance(url, str) or (url and not url.startswith(("https://", "http://"))):
        line = table.lines["site_url"]
        raise EditorError(path.name, line, f"site_url {url!r} is no address", "write https://example.org/")
    if table.get("use_directory_urls") is not False:
        line = table.lines.get("use_directory_urls", 1)
        raise EditorError(path.name, line, "pages must be files", "write use_directory_urls: false")
    locales = _locales(path.name, own)
    _check_nav(path.name, table, locales)
    return Settings(title, url if not url or url.endswith("/") else url + "/", locales)


def _own(name: str, table: LinedDict) -> LinedDict:
    empty = LinedDict()
    empty.line, empty.lines = 1, {}
    extra = table.get("extra")
    if not isinstance(extra, LinedDict) or extra.get("jianbao") is None:
        return empty
    own: Any = extra["jianbao"]
    if not isinstance(own, LinedDict):
        raise EditorError(name, extra.lines["jianbao"], "extra.jianbao must be a table", "write site_title: 剪報")
    for key in own:
        if key not in _KEYS:
            raise EditorError(name, own.lines[key], f"unknown key {key!r}", f"known are {', '.join(_KEYS)}")
    return own


def _check_nav(name: str, table: LinedDict, locales: tuple[str, ...]) -> None:
    """The navigation has a section for each edition, and for no other."""
    nav = table.get("nav")
    if not isinstance(nav, list) or not all(isinstance(section, LinedDict) and len(section) == 1 for section in nav):
        raise EditorError(
            name, table.lines.get("nav", 1), "nav must be a list of editions", f"write - {LOCALES[0]}: […]"
        )
    titles = [(title, line) for section in nav for title, line in section.lines.items()]
    for title, line in titles:
        if title not in locales:
            raise EditorError(name, line, f"no edition {title!r} is published", "take the section out of nav")
    for locale in locales:
        if locale not in dict(titles):
            raise EditorError(name, table.lines["nav"], f"nav has no section for {locale}", "write one like the others")


def _locales(name: str, own: LinedDict) -> tuple[str, ...]:
    value = own.get("locales")
    if value is None:
        return LOCALES
    if not isinstance(value, list) or LOCALES[0] not in value or not set(value) <= set(LOCALES):
        help = f"list {LOCALES[0]} and any of {', '.join(LOCALES[1:])}"
        raise EditorError(name, own.lines["locales"], f"locales {value!r} cannot be published", help)
    return tuple(locale for locale in LOCALES if locale in value)
