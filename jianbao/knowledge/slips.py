"""Slips that the sources themselves hold, told to the editor and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jianbao import regex as re
from jianbao.diagnostics import Diagnostic, Position, Severity
from jianbao.document import BlockKind, Edition, EditionBlock
from jianbao.findings import Findings, Gloss
from jianbao.gazetteer import Gazetteer

_FOREIGN_END = re.compile(r"[,，;；/]")
_ACRONYM = re.compile(r"(?:^|[,，;； ])([A-Z][A-Za-z]{0,2}[A-Z]{1,8})(?=$|[,，;；])")
_AUTHOR = re.compile(r"([\u3400-\u9fff]{3,5}?)(?:等)?(?:主編|編著|編|著|譯)(?=[；;，,、。（(《〈 ]|$)")
_NOTES_READ = 500
"""Authors of notes that are compared with the text: no more, so that a book of notes costs no more."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A name with its foreign form, and where it stands first."""

    name: str
    name_id: str | None
    line: int
    edition: Edition
    foreign: str


def find(editions: Sequence[Edition], findings: Sequence[Findings], gazetteer: Gazetteer) -> tuple[Diagnostic, ...]:
    """Slips in the articles of one seed (default edition, source order), as infos with the seed's line.

    One foreign name with two Chinese ones, an organisation with another's acronym, a wording that ``names.yml`` lists
    as an error, an author in a note who is spelt otherwise in the text.
    """
    told: list[tuple[int, Diagnostic]] = []
    glosses: dict[str, list[_Seen]] = {}
    acronyms: dict[str, list[_Seen]] = {}
    for edition, found in zip(editions, findings, strict=True):
        blocks = {block.id: block for block in edition.blocks}
        named = {(mention.block, mention.start): mention.name_id for mention in found.mentions}
        for gloss in found.glosses:
            seen = _Seen(
                gloss.name,
                named.get((gloss.block, gloss.start)),
                _line(blocks[gloss.block]),
                edition,
                _FOREIGN_END.split(gloss.foreign)[0],
            )
            glosses.setdefault(_foreign(gloss), []).append(seen)
            for acronym in _ACRONYM.findall(gloss.foreign):
                acronyms.setdefault(acronym, []).append(seen)
        told += _errors(edition, found, gazetteer, blocks)
        told += _notes(edition)
    told += _twice(glosses, "K03", "{foreign} stands for both {first} (line {line}) and {second}")
    told += _twice(acronyms, "K04", "{foreign} is the acronym of both {first} (line {line}) and {second}")
    unique = {(line, item.code, item.message): item for line, item in told}
    return tuple(item for _, item in sorted(unique.items(), key=lambda pair: pair[0]))


def _foreign(gloss: Gloss) -> str:
    """What two glosses are compared by: the foreign name before a comma, its letters alone."""
    first = _FOREIGN_END.split(gloss.foreign)[0]
    return re.sub(r"^the ", "", " ".join(re.sub(r"[^\w ]", "", first).casefold().split()))


def _twice(groups: Mapping[str, Sequence[_Seen]], code: str, message: str) -> Iterator[tuple[int, Diagnostic]]:
    for key, seen in groups.items():
        first = seen[0]
        foreign = key if code == "K04" else first.foreign
        for other in seen[1:]:
            same = first.name in other.name or other.name in first.name
            same = same or (code == "K04" and first.name_id is not None and first.name_id == other.name_id)
            if foreign and not same:
                words = message.format(foreign=foreign, first=first.name, line=first.line, second=other.name)
                yield other.line, _info(other.edition, other.line, code, words)
                break


def _errors(
    edition: Edition, found: Findings, gazetteer: Gazetteer, blocks: Mapping[str, EditionBlock]
) -> Iterator[tuple[int, Diagnostic]]:
    """Wordings that the editor has marked as errors of the sources."""
    names = (gazetteer.get(name_id) for name_id in {mention.name_id for mention in found.mentions})
    wrong = {(name.id, alias.text): name.name for name in names if name for alias in name.aliases if alias.error}
    for mention in found.mentions if wrong else ():
        right = wrong.get((mention.name_id, mention.surface))
        if right is not None:
            line = _line(blocks[mention.block])
            yield line, _info(edition, line, "K05", f"{mention.surface} is elsewhere {right}")


def _notes(edition: Edition) -> Iterator[tuple[int, Diagnostic]]:
    """Authors in notes whom the text spells with one other character."""
    body = "\n".join(block.text for block in edition.blocks if block.kind != BlockKind.FOOTNOTE)
    notes = [block for block in edition.blocks if block.kind == BlockKind.FOOTNOTE]
    for block, author in list(_authors(notes))[:_NOTES_READ]:
        if author in body:
            continue
        patterns = [f"{author[:at]}[\u3400-\u9fff]{author[at + 1 :]}" for at in range(1, len(author))]
        other = re.search("|".join(patterns), body) if len(author) >= 4 else None
        if other is not None:
            line = _line(block)
            yield line, _info(edition, line, "K06", f"the note has {author}, the text {other[0]}")


def _authors(notes: Iterable[EditionBlock]) -> Iterator[tuple[EditionBlock, str]]:
    for block in notes:
        for match in _AUTHOR.finditer(block.text):
            yield block, match[1]


def _line(block: EditionBlock) -> int:
    return block.seed_lines[0][0] if block.seed_lines else 1


def _info(edition: Edition, line: int, code: str, message: str) -> Diagnostic:
    help = "nothing is changed; `fix` the line if it is a slip, or `ignore` the code with a reason"
    return Diagnostic(Severity.INFO, code, message, edition.seed, Position(line), help)
