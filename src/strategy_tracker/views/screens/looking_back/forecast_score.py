"""Forecasts beside what came, as a table, and how often each owner and strategy was right, in counts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from strategy_tracker.judging.forecast_score import VERDICTS, ForecastScore, ScoredForecast
from strategy_tracker.judging.standing.of_outlook import ForecastVerdict
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.sheet import Column, Sheet, SheetSection, Table, cell, without_empty
from strategy_tracker.views.text import NOBODY, counted

_WORDS: dict[ForecastVerdict, str] = {"unknown": "not known", "open": "not over"}
COLUMNS = ScoredForecast._fields


def score_sheet(
    found: Sequence[ScoredForecast],
    owners: Sequence[ForecastScore],
    strategies: Sequence[ForecastScore],
    as_at: date,
    title: str,
) -> Sheet:
    """A sheet with each forecast, and a table of counts by owner and one by strategy."""
    lines = (f"as at {long_date(as_at)}", f"{counted(len(found), 'forecast')} on record")
    if not found:
        return Sheet(title, lines, ())
    columns = (
        Column("Of"),
        Column("For"),
        Column("Said on"),
        Column("Expected", figures=True),
        Column("Came", figures=True),
        Column("How it came out"),
        Column("Owner", from_width=120),
    )
    rows = tuple(
        (
            cell(one.item),
            cell(one.period or "done"),
            cell(one.on),
            cell(one.expected),
            cell(one.came),
            cell(f"{_word(one.verdict)}, {one.apart}" if one.apart else _word(one.verdict)),
            cell(one.owner or NOBODY),
        )
        for one in found
    )
    tables = (Table("", columns, rows), _counts("Owner", NOBODY, owners), _counts("Strategy", "none", strategies))
    return Sheet(title, lines, (SheetSection("", (), tables),))


def _counts(name: str, nobody: str, scores: Sequence[ForecastScore]) -> Table:
    """Counts of each verdict; verdicts that nobody has are left out."""
    columns = (Column(name), *(Column(_word(verdict).capitalize(), figures=True) for verdict in VERDICTS))
    rows = tuple(
        (cell(one.name or nobody), *(cell(str(one.counts[v]) if one.counts[v] else None) for v in VERDICTS))
        for one in scores
    )
    return without_empty(Table(f"By {name.lower()}", columns, rows), keep=1)


def _word(verdict: ForecastVerdict) -> str:
    return _WORDS.get(verdict, verdict.replace("-", " "))


def score_content(
    found: Sequence[ScoredForecast],
    owners: Sequence[ForecastScore],
    strategies: Sequence[ForecastScore],
    as_at: date,
    item: str | None,
) -> dict[str, Any]:
    """The same for JSON, with what it was narrowed to."""
    return {
        "as_at": as_at,
        "item": item,
        "forecasts": list(found),
        "by_owner": list(owners),
        "by_strategy": list(strategies),
    }


def score_rows(found: Sequence[ScoredForecast]) -> Iterator[Mapping[str, Any]]:
    """A flat row for each forecast."""
    return (one._asdict() for one in found)
