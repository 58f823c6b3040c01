"""What somebody may have meant who typed a name that does not exist: the names most like it, and the question."""

from collections.abc import Iterable, Sequence

ALIKE = 0.6
"""How alike two names are from which one is offered for the other, out of 1: the default of difflib."""


def nearest(typed: str, names: Iterable[str], most: int = 1, alike: float = ALIKE) -> list[str]:
    """At most so many of the names that are most like `typed`, the likest first; empty where none is like it."""
    from difflib import get_close_matches  # only where something is wrong: start-up is a feature

    return get_close_matches(typed, list(names), most, alike)


def did_you_mean(near: Sequence[str], otherwise: str = "", *, quoted: bool = True) -> str:
    """`did you mean 'safe-04'?` of the nearest name, or of all without quotes; `otherwise` where none is near."""
    if not near:
        return otherwise
    return f"did you mean '{near[0]}'?" if quoted else f"did you mean {' or '.join(near)}?"
