"""Tables of text in the encodings and shapes that programs write."""

import pytest

from strategy_tracker.intake.readers import limits
from strategy_tracker.intake.readers.tables import read_table
from strategy_tracker.problem import Problem

ROWS = [["Massnahme", "Fällig"], ["Öffnen", "31.03.2026"]]


def cells(data):
    (sheet,) = read_table("plan.csv", data).sheets
    return [[cell.text for cell in sheet.words(row).values()] for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_way_to_write_a_table_is_read(encoding, between, end):
    text = "".join(between.join(row) + end for row in ROWS)
    assert cells(text.encode(encoding)) == ROWS


def test_a_line_inside_quotes_stays_in_its_cell():
    assert cells(b'Action,Progress\n"Open, soon","one\ntwo"\n')[1] == ["Open, soon", "one\ntwo"]


def test_the_encoding_that_was_told_is_said():
    assert "Windows-1252" in read_table("plan.csv", "Fällig\n".encode("cp1252")).remarks[0]
    assert not read_table("plan.csv", b"Due\n").remarks


@pytest.mark.parametrize("data", [b"<html><table><tr><td>1", b"<!DOCTYPE html>", b"a,b\n\0\0\0\0\0"])
def test_what_is_no_table_is_refused_in_one_sentence(data):
    with pytest.raises(Problem):
        read_table("plan.csv", data)


def test_limits_are_named(monkeypatch):
    with pytest.raises(Problem, match="columns"):
        read_table("plan.csv", b"x," * (limits.COLUMNS + 1))
    with pytest.raises(Problem, match="characters"):
        read_table("plan.csv", b"a,b\n" + b"x" * (limits.LETTERS + 1))
    monkeypatch.setattr("strategy_tracker.intake.readers.tables.ROWS", 2)
    with pytest.raises(Problem, match="rows"):
        read_table("plan.csv", b"a\nb\nc\n")
