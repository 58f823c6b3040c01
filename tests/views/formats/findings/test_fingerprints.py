"""A finding that is known again."""

from hypothesis import given

from strategy_tracker.diagnostics import Position
from strategy_tracker.views.formats.findings.fingerprints import fingerprints

from .samples import ADVICE, ALL, FAULT, findings


@given(findings)
def test_no_two_findings_have_the_same_fingerprint(found):
    twice = [*found, *found]
    assert len(set(fingerprints(twice))) == len(twice)


def test_a_fingerprint_stays_when_lines_and_list_items_move():
    moved = FAULT._replace(position=Position(99, 1, 99, 2), route=("priorities", 4, "actions", 7, "due"), source="x")
    assert list(fingerprints([moved])) == list(fingerprints([FAULT]))
    assert list(fingerprints(ALL)) == list(fingerprints(ALL))


def test_a_fingerprint_is_of_the_code_the_file_the_keys_and_the_message():
    others = [
        FAULT._replace(code="not-a-date"),
        FAULT._replace(file="strategies/b.yaml"),
        FAULT._replace(route=("priorities", 0, "actions", 2, "starts")),
        FAULT._replace(message="there is no date '2025-02-31' in the calendar"),
        ADVICE,
    ]
    prints = [next(fingerprints([one])) for one in [FAULT, *others]]
    assert len(set(prints)) == len(prints)


def test_the_first_of_two_alike_keeps_its_fingerprint():
    first, second = fingerprints([FAULT, FAULT])
    assert [first] == list(fingerprints([FAULT]))
    assert first != second
