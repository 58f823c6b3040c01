"""A workbook of ours from a file: whether it is one, what it said when it was made, and the proposal of what was typed.

It keeps its own record on a hidden sheet. Where that was lost, a property of the document still names the commit that
it was made from, and what the workbook said is worked out from the files as that commit has them.
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
    """Whether a file is a workbook that was made here, by the names of its sheets or a property of the document."""
    return f'name="{RECORD}"' in _part(path, "xl/workbook.xml") or bool(_made_of(path))


def _part(path: Path, name: str) -> str:
    """One part of a packed file as text; empty where there is none, or it cannot be read."""
    try:
        with zipfile.ZipFile(path) as folder:
            return folder.read(name).decode("utf-8", "replace") if folder.getinfo(name).file_size < _LOOKED_AT else ""
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError):
        return ""


_LOOKED_AT = 1_000_000
"""Bytes of a part up to which it is looked at: what is written here is a thousandth of it."""


def _made_of(path: Path) -> re.Match[str] | None:
    """The day and the commit, in words, that a property of the document names."""
    found = re.search(rf'name="{PROPERTY}"[^>]*>\s*<[^>]*>([^<]*)<', _part(path, "docProps/custom.xml"))
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
    record = record_in(source) or _by_its_commit(portfolio, path, source)
    return propose_back(portfolio, source, record, BackChoices(on, settled, revise), today)


def _by_its_commit(portfolio: Portfolio, path: Path, source: TableFile) -> WorkbookRecord:
    """What a workbook that lost its record said, from the files at its commit.

    Raises `Problem` where that commit is not here, or held not all that the workbook was made from.
    """
    from strategy_tracker.history.repository.find_commit import commit_at
    from strategy_tracker.history.repository.past_portfolio import portfolio_at

    made = _made_of(path)
    lost = f"{path.name} has lost its record of what it said"
    named = re.fullmatch(r"commit ([0-9a-f]{7,40}) of \d{4}-\d\d-\d\d", made[2]) if made else None
    if not made or not named:
        why = f", and it was made from {made[2]}" if made else ""
        raise Problem(f"{lost}{why}", "bring it in as a table: --into STRATEGY")
    try:
        then = portfolio_at(portfolio.root, commit_at(portfolio.root, named[1]))
    except Problem as error:
        raise Problem(f"{lost}, and {error.message}", "bring it in as a table: --into STRATEGY") from None
    moment = Moment(then, date.fromisoformat(made[1]))
    form = workbook_form(filtered_standing(moment, Filters(), whole=True), moment)
    mine = ids_of(source)
    texts = {(item, key): text for item, key, text in said_cells(form) if item in mine}
    return WorkbookRecord(made[1], made[2], texts)
