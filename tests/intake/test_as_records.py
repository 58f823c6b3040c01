"""A draft to records: ids, days, and what cannot be written yet."""

from strategy_tracker.intake.as_records import records_of
from strategy_tracker.intake.draft import TableAnswers
from strategy_tracker.model.measures.measure import Measure
from tests.intake.reading import of_csv, of_xlsx
from tests.intake.workbooks import housing_plan


def records(draft, on="", known=()):
    return records_of(draft, "housing", "Housing", set(known).__contains__, on)


def test_actions_are_numbered_under_their_priority_and_keep_what_the_file_calls_them():
    made = records(of_xlsx(housing_plan())[1])
    (warm, actions), (safe, _) = made.priorities
    assert (warm.record["id"], safe.record["id"]) == ("homes-warm", "homes-safe")
    assert [one.record["id"] for one in actions] == ["homes-warm-01", "homes-warm-02"]
    assert actions[0].record["source"] == "1.1, What we do!B6"
    assert made.ids["1.1"] == "homes-warm-01"


def test_a_state_without_a_day_waits_and_is_written_on_the_day_that_is_said():
    draft = of_xlsx(housing_plan())[1]
    waiting = records(draft)
    assert {one.code for one in waiting.waiting} == {"no-day", "no-period-in-a-table"}
    made = records(draft, "2025-10-31")
    updates = made.priorities[0][1][0].record["updates"]
    assert [one["on"] for one in updates] == ["2025-05-01", "2025-09-12", "2025-10-31"]
    assert (updates[-1]["state"], updates[-1]["rag"]) == ("in-progress", "green")


def test_undated_words_are_kept_in_the_note_or_said_on_the_day():
    draft = of_csv("Action,Owner,By when,Progress\nOpen,Team Lead,1/4/2026,half is done\n")[1]
    assert records(draft).priorities[0][1][0].record["note"] == "half is done"
    assert records(draft, "2025-10-31").priorities[0][1][0].record["updates"] == (
        {"on": "2025-10-31", "note": "half is done"},
    )


def test_measures_are_whole_records_with_ids_that_nobody_else_has():
    draft = of_xlsx(housing_plan())[1]
    made = records(draft, known=["homes-insulated"])
    assert made.measures[0].record["id"] != "homes-insulated"
    for one in made.measures:
        Measure.model_validate(one.record)


def test_a_unit_of_their_own_is_kept_by_its_name():
    draft = of_csv("Measure,Unit,2024/25\nCycle ways,km,4.5\nTaxes,£,£1.2m\nOpen,,yes\n")[1]
    units = [one.record["unit"] for one in records(draft).measures]
    assert units == [{"name": "km"}, "money", "yes-no"]


def test_a_figure_whose_year_nobody_knows_waits():
    draft = of_csv("KPI,Unit,Q1\nVisits,CellNumber,120\n")[1]
    assert "readings" not in records(draft).measures[0].record
    draft = of_csv("KPI,Unit,Q1\nVisits,CellNumber,120\n", TableAnswers(year="2025/26"))[1]
    assert records(draft).measures[0].record["readings"] == {"2025/26 Q1": 120}


DONE = "Action,Owner,By when,Status,Date completed\nOpen,Team Lead,1/4/2026,Completed,28/3/2026\n"


def test_an_action_is_complete_on_the_day_of_its_column_and_not_on_that_of_the_table():
    draft = of_csv(DONE)[1]
    for day in ("", "2026-10-31"):
        made = records(draft, day)
        assert made.priorities[0][1][0].record["updates"] == ({"on": "2026-03-28", "state": "complete"},)
        assert not made.waiting
