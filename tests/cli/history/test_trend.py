"""`strategy trend` as a person runs it."""

import csv
import io
import json

import pytest

from tests.cli.repository import STRATEGY, Repository, carers


@pytest.fixture
def repo(tmp_path, monkeypatch):
    made = carers(tmp_path / "repo")
    made.change("note: Begun}", "note: Begun}\n          - {on: 2022-04-20, state: complete}").commit(
        "Done", "2022-05-02"
    )
    monkeypatch.chdir(made.root)
    return made


def rows(run, *arguments):
    code, out, err = run("trend", *arguments, "--format", "csv")
    assert (code, err) == (0, "")
    return list(csv.DictReader(io.StringIO(out, newline="")))


def counts(run, thing, *arguments):
    """The day and the number of red, amber, green, complete and grey at each."""
    found = (row for row in rows(run, *arguments) if row["thing"] == thing)
    return [(row["day"], *(int(row[colour]) for colour in ("red", "amber", "green", "blue", "grey"))) for row in found]


def test_each_month_is_judged_at_its_end_from_what_was_committed_by_then(run, repo):
    assert counts(run, "actions", "--as-at", "2022-06-10") == [
        ("2022-01-31", 0, 0, 1, 0, 2),
        ("2022-02-28", 0, 0, 1, 0, 2),
        ("2022-03-31", 0, 0, 1, 0, 2),
        ("2022-04-30", 0, 0, 1, 0, 2),
        ("2022-05-31", 0, 0, 0, 1, 2),
        ("2022-06-10", 0, 0, 0, 1, 2),
    ]
    assert counts(run, "measures", "--as-at", "2022-02-10") == [
        ("2022-01-31", 1, 0, 0, 0, 1),
        ("2022-02-10", 1, 0, 0, 0, 1),
    ]


def test_quarters_and_a_first_day(run, repo):
    days = [row[0] for row in counts(run, "actions", "--every", "quarter", "--as-at", "2022-08-10")]
    assert days == ["2022-03-31", "2022-06-30", "2022-08-10"]
    days = [row[0] for row in counts(run, "actions", "--since", "2022-05-01", "--as-at", "2022-06-30")]
    assert days == ["2022-05-31", "2022-06-30"]


def test_time_moves_colours_without_a_commit(run, tmp_path, monkeypatch):
    monkeypatch.chdir(carers(tmp_path / "repo").root)
    found = counts(run, "actions", "--since", "2022-06-01", "--as-at", "2022-08-31")
    assert [row[1:4] for row in found] == [(0, 0, 1), (0, 1, 0), (1, 0, 0)]


@pytest.mark.parametrize(
    ("item", "actions", "measures"),
    [("carers", 3, 1), ("seen", 2, 1), ("heard", 1, 0), ("seen-01", 1, 0), ("calls", 0, 1)],
)
def test_an_item_narrows_the_counts(run, repo, item, actions, measures):
    found = rows(run, item, "--since", "2022-02-01", "--as-at", "2022-02-28")
    totals = {row["thing"]: int(row["total"]) for row in found}
    assert (totals.get("actions", 0), totals.get("measures", 0)) == (actions, measures)


def test_the_chart_has_marks_figures_and_words(run, repo):
    code, out, err = run("trend", "--as-at", "2022-05-31", "--since", "2022-04-01")
    assert (code, err) == (0, "")
    assert out == (
        "Colours over time\n"
        "2022-04-30 to 2022-05-31: the end of each month, from what was committed by then\n"
        "▼ red, ◆ amber, ● green, ✔ complete, ○ not rated\n\n"
        "Actions\n"
        "2022-04-30  ▼ 0  ◆ 0  ● 1  ✔ 0  ○ 2  ●○○\n"
        "2022-05-31  ▼ 0  ◆ 0  ● 0  ✔ 1  ○ 2  ✔○○\n\n"
        "Measures\n"
        "2022-04-30  ▼ 1  ◆ 0  ● 0  ✔ 0  ○ 1  ▼○\n"
        "2022-05-31  ▼ 1  ◆ 0  ● 0  ✔ 0  ○ 1  ▼○\n"
    )
    assert "2022-05-31  ✔ complete\n" in run("trend", "seen-01", "--as-at", "2022-05-31")[1]
    out = run("trend", "--as-at", "2022-05-31", "--format", "markdown")[1]
    assert "    2022-05-31  ▼ 0" in out


def test_many_are_drawn_to_scale(run, repo):
    more = "".join(f"      - id: heard-{n:02}\n        text: Do {n}\n" for n in range(2, 100))
    repo.change("        text: Hold a yearly forum\n", f"        text: Hold a forum\n{more}").commit(
        "Many", "2022-06-01"
    )
    out = run("trend", "--as-at", "2022-06-30")[1]
    assert "Actions: a mark for every 4, and for what is left\n" in out
    assert max(map(len, out.splitlines())) <= 80


def test_json_says_of_what_and_how_often(run, repo):
    found = json.loads(run("trend", "seen", "--every", "quarter", "--as-at", "2022-06-30", "--format", "json")[1])
    assert (found["kind"], found["item"], found["every"]) == ("trend", "carers/seen", "quarter")
    assert found["counts"][0]["commit"] == repo.git("rev-parse", "HEAD~1")


def test_the_settings_of_each_time_judge_it(run, repo):
    repo.write(**{"strategy-tracker": "late_is_red_after: 2 years\n"})
    repo.change("state: complete", "state: in-progress").commit("Milder", "2022-08-02")
    assert counts(run, "actions", "--since", "2022-09-01", "--as-at", "2022-09-30") == [("2022-09-30", 0, 1, 0, 0, 2)]


def test_files_that_came_later_or_had_another_name_are_followed(run, repo):
    (repo.root / "strategies" / "carers.yaml").rename(repo.root / "strategies" / "young.yaml")
    repo.commit("Renamed", "2022-06-01")
    assert [row["total"] for row in rows(run, "carers", "--as-at", "2022-06-30") if row["thing"] == "actions"] == [
        "3"
    ] * 6


def test_a_version_that_could_not_be_read_is_said(run, repo):
    sha = repo.write(strategies__broken="id: broken\nowner: [\n").commit("Broken", "2022-06-01")
    repo.write(strategies__broken="id: broken\ntitle: Mended\n").commit("Mended", "2022-07-01")
    code, out, err = run("trend", "--as-at", "2022-07-31")
    assert (code, out) == (2, "")
    assert err.startswith(f"left out, because of 1 error in strategies/broken.yaml (commit {sha[:7]} of 2022-06-01):\n")
    assert run("trend", "--as-at", "2022-07-31", "--keep-going")[0] == 0
    assert run("trend", "--as-at", "2022-05-31")[0] == 0


def test_a_time_before_the_first_commit_has_nothing(run, repo):
    code, out, err = run("trend", "--as-at", "2021-06-30")
    assert (code, err) == (0, "")
    assert "nothing was on record in this time" in out
    assert rows(run, "--as-at", "2021-06-30") == []


def test_a_shallow_clone_says_so(run, repo, tmp_path, monkeypatch):
    repo.git("clone", "--quiet", "--depth=1", repo.top.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert "this is a shallow clone: older commits are not here" in run("trend", "--as-at", "2022-06-30")[1]


def test_no_git_and_no_commit_are_said(run, tmp_path, monkeypatch):
    (tmp_path / "strategies").mkdir()
    (tmp_path / "strategies" / "carers.yaml").write_text(STRATEGY)
    monkeypatch.chdir(tmp_path)
    assert run("trend")[2].startswith("error: this folder is not in a git repository")
    repo = Repository(tmp_path / "repo").write(strategies__carers=STRATEGY)
    monkeypatch.chdir(repo.root)
    for command in (["trend"], ["history", "seen-01"]):
        assert run(*command)[::2] == (
            2,
            "error: nothing has been committed yet\n  help: 'git commit' begins the record\n",
        )


def test_forecasts_are_told_beside_what_came_in_every_format(run, repo):
    repo.change("note: Begun}", "note: Begun, forecast: 2022-02}").commit("Expected", "2022-05-03")
    code, out, err = run("trend", "--forecasts", "--as-at", "2022-05-31")
    assert (code, err) == (0, "")
    assert "carers/seen-01   done" in out
    assert "too hopeful, 51 days later" in " ".join(out.split())
    rows = list(
        csv.DictReader(io.StringIO(run("trend", "--forecasts", "--as-at", "2022-05-31", "-f", "csv")[1], newline=""))
    )
    assert [(row["item"], row["expected"], row["came"], row["gap"], row["verdict"]) for row in rows] == [
        ("carers/seen-01", "2022-02", "2022-04-20", "51", "too-hopeful")
    ]
    told = json.loads(run("trend", "seen-01", "--forecasts", "--as-at", "2022-05-31", "-f", "json")[1])
    assert (told["kind"], told["item"], len(told["forecasts"])) == ("forecasts", "carers/seen-01", 1)
    assert run("trend", "calls", "--forecasts")[1].endswith("0 forecasts on record\n")
