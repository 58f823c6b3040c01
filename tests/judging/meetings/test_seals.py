"""What a body approved of a thing keeps its seal until it changes, and has it again once it is approved again."""

from strategy_tracker.judging.meetings.seals import as_it_stands, find_seals
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.meeting import Approved
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.model.strategy import Priority
from tests.judging.action_builder import action, an_action, day, priority, strategy
from tests.judging.measure_builder import MARCH, as_read, measure


def test_what_can_be_approved_of_each_kind_of_thing():
    assert as_it_stands(Priority(id="p", title="Warm")) == {"title": "Warm"}
    assert as_it_stands(an_action(id="a", due="2026-03")) == {"due": "2026-03"}
    assert as_it_stands(an_action(id="a")) == {}
    assert as_it_stands(measure()) == {}


def test_what_is_written_of_a_measure_is_read_as_what_it_has():
    limit = {"lower_of": ["5% of target", "3 points"]}
    one = measure(targets={"2026/27": 90, "2027/28": {"above": 92}}, amber_within=limit, over="3 years")
    stands = as_it_stands(one)
    assert stands["tolerances"]["amber_within"] == {"lower_of": ("5% of target", "3 points")}
    read = Approved.model_validate(as_read(stands), context={"year_end": MARCH})
    assert read.tolerances["amber_within"] == one.amber_within
    assert list(read.targets.values()) == [one.rule_value(period, None) for period in one.targets]


def sealed(strategy, *measures, today="2018-12-01", reserved=()):
    settings = DEFAULTS.model_copy(update={"reserved": reserved})
    files = [("m.yaml", Measures(measures=measures))] if measures else []
    found = find_seals([("s.yaml", strategy)], files, day(today), settings)
    return [(one.item, one.what, one.approved, one.now, one.is_broken) for one in found]


def approved(*asks, actions=(), later=(), **keys):
    meetings = [{"held": "2018-07-12", "asks": list(asks)}, {"held": "2018-10-11", "asks": list(later)}]
    given = {"body": "Board", "meetings": meetings}
    return strategy(priority(*actions, id="p", title="Warm"), governance=(given,), **keys)


def ask(about, name="x", resolved="agreed", **keys):
    return {"id": name, "text": "Agree", "about": about, "resolved": resolved, "approved": keys}


def test_a_title_and_a_date_keep_their_seal_until_they_change():
    one = approved(ask("p", title="Warm"), ask("a", "y", due="2018-09-30"), actions=[action(id="a", due="2018-12-31")])
    assert sealed(one) == [
        ("s/p", "title", "Warm", "Warm", False),
        ("s/a", "due date", "2018-09-30", "2018-12-31", True),
    ]


def test_what_is_approved_again_is_whole():
    act = action(id="a", due="2018-12-31")
    one = approved(ask("a", due="2018-09-30"), actions=[act], later=[ask("a", "y", due="2018-12-31")])
    assert sealed(one) == [("s/a", "due date", "2018-12-31", "2018-12-31", False)]
    assert sealed(one, today="2018-08-01") == [("s/a", "due date", "2018-09-30", "2018-12-31", True)]
    assert sealed(one, today="2018-07-11") == []


def test_a_move_that_was_agreed_to_is_approved_and_one_that_was_refused_is_not():
    moved = [{"on": "2018-10-11", "from": "2018-09-30", "to": "2018-12-31", "why": "w", "resolution": "y"}]
    act = action(id="a", due="2018-12-31", moved=moved)
    for word, broken in (("agreed", False), ("refused", True)):
        later = [{"id": "y", "text": "Agree", "about": "a", "resolved": word}]
        ((_, _, _, now, changed),) = sealed(approved(ask("a", due="2018-09-30"), actions=[act], later=later))
        assert (now, changed) == ("2018-12-31", broken)


def test_a_date_that_is_taken_away_is_no_longer_what_was_approved():
    assert sealed(approved(ask("a", due="2018-09-30"), actions=[action(id="a")])) == [
        ("s/a", "due date", "2018-09-30", "no date", True)
    ]


def test_targets_and_tolerances_of_a_measure_are_compared_as_values():
    one = measure(targets={"2018/19": 90, "2019/20": 95}, amber_within="5 points")
    as_it_was = ask("m", targets={"2018/19": 90, "2019/20": 97}, tolerances={"amber_within": "5.0 points"})
    assert sealed(approved(as_it_was), one) == [
        ("m", "target for 2018/19", "90%", "90%", False),
        ("m", "target for 2019/20", "97%", "95%", True),
        ("m", "amber within", "5.0 points", "5.0 points", False),
    ]


def test_a_change_of_a_target_that_points_to_an_agreement_is_approved():
    change = {"on": "2018-10-11", "target": "2018/19", "from": 90, "to": 85, "why": "w", "resolution": "s/y"}
    one = measure(targets={"2018/19": 85}, changed=[change])
    later = [{"id": "y", "text": "Agree", "about": "m", "resolved": "agreed"}]
    assert sealed(approved(ask("m", targets={"2018/19": 90}), later=later), one) == [
        ("m", "target for 2018/19", "85%", "85%", False)
    ]


def test_the_words_of_a_seal_say_who_and_when_and_what_it_is_now():
    one = approved({**ask("a", due="2018-09-30"), "minute": "4"}, actions=[action(id="a", due="2018-12-31")])
    (found,) = find_seals(
        [("s.yaml", one)], [], day("2018-12-01"), DEFAULTS.model_copy(update={"reserved": ("dates",)})
    )
    assert found.words == (
        "the due date 2018-09-30 was approved by Board on 2018-07-12 (minute 4); it is 2018-12-31 now, which nobody on "
        "record has approved"
    )
    assert (found.reserved, found.file, found.route) == (True, "s.yaml", ("priorities", 0, "actions", 0, "due"))
