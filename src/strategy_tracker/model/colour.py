"""The five colours in which things stand, worst first. A colour never stands without its word and its rule."""

from typing import Literal

Colour = Literal["red", "amber", "green", "blue", "grey"]
WORST_FIRST: tuple[Colour, ...] = ("red", "amber", "grey", "green", "blue")
