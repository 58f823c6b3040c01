"""What an explanation of a diagnostic's code consists of."""

from typing import Literal, NamedTuple

Place = Literal[
    "in the folder",
    "in a file",
    "in a strategy",
    "in a priority",
    "in an action",
    "in a list of actions",
    "in a measure",
    "in a list of measures",
    "in the settings",
]


class Explanation(NamedTuple):
    """Why a code matters, lines that give it, and the same lines mended.

    Its meaning and next step stand in `diagnostics.CODES`. The tests put the lines where `place` says, in a small
    portfolio: the example must give the code, and the mended lines must give no error.
    """

    why: str
    place: Place
    example: str
    mended: str
