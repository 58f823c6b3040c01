"""Puts priorities in the order of their levels, and says how deep each stands."""

from collections.abc import Mapping, Sequence

from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Priority

DEPTHS = 2
"""How deep priorities may stand where the settings name no levels: one under another."""


def chain_of(own: str, above: Mapping[str, str | None]) -> list[str]:
    """List the ids from a priority up to the one that stands alone; a circle ends where it would begin again.

    The last may be the id of none, where the file names one that is not there.
    """
    chain = [own]
    while (upper := above.get(chain[-1])) and upper not in chain:
        chain.append(upper)
    return chain


def above_of(priorities: Sequence[Priority]) -> dict[str, str | None]:
    """Give for each priority the id of the one it stands under."""
    return {one.id: one.under for one in priorities}


def places_in_order(priorities: Sequence[Priority]) -> list[int]:
    """List the places of priorities in the order they are told: each is followed by those under it."""
    above = above_of(priorities)
    if not any(above.values()):
        return list(range(len(priorities)))
    first = {one.id: place for place, one in reversed(list(enumerate(priorities)))}

    def key(place: int) -> tuple[int, ...]:
        chain = chain_of(priorities[place].id, above)[::-1]
        return (*(first[name] for name in chain[:-1] if name in first), place)

    return sorted(range(len(priorities)), key=key)


def level_of(priority: Priority, priorities: Sequence[Priority], settings: Settings) -> str | None:
    """Give what a priority of this depth is called; None where the settings do not say."""
    depth = len(chain_of(priority.id, above_of(priorities)))
    return settings.levels[depth - 1] if depth <= len(settings.levels) else None


def deepest(settings: Settings) -> int:
    """Give how many levels priorities may have: as many as have names."""
    return len(settings.levels) or DEPTHS
