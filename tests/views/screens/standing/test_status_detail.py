from decimal import Decimal

from strategy_tracker.judging.standing.of_actions import MoveStanding, Need
from strategy_tracker.judging.standing.of_measures import Arrow, Comparison, NextTarget
from strategy_tracker.judging.standing.of_outlook import VariationStanding
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.views.screens.standing.status_detail import Detail, detail_sections, directions, words_of
from strategy_tracker.views.sheet import MARKS
from tests.views.builders import DAY, RED, action, measure, point, priority, standing, strategy

AMBER = Rating("amber", "amber", "misses the target of 90%", "missed")
ON_THE_WAY = Rating("grey", "on the way", "69% in 2024/25; 80% wanted in 2027/28", "on-the-way")
LATE = Clock("passed", DAY, 12, "overdue by 12 days")
NEED = Need("late", DAY, 12, ("overdue by 12 days", "last word 2025-09-20"))


def sections(known, **detail):
    return list(detail_sections(known.strategies, known, Detail(**detail)))


def rows(known, **detail):
    (section,) = sections(known, **detail)
    return [[one.text for one in row] for row in section.tables[0].rows]


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


def test_every_action_is_listed_with_its_clocks_or_its_reason_below_it():
    known = standing(strategy(priority(action(rating=RED, need=NEED)), priority(name="heard")))
    listed = ["▼ red", "Train every school", "Head of Service", "seen-01"]
    assert rows(known, actions=True) == [listed, ["overdue by 12 days; last word 20 September 2025"]]
    assert rows(known, actions=True, why=True) == [listed, ["its date decides"]]


def test_all_priorities_share_one_set_of_columns_and_each_has_its_heading():
    two = strategy(priority(measures=("a",)), priority(measures=("b",), name="heard", title="Heard"))
    known = standing(two, measures=[measure("a"), measure("b")])
    (section,) = sections(known, measures=True)
    assert [row[0].text for row in section.tables[0].rows if len(row) == 1] == ["Young carers are seen", "", "Heard"]


def test_every_measure_is_listed_with_figures_directions_and_reason():
    known = measure(
        points=[point("2023/24", "80", "80%"), point("2024/25", "88", "88%")],
        target=Decimal(90), boundary=Decimal(85), rating=AMBER, short=Arrow("better", ""), long=Arrow("same", ""),
        trend=Arrow("better", ""), comparisons=(Comparison("England", "above", "8 points above England"),),
    )  # fmt: skip
    shown = standing(strategy(priority(measures=("trained",))), measures=[known])
    listed = [
        "Schools with trained staff", "88%", "2024/25", "90%", "+3 points", "◆ amber", "better; same on last year",
        "above England", "▁█ better", "trained",
    ]  # fmt: skip
    assert rows(shown, measures=True) == [listed]
    assert rows(shown, measures=True, why=True) == [listed, ["misses the target of 90%"]]


def test_a_measure_without_readings_has_a_dash_and_columns_with_nothing_in_them_are_left_out():
    known = standing(strategy(priority(measures=("trained",))), measures=[measure()])
    assert rows(known, measures=True) == [["Schools with trained staff", "–", "○ not rated", "trained"]]


def test_directions_give_way_before_targets():
    aimed = measure(target=Decimal(90), short=Arrow("better", ""))
    known = standing(strategy(priority(measures=("trained",))), measures=[aimed])
    (section,) = sections(known, measures=True)
    widths = {column.head.text: column.from_width for column in section.tables[0].columns}
    assert widths["Target"] == 0 < widths["Direction"]


def test_directions_are_words_and_say_nothing_where_nothing_is_known():
    assert directions(measure()) == ""
    assert directions(measure(long=Arrow("down", ""))) == "down on last year"


def test_why_gives_each_colour_its_sentence_and_counts_the_reasons_for_none():
    known = priority(action("a"), action("b"), action("c", rating=RED), measures=("trained",))
    lone = measure(rating=Rating("grey", "context", "context only", "context"))
    assert rows(standing(strategy(known), measures=[lone]), why=True) == [
        ["c", "▼ red", "its date decides"],
        ["a and 1 more", "○ not rated", "no target is declared"],
        ["trained", "○ context", "context only"],
    ]


def test_every_coloured_cell_has_its_mark_or_is_what_stands_beside_others_in_grey():
    poor = priority(action(rating=RED), measures=("trained",))
    found = sections(standing(strategy(poor), measures=[measure(rating=AMBER)]), actions=True, measures=True, why=True)
    cells = [one for section in found for table in section.tables for row in table.rows for one in row]
    coloured = [one for one in cells if one.colour and one.colour != "grey"]
    assert {one.colour for one in coloured} == {"red", "amber"}
    assert all(MARKS[one.colour] in one.text and one.colour in one.text for one in coloured)


def test_how_a_measure_varies_is_a_column_where_any_declares_limits():
    varies = VariationStanding("improving", "special cause", "hit-and-miss", "hit and miss", "high")
    one, two = measure("one", variation=varies), measure("two")
    (section,) = sections(standing(measures=(one, two)), measures=True)
    heads = [column.head.text for column in section.tables[0].columns]
    at = heads.index("Variation")
    assert [row[at].text for row in section.tables[0].rows] == ["H improving; ? hit and miss", "–"]
    (section,) = sections(standing(measures=(two,)), measures=True)
    assert "Variation" not in [column.head.text for column in section.tables[0].columns]


def test_what_is_wanted_next_stands_below_where_no_target_is_due_yet():
    coming = NextTarget("2027/28", Decimal(80), "11 points to go")
    early = measure("early", [point("2024/25", "69")], rating=ON_THE_WAY, next_target=coming)
    snap = measure("snap", rating=ON_THE_WAY, target=Decimal(75), target_period="2025/26")
    known = measure("known", [point("2024/25", "88")], rating=AMBER, target=Decimal(90), next_target=coming)

    def below(*listed, why=False):
        plan = strategy(priority(measures=tuple(one.id for one in listed)))
        return [row[0] for row in rows(standing(plan, measures=listed), measures=True, why=why) if len(row) == 1]

    wanted = ["next target: 80% for 2027/28, 11 points to go", "75% is wanted for 2025/26"]
    assert below(early, snap, known) == wanted
    assert below(known) == []
    assert below(early, why=True) == [ON_THE_WAY.reason]


def test_measures_that_no_priority_names_stand_apart():
    known = standing(strategy(priority(action())), measures=[measure("alone")])
    assert [section.title for section in sections(known, measures=True)] == ["Not named by any priority"]
    assert [section.title for section in sections(standing(measures=[measure("alone")]), measures=True)] == ["Measures"]
