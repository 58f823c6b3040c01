"""Ids are unique, references inside a strategy lead somewhere, and no action stands twice."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy


def items(strategy: Strategy) -> Iterator[tuple[str, str, Route]]:
    """Everything in a strategy that has an id: what it is, the id, and its route."""
    for n, group in enumerate(strategy.groups):
        yield "group", group.id, ("groups", n)
    for n, promise in enumerate(strategy.pledge):
        yield "commitment", promise.id, ("pledge", n)
    for n, voice in enumerate(strategy.voice):
        yield "voice", voice.id, ("voice", n)
    for p, priority in enumerate(strategy.priorities):
        yield "priority", priority.id, ("priorities", p)
        for a, action in enumerate(priority.actions):
            yield "action", action.id, ("priorities", p, "actions", a)


def ids_are_unique(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """An id names one thing in its strategy; after a merge two people may have given the same next id."""
    seen: dict[str, str] = {}
    for what, name, route in items(strategy):
        if name in seen:
            yield Diagnostic("duplicate-id", f"'{name}' is also the id of a {seen[name]} above", (*route, "id"))
        seen.setdefault(name, what)


def references_exist(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Groups, priorities and actions that are named inside the strategy exist in it."""
    known = {
        what: {name for kind, name, _ in items(strategy) if kind == what} for what in ("group", "priority", "action")
    }
    for what, name, route in _references(strategy):
        if name not in known[what]:
            yield Diagnostic("unknown-reference", f"this strategy has no {what} '{name}'", route)


def _references(strategy: Strategy) -> Iterator[tuple[str, str, Route]]:
    for p, priority in enumerate(strategy.priorities):
        if priority.group:
            yield "group", priority.group, ("priorities", p, "group")
        for n, name in enumerate(priority.see_also):
            yield "priority", name, ("priorities", p, "see_also", n)
    for c, promise in enumerate(strategy.pledge):
        for n, name in enumerate(promise.priorities):
            yield "priority", name, ("pledge", c, "priorities", n)
    for v, voice in enumerate(strategy.voice):
        for n, name in enumerate(voice.actions):
            yield "action", name, ("voice", v, "actions", n)
        for n, name in enumerate(voice.priorities):
            yield "priority", name, ("voice", v, "priorities", n)


def texts_differ(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """An action printed twice would be counted twice."""
    seen: dict[str, str] = {}
    for p, priority in enumerate(strategy.priorities):
        for a, action in enumerate(priority.actions):
            words = " ".join(action.text.casefold().split())
            if words in seen:
                yield Diagnostic(
                    "same-text",
                    f"'{action.id}' says the same as '{seen[words]}'",
                    ("priorities", p, "actions", a, "text"),
                )
            seen.setdefault(words, action.id)
