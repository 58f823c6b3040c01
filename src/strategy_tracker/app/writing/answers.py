"""What a single answer means, for whoever asks one question after the other: a terminal, or a form field by field."""

from collections.abc import Sequence
from datetime import date

from strategy_tracker.app.find_item import file_of, item_in
from strategy_tracker.app.writing.proposal import load_whole
from strategy_tracker.editing.refusals import halts, has_come, step_meant, update_makes_sense
from strategy_tracker.editing.revisions import expected
from strategy_tracker.editing.typed_figures import day
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.actions.action_colour import LIVE
from strategy_tracker.judging.measures.inherited import settled
from strategy_tracker.judging.measures.known_readings import known_readings
from strategy_tracker.judging.standing.of_actions import ActionStanding, MilestoneStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.model.action import CLOSED
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.measures.unit import Unit
from strategy_tracker.model.names.address import Item
from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.model.values import read_when
from strategy_tracker.problem import Problem

__all__ = [
    "ActionStanding",
    "MeasureStanding",
    "MilestoneStanding",
    "forecast_of",
    "is_halt",
    "last_done_of",
    "note_asked",
    "reading_wanted",
    "seen",
    "still_said",
    "takes_colour",
    "takes_forecast",
    "ticked_of",
]


def seen(text: str, what: str) -> str:
    """The text, of which every character can be seen. Raises `Problem` with `what` it is where one cannot."""
    if UNSEEN.search(text):
        raise Problem(f"{what}: there is a character nobody can see", "delete it and type the text again")
    return text


def still_said(before: ActionStanding, new: NewUpdate) -> NewUpdate:
    """The update with the state, colour and forecast that were said of an action last and can still hold."""
    if not before.updates:
        return new
    last = before.updates[0]
    state = new.state or before.state or ""
    forecast = last.forecast if last.forecast and read_when(last.forecast).last >= read_when(new.on).first else None
    return new._replace(
        state=state,
        rag=last.rag or "" if takes_colour(state) else "",
        forecast=forecast or "" if takes_forecast(state) else "",
    )


def takes_colour(state: str) -> bool:
    """Whether an action in this state has an owner's judgement: red, amber or green."""
    return (state or None) in LIVE


def note_asked(before: ActionStanding, new: NewUpdate) -> str:
    """The question that a note must answer; empty where an update may do without."""
    if new.rag in ("red", "amber"):
        return f"{new.rag}: what will be done about it"
    return f"{new.state}: why" if is_halt(before, new) else ""


def is_halt(before: ActionStanding, new: NewUpdate) -> bool:
    """Whether an update pauses, stops or supersedes an action that was not so before."""
    return halts(new, before.state)


def takes_forecast(state: str) -> bool:
    """Whether an action in this state is still expected to be done."""
    return state not in CLOSED


def forecast_of(text: str, new: NewUpdate, today: date) -> str:
    """The forecast of an update, as a file holds it; empty for no answer.

    Raises `Problem` where it is no date, or makes no sense in this update.
    """
    forecast = day(text, "expected by")
    update_makes_sense(new._replace(forecast=forecast), today)
    return forecast


def last_done_of(text: str, today: date) -> str:
    """The day on which a recurring action was done; empty for no answer. Raises `Problem` for one that lies ahead."""
    did = day(text, "last done on")
    has_come(did or str(today), today, "say a day on which it was done")
    return did


def ticked_of(text: str, milestones: Sequence[MilestoneStanding]) -> tuple[str, ...]:
    """The numbers, from 1, of the milestones named with commas between them that were not done before.

    Raises `Problem` where one is named that the action has not.
    """
    meant = [step_meant(milestones, one) for one in text.split(",") if one.strip()]
    return tuple(str(number + 1) for number in meant if not milestones[number].done)


_EXAMPLES: dict[Unit, str] = {"narrative": "better than last year", "yes-no": "yes", "rank": "4th", "ratio": "1.8 : 1"}


def reading_wanted(portfolio: Portfolio, meant: Item, today: date) -> str:
    """What may be typed for the reading of a measure that is late, such as `2022/23 Q2 64`."""
    measure: Measure = item_in(load_whole(file_of(portfolio, meant), portfolio.settings).record, meant)
    measure = settled(measure, portfolio.settings)
    last = known_readings(measure.readings, measure.unit, today)[-1].period
    assert measure.frequency is not None, "a reading without a frequency is not late"
    words = _EXAMPLES.get(measure.unit, "64")
    return f"{expected(last, measure.frequency, portfolio.settings.year_end)} {words}"
