"""Says of a measure whose target is suspended since when and why: it keeps its figures and has no colour meanwhile."""

from datetime import date

from strategy_tracker.judging.measures.way_to_target.targets import target_for
from strategy_tracker.judging.standing.of_measures import MeasureStanding, SuspensionStanding
from strategy_tracker.judging.standing.rating import grey
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.suspension import Suspension
from strategy_tracker.model.names.joined import semicolons
from strategy_tracker.model.names.labels import phrase


def suspension_at(measure: Measure, period: Period | None, today: date) -> tuple[Suspension, Period | None] | None:
    """Find what keeps a reading of `period` from a colour: a suspension of all its targets, or of the one it has.

    That target's period comes with it; it is None where all are suspended.
    """
    if measure.suspended and measure.suspended.holds(today):
        return measure.suspended, None
    found = target_for(measure, period) if period else None
    one = measure.targets[found[0]].suspended if found else None
    return (one, found[0]) if one and found and one.holds(today) else None


def as_suspended(standing: MeasureStanding, suspension: Suspension, target: Period | None) -> MeasureStanding:
    """Give the standing of a measure while its target is suspended: figures, directions and clocks stay."""
    varies = standing.variation
    on, until, why, agreed = suspension.on, suspension.until, suspension.why, suspension.approved_by
    what = phrase("target-is-suspended", period=target.text) if target else phrase("suspended")
    since = phrase("so-since", what=what, day=on.text)
    if until:
        since = phrase("so-since-until", what=what, day=on.text, end=until.text)
    told = phrase("and-what", what=since, of=why or phrase("no-reason"))
    words = semicolons([told, *([phrase("approved-by-whom", who=agreed)] if agreed else [])])
    until_text, period = until.text if until else None, target and target.text
    return standing._replace(
        suspended=SuspensionStanding(on.text, until_text, why, agreed, period, suspension.resolution),
        rating=grey("suspended", words, "suspended"),
        pace=None,
        variation=varies and varies._replace(assurance="unknown", assurance_words=phrase("no-target-meanwhile")),
        gap=None,
        boundary=None,
    )
