"""Figures of others fit the measures of their codes; the words of each finding stand in tests/cases/bad."""

import pytest

from strategy_tracker.checks.of_measures.figures_of_others import others_fit
from strategy_tracker.model.comparators import Comparators
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.settings import DEFAULTS
from tests.checks.builder import TODAY, measure, measures, tidy

MOVES = {"code": "CLA-3", "better": "lower", "readings": {"2022/23": 8}}


def file_of(*rows, downloaded="2023-11-16"):
    listed = [{"geography": name, **more, "figures": figures} for name, more, figures in rows]
    tree = {"source": "Tables", "downloaded": downloaded, "comparators": listed}
    return Comparators.model_validate(tidy(tree), context={"year_end": MARCH})


def england(figures, **more):
    return file_of(("England", {}, {"CLA-3": figures}), **more)


def between(given, *files, complete=True, settings=DEFAULTS):
    """The code, file and route of what is found between some measures and files of comparators."""
    listed = [(f"c{n}", one) for n, one in enumerate(files)]
    found = others_fit([("m", given)], listed, TODAY, settings, complete=complete)
    return [(one.code, one.file, ".".join(map(str, one.route))) for one in found]


def test_what_fits_gives_nothing():
    assert between(measures(**MOVES), england({"2022/23": 9})) == []
    assert between(measures(**MOVES)) == []


def test_a_figure_more_than_a_year_older_than_the_newest_reading_is_out_of_date():
    place = ("comparator-out-of-date", "c0", "comparators.0.figures.CLA-3")
    assert between(measures(**MOVES), england({"2020/21": 9})) == [place]
    assert between(measures(**MOVES), england({"2021/22": 9})) == []
    assert between(measures(**MOVES), england({"2020/21": 9}), england({"2022/23": 9})) == []
    assert between(measures(**{**MOVES, "readings": {"2022-12": 8}}), england({"2020/21": 9})) == []
    gone = {**MOVES, "withdrawn": {"on": "2023-05-01", "why": "counted otherwise"}}
    assert between(measures(**gone), england({"2020/21": 9})) == []


def test_a_group_is_out_of_date_once_and_the_body_itself_never():
    old = {"CLA-3": {"2020/21": 9}}
    near = file_of(*((name, {"group": "near"}, old) for name in ("Merton", "Sutton")))
    assert len(between(measures(**MOVES), near)) == 1
    ours = DEFAULTS.model_copy(update={"organisation": "London Borough of Bromley"})
    assert between(measures(**MOVES), file_of(("Bromley", {}, old)), settings=ours) == []


@pytest.mark.parametrize(("other", "expected"), [(70, 0), ("70.00", 0), (71, 1), ("c", 1)])
def test_a_benchmark_of_its_own_says_the_same(other, expected):
    own = measures(**{**MOVES, "benchmarks": {"england": {"2022/2023": 70}}})
    given = tidy(other) if other != "70.00" else tidy(70.00)
    found = between(own, england({"2022/23": given}))
    assert found == [("comparator-disagrees", "m", "measures.0.benchmarks.england.2022/2023")] * expected


def test_two_downloads_of_one_day_agree_and_those_of_two_days_may_differ():
    one = england({"2022/23": 9})
    assert between(measures(**MOVES), one, england({"2022/23": 8})) == [
        ("comparator-disagrees", "c1", "comparators.0.figures.CLA-3.2022/23")
    ]
    assert between(measures(**MOVES), one, england({"2022/23": 8}, downloaded="2024-03-01")) == []


def test_a_code_is_of_one_measure_that_is_still_held():
    two = measures(measure("a", code="1.4"), measure("b", code="1.4"))
    assert between(two) == [("code-used-twice", "m", "measures.1.code")]
    gone = measures(measure("a", code="1.4", withdrawn={"on": "2023-05-01", "why": "x"}), measure("b", code="1.4"))
    assert between(gone) == []


def test_what_a_measure_is_compared_with_is_looked_for_only_where_all_was_read():
    beside = measures(**MOVES, compared_with="London")
    assert between(beside, england({"2022/23": 9})) == [("unknown-reference", "m", "measures.0.compared_with")]
    assert between(beside, england({"2022/23": 9}), complete=False) == []
    assert between(measures(**MOVES, compared_with="England"), england({"2022/23": 9})) == []
    near = file_of(("London", {"group": "near"}, {"CLA-3": {"2022/23": 9}}))
    assert between(beside, near) == [("unknown-reference", "m", "measures.0.compared_with")]


def test_a_figure_that_is_red_beside_others_has_a_note():
    beside = {**MOVES, "compared_with": "England"}
    place = ("red-without-note", "m", "measures.0.readings.2022/23")
    assert between(measures(**beside), england({"2022/23": 7})) == [place]
    assert between(measures(**beside), england({"2022/23": 9})) == []
    noted = {**beside, "readings": {"2022/23": {"value": 8, "note": "Two homes open in May"}}}
    assert between(measures(**noted), england({"2022/23": 7})) == []
    own = {**beside, "benchmarks": {"England": {"2022/23": 7}}}
    assert between(measures(**own), england({"2022/23": 7})) == []  # asked about where it stands
    near = file_of(("Merton", {"group": "near"}, {"CLA-3": {"2022/23": 7}}))
    ranked = measures(**MOVES, rank_within={"green": "1st", "amber": "first quartile"})
    assert between(ranked, near) == [place]
