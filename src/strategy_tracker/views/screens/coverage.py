"""How a national framework is covered: the codes without a measure of ours, and those of ours that it does not know."""

from collections.abc import Iterator
from typing import Any, Protocol

from strategy_tracker.views.sheet import Column, Sheet, SheetSection, Table, cell
from strategy_tracker.views.text import counted, file_name, one_line


class CoveredFramework(Protocol):
    """What is shown of a framework: its file, its codes, and what is missing on either side."""

    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def codes(self) -> int: ...  # noqa: D102
    @property
    def covered(self) -> int: ...  # noqa: D102
    @property
    def without_measure(self) -> tuple[Any, ...]: ...  # noqa: D102
    @property
    def unknown(self) -> tuple[Any, ...]: ...  # noqa: D102
    @property
    def uncoded(self) -> int: ...  # noqa: D102


def coverage_sheet(found: CoveredFramework) -> Sheet:
    """A sheet with the counts and both lists."""
    name = file_name(found.file)
    facts = [f"{counted(found.uncoded, 'measure')} of ours without a code"] if found.uncoded else []
    missing = tuple((cell(one.code), cell(one.title or None), cell(str(one.line))) for one in found.without_measure)
    unknown = tuple((cell(one.code), cell(one.measure), cell(file_name(one.file))) for one in found.unknown)
    tables = [Table("Codes without a measure of ours", (Column("Code"), Column("Title"), Column("Line")), missing)]
    heads = (Column("Code"), Column("Measure"), Column("File"))
    tables.append(Table("Codes of ours that it does not know", heads, unknown))
    has = "has" if found.covered == 1 else "have"
    title = f"{found.covered} of {counted(found.codes, 'code')} in {name} {has} a measure"
    return Sheet(title, tuple(facts), (SheetSection("", (), tuple(table for table in tables if table.rows)),))


def coverage_content(found: CoveredFramework) -> dict[str, Any]:
    """The same for JSON."""
    return {
        "framework": found.file,
        "codes": found.codes,
        "covered": found.covered,
        "without_measure": [one._asdict() for one in found.without_measure],
        "unknown": [one._asdict() for one in found.unknown],
        "uncoded": found.uncoded,
    }


def coverage_lines(found: CoveredFramework) -> Iterator[str]:
    """A line for each code, which `grep` understands."""
    for one in found.without_measure:
        title = f" ({one_line(one.title)})" if one.title else ""
        yield f"{file_name(found.file)}:{one.line}: no measure has the code '{one_line(one.code)}'{title}"
    for one in found.unknown:
        yield f"{file_name(one.file)}: '{one.measure}' has the code '{one_line(one.code)}', which it does not know"
