"""A table of comparators is read as a YAML file of the same figures is; a fault has the line and column of its cell."""

import pytest

from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import load_bytes
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.csv_table import read_table, rows_of
from strategy_tracker.files.parsing.value_places import locate
from strategy_tracker.model.dates.period import MARCH

HEAD = "source,downloaded,geography,group,code,period,value,note\n"
TABLE = HEAD + (
    '"Tables, revised",2022-11-17,England,,CLA-3,2021/22,10,\n'
    ",,England,,CLA-3,2020/21,c,\n"
    '\n,,Merton,near, CLA-3 ,2021/22,"9.5","Two\nlines"\n'
)
YAML = """
source: Tables, revised
downloaded: 2022-11-17
comparators:
  - geography: England
    figures: {CLA-3: {2021/22: 10, 2020/21: c}}
  - geography: Merton
    group: near
    figures: {CLA-3: {2021/22: {value: 9.5, note: Two lines}}}
"""


def load(text, name="comparators/a.csv"):
    data = text.encode()
    return load_bytes(DataFile(name, "", "comparators", len(data), data), data, MARCH)


def at(text, *route, at_key=False):
    """The text of the cell that a route leads to."""
    found = locate(read_table(text.encode()).places, route, at_key)
    return text.split("\n")[found.line - 1][found.column - 1 : found.end_column - 1]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_it_holds_what_a_yaml_file_of_the_same_figures_holds(mark, eol, start):
    table = TABLE if mark == "," else TABLE.replace("Tables, revised", "Tables/ revised").replace(",", mark)
    text = start + table.replace("Tables/ revised", "Tables, revised").replace("\n", eol)
    loaded = load(text)
    assert (loaded.diagnostics, loaded.record) == ((), load(YAML, "comparators/a.yaml").record)


def test_a_value_has_the_place_of_its_cell_and_a_key_that_of_its_own():
    figure = ("comparators", 0, "figures", "CLA-3", "2021/22")
    assert at(TABLE, *figure) == "10"
    assert at(TABLE, *figure, at_key=True) == "2021/22"
    assert at(TABLE, "comparators", 1, "figures", "CLA-3", "2021/22") == '"9.5"'
    assert at(TABLE, "comparators", 1, "figures", "CLA-3", at_key=True) == "CLA-3"
    assert at(TABLE, "comparators", 1, "geography") == "Merton"
    assert at(TABLE, "comparators", 1, "group") == "near"
    assert at(TABLE, "source") == '"Tables, revised"'
    assert at(TABLE, "downloaded") == "2022-11-17"


def test_cells_behind_one_of_several_lines_keep_their_places():
    rows = rows_of(b'a,b,c\n1,"two\nlines",3\nlast,,x\n')
    places = [[(cell.text, cell.place.line, cell.place.column) for cell in row] for row in rows[1:]]
    assert places == [[("1", 2, 1), ("two lines", 2, 3), ("3", 3, 8)], [("last", 4, 1), ("", 4, 6), ("x", 4, 7)]]


def test_a_row_without_a_figure_says_nothing_and_one_with_a_note_alone_is_told():
    assert load(HEAD + "T,2022-11-17,A,,C,2021/22,,\n").record.comparators == ()
    (found,) = load(HEAD + "T,2022-11-17,A,,C,2021/22,,why\n").record.comparators[0].figures["C"].values()
    assert (found.note, found.value) == ("why", None)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [("", "empty-file", 0), ("\n \n", "empty-file", 0), ("a,b\n", "missing-key", 0), ('a\n"b\n', "wrong-shape", 1),
     ("a\0\0\0", "not-utf8", 0)],
)  # fmt: skip
def test_what_is_no_table_says_where(text, code, line):
    with pytest.raises(Unreadable) as refused:
        read_table(text.encode())
    assert (refused.value.code, refused.value.line) == (code, line)


def test_a_column_with_a_name_like_the_one_that_is_wanted_is_offered():
    (found,) = load(HEAD.replace("period", "periode") + "x").diagnostics
    assert found.help == "did you mean 'periode'? call it 'period'"


def test_a_faulty_figure_is_left_out_with_its_code_and_the_rest_stays():
    loaded = load(HEAD + "T,2022-11-17,A,,C,2021/22,x1,\n,,A,,D,2021/22,5,\n")
    assert [(one.code, one.position[:2]) for one in loaded.diagnostics] == [("not-a-number", (2, 27))]
    assert list(loaded.record.comparators[0].figures) == ["D"]


def test_a_hostile_table_is_read_in_a_moment():
    wide = "source,downloaded,geography,code,period,value" + ",x" * 20_000 + "\n" + "," * 40_000 + "\n"
    assert load(wide).record is None
    cells = "\n".join(f"T,2022-11-17,A{n},C,2021/22,{n}" for n in range(20_000))
    assert len(load("source,downloaded,geography,code,period,value\n" + cells).record.comparators) == 20_000
