from strategy_tracker.model.names.address import Item
from strategy_tracker.views.screens.find import LONGEST, found_rows, found_sheet

ITEM = Item("plan/safe-01", "action", "Train every school", "strategies/plan.yaml", ())


def row(key, text, words="school"):
    (one,) = found_rows([(ITEM, key, text)], words)
    return one


def test_a_row_has_where_it_stands_and_as_much_of_the_text_as_tells():
    text = f"{'before ' * 30}the school {'after ' * 30}"
    shown = row("note", text)["text"]
    assert (len(shown) < LONGEST + 20, "the school" in shown, shown[0], shown[-1]) == (True, True, "…", "…")
    assert row("note", "the school")["text"] == "the school"


def test_its_own_words_are_not_printed_twice():
    sheet = found_sheet([row("text", "Train every school"), row("note", "the school is shut")], "school")
    assert [cells[2].text for cells in sheet.sections[0].tables[0].rows] == [
        "text of the action",
        "note: the school is shut",
    ]
    assert sheet.title == "2 things have the words: school"
