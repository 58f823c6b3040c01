"""Makes the public version of a portfolio, record by record, and says how a measure stands in public."""

from datetime import date
from typing import NamedTuple, TypeVar

from strategy_tracker.diagnostics import Route
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.measures.others.ranks import ALONE, BesideOthers
from strategy_tracker.judging.standing.of_measures import Arrow, MeasureStanding, Point
from strategy_tracker.judging.standing.rating import Clock, grey
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.publishing.disguise import disguised
from strategy_tracker.publishing.marks import WITHHELD, Marks
from strategy_tracker.publishing.public_record import Omissions, left_out, public_record
from strategy_tracker.publishing.what_to_withhold import Plan

R = TypeVar("R", bound=Record)


class Version(NamedTuple):
    """Makes public versions by a plan and marks; `disguise` puts other secrets in first, to see whether any shows.

    `compared` is set for the records of an earlier moment that stand beside those of a later one.
    """

    plan: Plan
    marks: Marks
    disguise: bool = False
    compared: bool = False

    def earlier(self) -> "Version":
        """The same for the records of an earlier moment, to be compared with."""
        return self._replace(marks=self.marks._replace(earlier=True), compared=True)

    def record(self, record: R) -> R | None:
        """The public version of the record of a file; None where all of it is internal."""
        given = disguised(record, self.plan, self.marks) if self.disguise else record
        return public_record(given, self.plan, self.marks, compared=self.compared)

    def left_out(self, record: Record) -> dict[str, Omissions]:
        """How much of a strategy is not in its public version, by its id; nothing is told of an internal one."""
        return {record.id: left_out(record, self.marks)} if isinstance(record, Strategy) and not record.internal else {}

    def stand(
        self, measure: Measure, today: date, settings: Settings, file: str, route: Route, beside: BesideOthers = ALONE
    ) -> MeasureStanding:
        """How a measure stands in public; one that is only named is not rated, and says why."""
        stood = stand_measure(measure, today, settings, file, route, beside)
        return stood if measure.id in self.plan.published else _named(stood, today)


def _named(stood: MeasureStanding, today: date) -> MeasureStanding:
    none = Arrow("none", WITHHELD)
    return stood._replace(
        owner=None,
        owners=(),
        reading=Point("", today, None, WITHHELD, None, None),
        rating=grey("not-published", phrase("unrated-not-published"), WITHHELD),
        short=none,
        long=none,
        trend=none,
        comparisons=(),
        late=Clock("none", None, 0, WITHHELD),
        points=(),
        notes=(),
    )
