"""What a document has told the public: which figures it showed and which it left out, so that later ones agree."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import PlainValidator, WithJsonSchema

from strategy_tracker.model.dates.period import PeriodKey
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Number, pattern, read_id, read_number, refuse, shown

_NEXT = "write the number that was published, or c where none was"


def _published(value: Any) -> Decimal | Literal["c"]:
    if value == "c":
        return "c"
    if isinstance(value, str):
        raise refuse("not-a-number", f"{shown(value)} is neither a number nor c", _NEXT)
    return read_number(value)


PublishedFigure = Annotated[
    Decimal | Literal["c"],
    PlainValidator(_published),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"const": "c"}], "errorMessage": _NEXT}),
]


def _name(value: Any) -> str:
    if not isinstance(value, str) or "/" not in value:
        return read_id(value)
    measure, *groups = value.split("/")
    if len(groups) != 2 or not all(groups):
        raise refuse("not-an-id", f"{shown(value)} is no figure of a group", "write it as carers/sex/women")
    return "/".join((read_id(measure), *groups))


_NAME = r"[a-z0-9]+(-[a-z0-9]+)*(/[^/]+/[^/]+)?"
FigureName = Annotated[str, PlainValidator(_name), pattern("write it like carers, or carers/sex/women", _NAME)]
"""A measure, or one group of it."""


class Publication(Record):
    """A document as it was published, in a file of its own name."""

    issued: Date
    """The day it was made."""
    suppress_below: Number
    """The threshold that held for it."""
    suppress_zeros: bool = False
    """True where a count of 0 was withheld as well."""
    assumed: bool = False
    """True where nobody knows which figures it showed: then those are listed that it may have shown."""
    figures: dict[FigureName, dict[PeriodKey, PublishedFigure]] = {}
    """Of each measure it told of: the figure of each period as it was shown, or c where it was withheld."""
    parts: dict[FigureName, dict[PeriodKey, tuple[FigureName, ...]]] = {}
    """Of each total: the measures that were its parts, each period."""
