"""Value types of the data files: text, numbers, ids, dates that may be partial, and intervals.

Each type is read by one function that either returns the value or refuses it with a code of the
catalogue and one next step. Nothing is coerced: `yes` is not true, `"95"` is not a number.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, PlainValidator, StringConstraints, WithJsonSchema

from strategy_tracker.model.plain.calendar_months import end_of_month, is_end_of_month, months_after
from strategy_tracker.model.plain.interval import INTERVAL, Interval, read_interval, typed_interval
from strategy_tracker.model.plain.quoted import shown
from strategy_tracker.model.plain.refusal import refuse
from strategy_tracker.model.plain.when import When, read_when, sane

__all__ = [
    "Interval",
    "When",
    "end_of_month",
    "is_end_of_month",
    "months_after",
    "read_interval",
    "read_when",
    "refuse",
    "sane",
    "shown",
    "typed_interval",
]


class Distance(NamedTuple):
    """How far from a target: an amount in the measure's own unit, or a share of the target in percent."""

    text: str
    amount: Decimal
    of_target: bool
    word: str

    def at(self, target: Decimal) -> Decimal:
        """The distance in the measure's unit for this target."""
        return abs(target) * self.amount / 100 if self.of_target else self.amount

    def __str__(self) -> str:
        return self.text


_DISTANCE = re.compile(r"(\d{1,12}(?:\.\d{1,12})?) ?(?:(%|percent) of target|([^\s\d.,:;/%+-][^%\n]{0,79}))", re.ASCII)


def read_distance(value: object) -> Distance:
    """Read a distance with its unit: `5 points`, `10% of target`, `3 days`. Raises what `refuse` makes."""
    help_text = "write '5 points' (units of the measure) or '5% of target': they give different colours"
    if isinstance(value, Decimal):
        raise refuse("distance-without-unit", f"{shown(value)} does not say what it is measured in", help_text)
    found = _distance(value) if isinstance(value, str) else None
    if found is None:
        raise refuse("distance-without-unit", f"{shown(value)} is not a distance with its unit", help_text)
    return found


@lru_cache(maxsize=1024)
def _distance(text: str) -> Distance | None:
    found = _DISTANCE.fullmatch(text)
    if not found or found[3] in ("percent", "pc"):
        return None
    return Distance(text, Decimal(found[1]), found[2] is not None, found[3] or "")


def read_number(value: object) -> Decimal:
    """Read an exact decimal, which the parser has made of a plain number. Raises what `refuse` makes."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        next_step = nearly_a_number(value) or "write a plain number such as 97.5"
        raise refuse("not-a-number", f"{shown(value)} is not a plain number", next_step)
    raise refuse("not-a-number", "a number is wanted here", "write a plain number such as 97.5")


_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


def read_currency(value: object) -> str:
    """Read a currency as banks write it, by the three letters of ISO 4217."""
    if not isinstance(value, str) or not _CURRENCY.fullmatch(value):
        known = {"£": "GBP", "€": "EUR", "$": "USD", "pound": "GBP", "euro": "EUR", "dollar": "USD"}
        near = known.get(value.lower().removesuffix("s"), value.upper()) if isinstance(value, str) else ""
        next_step = f"write {near if _CURRENCY.fullmatch(near) else 'GBP, EUR or USD'}"
        raise refuse("not-a-currency", f"{shown(value)} is not a currency as banks write it", next_step)
    return value


def nearly_a_number(text: str) -> str:
    """Say what to do where `text` would be a number but for what stands round its digits; otherwise nothing."""
    number = re.fullmatch(r"[-+]?([\d,_]+)(\.\d+)?%?", text, re.ASCII)
    if not number:
        return ""
    if "_" in number[1]:
        return "write it without '_'"
    if number[1][0] == "0" and number[1] != "0":
        return "write it without the noughts at the front"
    if len(number[1].replace(",", "")) > 18 or len(number[2] or "") > 13:
        return "write at most 18 digits, and 12 after the point"
    return "write it without quotes, commas, plus or %"


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


def read_id(value: object) -> str:
    """Read a short, stable name: lower-case letters, digits and single hyphens. Raises what `refuse` makes."""
    if not isinstance(value, str):
        next_step = "put quotes round it" if isinstance(value, bool) else ""
        next_step = "put quotes round it if it is only digits" if isinstance(value, Decimal) else next_step
        raise refuse("not-an-id", f"{shown(value)} is not an id", next_step)
    return _id(value)


@lru_cache(maxsize=65536)
def _id(value: str) -> str:
    if len(value) > 60 or not _ID.fullmatch(value):
        near = re.sub(r"[^a-z0-9]+", "-", value.lower())[:60].strip("-")
        raise refuse("not-an-id", f"{shown(value)} is not an id", f"write '{near}'" if near else "give it letters")
    return value


def listed(value: Any) -> Any:
    """A text as a list of one; anything else as it is."""
    return (value,) if isinstance(value, str) else value


def _listed_ids(value: Any) -> Any:
    several = re.split(r"\s*[,;]\s*", value) if isinstance(value, str) else []
    if len(several) > 1 and all(_ID.fullmatch(one) for one in several):
        raise refuse("not-an-id", f"{shown(value)} is more than one id", f"write [{', '.join(several)}]")
    return listed(value)


def pattern(next_step: str, expression: str, *examples: str, **more: object) -> WithJsonSchema:
    """Make the JSON Schema of a text with a form of its own; `next_step` is what an editor says where it is wrong."""
    form: dict[str, Any] = {"type": "string", "pattern": f"^{expression}$", **more}
    return WithJsonSchema(form | {"errorMessage": next_step} | ({"examples": list(examples)} if examples else {}))


Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Texts = Annotated[tuple[Text, ...], BeforeValidator(listed)]
Id = Annotated[str, PlainValidator(read_id), pattern("write it like safe-04", _ID.pattern, maxLength=60)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_listed_ids)]
Number = Annotated[
    Decimal,
    PlainValidator(read_number),
    WithJsonSchema({"type": "number", "errorMessage": "write a plain number such as 97.5"}),
]
FIGURE_WORDS = r"yes|no|\d+(\.\d+)? ?: ?1|[1-9]\d*(st|nd|rd|th)"
"""How figures may be written in words, where the unit of their measure is yes-no, ratio or rank."""
NumberOrWord = Annotated[
    Decimal,
    PlainValidator(read_number),
    WithJsonSchema(
        {
            "type": ["number", "string", "boolean"],
            "pattern": f"^({FIGURE_WORDS})$",
            "errorMessage": "write a plain number such as 97.5; yes or no where the unit is yes-no",
        }
    ),
]
"""A number; where the unit of its measure is yes-no, rank or ratio, a file may say it in words."""
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_NAME_A_FILE = "write a map of a file's name to the 64 digits and letters a to f of its sha256, in quotes"


def _digests(value: object) -> tuple[tuple[str, str], ...]:
    """Read a map of names of files to their sha256 as pairs: a record with a map in it has no hash."""
    if not isinstance(value, dict):
        raise refuse("wrong-type", f"{shown(value)} is no map of files", _NAME_A_FILE)
    for name, digest in value.items():
        if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            raise refuse("wrong-type", f"{shown(digest)} is not the sha256 of '{name}'", _NAME_A_FILE)
    return tuple((str(name), digest) for name, digest in value.items())


Digests = Annotated[
    tuple[tuple[str, str], ...],
    PlainValidator(_digests),
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": {"type": "string", "pattern": f"^{_DIGEST.pattern}$"},
            "errorMessage": _NAME_A_FILE,
        }
    ),
]
Date = Annotated[
    When,
    PlainValidator(read_when),
    pattern(
        "write it as 2018-07-02; 2018-07 or 2018 where the day is not known",
        r"(19|2[01])\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?",
        type=["string", "integer"],
        minimum=1900,
        maximum=2199,
    ),
]
Currency = Annotated[
    str, PlainValidator(read_currency), pattern("write GBP, EUR or USD", _CURRENCY.pattern, "GBP", "EUR", "USD")
]
Dates = Annotated[tuple[Date, ...], BeforeValidator(lambda v: v if isinstance(v, tuple) or v is None else (v,))]
Every = Annotated[
    Interval,
    PlainValidator(read_interval),
    pattern(
        "write week, 6 weeks, month, quarter, 6 months or year",
        INTERVAL.pattern,
        "quarter",
        "6 weeks",
    ),
]
DISTANCE_SCHEMA: dict[str, Any] = {
    "type": "string",
    "pattern": f"^{_DISTANCE.pattern}$",
    "errorMessage": "write '5 points' (units of the measure) or '5% of target': they give different colours",
    "examples": ["5 points", "10% of target"],
}
"""The JSON Schema of a distance with its unit."""
