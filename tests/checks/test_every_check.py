"""The checks are listed by hand, each once."""

import inspect
import sys

from strategy_tracker.checks import every_check as checks
from strategy_tracker.checks.of_measures import readings
from strategy_tracker.files.find import KINDS


def test_every_kind_of_file_has_its_checks():
    assert set(checks.CHECKS) == {*KINDS, "settings"}


def test_every_check_that_is_written_is_listed_once():
    listed = [*(check for group in checks.CHECKS.values() for check in group), *readings.QUESTIONS]
    modules = {sys.modules[check.__module__] for check in listed}
    written = {
        function
        for module in modules
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and "today" in inspect.signature(function).parameters
    }
    assert all(len(group) == len(set(group)) for group in (*checks.CHECKS.values(), readings.QUESTIONS))
    assert set(listed) == written


def test_every_check_says_in_one_sentence_what_it_asks_for():
    assert all(check.__doc__ for group in checks.CHECKS.values() for check in group)
