"""Asks that every computer can hold the files by their names: a clone that cannot has a portfolio with a hole."""

from collections.abc import Iterable, Iterator

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.model.names.portable_names import same_name, why_unportable


def names_are_portable(names: Iterable[str]) -> Iterator[Diagnostic]:
    """Each file has a name that every system can hold, and that is no other file's there."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        first = seen.setdefault(same_name(name), name)
        why = why_unportable(name)
        if first != name:
            why = f"on macOS and Windows this is the same file as '{first}'"
        if why:
            yield Diagnostic("unportable-name", why, file=name)
