"""`strategy diff` as a person runs it, on real repositories."""

import csv
import io
import json

import pytest

from tests.cli.repository import MEASURES, STRATEGY, carers

DAY = ("--as-at", "2022-03-01")


@pytest.fixture
def repo(tmp_path, monkeypatch):
    made = carers(tmp_path / "repo")
    monkeypatch.chdir(made.root)
    return made


def rows(run, *arguments):
    code, out, err = run("diff", *arguments, "--format", "csv")
    assert (code, err) == (0, "")
    return list(csv.DictReader(io.StringIO(out, newline="")))


def changes(run, *arguments):
    """Kind, item, before and after of each change."""
    return [(row["kind"], row["item"], row["before"], row["after"]) for row in rows(run, *arguments)]


def test_nothing_moved_is_said(run, repo):
    sha = repo.git("rev-parse", "--short=7", "HEAD")
    assert run("diff", *DAY) == (
        0,
        (
            f"Nothing moved\nfrom commit {sha} of 2022-01-15, judged as at 1 March 2022, to the files on\n"
            "disk, judged as at 1 March 2022\n"
        ),
        "",
    )
    assert run("diff", "HEAD..HEAD")[0:3:2] == (0, "")


def test_white_space_comments_and_order_are_no_changes(run, repo):
    repo.change("owner: Director\n", "\n# a remark\nowner:   'Director'   # agreed\n")
    one, two = "      - id: seen-02\n        text: Write one form\n", "  - id: heard\n"
    repo.change(one, "").change("    actions:\n      - id: seen-01", f"    actions:\n{one}      - id: seen-01")
    repo.change(two, f"\n{two}")
    repo.change("    readings:\n      2022-01: 70\n", "    readings: {2022-01: 70}\n", "measures/carers.yaml")
    assert changes(run) == []


def test_a_renamed_file_is_no_change(run, repo):
    (repo.root / "strategies" / "carers.yaml").rename(repo.root / "strategies" / "young-carers.yaml")
    assert changes(run, "--all", *DAY) == []
    assert changes(run) == []


def test_measures_moved_between_files_are_no_change(run, repo):
    head, tail = MEASURES.split("  - id: calls")
    repo.write(measures__carers=head, measures__other=f"measures:\n  - id: calls{tail.replace('12', '13')}")
    assert changes(run) == [("restated", "calls", "12", "13")]


def test_everything_that_can_happen_to_an_action_is_told(run, repo):
    repo.change("Train every school to spot", "Train each school to notice")
    repo.change(
        "due: 2022-06-30",
        "due: 2022-09-30\n        moved: [{on: 2022-02-20, from: 2022-06-30, why: Too few, approved_by: Board}]",
    )
    repo.change("note: Begun}", "note: Begun}\n          - {on: 2022-02-20, state: paused, note: No trainers}")
    repo.change("      - id: seen-02\n        text: Write one form\n", "")
    repo.change(
        "        text: Hold a yearly forum\n",
        "        text: Hold a yearly forum\n      - id: seen-02\n        text: Write one form\n",
    )
    repo.change("      - id: seen-01", "      - id: seen-03\n        text: Open a drop-in\n      - id: seen-01")
    found = {(row["kind"], row["item"]): row for row in rows(run, *DAY)}
    assert set(found) == {
        ("added", "carers/seen-03"), ("reworded", "carers/seen-01"), ("due", "carers/seen-01"),
        ("update", "carers/seen-01"), ("state", "carers/seen-01"), ("colour", "carers/seen-01"),
        ("moved", "carers/seen-02"), ("owner", "carers/seen-02"),
    }  # fmt: skip
    reworded = found["reworded", "carers/seen-01"]
    assert reworded["before"] == "Train [every] school to [spot] young carers"
    assert reworded["after"] == "Train [each] school to [notice] young carers"
    due = found["due", "carers/seen-01"]
    assert (due["before"], due["after"]) == ("2022-06-30", "2022-09-30")
    assert due["why"] == "92 days later; Too few; approved by Board"
    assert found["state", "carers/seen-01"]["why"] == "update of 2022-02-20: No trainers"
    colour = found["colour", "carers/seen-01"]
    assert (colour["before"], colour["after"], colour["worse"]) == ("green", "paused", "")
    assert colour["why"].startswith("new update of 2022-02-20: No trainers; ")
    assert found["moved", "carers/seen-02"]["after"] == "Young carers are heard"


def test_an_owner_that_is_inherited_changes_for_all_who_inherit_it(run, repo):
    repo.change("owner: Head of Service", "owner: Group Manager")
    assert changes(run) == [
        ("owner", "carers/seen", "Head of Service", "Group Manager"),
        ("owner", "carers/seen-01", "Head of Service", "Group Manager"),
        ("owner", "carers/seen-02", "Head of Service", "Group Manager"),
    ]


def test_a_colour_that_moved_because_a_day_passed_needs_to_be_asked_for(run, repo):
    repo.change("Hold a yearly forum", "Hold two forums").commit("Later", "2022-07-15")
    assert [row[:2] for row in changes(run, "HEAD~1..HEAD")] == [("reworded", "carers/heard-01")]
    found = [row for row in rows(run, "HEAD~1..HEAD", "--all") if row["kind"] == "colour"]
    assert [(one["item"], one["before"], one["after"], one["worse"]) for one in found] == [
        ("carers/seen-01", "green", "amber, waiting", "true"),
        ("schools", "not rated", "red", ""),
    ]
    assert found[0]["why"].startswith("a date passed; its date decides: ")
    out = run("diff", "HEAD~1..HEAD")[1]
    assert "what nobody touched was not judged again: --all shows what time alone moved" in out
    assert "--all" not in run("diff", "HEAD~1..HEAD", *DAY)[1]


@pytest.mark.parametrize(("day", "after"), [("2022-08-20", "amber, waiting"), ("2022-10-01", "red, waiting")])
def test_a_colour_that_time_would_have_moved_as_far_is_not_laid_at_the_door_of_an_edit(run, repo, day, after):
    repo.change("due: 2022-06-30", "due: 2022-07-31").commit("Later", day)
    found = {row["kind"]: row for row in rows(run, "HEAD~1..HEAD")}
    assert (found["colour"]["before"], found["colour"]["after"]) == ("green", after)
    assert found["colour"]["why"].startswith("a date passed; its date decides: overdue by ")
    assert found["due"]["after"] == "2022-07-31"


def test_a_colour_that_an_edit_moved_after_a_date_had_passed_is_the_edit_s(run, repo):
    repo.change("due: 2022-06-30", "due: 2022-12-31").commit("Later", "2022-02-01")
    repo.change("note: Begun}", "note: Begun}\n          - {on: 2022-08-01, state: in-progress, rag: red, note: Ill}")
    repo.commit("Said", "2022-08-01")
    found = {row["kind"]: row for row in rows(run, "HEAD~1..HEAD")}
    assert found["colour"]["why"].startswith("new update of 2022-08-01: Ill; ")


def test_settings_that_judge_otherwise_show_every_colour_they_move(run, repo):
    repo.write(**{"strategy-tracker": "late_is_red_after: 3 days\norganisation: Exampleton\n"})
    found = rows(run, "--as-at", "2022-07-15")
    assert [(one["kind"], one["item"], one["before"], one["after"]) for one in found] == [
        ("settings", "settings", "none", "Exampleton"),
        ("settings", "settings", "month", "3 days"),
        ("colour", "carers/seen-01", "amber, waiting", "red, waiting"),
    ]
    assert found[-1]["why"].startswith("the settings were changed; ")


def test_a_target_and_a_tolerance_show_the_colour_they_move(run, repo):
    name = "measures/carers.yaml"
    repo.change("targets: {2022: 80}", "targets: {2022: 70}", name).change("5 points", "2 points", name)
    found = {row["kind"]: row for row in rows(run, *DAY)}
    assert set(found) == {"target", "rule", "colour"}
    assert found["target"]["why"] == "for 2022, easier to meet; the file does not say why"
    assert (found["rule"]["before"], found["rule"]["after"], found["rule"]["why"]) == (
        "5 points",
        "2 points",
        "amber within",
    )
    assert found["colour"]["why"].startswith("target changed, tolerance changed; ")
    assert "its target for 2022 was made easier to meet, 80% → 70%" in run("diff", *DAY)[1]


def test_new_readings_and_restated_ones_with_their_size(run, repo):
    repo.change("2022-01: 70", "2022-01: 72.5\n      2022-02: 81", "measures/carers.yaml")
    found = rows(run, *DAY)
    assert [(one["kind"], one["before"], one["after"], one["why"]) for one in found[:2]] == [
        ("restated", "70%", "72.5%", "for 2022-01, +2.5 points; the file does not say why"),
        ("reading", "none", "81%", "for 2022-02"),
    ]
    assert found[2]["why"].startswith("new reading for 2022-02; ")


@pytest.mark.parametrize("form", ["table", "markdown", "json", "csv"])
def test_a_figure_that_is_suppressed_now_is_in_no_output(run, repo, form):
    name = "measures/carers.yaml"
    repo.change("2022-01: 12", "2022-01: {numerator: 3817, denominator: 4923, note: It was 3817}", name)
    repo.commit("A figure", "2022-02-01")
    repo.change("{numerator: 3817, denominator: 4923, note: It was 3817}", "{symbol: c, was: [{value: 3817}]}", name)
    code, out, err = run("diff", *DAY, "--format", form)
    assert (code, err) == (0, "")
    assert "withheld" in out
    assert "suppressed" in out
    assert "3817" not in out
    assert "4923" not in out
    assert "3,817" not in out


def test_a_whole_strategy_comes_and_goes_in_one_line(run, repo):
    repo.write(strategies__other=STRATEGY.replace("id: carers", "id: other"))
    assert changes(run) == [("added", "other", "", "Young Carers")]
    repo.commit("Other", "2022-02-01")
    (repo.root / "strategies" / "carers.yaml").unlink()
    assert changes(run) == [("withdrawn", "carers", "Young Carers", "")]


def test_every_field_counts_even_one_nobody_rates(run, repo):
    repo.change(
        "starts: 2022-01-01",
        "vision: Everybody is seen\nstarts: 2022-01-01\ngovernance:\n  - {body: Board, held: [2022-02-01]}",
    )
    repo.change(
        "    title: Young carers are heard\n", "    title: Young carers are heard\n    aspirations: [A voice]\n"
    )
    assert changes(run) == [
        ("detail", "carers", "none", "Everybody is seen"),
        ("detail", "carers", "none", "held 2022-02-01"),
        ("detail", "carers/heard", "none", "A voice"),
    ]


def test_practice_examples_are_compared_too(run, repo):
    text = "practice:\n  - id: walk-in\n    title: A walk-in hour\n    summary: A worker is there\n"
    repo.write(practice__ideas=text).commit("Practice", "2022-02-01")
    repo.change("A worker is there", "A worker was there", "practice/ideas.yaml")
    assert changes(run) == [("reworded", "walk-in", "A worker [is] there", "A worker [was] there")]


def test_only_what_one_file_or_folder_holds(run, repo):
    repo.change("Write one form", "Write no form").change("2022-01: 12", "2022-01: 13", "measures/carers.yaml")
    assert [row[1] for row in changes(run, "HEAD", "measures")] == ["calls"]
    assert [row[1] for row in changes(run, "HEAD", "strategies/carers.yaml")] == ["carers/seen-02"]
    assert [row[1] for row in changes(run, "HEAD", ".")] == ["carers/seen-02", "calls"]
    assert run("diff", "HEAD", "strategies/nothing.yaml") == (
        2,
        "",
        (
            "error: neither moment has a file or folder 'strategies/nothing.yaml'\n"
            "  help: paths are seen from the current folder\n"
        ),
    )


def test_a_path_may_go_up_and_down_again(run, repo, monkeypatch):
    repo.change("Write one form", "Write no form").change("2022-01: 12", "2022-01: 13", "measures/carers.yaml")
    monkeypatch.chdir(repo.root / "strategies")
    assert [row[1] for row in changes(run, "HEAD", "../measures")] == ["calls"]
    assert [row[1] for row in changes(run, "HEAD", "..")] == ["carers/seen-02", "calls"]
    assert [row[1] for row in changes(run, "HEAD", "../measures", "--root", "..")] == ["calls"]
    assert [row[1] for row in changes(run, "HEAD", "../..")] == ["carers/seen-02", "calls"]


def test_the_settings_are_a_file_as_well(run, repo):
    (repo.root / "strategy-tracker.yaml").write_text("organisation: Anytown\n", encoding="utf-8")
    repo.change("Write one form", "Write no form")
    assert [row[1] for row in changes(run, "HEAD", "strategy-tracker.yaml")] == ["settings"]
    assert [row[1] for row in changes(run, "HEAD", ".")] == ["settings", "carers/seen-02"]
    assert [row[1] for row in changes(run, "HEAD", "strategies")] == ["carers/seen-02"]


def test_a_strategy_and_a_measure_of_one_id_are_in_files_of_their_own(run, repo):
    repo.change("id: calls", "id: carers", "measures/carers.yaml").commit("One id for two", "2022-02-01")
    repo.change("Write one form", "Write no form").change("2022-01: 12", "2022-01: 13", "measures/carers.yaml")
    assert [row[1] for row in changes(run, "HEAD", "measures")] == ["carers"]
    assert [row[1] for row in changes(run, "HEAD", "strategies")] == ["carers/seen-02"]


def test_a_path_where_a_revision_belongs_is_explained(run, repo):
    assert run("diff", "strategies") == (
        2,
        "",
        (
            "error: git knows no revision 'strategies'\n"
            "  help: a file or folder comes second: strategy diff HEAD strategies\n"
        ),
    )


@pytest.mark.parametrize(
    ("revisions", "said"),
    [
        ("main...HEAD", "error: 'main...HEAD' has three dots\n  help: write two: main..HEAD\n"),
        (
            "nowhere..HEAD",
            "error: git knows no revision 'nowhere'\n  help: 'git log --oneline' lists the moments there are\n",
        ),
    ],
)
def test_what_is_no_pair_of_revisions_is_said(run, repo, revisions, said):
    assert run("diff", revisions) == (2, "", said)


def test_one_side_left_out_is_head(run, repo):
    repo.change("Write one form", "Write no form").commit("Second", "2022-02-01")
    assert len(changes(run, "HEAD~1..")) == 1
    assert len(changes(run, "..HEAD~1")) == 1
    assert changes(run, "HEAD") == []


def test_a_folder_not_in_git_cannot_be_compared(run, tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "carers.yaml").write_text(STRATEGY)
    monkeypatch.chdir(tmp_path)
    assert run("diff") == (
        2,
        "",
        (
            "error: this folder is not in a git repository, so nothing is known of earlier moments\n"
            "  help: 'git init' and a first commit begin the record\n"
        ),
    )


def test_errors_of_either_side_are_said_with_the_moment(run, repo):
    sha = repo.git("rev-parse", "--short=7", "HEAD")
    repo.write(strategies__broken="id: broken\nowner: [\n").commit("Broken", "2022-02-01")
    repo.write(strategies__broken="id: broken\ntitle: Mended\n").commit("Mended", "2022-02-02")
    broken = repo.git("rev-parse", "--short=7", "HEAD~1")
    code, out, err = run("diff", "HEAD~1..HEAD")
    assert (code, out) == (2, "")
    assert err.startswith(f"left out, because of 1 error in strategies/broken.yaml (commit {broken} of 2022-02-01):\n")
    assert changes_kept(run, "HEAD~1..HEAD") == []
    assert changes_kept(run, "HEAD~2..HEAD") == [("added", "broken")]
    assert sha


def changes_kept(run, *arguments):
    code, out, _ = run("diff", *arguments, "--keep-going", "--format", "csv")
    assert code == 0
    return [(row["kind"], row["item"]) for row in csv.DictReader(io.StringIO(out, newline=""))]


def test_a_faulty_action_is_said_and_the_others_are_compared(run, repo):
    repo.change("Write one form", "Write one form\n        due: soon").change("Hold a yearly forum", "Hold two forums")
    code, out, err = run("diff", *DAY)
    assert (code, out) == (2, "")
    assert "'soon' is not a date [not-a-date]" in err
    assert changes_kept(run, *DAY) == [("reworded", "carers/heard-01")]


def test_what_could_not_be_read_was_not_withdrawn_and_every_form_says_which_file_it_was(run, repo):
    repo.change("id: carers", "id: carers\n\towner: Nobody").change(
        "id: calls", "id: calls\n    unit: 7", "measures/carers.yaml"
    )
    repo.write(strategies__new="id: new\ntitle: Another\n").commit("Two slips", "2022-02-01")
    assert changes_kept(run, "HEAD~1..HEAD") == [("added", "new")]
    sha = repo.git("rev-parse", "--short=7", "HEAD")
    where = f"(commit {sha} of 2022-02-01)"
    said = f"as far as it could be read: measures/carers.yaml {where}, strategies/carers.yaml {where}"
    for form in ("table", "markdown"):
        out = run("diff", "HEAD~1..HEAD", "--keep-going", "--format", form)[1]
        assert said in " ".join(out.split())
    out = run("diff", "HEAD~1..HEAD", "--keep-going", "--format", "json")[1]
    assert json.loads(out)["unread"] == [f"measures/carers.yaml {where}", f"strategies/carers.yaml {where}"]


def test_what_stands_in_no_file_was_withdrawn_also_beside_one_that_cannot_be_read(run, repo):
    repo.change("      - id: seen-02\n        text: Write one form\n", "")
    repo.write(strategies__broken="id: broken\nowner: [\n").commit("Gone", "2022-02-01")
    assert changes_kept(run, "HEAD~1..HEAD") == [("withdrawn", "carers/seen-02")]


def test_a_practice_example_that_could_not_be_read_was_not_withdrawn(run, repo):
    text = "practice:\n  - id: walk-in\n    title: A walk-in hour\n    summary: A worker is there\n"
    repo.write(practice__ideas=text).commit("Practice", "2022-02-01")
    repo.change("    title: A walk-in hour\n", "", "practice/ideas.yaml")
    assert changes_kept(run, "HEAD") == []


def test_markdown_begins_with_a_summary_and_folds_what_is_long(run, repo):
    actions = "".join(
        f"      - id: heard-{n:02}\n        text: Do <b>thing</b> | number {n} @someone\n" for n in range(2, 20)
    )
    repo.change("        text: Hold a yearly forum\n", f"        text: Hold *two* forums\n{actions}")
    code, out, err = run("diff", *DAY, "--format", "markdown")
    assert (code, err) == (0, "")
    assert out.startswith("## 19 changes\n\nfrom commit ")
    assert "\n<details>\n<summary>Added (18)</summary>\n\n**carers**\n\n| Item | What | Words |" in out
    assert "\n### Reworded: the words that differ are in brackets\n" in out
    assert "<b>" not in out
    assert "@someone" not in out
    assert out == run("diff", *DAY, "--format", "markdown")[1]


def test_markdown_is_never_longer_than_a_comment_may_be(run, repo):
    words = "a plan that nobody can hold in one hand " * 12
    actions = "".join(f"      - id: heard-{n:03}\n        text: {words}\n" for n in range(2, 200))
    repo.change("        text: Hold a yearly forum\n", f"        text: Hold two forums\n{actions}")
    out = run("diff", *DAY, "--format", "markdown")[1]
    assert len(out) < 65_536
    assert "\nToo long for a comment, so left out: added (198). `strategy diff` shows all.\n" in out
    assert "Hold \\[two\\] \\[forums\\]" in out or "Hold \\[two forums\\]" in out


def test_json_names_both_moments_and_escapes_what_cannot_be_seen(run, repo):
    repo.change("Write one form", "Write no form").commit(
        "Bell \a, escape \x1b[2J and \u202e", "2022-02-01", who="A\u200bnn"
    )
    code, out, err = run("diff", "HEAD~1..HEAD", "--format", "json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert (found["kind"], found["schema_version"]) == ("diff", 2)
    assert (found["from_as_at"], found["to_as_at"], found["everything"]) == ("2022-01-15", "2022-02-01", False)
    assert found["to"]["sha"] == repo.git("rev-parse", "HEAD")
    assert not set(out) & {"\a", "\x1b", "\u202e"}
    assert [one["kind"] for one in found["changes"]] == ["reworded"]


@pytest.fixture
def reported(run, repo):
    assert run("freeze", "2022-q1", "--body", "Carers Board", "--on", "2022-03-31")[0] == 0
    return repo


def test_against_a_report_time_counts_and_restatements_are_named(run, reported):
    reported.change("2022-01: 70", "2022-01: 72", "measures/carers.yaml").commit("Restated", "2022-04-10")
    code, out, err = run("diff", "2022-q1", "--as-at", "2022-07-15")
    assert (code, err) == (0, "")
    assert "1 figure restated since" in out.replace("\n", " ")
    code, out, err = run("diff", "2022-q1..HEAD", "--format", "json")
    found = json.loads(out)
    assert found["from_as_at"] == "2022-03-31"
    assert found["report"]["body"] == "Carers Board"
    assert found["everything"] is True
    assert "restated" in {one["kind"] for one in found["changes"]}


def test_a_report_goes_before_a_branch_of_its_name(run, reported):
    reported.change("Write one form", "Write no form").commit("Second", "2022-04-10")
    reported.git("branch", "2022-q1", "HEAD")
    found = json.loads(run("diff", "2022-q1..HEAD", "--format", "json")[1])
    assert found["from"]["sha"] == reported.git("rev-parse", "HEAD~1")
    said = run("diff", "2022-q1")[1].replace("\n", " ")
    assert "no figure was restated since" in said


def test_a_day_in_another_spelling_is_no_revision(run, repo):
    _, _, err = run("diff", "30/06/2026")
    assert err == "error: git knows no revision '30/06/2026'\n  help: write it as 2026-06-30\n"


def test_what_a_past_file_said_that_is_an_error_is_marked_in_every_look_back(run, tmp_path, monkeypatch):
    repo = carers(tmp_path / "repo").change("2022-01: 70", "2022-01: 170", "measures/carers.yaml")
    repo.commit("A slip", "2022-02-01")
    repo.change("2022-01: 170", "2022-01: 71", "measures/carers.yaml").commit("Mended", "2022-03-01")
    monkeypatch.chdir(repo.root)
    slip = "170 for 'schools' in 2022-01: a percentage over 100"
    out = " ".join(run("diff", "HEAD~1", "--as-at", "2022-04-01")[1].split())
    assert (
        f"told as it stood, and an error in measures/carers.yaml (commit {repo.git('rev-parse', '--short', 'HEAD~1')}"
        in out
    )
    assert slip in out
    assert slip in json.loads(run("diff", "HEAD~1", "--format", "json")[1])["in_error"][0]
    assert "told as it stood" not in run("diff", "HEAD~2..HEAD")[1]
    told = json.loads(run("history", "schools", "--as-at", "2022-04-01", "--format", "json")[1])["events"]
    (error,) = (one for one in told if one["kind"] == "error")
    assert (slip in error["after"], error["why"], error["day"]) == (True, "told as it stands", "2022-02-01")
    code, out, err = run("trend", "schools", "--as-at", "2022-04-01")
    assert (code, out, slip in err) == (2, "", True)
    code, out, _ = run("trend", "schools", "--as-at", "2022-04-01", "--keep-going")
    assert (code, "2022-02-28  ○ not rated" in out) == (0, True)
    report = run("report", "carers", "--since", "HEAD~1", "--as-at", "2022-04-01")[1]
    assert "- Told as it stood, and an error in measures/carers.yaml" in report
    assert slip.replace("2022-01", "January 2022") in report
