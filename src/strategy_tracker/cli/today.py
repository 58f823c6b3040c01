"""`strategy` without a command: what needs somebody today, where there is a portfolio."""

import sys
from pathlib import Path

from strategy_tracker.cli.boundary import fitted
from strategy_tracker.cli.options import day
from strategy_tracker.problem import Problem


def print_today() -> bool:
    """Print what needs somebody in the portfolio here; whether there is one."""
    from strategy_tracker.app.looking.today import what_needs_somebody
    from strategy_tracker.app.moment import Moment, find_root, open_portfolio
    from strategy_tracker.diagnostics import too_old
    from strategy_tracker.views.screens.standing.today import today_lines

    root = find_root(Path.cwd())
    if root is None:
        return False
    found = open_portfolio(root)
    for item in too_old(found.diagnostics):
        raise Problem(item.message, item.help)
    lines = today_lines(*what_needs_somebody(Moment(found, day(""))))
    sys.stdout.write("".join(f"{fitted(line, sys.stdout)}\n" for line in lines))
    return True
