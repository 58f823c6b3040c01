from datetime import date
from typing import get_args

from strategy_tracker.diagnostics import Position
from strategy_tracker.judging.attention import AttentionItem, OverdueKind
from strategy_tracker.views.formats.findings.of_overdue import SEVERITIES, overdue_findings

LATE = AttentionItem(
    ("late",), "Head of Service", ("young-carers",), "young-carers/seen-01", "Train every school",
    date(2025, 9, 20), 11, "overdue by 11 days (due 2025-09-20)",
)  # fmt: skip
PLACE = ("strategies/young-carers.yaml", Position(40, 13, 40, 20))


def test_a_late_action_is_an_error_at_its_place_with_the_one_to_ask():
    (found,) = overdue_findings([LATE], lambda one: PLACE)
    assert (found.file, found.position, found.code, found.severity) == (*PLACE, "late", "error")
    assert found.message == "young-carers/seen-01 'Train every school': late"
    assert found.help == "overdue by 11 days (due 2025-09-20); ask Head of Service"


def test_a_body_is_named_once_and_a_missing_author_of_its_paper_is_said_by_the_key_it_has():
    meeting = AttentionItem(
        ("missed-review",), None, ("young-carers",), "Carers Board", "Carers Board", None, 3, "missed", thing="meeting"
    )
    (found,) = overdue_findings([meeting], lambda one: ("", None))
    assert (found.message, found.position) == ("'Carers Board': missed review", None)
    assert found.help == "missed; nobody is named: add 'paper_by'"
    (found,) = overdue_findings([LATE._replace(owner=None)], lambda one: PLACE)
    assert found.help == "overdue by 11 days (due 2025-09-20); nobody is named: add 'owner'"


def test_the_message_is_the_same_on_the_next_day():
    later = LATE._replace(days=12, words="overdue by 12 days (due 2025-09-20)")
    today, tomorrow = overdue_findings([LATE, later], lambda one: PLACE)
    assert today.message == tomorrow.message


def test_every_kind_has_a_severity():
    assert set(SEVERITIES) == set(get_args(OverdueKind))
