"""What a person says first of one thing, and the commands that answer what is open of it: for `show`."""

from collections.abc import Iterator

from strategy_tracker.judging.measures.show_figures import ZERO, show_gap
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.dating import dated_point

_THAN = {
    "better": "better than",
    "worse": "worse than",
    "up": "higher than",
    "down": "lower than",
    "same": "the same as",
    "level": "the same as",
}


def first_sentence(measure: MeasureStanding) -> str:
    """Write `83% in August 2022: 19 points better than in January 2022, 8 points short of the 91% in 2019/20`."""
    reading = measure.reading
    if reading is None or reading.undated or reading.amount is None:
        return f"{reading.shown}, {dated_point(reading)}" if reading and reading.undated else ""
    parts = [part for part in (_since_before(measure), _short_of_the_best(measure)) if part]
    told = f"{reading.shown} in {when(reading.period)}"
    return f"{told}: {', '.join(parts)}" if parts else told


def _since_before(measure: MeasureStanding) -> str:
    arrow = measure.short
    if arrow.kind == "none" or not arrow.since:
        return ""
    change = "" if arrow.kind in ("same", "level") else f"{arrow.change.lstrip('+-−')} "
    return f"{change}{_THAN[arrow.kind]} in {when(arrow.since)} ({arrow.former})"


def _short_of_the_best(measure: MeasureStanding) -> str:
    """How far it is from the best on record, where that is another figure than the one before."""
    sign = {"higher": 1, "lower": -1}.get(measure.better or "", 0)
    now = measure.reading
    known = [one for one in measure.points if one.amount is not None and not one.undated]
    if not sign or now is None or now.amount is None or measure.short.kind == "none" or not known:
        return ""
    best = max(known, key=lambda one: sign * (one.amount or ZERO))
    gap = sign * ((best.amount or ZERO) - now.amount)
    if gap <= 0 or best.period == measure.short.since:
        return ""
    return f"{show_gap(gap, measure.shown_in, ZERO)} short of the best on record, {best.shown} in {when(best.period)}"


def action_steps(action: ActionStanding, address: str) -> Iterator[str]:
    """Write the commands that answer what is asked of an action, each with when it is the one."""
    need = action.need
    if need is None:
        return
    if need.word in ("late", "waiting") and action.due.run_out:
        yield f'if it is done: strategy update {address} --state complete --note "…"'
        yield f'if it is not: strategy move {address} --to DATE --why "…"'
    else:
        yield f'what is known now: strategy update {address} --note "…"'


def measure_steps(measure: MeasureStanding) -> Iterator[str]:
    """Write the command that takes the next figure of a measure that is kept."""
    if not measure.withdrawn:
        yield f"the next figure: strategy record {measure.id} PERIOD VALUE"
