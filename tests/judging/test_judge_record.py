"""A file holds a strategy, measures or neither, and each is judged by its own rules."""

from datetime import date

from strategy_tracker.judging.judge_record import judge_record
from strategy_tracker.judging.standing.of_files import JudgedRecord
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.practice import Practice
from strategy_tracker.model.settings import DEFAULTS
from tests.judging.action_builder import action, priority, strategy, update
from tests.judging.measure_builder import measure

TODAY = date(2019, 1, 1)
SAID = (update("2018-10-01", note="News"), update("2018-07-01", note="Begun"))
STRATEGY = strategy(priority(action(*SAID, id="a-1"), id="p"))
MEASURES = Measures(measures=(measure(id="one", readings={"2017/18": 4, "2016/17": 3}), measure(id="two")))


def judged(record, **keys):
    return judge_record(record, "some/file.yaml", TODAY, DEFAULTS, **keys)


def test_a_strategy_stands_with_its_actions():
    found = judged(STRATEGY)
    assert (found.strategy.id, found.strategy.file, found.measures) == ("s", "some/file.yaml", ())
    assert [one.note for one in found.strategy.actions[0].updates] == ["News", "Begun"]


def test_each_measure_stands_at_its_place():
    found = judged(MEASURES)
    assert found.strategy is None
    assert [(one.id, one.file, one.route) for one in found.measures] == [
        ("one", "some/file.yaml", ("measures", 0)),
        ("two", "some/file.yaml", ("measures", 1)),
    ]
    assert [point.period for point in found.measures[0].points] == ["2016/17", "2017/18"]


def test_practice_examples_stand_nowhere():
    assert judged(Practice()) == JudgedRecord(None, ())


def test_what_only_a_page_shows_may_be_left_out_and_changes_no_colour():
    whole, less = judged(STRATEGY).strategy, judged(STRATEGY, whole=False).strategy
    assert [one.note for one in less.actions[0].updates] == ["News"]
    assert less.actions[0]._replace(updates=whole.actions[0].updates) == whole.actions[0]
    for one, other in zip(judged(MEASURES).measures, judged(MEASURES, whole=False).measures, strict=True):
        assert [other.short.kind, other.long.kind] == [one.short.kind, one.long.kind]
        assert other == one._replace(points=other.points, short=other.short, long=other.long, trend=other.trend)


def test_measures_may_be_judged_otherwise():
    stood = judged(MEASURES).measures
    other = judged(MEASURES, judge_measure=lambda m, *place: stood[0]._replace(id=m.id, title="x", route=place[-2]))
    assert [(one.id, one.title, one.route) for one in other.measures] == [
        ("one", "x", ("measures", 0)),
        ("two", "x", ("measures", 1)),
    ]
