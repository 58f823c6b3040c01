"""Every form there is about one thing: what it is called, what it is about, and what it asks."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from strategy_tracker.views.form import action_fields, measure_fields
from strategy_tracker.views.form.action_fields import DAY_HINT
from strategy_tracker.views.form.fields import Field
from strategy_tracker.views.screens.showing.show import ItemShown


class FormKind(NamedTuple):
    """A form: its title, the kind of thing it is about, and the fields it has for one of them and these posts."""

    title: str
    thing: str
    fields: Callable[[ItemShown, Sequence[str]], tuple[Field, ...]]


def _of_action(made: Callable[..., tuple[Field, ...]]) -> Callable[[ItemShown, Sequence[str]], tuple[Field, ...]]:
    def fields(shown: ItemShown, posts: Sequence[str]) -> tuple[Field, ...]:
        assert shown.action
        return made(shown.action, posts)

    return fields


def _of_measure(made: Callable[..., tuple[Field, ...]]) -> Callable[[ItemShown, Sequence[str]], tuple[Field, ...]]:
    def fields(shown: ItemShown, posts: Sequence[str]) -> tuple[Field, ...]:
        assert shown.measure
        return made(shown.measure, posts)

    return fields


def _meeting_fields(shown: ItemShown, posts: Sequence[str]) -> tuple[Field, ...]:  # noqa: ARG001 - as the others
    """What is asked of a body: that it met, and when it meets next."""
    return (
        Field("held", "On which day did it meet?", "day", f"Leave it empty where it has not met. {DAY_HINT}"),
        Field("planned", "When does it meet next?", "day", f"If that is known. {DAY_HINT}"),
    )


FORMS: dict[str, FormKind] = {
    "update": FormKind("Say how it is going", "action", _of_action(action_fields.update_fields)),
    "no-change": FormKind("Say that nothing has changed", "action", _of_action(action_fields.no_change_fields)),
    "move": FormKind("Move its date", "action", _of_action(action_fields.move_fields)),
    "record": FormKind("Write down figures", "measure", _of_measure(measure_fields.record_fields)),
    "meeting": FormKind("Record a meeting", "body", _meeting_fields),
    "revise": FormKind("Revise a figure", "measure", _of_measure(measure_fields.revise_fields)),
}
"""The forms by the last part of their addresses."""
