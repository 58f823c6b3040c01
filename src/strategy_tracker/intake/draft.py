"""What a file would become: priorities, actions and measures as plain data, each with the place it stands at."""

from decimal import Decimal
from typing import NamedTuple

from strategy_tracker.model.dates.period import MARCH, YearEnd


class TableAnswers(NamedTuple):
    """What a person says where a file does not: the year of quarters, the day of updates, what words mean, which area.

    `values` has, by kind (`owner`, `due`, `state`, `rag`, `unit`, `period`), what a text stands for; `where` names the
    rows of a table that are one's own, as `area=Trafford` does.
    """

    year: str = ""
    on: str = ""
    values: dict[str, dict[str, str]] = {}
    where: str = ""
    year_end: YearEnd = MARCH

    def meant(self, kind: str, text: str) -> str:
        """What a person said that a text means; empty where nobody did."""
        return self.values.get(kind, {}).get(" ".join(text.split()), "")


class DraftPriority(NamedTuple):
    """A heading of several items, and who answers for it."""

    title: str
    place: str
    owner: str = ""
    ref: str = ""
    group: str = ""
    aspirations: tuple[str, ...] = ()
    strapline: str = ""


class DraftBody(NamedTuple):
    """A body that keeps watch over a plan, and how often it does."""

    body: str
    every: str


class DraftUpdate(NamedTuple):
    """What was said of an action; `on` is its day or month, empty where the file says none, `period` a quarter."""

    note: str = ""
    on: str = ""
    period: str = ""
    state: str = ""
    rag: str = ""


class DraftAction(NamedTuple):
    """An action of a file; `priority` counts the priorities from 0, `ref` is what the file calls it."""

    text: str
    place: str
    priority: int
    ref: str = ""
    owner: str = ""
    partners: tuple[str, ...] = ()
    starts: str = ""
    due: str = ""
    every: str = ""
    state: str = ""
    rag: str = ""
    updates: tuple[DraftUpdate, ...] = ()
    note: str = ""
    review_every: str = ""

    def said_on(self, day: str) -> str:
        """The day on which its state was so: that of an update that says no more, or `day`, which the table is of."""
        return next((one.on for one in self.updates if one.on and one.state and not one.note), day)


class DraftReading(NamedTuple):
    """One figure: a number, a part of a whole, a symbol, or words. `settled` says that its period is certain."""

    place: str
    value: Decimal | None = None
    part: tuple[Decimal, Decimal] | None = None
    symbol: str = ""
    words: str = ""
    settled: bool = True

    @property
    def said(self) -> str:
        """The figure as a person writes it."""
        if self.part:
            return f"{self.part[0]:f}/{self.part[1]:f}"
        return self.symbol or self.words or ("" if self.value is None else f"{self.value:f}")


class DraftMeasure(NamedTuple):
    """A measure of a file: its figures by period, as the file names them where no year is known."""

    title: str
    place: str
    priority: int
    ref: str = ""
    unit: str = ""
    better: str = ""
    frequency: str = ""
    definition: str = ""
    source: str = ""
    owner: str = ""
    level: str = ""
    note: str = ""
    baseline: DraftReading | None = None
    targets: dict[str, DraftReading] = {}
    readings: dict[str, DraftReading] = {}
    benchmarks: dict[str, dict[str, DraftReading]] = {}


class SheetReport(NamedTuple):
    """What was made of a sheet: its tables, each with its heading rows and columns, or why it was left out."""

    name: str
    tables: tuple["TableReport", ...] = ()
    left_out: str = ""


class TableReport(NamedTuple):
    """A table that was read: what its rows are, where its headings stand, what each column is, how much it gave.

    Of a `turned` one the headings stand in a column, and what is called columns are its rows.
    """

    kind: str
    headings: tuple[int, ...]
    columns: tuple[tuple[str, str, str], ...]
    items: int
    turned: bool = False


class PlanDraft(NamedTuple):
    """Everything that a file would become; `paper` says that it is a document."""

    title: str = ""
    organisation: str = ""
    priorities: tuple[DraftPriority, ...] = ()
    actions: tuple[DraftAction, ...] = ()
    measures: tuple[DraftMeasure, ...] = ()
    sheets: tuple[SheetReport, ...] = ()
    starts: str = ""
    ends: str = ""
    vision: tuple[str, ...] = ()
    aspirations: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    governance: tuple[DraftBody, ...] = ()
    paper: bool = False
