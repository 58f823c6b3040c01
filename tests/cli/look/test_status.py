import csv
import io
import json

import pytest

from tests.cli.conftest import DAY


def names(out):
    return [row["id"] for row in csv.DictReader(io.StringIO(out, newline=""))]


def test_it_shows_every_strategy_running_ones_first(run, small):
    code, out, err = run("status", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert out.startswith(
        "1 late · 2 waiting for a word · 1 silent · measures: 1 red, 1 better, 1 worse\n"
        "1 review missed · 1 reading late\n"
        "as at 1 October 2025 · 1 strategy running, 1 ended\n\nYoung Carers Strategy 2025–2028 · Borough of"
    )
    assert "\n9 actions, 8 measures   1  2  1  2  3      1     2      1     1  2  1  4\n" in out
    assert "\nEnded, nothing in it is called late\nCarers Plan 2016–2020  " in out


@pytest.mark.parametrize("item", ["young-carers", "YOUNG-CARERS", "carers"])
def test_a_strategy_is_shown_by_id_or_the_end_of_one(run, small, item):
    code, out, err = run("status", item, "--as-at", DAY)
    assert (code, err) == (0, "")
    assert "only: strategy 'young-carers'" in out
    assert "old-plan" not in out


@pytest.mark.parametrize("item", ["heard", "young-carers/heard"])
def test_a_priority_is_shown_by_id(run, small, item):
    code, out, err = run("status", item, "--as-at", DAY, "--actions", "--measures")
    assert (code, err) == (0, "")
    assert "only: priority 'heard', strategy 'young-carers'" in out
    assert "\nActions\n" in out
    assert "\nMeasures\n" in out
    assert "Young carers are seen" not in out


def test_an_ambiguous_id_lists_what_it_may_be(run, small):
    assert run("status", "seen", "--as-at", DAY) == (
        2,
        "",
        (
            "error: 'seen' may be any of these:\n"
            "  old-plan/seen  (priority) Seen\n"
            "  young-carers/seen  (priority) Young carers are seen\n"
            "  help: type more of the one you mean\n"
        ),
    )


def test_a_mistyped_id_offers_the_nearest(run, small):
    assert run("status", "young-carer") == (
        2,
        "",
        "error: no strategy or priority has the id 'young-carer'\n  help: did you mean young-carers?\n",
    )
    assert run("status", "zzz")[2].endswith("help: 'strategy status --actions --measures' lists ids\n")


def test_an_id_of_another_kind_is_said_to_be_one(run, small):
    for item, kind in (("seen-02", "an action"), ("waiting", "a measure")):
        said = f"error: '{item}' is {kind}, not a strategy or a priority\n  help: 'strategy show {item}' shows it\n"
        assert run("status", item) == (2, "", said)


@pytest.mark.parametrize(
    ("item", "option", "other"),
    [
        ("young-carers/seen", "--priority", "heard"),
        ("young-carers", "--strategy", "old-plan"),
        ("young-carers/seen", "--strategy", "old-plan"),
    ],
)
def test_an_item_and_a_filter_that_name_two_things_are_not_chosen_between(run, small, item, option, other):
    said = f"error: '{item}' and {option} name two things\n  help: use one of them\n"
    assert run("status", item, option, other) == (2, "", said)
    assert run("status", "young-carers", "--strategy", "young-carers", "--priority", "seen")[0] == 0


def test_an_id_that_things_of_several_kinds_have_is_of_none_of_them(run, small):
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(path.read_text("utf-8").replace("{id: listen,", "{id: plan-02,"), encoding="utf-8")
    assert run("status", "plan-02")[2].startswith("error: no strategy or priority has the id 'plan-02'\n")


def test_why_gives_a_sentence_for_each_colour(run, small):
    code, out, err = run("status", "young-carers", "--why", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert "\nWhy\nItem" in out
    assert "seen-04           ✔ complete          said to be complete on 1 June 2025\n" in out


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--owner", "group"], ["seen-02"]),
        (["--owner", "PARTICIPATION"], ["heard-01"]),
        (["--owner", "performance"], ["schools-trained", "waiting"]),
        (["--priority", "heard"], ["heard-01", "calls"]),
        (["--rag", "amber"], ["seen-01", "schools-trained", "staff"]),
        (["--rag", "blue"], ["seen-04"]),
        (["--state", "paused"], ["seen-08"]),
        (["--strategy", "old-plan"], ["seen-01", "plan-02"]),
        (["--strategy", "old-plan", "--rag", "red"], []),
        (["--owner", "head", "--rag", "red", "--priority", "seen"], ["seen-06"]),
    ],
)
def test_filters_keep_what_they_say(run, small, options, kept):
    code, out, err = run("status", "--as-at", DAY, "--format", "csv", *options)
    assert code == 0
    assert names(out) == kept
    assert bool(err) == (not kept)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], True), (["--strategy", "young-carers"], True), (["--rag", "red"], False), (["--state", "paused"], False),
        (["--owner", "head"], False), (["--priority", "seen"], False),
    ],
)  # fmt: skip
def test_what_is_not_on_record_is_said_of_all_actions_or_not_at_all(run, small, options, said):
    out = " ".join(run("status", "--as-at", DAY, *options)[1].split())
    assert ("1 kind of gap in the record: strategy validate" in out) == said
    assert ("1 of 9 actions has never had an update" in run("status", "--as-at", DAY, "--why", *options)[1]) == said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--priority", "heard", "--strategy", "old-plan"], "nothing has priority 'heard', strategy 'old-plan'\n"),
        (["--owner", "Group Manager", "--rag", "blue"], "nothing has owner 'Group Manager', rag 'blue'\n"),
        (["--state", "stopped"], "nothing has state 'stopped'\n"),
    ],
)
@pytest.mark.parametrize("form", ["table", "markdown", "json", "csv"])
def test_an_empty_answer_is_clean_and_says_what_was_asked(run, small, options, said, form):
    code, out, err = run("status", "--as-at", DAY, "--format", form, *options)
    assert code == 0
    assert err == said
    assert out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--strategy", "yuong-carers"], "no strategy has the id 'yuong-carers'\n  help: did you mean young-carers?\n"),
        (
            ["--strategy", "zzz", "--owner", "Head of Service"],
            "no strategy has the id 'zzz'\n  help: the strategies are old-plan, young-carers\n",
        ),
        (["--priority", "sen"], "no priority has the id 'sen'\n  help: did you mean seen?\n"),
        (["--priority", "x", "--rag", "red"], "no priority has the id 'x'\n  help: the priorities are heard, seen\n"),
        (["--owner", "Gruop manager"], "no owner is called 'Gruop manager'\n  help: did you mean Group Manager?\n"),
        (
            ["--owner", "xyz"],
            (
                "no owner is called 'xyz'\n  help: the owners are Director of Children's Services, Group Manager, "
                "Head of Service, Participation Officer, Performance Team\n"
            ),
        ),
    ],
)
@pytest.mark.parametrize("command", [("status",), ("overdue", "--fail-on", "late"), ("export", "--format", "csv")])
def test_a_name_that_nothing_has_is_a_mistype_and_no_good_news(run, small, command, options, said):
    if options[-2:] == ["--rag", "red"] and command[0] == "export":
        options = options[:-2]
    assert run(*command, "--as-at", DAY, *options) == (2, "", f"error: {said}")


def test_many_names_are_not_all_listed(run, tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    for n in range(15):
        (tmp_path / "strategies" / f"{n}.yaml").write_text(f"id: plan-{n:02}\ntitle: A\n")
    monkeypatch.chdir(tmp_path)
    err = run("status", "--strategy", "zzz")[2]
    assert err.endswith("plan-10, plan-11, and 3 more\n")


def test_a_mistyped_owner_where_there_is_none_says_so(run, tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "a.yaml").write_text("id: a\ntitle: A\n")
    monkeypatch.chdir(tmp_path)
    assert run("status", "--owner", "x", "-f", "csv") == (
        2, "", "error: no owner is called 'x'\n  help: no owner is on record\n",
    )  # fmt: skip


@pytest.mark.parametrize("command", [("status",), ("overdue",), ("report", "young-carers")])
def test_a_measure_that_another_of_its_id_hides_is_said_to_be_left_out(run, small, command):
    measures = small / "measures" / "more.yaml"
    measures.write_text("measures:\n  - {id: waiting, title: Another, unit: count, readings: {2024/25: 3}}\n", "utf-8")
    said = "measures/more.yaml: 'waiting' is also the id of a measure in measures/carers.yaml [duplicate-id]"
    code, out, err = run(*command, "--as-at", DAY)
    assert (code, out) == (2, "")
    assert said in err
    code, out, err = run(*command, "--as-at", DAY, "--keep-going")
    assert (code, said in err, "Another" in out) == (0, True, False)


def test_before_anything_happened_nothing_is_known(run, small):
    code, out, err = run("status", "--as-at", "2015-01-01")
    assert (code, err) == (0, "")
    assert "· the strategy begins on 1 April 2016" in " ".join(out.split())
    assert "· the strategy begins on 1 April 2025" in " ".join(out.split())
    assert "no colour: 11 not started" in out


def test_json_has_its_version_and_kind_first(run, small):
    code, out, err = run("status", "--as-at", DAY, "-f", "json")
    content = json.loads(out)
    assert (code, err) == (0, "")
    assert list(content)[:3] == ["schema_version", "kind", "as_at"]
    assert (content["schema_version"], content["kind"], content["as_at"]) == (3, "status", DAY)
    assert [one["id"] for one in content["strategies"]] == ["old-plan", "young-carers"]
    assert {one["id"]: one["reading"] and one["reading"]["amount"] for one in content["measures"]}["waiting"] == "31"


def test_csv_has_a_row_for_every_action_and_measure(run, small):
    code, out, err = run("status", "--as-at", DAY, "-f", "csv")
    assert (code, err) == (0, "")
    assert len(names(out)) == 9 + 2 + 8
    assert out.count("\r\n") == 20


def test_markdown_has_a_heading_and_a_table(run, small):
    code, out, err = run("status", "--as-at", DAY, "-f", "markdown")
    assert (code, err) == (0, "")
    assert out.startswith(
        "## 1 late · 2 waiting for a word · 1 silent · measures: 1 red, 1 better, 1 worse\n\n"
        "1 review missed · 1 reading late\n\n"
        "as at 1 October 2025 · 1 strategy running, 1 ended\n\n### Young Carers Strategy 2025–2028"
    )
    assert "\n|  | all | Actions ✔ | Actions ● |" in out
    assert "| late | waits | silent | Measures ● |" in out


HOSTILE = """\
id: hostile
title: "<script>alert(1)</script> | `x`"
owner: '=HYPERLINK("http://evil.example")'
priorities:
  - id: one
    title: "a | b [link](http://evil.example)"
    actions:
      - id: one-01
        text: "+1 <b>bold</b> | cell @octocat [bold red]no[/]"
        updates: [{on: 2025-01-01, state: in-progress, note: "=1+1"}]
"""


@pytest.fixture
def hostile(small):
    (small / "strategies" / "a.yaml").write_text(HOSTILE)
    return small


def test_hostile_texts_cannot_start_a_formula(run, hostile):
    code, out, err = run("status", "hostile", "--as-at", DAY, "-f", "csv")
    assert (code, err) == (0, "")
    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert row["owner"] == '\'=HYPERLINK("http://evil.example")'
    assert row["text"].startswith("'+1 <b>")


def test_hostile_texts_stay_texts_in_markdown(run, hostile):
    code, out, err = run("status", "hostile", "--actions", "--as-at", DAY, "-f", "markdown")
    assert (code, err) == (0, "")
    assert "<" not in out.replace("\\<", "")
    assert "](" not in out.replace("\\](", "")
    assert "http://" not in out
    rows = [line.replace("\\|", "") for line in out.splitlines() if line.startswith("|") and "one-01" in line]
    assert [row.count("|") for row in rows] == [5]


def test_hostile_texts_are_printed_as_they_are_written(run, hostile):
    code, out, err = run("status", "hostile", "--actions", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert "<script>alert(1)</script> | `x`" in out
    assert "[bold" in out
