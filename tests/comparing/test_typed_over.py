"""What was typed over between two versions: one value at a time, by its value and never by its spelling."""

import pytest

from strategy_tracker.comparing.typed_over import former_records, typed_over
from tests.checks.builder import action, measures, priority, strategy

MOVE = {"on": "2026-01-10", "from": "2026-03-31", "to": "2026-06-30", "why": "The provider withdrew"}


def told(old, new):
    return [one[:5] for one in typed_over(former_records([old]), new)]


def due(before, after, before_moved=(), moved=()):
    """The quiet steps of a due date, from one version of an action to another."""
    old, new = ({key: value for key, value in one.items() if value} for one in ({"due": before}, {"due": after}))
    found = told(strategy(action(**old, moved=before_moved)), strategy(action(**new, moved=moved)))
    assert all(one[:3] == ("due", "plan/safe-01", "") for one in found)
    return [one[3:] for one in found]


def test_a_due_date_that_was_typed_over():
    assert due("2026-03-31", "2026-06-30") == [("2026-03-31", "2026-06-30")]
    assert due("2026-03-31", "") == [("2026-03-31", "")]
    assert due("", "2026-03-31") == []
    assert due("2026-03", "2026-03-31") == due("2026-03-31", "2026-03-31") == []


def test_a_due_date_that_moved_by_the_book():
    assert due("2026-03-31", "2026-06-30", (), [MOVE]) == []
    assert due("2026-03-31", "2026-06-30", (), [{key: MOVE[key] for key in ("on", "from", "why")}]) == []
    again = {"on": "2026-02-10", "from": "2026-06-30", "to": "2026-12-31", "why": "Nobody else came"}
    assert due("2026-03-31", "2026-12-31", (), [MOVE, again]) == []
    assert due("2026-06-30", "2026-12-31", [MOVE], [MOVE, again]) == []


def test_a_move_explains_its_own_step_and_no_other():
    assert due("2026-06-30", "2026-12-31", [MOVE], [MOVE]) == [("2026-06-30", "2026-12-31")]
    assert due("2026-03-31", "2026-12-31", (), [MOVE]) == [("2026-06-30", "2026-12-31")]
    assert due("2025-12-31", "2026-06-30", (), [MOVE]) == [("2025-12-31", "2026-03-31")]
    old = {"on": "2025-01-10", "from": "2025-03-31", "why": "As 0.1.0 wrote it"}
    assert due("2026-03-31", "2026-06-30", [old], [old]) == [("2026-03-31", "2026-06-30")]


def test_a_date_written_back_to_where_its_record_ends_is_no_quiet_change():
    assert due("2026-12-31", "2026-06-30", [MOVE], [MOVE]) == []


def test_a_move_that_was_taken_off_the_record_is_quiet_unless_the_date_went_back_with_it():
    assert due("2026-06-30", "2026-06-30", [MOVE], []) == [("2026-03-31", "2026-06-30")]
    assert due("2026-06-30", "2026-06-30", [MOVE], [MOVE | {"why": "Snow", "approved_by": "Board"}]) == []
    assert due("2026-06-30", "2026-03-31", [MOVE], []) == [("2026-03-31", "2026-06-30"), ("2026-06-30", "2026-03-31")]


def test_a_milestone_is_known_again_by_its_words_or_its_place():
    def with_steps(*steps):
        return strategy(action(milestones=[{"text": text, "due": day} for text, day in steps]))

    old = with_steps(("Venue", "2026-03-31"), ("Speakers", "2026-04-30"))
    moved = with_steps(("Speakers", "2026-05-31"), ("Venue", "2026-03-31"))
    assert told(old, moved) == [("due", "plan/safe-01", "Speakers", "2026-04-30", "2026-05-31")]
    reworded = with_steps(("Venue booked", "2026-09-30"), ("Speakers", "2026-04-30"))
    assert told(old, reworded) == [("due", "plan/safe-01", "Venue booked", "2026-03-31", "2026-09-30")]


def measured(**keys):
    return measures(**{"targets": {"2025/26": 90, "2026/27": 95}} | keys)


FLOOR = tuple({"targets": {"2025/26": {"value": 90, "amber_from": floor}}} for floor in (80, 70))


@pytest.mark.parametrize(
    ("old", "new", "found", "entry"),
    [
        ({}, {"targets": {"2025/26": 85, "2026/27": 95}}, ("target", "2025/26", "90", "85"), {"target": "2025/26"}),
        ({}, {"targets": {"2025/26": 90}}, ("target", "2026/27", "95", ""), {"target": "2026/27"}),
        (*FLOOR, ("tolerance", "amber_from for 2025/26", "80", "70"), {"target": "2025/26", "rule": "amber_from"}),
        (
            {"amber_within": "5 points"},
            {"amber_within": "9 points"},
            ("tolerance", "amber_within", "5 points", "9 points"),
            {"rule": "amber_within"},
        ),
        ({"amber_from": 80}, {}, ("tolerance", "amber_from", "80", ""), {"rule": "amber_from"}),
    ],
)
def test_a_target_or_a_tolerance_that_was_typed_over_and_the_same_on_record(old, new, found, entry):
    kind, what, before, after = found
    assert told(measured(**old), measured(**new)) == [(kind, "dental", what, before, after)]
    values = {"from": before, "to": after} if after else {"from": before}
    entry = entry | {"on": "2025-05-02"} | {key: int(one) if one.isdigit() else one for key, one in values.items()}
    assert told(measured(**old), measured(**new, changed=[entry])) == []
    assert told(measured(**new), measured(**new)) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({"better": "higher"}, {"better": "lower"}, ("tolerance", "better", "higher", "lower")),
        ({"suspended": {"on": "2025-04-01", "why": "Snow"}}, {}, ("tolerance", "suspended", "since 2025-04-01", "")),
        (
            {"suspended": {"on": "2025-04-01", "why": "Snow"}},
            {"suspended": {"on": "2025-04-01", "until": "2026", "why": "Snow"}},
            ("tolerance", "suspended", "since 2025-04-01", "since 2025-04-01 until 2026"),
        ),
        ({"same_within": "1 points"}, {}, ("tolerance", "same_within", "1 points", "")),
        ({"owner": "Team A"}, {"owner": "Team B"}, ("owner", "", "Team A", "Team B")),
        (
            {"profile": {"2025/26 Q1": 20}},
            {"profile": {"2025/26 Q1": 10, "2025/26 Q2": 40}},
            ("tolerance", "profile for 2025/26 Q1", "20", "10"),
        ),
        (
            {"straight_line_from": {"on": "2025-04-01", "value": 10}},
            {"straight_line_from": {"on": "2025-04-01", "value": 5}},
            ("tolerance", "straight_line_from", "10 on 2025-04-01", "5 on 2025-04-01"),
        ),
        (
            {"baseline": {"on": "2025-04-01", "value": 10}},
            {"baseline": {"on": "2025-04-01", "value": 5}},
            ("tolerance", "baseline", "10 on 2025-04-01", "5 on 2025-04-01"),
        ),
        (
            {"on_the_way": "straight-line"},
            {},
            ("tolerance", "on_the_way", "straight-line", ""),
        ),
    ],
)
def test_what_has_no_record_of_its_own_and_the_same_with_a_note(old, new, found):
    kind, what, before, after = found
    assert told(measured(**old), measured(**new)) == [(kind, "dental", what, before, after)]
    assert told(measured(**old), measured(**new, note="The board set it on 2 May")) == []
    assert told(measured(**new), measured(**new)) == []


def test_a_baseline_that_was_expected_and_came_was_not_typed_over():
    old, new = measured(baseline={"expected": "2025-12-31"}), measured(baseline={"on": "2025-12-01", "value": 5})
    assert told(old, new) == []


def test_what_is_only_added_or_spelled_otherwise_was_not_typed_over():
    more = measured(targets={"2025/26": 90.0, "2026/27": 95, "2027/28": 97}, readings={"2025/26": 70}, owner="Team A")
    assert told(measured(), more) == []
    assert told(measured(amber_within="5 points"), measured(amber_within="5.0 points")) == []


def test_a_note_on_the_target_is_its_reason():
    noted = {"2025/26": {"value": 85, "note": "Agreed on 2 May"}, "2026/27": 95}
    assert told(measured(), measured(targets=noted)) == []
    old = {"2025/26": {"value": 90, "note": "As in the plan"}}
    new = {"2025/26": {"value": 85, "note": "As in the plan"}}
    assert told(measured(targets=old), measured(targets=new)) == [("target", "dental", "2025/26", "90", "85")]


def test_a_change_on_record_explains_its_own_step_and_no_other():
    step = {"on": "2026-05-12", "target": "2025/26", "from": 90, "to": 85, "why": "Two homes closed"}
    two = {"targets": {"2025/26": 85, "2026/27": 95}, "changed": [step]}
    assert told(measured(), measured(**two)) == []
    two["targets"]["2025/26"] = 80
    assert told(measured(), measured(**two)) == [("target", "dental", "2025/26", "85", "80")]
    assert told(measured(targets={"2025/26": 87}), measured(**two))[0][3:] == ("87", "90")
    back = measured(**two | {"targets": {"2025/26": 85, "2026/27": 95}})
    assert told(measured(**two), back) == []
    gone = measured(**two | {"targets": {"2025/26": 85, "2026/27": 95}, "changed": []})
    assert told(back, gone) == [("target", "dental", "2025/26", "90", "85")]
    wider = {"on": "2026-05-12", "rule": "amber_within", "from": "3 points", "to": "5 points", "why": "Small numbers"}
    one = measured(amber_within="3 points")
    assert told(one, measured(amber_within="5 points", changed=[wider])) == []
    assert told(one, measured(amber_within="6 points", changed=[wider])) == [
        ("tolerance", "dental", "amber_within", "5 points", "6 points")
    ]


def test_owners_and_the_title_of_a_priority():
    old = strategy(priorities=[priority("safe", action(owner="Ann's post"), owner="Head")], owner="Director")
    new = strategy(priorities=[priority("safe", action(), owner="Deputy")], owner="Director")
    assert told(old, new) == [
        ("owner", "plan/safe", "", "Head", "Deputy"),
        ("owner", "plan/safe-01", "", "Ann's post", "Deputy"),
    ]
    assert told(
        old, strategy(priorities=[{**priority("safe"), "title": "Sound", "owner": "HEAD "}], owner="Chief")
    ) == [
        ("owner", "plan", "", "Director", "Chief"),
        ("wording", "plan/safe", "", "Safe", "Sound"),
    ]


def test_an_item_is_known_again_in_another_priority_and_what_is_new_or_gone_is_no_quiet_change():
    old = strategy(priorities=[priority("safe", action(due="2026-03-31")), priority("heard", action("heard-01"))])
    new = strategy(priorities=[priority("heard", action(due="2026-06-30"), action("new-01", due="2026-01-31"))])
    assert told(old, new) == [("due", "plan/safe-01", "", "2026-03-31", "2026-06-30")]


def test_days_of_a_step_and_none_where_there_is_no_date():
    old, new = strategy(action(due="2026-03")), strategy(action(due="2026-04-10"))
    assert [one.days for one in typed_over(former_records([old]), new)] == [10]
    assert [one.days for one in typed_over(former_records([old]), strategy(action()))] == [0]


def test_a_suspension_that_says_why_it_is_another_one_now_is_not_quiet():
    one, two = (
        {"on": "2025-04-01", "until": day, "why": why} for day, why in (("2025", "Snow"), ("2026", "More snow"))
    )
    assert told(measures(suspended=one), measures(suspended=two)) == []
    assert told(measures(suspended=one), measures(note="Open again")) == []
    assert told(measures(), measures(suspended=one)) == []


def test_a_suspension_of_one_target_is_named_by_its_period():
    held = {"value": 90, "suspended": {"on": "2025-04-01", "why": "Snow"}}
    found = told(measures(targets={"2025/26": held}), measures(targets={"2025/26": 90}))
    assert found == [("tolerance", "dental", "suspended for 2025/26", "since 2025-04-01", "")]


def test_what_measures_inherit_from_a_strategy_is_changed_with_a_word_in_its_note():
    one, two = strategy(measures_default={"amber": "none"}), strategy(measures_default={"frequency": "year"})
    assert told(one, two) == [("tolerance", "plan", "measures_default", "amber none", "frequency year")]
    assert told(one, strategy(note="The board wants amber")) == []
    assert told(strategy(), one) == []
