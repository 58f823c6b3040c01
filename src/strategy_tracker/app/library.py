"""The library: what `import strategy_tracker` offers. Its results are the stable surface; see docs/library.md."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.looking import validate as checking
from strategy_tracker.app.standing import stand
from strategy_tracker.app.writing import add, fix, init
from strategy_tracker.app.writing.commit import PartlyWritten, Receipt, WrittenFile, commit, undo
from strategy_tracker.app.writing.init import Answers, StarterFile
from strategy_tracker.app.writing.items import move, record, update
from strategy_tracker.app.writing.proposal import ColourChange, Note, Proposal, ProposedFile
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.load import load as load_file
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.new_entries import (
    NewAction,
    NewDueDate,
    NewMeasure,
    NewPriority,
    NewReading,
    NewStrategy,
    NewUpdate,
)
from strategy_tracker.model.practice import Example, Practice
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.problem import Problem
from strategy_tracker.views.tables.schema import TABLES

__all__ = [
    "TABLES",
    "Answers",
    "ColourChange",
    "NewAction",
    "NewDueDate",
    "NewMeasure",
    "NewPriority",
    "NewReading",
    "NewStrategy",
    "NewUpdate",
    "Note",
    "PartlyWritten",
    "Problem",
    "Proposal",
    "ProposedFile",
    "Receipt",
    "Records",
    "TidyTables",
    "WrittenFile",
    "check",
    "commit",
    "load",
    "propose_fixes",
    "propose_move",
    "propose_new",
    "propose_reading",
    "propose_update",
    "standing",
    "start_portfolio",
    "tables",
    "undo",
]


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


class TidyTables(NamedTuple):
    """Tables with one row for each fact, by their names: each row a cell for every column. See docs/howto/tables.md.

    `diagnostics` is what could not be read, and is in none of them.
    """

    rows: dict[str, list[dict[str, object]]]
    diagnostics: tuple[Diagnostic, ...]


def tables(files: Mapping[str, bytes], today: date, name: str = "portfolio") -> TidyTables:
    """The tables of a portfolio that is held in memory: its files by their names, such as `strategies/plan.yaml`.

    Cells are texts, whole numbers, exact decimals, days, true or false, or None. `name` is the folder's, which stands
    for the organisation where the files name none. Nothing is read from disk, and git is not asked.
    """
    from strategy_tracker.app.reporting.tables import tables_of_files

    made = tables_of_files(files, today, name)
    columns = {table: [column.name for column in schema.columns] for table, schema in TABLES.items()}
    rows = {table: [dict(zip(columns[table], row, strict=True)) for row in every] for table, every in made.rows.items()}
    return TidyTables(rows, made.wrong)


# what is to be written: each gives a proposal, from which `commit` writes; all raise `Problem` where it cannot be


def propose_update(folder: str | Path, action: str, new: NewUpdate, today: date) -> Proposal:
    """The proposal of an update of the action of this id."""
    return update.propose_update(open_portfolio(Path(folder)), action, new, today)


def propose_reading(folder: str | Path, measure: str, new: NewReading, today: date) -> Proposal:
    """The proposal of a reading of the measure of this id."""
    return record.propose_reading(open_portfolio(Path(folder)), measure, new, today)


def propose_move(folder: str | Path, action: str, new: NewDueDate, today: date) -> Proposal:
    """The proposal of another due date of the action of this id."""
    return move.propose_move(open_portfolio(Path(folder)), action, new, today)


def propose_new(folder: str | Path, new: NewStrategy | NewPriority | NewAction | NewMeasure, today: date) -> Proposal:
    """The proposal of a strategy, also the first one in the folder, or of a priority, an action or a measure."""
    return add.propose_new(Path(folder), new, today)


def propose_fixes(folder: str | Path) -> Proposal:
    """The proposal of what can be mended in every file: ids that are missing, years that are written 2018-19."""
    portfolio = open_portfolio(Path(folder))
    return fix.propose_fixes(portfolio, portfolio.files)


def start_portfolio(folder: str | Path, answers: Answers, today: date) -> tuple[StarterFile, ...]:
    """The files of a new portfolio in `folder`, written: an example that holds today. What is there already stays."""
    return init.start(Path(folder), answers, today)
