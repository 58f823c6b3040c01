"""Gives a measure what it does not say itself: from the strategies that name it, else from the settings."""

from collections.abc import Iterator
from typing import NamedTuple

from strategy_tracker.judging.measures.way_to_target.tolerances import fits
from strategy_tracker.judging.standing.of_measures import InheritedRule
from strategy_tracker.model.measures.defaults import MeasuresDefault
from strategy_tracker.model.measures.limit import parts_of
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.settings import Settings

SETTINGS_SAY = "the settings"
_SLOTS = (("amber_within", "amber"), ("frequency",), ("lag",))
"""Keys that are inherited; those that say one thing in two ways stand together."""
_RULES = (
    "amber_within", "amber_from", "amber", "band", "amber_if", "compared_with", "rank_within",
)  # fmt: skip


class Inherited(NamedTuple):
    """What a measure inherits of one slot: the key, its value, and who says it.

    Where strategies that name it say different things none is taken: then `differ` names them, and there is no value.
    """

    key: str
    value: object
    source: str
    differ: tuple[str, ...] = ()


def settled(measure: Measure, settings: Settings) -> Measure:
    """Give the measure with all that holds for it: its currency, and what it inherits."""
    measure = measure.with_currency(settings.currency)
    taken = {one.key: one.value for one in inherited(measure, settings) if not one.differ}
    return measure.model_copy(update=taken) if taken else measure


def inherited(measure: Measure, settings: Settings) -> list[Inherited]:
    """List what a measure inherits, or would where the strategies that name it did not differ."""
    if settings.measures_default is None and not settings.defaults_of(measure.id):
        return []
    return [one for keys in _SLOTS if (one := _of_slot(measure, keys, settings)) and _takes(measure, one)]


def stand_inherited(measure: Measure, settings: Settings) -> Iterator[InheritedRule]:
    """Tell what a measure inherits, for a reader."""
    for one in inherited(measure, settings):
        words = "" if one.differ else str(one.value)
        yield InheritedRule(one.key, words, one.source, one.differ)


def _of_slot(measure: Measure, keys: tuple[str, ...], settings: Settings) -> Inherited | None:
    said: dict[str, tuple[str, object, list[str]]] = {}
    for strategy, default in settings.defaults_of(measure.id):
        if found := _declared(default, keys):
            said.setdefault(f"{found[0]} {found[1]}", (*found, []))[2].append(strategy)
    if len(said) > 1:
        every = tuple(name for _, _, names in said.values() for name in names)
        return Inherited(keys[0], None, "", every)
    if said:
        ((key, value, names),) = said.values()
        return Inherited(key, value, " and ".join(names))
    found = _declared(settings.measures_default, keys) if settings.measures_default else None
    return Inherited(*found, SETTINGS_SAY) if found else None


def _declared(default: MeasuresDefault, keys: tuple[str, ...]) -> tuple[str, object] | None:
    return next(((key, value) for key in keys if (value := getattr(default, key)) is not None), None)


def _takes(measure: Measure, one: Inherited) -> bool:
    """Whether a measure does not say it itself, and can have it."""
    if one.key in ("frequency", "lag"):
        return getattr(measure, one.key) is None
    declared = any(getattr(measure, key) is not None for key in _RULES)
    declared = declared or any(target.amber_from is not None for target in measure.targets.values())
    directed = measure.better in ("higher", "lower") or (measure.better == "on-target" and measure.green_within)
    if declared or not directed or not measure.targets or measure.unit in ("narrative", "yes-no"):
        return False
    return one.key == "amber" or one.differ != () or _can_be_worked_out(measure, one.value)


def _can_be_worked_out(measure: Measure, limit: object) -> bool:
    """Whether a tolerance has the unit of the measure, and is no share of a target of 0."""
    parts = parts_of(limit)  # type: ignore[arg-type]
    zero = any(part.of_target for part in parts) and any(target.value == 0 for target in measure.targets.values())
    return not zero and all(fits(part, measure, "amber_within") for part in parts)
