"""Writes tables of a portfolio into a folder, for everybody inside or for the public."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from strategy_tracker.cli import options
from strategy_tracker.cli.boundary import CLEAN, FINDINGS, print_note
from strategy_tracker.cli.output import print_unread
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.app.looking.status import Filters
    from strategy_tracker.app.moment import Moment
    from strategy_tracker.app.reporting.tables import Tables
    from strategy_tracker.views.tables.beside import TableFormat


class TablesRequest(NamedTuple):
    """Where tables are wanted, in which format, of which days, and for whom."""

    folder: Path
    form: str
    every: Literal["month", "quarter"] | None
    since: str
    until: str
    issue: str
    public: bool
    keep_going: bool


def export_tables(looked_at: "Moment", filters: "Filters", asked: TablesRequest) -> int:
    """Write the tables and say what was written, or why nothing was."""
    if any(filters):
        raise Problem("tables are of everything", "leave the filters out, and filter where the tables are read")
    from strategy_tracker.app.reporting.save_tables import save_tables
    from strategy_tracker.app.reporting.tables import tables_of

    moments = _moments(looked_at, asked)
    made = _public(moments, asked) if asked.public else tables_of(moments)
    if code := print_unread(made.wrong, asked.keep_going):
        return code
    if made.refusal.figures or made.refusal.words or made.refusal.part:
        from strategy_tracker.views.screens.refusal import refusal_lines

        print_note("\n".join(refusal_lines(made.refusal)))
        return FINDINGS
    if asked.issue:
        _enter(looked_at, made, asked.issue)
    files = save_tables(asked.folder, made.rows, cast("TableFormat", asked.form), public=asked.public)
    rows = sum(map(len, made.rows.values()))
    print_note(f"wrote {rows} rows of {_days(made.days)} into {asked.folder} ({files} files)")
    if asked.public and not asked.issue:
        print_note("note: a draft: before you give it out, run it with --issue NAME, which enters it in the register")
    return CLEAN


def _moments(looked_at: "Moment", asked: TablesRequest) -> "list[Moment]":
    if not asked.every:
        if asked.since or asked.until:
            raise Problem("--from and --to want to know how often", "add --every quarter")
        return [looked_at]
    from strategy_tracker.app.reporting.tables import moments_of

    if looked_at.portfolio.known:
        raise Problem("--every looks at many moments, and --rev or --known-on at one", "leave one of the two out")
    since = options.day(asked.since) if asked.since else date.min
    return moments_of(looked_at.portfolio, asked.every, since, options.day(asked.until))


def _public(moments: "list[Moment]", asked: TablesRequest) -> "Tables":
    from strategy_tracker.app.reporting.publish import CannotPublish
    from strategy_tracker.app.reporting.tables import public_tables_of

    if asked.issue and moments[-1].portfolio.known:
        raise Problem("what was known earlier is not issued now", "leave --issue, --rev, --known-on or --every out")
    try:
        return public_tables_of(moments)
    except CannotPublish as error:
        raise Problem(f"--public: {error.message}", error.next_step) from None


def _enter(looked_at: "Moment", made: "Tables", issue: str) -> None:
    from strategy_tracker.app.reporting.register_files import enter, place_for

    assert made.publication is not None
    path = place_for(looked_at.portfolio.root, issue)
    enter(path, made.publication)
    print_note(f"wrote {path}: commit it, it is what later documents are held against")


def _days(days: tuple[date, ...]) -> str:
    return f"{days[0]}" if len(days) == 1 else f"{len(days)} days, {days[0]} to {days[-1]},"
