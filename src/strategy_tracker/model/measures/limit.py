"""How far from a target still counts: a distance with its unit, or the lower or the higher of two of them."""

from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import PlainValidator, WithJsonSchema

from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.values import DISTANCE_SCHEMA, Distance, read_distance, refuse, shown


class LowerOrHigher(NamedTuple):
    """The lower or the higher of two distances, worked out for each target."""

    which: Literal["lower", "higher"]
    parts: tuple[Distance, Distance]

    def at(self, target: Decimal) -> Decimal:
        """The distance in the measure's unit for this target."""
        choose = min if self.which == "lower" else max
        return choose(part.at(target) for part in self.parts)

    @property
    def of_target(self) -> bool:
        """Whether a part of it is a share of the target, so that it means nothing for a target of 0."""
        return any(part.of_target for part in self.parts)

    def __str__(self) -> str:
        return limit_words(self)


Limit = Distance | LowerOrHigher


def limit_words(limit: Limit) -> str:
    """Say how far still counts: `5 points`, `10% of target`, `the lower of 10% of target and 5 points`."""
    if isinstance(limit, LowerOrHigher):
        one, other = map(limit_words, limit.parts)
        return phrase("lower-of" if limit.which == "lower" else "higher-of", one=one, other=other)
    share = limit.text.removesuffix(" of target")
    return phrase("share-of-target", share=share) if limit.of_target else limit.text


_BOTH = "write {lower_of: [5% of target, 100000 pounds]}, or 'higher_of'"


def parts_of(limit: Limit) -> tuple[Distance, ...]:
    """Give the distances a limit is made of: itself, or both of which the lower or the higher counts."""
    return limit.parts if isinstance(limit, LowerOrHigher) else (limit,)


def read_limit(value: object) -> Limit:
    """Read a distance with its unit, or `{lower_of: [5% of target, 100000 pounds]}`. Raises what `refuse` makes."""
    if not isinstance(value, dict) or not value.keys() & {"lower_of", "higher_of"}:
        return read_distance(value)
    if len(value) != 1:
        raise refuse("wrong-shape", "a limit of two parts says which of them counts, once", _BOTH)
    ((key, parts),) = value.items()
    if not isinstance(parts, tuple) or len(parts) != 2:
        raise refuse("wrong-shape", f"'{key}' takes two distances, and has {_number(parts)}", _BOTH)
    which: Literal["lower", "higher"] = "lower" if key == "lower_of" else "higher"
    return LowerOrHigher(which, (read_distance(parts[0]), read_distance(parts[1])))


def _number(parts: Any) -> str:
    return str(len(parts)) if isinstance(parts, tuple) else "nothing" if parts is None else shown(parts)


def same_limit(one: Limit, other: Limit) -> bool:
    """Whether two limits are one however they are spelled: 5 points and 5.0 points."""
    if isinstance(one, LowerOrHigher) and isinstance(other, LowerOrHigher):
        return one.which == other.which and {part[1:] for part in one.parts} == {part[1:] for part in other.parts}
    return isinstance(one, Distance) and isinstance(other, Distance) and one[1:] == other[1:]


_PAIR = {"type": "array", "items": DISTANCE_SCHEMA, "minItems": 2, "maxItems": 2}
Within = Annotated[
    Limit,
    PlainValidator(read_limit),
    WithJsonSchema(
        DISTANCE_SCHEMA
        | {
            "type": ["string", "object"],
            "properties": {
                "lower_of": {"description": "Two distances; for each target the lower one counts.", **_PAIR},
                "higher_of": {"description": "Two distances; for each target the higher one counts.", **_PAIR},
            },
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }
    ),
]
