"""The same thing in two places of a file: lists to choose from, scorecards, a measure on the sheets of two quarters."""

from strategy_tracker.intake.cells.understood import Understood
from strategy_tracker.intake.draft import DraftMeasure, DraftReading, PlanDraft
from strategy_tracker.intake.layout.found_table import FoundTable
from strategy_tracker.intake.ledger import Ledger
from strategy_tracker.intake.outline import Grid, TableFile


def choices_only(source: TableFile, tables: dict[str, list[FoundTable]]) -> set[str]:
    """Names of sheets that add nothing: all that a richer sheet has stands in them, or they only work it out again."""
    sheets = {sheet.name: sheet for sheet in source.sheets if tables.get(sheet.name)}
    return {
        name
        for name in sheets
        if any(_adds_nothing(sheets[name], sheets[other], tables) for other in sheets if other != name)
    }


def _adds_nothing(sheet: Grid, other: Grid, tables: dict[str, list[FoundTable]]) -> bool:
    mine, theirs = tables[sheet.name], tables[other.name]
    if _worked_out(sheet, mine):
        return _texts_of(sheet, mine) <= _texts_of(other, theirs)
    if sum(map(_told, mine)) >= sum(map(_told, theirs)):
        return False
    listed = {cell.text.casefold() for row in sheet.rows.values() for cell in row.values()}
    wanted = _texts_of(other, theirs)
    return len(wanted) > 1 and len(wanted & listed) * 5 >= len(wanted) * 4 and len(_texts_of(sheet, mine)) > len(wanted)


def _told(table: FoundTable) -> int:
    """How many columns of a table say something of its items."""
    return sum(
        column.role not in ("", "unused", "id", "text", "title", "priority", "group")
        for column in table.columns.values()
    )


def _texts_of(sheet: Grid, tables: list[FoundTable]) -> set[str]:
    """The words of all items of a sheet."""
    found: set[str] = set()
    for table in tables:
        own = table.first("text", "title")
        for row, kind in table.rows.items():
            cell = sheet.cell(row, own.number) if own else None
            if kind == "item" and cell:
                found.add(cell.text.casefold())
    return found


def _worked_out(sheet: Grid, tables: list[FoundTable]) -> bool:
    """Whether every figure of a sheet is worked out by a formula."""
    cells = [
        cell
        for table in tables
        for column in table.of("reading", "target", "baseline", "benchmark")
        for row, kind in table.rows.items()
        if kind == "item" and (cell := sheet.cell(row, column.number)) and cell.text
    ]
    return bool(cells) and all(cell.formula for cell in cells)


def joined(draft: PlanDraft, ledger: Ledger, *, said_twice: bool = False) -> PlanDraft:
    """The draft with measures of one name, or of one title, made one; what differs between them is said.

    With `said_twice` it is also said that they stand in two places, as a list and a table of a document.
    """
    found: dict[str, DraftMeasure] = {}
    for one in draft.measures:
        key = one.ref.casefold() or one.title.casefold()
        if key in found and _sheet_of(found[key]) != _sheet_of(one):
            if said_twice:
                words = f"it says what stands at {found[key].place}: both are one measure"
                ledger.remark(
                    one.place, Understood(one.title, "said-twice", words, "nothing, if that is right"), taken=True
                )
            found[key] = _one(found[key], one, ledger)
        else:
            found[f"{key} at {one.place}" if key in found else key] = one
    return draft._replace(measures=tuple(found.values()))


def _sheet_of(measure: DraftMeasure) -> str:
    """The name of its sheet, or of the table of a document; nothing for a file that is one table."""
    return measure.place.rpartition("!")[0] or measure.place.partition(", row")[0] * measure.place.count(", column")


def _one(first: DraftMeasure, second: DraftMeasure, ledger: Ledger) -> DraftMeasure:
    if first.title.casefold() != second.title.casefold():
        words = f"'{second.ref}' has other words here than at {first.place}, which are kept"
        ledger.remark(
            second.place, Understood(first.title, "words-differ", words, "write the same words in both"), taken=True
        )
    return first._replace(
        targets=_merged(first.targets, second.targets, ledger),
        readings=_merged(first.readings, second.readings, ledger),
        benchmarks=first.benchmarks | second.benchmarks,
        unit=first.unit or second.unit,
        owner=first.owner or second.owner,
        better=first.better or second.better,
        frequency=first.frequency or second.frequency,
        source=first.source or second.source,
        definition=first.definition or second.definition,
    )


def _merged(first: dict[str, DraftReading], second: dict[str, DraftReading], ledger: Ledger) -> dict[str, DraftReading]:
    for period, reading in second.items():
        if period in first and first[period].said != reading.said:
            words = f"{period} is {reading.said} here and {first[period].said} at {first[period].place}, which is kept"
            said = Understood("", "figures-differ", words, "correct the one that is wrong")
            ledger.remark(reading.place, said, taken=False)
    return second | first
