"""The library: three functions, whose results are its stable surface. See docs/library.md."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app import validate as checking
from strategy_tracker.app.standing import stand
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.load import load as load_file
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.judging.standing import Standing
from strategy_tracker.model.measure import Measure, Measures
from strategy_tracker.model.practice import Example, Practice
from strategy_tracker.model.strategy import Strategy


class Records(NamedTuple):
    """What stands in the files of a portfolio; `diagnostics` is what could not be read of them."""

    strategies: tuple[Strategy, ...]
    measures: tuple[Measure, ...]
    practice: tuple[Example, ...]
    diagnostics: tuple[Diagnostic, ...]


def load(folder: str | Path) -> Records:
    """The records of the portfolio in `folder`.

    Raises `strategy_tracker.files.portfolio.NothingToRead` where there is none; never for a mistake in a file.
    """
    found = open_portfolio(Path(folder))
    loaded = [load_file(file, found.settings.year_end) for file in found.files]
    records = [one.record for one in loaded]
    return Records(
        tuple(record for record in records if isinstance(record, Strategy)),
        tuple(measure for record in records if isinstance(record, Measures) for measure in record.measures),
        tuple(example for record in records if isinstance(record, Practice) for example in record.practice),
        (*found.diagnostics, *(item for one in loaded for item in one.diagnostics)),
    )


def check(folder: str | Path, today: date) -> list[Diagnostic]:
    """Every diagnostic of the portfolio in `folder`, in reading order; `today` is the day its dates are held against.

    Raises `NothingToRead` where there is no portfolio.
    """
    return checking.check(open_portfolio(Path(folder)), today).diagnostics


def standing(folder: str | Path, today: date) -> Standing:
    """Where everything in the portfolio in `folder` stands at `today`. Files with errors are left out: see `check`.

    Raises `NothingToRead` where there is no portfolio.
    """
    return stand(open_portfolio(Path(folder)), today)[0]
