"""Who has answered in a round is counted right: held against a count of its own, over random rounds.

`python bench/rounds.py` does this for 1,000 random rounds; here are a hundred.
"""

import json

import pytest

from strategy_tracker.cli.app import run as run_command
from tests.oracle import rounds


@pytest.mark.parametrize("seed", range(2))
def test_answers_are_counted_as_the_page_says(tmp_path, capsys, seed):
    made = rounds.write(tmp_path / "portfolio", seed, 50)
    given = ("reviews", "--as-at", rounds.TODAY.isoformat(), "--format", "json", "--root", str(tmp_path / "portfolio"))
    capsys.readouterr()
    assert run_command(list(given)) == 0
    found = {one["strategy"]: one["round"] for one in json.loads(capsys.readouterr().out)["reviews"]}
    assert {one["id"]: rounds.in_short(found[one["id"]]) for one in made} == {
        one["id"]: rounds.count(one) for one in made
    }
    assert sum(rounds.count(one) is not None for one in made) > 30
