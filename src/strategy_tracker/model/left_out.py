"""What stands in a file and is not in its record, because it has an error: counted, so that nobody calls it missing."""

from collections.abc import Mapping
from typing import NamedTuple

_MANY = {"priority": "priorities", "body": "bodies"}


class LeftOut(NamedTuple):
    """How many things of a file have an error and are left out of its record.

    `things` counts them by what they are, in the order of the file. `actions` and `measures` count those that are
    missing in a priority, by its id; `parts` what is missing in a measure, such as readings, by the measure's id.
    """

    things: Mapping[str, int] = {}
    actions: Mapping[str, int] = {}
    measures: Mapping[str, int] = {}
    parts: Mapping[str, int] = {}


NOTHING = LeftOut()
"""What is left out of a file without errors."""


def left_out_words(things: Mapping[str, int]) -> str:
    """Write `2 actions, 1 body and 1 reading`."""
    told = [f"{number} {thing if number == 1 else _MANY.get(thing, thing + 's')}" for thing, number in things.items()]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
