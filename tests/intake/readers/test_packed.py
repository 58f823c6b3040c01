"""A look into a workbook: bombs, declarations and the end of the world are found before anything is made of them."""

import zipfile
from io import BytesIO

import pytest

from strategy_tracker.intake.readers import limits, packed
from strategy_tracker.intake.readers.packed import look_into
from strategy_tracker.problem import Problem
from tests.intake.workbooks import of_rows, saved


def changed(part, change):
    """A small workbook with one part changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(saved(of_rows([["Action", "Owner"]])[0]))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_declaration_is_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'
    with pytest.raises(Problem, match="DOCTYPE"):
        look_into("plan.xlsx", changed(SHEET, lambda _: bomb))


def test_a_cell_at_the_end_of_the_world_is_refused():
    far = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    with pytest.raises(Problem, match="columns"):
        look_into("plan.xlsx", changed(SHEET, lambda _: far))


def test_a_part_that_grows_too_much_is_refused(monkeypatch):
    with pytest.raises(Problem, match="grows more than"):
        look_into("plan.xlsx", changed(SHEET, lambda data: data + b" " * 3_000_000))
    monkeypatch.setattr(packed, "UNPACKED", 1000)
    with pytest.raises(Problem, match="unpacked"):
        look_into("plan.xlsx", changed(SHEET, lambda data: data))


def test_a_long_text_and_too_many_parts_are_refused(monkeypatch):
    long = (
        b"<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>%s</t></is></c></row></sheetData></worksheet>"
    )
    with pytest.raises(Problem, match="characters"):
        look_into("plan.xlsx", changed(SHEET, lambda _: long % (b"ab" * limits.LETTERS + b"c")))
    monkeypatch.setattr(packed, "PARTS", 3)
    with pytest.raises(Problem, match="parts"):
        look_into("plan.xlsx", changed(SHEET, lambda data: data))


def test_broken_xml_is_one_sentence():
    with pytest.raises(Problem, match="damaged"):
        look_into("plan.xlsx", changed(SHEET, lambda data: data[:200]))


def test_macros_and_links_are_said_and_not_opened():
    out = BytesIO(saved(of_rows([["Action", "Owner"]])[0]))
    with zipfile.ZipFile(out, "a") as book:
        book.writestr("xl/vbaProject.bin", b"x")
        book.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    told = look_into("plan.xlsm", out.getvalue()).remarks
    assert ["macros" in told[0], "links" in told[1]] == [True, True]


def test_cells_without_a_place_follow_each_other():
    plain = b"<worksheet><sheetData><row><c><v>1</v></c><c><f>A1</f><v>2</v></c></row></sheetData></worksheet>"
    sheet = look_into("plan.xlsx", changed(SHEET, lambda _: plain)).sheets["Plan"]
    assert (sheet.cells, sheet.formulas) == ([(1, 1), (1, 2)], {(1, 2)})
