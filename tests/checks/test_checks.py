"""The checks are listed by hand, each once."""

import inspect
from pathlib import Path

from strategy_tracker import checks
from strategy_tracker.files.find import KINDS


def test_every_kind_of_file_has_its_checks():
    assert set(checks.CHECKS) == {*KINDS, "settings"}


def test_every_check_that_is_written_is_listed_once():
    listed = [*(check for group in checks.CHECKS.values() for check in group), *checks.readings.QUESTIONS]
    modules = {Path(inspect.getfile(check)).stem for check in listed}
    written = {
        function
        for name in modules
        for _, function in inspect.getmembers(getattr(checks, name), inspect.isfunction)
        if function.__module__.endswith(f"checks.{name}") and "today" in inspect.signature(function).parameters
    }
    assert all(len(group) == len(set(group)) for group in (*checks.CHECKS.values(), checks.readings.QUESTIONS))
    assert set(listed) == written


def test_every_check_says_in_one_sentence_what_it_asks_for():
    assert all(check.__doc__ for group in checks.CHECKS.values() for check in group)
