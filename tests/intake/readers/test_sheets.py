"""Workbooks: what a person sees in a cell, and what is hidden."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from strategy_tracker.intake.readers.sheets import read_workbook
from strategy_tracker.problem import Problem
from tests.intake.workbooks import of_rows, saved


def read(book):
    return read_workbook("plan.xlsx", saved(book)).sheets


def test_a_percent_format_is_what_people_see():
    book, sheet = of_rows([[0.81, 0.815, 81]])
    sheet["A1"].number_format = "0.0%"
    sheet["B1"].number_format = '0.0"%"'
    (found,) = read(book)
    assert [(cell.text, cell.number, cell.percent) for cell in found.rows[1].values()] == [
        ("81%", Decimal(81), True),
        ("0.815", Decimal("0.815"), False),
        ("81", Decimal(81), False),
    ]


def test_the_noise_of_binary_numbers_is_cut_off():
    (found,) = read(of_rows([[0.1 + 0.2, 4.390000000000001]])[0])
    assert [cell.text for cell in found.rows[1].values()] == ["0.3", "4.39"]


def test_days_are_read_in_both_epochs_and_months_where_only_these_are_shown():
    book, sheet = of_rows([[date(2025, 4, 1), date(2025, 4, 1)]])
    sheet["B1"].number_format = "mmm-yy"
    book.epoch = __import__("openpyxl.utils.datetime", fromlist=["CALENDAR_MAC_1904"]).CALENDAR_MAC_1904
    (found,) = read(book)
    assert [(cell.text, cell.day) for cell in found.rows[1].values()] == [
        ("2025-04-01", date(2025, 4, 1)),
        ("2025-04", date(2025, 4, 1)),
    ]


def test_fills_are_told_by_rgb_and_by_theme():
    book, sheet = of_rows([["a", "b", "c"]])
    sheet["A1"].fill = PatternFill("solid", fgColor="FF00B050")
    sheet["B1"].fill = PatternFill("solid", fgColor=Color(theme=4))
    (found,) = read(book)
    assert [cell.fill for cell in found.rows[1].values()] == ["00B050", "4F81BD", ""]


def test_what_is_hidden_is_told():
    book, sheet = of_rows([["a", "b"], ["c", "d"]])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("Lists").sheet_state = "veryHidden"
    plan, lists = read(book)
    assert (plan.hidden_rows, plan.hidden_columns, lists.hidden) == ({2}, {2}, True)


def test_formulas_are_told_and_one_without_a_value_is_an_error():
    (found,) = read(of_rows([["=1+1", 2]])[0])
    assert (found.rows[1][1].formula, found.rows[1][1].kind) == (True, "error")
    assert not found.rows[1][2].formula


def test_colours_that_a_rule_gives_are_said_not_to_be_seen():
    book, sheet = of_rows([["G"]])
    sheet.conditional_formatting.add("A1:A9", CellIsRule("equal", ['"G"'], fill=PatternFill(bgColor="FF00B050")))
    assert "rule" in read(book)[0].blind


@pytest.mark.parametrize("data", [b"PK\x03\x04 cut short", b"\xd0\xcf\x11\xe0 locked", b"nothing"])
def test_what_is_no_workbook_is_one_sentence(data):
    with pytest.raises(Problem):
        read_workbook("plan.xlsx", data)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b'<c r="A1"', b'<c r="A1" s="99"'),
        ("xl/worksheets/sheet1.xml", b"<worksheet", b'<?xml version="1.0" encoding="nobody-knows"?><worksheet'),
    ],
    ids=["a style that is not there", "an encoding that nobody knows"],
)
def test_a_part_that_is_not_as_it_should_be_is_one_sentence(part, old, new):
    out = BytesIO()
    with ZipFile(BytesIO(saved(of_rows([["a", 1]])[0]))) as book, ZipFile(out, "w") as changed:
        for name in book.namelist():
            content = book.read(name)
            if name == part:
                assert old in content
                content = re.sub(rb'(<c r="A1"[^>]*?) s="\d+"', rb"\1", content).replace(old, new, 1)
            changed.writestr(name, content)
    with pytest.raises(Problem, match=r"plan.xlsx (cannot be read|is damaged)"):
        read_workbook("plan.xlsx", out.getvalue())
