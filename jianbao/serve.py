"""A preview that follows the editor: watches what a build reads, builds, and tells open pages to reload."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from watchfiles import Change, watch

from jianbao import pipeline
from jianbao.diagnostics import EditorError, Severity
from jianbao.project import ROOT, Project
from jianbao.report import render
from jianbao.site.writer import MANIFEST, read_manifest

_COUNT, _SCRIPT = "/.build", "/.reload.js"
_RELOAD = b"""(async () => {
  const now = async () => (await fetch("/.build")).text();
  const first = await now();
  setInterval(async () => { if (await now().catch(() => first) !== first) location.reload(); }, 700);
})();
"""


class _Handler(SimpleHTTPRequestHandler):
    """The site's files; for open pages also the number of the last build. No published file knows of it."""

    builds: ClassVar[int] = 0

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.endswith("/"):
            path /= "index.html"
        if self.path == _COUNT:
            self._send(str(_Handler.builds).encode(), "text/plain")
        elif self.path == _SCRIPT:
            self._send(_RELOAD, "text/javascript")
        elif path.suffix == ".html" and path.is_file():
            self._send(path.read_bytes() + f'<script src="{_SCRIPT}"></script>'.encode(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of each request."""


@contextmanager
def _served(site: Path, host: str, port: int) -> Iterator[ThreadingHTTPServer]:
    try:
        server = ThreadingHTTPServer((host, port), partial(_Handler, directory=str(site)))
    except OSError as error:
        raise EditorError(f"{host}:{port}", None, f"cannot serve there ({error.strerror})", "give --address") from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


class Inputs:
    """Which changes ask for a build: seeds, sidecars, knowledge, templates, settings, hand-written pages."""

    def __init__(self, project: Project) -> None:
        self._docs = project.docs
        self._written = {str(project.permalinks), str(project.candidates)}
        folders = (project.seeds, project.knowledge, ROOT / "templates", project.assets)
        self.places = [place for place in (*folders, project.config) if place.exists()]
        self.note_generated()

    def note_generated(self) -> None:
        """After a build: what it wrote, or deleted, is no input."""
        self._written |= {str(self._docs / path) for path in (*read_manifest(self._docs), MANIFEST)}

    def __call__(self, change: Change, path: str) -> bool:
        """The filter that ``watchfiles`` asks."""
        return path not in self._written and not Path(path).name.startswith(".")


def serve(
    project: Project, host: str, port: int, say: Callable[[str], None], stop: threading.Event | None = None
) -> None:
    """Build, serve and follow until interrupted (or until ``stop`` is set)."""
    inputs = Inputs(project)
    _build(project, say)
    inputs.note_generated()
    with _served(project.site, host, port):
        say(f"serving http://{host}:{port}/ — Ctrl-C ends it")
        for changes in watch(*inputs.places, watch_filter=inputs, stop_event=stop, debounce=300, step=50):
            say(", ".join(sorted({Path(path).name for _, path in changes})))
            _build(project, say)
            inputs.note_generated()
            _Handler.builds += 1


def _build(project: Project, say: Callable[[str], None]) -> None:
    """Build and say what is wrong; a mistake in a file must not end the preview."""
    try:
        outcome = pipeline.build(project, pipeline.Options())
    except (EditorError, OSError) as error:
        say(str(error))
        return
    bad = [item for item in outcome.diagnostics if item.severity is not Severity.INFO]
    if bad:
        say(render(bad, "text"))
    say(f"{outcome.articles} briefings; {outcome.rendered} pages rendered")
