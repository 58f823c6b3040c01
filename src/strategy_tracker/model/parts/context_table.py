"""Facts about the people a strategy is for: a sentence, or a table of counts and shares on a day."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Tag, model_validator

from strategy_tracker.model.record import Record
from strategy_tracker.model.values import Date, Number, Text, Texts, listed, refuse


class ContextRow(Record):
    """One row: how many people, and what share of all of them."""

    label: Text
    """Who they are, such as 'Aged 1 to 4'."""
    n: Number | None = None
    """How many."""
    percent: Number | None = None
    """What share of the total, in percent, as the source prints it."""


class ContextTable(Record):
    """A table of facts about people, such as their ages on a day. It is no measure: nothing of it is judged."""

    title: Text
    """What it is of, such as 'Ages'."""
    as_of: Date | None = None
    """The day that it is true of."""
    total: Number | None = None
    """How many people there are in all."""
    rows: tuple[ContextRow, ...] = ()
    """Its rows, in the order of the source."""
    damaged: Texts = ()
    """What cannot be read in the source, as it stands there."""

    @model_validator(mode="after")
    def _fits(self) -> "ContextTable":
        for row in self.rows:
            if row.n is not None and self.total is not None and row.n > self.total:
                what = f"'{row.label}' has {row.n} of {self.total} people"
                raise refuse("wrong-shape", what, "correct the count or the total")
        return self


def _form(given: Any) -> str:
    return "[table]" if isinstance(given, dict | ContextTable) else "[words]"


ContextFact = Annotated[Annotated[Text, Tag("[words]")] | Annotated[ContextTable, Tag("[table]")], Discriminator(_form)]
"""A sentence, or a table."""
ContextFacts = Annotated[tuple[ContextFact, ...], BeforeValidator(listed)]
"""One fact may stand where a list of them is expected."""
