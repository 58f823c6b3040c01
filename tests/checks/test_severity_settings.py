"""Settings name diagnostics that exist and may be changed."""

from strategy_tracker.checks.severity_settings import codes_exist
from strategy_tracker.diagnostics import CODES, read_explanation
from strategy_tracker.model.settings import DEFAULTS, Settings

from .builder import found


def severity(**given):
    return Settings.model_validate({"severity": {code.replace("_", "-"): word for code, word in given.items()}})


def test_every_code_that_is_not_fixed_may_be_changed():
    free = {code: "off" for code, entry in CODES.items() if not entry.fixed}
    assert found(codes_exist, Settings.model_validate({"severity": free})) == []
    assert found(codes_exist, DEFAULTS) == []


def test_no_fixed_code_may_be_changed():
    fixed = {code: "warning" for code, entry in CODES.items() if entry.fixed}
    items = found(codes_exist, Settings.model_validate({"severity": fixed}))
    assert items == [("fixed-severity", f"severity.{code}") for code in fixed]


def test_a_code_that_does_not_exist_says_what_was_meant():
    [item] = codes_exist(severity(due_on_weekends="off"), None, None)
    assert (item.code, item.help, item.at_key) == ("unknown-code", "did you mean 'due-on-weekend'?", True)
    [item] = codes_exist(severity(zzz="off"), None, None)
    assert item.help == read_explanation("unknown-code").next_step
