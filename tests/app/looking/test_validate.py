"""All files of a portfolio together: severities, references between files, and nothing hidden by a bad one."""

import os
from datetime import date

import pytest

from strategy_tracker.app.looking.validate import Findings, check
from strategy_tracker.checks.grade import grade
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.portfolio import open_portfolio

TODAY = date(2026, 1, 15)
PLAN = "id: plan\ntitle: Plan\npriorities:\n  - {id: safe, title: Safe, measures: [seen-alone]}\n"
SATURDAY = (
    "id: plan\ntitle: Plan\npriorities:\n  - {id: safe, title: Safe, actions: [{id: a, text: A, due: 2018-07-07}]}\n"
)
MEASURE = "measures: [{id: seen-alone, title: Seen alone, unit: percent, better: higher}]\n"


@pytest.fixture
def findings(tmp_path):
    """Check a portfolio given as a map of file to text."""

    def run(**files) -> Findings:
        for name, text in files.items():
            path = tmp_path / {"settings": "strategy-tracker"}.get(name, name.replace("__", "/"))
            path = path.with_name(path.name + ".yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return check(open_portfolio(tmp_path), TODAY)

    run.root = tmp_path
    return run


def listed(found, *severities):
    return [
        (item.file, item.code) for item in found.diagnostics if item.severity in (severities or ("error", "warning"))
    ]


def test_a_portfolio_that_fits_together_has_no_findings(findings):
    found = findings(strategies__plan=PLAN, measures__m=MEASURE)
    assert listed(found) == []
    assert found.things == {"strategies": 1, "actions": 0, "measures": 1}


def test_things_are_counted_as_they_are(findings):
    found = findings(strategies__plan=SATURDAY, measures__none="measures: []\n", practice__none="practice: []\n")
    assert found.things == {"strategies": 1, "actions": 1, "measures": 0, "practice examples": 0}


@pytest.mark.parametrize("severity", ["error", "warning", "advice"])
def test_the_settings_choose_a_severity(findings, severity):
    found = findings(strategies__plan=SATURDAY, settings=f"severity: {{due-on-weekend: {severity}}}\n")
    assert ("strategies/plan.yaml", "due-on-weekend") in listed(found, severity)
    assert found.count(severity) >= 1


def test_the_settings_can_switch_a_code_off(findings):
    found = findings(strategies__plan=SATURDAY, settings="severity: {due-on-weekend: off}\n")
    assert listed(found) == []


def test_the_settings_cannot_switch_off_what_could_not_be_read(findings):
    found = findings(strategies__plan="id: plan\n", settings="severity: {missing-key: off}\n")
    assert listed(found) == [("strategies/plan.yaml", "missing-key"), ("strategy-tracker.yaml", "fixed-severity")]


def test_an_unset_severity_is_the_one_of_the_catalogue():
    assert grade(Diagnostic("due-on-weekend", ""), {}).severity == "warning"
    assert grade(Diagnostic("due-on-weekend", ""), {"due-on-weekend": "off"}) is None


def test_a_reference_to_a_measure_nobody_declares_is_told(findings):
    found = findings(strategies__plan=PLAN, measures__m=MEASURE.replace("seen-alone", "seen-often"))
    assert listed(found) == [("strategies/plan.yaml", "unknown-reference")]
    assert ("measures/m.yaml", "unused-measure") in listed(found, "advice")


@pytest.mark.parametrize(
    "bad",
    [
        b"\xff",
        "measures: [\n",
        "measures: [{id: A, title: b, unit: percent}]\n",
        "measures: [{id: b, title: b, unit: percent, ownr: c}]\n",
        "",
    ],
)
def test_what_a_bad_file_may_declare_is_not_said_to_be_missing(findings, bad):
    found = findings(strategies__plan=PLAN, measures__m=bad)
    assert [file for file, _ in listed(found)] == ["measures/m.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right that Windows seldom gives")
def test_what_a_folder_that_is_not_followed_may_declare_is_not_said_to_be_missing(findings, tmp_path_factory):
    (findings.root / "measures").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    assert listed(findings(strategies__plan=PLAN)) == [("measures", "outside-root")]


def test_bad_settings_do_not_hide_a_reference_that_leads_nowhere(findings):
    found = findings(strategies__plan=PLAN, settings="year_end: 31 April\n")
    assert listed(found) == [("strategies/plan.yaml", "unknown-reference"), ("strategy-tracker.yaml", "not-a-year-end")]


def test_the_same_id_in_two_files_is_told_even_when_a_third_is_bad(findings):
    found = findings(strategies__a=PLAN, strategies__b=PLAN, strategies__c="id: [\n", measures__m=MEASURE)
    assert listed(found) == [("strategies/b.yaml", "duplicate-id"), ("strategies/c.yaml", "yaml-syntax")]


def test_a_bad_file_never_hides_another(findings):
    found = findings(strategies__a="\0", strategies__b=SATURDAY, strategies__c="title: x\n", measures__m="5")
    assert listed(found) == [
        ("measures/m.yaml", "wrong-shape"),
        ("strategies/a.yaml", "control-character"),
        ("strategies/b.yaml", "due-on-weekend"),
        ("strategies/c.yaml", "missing-key"),
    ]


def test_findings_come_by_file_line_and_column(findings):
    found = findings(
        strategies__b=SATURDAY, strategies__a="id: A\ntitle: 5\nstarts: x\n", measures__m="measures: [{}]\n"
    )
    keys = [(item.file, item.position) for item in found.diagnostics]
    assert keys == sorted(keys)


def test_a_comment_silences_a_reference_between_files(findings):
    text = PLAN.rstrip("\n") + "  # allow unknown-reference: comes with the next file\n"
    assert listed(findings(strategies__plan=text)) == []


def test_a_comment_in_a_bad_file_silences_nothing_that_could_not_be_read(findings):
    found = findings(strategies__plan="id: A  # allow not-an-id: I like it\ntitle: b\n")
    assert listed(found) == [("strategies/plan.yaml", "not-an-id")]


def test_a_comment_is_not_called_unused_where_its_question_was_not_asked(findings):
    fair = SATURDAY.rstrip("\n") + "  # allow due-on-weekend: the fair\n"
    assert listed(findings(strategies__plan=fair + "starts: 2018-06-31\n")) == [
        ("strategies/plan.yaml", "impossible-date")
    ]
    said = "note: Call 020 7946 0018  # allow personal-data: the switchboard\n"
    assert listed(findings(strategies__plan=PLAN + said, measures__one=MEASURE)) == []
    assert listed(findings(strategies__plan=PLAN + said, settings="check_privacy: true")) == []
    unused = "note: Call us  # allow personal-data: the switchboard\n"
    assert ("strategies/plan.yaml", "unused-allow") in listed(findings(strategies__plan=PLAN + unused))


def test_a_comment_on_what_a_bad_file_may_declare_is_not_called_unused(findings):
    text = PLAN.rstrip("\n") + "  # allow unknown-reference: comes with the next file\n"
    assert listed(findings(strategies__plan=text, measures__bad="measures: [\n")) == [
        ("measures/bad.yaml", "yaml-syntax")
    ]


@pytest.mark.parametrize("text", ["", "# year_end: 31 March\n"])
def test_empty_settings_are_no_finding(findings, text):
    assert listed(findings(strategies__plan=SATURDAY, settings=text)) == [("strategies/plan.yaml", "due-on-weekend")]


def test_each_fault_of_the_settings_is_told_once(findings):
    found = findings(
        strategies__plan="id: a\ntitle: b\n", settings="year_end: 31 April\nseverity: {zzz: off}\nowner: x\n"
    )
    assert listed(found) == [("strategy-tracker.yaml", "not-a-year-end"), ("strategy-tracker.yaml", "unknown-key")]


def test_settings_that_are_too_big_are_told(findings):
    found = findings(strategies__plan="id: a\ntitle: b\n", settings="#" * 17_000_000)
    assert listed(found) == [("strategy-tracker.yaml", "too-big")]


def test_settings_that_are_a_folder_are_told(findings):
    (findings.root / "strategy-tracker.yaml").mkdir()
    assert listed(findings(strategies__plan="id: a\ntitle: b\n")) == [("strategy-tracker.yaml", "unreadable")]


@pytest.mark.skipif(os.name == "nt", reason="links need a right that Windows seldom gives")
def test_settings_that_are_a_link_out_of_the_root_are_not_followed(findings, tmp_path_factory):
    outside = tmp_path_factory.mktemp("elsewhere") / "settings.yaml"
    outside.write_text("severity: {due-on-weekend: off}\n", encoding="utf-8")
    (findings.root / "strategy-tracker.yaml").symlink_to(outside)
    found = findings(strategies__plan=SATURDAY)
    assert listed(found) == [("strategies/plan.yaml", "due-on-weekend"), ("strategy-tracker.yaml", "outside-root")]


def test_checking_writes_nothing(findings):
    findings(strategies__plan=SATURDAY, measures__m="measures: [\r\n")
    before = {path: path.read_bytes() for path in findings.root.rglob("*.yaml")}
    check(open_portfolio(findings.root), TODAY)
    assert {path: path.read_bytes() for path in findings.root.rglob("*") if path.is_file()} == before


def test_two_processes_find_what_one_finds(findings, monkeypatch):
    files = {f"strategies__s{n}": SATURDAY.replace("plan", f"plan-{n}") + "#" * 100 for n in range(12)}
    one = findings(**files, measures__m="measures: [\n")
    monkeypatch.setattr("strategy_tracker.files.parallel.WORTH_IT", 1)
    assert check(open_portfolio(findings.root), TODAY) == one


def test_a_text_cut_off_at_a_hash_is_told_also_where_the_file_has_faults(findings):
    found = findings(strategies__plan="id: plan\ntitle: #1 plan\nstarts: soon\n")
    assert listed(found) == [("strategies/plan.yaml", code) for code in ("missing-key", "cut-at-hash", "not-a-date")]


def test_a_comment_may_say_that_the_text_is_meant_to_end_at_the_hash(findings):
    assert listed(findings(strategies__plan="id: plan\ntitle: Plan #1  # allow cut-at-hash: as printed\n")) == []
