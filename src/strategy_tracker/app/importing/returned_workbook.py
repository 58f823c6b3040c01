"""A workbook of ours from a file: whether it is one, what it said when it was made, and the proposal of what was typed.

It keeps its own record on a hidden sheet. Where that was lost, a property of the document still names the commit that
it was made from, and what the workbook said is worked out from the files as that commit has them. Without that commit
it is held against the files of today, and where a field differs nobody can tell which is newer.
"""

import re
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from strategy_tracker.app.importing.bring_back import BackChoices, BackProposal, propose_back
from strategy_tracker.app.importing.bring_in import open_table
from strategy_tracker.app.looking.status import Filters, filtered_standing
from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.owner_workbook import workbook_form
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.intake.outline import TableFile
from strategy_tracker.intake.own_workbook import WorkbookRecord, ids_of, record_in
from strategy_tracker.model.workbook import FORMAT, PROPERTY, RECORD, said_cells
from strategy_tracker.problem import Problem


def is_own_workbook(path: Path) -> bool:
    """Whether a file is a workbook that was made here, by its sheets, a property of it, or its row of keys."""
    parts = _beginnings(path)
    keyed = "".join(text for name, text in parts.items() if name.startswith(("xl/worksheets/", "xl/sharedStrings")))
    return (
        f'name="{RECORD}"' in parts.get("xl/workbook.xml", "")
        or _made_of(parts) is not None
        or all(f">{key}<" in keyed for key in ("@id", "@due", "@forecast"))
    )


def _beginnings(path: Path) -> dict[str, str]:
    """The beginning of each part of a packed file as text, by its name; nothing where it cannot be read."""
    found: dict[str, str] = {}
    try:
        with zipfile.ZipFile(path) as folder:
            for name in folder.namelist()[:_PARTS]:
                with folder.open(name) as part:
                    found[name] = part.read(_LOOKED_AT).decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError):
        return {}
    return found


_PARTS, _LOOKED_AT = 100, 500_000
"""Parts that are looked at, and bytes of each: what is looked for stands at the beginning."""


def _made_of(parts: dict[str, str]) -> re.Match[str] | None:
    """The day and the commit, in words, that a property of the document names."""
    found = re.search(rf'name="{PROPERTY}"[^>]*>\s*<[^>]*>([^<]*)<', parts.get("docProps/custom.xml", ""))
    return re.fullmatch(rf"format {FORMAT}, (\d{{4}}-\d\d-\d\d), (.*)", found[1]) if found else None


def propose_returned(
    portfolio: Portfolio, path: Path, on: str, take: Sequence[str], revise: bool, today: date
) -> BackProposal:
    """The proposal of a workbook that came back. Raises `Problem` where it cannot be read, or a choice is none."""
    source = open_table(path)
    settled: dict[str, str] = {}
    for one in take:
        name, mark, side = one.rpartition("=")
        if not mark or side not in ("workbook", "file") or "." not in name:
            raise Problem(f"--take '{one}' does not say whose text counts", "write warm-01.owner=workbook, or =file")
        settled[name] = side
    record = record_in(source) or _by_its_commit(portfolio, path, source) or _by_today(portfolio, source, today)
    return propose_back(portfolio, source, record, BackChoices(on, settled, revise), today)


def _by_its_commit(portfolio: Portfolio, path: Path, source: TableFile) -> WorkbookRecord | None:
    """What a workbook that lost its record said, from the files at its commit.

    None where that commit is not here, or held not all that the workbook was made from.
    """
    from strategy_tracker.history.repository.find_commit import commit_at
    from strategy_tracker.history.repository.past_portfolio import portfolio_at

    made = _made_of(_beginnings(path))
    named = re.fullmatch(r"commit ([0-9a-f]{7,40}) of \d{4}-\d\d-\d\d", made[2]) if made else None
    if not made or not named:
        return None
    try:
        then = portfolio_at(portfolio.root, commit_at(portfolio.root, named[1]))
    except Problem:
        return None
    return WorkbookRecord(made[1], made[2], _texts(then, source, date.fromisoformat(made[1])))


def _by_today(portfolio: Portfolio, source: TableFile, today: date) -> WorkbookRecord:
    return WorkbookRecord("", "", _texts(portfolio, source, today), lost=True)


def _texts(portfolio: Portfolio, source: TableFile, day: date) -> dict[tuple[str, str], str]:
    """What a workbook of these files says of the items that stand in this one."""
    moment, mine = Moment(portfolio, day), ids_of(source)
    form = workbook_form(filtered_standing(moment, Filters(), whole=True), moment)
    return {(item, key): text for item, key, text in said_cells(form) if item in mine}
