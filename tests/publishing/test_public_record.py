"""Only what is listed is public: a new field, an owner's word and an internal action stay inside."""

from datetime import date

import pytest

from strategy_tracker.judging.strategy_standing import stand_strategy
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.publishing.marks import WITHHELD, marks
from strategy_tracker.publishing.memory import Memory
from strategy_tracker.publishing.public_record import KEPT, left_out, public_measure, public_record
from strategy_tracker.publishing.what_to_withhold import Plan, plan
from tests.judging.measure_builder import as_read, measure

from .test_what_to_withhold import T

INSIDE = {
    "Strategy": {"note", "internal", "audits"},
    "ContextTable": {"title", "as_of", "total", "rows", "damaged"},
    "ContextRow": {"label", "n", "percent"},
    "Survey": {"note"},
    "SurveyEdition": {"asked", "responses"},
    "StrategyChange": set(),
    "OutsideChange": {"note"},
    "SchemePhase": {"note"},
    "Claim": set(),
    "Priority": {"internal"},
    "Judgement": {"internal"},
    "Action": {"note", "internal", "source_note"},
    "Update": {"digests", "evidence", "internal", "source_note", "resolution"},
    "Milestone": set(),
    "Move": {"internal", "resolution"},
    "RuleChange": {"resolution"},
    "Body": {"asks_before", "grace", "note"},
    "Commitment": set(),
    "PledgeJudgement": {"internal"},
    "Voice": {"internal"},
    "Measure": set(),
    "Reading": {"numerator", "denominator"},
    "GroupFigure": {"numerator", "denominator"},
    "FormerValue": {"numerator", "denominator", "why"},
    "Withdrawal": {"why", "resolution"},
    "MeasureJudgement": {"by"},
    "Suspension": {"why", "resolution"},
    "Rank": set(),
    "MeetingRecord": {"paper"},
    "Ask": {"approved", "internal"},
    "Forecast": {"by", "note"},
    "LimitsOver": set(),
}
NOTHING = Plan()
SECRET = "Jo told us"


def strategy(*actions, **more):
    tree = {"id": "s", "title": "S", "priorities": [{"id": "p", "title": "P", "actions": list(actions), **more}]}
    return Strategy.model_validate(as_read(tree))


def action(**more):
    return {"id": "a", "text": "Act", **more}


def update(**more):
    return {"on": "2022-05-01", "state": "in-progress", **more}


def public(record, now=None):
    found = marks([now or record])
    return public_record(record, NOTHING, found if now is None else found._replace(earlier=True))


@pytest.mark.parametrize("record", KEPT, ids=lambda one: one.__name__)
def test_somebody_has_decided_about_every_field(record):
    assert set(record.model_fields) - set(KEPT[record]) == INSIDE[record.__name__]


def test_every_note_that_is_not_marked_public_is_withheld_and_said_to_be():
    told = update(rag="red", note=SECRET, by="Head", evidence=[SECRET], forecast="2022-12", approved_by="Board")
    moved = {"on": "2022-05-02", "from": "2022-04-01", "why": SECRET, "approved_by": "Board"}
    inside = strategy(
        action(note=SECRET, updates=[told], moved=[moved], milestones=[{"text": "Venue", "moved": [moved]}]),
        judgements=[{"on": "2022-05-01", "note": SECRET, "by": "Head"}],
    )
    found = public(inside)
    assert SECRET not in repr(found)
    one = found.priorities[0].actions[0]
    assert (one.updates[0].note, one.updates[0].by, one.updates[0].evidence) == (WITHHELD, None, ())
    assert (one.moved[0].why, one.moved[0].approved_by) == (WITHHELD, "Board")
    assert (str(one.updates[0].forecast), one.updates[0].approved_by) == ("2022-12", "Board")
    assert left_out(inside, marks([inside])) == (0, 2)


def said_to_a_committee(**mark):
    """A strategy in which an update, a judgement and two moves have words, all of one mark."""
    moved = {"on": "2022-05-02", "from": "2022-04-01", "why": SECRET, **mark}
    return strategy(
        action(updates=[update(note=SECRET, by="Head", **mark)], moved=[moved],
               milestones=[{"text": "Venue", "moved": [moved]}]),
        judgements=[{"on": "2022-05-01", "note": SECRET, **mark}],
    )  # fmt: skip


def test_a_committee_that_meets_in_public_is_shown_all_words_that_are_not_internal():
    inside, shut = said_to_a_committee(), said_to_a_committee(internal=True)
    found = public_record(inside, NOTHING, marks([inside], in_public=True))
    assert repr(found).count(SECRET) == 4
    assert found.priorities[0].actions[0].updates[0].by == "Head"
    assert left_out(inside, marks([inside], in_public=True)) == (0, 0)
    assert SECRET not in repr(public_record(shut, NOTHING, marks([shut], in_public=True)))
    assert left_out(shut, marks([shut], in_public=True)) == (0, 2)


@pytest.mark.parametrize("now", [said_to_a_committee(internal=True), strategy(action())], ids=["internal", "gone"])
def test_a_committee_is_not_shown_earlier_words_that_are_internal_or_gone_today(now):
    then = said_to_a_committee()
    found = marks([now], in_public=True)._replace(earlier=True)
    assert SECRET not in repr(public_record(then, NOTHING, found))
    same = marks([then], in_public=True)._replace(earlier=True)
    assert repr(public_record(then, NOTHING, same)).count(SECRET) == 4


def test_words_marked_both_public_and_internal_stay_inside():
    inside = strategy(action(updates=[update(note=SECRET, public=True, internal=True)]))
    assert SECRET not in repr(public(inside))


def test_a_move_without_a_reason_withholds_none():
    moved = {"on": "2022-05-02", "from": "2022-04-01"}
    assert public(strategy(action(moved=[moved]))).priorities[0].actions[0].moved[0].why is None


def test_a_note_marked_public_is_published_with_its_post_but_not_its_evidence():
    found = public(strategy(action(updates=[update(note="Done", by="Head", evidence=[SECRET], public=True)])))
    one = found.priorities[0].actions[0].updates[0]
    assert (one.note, one.by, one.evidence) == ("Done", "Head", ())


def test_a_public_judgement_keeps_its_words():
    found = public(strategy(judgements=[{"on": "2022-05-01", "note": "Good", "by": "Head", "public": True}]))
    assert found.priorities[0].judgements[0].note == "Good"


@pytest.mark.parametrize(("mark", "note", "by"), [({}, WITHHELD, None), ({"public": True}, SECRET, "Forum")])
def test_what_was_found_of_a_promise_is_told_with_its_words_where_they_are_public(mark, note, by):
    found = {"on": "2022-05-01", "kept": "no", "note": SECRET, "by": "Forum", **mark}
    inside = Strategy.model_validate(
        as_read({"id": "s", "title": "S", "pledge": [{"id": "c", "text": "C", "judgements": [found]}]})
    )
    one = public(inside).pledge[0].judgements[0]
    assert (one.kept, one.note, one.by) == ("no", note, by)
    assert left_out(inside, marks([inside])) == (0, 0 if mark else 1)


@pytest.mark.parametrize("told", [update(note=SECRET), update(evidence=[SECRET]), update()])
def test_withholding_a_note_changes_no_colour_and_no_clock(told):
    inside = strategy(action(updates=[told, update(on="2022-01-01", note=SECRET)]))
    stood = [stand_strategy(one, date(2022, 8, 30), DEFAULTS, "f").actions[0] for one in (inside, public(inside))]
    assert stood[0].rating == stood[1].rating
    assert stood[0].review == stood[1].review


@pytest.mark.parametrize(
    "inside",
    [
        strategy(action(text=SECRET, internal=True)),
        strategy(action(text=SECRET), internal=True),
        Strategy.model_validate({"id": "s", "title": "S", "voice": ({"id": "v", "said": SECRET, "internal": True},)}),
    ],
)
def test_what_is_marked_internal_is_not_there_and_is_counted(inside):
    assert SECRET not in repr(public(inside))
    assert left_out(inside, marks([inside])).internal == 1


def test_an_internal_strategy_is_nothing():
    inside = Strategy.model_validate({"id": "s", "title": SECRET, "internal": True})
    assert public(inside) is None


def test_what_is_internal_now_was_internal_earlier():
    now, then = strategy(action(internal=True)), strategy(action(text=SECRET))
    assert SECRET not in repr(public(then, now))
    gone = Strategy.model_validate({"id": "s", "title": "S", "internal": True})
    assert public(then, gone) is None
    assert SECRET not in repr(public(then, strategy(action(), internal=True)))


def test_public_words_that_were_taken_back_are_not_shown_again():
    then = strategy(action(updates=[update(note=SECRET, public=True)]))
    assert SECRET in repr(public(then, then))
    assert SECRET not in repr(public(then, strategy(action(updates=[update(note="Other", public=True)]))))
    assert SECRET not in repr(public(then, strategy(action(updates=[update(note=SECRET)]))))


@pytest.mark.parametrize(("reading", "left"), [(64, 1), ("c", 0)])
def test_a_judgement_leaves_without_its_words_and_none_where_a_figure_is_withheld(reading, left):
    judged = [{"on": "2022-05-01", "rag": "red", "note": SECRET, "by": SECRET}]
    one = measure(public=True, readings={"2022": reading, "2021": 50}, judgements=judged)
    made = public_measure(one, plan([one], Memory(), T, MARCH))
    assert [(one.rag, one.note, one.by) for one in made.judgements] == [("red", WITHHELD, None)] * left


def test_halves_are_not_published_and_the_share_stays_exact():
    one = measure(public=True, readings={"2022": {"numerator": 20, "denominator": 60}})
    (reading,) = public_measure(one, plan([one], Memory(), T, MARCH)).readings.values()
    assert (reading.numerator, reading.denominator) == (None, None)
    assert str(reading.value).startswith("33.333333")


def test_a_share_of_nothing_and_a_symbol_stay_what_they_are():
    one = measure(
        public=True, readings={"2021": {"numerator": 0, "denominator": 0}, "2022": "x", "2023": {"words": "good"}}
    )
    made = public_measure(one, plan([one], Memory(), T, MARCH))
    assert list(made.readings.values()) == list(one.readings.values())


def test_a_suppressed_reading_says_nothing_else():
    told = {
        "value": 3,
        "note": SECRET,
        "source": SECRET,
        "state": "revised",
        "recorded": "2023-01-05",
        "was": [{"value": 4}],
    }
    one = measure(unit="count", public=True, readings={"2022": told}, straight_line_from={"on": "2022", "value": 3})
    made = public_measure(one, plan([one], Memory(), T, MARCH))
    (reading,) = made.readings.values()
    assert {name for name, value in reading if value} == {"symbol"}
    assert made.straight_line_from is None


LEFT_AT = {"on": "2021-12-31", "value": 30}


def test_a_baseline_is_published_where_it_is_a_figure_that_is_shown_and_nothing_is_withheld():
    def left(baseline, readings, **keys):
        given = {"unit": "count", "public": True, "on_the_way": "straight-line", **keys}
        one = measure(baseline=baseline, readings=readings, **given)
        made = public_measure(one, plan([one], Memory(), T, MARCH))
        return made.baseline is not None, made.on_the_way

    shown, withheld = (True, "straight-line"), (False, None)
    assert left(LEFT_AT, {"2021": 30, "2022": 40}) == shown
    assert left(LEFT_AT, {"2021": 31, "2022": 40}) == withheld
    assert left(LEFT_AT, {"2021": 30, "2022": 3}) == withheld
    assert left(LEFT_AT, {"2022": 40}, counts="events") == shown
    assert left(LEFT_AT, {"2022": 40}, unit="percent") == shown
    assert left({"expected": "2030"}, {"2022": 40}) == shown


RANKED = {"place": 4, "of": 32, "in": "family group"}


def test_the_place_of_a_withheld_figure_is_withheld_with_it():
    one = measure(unit="count", public=True, readings={"2021": 30, "2022": 3}, ranks={"2021": RANKED, "2022": RANKED})
    made = public_measure(one, plan([one], Memory(), T, MARCH))
    assert [period.text for period in made.ranks] == ["2021"]


def test_a_place_without_a_figure_is_published_where_no_figure_of_the_measure_is_withheld():
    whole = measure(unit="count", public=True, readings={"2021": 30}, ranks={"2022": RANKED})
    some = measure(unit="count", public=True, readings={"2021": 3}, ranks={"2022": RANKED})
    quarters = measure(
        unit="count", public=True, publish="year", readings={"2022/23 Q1": 30}, ranks={"2022/23 Q1": RANKED}
    )
    kept = [len(public_measure(one, plan([one], Memory(), T, MARCH)).ranks) for one in (whole, some, quarters)]
    assert kept == [1, 0, 0]


def test_of_an_earlier_moment_only_what_was_published_is_shown_and_else_what_holds_now():
    now = measure(unit="count", public=True, readings={"2022": 40, "2023": 3})
    then = measure(unit="count", public=True, readings={"2022": 30, "2023": 20, "2021": 50})
    made = plan([now], Memory(), T, MARCH)
    shown = {str(period): reading.value for period, reading in public_measure(then, made).readings.items()}
    assert shown == {"2022": None, "2023": None, "2021": None}
    beside = public_measure(then, made, compared=True).readings.items()
    assert {str(period): reading.value for period, reading in beside} == {"2022": 40, "2023": None, "2021": None}


def test_a_measure_published_by_the_year_is_expected_by_the_year():
    one = measure(unit="count", public=True, frequency="month", publish="year", readings={"2022-04": 30, "2022": 50})
    made = public_measure(one, plan([one], Memory(), T, MARCH))
    assert (str(made.frequency), [str(period) for period in made.readings]) == ("year", ["2022"])


def test_a_suspension_leaves_without_its_reason():
    one = {"on": "2022-05-01", "why": SECRET, "approved_by": "Board"}
    held = measure(
        unit="count", public=True, suspended=one, targets={"2022/23": {"value": 5, "suspended": one}}, readings={}
    )
    made = public_measure(held, plan([held], Memory(), T, MARCH))
    (target,) = made.targets.values()
    assert [(told.why, told.approved_by) for told in (made.suspended, target.suspended)] == [(WITHHELD, "Board")] * 2


def asked(*asks, role="reviews"):
    meetings = [{"held": "2022-05-01", "paper": "may", "asks": list(asks)}]
    priorities = [{"id": "p", "title": "P", "actions": [action(), action(id="b", internal=True)]}]
    tree = {"id": "s", "title": "S", "governance": [{"body": "Board", "meetings": meetings}], "priorities": priorities}
    return Strategy.model_validate(as_read(tree))


def test_of_what_a_body_was_asked_the_public_sees_what_is_marked_public_and_every_day_it_met():
    one = asked({"id": "x", "text": "Agree"}, {"id": "y", "text": "Note", "public": True})
    (meeting,) = public(one).governance[0].meetings
    assert (meeting.held.text, meeting.paper, [ask.id for ask in meeting.asks]) == ("2022-05-01", None, ["y"])


def test_what_a_public_ask_is_about_may_not_name_an_internal_action():
    about = {"id": "x", "text": "Agree", "public": True, "about": "b"}
    through = {"id": "y", "text": "Note", "public": True, "actions": ["a", "b"]}
    (meeting,) = public(asked(about, through)).governance[0].meetings
    assert [(ask.id, ask.actions) for ask in meeting.asks] == [("y", ("a",))]


def test_an_ask_that_is_taken_back_now_is_not_shown_of_an_earlier_moment():
    one = asked({"id": "x", "text": "Agree", "public": True})
    assert public(one, now=asked({"id": "x", "text": "Agree", "internal": True})).governance[0].meetings[0].asks == ()
    assert public(one, now=one).governance[0].meetings[0].asks


def test_a_committee_that_meets_in_public_is_shown_what_it_was_asked():
    one = asked({"id": "x", "text": "Agree"}, {"id": "y", "text": "Note", "internal": True})
    shown = public_record(one, NOTHING, marks([one], in_public=True))
    assert [ask.id for ask in shown.governance[0].meetings[0].asks] == ["x"]


def test_a_table_of_people_stays_inside_and_a_body_names_no_priority_that_does():
    tree = {
        "id": "s", "title": "S", "context": ["In words", {"title": "Ages", "rows": [{"label": "Under 1", "n": 2}]}],
        "governance": [{"body": "Open group", "priority": "p"}, {"body": "Closed group", "priority": "q"}],
        "priorities": [{"id": "p", "title": "P"}, {"id": "q", "title": "Q", "internal": True}],
    }  # fmt: skip
    told = public(Strategy.model_validate(as_read(tree)))
    assert told.context == ("In words",)
    assert [one.priority for one in told.governance] == ["p", None]
