from decimal import Decimal

import pytest

from strategy_tracker.judging.standing.of_actions import MoveStanding, Need
from strategy_tracker.judging.standing.of_measures import Arrow, Comparison, NextTarget
from strategy_tracker.judging.standing.of_outlook import VariationStanding
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.views.formats.data import plain
from strategy_tracker.views.formats.rows import COLUMNS, status_content, status_rows
from strategy_tracker.views.screens.status import MANY, Detail, directions, status_sheet, words_of
from strategy_tracker.views.sheet import MARKS, Cell
from tests.views.builders import (
    DAY,
    GREY,
    RED,
    action,
    judgement,
    measure,
    point,
    priority,
    standing,
    strategy,
    words,
)

AMBER = Rating("amber", "amber", "misses the target of 90%", "missed")
GREEN = Rating("green", "green", "meets the target", "met")
LATE = Clock("passed", DAY, 12, "overdue by 12 days")
NEED = Need("late", DAY, 12, ("overdue by 12 days", "last word 2025-09-20"))
NOTHING = Detail()
EVERYTHING = Detail(actions=True, measures=True, why=True)


def rows(sheet, section=0, table=0):
    return [[one.text for one in row] for row in sheet.sections[section].tables[table].rows]


def test_it_says_how_many_strategies_as_at_which_date_and_what_was_left_out():
    sheet = status_sheet(standing(strategy(priority(action()))), NOTHING, "owner 'x'")
    assert sheet.title == "Status of 1 strategy"
    quiet = "Nothing is late, waiting for a word or silent"
    assert sheet.lines == (quiet, "as at 1 October 2025", "only: owner 'x'")
    late = action(need=NEED._replace(word="waiting"))
    needing = status_sheet(standing(strategy(priority(late, late))), NOTHING, "")
    assert needing.lines[0] == "2 waiting for a word · none late"
    assert status_sheet(standing(measures=(measure("alone"),)), NOTHING, "").lines == ("as at 1 October 2025",)


def test_a_row_for_each_priority_and_one_for_all():
    two = strategy(priority(action()), priority(action("heard-01", rating=RED), name="heard", title="Heard"))
    assert rows(status_sheet(standing(two), NOTHING, "")) == [
        ["Young carers are seen", "1 action: 1 not rated", "no measures", "–"],
        ["Heard", "1 action: 1 red", "no measures", "heard-01 ▼ red"],
        ["All", "2 actions: 1 red, 1 not rated", "no measures", "heard-01 ▼ red"],
    ]


def test_a_single_priority_has_no_second_row_for_all():
    assert len(rows(status_sheet(standing(strategy(priority(action()))), NOTHING, ""))) == 1


def test_a_strategy_without_priorities_has_a_row():
    assert rows(status_sheet(standing(strategy()), NOTHING, "")) == [["All", "no actions", "no measures", "–"]]


@pytest.mark.parametrize("kind", ["ended", "superseded"])
@pytest.mark.parametrize(("number", "words"), [(1, "1 priority"), (2, "2 priorities")])
def test_a_strategy_that_is_over_has_one_row_beside_others(kind, number, words):
    over = strategy(*[priority(action())] * number, name="old", kind=kind)
    sheet = status_sheet(standing(over, strategy(priority(action()))), NOTHING, "")
    assert [section.lines[0].split(":")[0] for section in sheet.sections] == ["young-carers", "old"]
    assert rows(sheet, 1) == [["All", f"{number} action{'s' * (number > 1)}: {number} not rated", "no measures", "–"]]
    assert sheet.sections[1].tables[0].notes == (f"'strategy status old' shows its {words}",)


def test_a_strategy_that_is_over_is_shown_whole_when_it_is_alone():
    over = strategy(priority(action()), priority(name="heard"), name="old", kind="ended")
    assert len(rows(status_sheet(standing(over), NOTHING, ""))) == 3


def test_many_strategies_have_a_line_each():
    many = [strategy(priority(action()), name=f"s{n}") for n in range(MANY)]
    sheet = status_sheet(standing(*many, strategy(name="old", kind="ended")), NOTHING, "")
    assert [row[0] for row in rows(sheet)] == ["s0", "s1", "s2", "s3", "s4", "old (ended)"]
    assert len(status_sheet(standing(*many, strategy(name="x")), Detail(why=True), "").sections) == MANY + 1


def test_what_is_not_on_record_is_said():
    sheet = status_sheet(standing(strategy(gaps=("no end date", "no measures"))), NOTHING, "")
    assert sheet.sections[0].lines[1] == "not on record: no end date; no measures"


def test_the_worst_action_and_measure_have_their_reasons():
    named = priority(action(rating=RED), measures=("trained",))
    sheet = status_sheet(standing(strategy(named), measures=[measure(rating=AMBER)]), NOTHING, "")
    assert sheet.sections[0].tables[0].notes == (
        "worst action: seen-01 (red) Train every school: its date decides",
        "worst measure: trained (amber) Schools with trained staff: misses the target of 90%",
    )


def test_the_worst_measure_stands_in_where_no_action_is_poor():
    named = priority(action(), measures=("trained",))
    (row,) = (
        status_sheet(standing(strategy(named), measures=[measure(rating=AMBER)]), NOTHING, "")
        .sections[0]
        .tables[0]
        .rows
    )
    assert row[3] == Cell("trained ◆ amber", "amber")


def test_a_lead_s_own_judgement_stands_beside_the_counts():
    sheet = status_sheet(standing(strategy(priority(action(), judgement=judgement()))), NOTHING, "")
    assert "Young carers are seen: judged amber by Head of Service (2025-09-01); summary: Schools are slow" in words(
        sheet
    )
    nobody = status_sheet(standing(strategy(priority(action(), judgement=judgement(by=None)))), NOTHING, "")
    assert any("judged amber by its lead" in text for text in words(nobody))
    silent = status_sheet(standing(strategy(priority(action(), judgement=judgement(rag=None)))), NOTHING, "")
    assert not any("judged" in text for text in words(silent))


def test_measures_are_counted_apart_with_the_late_ones():
    known = [measure("a", rating=GREEN), measure("b", rating=RED, late=LATE), measure("c")]
    sheet = status_sheet(standing(strategy(priority(measures=("a", "b", "c", "gone"))), measures=known), NOTHING, "")
    assert rows(sheet)[0][2] == "rated 2 of 3; 1 green, 1 red, 1 late"


def test_a_measure_of_an_action_counts_for_its_priority_once():
    named = priority(action(measures=("a",)), measures=("a",))
    assert rows(status_sheet(standing(strategy(named), measures=[measure("a")]), NOTHING, ""))[0][2] == "rated 0 of 1"


@pytest.mark.parametrize(("rating", "tint"), [(RED, "red"), (AMBER, "amber"), (GREEN, None), (GREY, None)])
def test_counts_are_tinted_by_the_worst_and_name_it(rating, tint):
    (row,) = status_sheet(standing(strategy(priority(action(rating=rating)))), NOTHING, "").sections[0].tables[0].rows
    assert row[1].colour == tint
    assert tint is None or f"1 {tint}" in row[1].text


def test_every_action_is_listed_with_its_clocks_or_its_reason():
    known = standing(strategy(priority(action(rating=RED, need=NEED)), priority(name="heard")))
    assert rows(status_sheet(known, Detail(actions=True), ""), 0, 1) == [
        ["seen-01", "Train every school", "Head of Service", "▼ red", "overdue by 12 days; last word 2025-09-20"]
    ]
    whole = status_sheet(known, EVERYTHING, "")
    assert [column.name for column in whole.sections[0].tables[1].columns][-1] == "Why"
    assert rows(whole, 0, 1)[0][-1] == "its date decides"
    assert [table.title for table in whole.sections[0].tables] == ["", "Young carers are seen: actions"]


def test_clocks_speak_only_where_they_have_something_to_say():
    fresh = Clock("fresh", DAY, 0, "last update yesterday")
    move = MoveStanding("2025-04-12", "2025-05-01", "2025-05-02", "The printer withdrew", None)
    soon = Clock("due-soon", DAY, 0, "due in 9 days")
    late = action(
        due=LATE,
        interval=soon,
        review=fresh,
        need=NEED,
        slipped=1,
        moves=(move,),
        disagreement="its owner judged it green",
    )
    assert list(words_of(late)) == [
        *NEED.words, "due in 9 days", "slipped 1 day from 2025-05-01", "its owner judged it green",
    ]  # fmt: skip
    assert list(words_of(action())) == []


def test_every_measure_is_listed_with_figures_directions_and_reason():
    known = measure(
        points=[point("2023/24", "80", "80%"), point("2024/25", "88", "88%")],
        target=Decimal(90), boundary=Decimal(85), rating=AMBER, short=Arrow("better", ""), long=Arrow("same", ""),
        trend=Arrow("better", ""), comparisons=(Comparison("England", "above", "8 points above England"),),
    )  # fmt: skip
    shown = standing(strategy(priority(measures=("trained",))), measures=[known])
    sheet = status_sheet(shown, Detail(measures=True), "")
    assert rows(sheet, 0, 1) == [
        [
            "Schools with trained staff", "88% (2024/25)", "90%", "+3 points", "◆ amber",
            "▲ better; = same on last year", "8 points above England", "▁█ better",
        ]
    ]  # fmt: skip
    assert rows(status_sheet(shown, EVERYTHING, ""), 0, 1)[0][-1] == "misses the target of 90%"


def test_a_measure_without_readings_has_dashes():
    sheet = status_sheet(
        standing(strategy(priority(measures=("trained",))), measures=[measure()]), Detail(measures=True), ""
    )
    assert rows(sheet, 0, 1) == [["Schools with trained staff", "–", "–", "–", "○ not rated", "–", "–", "–"]]


def test_directions_say_nothing_where_nothing_is_known():
    assert directions(measure()) == ""
    assert directions(measure(long=Arrow("down", ""))) == "↓ down on last year"


def test_why_gives_each_colour_its_sentence_and_counts_the_reasons_for_none():
    known = priority(action("a"), action("b"), action("c", rating=RED), measures=("trained",))
    lone = measure(rating=Rating("grey", "context", "context only", "context"))
    sheet = status_sheet(standing(strategy(known), measures=[lone]), Detail(why=True), "")
    assert rows(sheet, 0, 1) == [
        ["c", "▼ red", "its date decides"],
        ["a and 1 more", "○ not rated", "no target is declared"],
        ["trained", "○ context", "context only"],
    ]


def test_every_coloured_cell_has_the_word_and_where_it_is_alone_the_mark():
    poor = priority(action(rating=RED), measures=("trained",))
    sheet = status_sheet(standing(strategy(poor), measures=[measure(rating=AMBER)]), EVERYTHING, "")
    cells = [one for section in sheet.sections for table in section.tables for row in table.rows for one in row]
    coloured = [one for one in cells if one.colour]
    assert {one.colour for one in coloured} == {"red", "amber"}
    for one in coloured:
        assert one.colour in one.text or MARKS[one.colour] in one.text
        assert MARKS[one.colour] in one.text or f"1 {one.colour}" in one.text


def test_rows_are_flat_and_name_only_columns():
    known = measure(points=[point("2024/25", "88")], rating=AMBER)
    shown = standing(strategy(priority(action(), measures=("trained",)), priority(name="heard")), measures=[known])
    first, second = status_rows(shown)
    assert set(first) | set(second) <= set(COLUMNS)
    assert (first["thing"], first["id"], first["colour"], first["silent"]) == ("action", "seen-01", "grey", "none")
    assert (second["thing"], second["reading"], second["period"]) == ("measure", Decimal(88), "2024/25")
    assert next(status_rows(standing(strategy(priority(measures=("x",))), measures=[measure("x")])))["reading"] is None


def test_json_holds_the_counts_and_no_place():
    content = plain(status_content(standing(strategy(priority(action())), measures=[measure()])))
    (one,) = content["strategies"]
    assert one["counts"]["actions"]["total"] == 1
    assert one["priorities"][0]["counts"]["measures"]["total"] == 0
    assert content["measures"][0]["id"] == "trained"
    for record in (one, one["priorities"][0], one["priorities"][0]["actions"][0], content["measures"][0]):
        assert not {"route", "file"} & set(record)


def test_how_a_measure_varies_is_a_column_where_any_declares_limits():
    varies = VariationStanding("improving", "special cause", "hit-and-miss", "hit and miss", "high")
    one, two = measure("one", variation=varies), measure("two")
    table = status_sheet(standing(measures=(one, two)), Detail(measures=True), "").sections[0].tables[1]
    assert table.columns[-1].name == "Variation"
    assert [row[-1].text for row in table.rows] == ["H improving; ? hit and miss", "–"]
    without = status_sheet(standing(measures=(two,)), Detail(measures=True), "").sections[0].tables[1]
    assert "Variation" not in [column.name for column in without.columns]


def test_what_is_wanted_next_has_a_column_where_any_target_is_not_due_yet():
    coming = NextTarget("2027/28", Decimal(80), "11 points to go")
    early = measure("early", [point("2024/25", "69")], rating=ON_THE_WAY, next_target=coming)
    snap = measure("snap", rating=ON_THE_WAY, target=Decimal(75), target_period="2025/26")
    known = measure("known", [point("2024/25", "88")], rating=AMBER, target=Decimal(90), next_target=coming)

    def cells(detail, *listed):
        sheet = status_sheet(
            standing(strategy(priority(measures=tuple(one.id for one in listed))), measures=listed), detail, ""
        )
        table = next(one for section in sheet.sections for one in section.tables if one.columns[0].name == "Measure")
        names = [column.name for column in table.columns]
        return [row[names.index("Next target")].text for row in table.rows] if "Next target" in names else None

    wanted = ["80% for 2027/28, 11 points to go", "75% for 2025/26", "–"]
    assert cells(Detail(measures=True), early, snap, known) == wanted
    assert cells(Detail(measures=True), known) is None
    assert cells(Detail(measures=True, why=True), early) is None


ON_THE_WAY = Rating("grey", "on the way", "69% in 2024/25; 80% wanted in 2027/28", "on-the-way")
