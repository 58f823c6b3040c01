"""What a person says first of one thing, and the commands that answer what is open of it: for `show`."""

from collections.abc import Iterable, Iterator
from datetime import date

from strategy_tracker.judging.actions.clocks import RESTING
from strategy_tracker.judging.measures.show_figures import ZERO, show_gap
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.views.dates_and_amounts import at_time, dates_in, near_when, target_of, target_shown, when
from strategy_tracker.views.dating import dated_point
from strategy_tracker.views.text import counted

_THAN = {
    "better": "better than",
    "worse": "worse than",
    "up": "higher than",
    "down": "lower than",
    "same": "the same as",
    "level": "the same as",
}


_SIGNS = {"higher": 1, "lower": -1}


def first_sentence(measure: MeasureStanding) -> str:
    """Write `83% in August 2022: 19 points better than in January 2022, 8 points short of the 91% in 2019/20`."""
    reading = measure.reading
    if reading is None or reading.undated or reading.amount is None:
        return f"{reading.shown}, {dated_point(reading)}" if reading and reading.undated else ""
    parts = [part for part in (_since_before(measure), _short_of_the_best(measure), _to_go(measure)) if part]
    told = f"{reading.shown} {at_time(reading.period)}"
    return f"{told}: {', '.join(parts)}" if parts else told


def _since_before(measure: MeasureStanding) -> str:
    arrow = measure.short
    if arrow.kind == "none" or not arrow.since:
        return ""
    change = "" if arrow.kind in ("same", "level") else f"{arrow.change.lstrip('+-−')} "
    return f"{change}{_THAN[arrow.kind]} {at_time(arrow.since)} ({arrow.former})"


def _short_of_the_best(measure: MeasureStanding) -> str:
    """How far it is from the best on record, where that is another figure than the one before."""
    sign = _SIGNS.get(measure.better or "")
    now = measure.reading
    known = [one for one in measure.points if one.amount is not None and not one.undated]
    if not sign or now is None or now.amount is None or measure.short.kind == "none" or not known:
        return ""
    best = max(known, key=lambda one: sign * (one.amount or ZERO))
    gap = sign * ((best.amount or ZERO) - now.amount)
    if gap <= 0 or best.period == measure.short.since:
        return ""
    return f"{show_gap(gap, measure.shown_in, ZERO)} short of the best on record, {best.shown} {at_time(best.period)}"


def _to_go(measure: MeasureStanding) -> str:
    """How far it is to the target that is to come, where it is not there yet; of one that is due its colour tells."""
    sign, now, coming = _SIGNS.get(measure.better or ""), measure.reading, measure.next_target
    if not sign or now is None or now.amount is None:
        return ""
    if measure.target is not None and measure.target_period and measure.rating.why == "not-due":
        value, wanted, period = measure.target, target_of(measure), measure.target_period
    elif measure.target is None and coming and not coming.wanted:
        value, wanted, period = coming.value, target_shown(measure, coming.value), coming.period
    else:
        return ""
    gap = sign * (value - now.amount)
    left = f"{show_gap(gap, measure.shown_in, ZERO)} to go"
    return f"{left} to the {wanted} wanted for {when(period)}" if gap > 0 else ""


def first_of_action(action: ActionStanding, today: date) -> str:
    """Write `Due on 29 July, 33 days ago: nothing was said since, so whether it took place is not known`.

    Nothing where the record has neither a date nor a word that would say more than its colour.
    """
    need = action.need
    if need and need.word in ("late", "waiting"):
        told = dates_in(need.words[0])
        if need.text and need.words[0] == action.due.words:
            told = f"due {_on(need.text, today)}, {counted(need.days, 'day')} ago"
        if need.word == "waiting":
            return _sentence(f"{told}: nothing was said since, so whether it took place is not known")
        return _sentence(f"{told}; its last word is of {_when_said(action, today)}")
    if need:
        return _sentence(dates_in(need.words[0]))
    if action.state in RESTING and action.updates:
        return _sentence(f"{action.state_words}: its last word is of {_when_said(action, today)}")
    if action.due.due and action.due.kind in ("on-time", "due-soon", "due-today"):
        days = (action.due.due - today).days
        due = _on(action.due.text or action.due.due.isoformat(), today)
        ahead = f"in {counted(days, 'day')}" if days else "today"
        return _sentence(f"due {due}, {ahead}")
    return ""


def _on(text: str, today: date) -> str:
    return f"{'on' if text.count('-') == 2 else 'in'} {near_when(text, today)}"


def _when_said(action: ActionStanding, today: date) -> str:
    latest = action.updates[0]
    return "a day that is not known" if latest.undated else near_when(latest.on, today)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


Step = tuple[str, str]
"""A command, and when it is the one."""


def action_steps(action: ActionStanding, name: str) -> Iterator[Step]:
    """Give the commands that answer what is asked of an action, each with when it is the one."""
    need = action.need
    if need is None:
        return
    if need.word in ("late", "waiting") and action.due.run_out:
        yield f'strategy update {name} --state complete --note "…"', "if it took place"
        yield f'strategy move {name} --to DATE --why "…"', "if it did not"
    else:
        yield f'strategy update {name} --note "…"', "write down what is known now"


def measure_steps(measure: MeasureStanding) -> Iterator[Step]:
    """Give the command that takes the next figure of a measure that is kept."""
    if not measure.withdrawn:
        yield f"strategy record {measure.id} PERIOD VALUE", "write down the next figure"


def step_lines(steps: Iterable[Step], width: int) -> Iterator[str]:
    """Write commands with their words beside them, or below where there is no room; a command is never broken."""
    steps = tuple(steps)
    longest = max((len(command) for command, _ in steps), default=0)
    for command, words in steps:
        if longest + 3 + max(len(each) for _, each in steps) <= width:
            yield f"{command:<{longest}}   {words}"
        else:
            yield command
            yield f"  {words}"
