"""The past: the life of one item, who wrote what stands there now, how its date slipped, and the frozen reports."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from strategy_tracker.comparing.life_events import Life, LifeEvent, Slippage
from strategy_tracker.model.commit import Commit, FrozenReport
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.screens.looking_back.diff import colour_of
from strategy_tracker.views.sheet import Cell, Column, Sheet, SheetSection, Table, cell, coloured
from strategy_tracker.views.text import counted

EVENT_COLUMNS = ("day", "kind", "item", "before", "after", "why", "worse", "author", "commit", "subject")
REPORT_COLUMNS = ("name", "as_at", "body", "sha", "digest", "program", "folder", "by", "made", "message")
WRITTEN_COLUMNS = ("field", "value", "day", "author", "commit", "subject")

SHALLOW = "this is a shallow clone: older commits are not here"
"""What is said of a clone that holds only the newest commits."""


def life_sheet(life: Life, today: date, *, blame: bool, since: str = "", shallow: bool = False) -> Sheet:
    """A sheet of the life of an item since a moment: its events, or with `blame` its fields and who wrote each."""
    article = "an" if life.thing == "action" else "a"
    lines = (*((SHALLOW,) if shallow else ()), *((f"since {since}",) if since else ()))
    head = (f"{life.address}, {article} {life.thing}", f"as at {long_date(today)}", *lines, *life.notes)
    sections = [_slippage(life.slippage)] if life.slippage else []
    sections.append(_written(life) if blame else _events(life))
    return Sheet(life.words or life.address, head, tuple(sections))


def _events(life: Life) -> SheetSection:
    columns = (Column("Day"), Column("What"), Column("Change"), Column("Why"), Column("By"))
    rows = tuple(
        (cell(one.day.isoformat()), _kind(one), cell(_change(one, life.address)), cell(one.why), cell(_by(one.commit)))
        for one in life.events
    )
    return SheetSection(
        "What happened", () if rows else ("nothing is on record in this time",), (Table("", columns, rows),)
    )


def _kind(one: LifeEvent) -> Cell:
    word = {"due": "due date", "problem": "unreadable"}.get(one.kind, one.kind)
    return coloured(colour_of(one.after), word) if one.kind == "colour" else cell(word)


def _change(one: LifeEvent, address: str) -> str:
    where = "" if one.item == address else f"{one.item.rpartition('/')[2]}: "
    if one.before and one.after:
        return f"{where}{one.before} → {one.after}"
    return where + (one.after or one.before)


def _by(commit: Commit | None) -> str:
    if commit is None:
        return "time"
    return f"{commit.author}, {commit.sha[:7]}" if commit.sha else "not committed yet"


def _written(life: Life) -> SheetSection:
    columns = (Column("Field"), Column("Now"), Column("Since"), Column("By"))
    rows = tuple(
        (
            cell(one.field),
            cell(one.value),
            cell(one.commit.day.isoformat() if one.commit else None),
            cell(_by(one.commit) if one.commit else "not on record"),
        )
        for one in life.written
    )
    lines = () if rows else ("it is not there any more",)
    return SheetSection("Who wrote what stands there now", lines, (Table("", columns, rows),))


def slipped_words(slipped: Slippage) -> str:
    """Says how a date slipped: `moved twice, 365 days later than 2022-03-31; 1 of 2 moves approved`."""
    times = {1: "once", 2: "twice"}.get(len(slipped.shifts), f"{len(slipped.shifts)} times")
    days = counted(abs(slipped.days), "day")
    how = f"{days} {'later' if slipped.days > 0 else 'earlier'} than" if slipped.days else "no days from"
    how = "it was first" if slipped.present == "no date" else how
    agreed = f"{slipped.approved} of {counted(len(slipped.shifts), 'move')} approved"
    return f"moved {times}, {how} {slipped.original}; {agreed}"


def _slippage(slipped: Slippage) -> SheetSection:
    names = ("On", "From", "To", "Days", "Why", "Approved by")
    rows = tuple(
        tuple(map(cell, (one.on, one.former, one.to, f"{one.days:+}", one.why, one.approved_by or "nobody on record")))
        for one in slipped.shifts
    )
    table = Table("", tuple(Column(name, figures=name == "Days") for name in names), rows)
    return SheetSection("Due date", (f"{slipped.present}: {slipped_words(slipped)}",), (table,))


def reports_sheet(found: Sequence[FrozenReport], unknown: str = "") -> Sheet:
    """A sheet with a row for each frozen report, the earliest first; `unknown` says why there may be others."""
    names = ("Name", "As at", "Reported to", "Commit", "Standing", "By", "Remarks")
    rows = tuple(
        tuple(
            map(
                cell,
                (one.name, one.as_at.isoformat(), one.body, one.sha[:7], one.digest[:12], one.by, one.message),
            )
        )
        for one in found
    )
    none = "No frozen report is in this clone" if unknown else "No report has been frozen"
    title = counted(len(found), "report") + " frozen" if found else none
    lines = (unknown,) if unknown else ()
    return Sheet(title, lines, (SheetSection("", (), (Table("", tuple(map(Column, names)), rows),)),) if found else ())


# data


def life_content(life: Life, today: date, *, shallow: bool = False) -> dict[str, Any]:
    """The life of an item for JSON."""
    notes = (SHALLOW, *life.notes) if shallow else life.notes
    slipped = life.slippage
    told = {**slipped._asdict(), "times": len(slipped.shifts), "approved": slipped.approved} if slipped else None
    return {"as_at": today, **life._asdict(), "slippage": told, "notes": notes}


def event_rows(life: Life) -> Iterator[dict[str, Any]]:
    """A flat row for each event."""
    return ({**one._asdict(), **_flat(one.commit), "day": one.day} for one in life.events)


def written_rows(life: Life) -> Iterator[dict[str, Any]]:
    """A flat row for each field."""
    return ({**one._asdict(), **_flat(one.commit)} for one in life.written)


def _flat(commit: Commit | None) -> dict[str, Any]:
    if commit is None:
        return {"commit": "", "day": None}
    return {"commit": commit.sha, "day": commit.day, "author": commit.author, "subject": commit.subject}
