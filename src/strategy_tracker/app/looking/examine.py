"""Examines one file by itself: what is wrong with it, and what it says that others must bear out."""

from datetime import date

from strategy_tracker.app.looking.file_findings import FileFindings
from strategy_tracker.checks.completion import evidence_files
from strategy_tracker.checks.every_check import CHECKS
from strategy_tracker.checks.of_names.mentions import mentions
from strategy_tracker.files.find import TABLE
from strategy_tracker.files.load import LoadedFile
from strategy_tracker.files.parsing.allow_comments import MARK, cut_texts
from strategy_tracker.files.parsing.number_like import number_like_texts
from strategy_tracker.files.parsing.positions import place
from strategy_tracker.model.settings import Settings


def examine(loaded: LoadedFile, today: date, settings: Settings) -> FileFindings:
    """The diagnostics of one file. A file with faulty parts is checked no further: its routes are not the file's."""
    file, record, data = loaded.file, loaded.record, loaded.data
    found = [] if file.name.lower().endswith(TABLE) else cut_texts(data)
    if record is None or not loaded.whole:
        return FileFindings([*loaded.diagnostics, *place(found, data, file.name)], None, {}, MARK in data)
    found += [] if file.name.lower().endswith(TABLE) else number_like_texts(data)
    found += [item for one in CHECKS[file.kind] for item in one(record, today, settings)]
    things, evidence = _things(record), evidence_files(record)
    return FileFindings(place(found, data, file.name), mentions(record, file.name), things, MARK in data, evidence)


def _things(record: object) -> dict[str, int]:
    if (priorities := getattr(record, "priorities", None)) is not None:
        return {"strategies": 1, "actions": sum(len(priority.actions) for priority in priorities)}
    names = {"measures": "measures", "practice": "practice examples"}
    return {word: len(getattr(record, key)) for key, word in names.items() if hasattr(record, key)}
