"""A portfolio is judged at one day after another, by the files and the settings of that day."""

from datetime import date

from strategy_tracker.history.colours_over_time import stood_at
from strategy_tracker.history.repository.objects import Blob, DayAndCommit
from strategy_tracker.model.commit import Commit

PLAN = (
    "id: s\ntitle: S\nstarts: 2018-01-01\npriorities:\n  - id: p\n    title: P\n    measures: [m]\n    actions:\n"
    "      - {id: a, text: Do it, due: 2018-07-01, updates: [{on: 2018-02-01, state: in-progress}]}\n"
)
MEASURES = "measures:\n  - {id: m, title: M, unit: count}\n"
HELD = {"plan": PLAN, "m": MEASURES, "bad": "id: [\n", "late": "late_is_red_after: 2 years\n"}


def stood(*days):
    """The colours of the action at some days, each with the contents of its files."""
    known = [
        DayAndCommit(day, Commit(f"c{n}", day, "", ""), tuple(Blob(*pair) for pair in files.items()))
        for n, (day, files) in enumerate(days)
    ]
    return stood_at(known, {sha: text.encode() for sha, text in HELD.items()})


FILES = {"strategies/a.yaml": "plan", "measures/m.yaml": "m"}


def test_each_day_has_its_own_colours():
    found, wrong = stood((date(2018, 3, 1), FILES), (date(2018, 9, 1), FILES))
    assert wrong == []
    assert [one.actions["s/p/a"].colour for one in found] == ["green", "red"]
    assert [list(one.measures) for one in found] == [["m"], ["m"]]
    assert found[0].named == {"s/p": ("m",)}


def test_a_day_is_judged_by_the_settings_it_had():
    found, _ = stood((date(2018, 9, 1), FILES), (date(2018, 9, 2), {**FILES, "strategy-tracker.yaml": "late"}))
    assert [one.actions["s/p/a"].colour for one in found] == ["red", "amber"]


def test_what_could_not_be_read_is_told_with_the_first_commit_that_has_it():
    found, wrong = stood(
        (date(2018, 3, 1), {"strategies/b.yaml": "bad"}), (date(2018, 9, 1), {"strategies/b.yaml": "bad"})
    )
    assert [one.known for one in wrong] == ["commit c0 of 2018-03-01"]
    assert [dict(one.actions) for one in found] == [{}, {}]
