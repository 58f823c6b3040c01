"""Finished work, by commands alone: delivered with evidence, accepted by somebody else, and told as that everywhere."""

import json

import pytest

FILE = "strategies/young-carers.yaml"
ITEM = "young-carers/seen-01"
AWAITED = "delivered, awaiting sign-off"
pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def strict(small):
    """The small portfolio, in which finished work needs evidence and acceptance; and a file that is evidence."""
    with (small / "strategy-tracker.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\ncompletion: {needs: [evidence, acceptance], since: 2025-09-01}\n")
    (small / "evidence").mkdir()
    (small / "evidence/register.txt").write_text("Everybody is trained\n", encoding="utf-8")
    return small


def done(run, *more):
    return run("update", ITEM, "--state", "complete", "--note", "All trained", "--by", "Head of Service", *more)


def test_it_is_delivered_until_somebody_else_accepts_it(run, strict):
    assert AWAITED in done(run, "--evidence", "evidence/register.txt")[1]
    code, out, _ = run("accept", ITEM, "--by", "Carers Board")
    assert (code, out) == (
        0,
        f"seen-01: {AWAITED} → complete\n  said to be complete on 2025-10-01, accepted by Carers Board on 2025-10-01\n",
    )
    shown = " ".join(run("show", ITEM)[1].split())
    assert "accepted by Carers Board on 1 October 2025" in shown


def test_what_awaits_sign_off_is_counted_filtered_and_told_in_papers_and_data(run, strict):
    done(run)
    assert "1 awaiting sign-off" in " ".join(run("status", "--state", "delivered")[1].split())
    found = json.loads(run("status", "--state", "delivered", "--format", "json")[1])
    actions = [one for each in found["strategies"] for p in each["priorities"] for one in p["actions"]]
    assert [(one["id"], one["lacks"]) for one in actions if one["lacks"]] == [("seen-01", ["evidence", "acceptance"])]
    paper = run("report", "young-carers")[1]
    assert "One is delivered and awaits sign-off." in paper
    assert "complete-without-evidence" in run("validate")[1]


def test_a_file_that_is_evidence_is_held_to_what_it_was(run, strict):
    done(run, "--evidence", "evidence/register.txt", "--evidence", "Minute 14.2")
    assert "digests: {evidence/register.txt: " in " ".join((strict / FILE).read_text(encoding="utf-8").split())
    assert "evidence-changed" not in run("validate")[1]
    (strict / "evidence/register.txt").write_text("Nobody is trained\n", encoding="utf-8")
    assert "'evidence/register.txt' has changed since it was named as evidence" in run("validate")[1]


def test_who_reported_it_cannot_accept_it(run, strict):
    done(run)
    before = (strict / FILE).read_bytes()
    code, _, err = run("accept", ITEM, "--by", "head of service")
    assert code == 2
    assert err.startswith("error: 'head of service' reported it, and cannot accept it as well\n  help: ")
    assert (strict / FILE).read_bytes() == before


def test_a_portfolio_without_the_setting_names_no_digests_and_prints_as_before(run, small):
    (small / "register.txt").write_text("x", encoding="utf-8")
    assert "seen-01: amber, waiting → complete" in done(run, "--evidence", "register.txt")[1]
    assert "digests" not in (small / FILE).read_text(encoding="utf-8")


def test_a_paper_lists_what_awaits_sign_off_and_what_it_lacks(run, strict):
    done(run, "--evidence", "Minute 14.2")
    row = " | 1 October 2025, Head of Service | acceptance by another post |"
    assert row in run("report", "young-carers")[1]
    run("accept", ITEM, "--by", "Carers Board")
    assert "Actions to sign off" not in run("report", "young-carers")[1]
