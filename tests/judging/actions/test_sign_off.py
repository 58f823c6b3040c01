"""A finished action counts as complete once it has what the settings ask for: evidence, and that another accepts it."""

import pytest

from strategy_tracker.model.settings import Completion, Settings
from tests.judging.action_builder import action, stood, update

OWNER = {"owner": "Manager"}


def rules(*needs, **keys):
    return Settings(completion=Completion(needs=needs, **keys))


def finished(*updates, settings=None, today="2018-12-01", kind="deliverable", **keys):
    found = stood(action(*updates, kind=kind, **OWNER, **keys), today, settings or Settings())
    return found.state, found.lacks, found.rating.word


COMPLETE = update("2018-10-01", "complete", by="Manager")
DELIVERED = update("2018-10-01", "delivered", by="Manager")
ACCEPTED = {"accepted_by": "Board", "accepted_on": "2018-10-11"}
AWAITED = "delivered, awaiting sign-off"


def test_without_rules_and_without_acceptance_what_is_said_holds():
    assert finished(COMPLETE) == ("complete", (), "complete")
    assert finished(DELIVERED) == ("delivered", (), "delivered")


@pytest.mark.parametrize("said", [COMPLETE, DELIVERED])
def test_where_acceptance_is_needed_it_is_delivered_until_another_post_accepts_it(said):
    strict = rules("acceptance")
    assert finished(said, settings=strict) == ("delivered", ("acceptance",), AWAITED)
    assert finished({**said, **ACCEPTED}, settings=strict) == ("complete", (), "complete")


def test_an_acceptance_completes_what_was_delivered_also_without_rules():
    assert finished({**DELIVERED, **ACCEPTED}) == ("complete", (), "complete")


def test_an_acceptance_counts_from_its_day_on():
    accepted = {**COMPLETE, **ACCEPTED}
    assert finished(accepted, settings=rules("acceptance"), today="2018-10-10")[0] == "delivered"
    assert finished(accepted, settings=rules("acceptance"), today="2018-10-11")[0] == "complete"


@pytest.mark.parametrize("by", ["Manager", "manager"])
def test_ones_own_acceptance_is_none(by):
    own = {**COMPLETE, "accepted_by": by}
    assert finished(own, settings=rules("acceptance")) == ("delivered", ("acceptance",), AWAITED)
    nobody = {**update("2018-10-01", "complete"), "accepted_by": by}  # whose it is reported it
    assert finished(nobody, settings=rules("acceptance"))[0] == "delivered"


def test_where_evidence_is_needed_it_may_come_later():
    strict = rules("evidence")
    assert finished(COMPLETE, settings=strict) == ("delivered", ("evidence",), AWAITED)
    later = update("2018-10-11", None, evidence=("Minute 14.2",))
    assert finished(COMPLETE, later, settings=strict) == ("complete", (), "complete")


def test_both_may_be_needed_and_each_that_is_lacking_is_named():
    strict = rules("evidence", "acceptance")
    assert finished(COMPLETE, settings=strict)[1] == ("evidence", "acceptance")
    assert finished({**COMPLETE, **ACCEPTED}, settings=strict)[1] == ("evidence",)
    assert finished({**COMPLETE, **ACCEPTED, "evidence": ("Minute",)}, settings=strict)[0] == "complete"


def test_the_rule_is_for_the_kinds_and_from_the_day_that_are_named():
    assert finished(COMPLETE, settings=rules("acceptance", kinds=("decision",)))[0] == "complete"
    assert finished(COMPLETE, settings=rules("acceptance", kinds=("deliverable",)))[0] == "delivered"
    assert finished(COMPLETE, settings=rules("acceptance", kinds=("deliverable",)), kind=None)[0] == "complete"
    assert finished(COMPLETE, settings=Settings.model_validate(
        {"completion": {"needs": ("acceptance",), "since": "2018-10-02"}}
    ))[0] == "complete"  # fmt: skip


def test_what_was_accepted_stays_so_until_it_is_taken_up_again():
    strict, accepted = rules("acceptance"), {**COMPLETE, **ACCEPTED}
    again = update("2018-11-01", "complete", note="Photographs are filed")
    assert finished(accepted, again, settings=strict)[0] == "complete"
    reopened = update("2018-11-01", "in-progress", note="A leak")
    assert finished(accepted, reopened, settings=strict)[0] == "in-progress"
    anew = update("2018-11-15", "complete", by="Manager")
    assert finished(accepted, reopened, anew, settings=strict)[0] == "delivered"


def test_the_reason_says_who_said_and_accepted_what():
    def reason(*updates, **keys):
        return stood(action(*updates, **OWNER), "2018-12-01", rules("acceptance"), **keys).rating.reason

    assert reason(COMPLETE) == ("said to be complete on 2018-10-01, awaiting sign-off: nobody else has accepted it")
    assert reason({**DELIVERED, **ACCEPTED}) == "said to be delivered on 2018-10-01, accepted by Board on 2018-10-11"
    assert reason(COMPLETE, ends="2018-11-01") == (
        "the strategy ended on 2018-11-01; said to be complete on 2018-10-01, awaiting sign-off: "
        "nobody else has accepted it"
    )


def test_the_state_in_words_says_what_is_awaited():
    found = stood(action(COMPLETE, **OWNER), "2018-12-01", rules("acceptance"))
    assert (found.state, found.state_words) == ("delivered", AWAITED)
