"""Turns a record back into what its file says, for programs: the same keys, and nothing that nobody wrote."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from strategy_tracker.model.measures.limit import LowerOrHigher
from strategy_tracker.model.record import Record


def as_written(value: Any) -> Any:
    """Give the keys of a record that say something, as its file has them; dates, periods and intervals as texts."""
    if isinstance(value, Record):
        names = {name: field.alias or name for name, field in type(value).model_fields.items()}
        return {names[name]: as_written(inner) for name, inner in value if _says(inner)}
    if isinstance(value, Mapping):
        return {str(key): as_written(inner) for key, inner in value.items()}
    if type(value) is tuple:  # dates and intervals are named tuples
        return [as_written(inner) for inner in value]
    if isinstance(value, LowerOrHigher):
        return {f"{value.which}_of": [str(part) for part in value.parts]}
    return value if isinstance(value, bool | Decimal | int) else str(value)


def _says(value: Any) -> bool:
    return value is not None and value is not False and value not in ((), {}, "")
