from decimal import Decimal

from strategy_tracker.judging.standing.of_actions import MilestoneStanding, MoveStanding, UpdateStanding
from strategy_tracker.judging.standing.of_measures import Comparison
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.views.screens.show import action_sheet, measure_sheet, words_sheet
from tests.views.builders import DAY, QUIET, RED, action, measure, point, priority, standing, strategy, words

PLACE = "strategies/young-carers.yaml:12"


def shown(**changes):
    return action_sheet(action(**changes), strategy(), standing(), PLACE)


def measured(known, width=60):
    return measure_sheet(known, standing(strategy(priority(measures=("trained",))), measures=[known]), PLACE, width)


def test_an_action_has_its_words_its_place_and_its_four_facts():
    sheet = shown(rating=RED, due=Clock("passed", DAY, 12, "overdue by 12 days"), judgement="green", forecast="2026-01")
    assert sheet.title == "Train every school"
    assert sheet.lines == (
        "young-carers/seen-01, an action of Young Carers Strategy",
        "as at 1 October 2025 · strategies/young-carers.yaml:12",
    )
    assert sheet.sections[0].lines == (
        "▼ red: its date decides", "state: in-progress", "due: overdue by 12 days", "review: no date",
        "judgement: green", "forecast: 2026-01", "owner: Head of Service",
    )  # fmt: skip
    assert sheet.sections[0].tables == ()


def test_what_is_missing_is_said():
    lines = shown(state=None, owner=None).sections[0].lines
    assert {"state: never updated", "judgement: none", "forecast: none", "owner: nobody is named"} <= set(lines)


def test_an_old_judgement_and_a_disagreement_are_said():
    lines = shown(judgement="green", judgement_is_old=True, disagreement="its date says amber").sections[0].lines
    assert "judgement: green (older than its review cadence)" in lines
    assert "disagreement: its date says amber" in lines


def test_partners_measures_notes_and_intervals_stand_where_there_are_any():
    monthly = Clock("passed", DAY, 3, "missed by 3 days")
    lines = (
        shown(partners=("NHS", "Schools"), measures=("trained",), note="till May", interval=monthly).sections[0].lines
    )
    assert {"partners: NHS, Schools", "measures: trained", "note: till May", "recurs: missed by 3 days"} <= set(lines)


def test_updates_milestones_and_moves_are_tables():
    update = UpdateStanding("2025-09-01", "in-progress", "red", "Slow", "Lead", "2026-01", ("Minutes 4", "Mail"), False)
    bare = UpdateStanding("2025-08-01", "in-progress", None, None, None, None, (), False)
    done = MilestoneStanding("Venue booked", "2025-08-20", Clock("closed", DAY, 0, "done 2025-08-20"))
    moved = MoveStanding("2025-04-12", "2025-04-20", "2025-05-01", "The printer withdrew", None)
    quiet = MoveStanding(None, "2025-05-01", "2025-09-30", None, None)
    bare_move = MoveStanding("2025-10-01", "2025-09-30", "2025-12-31", None, "Board")
    sheet = shown(updates=(update, bare), milestones=(done,), moves=(moved, quiet, bare_move))
    tables = {table.title: [[one.text for one in row] for row in table.rows] for table in sheet.sections[0].tables}
    assert tables == {
        "Updates, newest first": [
            ["2025-09-01", "in-progress", "▼ red", "Lead", "Slow; expected 2026-01; evidence: Minutes 4, Mail"],
            ["2025-08-01", "in-progress", "–", "–", "–"],
        ],
        "Milestones": [["Venue booked", "2025-08-20", "done 2025-08-20"]],
        "Moves of the due date": [
            ["2025-04-12", "2025-04-20", "2025-05-01", "The printer withdrew", "–"],
            ["–", "2025-05-01", "2025-09-30", "in the file, nobody on record", "–"],
            ["2025-10-01", "2025-09-30", "2025-12-31", "no reason on record", "Board"],
        ],
    }


def test_a_measure_has_its_reading_target_boundary_and_comparisons():
    known = measure(
        points=[point("2023/24"), point("2024/25", "88", "88%", "provisional", "Two to come")],
        target=Decimal(90), target_period="2024/25", boundary=Decimal(85), notes=("provisional: it may still change",),
        comparisons=(Comparison("England", "above", "8 points above England"),),
    )  # fmt: skip
    facts_, readings, notes = measured(known).sections
    assert {
        "○ not rated: no target is declared", "reading: 88% for 2024/25", "target: 90% for 2024/25", "better: higher",
        "distance to the amber boundary: +3 points", "benchmark: 8 points above England", "owner: Performance Team",
        "on the figure: provisional: it may still change", "next reading: no date",
    } <= set(facts_.lines)  # fmt: skip
    assert readings.drawn
    assert readings.lines[0] == "2023/24  suppressed"
    assert readings.lines[1].endswith("█ (provisional)")
    assert [[one.text for one in row] for row in notes.tables[0].rows] == [["2024/25", "Two to come"]]


def test_a_measure_without_anything_says_so():
    sheet = measured(measure(better=None, owner=None))
    assert {"reading: none", "target: none", "better: not said which way", "owner: nobody is named"} <= set(
        words(sheet)
    )
    assert len(sheet.sections) == 1


def test_a_measure_names_the_strategies_it_serves():
    assert measured(measure()).lines[0] == "trained, a measure of young-carers"
    alone = measure_sheet(measure(), standing(strategy()), PLACE, 60)
    assert alone.lines[0] == "trained, a measure of no strategy"


def test_something_else_is_shown_as_its_file_holds_it():
    sheet = words_sheet(
        "We listen", ("young-carers/listen, a commitment",), {"id": "listen", "text": "We listen", "by": "Us"}
    )
    assert (sheet.title, sheet.sections[0].lines) == ("We listen", ("by: Us",))


def test_no_clock_without_words_is_printed():
    assert not any(line.startswith("due:") for line in shown(due=QUIET._replace(words="")).sections[0].lines)
