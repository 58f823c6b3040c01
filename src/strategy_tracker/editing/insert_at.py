"""The line a new entry or key is written on: after which keys it stands, and at which end of a list."""

from collections.abc import Sequence
from typing import Any

from strategy_tracker.model.record import Record


def keys_before(record: type[Record], key: str) -> list[str]:
    """The keys that stand before `key` in the order of the model, as they are written in a file."""
    names = [field.alias or name for name, field in record.model_fields.items()]
    return names[: names.index(key)]


def newest_first(days: Sequence[Any]) -> bool:
    """Whether a person writes what is newest at the top of a list; a list of one day does not show it."""
    return len(days) > 1 and days[0] != days[-1] and list(days) == sorted(days, reverse=True)
