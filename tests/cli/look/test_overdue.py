import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import pytest

from tests.cli.conftest import DAY


def rows(out):
    return list(csv.DictReader(io.StringIO(out, newline="")))


def kinds(run, *options):
    code, out, _ = run("overdue", "--as-at", DAY, "-f", "csv", *options)
    assert code == 0
    return [(row["kind"], row["item"].rpartition("/")[2]) for row in rows(out)]


def test_it_lists_what_is_asked_and_of_whom(run, small):
    code, out, err = run("overdue", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert out.startswith(
        "1 late · 2 waiting for a word · 1 silent · 1 review missed · 1 reading late\nas at 1 October 2025\n"
        "\nLate, and the owner has said so\n▼ Read the register with schools  "
    )
    assert "\n  20 September, 11 days ago · Head of Service (for the priority) · last said on\n" in out
    assert out.endswith(
        "Carers Plan 2016–2020: the strategy ended on 31 March 2020; nothing in it is\ncalled late\n"
        "whether a due date was typed over cannot be known: this folder is not in a git\nrepository\n"
        "strategy checkin   go through these and write down what is said\n"
    )


def test_every_kind_of_lateness_is_found_and_nothing_else(run, small):
    assert sorted(kinds(run)) == [
        ("late", "seen-06"), ("late-reading", "waiting"), ("missed-review", "Senior Team"), ("silent", "seen-07"),
        ("waiting", "seen-01"), ("waiting", "seen-02"),
    ]  # fmt: skip


def test_the_longest_late_comes_first(run, small):
    days = [int(row["days"]) for row in rows(run("overdue", "--as-at", DAY, "-f", "csv")[1])]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("within", ["30d", "30 d", "30 days", "month", "6 weeks", "1m", "5w"])
def test_within_adds_what_is_to_come(run, small, within):
    coming = {item for kind, item in kinds(run, "--within", within) if kind == "upcoming"}
    assert coming >= {"heard-01", "seen-03", "Carers Board"}


def test_what_comes_stands_under_how_far_ahead_it_is_told(run, small):
    assert "\nNext 30 days\n" in run("overdue", "--as-at", DAY)[1]
    assert "\nNext 6 weeks\n" in run("overdue", "--as-at", DAY, "--within", "6 weeks")[1]
    assert "\nNext 2 years\n" in run("overdue", "--as-at", DAY, "--within", "2y")[1]


@pytest.mark.parametrize("within", ["soon", "30", "d", "0d", "-3d", "30 dd", "biannual"])
def test_a_length_of_time_that_is_none_is_refused(run, small, within):
    assert run("overdue", f"--within={within}") == (
        2,
        "",
        f"error: '{within}' is not a length of time\n  help: write 30d, 6 weeks, month or quarter\n",
    )


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("late", 1), ("waiting", 1), ("missed-review", 1), ("silent", 1), ("late-reading", 1), ("very-silent", 0),
        ("upcoming", 0), ("very-silent, late", 1),
    ],
)  # fmt: skip
def test_fail_on_decides_the_exit_code_and_changes_nothing_else(run, small, named, code):
    plain = run("overdue", "--as-at", DAY)
    assert run("overdue", "--as-at", DAY, "--fail-on", named) == (code, plain[1], "")


@pytest.mark.parametrize(
    ("former", "now", "code"),
    [
        ("overdue", "'late' and 'waiting'", 1), ("late-start", "'late' and 'waiting'", 1),
        ("missed", "'late' and 'waiting'", 1), ("stale", "'silent'", 1), ("very-stale", "'very-silent'", 0),
    ],
)  # fmt: skip
def test_a_former_name_is_taken_and_the_one_of_now_is_told(run, small, former, now, code):
    plain = run("overdue", "--as-at", DAY)
    note = f"note: '{former}' is called {now} now; the old word is taken for one release\n"
    assert run("overdue", "--as-at", DAY, "--fail-on", former) == (code, plain[1], note)


def test_fail_on_upcoming_needs_something_to_come(run, small):
    assert run("overdue", "--as-at", DAY, "--fail-on", "upcoming", "--within", "30d")[0] == 1


@pytest.fixture
def late_to_start(small):
    """The small portfolio, with one action that should have begun and has not."""
    plan = small / "strategies/young-carers.yaml"
    text = "        starts: 2026-01-01\n"
    said = "        starts: 2025-05-01\n        updates: [{on: 2025-09-20, state: not-started}]\n"
    plan.write_text(plan.read_text(encoding="utf-8").replace(text, said), encoding="utf-8")
    return small


def test_a_late_start_is_counted_listed_shown_and_can_fail_a_build(run, late_to_start):
    late = "153 days late to start (start date 1 May 2025)"
    code, out, _ = run("overdue", "--as-at", DAY, "--fail-on", "late")
    assert code == 1
    assert out.startswith("2 late · 2 waiting for a word · ")
    assert ("late", "seen-05") in kinds(run)
    assert "2 late · 2 waiting for a word" in " ".join(run("status", "--as-at", DAY)[1].split())
    assert re.search(
        r"^Start +153 days late to start \(start date 1 May 2025\)$",
        run("show", "seen-05", "--as-at", DAY)[1],
        re.MULTILINE,
    )
    status = rows(run("status", "--as-at", DAY, "-f", "csv")[1])
    (row,) = (row for row in status if row["id"] == "seen-05")
    assert (row["colour"], row["why"], row["days_overdue"], row["days_late"]) == ("red", "late", "0", "153")
    assert (row["word"], row["need"]) == ("red, late", "late")
    (line,) = (
        line
        for line in run("status", "--as-at", DAY, "--actions", "-f", "markdown")[1].splitlines()
        if line.startswith("- Open a drop-in: ")
    )
    assert late in line


def test_a_late_start_is_counted_in_a_board_pack(run, late_to_start):
    pack = run("report", "young-carers", "--as-at", DAY)[1]
    assert (
        "Of these, 2 are late, and their owners have said so. For 2 the date has passed, and nothing "
        "has been reported since." in pack
    )
    assert "| Late | A date of the action has passed: when it is due or was to start," in pack


@pytest.mark.parametrize(("named", "wrong"), [("Late", "Late"), ("overdue,Missed", "Missed"), ("z,b,a", "a")])
def test_a_kind_that_is_none_is_refused(run, small, named, wrong):
    assert run("overdue", "--fail-on", named) == (
        2,
        "",
        (
            f"error: there is no kind '{wrong}' to fail on\n"
            "  help: use late, waiting, silent, very-silent, late-reading, no-amber-rule, missed-review, "
            "late-resolution, unanswered, upcoming\n"
        ),
    )


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        ("asked", []),
        ("owner", ["Head of Service: 4 items", "Group Manager: 1 item", "Performance Team: 1 item"]),
        ("strategy", ["young-carers: 6 items"]),
        ("priority", ["young-carers/seen: 5 items", "the whole strategy: 1 item"]),
    ],
)
def test_it_is_grouped_by_what_is_asked(run, small, by, headings):
    code, out, err = run("overdue", "--as-at", DAY, "--by", by)
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line.endswith((" item", " items"))] == headings


@pytest.mark.parametrize(
    ("options", "items"),
    [
        (["--owner", "GROUP"], {"seen-02"}),
        (["--owner", "performance"], {"waiting"}),
        (["--rag", "amber", "--owner", "head"], {"seen-01", "Senior Team"}),
        (["--strategy", "old-plan"], set()),
        (["--need", "late"], {"seen-01", "seen-02", "seen-06"}),
        (["--need", "silent"], {"seen-02", "seen-07"}),
    ],
)
def test_filters_keep_what_they_say(run, small, options, items):
    assert {item for _, item in kinds(run, *options)} - {"Senior Team"} == items - {"Senior Team"}


def test_an_empty_answer_is_clean_and_says_what_was_asked(run, small):
    code, out, err = run("overdue", "--as-at", DAY, "--owner", "children's services", "--fail-on", "late")
    head = "Nothing is late, waiting for a word or silent\nas at 1 October 2025\nonly: owner 'children's services'\n"
    assert (code, out) == (0, head)
    assert err == "nothing has owner 'children's services'\n"


def test_before_anything_began_nothing_is_late(run, small):
    code, out, err = run("overdue", "--as-at", "2015-01-01")
    assert (code, err) == (0, "")
    assert out == (
        "Nothing is late, waiting for a word or silent\nas at 1 January 2015\n\n"
        "2 strategies have not begun; nothing in them is called late\n"
    )


def test_json_has_its_version_and_kind_first(run, small):
    code, out, err = run("overdue", "--as-at", DAY, "--format", "json")
    content = json.loads(out)
    assert (code, err) == (0, "")
    assert list(content)[:3] == ["schema_version", "kind", "as_at"]
    assert (content["schema_version"], content["kind"]) == (2, "overdue")
    assert len(content["items"]) == 6
    assert all(one["days"] > 0 and one["strategies"] == ["young-carers"] for one in content["items"])


def test_csv_reads_back(run, small):
    code, out, err = run("overdue", "--as-at", DAY, "--format", "csv")
    assert (code, err) == (0, "")
    (late,) = [row for row in rows(out) if row["item"].endswith("seen-01")]
    assert late["owner"] == "Head of Service"
    assert (late["days"], late["due"]) == ("11", "2025-09-20")


def test_markdown_has_a_table_for_each_owner_and_a_line_for_each_thing(run, small):
    code, out, err = run("overdue", "--as-at", DAY, "--format", "markdown", "--by", "owner")
    assert (code, err) == (0, "")
    assert out.partition("### Next 30 days")[0].count("|  |  |  |\n| --- | --- | ---: |\n") == 3
    assert "\n- Share what works: silent for 108 days: last update 15 June 2025, " in out


def test_who_owns_a_late_reading_that_no_strategy_names_is_asked_for_it(run, small):
    measures = small / "measures" / "carers.yaml"
    alone = "  - {id: alone, title: Alone, unit: count, owner: Analyst, frequency: year, readings: {2017/18: 3}}\n"
    measures.write_text(measures.read_text("utf-8") + alone, "utf-8")
    assert ("late-reading", "alone") in kinds(run)
    assert kinds(run, "--owner", "Analyst") == [("late-reading", "alone")]
    assert run("overdue", "--as-at", DAY, "--owner", "Analyst", "--fail-on", "late-reading")[::2] == (1, "")
    assert ("late-reading", "alone") not in kinds(run, "--strategy", "young-carers")


def test_no_output_calls_a_reading_late_that_only_a_strategy_now_over_wanted(run, small):
    plan, measures = small / "strategies" / "old-plan.yaml", small / "measures" / "carers.yaml"
    plan.write_text(plan.read_text("utf-8").replace("title: Seen\n", "title: Seen\n    measures: [old]\n"), "utf-8")
    old = "  - {id: old, title: Old, unit: count, frequency: year, readings: {2017/18: 3}}\n"
    measures.write_text(measures.read_text("utf-8") + old, "utf-8")
    listed = run("overdue", "--as-at", DAY)[1]
    said = (run("status", "old-plan", "--as-at", DAY)[1], run("report", "old-plan", "--as-at", DAY)[1])
    assert "Old" not in listed
    assert not [text for text in said if "1 late" in text or "1 reading is late" in text]
    assert "Next figure  the strategy ended on 31 March 2020" in run("show", "old", "--as-at", DAY)[1]


@pytest.mark.parametrize("nothing", [",", " , "])
def test_a_gate_that_names_nothing_is_refused(run, small, nothing):
    code, out, err = run("overdue", "--fail-on", nothing)
    assert (code, out) == (2, "")
    assert err.startswith("error: --fail-on names no kind\n  help: use late, ")


LIFE = """\
id: parks
title: Parks
starts: 2025-04-01
ends: 2028-03-31
priorities:
  - id: safe
    title: Safe
    actions:
      - {id: safe-01, text: Walk, owner: Head, updates: [{on: 2026-01-01, state: in-progress, note: x}]}
"""


@pytest.mark.parametrize(("kind", "codes"), [("silent", (0, 1, 1, 1)), ("very-silent", (0, 0, 1, 1))])
def test_a_gate_does_not_open_because_something_got_worse(run, tmp_path, monkeypatch, kind, codes):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "parks.yaml").write_text(LIFE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    days = ("2026-03-01", "2026-05-01", "2026-08-01", "2027-03-01")
    assert tuple(run("overdue", "--fail-on", kind, "--as-at", day)[0] for day in days) == codes


def test_an_owner_in_several_spellings_is_one_person_in_the_list_the_filter_and_the_digest(run, tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    owners = ("Head of Parks", "head of  parks", "Head of\u00a0Parks", "Head of Parks")
    actions = "".join(
        f"      - {{id: p-{n}, text: T, owner: {owner}, due: 2025-01-06}}\n" for n, owner in enumerate(owners)
    )
    text = f"id: plan\ntitle: Plan\npriorities:\n  - id: p\n    title: P\n    actions:\n{actions}"
    (tmp_path / "strategies/plan.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    out = run("overdue", "--as-at", "2025-02-01", "--by", "owner")[1]
    assert "Head of Parks: 4 items" in out
    assert "parks: " not in out
    for typed in ("head of parks", "HEAD OF\u2009PARKS", "of  Parks"):
        assert "Head of Parks: 4 items" in run("overdue", "--as-at", "2025-02-01", "--by", "owner", "--owner", typed)[1]
    run("overdue", "--as-at", "2025-02-01", "--digest", "sent")
    assert {one.stem for one in (tmp_path / "sent").iterdir()} == {"Head of Parks"}


def test_a_gate_on_silence_does_not_open_when_a_date_passes_as_well(run, tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    dated = LIFE.replace("owner: Head,", "owner: Head, due: 2026-06-30,")
    (tmp_path / "strategies" / "parks.yaml").write_text(dated, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    days = ("2026-03-01", "2026-06-30", "2026-07-01", "2026-08-01")
    for gate, codes in (("silent", (0, 1, 1, 1)), ("very-silent", (0, 0, 0, 1)), ("late", (0, 0, 1, 1))):
        assert tuple(run("overdue", "--fail-on", gate, "--as-at", day)[0] for day in days) == codes, gate
    (suite,) = ET.fromstring(run("overdue", "--fail-on", "silent", "--as-at", "2026-08-01", "-f", "junit")[1])
    assert suite.get("failures") == "1"
