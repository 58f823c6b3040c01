import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.views.document import CountsLine, Document, Paragraph, Section
from strategy_tracker.views.formats.escaping import escape_markdown
from strategy_tracker.views.formats.markdown import write, write_sheet
from strategy_tracker.views.papers.build import VIEWS, build
from strategy_tracker.views.sheet import Cell, Column, Sheet, SheetSection, Table, cell
from tests.views.formats.test_escaping import TEXTS, tokens
from tests.views.isolates import without_isolates
from tests.views.papers.texts import DOCUMENT

UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[<\[`]")


def table_of(*texts):
    rows = tuple((cell(text), cell("end")) for text in texts)
    return Sheet("T", (), (SheetSection("", (), (Table("", (Column("A"), Column("B", figures=True)), rows),)),))


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_cell_cannot_break_its_table(texts):
    parsed = list(tokens(write_sheet(table_of(*texts))))
    assert sum(token.type == "tr_open" for token in parsed) == 1 + len(texts)
    assert sum(token.type == "td_open" for token in parsed) == 2 * len(texts)
    assert not {token.type for token in parsed} & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "em_open",
    }
    assert [token.content for token in parsed if token.content == "end"]


def test_a_sheet_has_headings_lines_lists_tables_and_notes():
    table = Table(
        "Actions", (Column("Item"), Column("Days", figures=True)), ((cell("seen-01"), cell("4")),), ("a note",)
    )
    whole = Sheet("Status", ("as at 1 October 2025",), (SheetSection("Seen", ("owner: x", "  - one"), (table,)),))
    assert write_sheet(whole) == (
        "## Status\n\nas at 1 October 2025\n\n### Seen\n\nowner: x\n\n- one\n\n**Actions**\n\n"
        "| Item | Days |\n| --- | ---: |\n| seen-01 | 4 |\n\na note\n"
    )


def test_a_table_without_rows_is_left_out():
    empty = Sheet("T", (), (SheetSection("", (), (Table("", (Column("A"),), (), ("nothing yet",)),)),))
    assert write_sheet(empty) == "## T\n\nnothing yet\n"


def test_a_chart_keeps_its_spaces_and_is_never_markup():
    drawn = SheetSection("", ("2024/25   9  ██", "2025/26  ```<b>|"), (), drawn=True)
    markdown = write_sheet(Sheet("T", (), (drawn,)))
    (block,) = [token for token in tokens(markdown) if token.type == "code_block"]
    assert block.content == "2024/25   9  ██\n2025/26  ```<b>|\n"


@given(DOCUMENT)
def test_no_text_ever_becomes_markup(document):
    text = write(document).decode()
    assert not UNESCAPED.search(text)
    assert not UNSEEN.search(without_isolates(text).replace("\n", ""))
    assert text.endswith("\n")


@given(DOCUMENT)
def test_a_text_never_begins_a_line_of_its_own(document):
    lines = [line for line in write(document).decode().split("\n") if line.startswith("#")]
    assert len(lines) == 1 + len(document.sections)


@pytest.mark.parametrize("view", VIEWS)
def test_every_row_has_as_many_cells_as_its_heading(parenting, view):
    width = 0
    for line in write(build(view, parenting)).decode().split("\n"):
        if not line.startswith("|"):
            width = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", line))
        assert width in (0, cells), line
        width = cells


def test_numbered_points_keep_their_numbers(carers):
    text = write(build("pack", carers)).decode()
    assert "and comment.\n2. Agree a later date" in text


def test_a_chart_is_a_sentence_and_its_figures(carers):
    text = write(build("pack", carers)).decode()
    assert "| 60% | 64% | suppressed | 70% |" in text


def test_a_figure_at_the_beginning_of_a_line_is_no_list():
    written = [escape_markdown(text) for text in ("69.3%", "4.", "4) all", "2022. So")]
    assert written == ["69.3%", "4\\.", "4\\) all", "2022\\. So"]


def test_a_lead_is_bold_and_counts_stand_in_one_line():
    blocks = (Paragraph("None.", lead="Late.", number="3.1"), CountsLine((Cell("✔ 4 complete", "blue"), Cell("of 6"))))
    made = Document("T", "", None, (), (Section("S", 1, blocks),), "", date(2025, 10, 1))
    assert write(made).decode().splitlines()[-5:-2] == ["3.1 **Late.** None.", "", "✔ 4 complete · of 6"]
