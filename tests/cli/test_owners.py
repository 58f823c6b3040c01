"""Several owners of one thing, from the file to everything that asks somebody."""

import csv
import io
import json

import pytest

from .conftest import DAY, write_portfolio

BOTH = "owner: [Group Manager, Head of Schools]"


@pytest.fixture
def shared(tmp_path, monkeypatch):
    root = write_portfolio(tmp_path / "portfolio")
    path = root / "strategies" / "young-carers.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("owner: Group Manager", BOTH, 1), encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def test_each_finds_it_and_the_first_answers(run, shared):
    assert run("validate", "--as-at", DAY)[0] == 0
    assert "Owner      Group Manager and Head of Schools" in run("show", "seen-02", "--as-at", DAY)[1]
    out = run("overdue", "--as-at", DAY, "--by", "owner")[1]
    assert [line for line in out.splitlines() if line.startswith(("Group Manager:", "Head of Schools:"))] == [
        "Group Manager: 1 item", "Head of Schools: 1 item",
    ]  # fmt: skip
    (one,) = json.loads(run("overdue", "--as-at", DAY, "--owner", "schools", "-f", "json")[1])["items"]
    assert (one["owner"], one["owners"]) == ("Group Manager", ["Group Manager", "Head of Schools"])
    rows = csv.DictReader(io.StringIO(run("export", "--as-at", DAY, "-f", "csv")[1]))
    assert next(row for row in rows if row["id"] == "seen-02")["owners"] == "Group Manager; Head of Schools"
    assert "answerable: nobody" not in run("report", "--view", "actions", "--as-at", DAY)[1]


@pytest.mark.usefixtures("today")
def test_each_gets_a_message_and_may_be_asked_in_a_meeting(run, shared, monkeypatch):
    run("overdue", "--digest", "chase", "--as-at", DAY)
    for name in ("Group Manager", "Head of Schools"):
        text = (shared / "chase" / f"{name}.md").read_text(encoding="utf-8")
        assert f"For: {name}" in text
        assert "young-carers/seen-02" in text
    monkeypatch.setattr("sys.stdin", io.StringIO("quit\n"))
    assert "owner: Group Manager and Head of Schools" in run("checkin", "--owner", "Head of Schools")[2]


def test_another_spelling_in_a_list_is_found_and_mended(run, shared):
    path = shared / "strategies" / "young-carers.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(BOTH, "owner: [Group Manager, Head of  Service]"), encoding="utf-8")
    assert "'Head of  Service' is written 'Head of Service' elsewhere" in "".join(map(str, run("validate")))
    run("validate", "--fix")
    assert "owner: [Group Manager, Head of Service]" in path.read_text(encoding="utf-8")
