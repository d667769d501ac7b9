"""``candidates.yml``: the list of proposals, written by every build, decided on by the editor, applied to the names.

A row's ``decision`` is empty, ``accept`` (the row becomes a name; its kind, text and foreign names may be corrected
before), ``alias-of: ID`` (the text is another wording of that name) or ``ignore`` (never propose it again).
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import chain, count
from pathlib import Path
from typing import Any

from jianbao import regex as re
from jianbao.diagnostics import EditorError
from jianbao.editor_form import Form
from jianbao.folding import fold_key
from jianbao.gazetteer import NAME_KINDS, load_gazetteer
from jianbao.knowledge.candidate_search import Candidate
from jianbao.knowledge.names_editing import NamesEditor, flow
from jianbao.yaml_file import LinedDict, load_yaml

_KEYS = ("text", "score", "mentions", "kind", "foreign", "id", "evidence", "contexts", "decision")
_ALIAS_OF = re.compile(r"alias-of[: ]\s*(?P<id>\S+)")
_HEADER = """\
# Names that the texts suggest, the most certain first. Written by each build; your decisions are kept.
# decision: accept | alias-of ID | ignore; then run `python build.py names --apply`, which moves them to names.yml.
# Before you accept: correct text, kind (person, org, place, event, document, concept, work, animal), foreign; you may
# add an `id: …` for its address.
"""


def write_candidates(found: Iterable[Candidate], path: Path, shown: str | None = None) -> tuple[str, ...]:
    """Write what ``find_candidates`` found where the list changed; decisions of the file that is there stay.

    Returns what to tell the editor.

    Raises ``EditorError`` where the file cannot be read or a decision is none.
    """
    pending = {row["text"]: row for row, decision in _decisions(path, shown) if decision}
    fresh = [candidate for candidate in found if candidate.text not in pending]
    rows = [*pending.values(), *map(_row, fresh)]
    _write(path, "".join([_HEADER, *map(_render, rows)]))
    undecided = sum(not (row.get("decision") or "") for row in rows)
    return (f"{shown or path}: {undecided} names to decide on, {len(rows) - undecided} decisions to apply",)


def apply_candidates(candidates_path: Path, names_path: Path, shown: str | None = None) -> tuple[str, ...]:
    """Move the decisions of ``candidates.yml`` to ``names.yml``; rows without one stay in the list.

    Returns what to tell the editor. Nothing is written unless every decision can be: ``EditorError`` names the first
    row that cannot.
    """
    form = Form(shown or str(candidates_path))
    editor = NamesEditor(names_path)
    known = load_gazetteer(names_path)
    owners = {fold_key(alias.text): name.id for name in known.names if name.line for alias in name.wordings}
    kept: list[LinedDict] = []
    accepted, aliases, ignored = [], [], []
    for row, decision in _decisions(candidates_path, shown):
        text = row["text"]
        owner = owners.get(fold_key(text))
        alias = _ALIAS_OF.fullmatch(decision)
        target = alias["id"] if alias else ""
        if not decision:
            kept.append(row)
        elif decision == "ignore":
            editor.ignore(text)
            ignored.append(text)
        elif owner and owner != target:
            message = f"{text!r} means {owner} already"
            raise form.error(row.lines["text"], message, f"write `decision: alias-of {owner}` or `ignore`")
        elif alias and target not in editor.ids:
            raise form.error(row.lines["decision"], f"no name has the id {target!r}", "write an id of names.yml")
        elif alias:
            if not owner:
                editor.add_alias(target, text)
            owners[fold_key(text)] = target
            aliases.append(text)
        else:
            entry = _entry(form, row, editor.ids)
            editor.add_name(entry)
            for wording in (text, *form.texts(row, "foreign")):
                owners.setdefault(fold_key(wording), entry["id"])
            accepted.append(entry["id"])
    if accepted or aliases or ignored:
        _write_checked(names_path, editor.render())
        _write(candidates_path, "".join([_HEADER, *map(_render, kept)]))
    told = {"new names": accepted, "other wordings": aliases, "ignored": ignored}
    return tuple(f"{what}: {', '.join(done)}" for what, done in told.items() if done) or ("nothing was decided",)


def _decisions(path: Path, shown: str | None) -> Iterator[tuple[LinedDict, str]]:
    if not path.exists():
        return
    form = Form(shown or str(path))
    rows = load_yaml(path, shown) or []
    if not isinstance(rows, list):
        raise form.error(1, "expected a list of candidates", "delete the file, the next build writes it anew")
    for item in rows:
        row = form.mapping(item, _KEYS, getattr(item, "line", 1))
        form.text(row, "text", required=True)
        value = row.get("decision") or ""
        if isinstance(value, LinedDict):
            value = " ".join(f"{key} {word}" for key, word in value.items())
        decision = str(value).strip()
        if decision not in ("", "accept", "ignore") and not _ALIAS_OF.fullmatch(decision):
            raise form.error(
                row.lines["decision"], f"{decision!r} is no decision", "write accept, alias-of ID, ignore or nothing"
            )
        yield row, decision


def _entry(form: Form, row: LinedDict, taken: frozenset[str]) -> dict[str, Any]:
    kind = form.text(row, "kind", required=True)
    if kind not in NAME_KINDS:
        raise form.error(row.lines["kind"], f"kind {kind!r} is none", f"write one of {', '.join(NAME_KINDS)}")
    foreign = list(form.texts(row, "foreign"))
    if row.get("id"):
        name_id = form.slug(row, "id")
        if name_id in taken:
            raise form.error(row.lines["id"], f"id {name_id!r} is taken", "write another")
    else:
        base = _slug(foreign[0] if foreign else row["text"])
        numbered = (f"{base}-{number}" for number in count(2))
        name_id = next(slug for slug in chain((base,), numbered) if slug not in taken)
    return {"id": name_id, "kind": kind, "name": row["text"], "foreign": foreign}


def _slug(text: str) -> str:
    from pypinyin import lazy_pinyin  # loads large tables: only where a name is accepted

    latin = "-".join(lazy_pinyin(text))
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "name"


def _row(candidate: Candidate) -> dict[str, Any]:
    return {field.name: getattr(candidate, field.name) for field in fields(candidate)}


def _render(row: Mapping[str, Any]) -> str:
    lines = []
    for key in _KEYS:
        if key == "contexts" and row.get(key):
            lines += ["contexts:", *(f"- {json.dumps(text, ensure_ascii=False)}" for text in row[key])]
        elif key == "decision" or row.get(key):
            lines.append(f"{key}: {flow(row.get(key) or '')}")
    return "- " + "\n  ".join(lines) + "\n"


def _write_checked(path: Path, text: str) -> None:
    """Replace the names only by a file that loads."""
    trial = path.with_suffix(".new")
    _write(trial, text)
    try:
        load_gazetteer(trial, str(path))
    except EditorError:
        trial.unlink()
        raise
    trial.replace(path)


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
