from strategy_tracker.views.screens.showing.show import ItemShown, item_sheet, words_sheet
from strategy_tracker.views.sheet import line_text
from tests.views.builders import action, priority, standing, strategy

PLACE = "strategies/young-carers.yaml:12"


def test_something_else_is_shown_as_its_file_holds_it():
    sheet = words_sheet(
        "We listen", ("young-carers/listen, a commitment",), {"id": "listen", "text": "We listen", "by": "Us"}
    )
    assert (sheet.title, sheet.sections[0].facts) == ("We listen", (("By", "Us"),))


def test_every_other_key_has_a_row_before_the_id_and_the_place_and_the_commands_come_last():
    one = action()
    held = strategy(priority(one))
    shown = ItemShown(
        "young-carers/seen-01", "action", "Train every school", PLACE, standing(held), one, held,
        written={"id": "seen-01", "plain": "In short", "owner": "Head of Service"}, name="seen-01",
    )  # fmt: skip
    sheet = item_sheet(shown, 80)
    assert sheet.sections[1].facts[-3:] == (("Plain", "In short"), ("Id", "young-carers/seen-01"), ("File", PLACE))
    assert [line_text(line) for line in sheet.sections[0].lines] == ["○ not rated: no target is declared"]
    assert sheet.name == "seen-01"
