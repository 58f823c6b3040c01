"""The fields of a form: what is asked, what was typed, and the mistake that stands beside it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from strategy_tracker.problem import Problem


class FieldOption(NamedTuple):
    """One of the answers that may be chosen, and the words for it."""

    value: str
    words: str
    hint: str = ""


class Field(NamedTuple):
    """One question: its name, its words, what may be typed or chosen, and what was.

    `kind` says how it is answered: in a line, in several, as a day, by one of the options (as buttons or in a list), or
    by several of them. `fault` is what is wrong with the answer.
    """

    name: str
    label: str
    kind: Literal["line", "lines", "day", "one", "list", "some"] = "line"
    hint: str = ""
    options: tuple[FieldOption, ...] = ()
    value: tuple[str, ...] = ()
    fault: str = ""

    @property
    def first(self) -> str:
        """The only thing that was typed."""
        return self.value[0] if self.value else ""


YOUR_NAME = Field(
    "your_name", "Your name", hint="It stands in the record of who saved what, as you type it. Nobody checks it."
)
"""What is asked of somebody whom nobody signed in, where each form is put on record under a name."""


class FormFault(NamedTuple):
    """A mistake as it is listed above a form; `name` is that of its field, empty where it is about all of it."""

    name: str
    words: str


def filled_in(fields: Iterable[Field], typed: Mapping[str, Sequence[str]]) -> tuple[Field, ...]:
    """The fields with what was typed into them."""
    return tuple(one._replace(value=tuple(typed.get(one.name, ()))) for one in fields)


def with_faults(fields: Sequence[Field], faults: Iterable[Problem]) -> tuple[tuple[Field, ...], tuple[FormFault, ...]]:
    """The fields with the mistakes beside them, and all mistakes in the order of the fields."""
    labels = {one.name: one.label for one in fields}
    found: dict[str, str] = {}
    for one in faults:
        name = one.field if one.field in labels else ""
        found.setdefault(name, sentence_of(one, labels))
    marked = tuple(one._replace(fault=found.get(one.name, "")) for one in fields)
    order = [one.name for one in fields]
    listed = sorted(found.items(), key=lambda pair: order.index(pair[0]) if pair[0] else -1)
    return marked, tuple(FormFault(*pair) for pair in listed)


_OPTION = re.compile(r"--([a-z]+(?:-[a-z]+)*)(?: \"…\"| DATE)?")
_COMMAND = re.compile(r"'?\bstrategy (?:update|record|validate|show|status|move|undo|checkin|find|add|history)\b")


def sentence_of(problem: Problem, labels: Mapping[str, str]) -> str:
    """What is wrong and what to do, in the words of the form: where a command has an option, it has a field."""
    what = in_form_words(problem.message.removeprefix("nothing was written: "), labels)
    return f"{what}{next_step_of(problem.next_step, labels)}"


def next_step_of(step: str, labels: Mapping[str, str]) -> str:
    """What to do, after a colon; what only a command can do is for whoever keeps the files."""
    if "--revise" in step:
        return ": ‘Revise a figure’ on its page replaces it, and keeps what it was"
    if _COMMAND.search(step):
        return ": ask whoever keeps the files"
    return f": {in_form_words(step, labels)}" if step else ""


def in_form_words(text: str, labels: Mapping[str, str]) -> str:
    """A text in which the options of commands are fields of the form."""

    def field(found: "re.Match[str]") -> str:
        label = labels.get(found[1].replace("-", "_"))
        return f"‘{label.rstrip('?')}’" if label else found[1].replace("-", " ")

    return _OPTION.sub(field, text)
