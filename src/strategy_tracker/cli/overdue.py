"""`strategy overdue`: what is overdue, missed, silent or due soon, by owner."""

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from strategy_tracker.cli.boundary import CLEAN, FINDINGS, CannotRun, say
from strategy_tracker.cli.options import (
    AsAt,
    Format,
    InPriority,
    InState,
    InStrategy,
    KeepGoing,
    KnownOn,
    OfRag,
    Owner,
    Rev,
    Root,
    Rules,
    RulesOf,
    filters,
    left_out,
    moment,
)
from strategy_tracker.cli.output import nothing_kept, put

if TYPE_CHECKING:
    from strategy_tracker.diagnostics import Diagnostic, Position
    from strategy_tracker.model.values import Interval
    from strategy_tracker.rules.chasing import Chase
    from strategy_tracker.rules.standing import Standing
    from strategy_tracker.store.portfolio import Portfolio
    from strategy_tracker.views.digest import Digest
    from strategy_tracker.views.sheet import Sheet

EXAMPLE = "strategy overdue --within '30 days' --by priority"
KINDS = ("overdue", "late-start", "missed", "missed-review", "very-stale", "stale", "late-reading", "upcoming")


class By(StrEnum):
    """What the answer is grouped by."""

    owner = "owner"
    strategy = "strategy"
    priority = "priority"


class Form(StrEnum):
    """How the list is written: as every result, or for a build server."""

    table = "table"
    markdown = "markdown"
    json = "json"
    csv = "csv"
    github = "github"
    junit = "junit"


def command(
    within: Annotated[
        str, typer.Option(help="also what falls due in this time: 30d, 6 weeks, month", show_default=False)
    ] = "",
    by: Annotated[By, typer.Option(help="what to group by")] = By.owner,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="KINDS", help=f"exit with 1 if there is any of these: {','.join(KINDS)}", show_default=False
        ),
    ] = "",
    owner: Owner = "",
    priority: InPriority = "",
    strategy: InStrategy = "",
    rag: OfRag = None,
    state: InState = None,
    as_at: AsAt = "",
    rev: Rev = "",
    known_on: KnownOn = "",
    rules: Rules = RulesOf.then,
    form: Annotated[Form, typer.Option("--format", "-f", help="how to write the result")] = Form.table,
    digest: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="write a message to each owner into this folder; nothing is sent", show_default=False
        ),
    ] = None,
    keep_going: KeepGoing = False,
    root: Root = None,
) -> int:
    """List what needs somebody: what is overdue, late to start, missed or silent, and readings that are late.

    Nothing of a strategy that has ended, or has not begun, is called late.
    """
    from strategy_tracker.rules.chasing import chase
    from strategy_tracker.rules.narrow import narrow
    from strategy_tracker.store.stand import stand
    from strategy_tracker.views import overdue as view

    looked_at, today = moment(root, as_at, rev, known_on, rules)
    failing, soon = _failing(fail_on), interval(within)
    kept = filters(owner, priority, strategy, rag, state)
    standing, wrong = stand(looked_at, today, whole=False)
    code = left_out(wrong, keep_going)
    if code:
        return code
    narrowed = narrow(standing, kept)
    nothing_kept(bool(narrowed.strategies), kept, standing)
    found = chase(narrowed, soon, today)
    sheet = partial(view.overdue_sheet, found, by.value, str(soon or ""), kept.words(), narrowed)
    if digest:
        _put_digests(digest, _digests(found, narrowed, looked_at), whole=not any(kept))
    elif form is Form.github:
        _put_github(_findings(found, looked_at), sheet())
    elif form is Form.junit:
        _put_junit(_findings(found, looked_at), looked_at, failing)
    else:
        put(
            Format(form.value),
            sheet,
            lambda: {"as_at": today, "known": standing.known or None, "items": found},
            lambda: (view.COLUMNS, view.overdue_rows(found)),
            kind="overdue",
        )
    return FINDINGS if any(one.kind in failing for one in found) else CLEAN


def _put_github(found: "list[Diagnostic]", sheet: "Sheet") -> None:
    from io import StringIO

    from strategy_tracker.cli.validate import add_to_summary
    from strategy_tracker.views import markdown, terminal
    from strategy_tracker.views.findings import github

    add_to_summary(lambda: markdown.write_sheet(sheet))
    table = StringIO()
    terminal.write_sheet(sheet, table)
    sys.stdout.write(github.commands(found) + github.without_commands(table.getvalue()))


def _put_junit(found: "list[Diagnostic]", portfolio: "Portfolio", failing: set[str]) -> None:
    """What `--fail-on` names fails; without it, all that is late or silent."""
    from strategy_tracker.cli.validate import in_repository
    from strategy_tracker.views.findings import junit

    folder = in_repository(portfolio.root)
    files = [f"{folder}/{file.name}" if folder else file.name for file in portfolio.files if file.kind != "practice"]
    kinds = failing or {kind for kind in KINDS if kind != "upcoming"}
    sys.stdout.write(junit.write(found, files, lambda item: item.code in kinds))


def _digests(found: "Sequence[Chase]", standing: "Standing", portfolio: "Portfolio") -> "list[Digest]":
    from strategy_tracker.views.digest import Place, digests

    known, periods = _places(portfolio), _periods(found, standing, portfolio)

    def place(one: "Chase") -> Place:
        file, position = known(one)
        period = periods.get(one.item, "") if one.kind == "late-reading" else ""
        return Place(file, position.line if position else None, period)

    return digests(found, standing, place)


def _periods(found: "Sequence[Chase]", standing: "Standing", portfolio: "Portfolio") -> dict[str, str]:
    """The period that each late reading is of, by its measure."""
    from strategy_tracker.rules.measures import known_readings
    from strategy_tracker.rules.revising import expected
    from strategy_tracker.store.portfolio import each_file

    late = {one.item for one in found if one.kind == "late-reading"}
    year_end = portfolio.settings.year_end

    def wanted(record: Any, _: object) -> dict[str, str]:
        listed = [(m, known_readings(m.readings, m.unit, standing.as_at)) for m in record.measures if m.id in late]
        return {m.id: expected(each[-1].period, m.frequency, year_end) for m, each in listed if m.frequency and each}

    kept, _ = each_file(portfolio, portfolio.of_kind("measures") if late else (), wanted)
    return {name: period for one in kept for name, period in one.items()}


def _put_digests(folder: Path, made: "Sequence[Digest]", *, whole: bool) -> None:
    """Write the messages in place of the former ones; if they are the `whole` of them, the others have had their time.

    Raises `CannotRun` where the folder holds anything else.
    """
    from strategy_tracker.cli.export import keep
    from strategy_tracker.store.write import CannotWrite, locked
    from strategy_tracker.views.digest import as_mail, as_markdown, file_names

    folder.mkdir(parents=True, exist_ok=True)
    try:
        with locked(folder):
            former = _former(folder)
            for name, one in zip(file_names(one.owner for one in made), made, strict=True):
                for ending, data in ((".md", as_markdown(one)), (".eml", as_mail(one))):
                    keep(folder / f"{name}{ending}", data)
                    former.discard(f"{name}{ending}")
                say(f"wrote {folder / name}.md and .eml: {one.subject}")
            for name in sorted(former) if whole else ():
                (folder / name).unlink()
                say(f"removed {folder / name}, a former message: nothing in it waits any more")
    except CannotWrite as error:
        raise CannotRun(str(error), "try again when that is mended") from None
    say("nothing was sent" if made else "nothing waits for anybody, so there is no message")


def _former(folder: Path) -> set[str]:
    """The names of the former messages in a folder; what is hidden, as `.gitignore` is, does not count."""
    from strategy_tracker.views.digest import is_former

    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    for path in (folder / name for name in sorted(names)):
        if path.is_symlink() or not path.is_file() or not is_former(path.read_bytes()):
            raise CannotRun(
                f"'{folder}' holds '{path.name}', which is no message as it was written here; nothing was written",
                "name a folder for messages only, or move that one away",
            )
    return names


def _findings(found: "Sequence[Chase]", portfolio: "Portfolio") -> "list[Diagnostic]":
    from strategy_tracker.cli.validate import in_repository
    from strategy_tracker.views.findings.chased import as_findings
    from strategy_tracker.views.findings.place import below

    return below(in_repository(portfolio.root), as_findings(found, _places(portfolio)))


def _places(portfolio: "Portfolio") -> "Callable[[Chase], tuple[str, Position | None]]":
    """Where each thing is said: an action or a measure at its id, a body under its strategy's `governance`.

    Lines of an earlier moment are not given: today's file has other things there.
    """
    from strategy_tracker.store.load import content
    from strategy_tracker.store.look_up import addresses
    from strategy_tracker.store.positions import Spot, locate, spots

    items, _ = addresses(portfolio, portfolio.files, ("strategy", "action", "measure"))
    known = {(item.address, item.thing == "measure"): item for item in reversed(items)}
    files = {file.name: file for file in portfolio.files}
    read: dict[str, Spot] = {}

    def place(one: "Chase") -> "tuple[str, Position | None]":
        item = known.get((one.item, one.kind == "late-reading"))
        body = item is None
        item = item or known[one.strategies[0], False]
        if portfolio.known:
            return item.file, None
        if item.file not in read:
            read[item.file] = spots(content(files[item.file]))
        return item.file, locate(read[item.file], ("governance",) if body else (*item.route, "id"))

    return place


def _failing(text: str) -> set[str]:
    named = {part.strip() for part in text.split(",") if part.strip()}
    for name in sorted(named - set(KINDS)):
        raise CannotRun(f"there is no kind '{name}' to fail on", f"use {', '.join(KINDS)}")
    return named


def interval(text: str) -> "Interval | None":
    """A length of time typed by a person, or None; `30d` and `6 weeks` alike.

    Raises `CannotRun`.
    """
    import re

    from pydantic_core import PydanticCustomError

    from strategy_tracker.model.values import read_interval

    if not text:
        return None
    words = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
    short = re.fullmatch(r"(\d+) ?([dwmy])", text)
    try:
        return read_interval(f"{short[1]} {words[short[2]]}" if short else text)
    except PydanticCustomError:
        raise CannotRun(f"'{text}' is not a length of time", "write 30d, 6 weeks, month or quarter") from None
