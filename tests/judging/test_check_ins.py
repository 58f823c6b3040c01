"""Check-ins of a commitment: what is known on a day, and when somebody is to ask again."""

from datetime import date

import pytest

from strategy_tracker.judging.check_ins import known_judgements, next_check_in
from strategy_tracker.model.parts.pledge import Commitment

from .measure_builder import as_read


def commitment(*days, check_in=None):
    found = [{"on": day, "kept": "yes"} for day in days]
    return Commitment.model_validate(as_read({"id": "a", "text": "A", "check_in": check_in, "judgements": found}))


def test_what_is_found_later_is_not_known_yet_and_the_newest_comes_first():
    one = commitment("2021-05", "2023-01", "2022-05-02")
    assert [str(each.on) for each in known_judgements(one, date(2022, 8, 31))] == ["2022-05-02", "2021-05"]


@pytest.mark.parametrize(
    ("days", "check_in", "words"),
    [
        (["2022-05-02"], None, ""),
        ([], "year", "to be asked every year, and nobody has recorded an answer"),
        (["2022-05-02"], "year", "to be asked every year: again by 2023-05-02"),
        (["2021-05"], "6 months", "to be asked every 6 months: that was due by 2021-11-30"),
    ],
)
def test_the_next_check_in_follows_from_the_last(days, check_in, words):
    assert next_check_in(commitment(*days, check_in=check_in), date(2022, 8, 31)) == words
