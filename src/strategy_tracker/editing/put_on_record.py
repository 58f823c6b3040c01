"""Puts on record what was typed over, as git knows it: the entry of the move or change, without a reason of ours."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import get_args

from strategy_tracker.comparing.typed_over import QuietChange
from strategy_tracker.editing.changes import Append, value_at
from strategy_tracker.editing.fixes import NeedsEntry
from strategy_tracker.editing.insert_at import keys_before, newest_first
from strategy_tracker.files.parsing.parse import Tree
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.rule_change import RuleKey

Entry = tuple[tuple[str, str | Decimal], ...]


def unrecorded(file: str, quiet: Iterable[QuietChange]) -> Iterator[NeedsEntry]:
    """List the entries that are missing in a file: one for each quiet change that its lists can record."""
    for one in quiet:
        if one.file != file or not one.route or one.commit is None:
            continue
        on: Entry = (("on", _written(str(one.commit.day))),)
        if one.kind == "due" and one.after:
            yield NeedsEntry((*one.route[:-1], "moved"), on + _step(one, _written))
        elif of := _of_what(one):
            exact = of[-1] == ("rule", "amber_from") or of[-1][0] == "target"
            yield NeedsEntry((*one.route[:2], "changed"), on + of + _step(one, Decimal if exact else str))


def _of_what(one: QuietChange) -> Entry:
    """Say of which target or tolerance a change is, as an entry of `changed` does; nothing where it cannot hold it."""
    if one.kind == "target":
        return (("target", _written(one.what)),)
    key, _, period = one.what.partition(" for ")
    if one.kind != "tolerance" or key not in get_args(RuleKey):
        return ()
    return (("target", _written(period)), ("rule", key)) if period else (("rule", key),)


def _step(one: QuietChange, made: Callable[[str], str | Decimal]) -> Entry:
    return (("from", made(one.before)), *([("to", made(one.after))] if one.after else []))


def _written(text: str) -> str | Decimal:
    """A date or a period as a file holds it; a year alone is a number there."""
    return Decimal(text) if len(text) == 4 and text.isdigit() else text


def missing_entry(fix: NeedsEntry, tree: Tree) -> Append:
    """Make the change that adds an entry to its list, at the end where the newest stands."""
    listed = value_at(tree, fix.route) or ()
    first = newest_first([str(one.get("on")) for one in listed if isinstance(one, dict)])
    after = keys_before(Measure, "changed") if fix.route[-1] == "changed" else ["due"]
    return Append(fix.route, dict(fix.entry), first=first, after=after)
