import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.checks.of_measures.groups import groups_are_complete, groups_are_declared
from tests.checks.builder import found, measures


def held(total, groups, **keys):
    return measures(
        unit="count", by={"sex": ["women", "men"]}, readings={"2024/25": {"value": total, "by": groups}}, **keys
    )


@pytest.mark.parametrize(
    ("groups", "codes"),
    [
        ({"sex": {"women": 4, "men": 6}}, []),
        ({"sex": {"women": 4, "man": 6}}, ["unknown-group"]),
        ({"sexes": {"women": 4, "men": 6}}, ["unknown-group"]),
    ],
)
def test_groups_are_those_that_are_declared(groups, codes):
    assert [code for code, _ in found(groups_are_declared, held(10, groups))] == codes


@settings(max_examples=100)
@given(st.integers(0, 30), st.integers(0, 20), st.integers(0, 20), st.sampled_from([None, "add-up", "shares"]))
def test_parts_that_add_up_give_the_total(total, women, men, parts):
    file = held(total, {"sex": {"women": women, "men": men}}, **({"parts": parts} if parts else {}))
    codes = [code for code, _ in found(groups_are_complete, file)]
    assert codes == (["groups-do-not-add-up"] if women + men != total and parts != "shares" else [])


def test_a_withheld_group_is_neither_missing_nor_added_up():
    assert found(groups_are_complete, held(10, {"sex": {"women": "c", "men": 6}})) == []
    assert found(groups_are_complete, held(10, {"sex": {"men": 6}})) == [
        ("group-missing", "measures.0.readings.2024/25.by.sex")
    ]
