"""The JUnit report, read by junitparser."""

from hypothesis import given
from junitparser import Failure, JUnitXml

from strategy_tracker.views.formats.findings.junit import write
from strategy_tracker.views.text import file_name

from .samples import ADVICE, ALL, FAULT, WARNING, WHOLE_FILE, findings, names


def errors(item):
    return item.severity == "error"


def read(found, files=(), fails=errors):
    return JUnitXml.fromstring(write(found, files, fails).encode())


def test_every_file_is_a_suite_and_a_clean_one_passes():
    report = read(ALL, ["strategies/clean.yaml", "strategies/young-carers.yaml"])
    suites = {suite.name: (suite.tests, suite.failures) for suite in report}
    assert suites == {
        "measures/locked.yaml": (1, 1),
        "strategies/a.yaml": (1, 0),
        "strategies/clean.yaml": (1, 0),
        "strategies/young-carers.yaml": (2, 1),
    }
    assert (report.tests, report.failures, report.errors) == (5, 2, 0)
    assert all(case.is_passed for suite in report if not suite.failures for case in suite)


def test_a_failed_test_says_where_what_and_the_next_step():
    ((case,),) = read([FAULT])
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert case.classname == "strategies/young-carers.yaml"
    assert case.name == "there is no date '2025-02-30' in the calendar [impossible-date]"
    assert (failure.type, failure.message) == ("impossible-date", "there is no date '2025-02-30' in the calendar")
    assert failure.text == (
        "strategies/young-carers.yaml:11:14: error: there is no date '2025-02-30' in the calendar\nhelp: correct it"
    )


def test_what_does_not_fail_is_output_of_a_passed_test():
    ((failed, passed),) = read([FAULT, WARNING])
    assert (failed.is_passed, passed.is_passed, passed.name) == (False, True, "nothing more fails")
    assert passed.system_out == "strategies/young-carers.yaml:15:14: warning: due on a Saturday [due-on-weekend]\n"
    ((passed,),) = read([ADVICE])
    assert (passed.is_passed, passed.name) == (True, "nothing fails")
    assert passed.system_out == "strategies/a.yaml: advice: 'seen' has no owner [no-owner]\n"


def test_what_fails_is_asked_of_the_caller():
    (suite,) = read([FAULT, WARNING], fails=lambda item: item.severity in ("error", "warning"))
    assert (suite.tests, suite.failures, [case.is_passed for case in suite]) == (2, 2, [False, False])


def test_two_alike_are_two_tests_with_two_names():
    (suite,) = read([WHOLE_FILE, WHOLE_FILE])
    first, second = (case.name for case in suite)
    assert second == f"{first} (2)"


def test_nothing_read_and_nothing_found_is_an_empty_report():
    assert list(read([])) == []


@given(findings, names)
def test_no_text_breaks_out_of_the_report(found, clean):
    report = read(found, [clean])
    assert report.failures == sum(errors(item) for item in found)
    assert sum(suite.failures for suite in report) == report.failures
    assert {suite.name for suite in report} == {
        " ".join(file_name(name).split("\t")) for name in [clean, *(item.file for item in found)]
    }
    for suite in report:
        for case in suite:
            assert all(type(result) is Failure and "'" in result.text for result in case.result)
