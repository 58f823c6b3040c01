"""Workbooks of other programs, read in a process of their own."""

import zipfile
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

import pytest

from strategy_tracker.intake.readers import in_a_child, other_sheets
from strategy_tracker.intake.readers.other_sheets import read_other_workbook
from strategy_tracker.problem import Problem

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def cell(value):
    kind = "date" if isinstance(value, date) else "float" if isinstance(value, int | float) else "string"
    held = {"date": f'office:date-value="{value}"', "float": f'office:value="{value}"', "string": ""}[kind]
    text = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell office:value-type="{kind}" {held}>{text}</table:table-cell>'


def ods(*rows, name="Log"):
    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<?xml version="1.0"?><office:document-content {NAMES}><office:body><office:spreadsheet>'
        f'<table:table table:name="{name}">{body}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as folder:
        folder.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        folder.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        folder.writestr("content.xml", content)
    return out.getvalue()


def test_values_are_read_and_what_cannot_be_seen_is_said():
    found = read_other_workbook("log.ods", ods(["Action", "Due"], ["Ask & tell", date(2025, 4, 1)], ["Wait", 7.5]))
    (sheet,) = found.sheets
    assert [[(one.text, one.kind) for one in row.values()] for row in sheet.rows.values()] == [
        [("Action", "text"), ("Due", "text")],
        [("Ask & tell", "text"), ("2025-04-01", "date")],
        [("Wait", "text"), ("7.5", "number")],
    ]
    assert "colours" in sheet.blind
    assert "save it as .xlsx" in found.remarks[0]


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0 broken", b"PK\x03\x04 broken"])
def test_what_cannot_be_read_is_one_sentence(data):
    with pytest.raises(Problem, match="cannot be read"):
        read_other_workbook("log.ods", data)


def test_the_death_of_the_reader_is_one_sentence(monkeypatch):
    monkeypatch.setattr(other_sheets, "_read", die)
    with pytest.raises(Problem, match="gave up"):
        read_other_workbook("log.ods", b"x")


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(other_sheets, "_read", sleep)
    monkeypatch.setattr(in_a_child, "SECONDS", 0.5)
    with pytest.raises(Problem, match="was not read in"):
        read_other_workbook("log.ods", b"x")


def die(data):
    import os

    os.abort()


def sleep(data):
    import time

    time.sleep(30)
