"""Which codes of a national framework have a measure here, and which codes of ours it does not know."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import TABLE, YAML, DataFile
from strategy_tracker.files.load import content, load_bytes
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.csv_table import header, rows_of
from strategy_tracker.files.parsing.positions import spots
from strategy_tracker.files.parsing.value_places import locate
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.measures.code import code_form
from strategy_tracker.model.measures.measure import Measure, Measures
from strategy_tracker.model.record import Record
from strategy_tracker.problem import Problem

_WANTED = "name a .csv with a column 'code', and perhaps 'title', or a file of comparators"


class FrameworkCode(NamedTuple):
    """A code of a framework: what it is called there, where that is said, and its line in the file."""

    code: str
    title: str
    line: int


class OwnCode(NamedTuple):
    """A code of ours, and the measure that has it."""

    code: str
    measure: str
    title: str
    file: str


class Coverage(NamedTuple):
    """How a framework is covered: how many codes it has, those without a measure, and those of ours it does not know.

    `uncoded` counts the measures that have no code; what was withdrawn is neither counted nor covers anything.
    """

    file: str
    codes: int
    without_measure: tuple[FrameworkCode, ...]
    unknown: tuple[OwnCode, ...]
    uncoded: int

    @property
    def covered(self) -> int:
        """How many codes have a measure."""
        return self.codes - len(self.without_measure)


def coverage(portfolio: Portfolio, file: Path, today: date) -> tuple[Coverage, list[Diagnostic]]:
    """How the measures held on `today` cover the codes in a file, and what could not be read of them.

    Raises `Problem` where the file holds no codes.
    """
    framework = {code_form(one.code): one for one in reversed(_codes(file, portfolio))}
    files = portfolio.of_kind("measures")
    kept, wrong = each_file(portfolio, files, lambda record, each: list(_held(record, each, today)))
    measures = [one for each in kept for one in each]
    ours = {code_form(measure.code): (measure, name) for measure, name in measures if measure.code}
    unknown = [
        OwnCode(measure.code, measure.id, measure.title, name)
        for measure, name in measures
        if measure.code and code_form(measure.code) not in framework
    ]
    without = sorted((one for form, one in framework.items() if form not in ours), key=lambda one: one.line)
    uncoded = sum(not measure.code for measure, _ in measures)
    return Coverage(file.as_posix(), len(framework), tuple(without), tuple(unknown), uncoded), wrong


def _held(record: Record, file: DataFile, today: date) -> Iterator[tuple[Measure, str]]:
    for measure in record.measures if isinstance(record, Measures) else ():
        if not measure.withdrawn_by(today):
            yield measure, file.name


def _codes(file: Path, portfolio: Portfolio) -> list[FrameworkCode]:
    """The codes of a framework in their order. Raises `Problem` where there are none."""
    if not file.is_file():
        raise Problem(f"there is no file '{file}'", _WANTED)
    name = file.name.lower()
    if not name.endswith((TABLE, *YAML)):
        raise Problem(f"'{file}' is no table of codes", _WANTED)
    found = DataFile(file.as_posix(), str(file), "comparators", file.stat().st_size)
    try:
        data = content(found)
        codes = _of_table(data) if name.endswith(TABLE) else _of_comparators(found, data, portfolio)
    except Unreadable as error:
        where = f"'{file}', line {error.line + 1}: {error.message}"
        raise Problem(where, error.next_step if error.code != "missing-key" else _WANTED) from None
    if not codes:
        raise Problem(f"'{file}' holds no codes", _WANTED)
    return codes


def _of_table(data: bytes) -> list[FrameworkCode]:
    rows = rows_of(data)
    columns = header(rows, ("code",))
    title = columns.get("title")
    return [
        FrameworkCode(code.text, row[title].text if title is not None and title < len(row) else "", code.place.line)
        for row in rows[1:]
        if columns["code"] < len(row) and (code := row[columns["code"]]).text
    ]


def _of_comparators(file: DataFile, data: bytes, portfolio: Portfolio) -> list[FrameworkCode]:
    loaded = load_bytes(file, data, portfolio.settings.year_end)
    if loaded.diagnostics or not isinstance(loaded.record, Comparators):
        first = loaded.diagnostics[0]
        line = f", line {first.position.line}" if first.position else ""
        raise Problem(f"'{file.name}'{line}: {first.message}", _WANTED)
    top = spots(data)
    return [
        FrameworkCode(code, "", locate(top, ("comparators", n, "figures", code), at_key=True).line)
        for n, one in enumerate(loaded.record.comparators)
        for code in one.figures
    ]
