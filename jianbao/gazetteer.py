"""The editor's names (``knowledge/names.yml``): people, organisations, places, terms, with their regional forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jianbao import regex as re
from jianbao.countries import countries
from jianbao.editor_form import Form
from jianbao.folding import fold, fold_key
from jianbao.yaml_file import LinedDict, load_yaml

_KEYS = ("id", "kind", "name", "full", "foreign", "forms", "aliases", "page", "link", "description")
_AFTER_DOT = ("·",)
"""A country's name after a middle dot is the family name of a person."""

NAME_KINDS = ("person", "org", "place", "event", "document", "concept", "work", "animal")


@dataclass(frozen=True, slots=True)
class Alias:
    """Another wording of a name. ``only``: where it holds (see ``in_scope``); empty: everywhere.

    ``not_before``/``not_after``: it is no mention right before or after these strings. ``error``: a slip of the
    sources, matched but never shown as a variant. An alias that repeats the name sets the name's own conditions.
    """

    text: str
    only: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    error: bool = False
    line: int = 0

    def in_scope(self, seed: str, ordinal: int) -> bool:
        """Whether the alias holds in an article of a seed.

        ``only`` names seeds by their file name or by its part before the first ``_`` or ``.``; ``-N`` after either
        means the N-th article alone.
        """
        if not self.only:
            return True
        names = {seed, seed.removesuffix(".txt"), re.split(r"[_.]", seed, maxsplit=1)[0]}
        return any(name in self.only or f"{name}-{ordinal}" in self.only for name in names)


@dataclass(frozen=True, slots=True)
class Name:
    """One entry. ``forms`` has the word of each region, keys ``tw``, ``cn``, ``hk``, where the editor is sure of it."""

    id: str
    kind: str
    name: str
    line: int
    full: str = ""
    foreign: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    aliases: tuple[Alias, ...] = ()
    page: str = "auto"
    link: str = "auto"
    description: str = ""

    def form(self, region: str) -> str:
        """The name in a region (``tw``, ``cn``, ``hk``); empty where no entry says."""
        return dict(self.forms).get(region, "")

    @property
    def wordings(self) -> tuple[Alias, ...]:
        """All that the name is called: itself, aliases, foreign names, regional forms; each script-folded text once.

        Aliases come first, as they carry conditions that hold for an equal form, too.
        """
        seen: set[str] = set()
        found: list[Alias] = []
        plain = (self.name, self.full, *self.foreign, *(text for _, text in self.forms))
        for alias in (*self.aliases, *(Alias(text, line=self.line) for text in plain if text)):
            key = fold(alias.text)
            if key not in seen or alias.only:
                seen.add(key)
                found.append(alias)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names by id, sorted by id. ``pairs`` are words that consume text without being a name (中美, 日韓)."""

    names: tuple[Name, ...] = ()
    pairs: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    _by_id: Mapping[str, Name] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {name.id: name for name in self.names})

    def get(self, name_id: str) -> Name | None:
        """The entry of an id, or None."""
        return self._by_id.get(name_id)


def load_gazetteer(path: Path | None, shown: str | None = None) -> Gazetteer:
    """The editor's names with the world's countries beside them, where the editor has none.

    ``path`` None or a missing file: countries alone. Raises ``EditorError`` with the line for each kind of mistake,
    and where one wording would mean two names in the same article.
    """
    if path is None or not path.exists():
        return Gazetteer(_with_countries(()))
    name = shown or str(path)
    form = Form(name)
    data = form.mapping(load_yaml(path, shown) or LinedDict(), ("names", "pairs", "ignore"), 1)
    names: list[Name] = []
    lines: dict[str, int] = {}
    for row in form.rows(data, "names"):
        entry = _name(form, row)
        if entry.id in lines:
            raise form.error(row.lines["id"], f"id {entry.id!r} is taken in line {lines[entry.id]}", "write another")
        lines[entry.id] = row.line
        names.append(entry)
    _refuse_conflicts(form, names)
    return Gazetteer(_with_countries(tuple(names)), form.texts(data, "pairs"), form.texts(data, "ignore"))


def _name(form: Form, row: LinedDict) -> Name:
    form.mapping(row, _KEYS, row.line)
    kind = form.text(row, "kind", required=True)
    if kind not in NAME_KINDS:
        raise form.error(row.lines["kind"], f"kind {kind!r} is none", f"write one of {', '.join(NAME_KINDS)}")
    forms = form.mapping(row.get("forms", LinedDict()), ("tw", "cn", "hk"), row.lines.get("forms", row.line))
    return Name(
        id=form.slug(row, "id"),
        kind=kind,
        name=form.text(row, "name", required=True),
        line=row.line,
        full=form.text(row, "full"),
        foreign=form.texts(row, "foreign"),
        forms=tuple((region, form.text(forms, region)) for region in ("tw", "cn", "hk") if region in forms),
        aliases=tuple(_alias(form, item, row.lines["aliases"]) for item in form.items(row, "aliases")),
        page=form.choice(row, "page", ("auto", "yes", "no")),
        link=form.choice(row, "link", ("auto", "never")),
        description=form.text(row, "description"),
    )


def _alias(form: Form, item: object, line: int) -> Alias:
    if isinstance(item, str):
        item = LinedDict(text=item)
        item.line, item.lines = line, {"text": line}
    row = form.mapping(item, ("text", "only", "not_before", "not_after", "error"), line)
    error = row.get("error", False)
    if not isinstance(error, bool):
        raise form.error(row.lines["error"], "error must be true or false", "write `error: true`")
    return Alias(
        text=form.text(row, "text", required=True),
        only=form.texts(row, "only"),
        not_before=form.texts(row, "not_before"),
        not_after=form.texts(row, "not_after"),
        error=error,
        line=row.line,
    )


def _refuse_conflicts(form: Form, names: list[Name]) -> None:
    """One wording, two names: allowed only where scopes keep them apart."""
    owners: dict[str, list[tuple[Alias, Name]]] = {}
    for name in names:
        for alias in name.wordings:
            for other, owner in owners.setdefault(fold_key(alias.text), []):
                shared = sorted(set(alias.only) & set(other.only))
                if owner.id == name.id or (alias.only and other.only and not shared):
                    continue
                where = f" in {shared[0]}" if shared else ""
                raise form.error(
                    alias.line,
                    f"{alias.text!r} means {name.id} here and {owner.id} in line {other.line}{where}",
                    "give both an alias {text: …, only: [articles]} with different articles, or take one away",
                )
            owners[fold_key(alias.text)].append((alias, name))


def _with_countries(names: tuple[Name, ...]) -> tuple[Name, ...]:
    taken = {fold_key(alias.text) for name in names for alias in name.wordings}
    ids = {name.id for name in names}
    added = []
    for country in countries():
        if country.id in ids or any(fold_key(text) in taken for text in country.wordings):
            continue
        aliases = tuple(
            Alias(text, not_before=country.vetoes.get(fold(text), ((), ()))[0], not_after=(*_AFTER_DOT, *after))
            for text in country.wordings
            for after in [country.vetoes.get(fold(text), ((), ()))[1]]
        )
        forms = country.forms
        added.append(Name(country.id, "place", forms[0][1], 0, "", (country.english,), forms, aliases, link="never"))
    return tuple(sorted((*names, *added), key=lambda name: name.id))
