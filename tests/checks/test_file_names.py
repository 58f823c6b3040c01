"""Names of files that not every computer can hold."""

import pytest

from strategy_tracker.checks.file_names import names_are_portable


def found(*names):
    return {one.file: one.message for one in names_are_portable(names)}


@pytest.mark.parametrize(
    "name",
    [
        "CON.yaml",
        "strategies/aux.yaml",
        "com1.x.yaml",
        "nul/a.yaml",
        "a:b.yaml",
        "a?.yaml",
        "a .yaml/x.yaml ",
        "a./x.yaml",
        " a.yaml",
    ],
)
def test_a_name_that_windows_cannot_hold_is_found(name):
    assert list(found(name)) == [name]


@pytest.mark.parametrize(
    "name", ["strategies/young-carers.yaml", "console.yaml", "auxiliary.yaml", "com.yaml", "a.b.yaml", "é.yaml"]
)
def test_a_name_that_all_can_hold_is_not(name):
    assert found(name) == {}


@pytest.mark.parametrize(
    ("one", "other"), [("A.yaml", "a.yaml"), ("e\u0301.yaml", "\u00e9.yaml"), ("B/a.yaml", "b/a.yaml")]
)
def test_of_two_names_that_are_one_elsewhere_the_second_is_found(one, other):
    assert found(one, other) == {other: f"on macOS and Windows this is the same file as '{one}'"}
