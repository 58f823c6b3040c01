"""A workbook that is mailed to an owner and comes back: what stands in it."""

from collections.abc import Iterator
from typing import NamedTuple

FORMAT = 1
"""The number of the form; another one is not read."""
RECORD = "_strategy"
"""The hidden sheet that keeps what every cell said when the workbook was made."""
PROPERTY = "strategy-tracker"
"""The name of the document property that keeps format, day and commit, where the hidden sheet was lost."""
ACTION_KEYS = ("text", "owner", "due", "why", "on", "state", "rag", "note", "by", "forecast", "evidence")
"""What may be typed about an action: three of its fields, the reason of a moved date, and a new update."""
FIELDS = ("text", "owner", "due")
"""Fields that have a value when the workbook is made."""
ACTIONS, MEASURES, SAID, README = "Actions", "Measures", "Updates so far", "Read me"


class ActionLine(NamedTuple):
    """An action as it goes out: its address, its priority, its fields as the file has them, and how it stands."""

    address: str
    priority: str
    text: str
    owner: str
    due: str
    now: str


class MeasureLine(NamedTuple):
    """A measure as it goes out: its figures by period as they are printed, and the periods that wait for one."""

    address: str
    title: str
    unit: str
    figures: dict[str, str]
    wanted: tuple[str, ...]


class SaidLine(NamedTuple):
    """An update that was said before."""

    address: str
    on: str
    state: str
    rag: str
    note: str
    by: str


class WorkbookForm(NamedTuple):
    """Everything that stands in a workbook; `made` is its day, `commit` what its files were made from."""

    title: str
    made: str
    commit: str
    owner: str
    actions: tuple[ActionLine, ...]
    measures: tuple[MeasureLine, ...]
    said: tuple[SaidLine, ...]
    periods: tuple[str, ...]


def said_cells(form: WorkbookForm) -> Iterator[tuple[str, str, str]]:
    """What every cell says that has a value or waits for a figure: its item, its field or period, and its text."""
    for action in form.actions:
        yield from ((action.address, key, text) for key, text in zip(FIELDS, _fields(action), strict=True))
    for measure in form.measures:
        for period in form.periods:
            if period in measure.figures or period in measure.wanted:
                yield measure.address, period, measure.figures.get(period, "")


def _fields(action: ActionLine) -> tuple[str, str, str]:
    return action.text, action.owner, action.due
