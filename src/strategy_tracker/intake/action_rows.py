"""Rows of a table of actions to draft actions."""

from typing import Literal

from strategy_tracker.intake.cells.closed_lists import HowItGoes, read_every, read_state
from strategy_tracker.intake.cells.colours import read_fill
from strategy_tracker.intake.cells.days import read_day
from strategy_tracker.intake.cells.owners import Owners, read_owners
from strategy_tracker.intake.cells.periods import read_period
from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.cells.updates import DatedUpdate, split_updates
from strategy_tracker.intake.cells.words import Role, says_nothing
from strategy_tracker.intake.draft import DraftAction, DraftUpdate
from strategy_tracker.intake.layout.found_table import TableColumn
from strategy_tracker.intake.outline import GridCell
from strategy_tracker.intake.rows import FIGURES, RowReader, cells_of, no_place

_KEPT: tuple[Role, ...] = ("evidence", "outcome", "note", "level", "group")
"""Columns without a place of their own, whose words the note of an action keeps."""

_NOT_OF_ACTIONS: frozenset[Role | Literal[""]] = frozenset(
    {
        "",
        "unused",
        "unit",
        "better",
        "frequency",
        "definition",
        "source",
        "period",
        "area",
        "numerator",
        "reading_period",
        "target_period",
        "baseline_period",
        "denominator",
        *FIGURES,
    }
)
"""Columns that have no place in an action."""


def read_action(reading: RowReader, row: int, priority: int, ref: str, text: str) -> DraftAction:
    """Read one row; what is not understood is said at its cell."""
    owners = owners_of(reading, row)
    going = _going(reading, row)
    due, every, kept = _due(reading, row)
    starts = _day(reading, row, "starts")
    updates = _updates(reading, row)
    done = _day(reading, row, "done") if going.state == "complete" and not updates else ""
    if not updates and (going.state or going.rag):
        updates = [DraftUpdate(on=done, state=going.state, rag=going.rag)]
    notes = [*kept, *kept_words(reading, row, *_KEPT, *(() if done else ("done",)))]
    _leave_the_rest(reading, row)
    own = reading.table.first("text", "title")
    assert own is not None
    return DraftAction(
        text,
        reading.sheet.place(row, own.number),
        priority,
        ref,
        owners.owner,
        owners.partners,
        starts,
        due,
        every,
        going.state,
        going.rag,
        tuple(updates),
        "\n".join(notes),
    )


def owners_of(reading: RowReader, row: int) -> Owners:
    """The posts of a row: the owner, and everybody else who takes part."""
    owner, partners = "", list[str]()
    for column, cell in cells_of(reading, row, "owner", "partners"):
        if not cell.text:
            continue
        meant = reading.answers.meant("owner", cell.text)
        found = Owners(meant) if meant else read_owners(cell.text)
        first = column.role == "owner" and not owner
        others = found.partners if first else (*((found.owner,) if found.owner else ()), *found.partners)
        owner = found.owner if first else owner
        partners += others
        said = found.said if first or found.said.code == "person-in-owner" else Understood(found.owner)
        if said.code == "person-in-owner" and found.owner:
            said = said._replace(value=found.owner, words=said.words.replace("which is left out", "who is left out"))
        reading.ledger.say(reading.sheet, row, column.number, said if said.code else Understood(found.owner))
    return Owners(owner, tuple(dict.fromkeys(one for one in partners if one != owner)))


def _going(reading: RowReader, row: int) -> HowItGoes:
    """The state and the colour of a row, from words, letters and fills; the words of a state count before a key's.

    Of several columns for periods the last that is filled in counts.
    """
    state = rag = ""
    for column, cell in sorted(cells_of(reading, row, "state", "rag"), key=lambda pair: -_rank(pair[0])):
        going = _worded(reading, column, cell) if cell.text else HowItGoes()
        if cell.text:
            said = going.said if going.said.code else Understood(going.state or going.rag)
            reading.ledger.say(reading.sheet, row, column.number, said)
        elif column.role == "rag" and cell.fill and cell.fill != "FFFFFF":
            going = _filled(reading, row, column, cell)
        state, rag = state or going.state, rag or going.rag
    return HowItGoes(state, rag)


def _rank(column: TableColumn) -> int:
    """The place of a column among those of one kind: of quarter after quarter the last one first."""
    return column.number if column.heading.period else 0


def _worded(reading: RowReader, column: TableColumn, cell: GridCell) -> HowItGoes:
    meant = reading.answers.meant(column.role, cell.text) or reading.answers.meant("state", cell.text)
    if not meant:
        return read_state(cell.text)
    found = [read_state(one.strip()) for one in meant.replace("-", " ").split(",")]
    return HowItGoes(
        next((one.state for one in found if one.state), ""), next((one.rag for one in found if one.rag), "")
    )


def _filled(reading: RowReader, row: int, column: TableColumn, cell: GridCell) -> HowItGoes:
    found = read_fill(cell.fill, reading.key)
    place = reading.sheet.place(row, column.number)
    if found is None:
        step = "write the colour in words in the cell"
        words = "the colour behind the cell is none that the key of the sheet, or an office, has"
        reading.ledger.remark(place, Understood("", "colour-between", words, step), taken=False)
        return HowItGoes()
    if not found.by_key:
        words = f"a {found.colour} cell was read as {found.colour}: the sheet has no key of its colours"
        said = Understood(found.colour, "colour-by-fill-without-key", words, "write the colour in words in the cell")
        reading.ledger.remark(place, said, taken=True)
    return HowItGoes(found.going.state, found.colour or found.going.rag)


def _due(reading: RowReader, row: int) -> tuple[str, str, list[str]]:
    """The due date, how often the action recurs, and what the note keeps of a date that is none."""
    due, every, kept = "", "", list[str]()
    for column, cell in cells_of(reading, row, "due", "every"):
        meant = reading.answers.meant("due", cell.text)
        if meant.startswith("every:"):
            every = meant.removeprefix("every:").strip()
            reading.ledger.take(reading.sheet, row, column.number)
            continue
        interval = read_every(cell.text) if cell.kind == "text" else Understood()
        if column.role == "every" or (interval.value and not due):
            every = every or interval.value
            reading.ledger.say(reading.sheet, row, column.number, interval)
            continue
        found = Understood(meant) if meant else read_day(cell, reading.days)
        due = due or found.value
        reading.ledger.say(reading.sheet, row, column.number, found)
        if found.code in ("not-a-date-in-a-cell", "no-such-day"):
            kept.append(f"{column.heading.text}: {cell.text}")
    return due, every, kept


def _day(reading: RowReader, row: int, role: Role) -> str:
    for column, cell in cells_of(reading, row, role):
        found = read_day(cell, reading.days)
        reading.ledger.say(reading.sheet, row, column.number, found)
        if found.value:
            return found.value
    return ""


def _updates(reading: RowReader, row: int) -> list[DraftUpdate]:
    """What was said of the action, in the order of the cell; words that no date stands before have none."""
    found: list[DraftUpdate] = []
    for column, cell in cells_of(reading, row, "updates"):
        if says_nothing(cell.text):
            continue
        reading.ledger.take(reading.sheet, row, column.number)
        words = column.heading.period
        heading = read_period(words, reading.days.year_end, reading.year) if words else Understood()
        for one in split_updates(cell.text, reading.days, reading.year):
            dated = one if one.on or one.period else _by_heading(one, heading)
            if heading.code and not dated.on and not dated.period:
                dated = _of_no_year(reading, column, dated, heading)
            found.append(DraftUpdate(dated.note, dated.on, dated.period))
    return found


def _of_no_year(reading: RowReader, column: TableColumn, one: DatedUpdate, heading: Understood) -> DatedUpdate:
    """An update under a quarter without a year: it keeps the words of its heading, and the year is asked for."""
    place = reading.sheet.place(max(reading.table.headings), column.number)
    reading.ledger.remark(place, heading, taken=False)
    return one._replace(note=f"{column.heading.text}: {one.note}")


def _by_heading(one: DatedUpdate, heading: Understood) -> DatedUpdate:
    """An update under a heading with a date, such as `Update September 2025`, is of that day or month."""
    if not heading.value or heading.code:
        return one
    is_day = len(heading.value) in (7, 10) and heading.value[4] == "-"
    return one._replace(on=heading.value) if is_day else one._replace(period=heading.value)


def kept_words(reading: RowReader, row: int, *roles: Role) -> list[str]:
    """What the note keeps of columns without a place of their own, each with its heading."""
    kept: list[str] = []
    for column, cell in cells_of(reading, row, *roles):
        if not cell.text or says_nothing(cell.text):
            continue
        reading.ledger.take(reading.sheet, row, column.number)
        bare = column.role == "note" and len(reading.table.of("note")) == 1
        kept.append(cell.text if bare else f"{column.heading.text}: {cell.text}")
    return kept


def _leave_the_rest(reading: RowReader, row: int) -> None:
    """Say of columns that have no place here, once for each column, that their cells were not taken."""
    for column in reading.table.columns.values():
        cell = reading.sheet.cell(row, column.number)
        if not cell or not cell.text or says_nothing(cell.text):
            continue
        if column.role in _NOT_OF_ACTIONS:
            no_place(reading, row, column)
