import pytest

from strategy_tracker.model.measures.groups import GroupAddress, address_of
from tests.judging.measure_builder import measure


@pytest.mark.parametrize(
    "by", [{"sex": "women"}, {"sex": []}, {"sex": ["women", "women"]}, {"sex": ["a/b"]}, {"sex": ["a=b"]}]
)
def test_what_is_no_list_of_groups_is_refused(by):
    with pytest.raises(ValueError, match="group"):
        measure(by=by)


def test_a_figure_of_a_group_has_an_address():
    assert str(GroupAddress("carers", "sex", "women")) == "carers/sex/women"
    assert address_of("carers/sex/not said") == GroupAddress("carers", "sex", "not said")
    assert address_of("carers") == GroupAddress("carers")


def test_groups_add_up_where_their_unit_does():
    groups = {"sex": ["women", "men"]}
    assert measure(unit="count", by=groups).adds_up_by_groups
    assert not measure(unit="count", by=groups, parts="shares").adds_up_by_groups
    assert not measure(unit="percent", by=groups).adds_up_by_groups
