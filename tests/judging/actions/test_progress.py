"""The share of an action that is complete against the share of its time that has gone."""

from decimal import Decimal

import pytest

from strategy_tracker.model.parts.progress import Progress
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.action_builder import action, stood, update

LIMITS = Progress(green_from=Decimal(90), amber_from=Decimal(70))
RATED = DEFAULTS.model_copy(update={"progress": LIMITS})
YEAR = {"starts": "2018-04-01", "due": "2019-04-01"}
HALF = "2018-09-30"
"""182 of 365 days: 49.86…% of the time."""


def at_half(share, settings=RATED, rag=None, **keys):
    done = update("2018-09-20", rag=rag, complete=Decimal(str(share)))
    return stood(action(done, **{**YEAR, **keys}), HALF, settings)


@pytest.mark.parametrize(
    ("share", "colour"),
    [(50, "green"), (44.88, "green"), (44.87, "amber"), (34.91, "amber"), (34.9, "red"), (0, "red")],
)
def test_each_limit_flips_the_colour_one_step_apart(share, colour):
    assert at_half(share).rating.colour == colour


def test_it_says_what_it_is_worked_out_from():
    found = at_half(40)
    assert (found.complete, found.progress) == (40, "40% complete, said on 2018-09-20; 49% of its time has gone")
    assert found.rating.why == "progress"
    assert found.rating.reason == (
        "its progress decides: 40% complete, said on 2018-09-20; 49% of its time has gone: 80% of what was expected by "
        "now (green from 90%, amber from 70%); its owner gave no judgement"
    )


def test_without_the_setting_it_is_told_and_gives_no_colour():
    found = at_half(0, DEFAULTS)
    assert (found.rating.colour, found.rating.why) == ("green", "on-time")
    assert found.progress == "0% complete, said on 2018-09-20; 49% of its time has gone"


@pytest.mark.parametrize("keys", [{"due": None}, {"starts": "2019-04-01", "due": "2019-04-01"}])
def test_without_time_between_two_days_nothing_is_held_against_it(keys):
    given = {key: value for key, value in {**YEAR, **keys}.items() if value}
    found = stood(action(update("2018-09-20", complete=Decimal(1)), **given), HALF, RATED)
    assert found.rating.why != "progress"
    assert found.progress.startswith("1% complete, said on 2018-09-20")


def test_the_start_of_the_strategy_counts_where_the_action_has_none():
    found = stood(action(update("2018-09-20", complete=Decimal(34)), due="2019-04-01"), HALF, RATED)
    assert (found.rating.colour, found.rating.why) == ("red", "progress")


def test_the_worse_of_progress_dates_and_judgement_decides():
    assert at_half(50, rag="red").rating.why == "judgement"
    assert at_half(40, rag="red").rating.why == "judgement"
    assert at_half(0, rag="amber").rating.why == "progress"
    late = stood(action(update("2019-04-10", complete=Decimal(95)), **YEAR), "2019-04-20", RATED)
    assert (late.rating.colour, late.rating.why, late.days_late) == ("amber", "late", 19)
    worse = stood(action(update("2019-04-10", complete=Decimal(60)), **YEAR), "2019-04-20", RATED)
    assert (worse.rating.colour, worse.rating.why, worse.days_late) == ("red", "progress", 19)


def test_a_judgement_that_says_another_thing_than_the_progress_is_a_disagreement():
    assert at_half(40, rag="green").disagreement.startswith(
        "its owner judged it green on 2018-09-20, but by its progress it is amber: 40% complete"
    )


def test_the_last_share_said_holds_until_another_one_is_said():
    first, second = update("2018-08-01", complete=Decimal(10)), update("2018-09-20", note="Slow")
    found = stood(action(first, second, **YEAR), HALF, RATED)
    assert (found.complete, found.rating.colour) == (10, "red")
    assert [one.complete for one in found.updates] == [None, 10]


def test_what_is_done_needs_no_share():
    done = stood(action(update("2018-09-20", "complete", complete=Decimal(40)), **YEAR), HALF, RATED)
    assert done.rating.colour == "blue"


def test_before_its_start_nothing_is_expected():
    early = action(update("2018-04-01", complete=Decimal(0)), starts="2018-04-01", due="2019-04-01")
    assert stood(early, "2018-04-01", RATED).rating.why != "progress"
