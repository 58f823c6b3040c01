"""The reports that were frozen, and the text of a standing that its digest is taken of."""

import json
from collections.abc import Sequence

from strategy_tracker.judging.standing import Standing
from strategy_tracker.model.commit import FrozenReport
from strategy_tracker.views.formats.data import plain
from strategy_tracker.views.sheet import Column, Sheet, SheetSection, Table, cell
from strategy_tracker.views.text import counted

COLUMNS = ("name", "as_at", "body", "sha", "digest", "program", "folder", "by", "made", "message")


def canonical(standing: Standing) -> bytes:
    """A standing as JSON without spaces, its keys in order: the same bytes on every machine."""
    return json.dumps(plain(standing), sort_keys=True, separators=(",", ":")).encode()


def reports_sheet(found: Sequence[FrozenReport]) -> Sheet:
    """A row for each report, the earliest first."""
    names = ("Name", "As at", "FrozenReport to", "Commit", "Standing", "By", "Remarks")
    rows = tuple(
        tuple(
            map(
                cell,
                (one.name, one.as_at.isoformat(), one.body, one.sha[:7], one.digest[:12], one.by, one.message),
            )
        )
        for one in found
    )
    title = counted(len(found), "report") + " frozen" if found else "No report has been frozen"
    return Sheet(title, (), (SheetSection("", (), (Table("", tuple(map(Column, names)), rows),)),) if found else ())
