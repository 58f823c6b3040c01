"""Figures of a measure by groups: which groups there are, and the figure of each beside the total."""

from typing import Annotated, Literal, NamedTuple

from pydantic import PlainValidator, WithJsonSchema

from strategy_tracker.model.values import refuse, shown

PartsOf = Literal["add-up", "shares"]
"""Whether the figures of the groups add up to the total, or each is a share of its own."""
_HOW = "write the groups in a list: by: {sex: [women, men]}"


def _named(given: object) -> tuple[str, ...]:
    if not isinstance(given, tuple) or not given:
        raise refuse("wrong-shape", "a list of groups is wanted here", _HOW)
    for name in given:
        if not isinstance(name, str) or not name.strip() or "/" in name or "=" in name or len(name) > 60:
            raise refuse("wrong-shape", f"{shown(name)} is no name of a group", "write a short text without '/' or '='")
    if len(set(given)) < len(given):
        raise refuse("duplicate-key", "a group stands here twice", "delete one of them")
    return given


GroupNames = Annotated[
    tuple[str, ...],
    PlainValidator(_named),
    WithJsonSchema(
        {
            "type": "array", "minItems": 1, "uniqueItems": True, "errorMessage": _HOW,
            "items": {"type": "string", "pattern": r"^[^/=]*\S[^/=]*$", "maxLength": 60},
        }
    ),
]  # fmt: skip


class GroupAddress(NamedTuple):
    """The figures of one group as a measure of their own: of which measure, by what, which group."""

    measure: str
    by: str = ""
    group: str = ""

    def __str__(self) -> str:
        return "/".join(part for part in self if part)


def address_of(name: str) -> GroupAddress:
    """The measure that a name is of: `carers`, or of one group of it `carers/sex/women`."""
    return GroupAddress(*name.split("/", 2))
