"""Maps of spreadsheets: read from a file for the next table of the same form, and made of what was used this time."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from strategy_tracker.editing import render
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import load
from strategy_tracker.intake.cells.words import Role
from strategy_tracker.intake.draft import PlanDraft, TableAnswers
from strategy_tracker.intake.headings import Heading
from strategy_tracker.intake.layout.found_table import Wishes
from strategy_tracker.intake.outline import column_number
from strategy_tracker.model.dates.period import YearEnd
from strategy_tracker.model.import_map import ImportMap, SheetMap
from strategy_tracker.problem import Problem


def read_map(path: Path, year_end: YearEnd) -> ImportMap:
    """Read a map. Raises `Problem` with its first fault, by line and column."""
    if not path.is_file():
        raise Problem(f"there is no map '{path}'", "--save-map writes one beside the strategy that is made")
    loaded = load(DataFile(path.name, str(path), "imports", path.stat().st_size), year_end)
    if not loaded.whole or not isinstance(loaded.record, ImportMap):
        first = loaded.diagnostics[0]
        where = f"{path}:{first.position.line}:{first.position.column}" if first.position else str(path)
        raise Problem(f"{where}: {first.message}", first.help)
    return loaded.record


def with_map(answers: TableAnswers, found: ImportMap) -> TableAnswers:
    """What is said of a table, where the command line says nothing as the map has it."""
    meanings = {kind: dict(each) for kind, each in found.meanings.model_dump().items() if each}
    values = {kind: meanings.get(kind, {}) | answers.values.get(kind, {}) for kind in {*meanings, *answers.values}}
    return answers._replace(
        year=answers.year or (found.year.text if found.year else ""),
        on=answers.on or str(found.on or ""),
        where=answers.where or found.where or "",
        values=values,
    )


def wishes_of_map(found: ImportMap) -> dict[str, Wishes | None]:
    """What the map says of sheets, by their names."""
    return {name: None if one.left_out else _wishes(one) for name, one in found.sheets.items()}


def _wishes(one: SheetMap) -> Wishes:
    columns: dict[int, Heading] = {}
    for letters, words in one.columns.items():
        role, _, period = words.partition(" ")
        number = column_number(letters)
        if number:
            named: Role = role  # type: ignore[assignment]
            columns[number] = Heading(words, named, period.strip(), certain=True)
    return Wishes(one.heading or 0, columns)


def map_lines(source: str, draft: PlanDraft, answers: TableAnswers, items: Mapping[str, str]) -> list[str]:
    """The lines of a map of what was used: sheets with headings and columns, what was said, which row is which item."""
    sheets: dict[str, Any] = {}
    for sheet in draft.sheets:
        if sheet.left_out:
            sheets[sheet.name] = {"left_out": True}
        elif len(sheet.tables) == 1 and not sheet.tables[0].turned:
            sheets[sheet.name] = {"heading": max(sheet.tables[0].headings), "columns": dict(_columns(sheet.tables[0]))}
    known: dict[str, Any] = {"sheets": sheets, "year": answers.year, "on": answers.on, "where": answers.where}
    known |= {"meanings": {kind: dict(each) for kind, each in answers.values.items() if each}, "items": dict(items)}
    held = {key: value for key, value in known.items() if value}
    return [f"# how {' '.join(source.split())} is read: strategy import FILE --map …", *_lines(held, 0)]


def _columns(table: Any) -> Iterator[tuple[str, str]]:
    for letters, heading, role in table.columns:
        period = heading if role in ("target", "reading", "benchmark") else ""
        if role and not period:
            yield letters, role


def _lines(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    """A map on lines, at any depth."""
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            yield from (render.entry(key, {}, indent, 2)[0].replace(": {}", ":"), *_lines(inner, indent + 2))
        else:
            yield from render.entry(key, inner, indent, 2)
