"""What a shell may offer, and silence where there is nothing."""

import os
from pathlib import Path

import pytest

from strategy_tracker.app.looking.complete import ids_above, owners_above, strategies_above


def test_everything_is_found_from_a_folder_inside(small):
    inside = small / "measures"
    assert strategies_above(inside) == ["old-plan", "young-carers"]
    assert {"seen-01", "waiting", "walk-in", "listen"} <= set(ids_above(inside))
    assert "Group Manager" in owners_above(inside)


@pytest.mark.skipif(os.name == "nt", reason="there no folder goes while somebody is in it")
@pytest.mark.parametrize("look", [ids_above, owners_above, strategies_above])
def test_a_folder_that_has_gone_has_nothing(look, tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert look(Path()) == []
