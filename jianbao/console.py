"""What a build says while it runs and at its end. Progress on a terminal, one quiet line a seed elsewhere."""

from __future__ import annotations

import sys

import click

from jianbao.diagnostics import Diagnostic, Severity
from jianbao.pipeline import Outcome
from jianbao.project import Project
from jianbao.report import render, visible
from jianbao.seed_result import SeedResult

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


class Console:
    """Messages go to standard error, JSON to standard output; progress where somebody watches."""

    def __init__(self, form: str, *, verbose: bool, quiet: bool, building: bool) -> None:
        self.form, self.verbose, self.quiet, self.building = form, verbose, quiet, building
        self.live = sys.stderr.isatty() and not quiet and form == "text"
        self.count = 0

    def seed(self, result: SeedResult) -> None:
        """A seed has been read."""
        self.count += 1
        if self.quiet or self.form != "text":
            return
        removed = sum(count for _, count in result.report.removals) if result.report else 0
        line = f"{visible(result.name)}: {len(result.listings)} briefings, {removed} removals"
        if self.live:
            click.echo(f"\r\x1b[K{self.count} · {line[:100]}", nl=False, err=True)
        elif result.report:
            click.echo(line, err=True)

    def summary(self, project: Project, outcome: Outcome) -> None:
        """Messages, then what came of it all."""
        if self.live:
            click.echo("\r\x1b[K", nl=False, err=True)
        told = [item for item in outcome.diagnostics if self._is_wanted(item)]
        if self.form == "json":
            click.echo(render(told, "json"))
        elif told:
            click.echo(render(told, self.form), err=self.form == "text")
        if self.verbose:
            for name, bug in outcome.bugs:
                click.echo(f"{name}:\n{bug}", err=True)
        if not self.quiet and self.form == "text":
            click.echo(self._sums(project, outcome), err=True)

    def _is_wanted(self, diagnostic: Diagnostic) -> bool:
        if self.quiet:
            return diagnostic.severity is Severity.ERROR
        return self.verbose or self.form == "json" or diagnostic.severity is not Severity.INFO

    def _sums(self, project: Project, outcome: Outcome) -> str:
        counts = {level: sum(item.severity is level for item in outcome.diagnostics) for level in Severity}
        told = ", ".join(
            click.style(f"{count} {level}{'s' if count != 1 else ''}", fg=_COLOURS[level] if count else None)
            for level, count in counts.items()
        )
        lines = [f"{outcome.seeds} seeds, {outcome.articles} briefings; {told}"]
        if self.building:
            lines.append(f"{outcome.written} files written to {project.docs}, {outcome.rendered} pages rendered")
        if self.building and (project.site / "index.html").exists():
            lines.append(f"open {project.site / 'index.html'}")
        return "\n".join(lines)
