"""What a file says of a measure, of its figures and of those of others reaches every output."""

from datetime import date
from decimal import Decimal

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.judging.standing.of_measures import TargetWords
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.settings import Settings
from tests.judging.measure_builder import measure


def stand(whole=True, **given):
    return stand_measure(measure(**given), date(2022, 8, 31), Settings(), "m.yaml", (), whole=whole)


WORDS = {
    "cohort": "kohort", "definition": "exactly", "source": "somewhere", "note": "mind this", "doubt": "not sure",
    "source_note": "printed twice", "span": "snapshot", "counts": "people", "part_of": "whole", "of": "base",
    "code": "X-1",
}  # fmt: skip


def test_every_word_of_a_measure_is_told():
    told = stand(**WORDS).about
    assert {key: getattr(told, key) for key in WORDS} == WORDS


def test_a_light_standing_leaves_the_words_out():
    assert stand(whole=False, **WORDS).about.note is None


def test_the_note_and_the_doubt_of_a_target_stand_with_it():
    target = {"value": 90, "note": "agreed late", "doubt": "which year"}
    told = stand(targets={"2022/23": target, "2023/24": 95}).about.targets
    assert told == (TargetWords("2022/23", "90%", "agreed late", "which year"),)


def test_the_halves_of_a_fraction_and_the_words_of_a_reading_are_told():
    reading = {"numerator": 105, "denominator": 262, "source": "a table", "doubt": "d", "source_note": "s"}
    (point,) = stand(readings={"2022-08": reading}).points
    assert point.more == (Decimal(105), Decimal(262), "a table", "d", "s", None, None)


def test_every_figure_of_others_is_told_oldest_first():
    others = stand(benchmarks={"National": {"2021/22": 82, "2020/21": {"value": 80, "note": "old"}}}).about.others
    assert [(one.name, one.period, one.shown, one.note) for one in others] == [
        ("National", "2020/21", "80%", "old"),
        ("National", "2021/22", "82%", None),
    ]


def test_each_descriptive_key_of_a_measure_has_a_place():
    assert WORDS.keys() <= Measure.model_fields.keys()


def test_where_ours_stood_is_told_beside_each_figure_of_others_of_the_same_period():
    theirs = {"2018/19": 17.8, "2019/20": 24.3, "2020/21": 28.8, "2021/22": {"value": 30, "undated": True}}
    ours = {"2018/19": 31.0, "2019/20": "c", "2020/21": 28.8, "2021/22": 40}
    told = stand(benchmarks={"National": theirs}, readings=ours, public=True).about.others
    assert [one.ours for one in told] == ["13.2 points above", "", "level", ""]
