from datetime import date

import pytest

from strategy_tracker.comparing.differences import Difference
from strategy_tracker.comparing.questions import Signal
from strategy_tracker.model.commit import Commit, FrozenReport
from strategy_tracker.views.screens.looking_back.diff import (
    FOLDED,
    ROOM,
    ComparedMoments,
    change_rows,
    changes_content,
    changes_markdown,
    changes_sheet,
    diff_sheet,
)
from tests.views.builders import words

FIRST, SECOND = date(2022, 3, 31), date(2022, 6, 30)
OLD = Commit("a" * 40, FIRST, "Ann", "First")
NEW = Commit("b" * 40, SECOND, "Ben", "Second")
MOMENTS = ComparedMoments(OLD, FIRST, NEW, SECOND)


def change(kind="reworded", item="s/a", thing="action", **keys):
    return Difference(kind, item, thing, "Do it", keys.pop("before", "old"), keys.pop("after", "new"), **keys)


WORSE = change("colour", before="green", after="red", why="a date passed", worse=True)


def test_kinds_stand_in_the_order_a_board_wants_them():
    found = [change("detail"), change("reading", "m", "measure"), change("settings", "settings", "settings"), WORSE]
    titles = [section.title for section in changes_sheet(found, (), "x", "y").sections]
    assert titles == ["Settings changed", "Colours that moved", "New readings", "Other details"]


@pytest.mark.parametrize(
    ("found", "title"),
    [
        ([], "Nothing moved"),
        ([change()], "1 change"),
        ([change(), WORSE, WORSE._replace(worse=False), WORSE._replace(worse=None)], "4 changes, 1 worse, 1 better"),
    ],
)
def test_the_title_counts(found, title):
    assert changes_sheet(found, (), "x", "y").title == title


def test_each_strategy_has_a_table_and_measures_stand_apart():
    found = [
        change(item="s/a"),
        change(item="t/b"),
        change(item="m", thing="measure"),
        change(item="e", thing="practice example"),
    ]
    (section,) = changes_sheet(found, (), "x", "y").sections
    assert [table.title for table in section.tables] == ["s", "t", "measures", "practice"]


def test_a_colour_has_its_mark_and_its_word():
    assert "▼ red" in words(changes_sheet([WORSE], (), "x", "y"))


def test_updates_that_were_changed_show_both_sides():
    new, changed = change("update", before="", after="Begun"), change("update", before="Late", after="On time")
    (section,) = changes_sheet([new], (), "x", "y").sections
    assert [column.name for column in section.tables[0].columns] == ["Item", "Said", "Remarks"]
    (section,) = changes_sheet([new, changed], (), "x", "y").sections
    assert [column.name for column in section.tables[0].columns] == ["Item", "Before", "After", "Remarks"]


def test_what_came_shows_what_it_is():
    assert "priority" in words(changes_sheet([change("added", "s/p", "priority")], (), "x", "y"))


def test_questions_come_last():
    sheet = changes_sheet([change()], [Signal("s/a", "why?")], "x", "y")
    assert sheet.sections[-1].lines == ("s/a: why?",)


def test_the_lines_say_what_was_compared_and_how():
    assert diff_sheet([], (), MOMENTS).lines == (
        (
            "from commit aaaaaaa of 2022-03-31, judged as at 31 March 2022, to commit bbbbbbb of 2022-06-30, "
            "judged as at 30 June 2022"
        ),
        "what nobody touched was not judged again: --all shows what time alone moved",
    )
    assert len(diff_sheet([], (), MOMENTS._replace(everything=True)).lines) == 1
    assert "to the files on disk" in diff_sheet([], (), MOMENTS._replace(new=None)).lines[0]


@pytest.mark.parametrize(
    ("body", "found", "line"),
    [
        ("Board", [], "reported as 'q1' to Board as at 31 March 2022; no figure was restated since"),
        ("", [change("restated"), change()], "reported as 'q1' as at 31 March 2022; 1 figure restated since"),
    ],
)
def test_a_report_is_named_with_what_was_restated_since(body, found, line):
    report = FrozenReport("q1", OLD.sha, FIRST, "0" * 64, "1", body, "", "")
    assert diff_sheet(found, (), MOMENTS._replace(report=report)).lines[1] == line


def test_markdown_folds_long_parts_and_keeps_short_ones_open():
    found = [change(item=f"s/a-{n}") for n in range(FOLDED)] + [WORSE]
    text = changes_markdown(found, [Signal("s/a", "why <b>?")], MOMENTS)
    assert text.startswith("## 11 changes, 1 worse\n\nfrom commit ")
    assert "\n### Colours that moved\n\n**s**\n\n| Item |" in text
    assert (
        "\n<details>\n<summary>Reworded: the words that differ are in brackets (10)</summary>\n\n**s**\n\n| Item |"
        in text
    )
    assert "|\n\n</details>\n" in text
    assert text.endswith("### A careful reader would ask\n\ns/a: why \\<b\\>?\n")


def test_markdown_leaves_out_what_a_comment_cannot_hold_and_says_so():
    found = [change(before="word " * 200) for _ in range(100)] + [change("detail")]
    text = changes_markdown(found, (), MOMENTS)
    assert len(text) < ROOM + 1000
    assert "Too long for a comment, so left out: reworded (100). `strategy diff` shows all.\n" in text
    assert "### Other details" in text


def test_data_has_both_moments_and_every_change():
    content = changes_content([WORSE], (), MOMENTS)
    assert (content["from"], content["from_as_at"], content["to_as_at"]) == (OLD, FIRST, SECOND)
    assert next(change_rows([WORSE]))["worse"] is True
