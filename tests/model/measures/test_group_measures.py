from strategy_tracker.model.measures.group_measures import with_groups
from tests.judging.measure_builder import measure

CARERS = measure(
    id="carers", title="Young carers", unit="count", public=True, by={"sex": ["women", "men"]},
    readings={"2021/22": 9, "2022/23": {"value": 70, "by": {"sex": {"women": 40}}}},
)  # fmt: skip


def test_each_group_is_a_part_of_its_total_also_one_without_a_figure():
    made = list(with_groups([CARERS]))
    assert [(one.id, one.part_of, one.title) for one in made] == [
        ("carers", None, "Young carers"),
        ("carers/sex/women", "carers", "Young carers: women"),
        ("carers/sex/men", "carers", "Young carers: men"),
    ]
    assert [[reading.value for reading in one.readings.values()] for one in made[1:]] == [[40], []]
    assert list(with_groups(made[1:])) == made[1:]
