"""A baseline is a value on a day, or the day by which it will be known; and where a line and a way begin."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.judging.measure_builder import measure


def test_a_baseline_is_known_or_expected() -> None:
    known, expected = (
        measure(baseline=one).baseline for one in ({"on": "2011-12-13", "value": 65}, {"expected": "2023-12-31"})
    )
    assert known
    assert known.known
    assert (known.known.on.text, known.known.value) == ("2011-12-13", 65)
    assert expected
    assert (expected.known, str(expected.expected)) == (None, "2023-12-31")


@pytest.mark.parametrize(
    ("baseline", "message"),
    [
        ({"on": "2011-12-13"}, "a baseline needs 'value'"),
        ({"value": 65}, "a baseline needs 'on'"),
        ({}, "a baseline needs 'on' and 'value'"),
        ({"expected": "2023-12-31", "value": 65}, "a baseline is either known or still expected"),
    ],
)
def test_half_a_baseline_is_refused(baseline: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        measure(baseline=baseline)


POINT: dict[str, Any] = {"on": "2020-03-31", "value": 60}


def test_a_line_is_declared_by_either_key_and_a_baseline_alone_is_none() -> None:
    old, new = measure(straight_line_from=POINT), measure(baseline=POINT, on_the_way="straight-line")
    assert old.line == new.line == old.start == new.start
    alone = measure(baseline=POINT)
    assert (alone.line, alone.start) == (None, new.start)
    assert measure(baseline={"expected": "2023"}, on_the_way="straight-line").line is None
