"""Workbooks for the tests, made by hand after shapes seen in public plans; people are posts."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

FILLS = {"blue": "FF0070C0", "green": "FF00B050", "amber": "FFFFC000", "red": "FFFF0000"}


def filled(colour):
    return PatternFill("solid", fgColor=FILLS[colour])


def saved(book):
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def of_rows(rows, title="Plan"):
    """One sheet with these rows; a value None leaves its cell empty."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book, sheet


def housing_plan():
    """An improvement plan with everything that is hard about one."""
    book = Workbook()
    cover = book.active
    cover.title = "Cover"
    cover["B2"] = "Ashford Vale District Council"
    cover["B3"] = "Housing Improvement Plan 2025–2027"
    put_actions(book.create_sheet("What we do"))
    put_figures(book.create_sheet("How we know"))
    lists = book.create_sheet("Lists")
    lists["A1"] = "R"
    lists.sheet_state = "hidden"
    return saved(book)


def put_actions(sheet):
    sheet["A1"] = "Actions of the plan"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = "Key"
    for column, (colour, word) in enumerate(zip(FILLS, ("Done", "On track", "At risk", "Off track"), strict=True), 2):
        sheet.cell(2, column, word).fill = filled(colour)
    heads = ["Ref", "Action", "Lead officer", "Partners", "Start", "By when", "RAG", "Progress"]
    for column, head in enumerate(heads, 1):
        sheet.cell(4, column, head)
    rows = [
        ["Theme 1: Homes that are warm"],
        ["1.1", "Insulate every house of the council", "Head of Housing", "Energy team; Tenants' group",
         date(2025, 4, 1), date(2026, 3, 31), "green",
         "01/05/2025: survey done.\n12.09.25 - half are insulated"],
        ["1.2", "Answer every report of damp in a week", "Repairs Manager", None, date(2025, 4, 1), "ongoing",
         "amber", "Sept 2025: two posts vacant"],
        ["Theme 2: Homes that are safe"],
        ["2.1", "Check every gas boiler once a year", "Repairs Manager, Safety Officer", None, None, "Q3 25/26", "red",
         "Sample: 6 of 20"],
        ["2.2", "An old action", "Repairs Manager", None, None, date(2024, 6, 30), "blue", "Closed"],
        ["2.3", "Fit alarms that talk to each other", "Safety Officer", None, None, "31/11/2025", None, None],
    ]  # fmt: skip
    for number, row in enumerate(rows, 5):
        for column, value in enumerate(row, 1):
            if column == 7 and value:
                sheet.cell(number, column).fill = filled(value)
            elif value is not None:
                sheet.cell(number, column, value)
        if len(row) == 1:
            sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=8)
    sheet["B12"] = "Total actions"
    sheet["C12"] = "=COUNTA(A5:A11)"
    sheet.row_dimensions[10].hidden = True
    sheet["B7"].comment = Comment("ask Jo about this", "Jo Bloggs")


def put_figures(figures):
    figures["E2"] = "2025/26"
    figures.merge_cells("E2:F2")
    for column, head in enumerate(["Measure", "Good is", "Unit", "2024/25", "Q1", "Q2", "Target 25/26", "England"], 1):
        figures.cell(3, column, head)
    for number, row in enumerate(
        [
            ["Homes insulated", "High", "%", 0.41, 0.52, 0.6, 0.75, None],
            ["Reports of damp answered in a week", "High", "%", "61%", "58%", "tbc", "90%", "70%"],
            ["Homes without a safety check", "Low", "Number", 312, 280, "c", "≤50", "n/a"],
        ],
        4,
    ):
        for column, value in enumerate(row, 1):
            if value is not None:
                figures.cell(number, column, value)
                if isinstance(value, float):
                    figures.cell(number, column).number_format = "0.0%"


def struck(sheet, place):
    sheet[place].font = Font(strike=True)
