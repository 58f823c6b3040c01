"""The file of an earlier moment is of the kind its name says, and one that is too big keeps its size only."""

import pytest

from strategy_tracker.files.find import LARGEST
from strategy_tracker.history.repository.objects import data_file


@pytest.mark.parametrize(
    ("name", "kind"),
    [("strategies/a.yaml", "strategies"), ("measures/x/b.yml", "measures"), ("strategy-tracker.yaml", "settings")],
)
def test_a_file_of_the_past_is_of_the_kind_its_name_says(name, kind):
    found = data_file(name, b"id: a\n")
    assert (found.name, found.kind, found.size, found.data) == (name, kind, 6, b"id: a\n")


def test_of_a_file_that_is_too_big_only_the_size_is_kept():
    data = bytes(LARGEST + 1)
    found = data_file("strategies/a.yaml", data)
    assert (found.size, found.data) == (len(data), None)
