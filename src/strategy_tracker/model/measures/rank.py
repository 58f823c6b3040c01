"""The place of a measure among others, and how good a place must be for a colour."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import Field, PlainValidator, WithJsonSchema

from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.names.spoken import ordinal
from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Text, pattern, refuse, shown

__all__ = ["ordinal"]

QUARTILES = {"first quartile": 1, "second quartile": 2, "third quartile": 3}
"""The quarters of a list that may be a limit, best first: no place is beyond the fourth."""
_SAID = {"top": "first", "best": "first", "upper": "first", "1st": "first", "2nd": "second", "3rd": "third"}
_NEXT = "write first quartile, second quartile or third quartile, or a place such as 5th"
_PLACE = re.compile(r"([1-9]\d{0,3})(st|nd|rd|th)", re.ASCII)
_MOST = 9999


def quartile_of(place: int, of: int) -> int:
    """Say in which quarter of a list a place is: in the first where fewer than a quarter of all are ahead of it.

    The last place of a quarter that all of them do not fill is in the better one: of 10, three are in the first.
    """
    return 4 * (place - 1) // of + 1


class RankLimit(NamedTuple):
    """The last place that will do: a quarter of however many there are, or a place by its number."""

    text: str
    quartile: int | None
    place: int | None

    def last_place(self, of: int) -> int:
        """The last place among so many that is within the limit."""
        if self.place is not None:
            return min(self.place, of)
        assert self.quartile is not None
        return -(-self.quartile * of // 4)

    @property
    def words(self) -> str:
        """What it is called: `first quartile`, `5th`."""
        return ordinal(self.place) if self.place is not None else phrase(f"quartile-{self.quartile}")

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=64)
def _limit(text: str) -> RankLimit:
    if text in QUARTILES:
        return RankLimit(text, QUARTILES[text], None)
    found = _PLACE.fullmatch(text)
    if found and ordinal(int(found[1])) == text:
        return RankLimit(text, None, int(found[1]))
    words = text.lower().split()
    number = re.match(r"[1-9]\d{0,3}(?=\D|$)", text, re.ASCII)
    next_step = _NEXT
    if "quartile" in words and (near := [_SAID.get(word, word) for word in words if word != "quartile"]):
        meant = f"{near[0]} quartile"
        next_step = f"write {meant}" if meant in QUARTILES else _NEXT
    elif number and "%" not in text:
        next_step = f"write {ordinal(int(number[0]))}"
    raise refuse("not-a-choice", f"{shown(text)} is no place that a rank can be held against", next_step)


def _read_limit(value: object) -> RankLimit:
    if isinstance(value, Decimal):
        value = str(value)
    if not isinstance(value, str):
        raise refuse("not-a-choice", f"{shown(value)} is no place that a rank can be held against", _NEXT)
    return _limit(value)


def _read_place(value: object) -> int:
    if isinstance(value, Decimal) and value == value.to_integral_value() and 1 <= value <= _MOST:
        return int(value)
    wrong = isinstance(value, Decimal | str)
    what = f"{shown(value)} is not a place" if wrong else "a place is a whole number"
    raise refuse("not-a-number", what, f"write a whole number from 1 to {_MOST}")


Place = Annotated[
    int,
    PlainValidator(_read_place),
    WithJsonSchema(
        {
            "type": "integer",
            "minimum": 1,
            "maximum": _MOST,
            "errorMessage": f"write a whole number from 1 to {_MOST}",
        }
    ),
]
_Limit = Annotated[
    RankLimit,
    PlainValidator(_read_limit),
    pattern(_NEXT, rf"({'|'.join(QUARTILES)}|[1-9]\d{{0,3}}(st|nd|rd|th))", *QUARTILES, "5th"),
]


class Rank(Record):
    """A place among others, the first being the best; several that are alike share the best of their places."""

    place: Place
    """The place, 1 for the best."""
    of: Place
    """How many there are, with the body itself."""
    among: Text | None = Field(default=None, alias="in")
    """Among whom, such as 'family group'."""


class RankLimits(Record):
    """How good a place must be for a colour: green to one limit, amber to another, red beyond it."""

    green: _Limit
    """The last place that is green: 'first quartile', or a place such as '5th'."""
    amber: _Limit | None = None
    """The last place that is amber; without it nothing is, and a worse place than green is not rated."""
    among: Text | None = Field(default=None, alias="in")
    """The group that counts, where the measure has a place in more than one."""

    def __str__(self) -> str:
        parts = [f"green {self.green}", *([f"amber {self.amber}"] if self.amber else [])]
        return ", ".join([*parts, *([f"in {self.among}"] if self.among else [])])
