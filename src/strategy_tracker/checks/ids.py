"""Asks that ids are unique, that references inside a strategy lead somewhere, and that no action stands twice."""

from collections.abc import Iterator
from datetime import date

from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.judging.levels import above_of, chain_of, deepest
from strategy_tracker.model.named import items
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy


def ids_are_unique(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """An id names one thing in its strategy.

    After a merge, two people may have given the same next id.
    """
    seen: dict[str, str] = {}
    for item in items(strategy):
        if item.id in seen:
            other = f"{'an' if seen[item.id] == 'action' else 'a'} {seen[item.id]}"
            yield Diagnostic("duplicate-id", f"'{item.id}' is also the id of {other} above", (*item.route, "id"))
        seen.setdefault(item.id, item.thing)


def references_exist(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Groups, priorities and actions that are named inside the strategy exist in it."""
    known: dict[str, set[str]] = {"group": set(), "priority": set(), "action": set()}
    for item in items(strategy):
        known.setdefault(item.thing, set()).add(item.id)
    for what, name, route in _references(strategy):
        if name not in known[what]:
            yield Diagnostic("unknown-reference", f"this strategy has no {what} '{name}'", route)


def _references(strategy: Strategy) -> Iterator[tuple[str, str, Route]]:
    for p, priority in enumerate(strategy.priorities):
        if priority.group:
            yield "group", priority.group, ("priorities", p, "group")
        if priority.under:
            yield "priority", priority.under, ("priorities", p, "under")
        for n, name in enumerate(priority.see_also):
            yield "priority", name, ("priorities", p, "see_also", n)
    for b, body in enumerate(strategy.governance):
        if body.priority:
            yield "priority", body.priority, ("governance", b, "priority")
    for what, key, names in _LINKS:
        for n, one in enumerate(getattr(strategy, key)):
            yield from ((what, name, (key, n, names, at)) for at, name in enumerate(getattr(one, names)))


_LINKS = (
    ("priority", "pledge", "priorities"),
    ("action", "voice", "actions"),
    ("priority", "voice", "priorities"),
    ("action", "audits", "actions"),
    ("priority", "watch", "priorities"),
)
"""What an entry of a list of the strategy names: the kind of thing, the list, and the key with the ids."""


def levels_are_few(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No priority stands under itself, and none deeper than levels are named."""
    above, most = above_of(strategy.priorities), deepest(settings)
    for p, priority in enumerate(strategy.priorities):
        chain = chain_of(priority.id, above)
        route = ("priorities", p, "under")
        if above.get(chain[-1]):
            told = ", which stands under ".join(f"'{name}'" for name in [*chain[1:], above[chain[-1]]])
            yield Diagnostic("under-too-deep", f"'{priority.id}' stands under {told}: that is a circle", route)
        elif len(chain) > most and chain[-1] in above:
            told = ", which stands under ".join(f"'{name}'" for name in chain[1:])
            are = "is" if most == 1 else "are"
            named = f"{most} {are} named in 'levels'" if settings.levels else f"{most} are told where none is named"
            what = f"'{priority.id}' stands under {told}: that is {len(chain)} levels, and {named}"
            yield Diagnostic("under-too-deep", what, route)


def texts_differ(strategy: Strategy, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """No action stands twice: it would be counted twice."""
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
