"""The command line: verbs, options, progress, exit codes. Nothing else of Jianbao prints.

Exit codes: 0 clean; 1 a message at the failing level (errors; with ``--strict`` warnings too); 2 wrong usage;
3 a fault of Jianbao's own.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from jianbao import __version__, garbage, interrupts
from jianbao.diagnostics import Diagnostic, EditorError, Severity
from jianbao.document import LOCALES
from jianbao.project import Project, make_project

OK, FAILED, USAGE, BUG = 0, 1, 2, 3

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FORMS = click.Choice(["text", "json", "github"])


class _DefaultToBuild(click.Group):
    """``build.py --jobs 2`` is ``build.py build --jobs 2``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        general = {"--help", "-h", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in general):
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_DefaultToBuild, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jianbao")
def cli() -> None:
    """剪報→簡報: a briefing site out of raw Chinese clippings. Without a verb: build."""


def main() -> None:
    """Run the command line and leave with its exit code. One line for every failure; no traceback."""
    garbage.collect_seldom()
    interrupts.heed()
    try:
        status = cli.main(standalone_mode=False)
    except click.exceptions.Exit as leaving:
        status = leaving.exit_code
    except click.ClickException as error:
        error.show()
        status = USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        status = 130
    except EditorError as error:
        click.echo(f"{error}", err=True)
        status = FAILED
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        click.echo(f"{place}{error.strerror or error}", err=True)
        status = FAILED
    except Exception as error:
        click.echo(f"jianbao: {type(error).__name__}: {error}; a fault of Jianbao, please report it", err=True)
        if "-v" in sys.argv or "--verbose" in sys.argv:
            traceback.print_exc()
        status = BUG
    sys.exit(status if isinstance(status, int) else OK)


def _reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every verb that reads seeds."""
    for option in (
        click.option("--seeds", type=_FOLDER, help="Folder of *.txt seeds (default: the checkout's)."),
        click.option("--knowledge", type=_FOLDER, help="Folder of names.yml and topics.yml."),
        click.option("--jobs", type=click.IntRange(0), default=0, help="Processes (default: one a processor)."),
        click.option("--scheduler", help="Address of a Dask scheduler to work on instead."),
        click.option("--strict", is_flag=True, help="Warnings fail too."),
        click.option("--format", "form", type=_FORMS, default="text", help="How messages are written."),
        click.option("-v", "--verbose", is_flag=True, help="Infos too, and tracebacks of our own failures."),
        click.option("-q", "--quiet", is_flag=True, help="Nothing but what fails."),
    ):
        command = option(command)

    @wraps(command)
    def run(**given: Any) -> None:
        sys.exit(command(**given))

    return run


@cli.command()
@click.option("--output", type=_FOLDER, help="Folder to write into: docs/, site/ and nothing beside it.")
@click.option("--no-site", is_flag=True, help="Markdown only.")
@_reading
def build(output: Path | None, no_site: bool, seeds: Path | None, knowledge: Path | None, **given: Any) -> int:
    """Build the Markdown and the site."""
    from jianbao import pipeline
    from jianbao.console import Console

    project = _project(seeds, output, knowledge)
    console = Console(given["form"], verbose=given["verbose"], quiet=given["quiet"], building=True)
    with _executor(given["scheduler"]) as executor:
        options = pipeline.Options(given["jobs"], not no_site, executor, console.seed)
        outcome = pipeline.build(project, options)
    console.summary(project, outcome)
    return _status(outcome.diagnostics, bool(outcome.bugs), given["strict"])


@cli.command()
@_reading
def check(seeds: Path | None, knowledge: Path | None, **given: Any) -> int:
    """Report what is doubtful, without writing."""
    from jianbao import pipeline
    from jianbao.console import Console

    project = make_project(seeds, None, knowledge)
    console = Console(given["form"], verbose=given["verbose"], quiet=given["quiet"], building=False)
    with _executor(given["scheduler"]) as executor:
        outcome = pipeline.check(project, pipeline.Options(given["jobs"], False, executor, console.seed))
    console.summary(project, outcome)
    return _status(outcome.diagnostics, bool(outcome.bugs), given["strict"])


def _project(seeds: Path | None, output: Path | None, knowledge: Path | None) -> Project:
    if seeds and not output:
        raise click.UsageError("--seeds needs --output: the checkout's own site is made from its own seeds")
    return make_project(seeds, output, knowledge)


def _executor(scheduler: str | None) -> Any:
    from contextlib import nullcontext

    if not scheduler:
        return nullcontext(None)
    from jianbao.cluster import connect

    return connect(scheduler)


def _status(diagnostics: tuple[Diagnostic, ...], bug: bool, strict: bool) -> int:
    if bug:
        return BUG
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FAILED if any(diagnostic.severity in failing for diagnostic in diagnostics) else OK


@cli.command()
@click.argument("place", metavar="PATH:LINE")
@click.option("--knowledge", type=_FOLDER, help="Folder of names.yml and topics.yml.")
def explain(place: str, knowledge: Path | None) -> None:
    """Show a line of a seed after every stage."""
    from jianbao.explain import explain_line

    path, _, line = place.rpartition(":")
    if not path or not line.isdigit() or not int(line):
        raise click.UsageError("give a seed and a line, such as seeds/a.txt:118")
    click.echo("\n".join(explain_line(Path(path), int(line), make_project(None, None, knowledge))))


@cli.command()
@click.argument("code", required=False)
@click.option("--seeds", type=_FOLDER, help="Folder of the texts in which to look where it fired.")
def rules(code: str | None, seeds: Path | None) -> None:
    """List the rules, or tell what one does and where it fired."""
    from jianbao.rules_told import all_rules, one_rule

    for line in one_rule(code.upper(), make_project(seeds)) if code else all_rules():
        click.echo(line)


@cli.command()
@click.option("--apply", "applying", is_flag=True, help="Take the decisions in candidates.yml into names.yml.")
def names(applying: bool) -> None:
    """Write the names that the editor may want to add to candidates.yml, or apply what was decided there."""
    from jianbao import pipeline

    for line in pipeline.names(make_project(), applying):
        click.echo(line)


@cli.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--topic", "topics", multiple=True, metavar="ID", help="A topic's briefings, bound as one.")
@click.option("--all", "everything", is_flag=True, help="Every briefing and every topic.")
@click.option("--edition", "locales", multiple=True, type=click.Choice(LOCALES), help="Default: the first.")
@click.option("--output", type=_FOLDER, help="Folder to write into: pdf/.")
def pdf(slugs: tuple[str, ...], output: Path | None, **given: Any) -> None:
    """Set briefings and topics as PDF with typst (pip install 'jianbao[pdf]')."""
    from jianbao.paper import Wanted, make_papers

    if not (slugs or given["topics"] or given["everything"]):
        raise click.UsageError("give slugs, --topic ID or --all")
    for path in make_papers(make_project(None, output, None), Wanted(slugs, **given)):
        click.echo(path)


@cli.command()
@click.option("--address", default="127.0.0.1:8000", help="Where to serve.", show_default=True)
def serve(address: str) -> None:
    """Serve the site and rebuild what an edit of seeds, sidecars, knowledge or templates changes."""
    from jianbao.serve import serve as run

    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        raise click.UsageError("give an address such as 127.0.0.1:8000")
    run(make_project(), host, int(port), click.echo)


@cli.command()
def clean() -> None:
    """Delete what a build made: the generated pages, the site, the cache."""
    from jianbao.site.writer import write

    project = make_project()
    removed = len(write([], project.docs, project.cache).deleted) if project.docs.exists() else 0
    for folder in (project.site, project.cache):
        if folder.exists():
            import shutil

            shutil.rmtree(folder)
    click.echo(f"{removed} pages, site/ and .cache/ are gone; seeds, knowledge and permalinks stay")
