"""Lists everything in a strategy that has an id, with where it stands, in the order of its file."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from strategy_tracker.diagnostics import Route
from strategy_tracker.model.strategy import Strategy


class NamedItem(NamedTuple):
    """Something in a strategy that has an id."""

    thing: Literal["group", "commitment", "voice", "survey", "priority", "action", "ask"]
    id: str
    words: str
    route: Route


def items(strategy: Strategy) -> Iterator[NamedItem]:
    """List everything in a strategy that has an id, in the order of its file."""
    yield from _asks(strategy)
    for n, group in enumerate(strategy.groups):
        yield NamedItem("group", group.id, group.title, ("groups", n))
    for n, promise in enumerate(strategy.pledge):
        yield NamedItem("commitment", promise.id, promise.text, ("pledge", n))
    for n, voice in enumerate(strategy.voice):
        yield NamedItem("voice", voice.id, voice.said, ("voice", n))
    for n, survey in enumerate(strategy.surveys):
        yield NamedItem("survey", survey.id, survey.title, ("surveys", n))
    for p, priority in enumerate(strategy.priorities):
        yield NamedItem("priority", priority.id, priority.title, ("priorities", p))
        for a, action in enumerate(priority.actions):
            yield NamedItem("action", action.id, action.text, ("priorities", p, "actions", a))


def _asks(strategy: Strategy) -> Iterator[NamedItem]:
    """What bodies were asked; what came back at a later meeting of one body is one thing, where it stands last."""
    for b, body in enumerate(strategy.governance):
        found: dict[str, NamedItem] = {}
        for m in sorted(range(len(body.meetings)), key=lambda m: body.meetings[m].held[1:]):
            for a, ask in enumerate(body.meetings[m].asks):
                found[ask.id] = NamedItem("ask", ask.id, ask.text, ("governance", b, "meetings", m, "asks", a))
        yield from found.values()
