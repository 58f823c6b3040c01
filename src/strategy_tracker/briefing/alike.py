"""Puts together silent things of the same owners about which the same is to be said."""

from collections.abc import Sequence
from typing import NamedTuple

from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.standing.of_actions import Inherited
from strategy_tracker.judging.standing.owners import owners_of


class SharedConcern(NamedTuple):
    """Several silent things of the same owners about which the same is to be said."""

    owners: tuple[str, ...]
    owner_from: Inherited | None
    why: tuple[str, ...]
    items: tuple[AttentionItem, ...]


ALIKE = 3
"""Silent things alike from which they are told together."""


def together(found: Sequence[AttentionItem]) -> tuple[tuple[SharedConcern, ...], tuple[AttentionItem, ...]]:
    """Put together silent things of the same owners of which nothing was ever said, for one reason, and the others."""
    groups: dict[tuple[tuple[str, ...], Inherited | None, tuple[str, ...]], list[AttentionItem]] = {}
    for one in found:
        if one.kind in ("silent", "very-silent") and one.said is None:
            groups.setdefault((owners_of(one), one.owner_from, one.why), []).append(one)
    shared = tuple(SharedConcern(*key, tuple(each)) for key, each in groups.items() if len(each) >= ALIKE)
    told = {one.item for each in shared for one in each.items}
    return shared, tuple(one for one in found if one.item not in told)
