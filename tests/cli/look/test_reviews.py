import csv
import io
import json

from tests.cli.conftest import DAY


def test_it_shows_the_last_meeting_the_next_and_what_was_missed(run, small):
    code, out, err = run("reviews", "--as-at", DAY)
    assert (code, err) == (0, "")
    assert out.startswith("Reviews\nas at 1 October 2025\n\nCarers Plan 2016–2020\nold-plan: the strategy ended")
    assert "\nno body on record reviews it\n" in out
    assert "Senior Team          quarter    2025-04-10   ▼ no meeting recorded; one was\n" in out
    assert "Carers Board         6 months   2025-04-20   ◆ next meeting in 19 days, fixed\n" in out


def test_it_lists_what_is_to_be_noted_and_by_whom(run, small):
    out = run("reviews", "--as-at", DAY)[1]
    assert "To be noted at the next meeting\nItem      State" in out
    assert "seen-08   paused since" in out
    found = json.loads(run("reviews", "--as-at", DAY, "--format", "json")[1])["reviews"]
    assert {one["body"]: one["to_note"] for one in found if one["strategy"] == "young-carers"} == {
        "Senior Team": ["seen-08"], "Carers Board": ["seen-08"], "Young Carers Panel": ["seen-08"],
        "Schools Forum": ["seen-08"],
    }  # fmt: skip


def test_a_wide_screen_has_the_papers_and_who_writes_them(run, small, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    out = run("reviews", "--as-at", DAY)[1]
    assert "Papers due   Paper by\n" in out
    assert "2025-10-13   Group Manager\n" in out


def test_filters_keep_what_they_say(run, small):
    code, out, err = run("reviews", "--as-at", DAY, "--owner", "group", "--strategy", "young-carers")
    assert (code, err) == (0, "")
    assert "only: owner 'group', strategy 'young-carers'\n" in out
    assert "Carers Board" in out
    assert "Senior Team" not in out


def test_an_empty_answer_is_clean_and_says_what_was_asked(run, small):
    assert run("reviews", "--as-at", DAY, "--strategy", "old-plan", "--owner", "Performance Team") == (
        0,
        "Reviews\nas at 1 October 2025\nonly: owner 'Performance Team', strategy 'old-plan'\n",
        "nothing has owner 'Performance Team', strategy 'old-plan'\n",
    )


def test_a_name_that_nothing_has_is_a_mistype(run, small):
    code, out, err = run("reviews", "--as-at", DAY, "--strategy", "none")
    assert (code, out) == (2, "")
    assert err.startswith("error: no strategy has the id 'none'\n")


def test_before_anything_began_no_meeting_is_missed(run, small):
    code, out, err = run("reviews", "--as-at", "2015-01-01")
    assert (code, err) == (0, "")
    assert "▼" not in out
    assert "2025-04-10" not in out


def test_json_has_its_version_and_kind_first(run, small):
    code, out, err = run("reviews", "--as-at", DAY, "-f", "json")
    content = json.loads(out)
    assert (code, err) == (0, "")
    assert list(content)[:3] == ["schema_version", "kind", "as_at"]
    assert content["kind"] == "reviews"
    assert [one["clock"] for one in content["reviews"]] == ["missed", "due-soon", "on-time", "none"]


def test_csv_reads_back(run, small):
    code, out, err = run("reviews", "--as-at", DAY, "-f", "csv")
    assert (code, err) == (0, "")
    found = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [row["body"] for row in found] == ["Senior Team", "Carers Board", "Young Carers Panel", "Schools Forum"]
    assert (found[1]["next"], found[1]["papers"], found[2]["note"]) == (
        "2025-10-20",
        "2025-10-13",
        "Meets on Saturdays",
    )


def test_markdown_has_a_table(run, small):
    code, out, err = run("reviews", "--as-at", DAY, "-f", "markdown")
    assert (code, err) == (0, "")
    assert "| Body | Every | Last held | Next | Papers due | Paper by |\n" in out
