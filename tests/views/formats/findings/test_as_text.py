import pytest
from hypothesis import given

from strategy_tracker.diagnostics import Diagnostic, Position
from strategy_tracker.model.names.unseen import UNSEEN
from strategy_tracker.views.formats.findings.as_text import FEW, one, tally, where, write_concise, write_diagnostics

from .samples import FAULT, WHOLE_FILE, findings

SOURCE = "        due: 2025-02-30"


def fault(
    code="impossible-date", file="strategies/a.yaml", severity="error", line=11, source=SOURCE, span=(14, 24), **more
):
    position = Position(line, span[0], more.pop("end_line", line), span[1])
    return Diagnostic(
        code, "there is no date '2025-02-30'", file=file, position=position, source=source, severity=severity, **more
    )


def test_a_diagnostic_has_its_place_the_line_a_caret_and_one_next_step():
    assert one(fault()) == (
        "strategies/a.yaml:11:14: error: there is no date '2025-02-30' [impossible-date]\n"
        "  11 |         due: 2025-02-30\n"
        "     |              ^^^^^^^^^^\n"
        "  help: correct it\n\n"
    )


def test_its_own_next_step_goes_before_that_of_its_code():
    assert "  help: ask the owner\n" in one(fault(next_step="ask the owner"))


@pytest.mark.parametrize("line", [1, 99, 12345])
def test_the_caret_stands_under_the_right_column(line):
    _, source, caret, *_ = one(fault(line=line)).splitlines()
    assert source[caret.index("^") : caret.rindex("^") + 1] == "2025-02-30"


@pytest.mark.parametrize("column", [1, 40, 60, 300, 385])
def test_a_wide_line_is_cut_round_the_caret(column):
    source = "x" * (column - 1) + "MISTAKE" + "y" * 200
    _, shown, caret, *_ = one(fault(source=source, span=(column, column + 7))).splitlines()
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "MISTAKE"
    assert len(shown) <= 110
    assert len(caret) <= 110


def test_tabs_do_not_move_the_caret():
    _, shown, caret, *_ = one(fault(source="\ta:\tMISTAKE", span=(5, 12))).splitlines()
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "MISTAKE"


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first():
    _, shown, caret, *_ = one(fault(source="note: >- text", span=(7, 3), end_line=13)).splitlines()
    assert shown[caret.index("^") : caret.rindex("^") + 1] == ">- text"


def test_an_empty_span_has_a_caret_all_the_same():
    assert one(fault(source="a:", span=(3, 3))).splitlines()[2].endswith("^")


def test_an_empty_line_or_no_place_is_not_quoted():
    assert one(fault(source="  ")).splitlines()[1] == "  help: correct it"
    bare = Diagnostic("outside-root", "a link out of the portfolio", file="measures/a.yaml")
    assert where(bare) == "measures/a.yaml"
    assert len(one(bare).splitlines()) == 3


def test_a_file_name_cannot_pretend_to_be_another_message():
    text = write_diagnostics([fault(file="strategies/a\nok: all well\x1b[2J\u202e.yaml")])
    assert text.startswith("strategies/a\ufffdok: all well\ufffd[2J\ufffd.yaml:11:14: error: ")
    assert not set(text) & set("\x1b\u202e")


def test_a_message_stays_on_its_line():
    assert (
        one(fault()._replace(message="'a\nb' is not an id"))
        .splitlines()[0]
        .endswith("error: 'a b' is not an id [impossible-date]")
    )


def test_advice_that_repeats_itself_is_counted():
    many = [fault("no-owner", severity="advice", line=n) for n in range(1, FEW + 5)]
    text = write_diagnostics(many)
    assert text.count("[no-owner]") == FEW + 1
    assert text.endswith("strategies/a.yaml: advice: 4 more like these [no-owner]; --all shows them\n\n")
    assert write_diagnostics(many, everything=True).count("help:") == FEW + 4


def test_one_more_is_shown_rather_than_counted():
    text = write_diagnostics([fault("no-owner", severity="advice", line=n) for n in range(FEW + 1)])
    assert "more like these" not in text
    assert text.count("help:") == FEW + 1


def test_advice_is_counted_for_each_file_and_errors_never():
    advice = [fault("no-owner", file, "advice") for file in ("a.yaml", "b.yaml") for _ in range(FEW + 2)]
    text = write_diagnostics([*advice, *(fault(file="c.yaml") for _ in range(9))])
    assert text.count("2 more like these") == 2
    assert text.count("c.yaml:11:14: error:") == 9


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (["error"], "1 error in 1 file"),
        (["error", "error", "warning"], "2 errors, 1 warning in 1 file"),
        (["warning", "warning"], "no errors, 2 warnings in 1 file"),
        (["advice"], "no errors, 1 piece of advice in 1 file"),
        (["advice", "advice", "error"], "1 error, 2 pieces of advice in 1 file"),
    ],
)
def test_the_tally_says_what_was_found(found, words):
    assert tally([fault(severity=severity) for severity in found], {}) == f"{words}\n"


def test_the_tally_counts_files():
    assert tally([fault(file="a.yaml"), fault(file="b.yaml")], {}) == "2 errors in 2 files\n"


def test_the_tally_of_a_clean_portfolio_says_how_much_was_read():
    assert (
        tally([], {"strategies": 1, "actions": 12, "measures": 1, "other": 4})
        == "ok: 1 strategy, 12 actions, 1 measure\n"
    )
    assert tally([], {"strategies": 2, "practice examples": 1}) == "ok: 2 strategies, 1 practice example\n"


def test_a_finding_is_a_line_with_its_place_severity_message_and_code():
    assert write_concise([FAULT]) == (
        "strategies/young-carers.yaml:11:14: error: there is no date '2025-02-30' in the calendar [impossible-date]\n"
    )


def test_a_finding_about_a_whole_file_has_no_line():
    assert write_concise([WHOLE_FILE]).startswith("measures/locked.yaml: error: this cannot be read")


def test_nothing_found_is_no_line():
    assert write_concise([]) == ""


@given(findings)
def test_no_text_begins_a_line_of_its_own_or_steers_a_terminal(found):
    lines = write_concise(found).splitlines()
    assert len(lines) == len(found)
    assert all(line.startswith("strategies/") and not UNSEEN.search(line) for line in lines)
    assert all(line.endswith(f"[{item.code}]") for line, item in zip(lines, found, strict=True))


def test_what_runs_from_right_to_left_is_isolated_in_the_message_and_stays_in_the_line_of_the_file():
    item = fault(source="        title: متأخر 3", span=(16, 22), next_step="write 'متأخر 3' in quotes")
    shown = one(item._replace(message="'متأخر' stands twice"))
    assert "error: '\u2068متأخر\u2069' stands twice [" in shown
    assert "  help: write '\u2068متأخر 3\u2069' in quotes\n" in shown
    assert " |         title: متأخر 3\n" in shown
