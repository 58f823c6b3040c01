"""A whole file to a draft: everything a careful person would enter, a word about the rest, and a sum that closes."""

from datetime import date
from decimal import Decimal

import pytest

from strategy_tracker.intake.draft import TableAnswers
from tests.intake.reading import codes, of_csv, of_xlsx
from tests.intake.workbooks import housing_plan, of_rows, saved, struck


@pytest.fixture(scope="module")
def housing():
    return of_xlsx(housing_plan())


def test_a_plan_of_housing_gives_its_actions_under_their_themes(housing):
    _, draft, _ = housing
    assert (draft.title, draft.organisation) == ("Housing Improvement Plan 2025–2027", "Ashford Vale District Council")
    assert [one.title for one in draft.priorities] == ["Theme 1: Homes that are warm", "Theme 2: Homes that are safe"]
    assert [(one.ref, one.owner, one.priority, one.due) for one in draft.actions] == [
        ("1.1", "Head of Housing", 0, "2026-03-31"),
        ("1.2", "Repairs Manager", 0, ""),
        ("2.1", "Repairs Manager", 1, "2025-12"),
        ("2.3", "Safety Officer", 1, ""),
    ]
    assert draft.actions[0].partners == ("Energy team", "Tenants' group")
    assert draft.actions[2].partners == ("Safety Officer",)


def test_the_colours_behind_cells_are_read_by_the_key_of_the_sheet(housing):
    _, draft, _ = housing
    assert [(one.state, one.rag) for one in draft.actions] == [
        ("in-progress", "green"),
        ("in-progress", "amber"),
        ("in-progress", "red"),
        ("", ""),
    ]


def test_several_dated_updates_in_a_cell_are_several_updates(housing):
    _, draft, _ = housing
    assert [(one.on, one.note) for one in draft.actions[0].updates] == [
        ("2025-05-01", "survey done."),
        ("2025-09-12", "half are insulated"),
    ]
    assert [one.on for one in draft.actions[1].updates] == ["2025-09"]


def test_figures_stand_under_headings_of_two_rows(housing):
    _, draft, _ = housing
    told = {one.title: ({p: r.said for p, r in one.readings.items()}, one.unit, one.better) for one in draft.measures}
    assert told["Homes insulated"] == (
        {"2024/25": "41", "2025/26 Q1": "52", "2025/26 Q2": "60"}, "percent", "higher",
    )  # fmt: skip
    assert told["Homes without a safety check"][0] == {"2024/25": "312", "2025/26 Q1": "280", "2025/26 Q2": "c"}
    assert [one.targets["2025/26"].value for one in draft.measures] == [75, 90, 50]


def test_what_was_not_understood_is_said_at_its_cell(housing):
    _, _, ledger = housing
    assert {
        ("What we do!F7", "not-a-date-in-a-cell"),
        ("What we do!C9", "two-owners"),
        ("What we do!F11", "no-such-day"),
        ("What we do!10:10", "hidden-row"),
        ("What we do!B7", "note-on-a-cell"),
        ("What we do!B12", "total-row"),
        ("How we know!F5", "no-figure-yet"),
        ("How we know!G6", "bound-as-target"),
        ("How we know!D4", "percent-format"),
        ("How we know!H3", "no-period-in-a-table"),
        ("Lists", "sheet-left-out"),
    } <= codes(ledger)


def test_every_cell_is_accounted_for(housing):
    source, _, ledger = housing
    counts = ledger.counts(source)
    assert counts["filled"] == sum(counts[name] for name in ("taken", "remarked", "not_taken", "left_out"))
    assert min(counts.values()) > 0


def test_names_of_persons_reach_nothing(housing):
    _, draft, ledger = housing
    assert "Bloggs" not in repr(draft) + repr(ledger.remarks)


def test_a_year_that_is_not_in_the_table_is_asked_for_and_taken_from_the_answer():
    text = "KPI,Unit,Q1 Actual,Q2 Actual\nVisits,CellNumber,120,130\n"
    _, draft, ledger = of_csv(text)
    assert not any(one.settled for one in draft.measures[0].readings.values())
    assert ("row 1, column C", "no-period-in-a-table") in codes(ledger)
    _, draft, ledger = of_csv(text, TableAnswers(year="2025/26"))
    assert {p: r.value for p, r in draft.measures[0].readings.items()} == {"2025/26 Q1": 120, "2025/26 Q2": 130}
    assert not codes(ledger)


def test_objectives_are_told_from_key_results_by_what_they_are_called():
    book, _ = of_rows(
        [
            ["#", "Objective / Key result", "Owner", "Start", "Target", "Now", "Score"],
            ["O1", "Answers without a call", "Digital Lead", None, None, None, None],
            ["KR1.1", "Search finds the page", None, 50, 80, 70, 0.7],
            ["KR1.2", "Calls a day", None, 400, 200, 320, 0.4],
            ["O2", "Pages for everybody", "Content Lead", None, None, None, None],
            ["KR2.1", "Pages rewritten", None, 0, 120, 60, 0.5],
        ],
        "2025-26 Q1",
    )
    _, draft, ledger = of_xlsx(saved(book))
    assert [one.title for one in draft.priorities] == ["Answers without a call", "Pages for everybody"]
    assert [(one.ref, one.owner, one.priority) for one in draft.measures] == [
        ("KR1.1", "Digital Lead", 0),
        ("KR1.2", "Digital Lead", 0),
        ("KR2.1", "Content Lead", 1),
    ]
    assert [one.readings["2025/26 Q1"].value for one in draft.measures] == [70, 320, 60]
    assert ("2025-26 Q1!G:G", "no-place-for-it") in codes(ledger)


def test_a_measure_on_the_sheets_of_two_quarters_is_one():
    book, _ = of_rows([["Ref", "KPI", "Unit", "Actual"], ["A1", "Visits", "Number", 120]], "2025-26 Q1")
    second = book.create_sheet("2025-26 Q2")
    for row in (["Ref", "KPI", "Unit", "Actual"], ["A1", "Visits of people", "Number", 130]):
        second.append(row)
    _, draft, ledger = of_xlsx(saved(book))
    assert {p: r.value for p, r in draft.measures[0].readings.items()} == {"2025/26 Q1": 120, "2025/26 Q2": 130}
    assert len(draft.measures) == 1
    assert ("2025-26 Q2!B2", "words-differ") in codes(ledger)


def test_a_scorecard_that_works_the_figures_out_again_adds_nothing():
    book, _ = of_rows([["KPI", "Unit", "Q1 2025/26"], ["Visits", "Number", 120], ["Loans", "Number", 80]], "KPIs")
    card = book.create_sheet("Scorecard")
    for row in (["KPI", "Unit", "Q1 2025/26"], ["Visits", "Number", "=KPIs!C2"], ["Loans", "Number", "=KPIs!C3"]):
        card.append(row)
    _, draft, ledger = of_xlsx(saved(book))
    assert [one.title for one in draft.measures] == ["Visits", "Loans"]
    assert ("Scorecard", "sheet-left-out") in codes(ledger)


def test_a_row_that_is_struck_out_is_left_out():
    book, sheet = of_rows(
        [["Action", "Owner", "By when"], ["Open the hub", "Head of Service", "31/03/2026"], ["Old", "Lead", "1/1/2024"]]
    )
    struck(sheet, "B3")
    struck(sheet, "A3")
    _, draft, ledger = of_xlsx(saved(book))
    assert [one.text for one in draft.actions] == ["Open the hub"]
    assert ("Plan!A3", "struck-out") in codes(ledger)


def test_actions_under_no_priority_get_one_of_the_sheets_name():
    _, draft, ledger = of_csv("No,Action,Who,Target,State\n1,Ask finance,Business Manager,1/4/2025,closed\n")
    assert [one.title for one in draft.priorities] == ["plan.csv"]
    assert [(one.text, one.due, one.state) for one in draft.actions] == [("Ask finance", "2025-04-01", "complete")]
    assert ("row 2, column C", "made-priority") not in codes(ledger)
    assert ("row 2, column B", "made-priority") in codes(ledger)


def test_a_remark_between_actions_is_no_action():
    text = (
        "No,Action,Who,Target,State\n1,Ask finance,Business Manager,1/4/2025,closed\n"
        ",,carried over from last year:,,\n2,Write to schools,Participation Officer,next meeting,open\n"
    )
    _, draft, ledger = of_csv(text)
    assert [one.text for one in draft.actions] == ["Ask finance", "Write to schools"]
    assert {code for _, code in codes(ledger)} >= {"row-left-out", "not-a-date-in-a-cell", "two-meanings"}


def test_dates_with_the_month_first_are_told_by_one_that_can_be_nothing_else():
    text = "Action,Owner,Due date\nOpen,Team Lead,03/04/2026\nClose,Team Lead,03/28/2026\n"
    assert [one.due for one in of_csv(text)[1].actions] == ["2026-03-04", "2026-03-28"]
    assert [one.due for one in of_csv(text.replace("03/28", "28/03"))[1].actions] == ["2026-04-03", "2026-03-28"]


def test_decimal_commas_of_a_table_decide_what_a_point_is():
    text = "Kennzahl;Einheit;Q1 2024/25;Q2 2024/25\nAnrufe in 5 Minuten;%;81,4 %;83,0 %\nBeschwerden;Zahl;1.204;998\n"
    _, draft, ledger = of_csv(text.encode("cp1252"))
    assert [r.value for one in draft.measures for r in one.readings.values()] == [
        Decimal("81.4"), Decimal("83.0"), 1204, 998,
    ]  # fmt: skip
    assert ("row 3, column C", "decimal-commas") in codes(ledger)


def test_a_table_with_one_reading_a_row_wants_to_know_whose_they_are():
    text = "Area,Period,Indicator,Unit,Value\n" + "".join(
        f"{area},{year},Waste recycled,%,{value}\n"
        for year, base in (("2022/23", 40), ("2023/24", 42))
        for area, value in (("Northtown", base), ("Southtown", base + 3), ("England", base + 1))
    )
    _, draft, ledger = of_csv(text)
    assert not draft.measures[0].readings
    assert {code for _, code in codes(ledger)} == {"which-area"}
    _, draft, ledger = of_csv(text, TableAnswers(where="Area=Northtown"))
    assert {p: r.value for p, r in draft.measures[0].readings.items()} == {"2022/23": 40, "2023/24": 42}
    assert {p: r.value for p, r in draft.measures[0].benchmarks["England"].items()} == {"2022/23": 41, "2023/24": 43}
    assert not codes(ledger)


def test_tables_for_each_year_of_a_plan_hold_its_targets():
    text = "id,goal,kpi_name,unit,baseline,y1_2026_27,y2_2027_28\na-1,Growth,Loans,number,120,130,140\n"
    _, draft, _ = of_csv(text)
    assert {p: r.value for p, r in draft.measures[0].targets.items()} == {"2026/27": 130, "2027/28": 140}
    assert draft.measures[0].baseline.value == 120
    assert not draft.measures[0].readings


def test_one_month_a_row_with_its_target_is_one_measure():
    text = (
        "Month,KPI,Actual,Target,RAG\nApr-24,Calls answered (%),88,90,Amber\nMay-24,Calls answered (%),91,90,Green\n"
        "Apr-24,Complaints,12,,\nMay-24,Complaints,14,,\n"
    )
    _, draft, ledger = of_csv(text, TableAnswers(year="2024/25"))
    assert [(one.title, one.unit) for one in draft.measures] == [("Calls answered (%)", "percent"), ("Complaints", "")]
    assert [{p: r.value for p, r in one.readings.items()} for one in draft.measures] == [
        {"2024-04": 88, "2024-05": 91},
        {"2024-04": 12, "2024-05": 14},
    ]
    assert draft.measures[0].targets["2024-04"].value == 90
    assert ("column E", "status-not-taken") in codes(ledger)


def test_what_runs_up_beside_months_is_no_figure_of_the_year():
    text = "KPI,Apr-24,May-24,YTD,Current\nComplaints,12,14,26,14\n"
    _, draft, ledger = of_csv(text, TableAnswers(year="2024/25"))
    settled = {p: r.value for p, r in draft.measures[0].readings.items() if r.settled}
    assert settled == {"2024-04": 12, "2024-05": 14}
    assert ("column D", "no-place-for-it") in codes(ledger)


def test_colours_quarter_after_quarter_are_said_as_of_the_last_one():
    text = "Objective,Action,Lead,By when,Q1 RAG,Q1 Commentary,Q2 RAG,Q2 Commentary\n"
    text += "Streets,Replace bins,Head of Streets,31/3/2026,G,40 in,A,A delay\n"
    text += "Streets,Sweep,Head of Streets,31/3/2026,R,,,\n"
    _, draft, _ = of_csv(text, TableAnswers(year="2025/26"))
    assert [one.rag for one in draft.actions] == ["amber", "red"]
    assert [(one.period, one.note) for one in draft.actions[0].updates] == [
        ("2025/26 Q1", "40 in"),
        ("2025/26 Q2", "A delay"),
    ]


def test_an_agreed_action_stands_before_the_recommendation_that_it_answers():
    text = "Ref,Recommendation,Agreed action,Owner,Target date\n"
    text += "R1,The council should map demand,Map it,Team Lead,31/3/2026\n"
    _, draft, _ = of_csv(text + "R2,The council should train,Train,Team Lead,31/3/2026\n")
    assert [one.text for one in draft.actions] == ["Map it", "Train"]
    assert "The council should map demand" in draft.actions[0].note


def test_start_and_end_under_one_heading_are_two_dates():
    rows = [
        ["Ref", "Action", "Timescale", None, "Lead"],
        [None, None, "Start", "End", None],
        ["1.1", "Train the staff", date(2025, 4, 1), date(2026, 3, 31), "Workforce Lead"],
    ]
    book, sheet = of_rows(rows)
    for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:E2"):
        sheet.merge_cells(cells)
    _, draft, _ = of_xlsx(saved(book))
    assert [(one.starts, one.due) for one in draft.actions] == [("2025-04-01", "2026-03-31")]


def test_what_stands_under_a_line_over_its_table_belongs_to_that_priority():
    text = "Ambition 1: Heard,,\nAction,Lead,Deadline\nOpen a panel,Lead,1/4/2026\n,,\nMeasure,Unit,2025\nA,%,31\n"
    text += "Ambition 2: Safe,,\nAction,Lead,Deadline\nOne door,Lead,1/6/2026\n,,\nMeasure,Unit,2025\nB,%,19\n"
    source, draft, ledger = of_csv(text)
    assert [one.title for one in draft.priorities] == ["Ambition 1: Heard", "Ambition 2: Safe"]
    assert [one.priority for one in draft.actions] == [0, 1] == [one.priority for one in draft.measures]
    assert not ledger.remarks
    counts = ledger.counts(source)
    assert (counts["filled"], counts["not_taken"]) == (26, 0)


def test_progress_of_a_quarter_whose_year_nothing_says_keeps_its_heading_and_asks():
    text = "Action,Lead,By when,Q1 update\nOpen the hub,Team Lead,31/3/2026,Sites were found\n"
    _, draft, ledger = of_csv(text)
    assert draft.actions[0].updates[0].note == "Q1 update: Sites were found"
    assert ("row 1, column D", "no-period-in-a-table") in codes(ledger)
    _, draft, ledger = of_csv(text, TableAnswers(year="2025/26"))
    assert (draft.actions[0].updates[0].period, draft.actions[0].updates[0].note) == ("2025/26 Q1", "Sites were found")


def test_commentary_beside_figures_is_said_to_have_no_place():
    _, _, ledger = of_csv("Measure,Unit,2024/25,Commentary\nBins,%,88,A lorry broke down\n")
    assert codes(ledger) == {("column D", "no-place-for-it")}


@pytest.mark.parametrize(("text", "example"), [("Q2 2026", "2026-03"), ("when staff are back", "every:month")])
def test_a_due_date_that_is_none_asks_with_an_example_of_its_kind(text, example):
    _, _, ledger = of_csv(f"Action,Lead,By when\nOpen the hub,Team Lead,{text}\n")
    (said,) = (one for one in ledger.remarks if one.code == "not-a-date-in-a-cell")
    assert said.next_step.endswith(f"'due:{text}={example}'")


@pytest.mark.parametrize("head", ["Question", ""])
def test_names_beside_figures_under_periods_are_measures_whatever_stands_over_them(head):
    source, draft, ledger = of_csv(f"{head},2023,2024,n\nI feel safe,88%,90%,112\nI know my rights,70%,74%,110\n")
    assert [(one.title, list(one.readings)) for one in draft.measures] == [
        ("I feel safe", ["2023", "2024"]),
        ("I know my rights", ["2023", "2024"]),
    ]
    assert codes(ledger) == {("column D", "no-place-for-it")}
    assert ledger.counts(source)["not_taken"] == 2


def test_headings_in_two_languages_say_one_thing():
    text = "Blaenoriaeth / Priority,Cam gweithredu / Action,Arweinydd / Lead,Erbyn pryd / By when,Statws / Status\n"
    _, draft, _ = of_csv(f"{text}Dysgu,Agor ysgol,Pennaeth Addysg,Medi 2026,Ar y gweill\n")
    assert [(one.text, one.owner, one.due, one.state) for one in draft.actions] == [
        ("Agor ysgol", "Pennaeth Addysg", "2026-09", "in-progress")
    ]


def test_of_two_columns_of_actions_the_first_is_the_action_and_the_other_how():
    text = "No,What are we going to do?,How will we do it?,Who,When\n"
    text += "1,Write a charter,Four workshops with parents,Lead,Jan 2026\n2,Open up,New terms,Lead,Jan 2026\n"
    _, draft, _ = of_csv(text)
    assert [one.text for one in draft.actions] == ["Write a charter", "Open up"]


def test_remarks_below_a_short_table_are_no_measures():
    text = "Indicator,Target 2025/26,Q1 2025/26\nCalls,85,81\nSick days,8,8.4\n,,\nNotes: of a year,,\nContact: us,,\n"
    _, draft, ledger = of_csv(text)
    assert [one.title for one in draft.measures] == ["Calls", "Sick days"]
    assert {place for place, code in codes(ledger) if code == "row-left-out"} == {"row 5, column A", "row 6, column A"}


def test_millions_are_money_where_the_unit_is():
    _, draft, _ = of_csv('Indicator,Unit,2023/24,2024/25\nRates collected,£,"£1,310,020",1.4m\n')
    assert [one.said for one in draft.measures[0].readings.values()] == ["1310020", "1400000"]


@pytest.mark.parametrize(
    ("heads", "period"),
    [
        ("Q1 2025/26,Q2 2025/26,Year end target", "2025/26"),
        ("Q4 2024/25,Q1 2025/26,Year end target", "Year end target"),
        ("Q1 2025/26,Q2 2025/26,Target", "Target"),
    ],
)
def test_a_target_of_the_year_beside_quarters_of_one_year_is_of_that_year(heads, period):
    _, draft, _ = of_csv(f"Indicator,Unit,{heads}\nCalls,%,81,86,85\n")
    assert list(draft.measures[0].targets) == [period]


def test_the_period_of_a_figure_may_stand_in_a_column_of_its_own():
    text = "Indicator,Baseline,Baseline year,Latest,Latest year,Target,Target year\n"
    text += "Breastfed,38.1%,2018/19,43.2%,2023/24,50%,2027/28\nIn work,72.3%,2019,74%,2024,76%,2028\n"
    _, draft, ledger = of_csv(text)
    assert [{key: one.said for key, one in each.readings.items()} for each in draft.measures] == [
        {"2018/19": "38.1", "2023/24": "43.2"},
        {"2019": "72.3", "2024": "74"},
    ]
    assert [{key: one.said for key, one in each.targets.items()} for each in draft.measures] == [
        {"2027/28": "50"},
        {"2028": "76"},
    ]
    assert not ledger.remarks


def test_a_baseline_whose_heading_names_its_year_is_a_reading_of_it():
    _, draft, _ = of_csv("Measure,Unit,Baseline (2023),Actual 2024\nAttendance,%,91.2,92.4\n")
    assert list(draft.measures[0].readings) == ["2023", "2024"]


PLANNER = """\
Task ID,Task Name,Bucket Name,Progress,Priority,Assigned To,Created By,Start,Due date,Late,Completed Date,Notes
Aa1,Write the plan,Homes,Completed,Important,Head of Housing,An Officer,02/04/2025,30/06/2025,false,28/06/2025,Ten pages
Aa2,Consult tenants,Homes,In progress,Medium,Head of Housing,An Officer,01/07/2025,31/12/2025,true,,
Aa3,Set a budget,Money,Not started,Urgent,,An Officer,,31/03/2026,false,,
"""


def test_a_list_of_tasks_as_a_planning_program_writes_it():
    _, draft, ledger = of_csv(PLANNER)
    assert [(one.ref, one.text, draft.priorities[one.priority].title, one.due) for one in draft.actions] == [
        ("Aa1", "Write the plan", "Homes", "2025-06-30"),
        ("Aa2", "Consult tenants", "Homes", "2025-12-31"),
        ("Aa3", "Set a budget", "Money", "2026-03-31"),
    ]
    assert [(one.updates[0].on, one.state) for one in draft.actions] == [
        ("2025-06-28", "complete"),
        ("", "in-progress"),
        ("", "not-started"),
    ]
    assert draft.actions[0].note == "Ten pages"
    assert {place for place, code in codes(ledger) if code == "no-place-for-it"} == {f"column {one}" for one in "EGJ"}
