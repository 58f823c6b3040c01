"""Units: those everybody has, such as percent, and those of a body's own, such as tonnes of CO2."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Discriminator, PlainValidator, Tag, WithJsonSchema

from strategy_tracker.model.names.spoken import ANSWERS
from strategy_tracker.model.plain.unit_name import ShownUnit, UnitName
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import pattern, refuse, shown

__all__ = ["ANSWERS", "ShownUnit", "UnitName"]

UnitWord = Literal[
    "percent", "percent-change", "count", "thousands", "millions", "billions", "rate-per-1000", "rate-per-10000",
    "rate-per-100000", "score", "hours", "days", "weeks", "months", "years", "money", "pounds", "rank", "yes-no",
    "ratio", "narrative",
]  # fmt: skip

SIGNED: frozenset[UnitWord] = frozenset(
    {"percent-change", "score", "money", "pounds", "narrative", "hours", "days", "weeks", "months", "years"}
)
"""Units that may be below 0: a change, a score, money owed, and a time by which something was early."""


_NAME = re.compile(r"[^\s\d%][^%\n]{0,39}", re.ASCII)


def _name(given: object) -> str:
    if not isinstance(given, str) or not _NAME.fullmatch(given):
        raise refuse("wrong-shape", f"{shown(given)} is no name of a unit", "write a short word, such as tonnes")
    return given


def _places(given: object) -> int:
    if not isinstance(given, Decimal) or given not in range(7):
        raise refuse("wrong-shape", f"a figure cannot have {shown(given)} places after the point", "write 0 to 6")
    return int(given)


_Name = Annotated[str, PlainValidator(_name), pattern("write a short word, such as tonnes", _NAME.pattern, "tonnes")]
_Places = Annotated[
    int,
    PlainValidator(_places),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 6, "errorMessage": "write 0 to 6"}),
]


class OwnUnit(Record):
    """A unit by its own name."""

    name: _Name
    """What stands after a figure, in any language: tonnes."""
    one: _Name | None = None
    """The word after exactly 1: tonne. Left out, it is the name."""
    of: _Name | None = None
    """What it is an amount of: CO2. Printed as 'tonnes of CO2'; in another language write it in the name."""
    decimals: _Places | None = None
    """How many places a figure has after the point, 0 to 6: printed with so many; one with more is asked about."""

    @property
    def printed(self) -> UnitName:
        """The unit as figures are printed with it."""
        return UnitName(self.name, self.one, self.of, self.decimals)


def _form(given: object) -> str:
    return "[own]" if isinstance(given, dict | OwnUnit) else "[word]"


Unit = Annotated[Annotated[UnitWord, Tag("[word]")] | Annotated[OwnUnit, Tag("[own]")], Discriminator(_form)]
"""A word that everybody has for a unit, or one of a body's own."""

PER: dict[Unit, int] = {"percent": 100, "rate-per-1000": 1000, "rate-per-10000": 10000, "rate-per-100000": 100000}
"""Units that are a part of a whole, and what the whole is scaled to."""

_SUMS: frozenset[Unit] = frozenset({"count", "thousands", "millions", "billions", "money", "pounds"})


def is_sum(unit: Unit) -> bool:
    """Whether amounts of a unit add up over time and over parts. Days and hours are mostly averages, which do not."""
    return unit in _SUMS or isinstance(unit, OwnUnit)


def add_up(one: Unit, other: Unit) -> bool:
    """Whether amounts of two units can be parts of one total: they are the same, or both count one by one."""
    return one == other or all(unit == "count" or isinstance(unit, OwnUnit) for unit in (one, other))


def in_words(unit: Unit) -> str:
    """A unit for a reader and for data: `percent`, `tonnes of CO2`."""
    return str(unit.printed) if isinstance(unit, OwnUnit) else unit


# figures that people write in words


SPOKEN: frozenset[Unit] = frozenset({"yes-no", "ratio", "rank"})
"""Units whose figures people write in words."""
USUAL_BETTER: dict[Unit, Literal["higher", "lower"]] = {"rank": "lower", "yes-no": "higher"}
"""Which way is better where nobody says it: the first place, and yes."""
_RATIO = re.compile(r"(\d{1,18}(?:\.\d{1,12})?) ?: ?1(?:\.0{1,12})?", re.ASCII)
_PLACE = re.compile(r"([1-9]\d{0,5})(?:st|nd|rd|th)", re.ASCII | re.IGNORECASE)
_ANSWERED = {"yes": Decimal(1), "no": Decimal(0), "true": Decimal(1), "false": Decimal(0)}


def number_in_words(given: object, unit: Unit) -> Decimal | None:
    """The number of a figure in the words of its unit: `yes`, `4th`, `1.8 : 1`; None where it is none."""
    text = str(given) if isinstance(given, str | bool) else ""
    if unit == "yes-no":
        return _ANSWERED.get(text.casefold())
    found = (_RATIO if unit == "ratio" else _PLACE).fullmatch(text)
    return Decimal(found[1]) if found else None


def as_number(given: Any, unit: Unit) -> Any:
    """A figure as it is counted with, also inside a map with more; what is no figure in words stays as it is."""
    if isinstance(given, dict):
        return {key: _within(key, value, unit, as_number) for key, value in given.items()}
    if isinstance(given, tuple):
        return tuple(as_number(one, unit) for one in given)
    found = number_in_words(given, unit)
    return given if found is None else found


def as_typed(given: Any, unit: Unit) -> Any:
    """A figure as a file holds it, also inside a map with more: yes or no in words, any other as a number."""
    if unit not in SPOKEN:
        return given
    if isinstance(given, dict):
        return {key: _within(key, value, unit, as_typed) for key, value in given.items()}
    if isinstance(given, tuple):
        return tuple(as_typed(one, unit) for one in given)
    found = as_number(given, unit)
    return ANSWERS[int(found)] if unit == "yes-no" and found in (0, 1) else found


def _within(key: str, value: Any, unit: Unit, work: Callable[[Any, Unit], Any]) -> Any:
    """What `work` makes of the figures under a key of a reading, a target or a change; else the value as it is."""
    if key == "by" and isinstance(value, dict):
        return {
            name: {group: work(one, unit) for group, one in groups.items()} if isinstance(groups, dict) else groups
            for name, groups in value.items()
        }
    return work(value, unit) if key in _HOLDING else value


_HOLDING = frozenset({"value", "was", "from", "to"})
_BY_PERIOD = ("readings", "targets", "profile")


def with_numbers(given: dict[str, Any], unit: Unit) -> dict[str, Any]:
    """A measure as a file holds it, in which every figure in the words of its unit is a number."""
    found = {**({"better": USUAL_BETTER[unit]} if unit in USUAL_BETTER else {}), **given}
    for key, value in given.items():
        if key in _BY_PERIOD and isinstance(value, dict):
            found[key] = {period: as_number(one, unit) for period, one in value.items()}
        elif key == "benchmarks" and isinstance(value, dict):
            found[key] = {name: with_numbers({"readings": one}, unit)["readings"] for name, one in value.items()}
        elif key == "changed":
            found[key] = as_number(value, unit)
    return found
