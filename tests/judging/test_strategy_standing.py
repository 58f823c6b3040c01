import itertools

from strategy_tracker.model.settings import Settings
from tests.judging.action_builder import action, priority, stand, strategy, update

FULL = {"governance": ({"body": "SMT", "every": "quarter"},), "owner": "Director"}


def test_a_strategy_is_put_together_from_its_parts():
    of = strategy(
        priority(
            action(measures=("m-2",)), id="safe", title="Safe", group="care", measures=("m-1",), aspirations=("well",)
        ),
        groups=({"id": "care", "title": "Being looked after"},),
        organisation="Bromley",
        **FULL,
    )
    found = stand(of, "2018-07-01")
    assert (found.id, found.title, found.organisation, found.owner) == ("s", "S", "Bromley", "Director")
    assert (found.phase.kind, found.file) == ("running", "strategies/s.yaml")
    assert [body.body for body in found.bodies] == ["SMT"]
    only = found.priorities[0]
    assert (only.id, only.title, only.group, only.owner) == ("safe", "Safe", "Being looked after", "Director")
    assert (only.aspirations, only.measures, only.route) == (("well",), ("m-1",), ("priorities", 0))
    assert found.measures == ("m-1", "m-2")


def test_the_organisation_of_the_settings_stands_in():
    assert stand(strategy(), "2018-07-01", Settings.model_validate({"organisation": "Bexley"})).organisation == "Bexley"


def test_a_group_that_is_not_there_stands_for_itself():
    found = stand(strategy(priority(group="lost"), priority()), "2018-07-01").priorities
    assert [p.group for p in found] == ["lost", None]


def test_the_leads_latest_judgement_known_stands_beside():
    said = (
        {"on": "2018-05", "note": "early", "rag": "amber", "by": "Lead"},
        {"on": "2018-05-01", "note": "first"},
        {"on": "2018-09-01", "note": "later"},
    )
    for order in itertools.permutations(said):
        of = strategy(priority(judgements=order))
        assert stand(of, "2018-04-30").priorities[0].judgement is None
        assert stand(of, "2018-08-31").priorities[0].judgement == ("2018-05", "amber", "early", "Lead")
        assert stand(of, "2018-09-01").priorities[0].judgement.note == "later"


# gaps


def test_nothing_is_missing_from_a_full_record():
    of = strategy(priority(action(update("2018-05-01"), kind="deliverable", due="2019"), measures=("m",)), **FULL)
    assert stand(of, "2018-07-01").gaps == ()


def test_everything_is_missing_from_an_empty_record():
    found = stand(strategy(starts=None, ends=None, review_every=None), "2018-07-01").gaps
    assert found == (
        "no start or end date",
        "no measures",
        "no governance: nobody is named who reviews it",
        "no review cadence for its actions: every quarter is assumed",
    )


def test_one_missing_date_is_named():
    assert "no end date" in stand(strategy(ends=None), "2018-07-01").gaps
    assert "no start date" in stand(strategy(starts=None), "2018-07-01").gaps


def test_bodies_without_an_interval_are_counted():
    bodies = ({"body": "A", "held": "2018-05"}, {"body": "B", "every": "year", "held": "2018-05"}, {"body": "C"})
    for many, told in ((3, "1 of 2 bodies"), (1, "1 of 1 body")):
        gaps = stand(strategy(governance=bodies[:many]), "2018-07-01").gaps
        assert f"no meeting interval for {told} with a meeting on record" in gaps


def test_gaps_of_actions_are_counted():
    of = strategy(
        priority(
            action(update("2018-05-01"), kind="deliverable"),
            action(update("2018-09-01"), kind="decision"),
            action(kind="practice", owner="Head"),
        ),
        priority(),
    )
    assert stand(of, "2018-07-01").gaps[2:] == (
        "no actions in 1 of 2 priorities",
        "no owner for 2 of 3 actions",
        "2 of 3 actions have never had an update",
        "2 deliverables or decisions without a due date",
    )


def test_one_is_counted_in_the_singular():
    of = strategy(priority(action(kind="decision")), **FULL)
    assert stand(of, "2018-07-01").gaps[1:] == (
        "1 of 1 action has never had an update",
        "1 deliverable or decision without a due date",
    )


def test_what_it_lacks_on_purpose_is_no_gap_and_is_told_where_it_is_there_all_the_same():
    of_measures = stand(strategy(priority(measures=("m",)), plan="measures", review_every=None), "2018-07-01")
    assert of_measures.gaps == ("no governance: nobody is named who reviews it",)
    assert (of_measures.tells_actions, of_measures.tells_measures) == (False, True)
    of_actions = stand(strategy(priority(action(update("2018-05-01"), owner="A")), plan="actions"), "2018-07-01")
    assert of_actions.gaps == ("no governance: nobody is named who reviews it",)
    assert (of_actions.tells_actions, of_actions.tells_measures) == (True, False)
    both = stand(strategy(priority(action(), measures=("m",)), plan="measures"), "2018-07-01")
    assert both.tells_actions
