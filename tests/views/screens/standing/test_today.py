from datetime import date, timedelta

from strategy_tracker.app.moment import open_moment
from strategy_tracker.app.standing import stand
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.views.screens.standing.today import today_lines
from tests.cli.conftest import write_portfolio
from tests.views.builders import DAY, body, standing, strategy


def test_nothing_to_do_names_no_command_for_it(tmp_path):
    moment = open_moment(write_portfolio(tmp_path / "portfolio"), date(2025, 10, 1))
    standing, _ = stand(*moment)
    lines = today_lines(standing, (), None, 0)
    assert lines == [
        "1 October 2025 · Young Carers Strategy 2025–2028 and 1 ended strategy",
        "Nothing is late, waiting for a word or silent",
        "Nothing waits to be committed",
        "",
        "strategy status    where everything stands",
        "strategy --help    all commands",
    ]


def test_the_command_names_the_body_where_it_does_not_review_every_running_strategy():
    meets = body("Carers Board", clock=Clock("due-soon", DAY + timedelta(19), 0, "", "2025-10-20"))
    known = standing(strategy(bodies=(meets,)), strategy(name="b"), strategy(name="c", kind="not-begun"))
    lines = today_lines(known, (), meets, None)
    assert lines[0] == "1 October 2025 · 2 running strategies and 1 coming strategy"
    assert lines[2] == "Carers Board: next meeting on 20 October, in 19 days"
    assert lines[-2].split("    ")[0] == 'strategy report --for "Carers Board"'
