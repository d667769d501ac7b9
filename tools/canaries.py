"""Do the heirs of mkdocs build the site? ProperDocs must give the same bytes, Zensical the same words.

    python tools/canaries.py [DIR]

Installs both beside the locked requirements in a virtual environment of its own under DIR (default: a temporary
folder), builds the checkout's Markdown with them, and compares. Zensical knows neither hooks nor this theme's
templates: it gets the same Markdown and settings with its own theme.
"""

from __future__ import annotations

import filecmp
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from jianbao.site.read_back import html_words, markdown_words, parse  # noqa: E402
from jianbao.site.render import files  # noqa: E402

_INSIDE = ".cache/zensical"
"""Zensical writes nowhere but in the project."""
_NOT_FOR_ZENSICAL = re.compile(r"^ *(custom_dir|hooks|watch):.*\n", re.MULTILINE)


def _run(*command: str | Path) -> None:
    subprocess.run([*map(str, command)], cwd=ROOT, check=True)


def _environment(folder: Path) -> Path:
    programs = folder / "venv" / "bin"
    _run(sys.executable, "-m", "venv", folder / "venv")
    _run(programs / "pip", "install", "-q", "--require-hashes", "-r", "requirements/site.txt")
    _run(programs / "pip", "install", "-q", "properdocs", "zensical")
    _run(programs / "pip", "list", "--format=freeze")
    return programs


def _properdocs(programs: Path, folder: Path) -> Iterator[str]:
    _run(programs / "properdocs", "build", "-q", "--strict", "-d", folder / "properdocs")
    ours, theirs = files(ROOT / "site"), files(folder / "properdocs")
    yield from (f"ProperDocs: {path} on one side only" for path in sorted(set(ours) ^ set(theirs)))
    _, differing, broken = filecmp.cmpfiles(ROOT / "site", folder / "properdocs", ours, shallow=False)
    yield from (f"ProperDocs: {path} differs" for path in (*differing, *broken))


def _zensical(programs: Path) -> Iterator[str]:
    settings = _NOT_FOR_ZENSICAL.sub("", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = settings.replace("site_dir: site", f"site_dir: {_INSIDE}")
    config = ROOT / ".zensical.yml"
    config.write_text(settings, encoding="utf-8")
    try:
        _run(programs / "zensical", "build", "-f", config)
    finally:
        config.unlink()
    for page in files(ROOT / "docs"):
        if "briefings/" in page and page.endswith(".md") and not page.endswith("index.md"):
            text = (ROOT / "docs" / page).read_text(encoding="utf-8")
            built = (ROOT / _INSIDE / page).with_suffix(".html")
            redirect = re.search(r"^redirect: ", text, re.MULTILINE)
            if not built.exists():
                yield f"Zensical: no {page}"
            elif not redirect and html_words(parse(built.read_bytes())) != markdown_words(text):
                yield f"Zensical: other words on {page}"


def main() -> int:
    """Build with both and tell the differences; 1 if there are any."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else Path(temporary)
        _run(sys.executable, "build.py", "-q")
        programs = _environment(folder)
        faults: list[str] = []
        for name, build in (("ProperDocs", partial(_properdocs, folder=folder)), ("Zensical", _zensical)):
            try:
                faults += build(programs)
            except subprocess.CalledProcessError as error:
                faults.append(f"{name} does not build ({error.returncode})")
        print("\n".join(faults[:40]) or "ProperDocs gives the same bytes, Zensical the same words")
        return min(len(faults), 1)


if __name__ == "__main__":
    sys.exit(main())
