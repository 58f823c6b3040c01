"""Finished work: accepted by somebody else, and with the evidence that is asked for."""

from strategy_tracker.checks.completion import acceptance_makes_sense, completion_has_evidence, evidence_files
from strategy_tracker.model.settings import Completion, Settings

from .builder import action, found, strategy

AT = "priorities.0.actions.0.updates.0"
DONE = {"on": "2018-07-02", "state": "complete", "by": "Manager"}
SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def said(*updates, **keys):
    return strategy(action(updates=list(updates), **keys))


def test_an_acceptance_by_another_post_makes_sense():
    assert found(acceptance_makes_sense, said({**DONE, "accepted_by": "Board", "accepted_on": "2018-07-09"})) == []


def test_ones_own_acceptance_is_told():
    assert found(acceptance_makes_sense, said({**DONE, "accepted_by": "manager"})) == [
        ("accepted-by-itself", f"{AT}.accepted_by")
    ]


def test_what_is_not_finished_cannot_be_accepted():
    half = {"on": "2018-07-02", "note": "Half of it", "accepted_by": "Board"}
    assert found(acceptance_makes_sense, said(half)) == [("accepted-unfinished", f"{AT}.accepted_by")]


def test_nothing_is_accepted_before_it_was_said():
    early = {**DONE, "accepted_by": "Board", "accepted_on": "2018-07-01"}
    assert found(acceptance_makes_sense, said(early)) == [("dates-out-of-order", f"{AT}.accepted_on")]


def test_evidence_is_asked_for_where_the_settings_say_so():
    strict = Settings(completion=Completion(needs=("evidence",)))
    assert found(completion_has_evidence, said(DONE)) == []
    assert found(completion_has_evidence, said(DONE), settings=strict) == [("complete-without-evidence", f"{AT}.state")]
    assert found(completion_has_evidence, said({**DONE, "evidence": "Minute 14.2"}), settings=strict) == []


def test_every_file_with_a_digest_is_listed_with_its_place():
    route = ("priorities", 0, "actions", 0, "updates", 0, "digests", "evidence/a.txt")
    assert evidence_files(said({**DONE, "digests": {"evidence/a.txt": SHA}})) == (("evidence/a.txt", SHA, route),)
    assert evidence_files(said(DONE)) == ()
