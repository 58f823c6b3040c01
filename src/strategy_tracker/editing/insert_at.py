"""Where a thing stands in the record of its file, where a new key goes, and what the checks say of it all."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from strategy_tracker.editing.refused import Refused
from strategy_tracker.judging.standing import ActionStanding, MeasureStanding
from strategy_tracker.model.address import Item
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings


def at(record: Any, item: Item) -> Any:
    """The record of an item in the record of its file, which may have been written since the item was found.

    Raises `Refused` where something else stands in its place.
    """
    place = record
    for step in item.route:
        inside = place[step : step + 1] if isinstance(step, int) else (getattr(place, step, ()),)
        place = next(iter(inside), None)
    if getattr(place, "id", None) != item.address.rpartition("/")[2]:
        raise Refused(f"'{item.address}' has moved in the file a moment ago", "try again")
    return place


def action_in(record: Any, item: Item, today: date, settings: Settings) -> ActionStanding:
    """How an action stands at `today` by the record of its strategy. Raises `Refused` as `at` does."""
    from strategy_tracker.judging.action_standing import stand_action
    from strategy_tracker.judging.reviews import phase_of

    action, priority = at(record, item), record.priorities[item.route[1]]
    return stand_action(action, priority, record, phase_of(record, today), today, settings, item.route)


def measure_in(record: Any, item: Item, today: date, settings: Settings) -> MeasureStanding:
    """How a measure stands at `today` by the record of its file. Raises `Refused` as `at` does."""
    from strategy_tracker.judging.measure_standing import stand_measure

    return stand_measure(at(record, item), today, settings, item.file, item.route)


def keys_before(record: type[Record], key: str) -> list[str]:
    """The keys that stand before `key` in the order of the model, as they are written in a file."""
    names = [field.alias or name for name, field in record.model_fields.items()]
    return names[: names.index(key)]


def newest_first(days: Sequence[Any]) -> bool:
    """Whether a person writes what is newest at the top of a list; a list of one day does not show it."""
    return len(days) > 1 and days[0] != days[-1] and list(days) == sorted(days, reverse=True)
