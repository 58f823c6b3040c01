"""`strategy export`: dates for calendars, rows for a warehouse, and everything for another program."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_tracker.cli.boundary import CLEAN
from strategy_tracker.cli.options import (
    AsAt,
    InPriority,
    InStrategy,
    KeepGoing,
    KnownOn,
    Owner,
    Rev,
    Root,
    Rules,
    RulesOf,
    filters,
    left_out,
    moment,
)
from strategy_tracker.cli.output import nothing_kept, put_as_it_is, put_file
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.judging.standing import ActionStanding, MeasureStanding, Standing

EXAMPLE = "strategy export --format ics --owner 'Head of Service' -o dates.ics"


class Form(StrEnum):
    """What another program reads."""

    ics = "ics"
    csv = "csv"
    json = "json"


def command(
    form: Annotated[
        Form | None,
        typer.Option("--format", "-f", help="ics: dates; csv: rows; json: everything", show_default="by FILE's ending"),
    ] = None,
    owner: Owner = "",
    priority: InPriority = "",
    strategy: InStrategy = "",
    as_at: AsAt = "",
    rev: Rev = "",
    known_on: KnownOn = "",
    rules: Rules = RulesOf.then,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="write to this file", show_default=False)
    ] = None,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """Give dates to a calendar (ics), actions and readings to a warehouse (csv), or all that is known (json).

    The same files, options and day give the same bytes. An event keeps its name when its date moves.
    """
    from strategy_tracker.app.standing import stand
    from strategy_tracker.judging.filters import narrow

    chosen = _format(form, output)
    found, today = moment(root, as_at, rev, known_on, rules)
    kept = filters(owner, priority, strategy, None, None)
    standing, wrong = stand(found, today, whole=chosen is not Form.ics)
    code = left_out(wrong, keep_going)
    if code:
        return code
    narrowed = narrow(standing, kept)
    nothing_kept(bool(narrowed.strategies or narrowed.measures), kept, standing)
    _put(_written(chosen, narrowed), output)
    return CLEAN


def _format(form: Form | None, output: Path | None) -> Form:
    ending = output.suffix.lower().lstrip(".") if output else ""
    if output is not None and ending in ("yaml", "yml"):
        raise Problem(f"'{output}' has the name of a data file", "give the export another name")
    if form or ending in list(Form):
        return form or Form(ending)
    raise Problem("no format is named", "--format ics for a calendar, csv for rows, json for another program")


def _written(form: Form, standing: "Standing") -> str:
    if form is Form.ics:
        from strategy_tracker.views.formats.ics import calendar

        return calendar(standing)
    from strategy_tracker.views.formats.data import as_csv, as_json
    from strategy_tracker.views.formats.rows import status_content

    return as_csv(COLUMNS, rows(standing)) if form is Form.csv else as_json("status", status_content(standing))


def _put(text: str, output: Path | None) -> None:
    if output is not None:
        put_file(output, text.encode())
    else:
        put_as_it_is(text)


COLUMNS = (
    "as_at", "known", "thing", "strategy", "priority", "id", "text", "owner", "partners", "kind", "state", "colour",
    "word", "why", "reason", "due", "original_due", "days_overdue", "next", "review", "silent", "forecast",
    "measures", "unit", "better", "period", "period_end", "value", "value_words", "value_state", "latest", "target",
    "note", "days_late",
)  # fmt: skip
"""The columns of the rows: a promise to those who load them. New ones come last."""


def rows(standing: "Standing") -> Iterator[dict[str, Any]]:
    """A row for each action and each reading; a measure without a reading has one row, so that none is missing.

    `strategy` and `priority` of a measure are all that name it. Only its latest reading is rated.
    """
    known = {"as_at": standing.as_at, "known": standing.known or None}
    for strategy in standing.strategies:
        for priority in strategy.priorities:
            for action in priority.actions:
                yield {**known, "strategy": strategy.id, "priority": priority.id, **_action(action)}
    for measure in standing.measures.values():
        serves = [
            (s.id, p.id)
            for s in standing.strategies
            for p in s.priorities
            if measure.id in p.measures or any(measure.id in action.measures for action in p.actions)
        ]
        place = {
            "strategy": list(dict.fromkeys(s for s, _ in serves)),
            "priority": list(dict.fromkeys(p for _, p in serves)),
        }
        for row in _readings(measure):
            yield {**known, **place, **row}


def _action(action: "ActionStanding") -> dict[str, Any]:
    return {
        **action._asdict(), **action.rating._asdict(), "thing": "action", "due": action.due.due,
        "days_overdue": action.due.days, "next": action.interval.due, "review": action.review.due,
        "silent": action.review.kind,
    }  # fmt: skip


def _readings(measure: "MeasureStanding") -> Iterator[dict[str, Any]]:
    about = {
        "thing": "reading", "id": measure.id, "text": measure.title, "owner": measure.owner, "unit": measure.unit,
        "better": measure.better,
    }  # fmt: skip
    rated = {**measure.rating._asdict(), "next": measure.late.due, "latest": True, "target": measure.target}
    if not measure.points:
        yield {**about, **rated, "thing": "measure", "latest": None}
    for point in measure.points:
        yield {
            **about, "latest": False, **(rated if point == measure.reading else {}), "period": point.period,
            "period_end": point.end, "value": point.amount, "value_state": point.state, "note": point.note,
            "value_words": point.shown if point.amount is None else None,
        }  # fmt: skip
