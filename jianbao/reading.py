"""One seed's way: bytes to articles in all editions with what was found in them, or to the reasons why not.

``read_seed`` is a plain function of plain values, so that any executor can run it, here or on another machine.
"""

from __future__ import annotations

import hashlib
import pickle
import traceback
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from jianbao import archive, cleaning, codes, knowledge, long_seed, script, source, structure
from jianbao.archive import ReadArticle, ReadSeed, Removed
from jianbao.audit import LostTextError, audit
from jianbao.citations import on_pages
from jianbao.citing import cite
from jianbao.diagnostics import Diagnostic, EditorError, Position, Severity
from jianbao.document import LOCALES, Article, Cleaned, Edition, Structured
from jianbao.findings import Findings
from jianbao.gazetteer import Gazetteer
from jianbao.knowledge import glosses, leads, reach, slips
from jianbao.library import Listing, SeedReport
from jianbao.listing import list_article, outline
from jianbao.packing import packed
from jianbao.provenance import Removal
from jianbao.script.lexicon import lexicon
from jianbao.sections import bind
from jianbao.seed_result import Knowledge, SeedInput, SeedResult, as_diagnostic
from jianbao.sidecar import Sidecar
from jianbao.site import search_grams
from jianbao.site.fold import fold
from jianbao.source import Seed
from jianbao.word_costs import costs

LEGAL = {**cleaning.LEGAL, **structure.LEGAL, **script.LEGAL}


@dataclass(frozen=True, slots=True)
class Stages:
    """A seed after every stage; for ``explain`` and for the audit."""

    seed: Seed
    cleaned: Cleaned
    structured: Structured
    canonical: tuple[script.Canonical, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def removals(self) -> tuple[Removal, ...]:
        """All that left, whatever the stage."""
        later = (removal for canonical in self.canonical for removal in canonical.removals)
        return (*self.cleaned.removals, *self.structured.removals, *later)


def load_tables() -> None:
    """Load the tables that every reading needs: processes that are forked afterwards share them."""
    lexicon()
    costs()
    fold("")


def read_seed(given: SeedInput, known: Knowledge) -> tuple[SeedResult, bytes]:
    """Read one seed: what became of it, and its texts as an archive keeps them.

    Never raises: an unusable seed or our own failure is told in the result.
    """
    try:
        return _read(given, known)
    except EditorError as error:
        result = SeedResult(given.name, diagnostics=(as_diagnostic(error),))
    except LostTextError as error:
        result = _failed(given.name, f"text would be lost or made up: {error}", "")
    except Exception as error:
        result = _failed(given.name, f"{type(error).__name__}: {error}", traceback.format_exc())
    return result, archive.pack(ReadSeed({}))


def read_seeds(batch: Sequence[SeedInput], known: bytes) -> list[tuple[bytes, bytes]]:
    """Read a batch: one task of an executor. ``known`` is pickled ``Knowledge``, results are likewise.

    A process unpacks the same knowledge once: all that is made ready of it hangs on that one object.
    """
    knowledge = _unpacked(known)
    read = (read_seed(given, knowledge) for given in batch)
    return [(packed(result), texts) for result, texts in read]


@lru_cache(maxsize=1)
def _unpacked(known: bytes) -> Knowledge:
    value = pickle.loads(known)
    assert isinstance(value, Knowledge)
    return value


def _failed(name: str, message: str, details: str) -> SeedResult:
    help = "this is a fault of Jianbao, not of the text: please report it with the file"
    line = " ".join(message.split())[:300]
    return SeedResult(
        name, diagnostics=(Diagnostic(Severity.ERROR, "S05", line, name, None, help),), bug=details or line
    )


def through_stages(given: SeedInput, gazetteer: Gazetteer) -> Stages:
    """Decode, clean, structure and repair a seed, and prove that nothing was lost."""
    seed, decoding = source.decode(given.data, given.name)
    cleaned = cleaning.clean(seed, given.sidecar)
    structured = structure.read(cleaned, seed, given.sidecar)
    canonical = tuple(script.canonicalise(article, seed, gazetteer, given.sidecar) for article in structured.articles)
    told = (*decoding, *cleaned.diagnostics, *structured.diagnostics, *(d for c in canonical for d in c.diagnostics))
    stages = Stages(seed, cleaned, structured, canonical, told)
    kept = (block.text for c in canonical for block in (*c.article.blocks, *c.article.notes))
    audit(seed.text, kept, stages.removals, LEGAL)
    return stages


def _read(given: SeedInput, known: Knowledge) -> tuple[SeedResult, bytes]:
    """Read a seed. What a stage made is let go of when it has been used: a long text fills memory many times over."""
    stages = through_stages(given, known.gazetteer)
    seed, told = stages.seed, stages.diagnostics
    removed = _removed(seed, stages.removals, [canonical.article for canonical in stages.canonical])
    begun = deque(script.each_edition(canonical, seed, known.gazetteer) for canonical in stages.canonical)
    del stages
    whole = deque(next(editions) for editions in begun)
    base = [reach.within(edition) for edition in whole]
    findings = knowledge.extract(base, known.gazetteer, known.topics)
    told = (
        *told,
        *_stale(given.sidecar, seed, len(base)),
        *slips.find(base, findings, known.gazetteer),
        *glosses.unknown(base, findings),
    )
    diagnostics = tuple(_heeding(told, given.sidecar))
    mine: dict[int, list[Removed]] = defaultdict(list)
    for item in removed:
        mine[item.ordinal].append(item)
    near = long_seed.near(seed)
    raw_lines = tuple(near.line(number + 1) for number in range(len(near.line_starts)))
    sections = archive.of_seed(raw_lines, removed)
    del raw_lines, near, base
    listings: list[Listing] = []
    for found in findings:
        editions = {edition.locale: edition for edition in chain((whole.popleft(),), begun.popleft())}
        article = read_article(editions, found, tuple(mine[found.ordinal]), known.gazetteer)
        sections |= archive.of_article(found.ordinal, article)
        listings.append(list_article(article))
    texts = bind(sections)
    digest = hashlib.sha256(texts).hexdigest()
    report = SeedReport(
        name=seed.name,
        sha256=seed.sha256,
        encoding=seed.encoding,
        characters=sum(map(len, seed.text.split())),
        digest=digest,
        removals=tuple(Counter(item.code for item in removed).most_common()),
        diagnostics=diagnostics,
    )
    report = replace(report, outline=outline(report))
    listed = tuple(replace(listing, digest=digest) for listing in listings)
    return SeedResult(seed.name, report, listed, diagnostics), texts


def read_article(
    editions: Mapping[str, Edition], findings: Findings, removals: tuple[Removed, ...], gazetteer: Gazetteer
) -> ReadArticle:
    """An article with all that the archive keeps. ``editions`` are keyed by locale, the default one among them."""
    prepared = {locale: search_grams.prepare(edition) for locale, edition in editions.items()}
    offered = leads.find(reach.within(editions[LOCALES[0]]), findings, gazetteer)
    cited = on_pages(cite(editions, findings))
    return ReadArticle(editions, findings, removals, cited, prepared, offered)


def _removed(seed: Seed, removals: Iterable[Removal], articles: Sequence[Article]) -> tuple[Removed, ...]:
    """Removals in the seed's order, each with its place and the article whose lines it stood in."""
    result = []
    owners = [0] * (len(seed.line_starts) + 1)
    for article in reversed(articles):
        lines = range(article.first_line, article.last_line + 1)
        owners[lines.start : lines.stop] = [article.ordinal] * len(lines)
    for removal in sorted(removals, key=lambda removal: (removal.spans, removal.code)):
        place = seed.locate(removal.spans[0].start) if removal.spans else Position(1)
        known = codes.load_codes().get(removal.code)
        reason = removal.note or (known.title if known else removal.code)
        result.append(Removed(removal.code, removal.text, place.line, place.column, reason, owners[place.line]))
    return tuple(result)


def _stale(sidecar: Sidecar, seed: Seed, articles: int) -> Iterator[Diagnostic]:
    """Entries of a sidecar for articles and lines that the seed does not have."""
    facts = [(facts.line, f"there is no article {number}") for number, facts in sidecar.articles if number > articles]
    lines = len(seed.line_starts)
    splits = [(1, f"`split` names line {line}, the seed has {lines}") for line in sidecar.split if line > lines]
    for line, message in (*facts, *splits):
        yield Diagnostic(Severity.WARNING, "E03", message, sidecar.path, Position(line), "correct it or take it out")


def _heeding(diagnostics: Iterable[Diagnostic], sidecar: Sidecar) -> Iterator[Diagnostic]:
    """Without those that the editor ignores; an ignore that meets nothing is told."""
    unused = set(sidecar.ignore)
    for diagnostic in diagnostics:
        line = diagnostic.position.line if diagnostic.position else None
        heard = [item for item in sidecar.ignore if item.code == diagnostic.code and item.line in (None, line)]
        if heard and diagnostic.severity is not Severity.ERROR:
            unused.difference_update(heard)
        else:
            yield diagnostic
    for item in sorted(unused, key=lambda item: item.entry_line):
        message = f"ignore of {item.code} meets no message" + (f" on line {item.line}" if item.line else "")
        yield Diagnostic(Severity.WARNING, "E03", message, sidecar.path, Position(item.entry_line), "remove the entry")
