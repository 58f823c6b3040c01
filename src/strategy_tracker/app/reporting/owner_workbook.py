"""What goes into a workbook for an owner: actions and measures as the files have them, and the periods that wait."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from strategy_tracker.app.looking.status import FilteredStanding
from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.report_scope import made_from
from strategy_tracker.files.load import load
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.action import Action
from strategy_tracker.model.dates.period import Period, YearEnd, parse_period
from strategy_tracker.model.workbook import ActionLine, MeasureLine, SaidLine, WorkbookForm

SHOWN = 8
"""Periods with figures that a workbook shows, the last ones."""
WANTED = 4
"""Periods that can wait for a figure at once: what is longer gone is not asked for by mail."""


def workbook_form(found: FilteredStanding, moment: Moment) -> WorkbookForm:
    """The form of what the filters keep of a standing."""
    portfolio, standing = moment.portfolio, found.standing
    records = _actions_on_record(portfolio)
    lines = [line for strategy in standing.strategies for line in _action_lines(strategy, records)]
    said = [
        SaidLine(
            f"{strategy.id}/{one.id}",
            update.on,
            *(text or "" for text in (update.state, update.rag, update.note, update.by)),
        )
        for strategy in standing.strategies
        for one in strategy.actions
        for update in one.updates
    ]
    year_end = portfolio.settings.year_end
    measures = [_measure_line(one, standing.as_at, year_end) for one in standing.measures.values() if not one.withdrawn]
    periods = {period for one in measures for period in (*one.figures, *one.wanted)}
    titles = [strategy.title for strategy in standing.strategies]
    title = titles[0] if len(titles) == 1 else standing.organisation or "Strategies"
    return WorkbookForm(
        title,
        standing.as_at.isoformat(),
        made_from(portfolio),
        found.filters.owner or "",
        tuple(lines),
        tuple(measures),
        tuple(said),
        tuple(sorted(periods, key=lambda one: parse_period(one, year_end)[2:])),
    )


def _actions_on_record(portfolio: Portfolio) -> dict[str, Action]:
    """Every action as its file has it, by its address."""
    found: dict[str, Action] = {}
    for file in portfolio.of_kind("strategies"):
        record: Any = load(file, portfolio.settings.year_end).record
        for priority in record.priorities if record else ():
            found |= {f"{record.id}/{one.id}": one for one in priority.actions}
    return found


def _action_lines(strategy: StrategyStanding, records: dict[str, Action]) -> Iterator[ActionLine]:
    for priority in strategy.priorities:
        for one in priority.actions:
            address = f"{strategy.id}/{one.id}"
            if address in records:
                yield ActionLine(address, priority.title, now=_now(one), **fields_of(records[address]))


def fields_of(action: Action) -> dict[str, str]:
    """The fields of an action that a workbook holds, as the file has them; an owner that is inherited is empty."""
    return {"text": action.text, "owner": "; ".join(action.owner), "due": str(action.due or "")}


def _now(one: ActionStanding) -> str:
    return f"{one.state_words}, {one.rating.word}"


def _measure_line(one: MeasureStanding, today: date, year_end: YearEnd) -> MeasureLine:
    points = sorted(one.points, key=lambda point: point.end)
    figures = {point.period: point.shown for point in points[-SHOWN:]}
    last = parse_period(points[-1].period, year_end) if points else None
    return MeasureLine(one.id, one.title, str(one.shown_in), figures, tuple(wanted_after(last, today, year_end)))


def wanted_after(last: Period | None, today: date, year_end: YearEnd) -> Iterator[str]:
    """The periods after the last one with a figure that have ended by today; the next one where none has."""
    if last is None:
        return
    found = last
    for number in range(WANTED):
        text = next_name(found.text)
        if not text:
            return
        found = parse_period(text, year_end)
        if number and found.end > today:
            return
        yield text


def next_name(text: str) -> str:
    """The name of the period after one of the same kind; empty for a day and for a range, which none must follow."""
    quarter = re.fullmatch(r"(\d{4})(/\d\d)? ([QH])(\d)", text)
    if quarter:
        year, number, last = int(quarter[1]), int(quarter[4]), 4 if quarter[3] == "Q" else 2
        year, number = (year, number + 1) if number < last else (year + 1, 1)
        years = f"{year}/{(year + 1) % 100:02d}" if quarter[2] else str(year)
        return f"{years} {quarter[3]}{number}"
    whole = re.fullmatch(r"(AY )?(\d{4})(/\d\d)?", text)
    if whole:
        first = int(whole[2]) + 1
        return f"{whole[1] or ''}{first}/{(first + 1) % 100:02d}" if whole[3] else str(first)
    month = re.fullmatch(r"(\d{4})-(\d\d)", text)
    if month:
        year, number = (int(month[1]), int(month[2]) + 1) if int(month[2]) < 12 else (int(month[1]) + 1, 1)
        return f"{year}-{number:02d}" if number != (year + 1) % 100 else ""
    return ""
