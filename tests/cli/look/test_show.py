import csv
import io
import json
import re

import pytest

from tests.cli.conftest import DAY

THINGS = {
    "action": ("young-carers/seen-02", "Write one form for all services"),
    "measure": ("schools-trained", "Schools with trained staff"),
    "priority": ("young-carers/heard", "Young carers are heard"),
    "strategy": ("young-carers", "Young Carers Strategy 2025–2028"),
    "commitment": ("young-carers/listen", "We listen before we decide"),
    "voice": ("young-carers/long-waits", "We wait too long for a break"),
    "group": ("young-carers/lives", "Everyday lives"),
    "practice example": ("walk-in", "A walk-in hour at school"),
}
EVERY = pytest.mark.parametrize(("thing", "address", "title"), [(key, *value) for key, value in THINGS.items()])


@EVERY
def test_everything_with_an_id_is_shown_with_its_words_and_place(run, small, thing, address, title):
    code, out, err = run("show", address, "--as-at", DAY)
    assert (code, err) == (0, "")
    first, second, third, *_ = out.splitlines()
    assert first.split("  ")[0] == title
    assert address in (first + second)
    assert third.startswith("as at 1 October 2025")
    name, line = re.search(r"(\w+/[\w-]+\.yaml):(\d+)", out).groups()
    assert f"id: {address.rpartition('/')[2]}" in (small / name).read_text(encoding="utf-8").splitlines()[int(line) - 1]


@EVERY
def test_json_of_everything_has_its_version_and_kind_first(run, small, thing, address, title):
    code, out, err = run("show", address, "--as-at", DAY, "-f", "json")
    content = json.loads(out)
    assert (code, err) == (0, "")
    assert list(content)[:3] == ["schema_version", "kind", "as_at"]
    assert (content["kind"], content["address"], content["thing"]) == ("item", address, thing)
    assert title in out


@EVERY
def test_csv_of_everything_reads_back(run, small, thing, address, title):
    code, out, err = run("show", address, "--as-at", DAY, "-f", "csv")
    assert (code, err) == (0, "")
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert len(rows) >= 2
    assert {len(row) for row in rows} == {len(rows[0])}
    assert "id" in rows[0]


@EVERY
def test_markdown_of_everything_has_its_title(run, small, thing, address, title):
    code, out, err = run("show", address, "--as-at", DAY, "-f", "markdown")
    assert (code, err) == (0, "")
    assert out.startswith(f"## {title}\n\n{address}")


def test_an_action_has_its_clocks_updates_moves_and_reason(run, small):
    out = " ".join(run("show", "seen-02", "--as-at", DAY)[1].split())
    for part in (
        "▼ red, waiting: its date decides: overdue by 153 days (due 1 May 2025)",
        "Due overdue by 153 days (due 1 May 2025); moved once",
        "Judgement red, older than its review cadence Forecast now expected December 2025",
        "Owner Group Manager Partners NHS, Schools",
        "Said so far, newest first",
        "No supplier yet; expected December",
        "12 April 2025 20 April 2025 1 May 2025 The printer withdrew Senior Team",
    ):
        assert part in out


def test_an_action_has_its_milestones(run, small):
    out = run("show", "heard-01", "--as-at", DAY)[1]
    assert "\nVenue booked       20 August 2025   done 20 August 2025 (due 31 August 2025)\n" in out
    assert "\nInvitations sent   –                due in 9 days (10 October 2025)\n" in out


def test_a_measure_is_drawn_with_its_gap(run, small):
    out = run("show", "schools-trained", "--as-at", DAY)[1]
    assert "To amber +3 points" in " ".join(out.split())
    assert re.search(r"^2024/25 Q2 +suppressed$", out, re.MULTILINE)
    assert "█ (provisional)\n" in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_measure_in_words_or_without_a_reading_is_shown(run, small):
    assert "2024  mostly well" in run("show", "mood", "--as-at", DAY)[1]
    assert "Reading none" in " ".join(run("show", "calls", "--as-at", DAY)[1].split())


def test_a_priority_is_shown_with_every_action_and_measure(run, small):
    out = run("show", "heard", "--as-at", DAY)[1]
    assert "\nActions\n" in out
    assert "\nMeasures\n" in out


@pytest.mark.parametrize(("item", "rows"), [("seen-05", "young-carers/seen-05"), ("calls", "calls")])
def test_csv_of_something_without_a_history_has_its_id(run, small, item, rows):
    assert run("show", item, "--as-at", DAY, "-f", "csv") == (0, f"id\r\n{rows}\r\n", "")


def test_csv_of_an_action_or_measure_has_its_history(run, small):
    assert "young-carers/seen-03,2025-09-15,in-progress" in run("show", "seen-03", "-f", "csv")[1]
    assert "waiting,2024/25 Q4,2025-03-31,31,31 days" in run("show", "waiting", "-f", "csv", "--as-at", DAY)[1]


def test_before_anything_nothing_had_been_said(run, small):
    code, out, err = run("show", "seen-02", "--as-at", "2015-01-01")
    assert (code, err) == (0, "")
    assert "State never updated" in " ".join(out.split())
    assert "Said so far" not in out
    assert "Reading none" in " ".join(run("show", "waiting", "--as-at", "2015-01-01")[1].split())


def test_an_ambiguous_id_lists_what_it_may_be(run, small):
    assert run("show", "seen-01") == (
        2,
        "",
        (
            "error: 'seen-01' may be any of these:\n"
            "  old-plan/seen-01  (action) Count young carers\n"
            "  young-carers/seen-01  (action) Train every school to spot young carers\n"
            "  help: type more of the one you mean\n"
        ),
    )


def test_a_long_list_of_possible_things_says_that_it_goes_on(run, small):
    for number in range(15):
        text = f"id: plan-{number:02}x\ntitle: Plan\npriorities: [{{id: same, title: Same}}]\n"
        (small / "strategies" / f"{number}.yaml").write_text(text)
    code, out, err = run("show", "same")
    assert (code, out) == (2, "")
    assert err.count("(priority)") == 12
    assert "\n  … and 3 more\n  help:" in err


@pytest.mark.parametrize(
    ("typed", "help_"),
    [
        ("seen-99", "did you mean "), ("schools-traned", "did you mean schools-trained?\n"),
        ("zzzz", "'strategy status --actions --measures' lists ids\n"),
    ],
)  # fmt: skip
def test_a_mistyped_id_offers_the_nearest(run, small, typed, help_):
    code, out, err = run("show", typed)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: nothing has the id '{typed}'\n  help: {help_}")


def test_an_id_is_required(run, small):
    code, out, err = run("show")
    assert (code, out) == (2, "")
    assert err.endswith("\n  help: strategy show --help\n")


def test_the_name_of_a_file_reaches_no_output_raw(run, small):
    name = "b\x1b[2J\u202e\n|<b>.yaml"
    (small / "measures" / name).write_text("measures: [{id: odd, title: Odd, unit: count, better: none}]\n")
    for form in ("table", "markdown", "json", "csv"):
        code, out, err = run("show", "odd", "--as-at", DAY, "-f", form)
        assert (code, err) == (0, "")
        assert not set(out) & set("\x1b\u202e")
        assert form != "markdown" or "<b>" not in out


PARKS = "id: parks\ntitle: Parks\npriorities:\n  - {id: green, title: Green parks, measures: [trees]}\n"
TREES = """\
measures:
  - id: trees
    title: Trees planted
    unit: count
    better: higher
    span: cumulative
    targets: {2025: 100, 2026: 120}
    profile: {2026-02: 10, 2026 Q1: 20, 2026 Q2: 50}
    readings:
"""


@pytest.fixture
def trees(small):
    """A body whose financial year is the calendar year, and a count that adds up over it."""

    def planted(readings):
        for held in (small / "measures").iterdir():  # their years are not calendar years
            held.unlink()
        (small / "strategies" / "parks.yaml").write_text(PARKS, encoding="utf-8")
        (small / "strategy-tracker.yaml").write_text("year_end: 31 December\n", encoding="utf-8")
        lines = "".join(f"      {period}: {number}\n" for period, number in readings.items())
        (small / "measures" / "trees.yaml").write_text(TREES + lines, encoding="utf-8")

    return planted


def test_a_count_of_calendar_years_has_no_arrow_from_december_to_january(run, trees):
    trees({"2025-11": 90, "2025-12": 104, "2026-01": 8})
    assert run("validate", "measures", "-f", "json")[0] == 0
    out = run("show", "trees", "--as-at", "2026-02-10")[1]
    assert "Gap no earlier number in 2026" in " ".join(out.split())
    assert "1 is worse" not in run("report", "parks", "--as-at", "2026-02-10")[1]


def test_its_quarters_are_compared_within_their_year(run, trees):
    trees({"2025 Q4": 104, "2026 Q1": 19, "2026 Q2": 52})
    out = run("show", "trees", "--as-at", "2026-07-10")[1]
    told = "better: 19 in 2026 Q1 (1 below the 20 expected) to 52 in 2026 Q2 (2 above the 50 expected)"
    assert f"Period before {told}" in " ".join(out.split())


DOUBTS = """
measures:
  - id: visits
    title: Visits on time
    unit: percent
    cohort: kohort
    definition: exactly-so
    source: the-report
    note: mind-this
    doubt: unsure-what
    source_note: left-out
    targets: {2022/23: {value: 100, note: t-note, doubt: t-doubt}}
    benchmarks:
      National: {2020/21: {value: 80, note: b-note, source: b-source, doubt: b-doubt, undated: true}, 2021/22: 82}
    readings:
      2022-08: {numerator: 105, denominator: 262, note: r-note, source: r-source, doubt: r-doubt, source_note: r-left,
                undated: true}
"""
WORDS = [
    "kohort", "exactly-so", "the-report", "mind-this", "unsure-what", "left-out", "t-note", "t-doubt", "b-note",
    "b-source", "b-doubt", "r-note", "r-source", "r-doubt", "r-left",
]  # fmt: skip


@pytest.mark.parametrize(
    "command", [("show", "visits"), ("show", "visits", "-f", "json"), ("export", "-f", "json")], ids=" ".join
)
def test_every_word_of_a_measure_and_its_figures_is_shown(run, small, command):
    (small / "measures/m.yaml").write_text(DOUBTS, encoding="utf-8")
    _, out, _ = run(*command, "--as-at", "2022-08-31")
    assert [word for word in WORDS if word not in out] == []
    assert ("undated; printed in August 2022" if command == ("show", "visits") else '"undated": true') in out


def test_what_is_in_doubt_of_an_action_its_words_and_its_steps_is_shown(run, small):
    update = "{on: 2022-08, undated: true, state: in-progress, doubt: u-doubt, source_note: u-left}"
    (small / "strategies/s.yaml").write_text(
        "id: s\ntitle: S\npriorities:\n  - id: p\n    title: P\n    actions:\n"
        "      - {id: a-1, text: Act, doubt: a-doubt, source_note: a-left,\n"
        "         milestones: [{text: Step, done: 2022-08, undated: true, doubt: m-doubt}],\n"
        f"         updates: [{update}]}}\n",
        encoding="utf-8",
    )
    for form in ("table", "json"):
        _, out, _ = run("show", "a-1", "--as-at", "2022-08-31", "-f", form)
        assert [word for word in ("a-doubt", "a-left", "m-doubt", "u-doubt", "u-left") if word not in out] == []
    _, out, _ = run("show", "a-1", "--as-at", "2022-08-31", "-f", "markdown")
    assert "undated; printed in August 2022" in out
    assert "done, undated" in out
