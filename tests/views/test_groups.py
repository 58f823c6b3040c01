from datetime import date

from strategy_tracker.judging.measures.measure_standing import stand_measure
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.views.groups import group_tables
from tests.judging.measure_builder import measure


def test_each_kind_of_group_has_a_table_of_its_latest_figures():
    groups = {"sex": {"women": 40, "men": 30}}
    one = measure(
        unit="count",
        by={"sex": ["women", "men"], "area": ["north"]},
        readings={"2021/22": {"value": 9, "by": {"area": {"north": 9}}}, "2022/23": {"value": 70, "by": groups}},
    )
    stood = stand_measure(one, date(2023, 6, 1), DEFAULTS, "measures/m.yaml", ())
    assert [(table.title, [[one.text for one in row] for row in table.rows]) for table in group_tables(stood)] == [
        ("By area, 2021/22", [["north", "9"]]),
        ("By sex, 2022/23", [["women", "40", "57%"], ["men", "30", "43%"]]),
    ]
    assert next(table.title for table in group_tables(stood, "Carers")) == "Carers, by area, 2021/22"


def test_the_share_of_each_group_stands_beside_its_figure_unless_the_whole_is_few():
    def rows(total, women, men):
        groups = {"sex": {"women": women, "men": men}}
        one = measure(unit="count", by={"sex": ["women", "men"]}, readings={"2022/23": {"value": total, "by": groups}})
        (table,) = group_tables(stand_measure(one, date(2023, 6, 1), DEFAULTS, "measures/m.yaml", ()))
        return [[one.text for one in row] for row in table.rows]

    assert rows(252, 246, 6) == [["women", "246", "98%"], ["men", "6", "2.4%"]]
    assert rows(252, 63, "c") == [["women", "63", "25%"], ["men", "suppressed", "–"]]
    assert rows(29, 20, 9) == [["women", "20"], ["men", "9"]]
