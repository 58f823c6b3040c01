"""What is asked of a measure: figures of several periods at once, or why a figure on record is another one now."""

from collections.abc import Sequence

from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.views.form.action_fields import DAY_HINT
from strategy_tracker.views.form.fields import Field, FieldOption
from strategy_tracker.views.text import owner_words

ROWS = 4
"""Periods that one form takes a figure for."""
FIGURE_HINT = (
    "A number such as 97.5, or a part of a whole such as 105/262. Instead of a number: c suppressed, x not available, "
    "z not applicable, low rounds to zero, u unreliable."
)
PERIOD_HINT = "For example 2025/26, Q1 2025/26, March 2026 or 31 March 2026."


def record_fields(measure: MeasureStanding, posts: Sequence[str]) -> tuple[Field, ...]:  # noqa: ARG001 - as the others
    """What is asked of figures that came: each with its period, then what is said of all of them."""
    rows = []
    for number in range(1, ROWS + 1):
        hints = (PERIOD_HINT, FIGURE_HINT) if number == 1 else ("", "")
        name = "" if number == 1 else f" {number}"
        rows.append(Field(f"period-{number}", f"Period{name}", "day", hints[0]))
        rows.append(Field(f"value-{number}", f"Figure{name}", "day", hints[1]))
    return (
        *rows,
        Field("provisional", "May it still change?", "some", options=(FieldOption("yes", "Yes, it is provisional"),)),
        Field("note", "What should a reader of it know?", "lines"),
        Field("source", "Where is it from?", "line", f"Its owner: {owner_words(owners_of(measure))}."),
        Field("on", "When did it become known?", "day", f"Leave it empty for today. {DAY_HINT}"),
    )


def revise_fields(measure: MeasureStanding, posts: Sequence[str]) -> tuple[Field, ...]:  # noqa: ARG001 - as the others
    """What is asked of a figure that is another one now: which, what it is, and why."""
    options = tuple(FieldOption(one.period, f"{one.period}: {one.shown}") for one in reversed(measure.points))
    return (
        Field("period", "Which figure?", "list", "What it was stays on record.", options),
        Field("value", "What is it now?", "day", FIGURE_HINT),
        Field("why", "Why was it revised?", "lines", "For whoever asks in a year."),
        Field("on", "When did that become known?", "day", f"Leave it empty for today. {DAY_HINT}"),
    )
