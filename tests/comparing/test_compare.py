import re
from datetime import date

import pytest

from strategy_tracker.briefing.own_words import Vocabulary
from strategy_tracker.comparing.compare import compare
from strategy_tracker.comparing.differences import MomentSide
from strategy_tracker.judging.strategy_standing import stand_strategy
from strategy_tracker.model.names.labels import LABELS
from strategy_tracker.model.practice import Example
from strategy_tracker.model.settings import DEFAULTS, Settings
from strategy_tracker.model.strategy import Strategy
from tests.judging.action_builder import strategy


def side(*strategies: Strategy, day="2018-06-01", settings=DEFAULTS, examples=()):
    stood = {}
    for one in strategies:
        standing = stand_strategy(one, date.fromisoformat(day), settings, "s.yaml")
        stood |= {f"{one.id}/{action.id}": action for action in standing.actions}
    named = {example.id: example for example in examples}
    return MomentSide({one.id: one for one in strategies}, {}, stood, {}, settings, named)


def one(**keys):
    """A strategy with one priority and one action with these keys."""
    action = {"id": "a", "text": "Do it", **keys}
    return strategy({"id": "p", "title": "P", "actions": (action,)})


def kinds(old, new, **more):
    return [(found.kind, found.item) for found in compare(old, new, **more)]


def said(on="2018-05-01", state="in-progress", **keys):
    return {"on": on, "state": state, **keys}


def test_nothing_moved():
    assert compare(side(one()), side(one())) == ()
    assert kinds(side(one(updates=(said(), said("2018-05-02")))), side(one(updates=(said("2018-05-02"), said())))) == []


@pytest.mark.parametrize(
    ("before", "after", "kind", "was", "now", "why"),
    [
        ({"text": "Do one thing"}, {"text": "Do two things"}, "reworded", "Do [one thing]", "Do [two things]", ""),
        ({"owner": "A"}, {"owner": "B"}, "owner", "A", "B", ""),
        ({"kind": "practice"}, {}, "detail", "practice", "none", "kind"),
        ({"partners": ("NHS", "Schools")}, {"partners": ("NHS",)}, "detail", "NHS; Schools", "NHS", "partners"),
        ({}, {"note": "Mind the step"}, "detail", "none", "Mind the step", "note"),
        ({"note": "Mind the step"}, {"note": "Mind the gap"}, "reworded", "Mind the [step]", "Mind the [gap]", "note"),
        ({}, {"every": "month"}, "detail", "none", "month", "every"),
        (
            {"milestones": ({"text": "Booked", "due": "2018-08-01"},)},
            {"milestones": ({"text": "Booked", "due": "2018-08-01", "done": "2018-05-01"},)},
            "detail", "due 2018-08-01", "due 2018-08-01; done 2018-05-01", "milestone 'Booked'",
        ),
    ],
)  # fmt: skip
def test_a_field_that_changed(before, after, kind, was, now, why):
    found = [each for each in compare(side(one(**before)), side(one(**after))) if each.kind not in ("colour", "state")]
    assert [(each.kind, each.before, each.after, each.why) for each in found] == [(kind, was, now, why)]


def test_the_order_of_a_list_is_no_change():
    assert kinds(side(one(partners=("A", "B"))), side(one(partners=("B", "A")))) == []


@pytest.mark.parametrize(
    ("due", "moved", "why"),
    [
        ("2018-09-30", (), "30 days later; the file does not say why"),
        ("2018-09-01", (), "1 day later; the file does not say why"),
        ("2018-08-01", (), "30 days earlier; the file does not say why"),
        ("2018-08", (), "the same last day; the file does not say why"),
        (
            "2018-09-30",
            ({"on": "2018-05-01", "from": "2018-08-31", "why": "Ill", "approved_by": "Board"},),
            "30 days later; Ill; approved by Board",
        ),
        (
            "2018-09-30",
            ({"on": "2018-05-01", "from": "2018-08-31", "why": "Ill"},),
            "30 days later; Ill; no approval on record",
        ),
        (
            "2018-09-30",
            (
                {"on": "2018-06-01", "from": "2018-09-15", "why": "Snow"},
                {"on": "2018-05-01", "from": "2018-08-31", "why": "Ill", "approved_by": "Board"},
            ),
            "30 days later; to 2018-09-15: Ill; approved by Board; then to 2018-09-30: Snow; no approval on record",
        ),
        (
            "2018-09-30",
            ({"on": "2018-05-01", "from": "2018-08-31", "to": "2018-09-15", "why": "Ill", "approved_by": "Board"},),
            "30 days later; to 2018-09-15: Ill; approved by Board; then to 2018-09-30, in the file, nobody on record",
        ),
        (
            "2018-09-30",
            ({"on": "2018-06-01", "from": "2018-09-15", "to": "2018-09-30", "why": "Snow", "approved_by": "Board"},),
            "30 days later; to 2018-09-15, in the file, nobody on record; then to 2018-09-30: Snow; approved by Board",
        ),
        (
            "2018-09-30",
            ({"on": "2018-05-01", "from": "2018-08-31", "to": "2018-09-30"},),
            "30 days later; no reason on record; no approval on record",
        ),
    ],
)
def test_a_date_that_moved_says_by_how_much_why_and_who_agreed(due, moved, why):
    found = compare(side(one(due="2018-08-31")), side(one(due=due, moved=moved)))
    assert [(each.kind, each.before, each.after, each.why) for each in found] == [("due", "2018-08-31", due, why)]


def test_a_first_date_is_no_move():
    found = compare(side(one()), side(one(due="2018-08-31")))
    assert (found[0].kind, found[0].before, found[0].why) == ("due", "no date", "")


def test_a_new_update_a_changed_one_and_one_taken_away_are_told_apart():
    old = one(updates=(said(note="Half done"), said("2018-04-10", note="Begun")))
    new = one(updates=(said(note="All done"), said("2018-05-20", state="complete", note="Done", by="Head")))
    found = [each for each in compare(side(old), side(new)) if each.kind == "update"]
    assert [(each.before, each.after, each.why) for each in found] == [
        ("in-progress: [Half] done", "in-progress: [All] done", "the update of 2018-05-01 was changed afterwards"),
        ("", "complete: Done", "on 2018-05-20 by Head"),
        ("in-progress: Begun", "", "the update of 2018-04-10 was taken away"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ({}, {"updates": (said(rag="green", note="Well"),)}, "new update of 2018-05-01: Well; "),
        ({"due": "2018-05-20"}, {"due": "2018-08-31"}, "the due date was changed; "),
        ({"every": "month", "done": "2018-01-01"}, {"every": "month", "done": "2018-05-20"}, "done on another day; "),
        (
            {"due": "2018-08-31", "updates": (said(rag="red"), said("2018-04-10"))},
            {"due": "2018-08-31", "updates": (said("2018-04-10"),)},
            "an earlier update was changed or taken away; ",
        ),
        (
            {"milestones": ({"text": "A", "due": "2018-05-20"},)},
            {"milestones": ({"text": "A", "due": "2018-07-20"},)},
            "its dates or steps were changed; ",
        ),
    ],
)
def test_a_colour_that_moved_says_what_moved_it(before, after, why):
    (found,) = [each for each in compare(side(one(**before)), side(one(**after))) if each.kind == "colour"]
    assert found.why.startswith(why)


def test_a_strategy_with_other_dates_moves_colours():
    old = one(due="2018-05-20")
    new = old.model_copy(update={"superseded": None, "ends": old.starts})
    (found,) = [each for each in compare(side(old), side(new)) if each.kind == "colour"]
    assert found.why.startswith("the strategy has other dates; ")


def test_a_day_that_passed_is_told_only_where_it_is_asked_for():
    item = one(due="2018-05-20", updates=(said("2018-04-10", rag="green"),))
    before, after = side(item, day="2018-05-01"), side(item, day="2018-05-25")
    (found,) = compare(before, after)
    assert (found.kind, found.before, found.after, found.worse) == ("colour", "green", "amber, waiting", True)
    assert found.why.startswith("a date passed; ")
    assert compare(before, after, time=False) == ()


def test_better_is_better_and_grey_is_neither():
    old, new = one(due="2018-05-20"), one(due="2018-05-20", updates=(said(state="complete"),))
    (found,) = [each for each in compare(side(old), side(new)) if each.kind == "colour"]
    assert found.worse is False
    paused = one(due="2018-05-20", updates=(said(state="paused"),))
    (found,) = [each for each in compare(side(old), side(paused)) if each.kind == "colour"]
    assert found.worse is None


def test_settings_that_moved_a_colour_are_named():
    strict = Settings.model_validate({"late_is_red_after": "week"})
    item = one(due="2018-05-20")
    old, new = side(item), side(item, settings=strict)
    found = compare(old, new, side(item, settings=strict))
    assert [(each.kind, each.item) for each in found] == [("settings", "settings"), ("colour", "s/a")]
    assert found[1].why.startswith("the settings were changed; its date decides")
    reworded = one(due="2018-05-20", updates=(said(rag="red"),))
    found = compare(old, side(reworded, settings=strict), side(item, settings=strict))
    assert found[-1].why.startswith("the settings were changed, new update of 2018-05-01; ")


def test_the_year_end_is_told_as_a_day():
    (found,) = compare(side(), side(settings=Settings.model_validate({"year_end": "31 July"})))
    assert (found.before, found.after, found.why) == ("31 March", "31 July", "year end")


def test_what_came_and_went():
    old = strategy({"id": "p", "title": "P", "actions": ({"id": "a", "text": "A"},)}, {"id": "q", "title": "Q"})
    new = strategy({"id": "p", "title": "P", "actions": ({"id": "b", "text": "B"},)}, {"id": "r", "title": "R"})
    assert kinds(side(old), side(new)) == [
        ("added", "s/r"),
        ("withdrawn", "s/q"),
        ("added", "s/b"),
        ("withdrawn", "s/a"),
    ]
    assert kinds(side(), side(new)) == [("added", "s")]


def test_an_action_that_moved_keeps_its_id():
    old = strategy({"id": "p", "title": "P", "actions": ({"id": "a", "text": "A"},)}, {"id": "q", "title": "Q"})
    new = strategy({"id": "p", "title": "P"}, {"id": "q", "title": "Q", "actions": ({"id": "a", "text": "A"},)})
    (found,) = compare(side(old), side(new))
    assert (found.kind, found.before, found.after) == ("moved", "P", "Q")


def test_priorities_promises_voices_and_bodies_are_compared():
    old = strategy({"id": "p", "title": "Be seen"}, governance=({"body": "Board"},))
    new = strategy(
        {"id": "p", "title": "Be heard", "judgements": ({"on": "2018-05-01", "rag": "red", "note": "Slow"},)},
        governance=({"body": "Board", "held": "2018-05-02"},),
        pledge=({"id": "listen", "text": "We listen"},),
        superseded={"on": "2019-01-01", "by": "Another"},
    )
    assert [(each.item, each.before, each.after, each.why) for each in compare(side(old), side(new))] == [
        ("s", "none", "on 2019-01-01; by Another", "superseded"),
        ("s", "none", "held 2018-05-02", "body 'Board'"),
        ("s", "none", "We listen", "commitment 'listen'"),
        ("s/p", "Be [seen]", "Be [heard]", ""),
        ("s/p", "none", "Slow; red", "judgement '2018-05-01'"),
    ]


def test_practice_examples_are_compared():
    old, new = (Example.model_validate({"id": "e", "title": "E", "summary": text}) for text in ("Once", "Twice"))
    assert kinds(side(examples=[old]), side(examples=[new])) == [("reworded", "e")]
    assert kinds(side(), side(examples=[new])) == [("added", "e")]


def test_updates_in_another_order_are_no_change_however_many_there_are():
    every = tuple(said(f"2018-{1 + n % 12:02}-{1 + n % 28:02}", note=f"n{n}") for n in range(5_000))
    assert compare(side(one(updates=every)), side(one(updates=every[::-1]))) == ()
    new = [*every[::-1], said("2018-05-01", note="new")]
    assert kinds(side(one(updates=every)), side(one(updates=tuple(new)))) == [("update", "s/a")]


def test_of_several_updates_of_one_day_each_is_matched_with_one_and_the_rest_is_new_or_gone():
    before = side(one(updates=(said(note="one"), said(note="two"), said(note="same"))))
    after = side(one(updates=(said(note="three"), said(note="same"))))
    found = [(each.before, each.after) for each in compare(before, after) if each.kind == "update"]
    assert found == [("in-progress: [one]", "in-progress: [three]"), ("in-progress: two", "")]


def test_why_something_changed_is_said_in_the_words_of_a_body():
    words = {name: f"‹{name}›{''.join(re.findall('{.*?}', text))}" for name, text in LABELS.items()}
    own = Vocabulary(words, "cy")
    moved = {"on": "2018-05-01", "from": "2018-05-01", "why": "Ζ", "approved_by": "Η"}
    before = one(due="2018-05-01", updates=(said("2018-04-01", note="Θ"),))
    after = one(
        due="2018-07-01", moved=(moved,), updates=(said("2018-04-01", note="Θ Ι"), said(rag="red", note="Κ", by="Λ"))
    )
    found = compare(side(before), side(after))
    assert {each.kind for each in found} == {"due", "update", "colour"}
    told = " ".join(own.say(each.why) for each in found)
    assert not re.search("[A-Za-z]{2}", re.sub("‹[^›]*›", "", told)), told
