"""Everything in a strategy that has an id, in the order of its file."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.model.strategy import Strategy


class Named(NamedTuple):
    """Something in a strategy that has an id."""

    thing: Literal["group", "commitment", "voice", "priority", "action"]
    id: str
    words: str
    route: Route


def items(strategy: Strategy) -> Iterator[Named]:
    """Everything in a strategy that has an id, in the order of the file."""
    for n, group in enumerate(strategy.groups):
        yield Named("group", group.id, group.title, ("groups", n))
    for n, promise in enumerate(strategy.pledge):
        yield Named("commitment", promise.id, promise.text, ("pledge", n))
    for n, voice in enumerate(strategy.voice):
        yield Named("voice", voice.id, voice.said, ("voice", n))
    for p, priority in enumerate(strategy.priorities):
        yield Named("priority", priority.id, priority.title, ("priorities", p))
        for a, action in enumerate(priority.actions):
            yield Named("action", action.id, action.text, ("priorities", p, "actions", a))
