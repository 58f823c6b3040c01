"""`strategy history` as a person runs it: the life of one item from real commits."""

import csv
import io
import json

import pytest

from tests.cli.repository import MEASURES, STRATEGY, carers

UNTIL = ("--as-at", "2022-06-01")


@pytest.fixture
def repo(tmp_path, monkeypatch):
    made = carers(tmp_path / "repo")
    monkeypatch.chdir(made.root)
    return made


def told(run, item, *arguments):
    code, out, err = run("history", item, *arguments, "--format", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


def events(run, item, *arguments):
    """Day, kind, before, after and author of each event."""
    found = told(run, item, *(arguments or UNTIL))["events"]
    return [
        (one["day"], one["kind"], one["before"], one["after"], (one["commit"] or {"author": "time"})["author"])
        for one in found
    ]


def test_the_life_of_an_action_newest_first(run, repo):
    repo.change("Train every", "Train each").commit("Reworded", "2022-02-01", "Ben")
    repo.change("note: Begun}", "note: Begun}\n          - {on: 2022-03-01, state: paused, note: No trainers}")
    repo.commit("Paused", "2022-03-02", "Cat")
    repo.change("        due: 2022-06-30\n", "        owner: Trainer\n").commit("No date", "2022-04-01", "Ann")
    assert events(run, "seen-01") == [
        ("2022-04-01", "owner", "Head of Service", "Trainer", "Ann"),
        ("2022-04-01", "due", "2022-06-30", "no date", "Ann"),
        ("2022-03-02", "update", "", "paused: No trainers", "Cat"),
        ("2022-03-02", "state", "in-progress", "paused", "Cat"),
        ("2022-03-02", "colour", "green", "paused", "Cat"),
        ("2022-02-01", "reworded", "Train [every] school to spot young carers",
         "Train [each] school to spot young carers", "Ben"),
        ("2022-01-15", "added", "", "Train every school to spot young carers", "Ann"),
    ]  # fmt: skip


def test_a_colour_that_time_moved_has_no_author(run, repo):
    found = told(run, "seen-01", "--as-at", "2022-09-01")["events"]
    assert [(one["day"], one["before"], one["after"], one["commit"], one["worse"]) for one in found[:2]] == [
        ("2022-08-01", "amber, waiting", "red, waiting", None, True),
        ("2022-07-01", "green", "amber, waiting", None, True),
    ]
    assert found[1]["why"].startswith("a date passed; its date decides: overdue by 1 day")
    code, out, err = run("history", "seen-01", "--as-at", "2022-09-01")
    assert (code, err) == (0, "")
    assert "2022-08-01   ▼ colour" in out


def test_what_time_did_is_not_laid_at_the_door_of_a_commit(run, repo):
    repo.change("Train every", "Train each").commit("A word", "2022-07-15")
    kinds = [(day, kind, who) for day, kind, *_, who in events(run, "seen-01", "--as-at", "2022-07-20")]
    assert kinds == [
        ("2022-07-15", "reworded", "Ann"),
        ("2022-07-01", "colour", "time"),
        ("2022-01-15", "added", "Ann"),
    ]


def test_the_life_of_a_measure(run, repo):
    name = "measures/carers.yaml"
    repo.change("2022-01: 70", "2022-01: 72\n      2022-02: 81", name).commit("Figures", "2022-03-01", "Ben")
    repo.change("80}", "85}", name).commit("Target", "2022-04-01", "Cat")
    assert events(run, "schools") == [
        ("2022-04-01", "target", "80%", "85%", "Cat"),
        ("2022-04-01", "colour", "green", "amber", "Cat"),
        ("2022-03-01", "restated", "70%", "72%", "Ben"),
        ("2022-03-01", "reading", "none", "81%", "Ben"),
        ("2022-03-01", "colour", "red", "green", "Ben"),
        ("2022-01-31", "colour", "not rated", "red", "time"),
        ("2022-01-15", "added", "", "Schools with trained staff", "Ann"),
    ]


@pytest.mark.parametrize("form", ["table", "markdown", "json", "csv"])
def test_a_figure_that_is_withheld_now_is_withheld_all_along(run, repo, form):
    name = "measures/carers.yaml"
    repo.change("2022-01: 12", "2022-01: 3817", name).commit("A figure", "2022-02-01")
    repo.change("2022-01: 3817", "2022-01: c", name).commit("Withheld", "2022-03-01")
    for more in ((), ("--blame",)):
        code, out, err = run("history", "calls", *more, "--format", form)
        assert (code, err) == (0, "")
        assert "3817" not in out.replace(",", "")
        assert "12" not in [word.strip() for line in out.splitlines() for word in line.split()]
    assert "withheld" in run("history", "calls")[1]


def test_an_item_is_followed_through_renamed_and_split_files_and_other_priorities(run, repo):
    (repo.root / "strategies" / "carers.yaml").rename(repo.root / "strategies" / "young.yaml")
    repo.commit("Renamed", "2022-02-01")
    piece = "      - id: seen-02\n        text: Write one form\n"
    repo.change(piece, "", "strategies/young.yaml")
    repo.change(
        "    actions:\n      - id: heard-01", f"    actions:\n{piece}      - id: heard-01", "strategies/young.yaml"
    )
    repo.commit("Moved", "2022-03-01")
    (repo.root / "strategies" / "sub").mkdir()
    (repo.root / "strategies" / "young.yaml").rename(repo.root / "strategies" / "sub" / "y.yaml")
    repo.change("Write one form", "Write two forms", "strategies/sub/y.yaml").commit("Both", "2022-04-01")
    assert [one[:4] for one in events(run, "seen-02")] == [
        ("2022-04-01", "reworded", "Write [one form]", "Write [two forms]"),
        ("2022-03-01", "moved", "Young carers are seen", "Young carers are heard"),
        ("2022-03-01", "owner", "Head of Service", "Director"),
        ("2022-01-15", "added", "", "Write one form"),
    ]


def test_a_measure_is_followed_from_file_to_file(run, repo):
    head, tail = MEASURES.split("  - id: calls")
    repo.write(measures__carers=head, measures__calls=f"measures:\n  - id: calls{tail}").commit("Split", "2022-02-01")
    repo.change("2022-01: 12", "2022-01: 13", "measures/calls.yaml").commit("Restated", "2022-03-01")
    assert [one[:4] for one in events(run, "calls")] == [
        ("2022-03-01", "restated", "12", "13"),
        ("2022-01-15", "added", "", "Calls to the helpline"),
    ]


def test_a_portfolio_that_was_moved_to_another_folder_is_followed(run, repo, monkeypatch):
    repo.change("Write one form", "Write two forms").commit("Second", "2022-02-01")
    (repo.top / "data").mkdir()
    repo.git("mv", "strategies", "measures", "data/")
    repo.commit("Moved", "2022-03-01")
    monkeypatch.chdir(repo.top / "data")
    assert [one[:4] for one in events(run, "seen-02")] == [
        ("2022-02-01", "reworded", "Write [one form]", "Write [two forms]"),
        ("2022-01-15", "added", "", "Write one form"),
    ]


def test_an_item_withdrawn_and_one_that_came_back(run, repo):
    piece = "      - id: seen-02\n        text: Write one form\n"
    repo.change(piece, "").commit("Withdrawn", "2022-02-01", "Ben")
    assert [one[:2] for one in events(run, "seen-02")] == [("2022-02-01", "withdrawn"), ("2022-01-15", "added")]
    assert run("history", "seen-02", "--blame")[1].startswith("Write one form\ncarers/seen-02, an action\n")
    repo.change("  - id: heard\n", f"{piece}  - id: heard\n").commit("Back", "2022-03-01", "Cat")
    assert [one[1] for one in events(run, "seen-02")] == ["added", "withdrawn", "added"]


def test_an_id_that_never_was_is_said(run, repo):
    code, out, err = run("history", "nothing-99")
    assert (code, out) == (2, "")
    assert err.startswith("error: no strategy or priority or action or measure has the id 'nothing-99'\n")


def test_an_action_that_is_gone_has_its_life_also_where_something_else_has_its_id_now(run, repo):
    repo.change("      - id: seen-02\n        text: Write one form\n", "")
    repo.change("priorities:\n", "pledge:\n  - {id: seen-02, text: We listen}\npriorities:\n")
    repo.commit("Withdrawn", "2022-02-01", "Ben")
    assert [one[1] for one in events(run, "seen-02")] == ["withdrawn", "added"]


def test_the_life_of_a_priority_and_of_a_strategy_has_what_came_and_went(run, repo):
    repo.change("title: Young carers are heard", "title: Young carers are listened to")
    repo.change("      - id: heard-01", "      - id: heard-02\n        text: Open a drop-in\n      - id: heard-01")
    repo.change("title: Young Carers\n", "title: Young Carers Strategy\n").commit("Second", "2022-02-01")
    added = ("2022-02-01", "added", "", "Open a drop-in", "Ann")
    assert events(run, "heard") == [
        ("2022-02-01", "reworded", "Young carers are [heard]", "Young carers are [listened to]", "Ann"),
        added,
        ("2022-01-15", "added", "", "Young carers are heard", "Ann"),
    ]
    assert events(run, "carers") == [
        ("2022-02-01", "reworded", "Young Carers", "Young Carers [Strategy]", "Ann"),
        added,
        ("2022-01-15", "added", "", "Young Carers", "Ann"),
    ]
    assert [one[1] for one in events(run, "seen")] == ["added"]


def test_an_action_that_was_moved_is_in_the_life_of_both_priorities(run, repo):
    repo.change("      - id: seen-02\n        text: Write one form\n", "")
    repo.change(
        "        text: Hold a yearly forum\n",
        "        text: Hold a yearly forum\n      - id: seen-02\n        text: Write one form\n",
    )
    repo.commit("Moved", "2022-02-01")
    moved = ("2022-02-01", "moved", "Young carers are seen", "Young carers are heard", "Ann")
    assert events(run, "seen")[0] == moved
    assert events(run, "heard")[0] == moved


def test_what_is_on_disk_and_not_committed_comes_first(run, repo, today):
    today.day = (2022, 6, 1)
    repo.change("Write one form", "Write two forms")
    assert events(run, "seen-02")[0] == ("2022-06-01", "reworded", "Write [one form]", "Write [two forms]", "")
    assert "not committed" in run("history", "seen-02", *UNTIL)[1]
    (repo.root / "strategies" / "carers.yaml").rename(repo.root / "strategies" / "new.yaml")
    assert events(run, "seen-02")[0][1] == "reworded"


def test_only_since_a_day_or_a_commit(run, repo):
    repo.change("Write one form", "Write two forms").commit("Second", "2022-02-01")
    repo.git("tag", "board")
    repo.change("Write two forms", "Write three forms").commit("Third", "2022-03-01")
    assert [one[0] for one in events(run, "seen-02", "--since", "2022-02-01", *UNTIL)] == ["2022-03-01", "2022-02-01"]
    assert [one[0] for one in events(run, "seen-02", "--since", "board", *UNTIL)] == ["2022-03-01"]
    assert [one[0] for one in events(run, "seen-02", "--as-at", "2022-02-15")] == ["2022-02-01", "2022-01-15"]
    assert "nothing is on record in this time" in run("history", "seen-02", "--since", "2022-05-01")[1]
    assert run("history", "seen-02", "--since", "never")[::2] == (
        2,
        "error: git knows no revision 'never'\n  help: 'git log --oneline' lists the moments there are\n",
    )


def test_blame_says_who_wrote_what_stands_there_now(run, repo):
    repo.change("Train every", "Train each").commit("Reworded", "2022-02-01", "Ben")
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-03-01", "Cat")
    sha = repo.change("note: Begun", "note: Well begun").commit("Note", "2022-04-01", "Dee")
    code, out, err = run("history", "seen-01", "--blame", "--format", "csv")
    assert (code, err) == (0, "")
    found = {row["field"]: (row["author"], row["day"]) for row in csv.DictReader(io.StringIO(out, newline=""))}
    assert found == {
        "id": ("Ann", "2022-01-15"),
        "text": ("Ben", "2022-02-01"),
        "due": ("Cat", "2022-03-01"),
        "update '2022-01-10'": ("Dee", "2022-04-01"),
        "priority": ("Ann", "2022-01-15"),
    }
    code, out, err = run("history", "seen-01", "--blame", *UNTIL)
    assert (code, err) == (0, "")
    assert f"Dee, {sha[:7]}" in out
    assert "Who wrote what stands there now" in out


def test_blame_of_a_measure_has_every_figure(run, repo):
    repo.change("2022-01: 70", "2022-01: 72", "measures/carers.yaml").commit("Restated", "2022-03-01", "Ben")
    found = {one["field"]: (one["value"], one["commit"]["author"]) for one in told(run, "schools")["written"]}
    assert found["reading for 2022-01"] == ("72", "Ben")
    assert found["target for 2022"] == ("80", "Ann")


def test_a_date_that_slipped_is_added_up_also_where_the_file_forgot_the_first_one(run, repo):
    repo.change("due: 2022-06-30", "due: 2022-08-31").commit("Moved in silence", "2022-05-01", "Ben")
    moved = "due: 2022-12-31\n        moved: [{on: 2022-08-01, from: 2022-08-31, why: Ill, approved_by: Board}]"
    repo.change("due: 2022-08-31", moved).commit("Moved", "2022-08-02", "Cat")
    found = told(run, "seen-01", "--as-at", "2022-09-01")["slippage"]
    assert (found["original"], found["present"], found["days"]) == ("2022-06-30", "2022-12-31", 184)
    assert (found["times"], found["approved"]) == (2, 1)
    assert [(one["on"], one["days"], one["why"], one["approved_by"]) for one in found["shifts"]] == [
        ("2022-05-01", 62, "the file does not say why", ""),
        ("2022-08-01", 122, "Ill", "Board"),
    ]
    out = run("history", "seen-01", "--as-at", "2022-09-01")[1]
    assert "2022-12-31: moved twice, 184 days later than 2022-06-30; 1 of 2 moves approved" in out.replace("\n", " ")


def test_an_earlier_day_has_its_own_words_date_and_authors(run, repo):
    repo.change("due: 2022-06-30", "due: 2022-12-31").commit("Put off", "2022-03-01", "Ben")
    repo.change("Train every school", "Train each school").commit("Reworded", "2022-04-01", "Cat")
    code, out, err = run("history", "seen-01", "--as-at", "2022-02-01", "--format", "json")
    life = json.loads(out)
    assert (code, err, life["words"], life["slippage"]) == (0, "", "Train every school to spot young carers", None)
    assert {one["value"] for one in life["written"] if one["field"] == "due"} == {"2022-06-30"}
    assert {one["commit"]["author"] for one in life["written"]} == {"Ann"}


def test_work_that_is_not_committed_is_of_today_and_of_no_earlier_day(run, repo, today):
    today.day = (2022, 6, 1)
    repo.change("Train every school", "Train each school")
    assert events(run, "seen-01", "--as-at", "2022-06-01")[0][:2] == ("2022-06-01", "reworded")
    assert events(run, "seen-01", "--as-at", "2022-06-20")[0][:2] == ("2022-06-01", "reworded")
    assert [one[1] for one in events(run, "seen-01", "--as-at", "2022-05-31")] == ["added"]


def test_a_commit_from_a_day_to_come_does_not_make_time_pass(run, repo):
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("A clock that is wrong", "2032-01-01")
    repo.change("due: 2022-09-30", "due: 2022-12-31").commit("Put off", "2022-03-01")
    assert [one[1] for one in events(run, "seen-01")] == ["due", "added"]


def test_moves_from_before_the_first_commit_count_as_well(run, repo, tmp_path):
    repo.change("due: 2022-06-30", "due: 2022-06-30\n        moved: [{on: 2021-12-01, from: 2022-03-31, why: Late}]")
    repo.commit("Its past", "2022-02-01")
    found = told(run, "seen-01")["slippage"]
    assert (found["original"], found["days"], found["times"], found["approved"]) == ("2022-03-31", 91, 1, 0)
    assert told(run, "seen-02")["slippage"] is None


def test_settings_that_moved_a_colour_are_part_of_a_life(run, repo):
    repo.write(**{"strategy-tracker": "late_is_red_after: 3 days\n"}).commit("Stricter", "2022-07-15", "Ben")
    found = told(run, "seen-01", "--as-at", "2022-07-20")["events"][0]
    assert (found["day"], found["before"], found["after"], found["commit"]["author"]) == (
        "2022-07-15", "amber, waiting", "red, waiting", "Ben",
    )  # fmt: skip
    assert found["why"].startswith("the settings were changed; ")


def test_errors_of_the_past_are_told_where_they_happened(run, repo):
    whole = (repo.root / "strategies" / "carers.yaml").read_text()
    repo.change("Write one form", "Write one form\n        due: soon").commit("A slip", "2022-02-01", "Ben")
    (repo.root / "strategies" / "carers.yaml").write_text(whole.replace("owner: Director", "owner: [Director"))
    repo.commit("Broken", "2022-03-01", "Cat")
    (repo.root / "strategies" / "carers.yaml").write_text(whole.replace("one form", "two forms"))
    repo.commit("Mended", "2022-04-01", "Ann")
    found = told(run, "seen-02", *UNTIL)["events"]
    problems = [one for one in found if one["kind"] == "problem"]
    assert [(one["day"], one["commit"]["author"]) for one in problems] == [("2022-03-01", "Cat"), ("2022-02-01", "Ben")]
    assert "'soon' is not a date [not-a-date]" in problems[1]["after"]
    assert "unreadable" in run("history", "seen-02", *UNTIL)[1]


def merged(repo):
    repo.git("switch", "--quiet", "--create=branch")
    repo.change("Write one form", "Write two forms").commit("On a branch", "2022-02-01", "Ben")
    repo.git("switch", "--quiet", "main")
    repo.change("Hold a yearly forum", "Hold two forums").commit("On main", "2022-02-02", "Cat")
    repo.git("merge", "--quiet", "--no-ff", "--no-edit", "branch", day="2022-03-01", who="Dee")


def test_a_merge_gives_the_credit_to_the_branch(run, repo):
    merged(repo)
    assert events(run, "seen-02") == [
        ("2022-02-01", "reworded", "Write [one form]", "Write [two forms]", "Ben"),
        ("2022-01-15", "added", "", "Write one form", "Ann"),
    ]
    found = {one["field"]: one["commit"]["author"] for one in told(run, "seen-02")["written"]}
    assert found["text"] == "Ben"


def test_a_merge_that_settles_a_conflict_has_a_say_of_its_own(run, repo):
    repo.git("switch", "--quiet", "--create=branch")
    repo.change("Write one form", "Write two forms").commit("On a branch", "2022-02-01", "Ben")
    repo.git("switch", "--quiet", "main")
    repo.change("Write one form", "Write no form").commit("On main", "2022-02-02", "Cat")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy=ours", "branch", day="2022-03-01", who="Dee")
    repo.change("Write no form", "Write three forms").commit("Merged", "2022-03-01", "Dee")
    assert {one[4] for one in events(run, "seen-02") if one[1] == "reworded"} == {"Ben", "Cat", "Dee"}
    found = {one["field"]: one["commit"]["author"] for one in told(run, "seen-02")["written"]}
    assert found["text"] == "Dee"


def test_a_shallow_clone_says_that_older_commits_are_missing(run, repo, tmp_path, monkeypatch):
    repo.change("Write one form", "Write two forms").commit("Second", "2022-02-01")
    repo.git("clone", "--quiet", "--depth=1", repo.top.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    code, out, err = run("history", "seen-02", *UNTIL)
    assert (code, err) == (0, "")
    assert "this is a shallow clone: older commits are not here" in out
    assert told(run, "seen-02")["events"][-1]["why"].startswith("was there when this clone begins; nobody has said: ")


def test_a_folder_not_in_git_has_no_history(run, tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "carers.yaml").write_text(STRATEGY)
    monkeypatch.chdir(tmp_path)
    for item in ("seen-01", "nothing"):
        code, out, err = run("history", item)
        assert (code, out) == (2, "")
        assert err.count("\n") == 2


@pytest.mark.parametrize("form", ["table", "markdown", "json", "csv"])
@pytest.mark.parametrize("more", [(), ("--blame",)])
def test_every_format_has_every_event(run, repo, form, more):
    repo.change("Write one form", "Write =2+2 \x7cforms").commit("\x1b[31mRed", "2022-02-01", "Ben")
    code, out, err = run("history", "seen-02", *UNTIL, *more, "--format", form)
    assert (code, err) == (0, "")
    assert "Ben" in out
    assert "\x1b" not in out


def test_names_of_files_cannot_steer(run, repo):
    (repo.root / "strategies" / "carers.yaml").rename(repo.root / "strategies" / "-x\n:100644 100644 a b M.yaml")
    repo.commit("Odd", "2022-02-01")
    assert [one[1] for one in events(run, "seen-02")] == ["added"]


def test_five_hundred_versions_are_read_once_and_only_where_they_differ(run, repo, monkeypatch):
    from strategy_tracker.files import load
    from strategy_tracker.history.items import versions

    read = []
    whole = load.load

    def counted(file, year_end):
        read.append(file)
        return whole(file, year_end)

    monkeypatch.setattr(versions, "load", counted)
    for number in range(30):
        repo.change("Hold a yearly forum" if not number else f"Hold forum {number}", f"Hold forum {number + 1}")
        repo.commit(f"Number {number}", "2022-02-01")
    assert len(events(run, "seen-02")) == 1
    assert len({file.data for file in read}) == len(read) <= 4


def test_every_move_of_every_date_in_each_format(run, repo):
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-05-01", "Ben")
    code, out, err = run("history", "--slips")
    assert (code, err) == (0, "")
    assert out.startswith("1 move of 1 due date: 0 on record, 0 approved\n")
    assert "not on record; " in out
    assert " Ben, " in out
    (row,) = csv.DictReader(io.StringIO(run("history", "carers", "--slips", "--format", "csv")[1]))
    assert (row["item"], row["from"], row["to"], row["days"], row["recorded"], row["author"]) == (
        "carers/seen-01", "2022-06-30", "2022-09-30", "92", "false", "Ben",
    )  # fmt: skip
    found = json.loads(run("history", "--slips", "--format", "json")[1])
    assert (found["kind"], [one["on"] for one in found["moves"]]) == ("slips", ["2022-05-01"])
    assert run("history", "--slips", "--since", "2022-06-01")[1].startswith("No move of a due date is known\n")


def test_slips_are_of_a_strategy_and_an_item_is_wanted_otherwise(run, repo):
    for wrong in (["history"], ["history", "--slips", "--blame"]):
        code, out, err = run(*wrong)
        assert (code, out) == (2, "")
        assert err.startswith("error: one thing at a time")
    assert run("history", "seen-01", "--slips")[0] == 2


def test_slips_without_git_say_what_is_not_known(run, repo):
    (repo.root / ".git").rename(repo.root.parent / "git")
    assert "only what the files record is told" in run("history", "--slips")[1]
    assert run("history", "--slips", "--format", "csv")[2].startswith("note: only what the files record is told")


def test_a_milestone_that_was_reworded_keeps_the_moves_of_its_date(run, repo):
    repo.change("        due: 2022-06-30\n", "        milestones: [{text: Venue, due: 2022-03-31}]\n")
    repo.commit("Step", "2022-02-01")
    repo.change("due: 2022-03-31", "due: 2022-04-29").commit("Later", "2022-03-01", "Ben")
    repo.change("text: Venue", "text: Venue booked").commit("Words", "2022-03-02")
    (one,) = [one for one in json.loads(run("history", "--slips", "--format", "json")[1])["moves"] if one["milestone"]]
    assert (one["milestone"], one["from"], one["author"]) == ("Venue booked", "2022-03-31", "Ben")
