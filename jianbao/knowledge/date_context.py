"""What a date expression stands in, what it leans on, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from jianbao import regex as re
from jianbao.knowledge.date_values import precision_of

FUTURE = re.compile(
    r"將(?!軍|領|來|近|士)|即將|預計|預定|預期|預料|料將|計[劃畫]|定於|訂於|原訂|擬|可望|有望|一旦|屆時|之前完成|截止|展望|明年|未來"
)
_SINCE = re.compile(r"(?:以來|以后|以後|之後|迄今|至今|起(?!訴|草|飛))")
_UNTIL = re.compile("[之以]?前(?![往來進去後夕線排])")


@dataclass(frozen=True, slots=True)
class Value:
    """``iso`` (None: not resolved), ``certainty`` and ``basis`` of a finding."""

    iso: str | None
    certainty: str = "inferred"
    basis: str = "ref_date"

    @property
    def precision(self) -> str:
        """As in the record."""
        return precision_of(self.iso) if self.iso else "vague"


UNKNOWN = Value(None)
NOTHING_TOLD = Value(None, "inferred", "carried")


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands: number of its block and sentence, the clause around it, whether it is quoted."""

    block: int
    sentence: int
    before: str
    after: str
    quoted: bool = False

    @property
    def future(self) -> bool:
        """Whether the clause speaks of what is to come."""
        return bool(FUTURE.search(self.before) or FUTURE.search(self.after))

    @property
    def until(self) -> bool:
        """Whether something is due before the date."""
        return bool(_UNTIL.match(self.after))

    @property
    def since(self) -> bool:
        """Whether all that follows the date is meant, not the date."""
        return bool(_SINCE.match(self.after))


@dataclass(frozen=True, slots=True)
class Told:
    """The date told before: what 同年, 翌日 and a bare month or day lean on.

    ``since``: a year from which on something holds; ``deictic``: counted from the reference date, not stated.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    block: int = -10
    sentence: int = -10
    since: bool = False
    deictic: bool = False
