"""Steps of targets and tolerances as they stood on a day, in the order in which they were made."""

from datetime import date

from strategy_tracker.judging.measures.changed_rules import changed_keys, changed_rules, named, shown_value, steps_of
from tests.judging.measure_builder import as_read, measure

CHANGED = [
    {"on": "2022-06-01", "rule": "amber_within", "from": "2 points", "to": "5 points", "why": "Small numbers"},
    {"on": "2022-05-01", "target": "2022/23", "from": 90, "to": 85, "why": "Fewer homes", "approved_by": "Board"},
    {"on": "2022-07-01", "target": "2022/23", "rule": "amber_from", "from": 70, "why": "Not used"},
]
EASED = measure(targets={"2022/23": 80}, amber_within="5 points", changed=CHANGED)


def told(day):
    return [(one.on, one.what, one.former, one.to, one.why, one.approved_by) for one in changed_rules(EASED, day)]


def test_each_step_has_its_reason_and_one_nobody_recorded_follows_it():
    assert told(date(2022, 12, 31)) == [
        ("2022-05-01", "target for 2022/23", "90%", "85%", "Fewer homes", "Board"),
        (None, "target for 2022/23", "85%", "80%", None, None),
        ("2022-06-01", "amber within", "2 points", "5 points", "Small numbers", None),
        ("2022-07-01", "amber from, for 2022/23", "70%", "none", "Not used", None),
    ]


def test_what_was_changed_later_was_not_yet():
    assert [row[:4] for row in told(date(2022, 5, 31))] == [
        ("2022-05-01", "target for 2022/23", "90%", "85%"),
        (None, "target for 2022/23", "85%", "80%"),
    ]
    assert steps_of(EASED, None, "amber_within", date(2022, 5, 31)) == []


def test_keys_are_named_once_and_values_printed_in_the_unit():
    assert [named(*key) for key in changed_keys(EASED)] == [
        "amber within",
        "target for 2022/23",
        "amber from, for 2022/23",
    ]
    assert shown_value(as_read(1234), measure(unit="count")) == "1,234"
