"""What a table was found to hold: sheets, columns, counts, and every value that was not understood, at its cell."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.views.sheet import Column, Sheet, SheetSection, Table, cell
from strategy_tracker.views.text import counted

MOST = 8
"""Cells of one code that are listed; the format json has them all."""


def bring_in_sheet(content: dict[str, Any], found: Sequence[Diagnostic], *, whole: bool) -> Sheet:
    """Make the screen of a report; without `whole`, the first few cells of each code stand for all of them."""
    shown = found if whole else _first(found)
    sections = [SheetSection("", tuple(_sheets(content)))]
    open_ones = [one for one in shown if one.severity == "warning"]
    noted = [one for one in shown if one.severity == "advice"]
    if open_ones:
        sections.append(_findings("Not taken", open_ones, found))
    if noted:
        sections.append(_findings("Taken, with a remark", noted, found))
    return Sheet(content["source"], tuple(_summary(content)), tuple(sections))


def _first(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The first few of each code, in the order in which they were met."""
    seen: dict[str, int] = {}
    kept: list[Diagnostic] = []
    for one in found:
        seen[one.code] = seen.get(one.code, 0) + 1
        if seen[one.code] <= MOST:
            kept.append(one)
    return kept


def _summary(content: dict[str, Any]) -> Iterator[str]:
    got = content["found"]
    things = (
        counted(got["priorities"], "priority", "priorities"),
        *((counted(got["aspirations"], "aspiration"),) if got.get("aspirations") else ()),
        counted(got["actions"], "action"),
        counted(got["updates"], "update"),
        counted(got["measures"], "measure"),
        counted(got["readings"], "reading"),
    )
    yield ", ".join(filter(None, (content["title"], content["organisation"])))
    yield ", ".join(things)
    yield from content["remarks"]
    cells = content["cells"]
    beside = " and cells of tables" if content["counted"] == "paragraphs" else ""
    yield (
        f"{counted(cells['filled'], content['counted'][:-1])}{beside}: {cells['taken']} taken, "
        f"{cells['remarked']} taken with a remark, {cells['not_taken']} not taken, {cells['left_out']} left out"
    )


def _sheets(content: dict[str, Any]) -> Iterator[str]:
    for sheet in content["sheets"]:
        if sheet["left_out"]:
            yield f"{sheet['name']}: left out, {sheet['left_out']}"
        for table in sheet["tables"]:
            if sheet["name"] == "text":
                (place,) = table["columns"]
                yield f"{place['column']}: '{place['heading']}' opens {_opened(table)}"
                continue
            places = [f"row {' and '.join(map(str, table['heading_rows']))}"] if table["heading_rows"] else []
            places += [f"column {one}, a period in each row" for one in table["heading_columns"]]
            found = counted(table["items"], table["kind"].removesuffix("s"))
            yield f"{sheet['name']}: {found}, headings in {', '.join(places)}"
            columns = [f"{one.get('column') or one['row']} {one['role'] or '(not known)'}" for one in table["columns"]]
            yield f"  {', '.join(columns)}"


def _opened(table: dict[str, Any]) -> str:
    """What stands under a heading of a document: its actions or measures, counted, or another part of a plan."""
    kind = str(table["kind"])
    return counted(table["items"], kind.removesuffix("s")) if kind in ("actions", "measures") else kind


def _findings(title: str, listed: Sequence[Diagnostic], found: Sequence[Diagnostic]) -> SheetSection:
    severity = listed[0].severity
    every = [one for one in found if one.severity == severity]
    columns = (Column("Where"), Column("What, and what to do"))
    rows = tuple((cell(one.file), cell(f"{one.message}{_step(one)} [{one.code}]")) for one in listed)
    more = len(every) - len(listed)
    notes = (f"and {more:,} more like these, which --all lists",) if more else ()
    return SheetSection(f"{title}: {len(every):,}", tables=(Table("", columns, rows, notes),))


def _step(one: Diagnostic) -> str:
    """What to do about a cell, where there is anything."""
    return "" if one.help.startswith("nothing") else f": {one.help}"


def back_lines(content: dict[str, Any]) -> Iterator[str]:
    """Say of a workbook that came back when it was made, what of it is taken, and of each other cell why it is not."""
    made = content["workbook"]
    if made["made"]:
        yield f"{content['source']}: made on {made['made']} from {made['commit']}"
    else:
        yield f"{content['source']}: its record of what it said is lost; of a field that differs none is taken as newer"
    for item, cells in groupby(content["taken"], lambda one: one["id"]):
        taken = list(cells)
        words = ", ".join(f"{one['field']} {short(one['text'])}" for one in taken)
        yield f"  {item}: {words} ({taken[0]['place']})"
    for one in content["findings"]:
        yield f"  {one['place']}: {one['message']} [{one['code']}]"
        yield f"    help: {one['help']}"


def back_sheet(content: dict[str, Any]) -> Sheet:
    """The same as a sheet, for a page."""
    return Sheet(content["source"], tuple(line.strip() for line in back_lines(content)), ())


_ROWS = ("place", "code", "taken", "words", "next")


def rows_of(findings: Sequence[dict[str, Any]]) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """The heading and the rows of what is said of cells, one a row."""
    return _ROWS, [
        dict(
            zip(
                _ROWS,
                (one["place"], one["code"], one["severity"] == "advice", one["message"], one["help"]),
                strict=True,
            )
        )
        for one in findings
    ]


def short(text: str) -> str:
    """A text on one line, cut where it is long."""
    plain = " ".join(text.split())
    return f"'{plain}'" if len(plain) <= 40 else f"'{plain[:39]}…'"
