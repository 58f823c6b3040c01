"""The newest edition comes first, what is to come is not known, and the next one is wanted by a day."""

from datetime import date

import pytest

from strategy_tracker.judging.surveys import known_editions, next_edition
from strategy_tracker.model.parts.survey import Survey
from tests.judging.measure_builder import as_read


def survey(*days, every="2 years"):
    tree = {"id": "s", "title": "Voices", "every": every, "editions": [{"on": day} for day in days]}
    return Survey.model_validate(as_read(tree))


def test_the_newest_edition_comes_first_and_one_to_come_is_not_known():
    known = known_editions(survey("2019", "2021-06", "2023"), date(2022, 1, 1))
    assert [one.on.text for one in known] == ["2021-06", "2019"]


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (survey("2021-06"), "held every 2 years: again by 2023-06-30"),
        (survey("2019-06"), "held every 2 years: that was wanted by 2021-06-30"),
        (survey(), "held every 2 years, and no edition is on record"),
        (survey("2021", every=None), ""),
    ],
)
def test_it_says_when_people_are_asked_again(made, said):
    assert next_edition(made, date(2022, 1, 1)) == said
