"""What a measure does not say itself, and has from the strategies that name it or from the settings."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.judging.measures.inherited import inherited, settled
from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.measures.defaults import MeasuresDefault, StrategyDefault
from strategy_tracker.model.settings import DEFAULTS, Settings, SettingsInUse
from tests.judging.measure_builder import measure

MISSED: dict[str, Any] = {"targets": {"2022/23": 90}, "readings": {"2022/23": 88}}


def made(*of_strategies: tuple[str, dict[str, Any]], **given: Any) -> Settings:
    whole = Settings.model_validate({"measures_default": given} if given else {})
    said = tuple(StrategyDefault(name, MeasuresDefault.model_validate(one)) for name, one in of_strategies)
    own = {name: getattr(whole, name) for name in Settings.model_fields}
    return SettingsInUse.model_construct(**own, of_strategies={"m": said} if said else {})


def colour(given: Settings, **keys: Any) -> str:
    return stand_measure(measure(**{**MISSED, **keys}), date(2023, 6, 1), given, "measures/m.yaml", ()).rating.colour


def test_green_or_red_only_is_said_once_for_all() -> None:
    assert colour(DEFAULTS) == "grey"
    assert colour(made(amber="none")) == "red"
    assert colour(made(amber_within="5% of target")) == "amber"


def test_what_a_measure_says_comes_first_then_its_strategy_then_the_settings() -> None:
    given = made(("plan", {"amber_within": "3 points"}), amber="none", frequency="year", lag="30 days")
    assert colour(given, amber_from=89) == "red"
    assert colour(given) == "amber"
    found = [(one.key, str(one.value), one.source) for one in inherited(measure(**MISSED), given)]
    assert found == [
        ("amber_within", "3 points", "plan"),
        ("frequency", "year", "the settings"),
        ("lag", "30 days", "the settings"),
    ]
    assert settled(measure(**MISSED, frequency="month"), given).frequency == measure(frequency="month").frequency


def test_of_strategies_that_say_different_things_none_is_taken() -> None:
    given = made(("one", {"amber": "none"}), ("two", {"amber_within": "5 points"}), amber_within="9 points")
    assert colour(given) == "grey"
    (one,) = inherited(measure(**MISSED), given)
    assert (one.key, one.value, one.differ) == ("amber_within", None, ("one", "two"))
    assert colour(made(("one", {"amber": "none"}), ("two", {"amber": "none"}))) == "red"


@pytest.mark.parametrize(
    "keys",
    [
        {"unit": "count"},  # 5 points of a count are none: a count takes any word, so its rule is taken
        {"unit": "days", "targets": {"2022/23": 90}},
        {"band": "1 points"}, {"amber_from": 80}, {"better": None}, {"better": "none"}, {"better": "on-target"},
        {"compared_with": "England", "benchmarks": {"England": {"2022/23": 80}}}, {"targets": {}},
        {"targets": {"2022/23": {"value": 90, "amber_from": 80}}}, {"unit": "narrative"},
    ],
)  # fmt: skip
def test_a_rule_that_a_measure_cannot_have_is_not_taken(keys: dict[str, Any]) -> None:
    taken = settled(measure(**{**MISSED, **keys}), made(amber_within="5 weeks")).amber_within
    assert (taken is not None) == (keys == {"unit": "count"})


def test_a_share_of_a_target_of_0_is_not_taken() -> None:
    assert settled(measure(targets={"2022/23": 0}), made(amber_within="5% of target")).amber_within is None
    assert settled(measure(targets={"2022/23": 0}), made(amber_within="5 points")).amber_within is not None


@settings(max_examples=100)
@given(
    st.sampled_from([None, "2 points", "5% of target", "10 points"]),
    st.lists(st.sampled_from(["1 points", "5% of target", "7 points"]), max_size=3),
    st.sampled_from([None, "3 points"]),
)
def test_it_stands_as_if_its_file_said_what_comes_first(own: str | None, said: list[str], usual: str | None) -> None:
    given = made(
        *((f"s{n}", {"amber_within": one}) for n, one in enumerate(said)), **({"amber_within": usual} if usual else {})
    )
    first = own or ((said[0] if len(set(said)) == 1 else None) if said else usual)
    alone = {"amber_within": first} if first else {}
    assert colour(given, **({"amber_within": own} if own else {})) == colour(DEFAULTS, **alone)
