"""What stands in a file and is not in its record, because it has an error: counted, so that nobody calls it missing."""

from collections.abc import Mapping
from typing import NamedTuple

from strategy_tracker.model.names.joined import listed
from strategy_tracker.model.names.labels import Word, phrase

_NAMES: dict[str, tuple[Word, Word]] = {
    "priority": ("priority", "priorities"),
    "action": ("action", "actions"),
    "measure": ("measure", "measures"),
    "measure named": ("named-measure", "named-measures"),
    "body": ("a-body", "bodies"),
    "example": ("an-example", "some-examples"),
    "reading": ("a-reading", "readings"),
    "target": ("the-target", "targets"),
    "part": ("a-part", "parts"),
}
"""What is left out, by the names of the words for one and for several."""


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
    return listed(
        [
            phrase("count-of", number=f"{number}", what=phrase(_NAMES[thing][number != 1]))
            for thing, number in things.items()
        ]
    )
