"""A calendar (iCalendar, RFC 5545) of due dates, meetings, papers and expected readings, as all-day events.

An event is named by what it is about, not by its date: where a date moves, a calendar moves the event. Nothing is
read from the clock, so the same standing gives the same bytes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.views.dates_and_amounts import as_at
from strategy_tracker.views.dating import in_brackets
from strategy_tracker.views.text import NOBODY, one_line, owner_words, visible

WIDTH = 75
"""Octets a line may have, without its end (RFC 5545, 3.1)."""


class CalendarEvent(NamedTuple):
    """Something on a day; `uid` is its lasting name, `kind` its category, `description` its lines."""

    uid: str
    kind: str
    day: date
    summary: str
    description: tuple[str, ...]


def calendar(standing: Standing) -> str:
    """Writes the calendar of a standing, lines ended and folded as the format asks. What is over has no events."""
    stamp = _day(standing.as_at)
    head = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//strategy-tracker//calendar//EN"),
        ("METHOD", "PUBLISH"),
        (
            "X-WR-CALNAME",
            escape(one_line(f"Strategies: {standing.organisation}" if standing.organisation else "Strategies")),
        ),
    ]
    body = (_lines(event, stamp, standing) for event in _each_named_once(events(standing)))
    lines = chain(head, chain.from_iterable(body), [("END", "VCALENDAR")])
    return "".join(fold(f"{name}:{value}") for name, value in lines)


def _lines(event: CalendarEvent, stamp: str, standing: Standing) -> list[tuple[str, str]]:
    description = "\n".join([*(one_line(line) for line in event.description if line), as_at(standing)])
    return [
        ("BEGIN", "VEVENT"),
        ("UID", f"{event.uid}@strategy-tracker"),
        ("DTSTAMP", f"{stamp}T000000Z"),
        ("SEQUENCE", str(standing.as_at.toordinal())),  # a later standing goes before an earlier one
        ("DTSTART;VALUE=DATE", _day(event.day)),
        ("SUMMARY", escape(_short(event.summary))),
        ("DESCRIPTION", escape(description)),
        ("CATEGORIES", event.kind),
        ("TRANSP", "TRANSPARENT"),  # nobody is busy because something is due
        ("END", "VEVENT"),
    ]


def events(standing: Standing) -> Iterator[CalendarEvent]:
    """Every dated thing of what is not over: strategies in their order, then the readings expected."""
    for strategy in standing.strategies:
        if not strategy.phase.ended:
            for action in strategy.actions:
                yield from _of_action(strategy, action)
            yield from _of_bodies(strategy)
    serving: dict[str, list[StrategyStanding]] = {}
    for strategy in standing.strategies:
        for name in strategy.measures:
            serving.setdefault(name, []).append(strategy)
    for measure in standing.measures.values():
        serves = serving.get(measure.id, [])
        if measure.late.due and not (serves and all(one.phase.ended for one in serves)):
            yield _of_measure(measure, measure.late.due, serves)


def _of_action(strategy: StrategyStanding, action: ActionStanding) -> Iterator[CalendarEvent]:
    def event(kind: str, name: str, clock: Clock, text: str) -> Iterator[CalendarEvent]:
        if clock.due is None or clock.kind == "closed":
            return
        about = text if text == action.text else f"{text}, of: {action.text}"
        state = f"state: {action.state or 'not said'}; {action.rating.word}: {action.rating.reason}"
        address = f"{strategy.id}/{action.id}"
        description = (
            about,
            f"{address}, {strategy.title}",
            f"owner: {owner_words(owners_of(action), action.owner_from)}",
            clock.words,
            state,
        )
        yield CalendarEvent(f"{address}/{name}", kind, clock.due, f"{action.id} {kind}: {text}", description)

    yield from event("start", "start", action.start, action.text)
    yield from event("due", "due", action.due, action.text)
    yield from event("due again", "again", action.interval, action.text)
    for milestone in action.milestones:
        yield from event("milestone", f"milestone-{_mark(milestone.text)}", milestone.clock, milestone.text)


def _of_bodies(strategy: StrategyStanding) -> Iterator[CalendarEvent]:
    for body in strategy.bodies:
        if body.clock.due is None or body.clock.kind == "closed":
            continue
        about = (strategy.title, f"paper by: {body.paper_by or NOBODY}", body.clock.words, body.note or "")
        uid = f"{strategy.id}/{_mark(body.body)}"
        yield CalendarEvent(f"{uid}/meeting", "meeting", body.clock.due, f"{strategy.id} meeting: {body.body}", about)
        if body.papers:
            yield CalendarEvent(
                f"{uid}/papers", "papers due", body.papers, f"{strategy.id} papers due: {body.body}", about
            )


def _of_measure(measure: MeasureStanding, due: date, serves: list[StrategyStanding]) -> CalendarEvent:
    last = f"last reading: {measure.reading.shown} ({in_brackets(measure.reading)})" if measure.reading else ""
    rated = f"{measure.rating.word}: {measure.rating.reason}"
    description = (
        measure.title,
        "; ".join(s.title for s in serves),
        f"owner: {owner_words(owners_of(measure))}",
        measure.late.words,
        last,
        rated,
    )
    return CalendarEvent(f"{measure.id}/reading", "reading", due, f"{measure.id} reading: {measure.title}", description)


def _each_named_once(found: Iterable[CalendarEvent]) -> Iterator[CalendarEvent]:
    """The events, where two would have one name the second with a number: a calendar would keep only one of them."""
    seen: Counter[str] = Counter()
    for event in found:
        seen[event.uid] += 1
        number = seen[event.uid]
        yield event if number == 1 else event._replace(uid=f"{event.uid}/{number}")


def _mark(text: str) -> str:
    """A lasting name for a thing that has no id."""
    return sha256(one_line(text).encode()).hexdigest()[:12]


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _short(text: str, most: int = 90) -> str:
    text = one_line(text)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def escape(text: str) -> str:
    """Escapes a text as a value: nothing in it ends a line, a value or a list, and nothing in it is unseen."""
    text = visible(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def fold(line: str) -> str:
    """Ends a line, and breaks it where it is longer than `WIDTH` octets, never inside a character."""
    parts, size, start = [], 0, 0
    for place, letter in enumerate(line):
        octets = len(letter.encode())
        if size + octets > WIDTH:
            parts.append(line[start:place])
            start, size = place, 1  # the space that begins a continued line counts
        size += octets
    return "\r\n ".join([*parts, line[start:]]) + "\r\n"
