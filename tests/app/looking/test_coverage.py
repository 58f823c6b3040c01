"""Which codes of a framework have a measure, and which of ours it does not know."""

from datetime import date

import pytest

from strategy_tracker.app.looking.coverage import coverage
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.problem import Problem
from strategy_tracker.views.screens.coverage import coverage_content, coverage_lines, coverage_sheet
from strategy_tracker.views.sheet import Sheet

DAY = date(2026, 1, 15)
MEASURES = """\
measures:
  - {id: moves, title: Placement moves, unit: percent, code: CLA-3}
  - {id: health, title: Health checks, unit: percent, code: cla -7}
  - {id: own, title: Of our own, unit: percent, code: X1}
  - {id: none, title: Without a code, unit: percent}
  - {id: gone, title: Counted no more, unit: percent, code: CLA-9, withdrawn: {on: 2025-01-01, why: x}}
"""
FRAMEWORK = "no;Code;Title\n1;CLA-3;Moves\n2;CLA-7;Checks\n3;CLA-9;Visits\n\n4;CLA-11;\n5;CLA-3;Moves again\n"
ENGLAND = """\
source: Tables
downloaded: 2025-11-16
comparators:
  - geography: England
    figures:
      CLA-3: {2024/25: 1}
      CLA-11: {2024/25: 1}
"""


@pytest.fixture
def covered(root):
    """How the framework in a file of this name is covered, and what could not be read."""
    (root / "measures/coded.yaml").write_text(MEASURES, encoding="utf-8")

    def found(name, text):
        path = root / name
        path.write_text(text, encoding="utf-8")
        return coverage(open_portfolio(root), path, DAY)

    return found


def test_both_sides_are_listed_and_what_was_withdrawn_covers_nothing(covered):
    found, wrong = covered("framework.csv", FRAMEWORK)
    assert wrong == []
    assert [(one.code, one.title, one.line) for one in found.without_measure] == [
        ("CLA-9", "Visits", 4), ("CLA-11", "", 6),
    ]  # fmt: skip
    assert [(one.code, one.measure, one.file) for one in found.unknown] == [("X1", "own", "measures/coded.yaml")]
    assert (found.codes, found.covered, found.uncoded) == (4, 2, 3)


def test_a_file_of_comparators_is_a_framework_too(covered):
    found, _ = covered("england.yaml", ENGLAND)
    assert [(one.code, one.line) for one in found.without_measure] == [("CLA-11", 7)]
    assert [one.code for one in found.unknown] == ["cla -7", "X1"]


def test_it_is_shown_as_a_list_as_lines_and_as_data(covered):
    found, _ = covered("framework.csv", FRAMEWORK)
    sheet = coverage_sheet(found)
    assert isinstance(sheet, Sheet)
    assert sheet.title.startswith("2 of 4 codes in ")
    assert sheet.title.endswith("framework.csv have a measure")
    assert [len(table.rows) for table in sheet.sections[0].tables] == [2, 1]
    lines = list(coverage_lines(found))
    assert lines[0].endswith("framework.csv:4: no measure has the code 'CLA-9' (Visits)")
    assert lines[-1] == "measures/coded.yaml: 'own' has the code 'X1', which it does not know"
    assert coverage_content(found)["without_measure"][1] == {"code": "CLA-11", "title": "", "line": 6}


def test_where_a_file_of_measures_has_an_error_it_is_told(covered, root):
    (root / "measures/broken.yaml").write_text("measures: [{id: X}]\n", encoding="utf-8")
    _, wrong = covered("framework.csv", FRAMEWORK)
    assert {one.file for one in wrong} == {"measures/broken.yaml"}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("list.txt", "CLA-3", "is no table of codes"),
        ("list.csv", "codes\nCLA-3\n", "no column is called 'code'"),
        ("empty.csv", "code\n", "holds no codes"),
        ("nothing.csv", "", "the file holds nothing"),
        ("measures.yaml", MEASURES, "is missing here"),
        ("open.csv", 'code\n"CLA-3\n', "line 2: this row cannot be read"),
    ],
)
def test_what_holds_no_codes_is_refused(covered, name, text, told):
    with pytest.raises(Problem, match=told):
        covered(name, text)


def test_a_file_that_is_not_there_is_refused(portfolio, root):
    with pytest.raises(Problem, match="there is no file"):
        coverage(portfolio, root / "framework.csv", DAY)
