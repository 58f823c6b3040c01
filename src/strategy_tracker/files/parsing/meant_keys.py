"""Says what was meant by a key that means nothing where it stands: its other name, its place, or that it has none."""

import typing
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from strategy_tracker.diagnostics import Route
from strategy_tracker.did_you_mean import did_you_mean, nearest

_MEANT: dict[str, tuple[str, ...]] = {
    "date": ("on",), "day": ("on",), "when": ("on",),
    "name": ("title", "text"), "title": ("text",), "description": ("text", "definition", "note"), "action": ("text",),
    "start": ("starts",), "start_date": ("starts",), "begins": ("starts",), "from": ("starts",),
    "end": ("ends", "due"), "end_date": ("ends", "due"), "until": ("ends", "due"), "finish": ("ends", "due"),
    "deadline": ("due", "ends"), "due_date": ("due",), "target_date": ("due",), "by_when": ("due",),
    "lead": ("owner",), "responsible": ("owner",), "accountable": ("owner",), "sro": ("owner",), "assignee": ("owner",),
    "status": ("state", "rag"), "progress": ("state",), "colour": ("rag",), "color": ("rag",), "rating": ("rag",),
    "comment": ("note",), "comments": ("note",), "remarks": ("note",), "reason": ("why",),
    "goals": ("priorities", "aspirations"), "goal": ("priorities", "aspirations"), "themes": ("priorities",),
    "pillars": ("priorities",), "missions": ("priorities",), "objectives": ("priorities", "aspirations"),
    "objective": ("priorities", "aspirations"), "outcomes": ("aspirations",), "outcome": ("aspirations",),
    "activities": ("actions",), "tasks": ("actions",), "initiatives": ("actions",), "projects": ("actions",),
    "deliverables": ("actions",), "mission": ("vision",), "purpose": ("vision",),
    "kpi": ("measures",), "kpis": ("measures",), "indicator": ("measures",), "indicators": ("measures",),
    "metrics": ("measures",), "key_results": ("measures",), "key_result": ("measures",), "results": ("measures",),
    "target": ("targets",), "baselines": ("baseline",), "polarity": ("better",), "direction": ("better",),
    "values": ("readings",), "actual": ("readings",), "actuals": ("readings",), "data": ("readings",),
    "percent_complete": ("complete",), "completion": ("complete",),
    "formula": ("definition",), "calculation": ("definition",), "data_source": ("source",),
    "means_of_verification": ("source",),
}  # fmt: skip
"""What people call some keys, and the key; of several, the first that there is where it stands."""

_SAID = {
    "updates": ("state", "rag", "forecast", "evidence", "by", "complete"),
    "judgements": ("rag",),
    "governance": ("held",),
}
"""Keys that people give to the thing itself, by the list in which they are said."""

_COMMAND = {"updates": ": 'strategy update' writes one", "governance": ": 'strategy meeting' writes it"}
"""The command that writes an item of a list."""

_BUDGET = "there is no place for money: spending against a plan is a measure with 'unit: money', words go in {note}"
_COLOUR = "nothing is typed here: it is worked out from the updates of actions and the readings of measures"
_IN_NOTE = "there is no place for {key}: say it in {note}"
_WORTH = "there is no place for it: things are counted, never weighted or averaged"
_NOWHERE = {
    "budget": _BUDGET, "budgets": _BUDGET, "cost": _BUDGET, "costs": _BUDGET, "funding": _BUDGET, "spend": _BUDGET,
    "risk": _IN_NOTE, "risks": _IN_NOTE, "assumption": _IN_NOTE, "assumptions": _IN_NOTE, "issues": _IN_NOTE,
    "depends_on": _IN_NOTE, "dependencies": _IN_NOTE, "depends": _IN_NOTE, "blocked_by": _IN_NOTE,
    "weight": _WORTH, "weighting": _WORTH, "score": _WORTH, "grade": _WORTH,
    "state": _COLOUR, "status": _COLOUR, "progress": _COLOUR, "rag": _COLOUR, "colour": _COLOUR, "color": _COLOUR,
    "rating": _COLOUR,
}  # fmt: skip
"""What people look for and will not find (docs/not-here.md), with what to do instead."""


def meant(key: str, kind: Any) -> str:
    """Give the next step for a key that a `kind` of record does not have."""
    keys, typed = keys_of(kind), key.lower().replace("-", "_").replace(" ", "_")
    if not keys:
        return ""
    names = (typed, *_MEANT.get(typed, ()))
    if here := [name for name in names if name in keys]:
        return did_you_mean(here[:1])
    found = (*(_inside(kind, name) for name in names), _nowhere(typed, keys), *_elsewhere(kind, names))
    listed = f"the keys here are {', '.join(keys)}"
    return next(filter(None, found), "") or did_you_mean(nearest(key.lower(), keys), listed)


def _inside(kind: type[BaseModel], key: str) -> str:
    """The next step where a key belongs in a list that this kind of record has, as the state of an action does."""
    for name, field in kind.model_fields.items():
        listed = _inner(field.annotation)
        item = _inner(typing.get_args(listed)[0]) if typing.get_origin(listed) is tuple else None
        if key in _SAID.get(name, ()) and key in keys_of(item):
            return f"'{key}' belongs in an item of '{name}'{_COMMAND.get(name, '')}"
    return ""


def _elsewhere(kind: type[BaseModel], names: Sequence[str]) -> Iterator[str]:
    """The next step where a key is one of another kind of thing, as `targets` in a priority is one of a measure."""
    from strategy_tracker.model.action import Action
    from strategy_tracker.model.measures.measure import Measure
    from strategy_tracker.model.settings import Settings
    from strategy_tracker.model.strategy import Priority, Strategy

    homes: dict[type[BaseModel], str] = {
        Measure: "a measure, in a file of measures/",
        Priority: "a priority",
        Action: "an action",
        Strategy: "the strategy itself",
        Settings: "the settings, strategy-tracker.yaml",
    }
    if kind in homes:
        yield from (
            f"'{name}' is a key of {told}" for name in names for home, told in homes.items() if name in keys_of(home)
        )


def _nowhere(key: str, keys: Sequence[str]) -> str:
    """The next step where nothing holds what a key asks for."""
    note = "'note'" if "note" in keys else "the 'note' of the strategy"
    return _NOWHERE.get(key, "").format(key=f"'{key}'", note=note)


def kind_at(record: type[BaseModel], route: Route) -> Any:
    """Find what a record has at the end of `route`, walking the annotations of the models; None for nothing."""
    kind: Any = record
    for step in route:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            fields = {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
            kind = _inner(fields.get(str(step)))
        else:
            arguments = typing.get_args(kind)
            kind = _inner(arguments[-1 if isinstance(step, str) else 0]) if arguments else None
    return kind


def keys_of(kind: Any) -> list[str]:
    """List the keys of a kind of record; none for anything else."""
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return []
    return [field.alias or name for name, field in kind.model_fields.items()]


def _inner(kind: Any) -> Any:
    """`X` of `X | None` and of `Annotated[X, …]`."""
    while True:
        arguments = [part for part in typing.get_args(kind) if part is not type(None)]
        if typing.get_origin(kind) in (tuple, dict) or not arguments:
            return kind
        kind = next((part for part in arguments if keys_of(_inner(part))), arguments[0])
