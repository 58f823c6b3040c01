import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from strategy_tracker.model.unseen import UNSEEN
from strategy_tracker.views.formats.escaping import escape_markdown as escape
from strategy_tracker.views.formats.markdown import write, write_sheet
from strategy_tracker.views.papers.build import VIEWS, build
from strategy_tracker.views.sheet import Column, Sheet, SheetSection, Table, cell
from strategy_tracker.views.text import one_line
from tests.views.papers.texts import DOCUMENT

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = "|`*_[]()<>#~-+=!\\&;:/.1)@ \t\n\"'{}"
TEXTS = st.text(st.one_of(st.sampled_from(MARKUP), st.characters(codec="utf-8")), max_size=40)
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[<\[`]")
HARMLESS = {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


def tokens(markdown):
    for token in READER.parse(markdown):
        yield token
        yield from token.children or ()


def shown(markdown):
    """What a reader of the page sees."""
    return "".join(token.content for token in tokens(markdown) if token.type in ("text", "text_special")).replace(
        "@\u200b", "@"
    )


def table_of(*texts):
    rows = tuple((cell(text), cell("end")) for text in texts)
    return Sheet("T", (), (SheetSection("", (), (Table("", (Column("A"), Column("B", figures=True)), rows),)),))


@given(TEXTS)
def test_a_text_stays_a_text(text):
    markdown = escape(text)
    assert {token.type for token in tokens(markdown)} <= HARMLESS
    assert shown(markdown) == one_line(text).replace("@\u200b", "@")


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


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>", "[a](javascript:b)", "![a](http://b)", "`code`", "a|b", "# h", "- x", "+ x",
        "1. x", "2) x", "&lt;", "*a*", "_a_", "~~a~~", "---", "===", "$x$", "<!-- x -->", "a\\", "    code",
        "```\ncode", "> quote",
    ],
)  # fmt: skip
def test_markup_is_shown_as_it_was_written(hostile):
    markdown = escape(hostile)
    assert {token.type for token in tokens(markdown)} <= HARMLESS
    assert shown(markdown) == one_line(hostile)


@pytest.mark.parametrize(
    "address",
    ["https://evil.example", "HTTP://evil.example", "ftp://x.example", "www.evil.example", "WWW.evil.example"],
)
def test_an_address_is_no_link(address):
    assert not re.search(r"://|\bwww\.", escape(f"see {address}"), re.IGNORECASE)
    assert shown(escape(address)) == address


def test_nobody_is_notified():
    assert re.search(r"@\w", escape("ask @octocat or a@b.example")) is None


def test_what_cannot_be_seen_does_not_reach_the_page():
    assert escape("a\x1b[1m\u202eb") == "a\ufffd\\[1m\ufffdb"


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
    assert not UNSEEN.search(text.replace("\n", ""))
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
    assert "1. note the position and comment on it\n2. look into" in text


def test_a_chart_is_a_sentence_and_its_figures(carers):
    text = write(build("pack", carers)).decode()
    assert "| 60% | 64% | suppressed | 70% |" in text
