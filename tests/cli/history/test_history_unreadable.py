"""`strategy history` past versions that could not be read: nothing is withdrawn, and nothing that changed is lost."""

import json

import pytest

from tests.cli.repository import Repository, carers

from .test_history import UNTIL, events, merged, told

FILE = "strategies/carers.yaml"
MEASURES = "measures/carers.yaml"


@pytest.fixture
def repo(tmp_path, monkeypatch):
    made = carers(tmp_path / "repo")
    monkeypatch.chdir(made.root)
    return made


def broken(repo: Repository, day: str = "2022-02-01", who: str = "Ben") -> str:
    """A commit in which no YAML can be read; what the file held before."""
    whole = (repo.root / FILE).read_text(encoding="utf-8")
    repo.change("owner: Director", "owner: [Director").commit("Broken", day, who)
    return whole


def mended(repo: Repository, whole: str, *changes: tuple[str, str], day: str = "2022-03-01", who: str = "Cat") -> None:
    repo.write(strategies__carers=whole)
    for old, new in changes:
        repo.change(old, new)
    repo.commit("Mended", day, who)


def test_what_the_mending_commit_changed_is_told_beside_what_could_not_be_read(run, repo):
    mended(repo, broken(repo), ("Train every", "Train each"), ("due: 2022-06-30", "due: 2022-12-31"))
    assert [(*one[:2], one[4]) for one in events(run, "seen-01")] == [
        ("2022-03-01", "reworded", "Cat"),
        ("2022-03-01", "due", "Cat"),
        ("2022-02-01", "problem", "Ben"),
        ("2022-01-15", "added", "Ann"),
    ]
    found = told(run, "seen-01")
    assert (found["slippage"]["days"], found["slippage"]["times"]) == (184, 1)
    credit = {one["field"]: one["commit"]["author"] for one in found["written"]}
    assert (credit["id"], credit["text"], credit["due"]) == ("Ann", "Cat", "Cat")


def test_a_mend_that_changed_nothing_leaves_only_what_could_not_be_read(run, repo):
    mended(repo, broken(repo))
    for item in ("seen-01", "seen", "carers"):
        assert [one[1] for one in events(run, item)] == ["problem", "added"]


def test_two_commits_in_a_row_that_could_not_be_read_are_one_gap(run, repo):
    whole = broken(repo)
    repo.change("Write one form", "Write two forms").commit("Still broken", "2022-02-10", "Dee")
    mended(repo, whole, ("Write one form", "Write three forms"))
    assert [one[1:] for one in events(run, "seen-02")][:1] == [
        ("reworded", "Write [one form]", "Write [three forms]", "Cat")
    ]
    assert [one[1] for one in events(run, "seen-02")] == ["reworded", "problem", "added"]


def test_an_item_taken_away_by_the_mend_was_withdrawn_by_it(run, repo):
    mended(repo, broken(repo), ("      - id: seen-02\n        text: Write one form\n", ""))
    assert [(one[1], one[4]) for one in events(run, "seen-02")] == [
        ("withdrawn", "Cat"), ("problem", "Ben"), ("added", "Ann"),
    ]  # fmt: skip
    assert events(run, "carers")[0][1::3] == ("withdrawn", "Cat")


def test_a_faulty_action_in_a_file_that_can_be_read_was_not_withdrawn(run, repo):
    repo.change("Write one form", "Write one form\n        due: soon").commit("A slip", "2022-02-01", "Ben")
    repo.change("Write one form\n        due: soon", "Write two forms\n        due: 2022-05-01")
    repo.commit("Mended", "2022-03-01", "Cat")
    assert [(one[1], one[4]) for one in events(run, "seen-02", "--as-at", "2022-04-01")] == [
        ("reworded", "Cat"), ("due", "Cat"), ("problem", "Ben"), ("added", "Ann"),
    ]  # fmt: skip
    for item in ("seen", "carers"):
        assert [one[1] for one in events(run, item)] == ["problem", "added"]


def test_a_faulty_action_that_was_added_or_taken_away_is_told_of_its_strategy(run, repo):
    repo.change(
        "Write one form\n", "Write one form\n      - id: seen-03\n        text: Open a drop-in\n        due: soon\n"
    )
    repo.commit("Added with a slip", "2022-02-01", "Ben")
    repo.change("      - id: seen-03\n        text: Open a drop-in\n        due: soon\n", "")
    repo.commit("Taken away", "2022-03-01", "Cat")
    for item in ("seen", "carers"):
        assert [one[1:] for one in events(run, item) if one[1] != "problem"][:2] == [
            ("withdrawn", "Open a drop-in", "", "Cat"),
            ("added", "", "Open a drop-in", "Ben"),
        ]


def test_a_faulty_priority_was_not_withdrawn(run, repo):
    repo.change("title: Young carers are heard", "titel: Young carers are heard").commit("A slip", "2022-02-01", "Ben")
    repo.change("titel: Young carers are heard", "title: Young carers are listened to")
    repo.commit("Mended", "2022-03-01", "Cat")
    assert [one[1] for one in events(run, "heard")] == ["reworded", "problem", "added"]
    for item in ("carers", "heard-01"):
        assert [one[1] for one in events(run, item)] == ["problem", "added"]


def test_a_measure_is_followed_past_what_could_not_be_read(run, repo):
    repo.change("unit: percent", "unit: [percent", MEASURES).commit("Broken", "2022-02-01", "Ben")
    repo.change("unit: [percent", "unit: percent", MEASURES).change("{2022: 80}", "{2022: 60}", MEASURES)
    repo.commit("Mended", "2022-03-01", "Cat")
    assert [(one[1], one[4]) for one in events(run, "schools")] == [
        ("target", "Cat"), ("colour", "Cat"), ("problem", "Ben"), ("colour", "time"), ("added", "Ann"),
    ]  # fmt: skip


def test_a_faulty_measure_was_not_withdrawn(run, repo):
    repo.change("unit: count", "unit: cuont", MEASURES).commit("A slip", "2022-02-01", "Ben")
    repo.change("unit: cuont", "unit: count", MEASURES).change("2022-01: 12", "2022-01: 13", MEASURES)
    repo.commit("Mended", "2022-03-01", "Cat")
    assert [(one[1], one[4]) for one in events(run, "calls")] == [
        ("restated", "Cat"), ("problem", "Ben"), ("added", "Ann"),
    ]  # fmt: skip


def test_a_file_saved_as_utf_16_was_not_withdrawn(run, repo):
    whole = (repo.root / FILE).read_text(encoding="utf-8")
    (repo.root / FILE).write_bytes(whole.encode("utf-16"))
    repo.commit("Saved by another editor", "2022-02-01", "Ben")
    mended(repo, whole, ("Write one form", "Write two forms"))
    assert [(one[1], one[4]) for one in events(run, "seen-02")] == [
        ("reworded", "Cat"), ("problem", "Ben"), ("added", "Ann"),
    ]  # fmt: skip


def test_time_goes_on_where_nothing_could_be_read(run, repo):
    mended(repo, broken(repo, "2022-06-01"), day="2022-07-15")
    found = [(one[0], one[1]) for one in events(run, "seen-01", "--as-at", "2022-07-20")]
    assert found[:2] == [("2022-07-01", "colour"), ("2022-06-01", "problem")]


def test_what_cannot_be_read_now_is_told_as_it_was_last(run, repo):
    repo.change("owner: Director", "owner: [Director")
    found = told(run, "seen-02")
    assert [one["kind"] for one in found["events"]] == ["problem", "added"]
    assert found["words"] == "Write one form"
    assert found["notes"] == ["it cannot be read now: what is told of it is the last version that could be"]
    assert {one["field"]: one["commit"]["author"] for one in found["written"]}["text"] == "Ann"


def test_a_first_version_that_could_not_be_read_is_said_to_be_one(run, tmp_path, monkeypatch):
    repo = carers(tmp_path / "repo")
    monkeypatch.chdir(repo.root)
    whole = (repo.root / FILE).read_text(encoding="utf-8")
    repo.write(strategies__new=whole.replace("carers", "young").replace("Director", "[Director", 1))
    repo.commit("New and broken", "2022-02-01", "Ben")
    repo.change("[Director", "Director", "strategies/new.yaml").commit("Mended", "2022-03-01", "Cat")
    found = told(run, "young/seen-02")["events"]
    assert [one["kind"] for one in found] == ["added", "problem"]
    assert found[0]["why"].startswith("no version before this one could be read; nobody has said: ")


def test_a_split_whose_one_half_could_not_be_read_withdrew_nothing(run, repo):
    head, tail = (repo.root / MEASURES).read_text(encoding="utf-8").split("  - id: calls")
    calls = f"measures:\n  - id: calls{tail}"
    repo.write(measures__carers=f"{head}      # calls: see calls.yaml\n", measures__calls=f"{calls}    note: [\n")
    repo.commit("Split", "2022-02-01", "Ben")
    repo.write(measures__calls=calls.replace("2022-01: 12", "2022-01: 13")).commit("Mended", "2022-03-01", "Cat")
    assert [(one[1], one[4]) for one in events(run, "calls")] == [
        ("restated", "Cat"), ("problem", "Ben"), ("added", "Ann"),
    ]  # fmt: skip


def test_a_merge_with_conflict_marks_and_its_mend_repeat_nothing_of_the_branch(run, repo):
    repo.git("switch", "--quiet", "--create=branch")
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("On a branch", "2022-02-01", "Ben")
    repo.git("switch", "--quiet", "main")
    repo.change("Train every", "Train each").commit("On main", "2022-02-02", "Dee")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy=ours", "branch", day="2022-03-01")
    repo.change("due: 2022-06-30", "due: [2022-09-30").commit("Merged badly", "2022-03-01", "Dee")
    repo.change("due: [2022-09-30", "due: 2022-09-30").commit("Mended", "2022-03-02", "Cat")
    assert [(one[1], one[4]) for one in events(run, "seen-01")] == [
        ("problem", "Dee"), ("due", "Ben"), ("reworded", "Dee"), ("added", "Ann"),
    ]  # fmt: skip
    assert told(run, "seen-01")["slippage"]["times"] == 1


def test_a_branch_that_could_not_be_read_and_was_mended_before_its_merge(run, repo):
    repo.git("switch", "--quiet", "--create=branch")
    mended(repo, broken(repo), ("Write one form", "Write two forms"), day="2022-02-05")
    repo.git("switch", "--quiet", "main")
    repo.change("Hold a yearly forum", "Hold two forums").commit("On main", "2022-02-06", "Dee")
    repo.git("merge", "--quiet", "--no-ff", "--no-edit", "branch", day="2022-03-01", who="Dee")
    assert [(one[1], one[4]) for one in events(run, "seen-02")] == [
        ("reworded", "Cat"), ("problem", "Ben"), ("added", "Ann"),
    ]  # fmt: skip


def test_a_due_date_that_a_merge_only_repeats_moved_once(run, repo):
    merged(repo)
    repo.git("switch", "--quiet", "--create=other")
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Later", "2022-03-02", "Ben")
    repo.git("switch", "--quiet", "main")
    repo.change("note: Begun", "note: Well begun").commit("A word", "2022-03-03", "Cat")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "other", day="2022-03-04")
    repo.change("Train every", "Train each").commit("Merged", "2022-03-04", "Dee")
    found = json.loads(run("history", "seen-01", *UNTIL, "--format", "json")[1])
    assert found["slippage"]["times"] == 1


def test_a_reading_that_could_not_be_read_was_not_taken_away_and_its_mend_is_a_restatement(run, repo):
    repo.change("2022-01: 70", "2022-01: 7o", MEASURES).change("{2022: 80}", "{2022: eighty}", MEASURES)
    repo.commit("A slip", "2022-02-01", "Ben")
    repo.change("2022-01: 7o", "2022-01: 7o\n      2022-02: 81", MEASURES).commit("Another", "2022-03-01", "Dee")
    repo.change("2022-01: 7o", "2022-01: 79", MEASURES).change("{2022: eighty}", "{2022: 60}", MEASURES)
    repo.commit("Mended", "2022-04-01", "Cat")
    assert [one[1:] for one in events(run, "schools") if one[1] != "colour"] == [
        ("target", "80%", "60%", "Cat"),
        ("restated", "70%", "79%", "Cat"),
        ("reading", "none", "81%", "Dee"),
        ("problem", "", told(run, "schools")["events"][-3]["after"], "Ben"),
        ("added", "", "Schools with trained staff", "Ann"),
    ]
    credit = {one["field"]: one["commit"]["author"] for one in told(run, "schools")["written"]}
    assert (credit["reading for 2022-01"], credit["reading for 2022-02"]) == ("Cat", "Dee")


def test_an_update_that_could_not_be_read_was_not_taken_away(run, repo):
    repo.change("rag: green, note: Begun", "rag: gren, note: Begun").commit("A slip", "2022-02-01", "Ben")
    repo.change("rag: gren, note: Begun", "rag: green, note: Nearly done").commit("Mended", "2022-03-01", "Cat")
    found = told(run, "seen-01", *UNTIL)["events"]
    assert [(one["kind"], one["commit"]["author"]) for one in found] == [
        ("update", "Cat"), ("problem", "Ben"), ("added", "Ann"),
    ]  # fmt: skip
    assert found[0]["why"] == "the update of 2022-01-10 was changed afterwards"


def test_an_update_that_was_new_and_could_not_be_read_is_told_when_it_could(run, repo):
    new = "\n          - {on: 2022-02-01, state: pausd, note: Ill}"
    repo.change("note: Begun}", f"note: Begun}}{new}").commit("A slip", "2022-02-01", "Ben")
    assert [one[1] for one in events(run, "seen-01")] == ["problem", "added"]
    repo.change("pausd", "paused").commit("Mended", "2022-03-01", "Cat")
    assert [one[1] for one in events(run, "seen-01")] == ["update", "state", "colour", "problem", "added"]


def test_a_measure_that_was_never_whole_before_its_mend(run, repo):
    repo.change("measures:\n", "measures:\n  - {id: new, title: New, unit: count, readings: {2021: 1o}}\n", MEASURES)
    repo.commit("New with a slip", "2022-02-01", "Ben")
    repo.change("1o", "10", MEASURES).commit("Mended", "2022-03-01", "Cat")
    assert [(one[1], one[3], one[4]) for one in events(run, "new") if one[1] != "problem"] == [
        ("reading", "10", "Cat"), ("added", "New", "Ben"),
    ]  # fmt: skip


def test_an_id_that_is_not_the_first_key_makes_no_valid_file_unreadable(run, repo):
    heard = "  - title: Young carers are heard\n    id: heard\n"
    first = (repo.root / FILE).read_text().replace("  - id: heard\n    title: Young carers are heard\n", heard)
    other = "  - id: seen-010\n        text: Ask\n      - text: Its id comes last\n        id: seen-03\n"
    first = first.replace("Write one form\n", f"Write one form\n    {other}")
    repo.write(strategies__carers=first).commit("Second", "2022-02-01", "Ben")
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Moved", "2022-03-01", "Cat")
    assert [one[1] for one in events(run, "seen-01") if one[4]] == ["due", "added"]
    assert told(run, "seen-01")["slippage"]["days"] == 92
    for item in ("seen", "heard", "carers"):
        assert "problem" not in [one[1] for one in events(run, item)]


def test_a_part_that_does_not_read_back_is_not_believed(run, repo, monkeypatch):
    repo.change("due: 2022-06-30", "due: 2022-09-30").commit("Moved", "2022-03-01", "Cat")
    right = [events(run, item) for item in ("seen-01", "carers")]

    def torn(file, *_):
        return file._replace(data=file.data.replace(b"due:", b"id: twice\n        due:"))

    monkeypatch.setattr("strategy_tracker.history.items.versions.only_this_item", torn)
    monkeypatch.setattr(
        "strategy_tracker.history.items.versions.only_what_differs",
        lambda old, new: ([torn(one) for one in old], [torn(one) for one in new]),
    )
    assert [events(run, item) for item in ("seen-01", "carers")] == right
