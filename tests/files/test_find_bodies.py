"""A body is found by its name or a part of it, and by its strategy where several have one of that name."""

import pytest

from strategy_tracker.files.find_bodies import bodies_named
from strategy_tracker.files.portfolio import open_portfolio

TWO = {
    "homes": ["Housing Board", "Tenants\u2019 Panel"],
    "care": ["Housing Board", "Care Board"],
}


@pytest.fixture
def portfolio(tmp_path):
    (tmp_path / "strategies").mkdir()
    for name, bodies in TWO.items():
        listed = "\n".join(f"  - body: {body}" for body in bodies)
        text = f"id: {name}\ntitle: {name}\ngovernance:\n{listed}\n"
        (tmp_path / "strategies" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return open_portfolio(tmp_path)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("care board", ["care/Care Board"]),
        ("Tenants' panel", ["homes/Tenants\u2019 Panel"]),
        ("panel", ["homes/Tenants\u2019 Panel"]),
        ("board", ["care/Housing Board", "care/Care Board", "homes/Housing Board"]),
        ("housing board", ["care/Housing Board", "homes/Housing Board"]),
        ("homes/board", ["homes/Housing Board"]),
        ("nobody", []),
        ("  ", []),
        ("homes/", []),
    ],
)
def test_a_part_of_its_name_is_enough_and_a_whole_name_means_no_other(portfolio, typed, found):
    assert [one.address for one in bodies_named(portfolio, typed)] == found
