"""One measure whole: its sentence, its colour, its series, its facts in rows, and what the record lacks."""

from datetime import date
from decimal import Decimal

from strategy_tracker.judging.standing.of_measures import Arrow, Comparison, PointMore
from strategy_tracker.judging.standing.rating import Rating
from strategy_tracker.views.screens.showing.show_measure import measure_sheet
from strategy_tracker.views.sheet import line_text
from tests.views.builders import action, measure, point, priority, standing, strategy


def shown(known, *actions, width=80):
    served = strategy(priority(*actions, measures=("trained",)))
    return measure_sheet(known, standing(served, measures=[known]), "trained", width)


def facts(known, *actions):
    return dict(next(one.facts for one in shown(known, *actions).sections if one.facts))


def test_a_measure_has_its_series_with_what_is_to_say_beside_and_its_facts():
    known = measure(
        points=[point("2023/24"), point("2024/25", "88", "88%", "provisional", "Two to come")],
        target=Decimal(90), target_period="2024/25", boundary=Decimal(85), notes=("provisional: it may still change",),
        comparisons=(Comparison("England", "above", "8 points above England"),),
    )  # fmt: skip
    sheet = shown(known)
    opening, series, rows = sheet.sections
    assert sheet.lines == ("Young carers are seen · Young Carers Strategy", "as at 1 October 2025")
    assert [line_text(line) for line in opening.lines] == ["88% in 2024/25", "○ not rated: no target is declared"]
    assert series.drawn
    assert series.lines[0] == "2023/24  suppressed"
    assert series.lines[1].endswith("█ (provisional)  Two to come")
    told = dict(rows.facts)
    assert (told["Wanted"], told["Target"], told["To amber"]) == ("higher", "90% for 2024/25", "+3 points")
    assert (told["Compared"], told["Owner"]) == ("8 points above England", "Performance Team")
    assert told["On the figure"] == "provisional: it may still change"
    narrow = shown(known, width=50)
    assert [[one.text for one in row] for row in narrow.sections[-1].tables[0].rows] == [["2024/25", "Two to come"]]


def test_a_measure_without_anything_says_so():
    told = facts(measure(better=None, owner=None))
    assert (told["Reading"], told["Target"], told["Wanted"]) == ("none", "none", "not said which way")
    assert (told["Owner"], told["Compared"]) == ("nobody is named", "with nobody: no figure of others is on record")
    assert "Gap" not in told


def test_what_the_record_lacks_is_said_once():
    points = [point("2019/20", "91", "91%")._replace(end=date(2020, 3, 31)), point("2022-08", "83", "83%")]
    known = measure(points=points, trend=Arrow("none", "not enough data: a trend needs 6 numbers and there are 2"))
    assert facts(known)["Gap"].split("\n") == [
        "no figure between 2019/20 and August 2022", "not enough data", "a trend needs 6 numbers and there are 2",
        "how many stand behind the percentage is not on record",
    ]  # fmt: skip
    yearly = facts(known._replace(frequency="2 years"))["Gap"]
    assert "no figure between" not in yearly
    whole = points[1]._replace(more=PointMore(numerator=Decimal(83), denominator=Decimal(100)))
    assert "how many stand behind" not in facts(measure(points=[whole])).get("Gap", "")


def test_what_serves_it_is_named_with_what_is_complete():
    done = action("b", text="Train them", measures=("trained",), rating=Rating("blue", "complete", "", "done"))
    other = action("long-id", text="Ask them", measures=("trained",))
    assert facts(measure(), done, other)["Served by"] == "b        Train them (complete)\nlong-id  Ask them"


def test_a_measure_names_the_strategies_it_serves():
    assert shown(measure()).lines[0] == "Young carers are seen · Young Carers Strategy"
    alone = measure_sheet(measure(), standing(strategy()), "trained", 60)
    assert alone.lines[0] == "named by no strategy"
    two = [strategy(priority(measures=("trained",)), name=name) for name in ("a", "b")]
    both = measure_sheet(measure(), standing(*two, measures=[measure()]), "trained", 60)
    assert both.lines[0] == "Young Carers Strategy, Young Carers Strategy"
