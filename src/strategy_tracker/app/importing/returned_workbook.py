"""A workbook of ours from a file: whether it is one, and the proposal of what was typed into it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.importing.bring_back import BackChoices, propose_back
from strategy_tracker.app.importing.bring_in import open_table
from strategy_tracker.app.writing.proposal import Proposal
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.intake.ledger import CellRemark
from strategy_tracker.intake.own_workbook import is_ours, read_returned
from strategy_tracker.model.workbook import RECORD
from strategy_tracker.problem import Problem


class BackProposal(NamedTuple):
    """A proposal, when the workbook was made, and what was not taken, each at its cell."""

    proposal: Proposal
    about: str
    left: tuple[CellRemark, ...]


def is_own_workbook(path: Path) -> bool:
    """Whether a file is a workbook that was made here, by a look into the names of its sheets."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(path) as folder:
            return f'name="{RECORD}"'.encode() in folder.read("xl/workbook.xml")
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error):
        return False


def propose_returned(
    portfolio: Portfolio, path: Path, on: str, take: Sequence[str], revise: bool, today: date
) -> BackProposal:
    """The proposal of a workbook that came back. Raises `Problem` where it cannot be read, or a choice is none."""
    source = open_table(path)
    if not is_ours(source):
        raise Problem(f"{path.name} has lost its record of what it said", "bring it in as a table: --into STRATEGY")
    settled: dict[str, str] = {}
    for one in take:
        name, mark, side = one.rpartition("=")
        if not mark or side not in ("workbook", "file") or "." not in name:
            raise Problem(f"--take '{one}' does not say whose text counts", "write warm-01.owner=workbook, or =file")
        settled[name] = side
    found = propose_back(portfolio, source, BackChoices(on, settled, revise), today)
    returned = read_returned(source)
    about = f"made on {returned.made} from {returned.commit}"
    return BackProposal(found.proposal, about, found.left)
