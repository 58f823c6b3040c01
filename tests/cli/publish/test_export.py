"""`strategy export`: what calendars, warehouses and other programs read."""

import csv
import io
import json
import os
from threading import Thread

import pytest
from icalendar import Calendar

from tests.cli.conftest import DAY

NOT_IN_GIT = "note: whether a due date was typed over cannot be known: this folder is not in a git repository\n"
ONE_TABLE = "note: this one table goes in the next version: 'strategy export -f csv -o FOLDER' gives several\n"


def export(run, form, *options):
    return run("export", "--format", form, "--as-at", DAY, *options)


def dates(run, *options):
    code, out, err = export(run, "ics", *options)
    assert (code, err) == (0, "")
    found = Calendar.from_ical(out).walk("VEVENT")
    return {str(event["UID"]).removesuffix("@strategy-tracker"): event["DTSTART"].dt.isoformat() for event in found}


def rows(run, *options):
    code, out, err = export(run, "csv", *options)
    assert (code, err) == (0, NOT_IN_GIT + ONE_TABLE)
    return list(csv.DictReader(io.StringIO(out, newline="")))


def test_the_calendar_has_every_date_that_is_not_over(run, small):
    found = dates(run)
    assert found["young-carers/seen-01/due"] == "2025-09-20"
    assert found["young-carers/seen-03/again"] == "2025-10-15"
    assert found["waiting/reading"] == "2025-07-30"
    assert max(found.values()) > "2026"
    assert {"2025-10-20", "2025-10-13"} <= set(found.values())  # a meeting and its papers
    assert not [uid for uid in found if uid.startswith("old-plan")]
    assert len([uid for uid in found if uid.startswith("young-carers/heard-01/milestone")]) == 1  # the other is done


def test_a_date_that_moves_in_the_file_moves_the_event(run, small):
    before = dates(run)
    path = small / "strategies/young-carers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("due: 2025-09-20", "due: 2025-12-20"), encoding="utf-8")
    after = dates(run)
    assert before.keys() == after.keys()
    assert {uid for uid in after if after[uid] != before[uid]} == {"young-carers/seen-01/due"}


@pytest.mark.parametrize("form", ["ics", "csv", "json"])
def test_the_same_day_gives_the_same_bytes_on_screen_and_in_a_file(run, small, form):
    _, out, _ = export(run, form)
    told = NOT_IN_GIT + ONE_TABLE if form == "csv" else ""
    assert export(run, form, "-o", f"made.{form}") == (0, "", f"{told}wrote made.{form}\n")
    assert (small / f"made.{form}").read_bytes() == out.encode()
    assert run("export", "--as-at", DAY, "-o", f"made.{form}")[0] == 0  # the ending says the format
    assert (small / f"made.{form}").read_bytes() == out.encode()


def test_json_is_the_whole_standing_and_all_that_is_written(run, small):
    code, out, err = export(run, "json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert set(found.pop("records")) == {"settings", "strategies", "measures", "practice"}
    assert found == json.loads(run("status", "--format", "json", "--as-at", DAY)[1])


def test_json_of_one_action_has_nothing_written_of_others(run, small):
    records = json.loads(export(run, "json", "--priority", "seen", "--owner", "Group Manager")[1])["records"]
    told = [[action["id"] for action in one.get("actions", [])] for one in records["strategies"][0]["priorities"]]
    standing = json.loads(export(run, "json", "--priority", "seen", "--owner", "Group Manager")[1])["strategies"]
    assert told == [[action["id"] for action in one["actions"]] for one in standing[0]["priorities"]]


def test_there_is_a_row_for_each_action_and_each_reading(run, small):
    found = rows(run)
    things = [row["thing"] for row in found]
    assert (things.count("action"), things.count("reading"), things.count("measure")) == (11, 16, 1)
    assert {row["id"] for row in found if row["thing"] == "measure"} == {"calls"}
    assert {row["as_at"] for row in found} == {DAY}


def test_only_the_latest_reading_is_rated(run, small):
    found = [row for row in rows(run) if row["id"] == "schools-trained"]
    assert [row["latest"] for row in found] == ["false"] * 5 + ["true"]
    assert [row["colour"] for row in found] == [""] * 5 + ["amber"]
    assert [row["value"] for row in found] == ["60", "64", "", "70", "76.5", "88"]
    assert [row["value_words"] for row in found] == ["", "", "suppressed", "", "", ""]
    assert found[-1]["value_state"] == "provisional"
    assert {(row["strategy"], row["priority"], row["unit"]) for row in found} == {("young-carers", "seen", "percent")}


def test_an_action_s_row_has_its_dates_and_its_reason(run, small):
    (row,) = [row for row in rows(run) if row["id"] == "seen-02"]
    assert (row["due"], row["original_due"], row["days_overdue"]) == ("2025-05-01", "2025-04-20", "153")
    assert (row["partners"], row["forecast"], row["state"]) == ("NHS; Schools", "2025-12", "in-progress")
    assert row["reason"]


def test_a_date_that_never_moved_is_the_same_in_both_columns(run, small):
    plan = small / "strategies/young-carers.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("due: 2025-09-20", "due: 2025"), encoding="utf-8")
    (row,) = [row for row in rows(run, "--strategy", "young-carers") if row["id"] == "seen-01"]
    (action,) = [
        action
        for strategy in json.loads(run("status", "--as-at", DAY, "-f", "json")[1])["strategies"]
        for priority in strategy["priorities"]
        for action in priority["actions"]
        if (strategy["id"], action["id"]) == ("young-carers", "seen-01")
    ]
    assert (row["due"], row["original_due"]) == ("2025-12-31", "2025-12-31")
    assert (action["due"]["due"], action["original_due"], action["slipped"]) == ("2025-12-31", "2025-12-31", 0)


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--owner", "group"], {"seen-02"}),
        (["--strategy", "old-plan"], {"seen-01", "plan-02"}),
        (["--priority", "heard"], {"heard-01", "calls"}),
    ],
)
def test_filters_keep_what_they_say(run, small, options, kept):
    assert {row["id"] for row in rows(run, *options)} == kept


def test_the_calendar_of_one_owner_has_their_dates_only(run, small):
    assert set(dates(run, "--owner", "participation")) == {
        "young-carers/heard-01/due",
        next(uid for uid in dates(run) if uid.startswith("young-carers/heard-01/milestone")),
    }


def test_an_empty_answer_is_a_calendar_without_events(run, small):
    code, out, err = export(run, "ics", "--owner", "children's services")
    assert (code, Calendar.from_ical(out).walk("VEVENT")) == (0, [])
    assert err == "nothing has owner 'children's services'\n"


def test_without_a_format_it_says_which_there_are(run, small):
    expected = (
        "error: no format is named\n  help: --format ics for a calendar, parquet for tables, json for another program\n"
    )
    assert run("export") == (2, "", expected)
    assert run("export", "-o", "dates") == (2, "", expected)


def test_a_measure_that_nothing_names_has_its_row(run, small):
    path = small / "strategies/young-carers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    measures: [calls]\n", ""), encoding="utf-8")
    (row,) = [row for row in rows(run) if row["id"] == "calls"]
    assert (row["strategy"], row["priority"]) == ("", "")


@pytest.mark.parametrize("name", ["strategies/young-carers.yaml", "x.YML"])
def test_a_data_file_is_never_written(run, small, name):
    before = (small / "strategies/young-carers.yaml").read_bytes()
    code, out, err = export(run, "csv", "-o", name)
    assert (code, out) == (2, "")
    assert err == f"error: '{name}' has the name of a data file\n  help: give the export another name\n"
    assert (small / "strategies/young-carers.yaml").read_bytes() == before


def test_a_file_that_cannot_be_written_is_said(run, small):
    (small / "dates.ics").write_bytes(b"mine")
    (small / "dates.ics").chmod(0o444)
    code, out, err = export(run, "ics", "-o", "dates.ics")
    assert (code, out) == (2, "")
    assert err == "error: 'dates.ics' is read-only\n  help: try again when that is mended\n"
    assert (small / "dates.ics").read_bytes() == b"mine"


@pytest.mark.skipif(os.name == "nt", reason="no such pipes")
@pytest.mark.parametrize("command", [("export", "-f", "csv"), ("report", "-f", "markdown")])
def test_a_pipe_or_a_device_is_written_to_and_nothing_takes_its_place(run, small, command):
    os.mkfifo("pipe")
    read = []
    reader = Thread(target=lambda: read.append((small / "pipe").read_bytes()), daemon=True)
    reader.start()
    assert run(*command, "--as-at", DAY, "-o", "pipe")[0] == 0
    reader.join(10)
    assert read[0].decode() == run(*command, "--as-at", DAY)[1]
    assert (small / "pipe").is_fifo()


def test_a_folder_that_is_none_is_said(run, small):
    assert export(run, "ics", "-o", "nowhere/dates.ics")[0] == 2


def test_a_file_with_an_error_is_not_left_out_in_silence(run, small):
    (small / "strategies/broken.yaml").write_text("id: [", encoding="utf-8")
    code, out, err = export(run, "ics")
    assert (code, out) == (2, "")
    assert err.startswith("left out, because of 1 error in strategies/broken.yaml:\n")
    assert export(run, "ics", "--keep-going")[0] == 0
