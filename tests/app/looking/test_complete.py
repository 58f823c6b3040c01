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


def test_each_of_several_owners_is_offered(small):
    path = small / "strategies" / "young-carers.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("owner: Group Manager", 'owner: [Clerk, "Head of Schools"]', 1), encoding="utf-8")
    assert {"Clerk", "Head of Schools", "Participation Officer"} <= set(owners_above(small))


@pytest.mark.skipif(os.name == "nt", reason="there no folder goes while somebody is in it")
@pytest.mark.parametrize("look", [ids_above, owners_above, strategies_above])
def test_a_folder_that_has_gone_has_nothing(look, tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert look(Path()) == []
