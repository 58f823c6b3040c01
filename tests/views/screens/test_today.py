from datetime import date

from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.standing import stand
from strategy_tracker.views.screens.today import today_lines
from tests.cli.conftest import write_portfolio


def test_nothing_to_do_names_no_command_for_it(tmp_path):
    moment = open_moment(write_portfolio(tmp_path / "portfolio"), date(2025, 10, 1))
    standing, _ = stand(*moment)
    lines = today_lines(standing, (), None, 0)
    assert lines == [
        "1 October 2025 · Young Carers Strategy 2025–2028 and 1 strategy that does not run",
        "Nothing is late, waiting for a word or silent",
        "nothing waits to be committed",
        "",
        "strategy status    where everything stands",
        "strategy --help    all commands",
    ]
