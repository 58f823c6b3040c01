"""A body's words stand in our sentences, and never in what somebody wrote."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.briefing.own_words import MARK, Vocabulary, protect, protect_record, unprotect, vocabulary_of
from strategy_tracker.model.dates.period import MARCH
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.names.labels import label, phrase
from strategy_tracker.model.strategy import Strategy

WORDS = {
    "priority": "Theme",
    "action": "Commitment",
    "measure": "KPI",
    "red": "Off track",
    "grey": "No view",
    "blue": "Done",
    "in-progress": "Under way",
    "stopped": "Cancelled",
}
OURS = Vocabulary(WORDS)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Of 94 actions, 19 are complete and 3 red.", "Of 94 commitments, 19 are done and 3 off track."),
        ("Actions by priority", "Commitments by theme"),
        ("66 without a colour", "66 no view"),
        ("Each action of a priority", "Each commitment of a theme"),
        ("An action that recurs", "A commitment that recurs"),
        ("The action's due date", "The commitment's due date"),
        ("last said to be in progress", "last said to be under way"),
        ("in-progress, red: [No]", "under way, off track: [No]"),
        ("2 measures; a measure", "2 KPIs; a KPI"),
        ("Paused (grey)", "Paused (no view)"),
    ],
)
def test_our_words_are_said_as_the_body_says_them(ours, theirs):
    assert OURS.say(ours) == theirs


@pytest.mark.parametrize(
    "text",
    [
        "no corrective action recorded",
        "work has stopped for now",
        "priority-01 (action-plan)",
        "measures/action.yaml",
        "tired, coloured, reactions, redacted",
        "a commit named 'red'",
    ],
)
def test_what_only_looks_like_our_words_stays(text):
    assert OURS.say(text) == text


@given(st.lists(st.sampled_from(["red", "Red", "an action", "priorities", "x", "'", "-", " ", "complete", "é", "!"])))
def test_what_somebody_wrote_comes_out_as_it_went_in(parts):
    text = "".join(parts)
    assert OURS.say(OURS.protect(text)) == text
    assert unprotect(OURS.protect(text)) == text


def test_a_word_in_a_note_stays_beside_the_same_word_of_ours():
    assert OURS.say(f"red: {OURS.protect('Red tape delays the action')}") == "off track: Red tape delays the action"


@pytest.mark.parametrize(
    ("one", "many"),
    [("Strand", "strands"), ("Duty", "duties"), ("Focus", "focuses"), ("Day", "days"), ("Wish", "wishes")],
)
def test_several_are_worked_out_from_one(one, many):
    assert Vocabulary({"priority": one}).say("2 priorities") == f"2 {many}"


def test_a_word_for_several_may_be_given():
    assert Vocabulary({"priority": "Aim", "priorities": "Goals"}).say("1 priority, 2 priorities") == "1 aim, 2 goals"


def test_words_can_change_places():
    assert Vocabulary({"complete": "delivered", "delivered": "complete"}).say("1 complete, 2 delivered") == (
        "1 delivered, 2 complete"
    )


def test_a_label_by_itself_is_as_the_body_wrote_it():
    assert OURS.label("red") == "Off track"
    assert OURS.label("amber") == "amber"


def test_every_free_text_of_a_record_is_marked_and_nothing_else():
    strategy = Strategy.model_validate(
        {
            "id": "red",
            "title": "Action plan",
            "vision": "Less red tape",
            "values": ("Red", {"name": "Kind", "text": "No measure of worth"}),
            "priorities": (
                {
                    "id": "action",
                    "title": "Priority one",
                    "measures": "red",
                    "actions": (
                        {
                            "id": "a",
                            "text": "x",
                            "partners": "Red Cross",
                            "updates": ({"on": "2025-01-01", "state": "complete", "rag": "red"},),
                        },
                    ),
                },
            ),
        }
    )
    own = protect_record(strategy, WORDS)
    assert repr(own).replace(repr(MARK)[1:-1], "") == repr(strategy)
    assert own.id == "red"
    assert own.title == f"A{MARK}ction plan"
    assert own.vision == (f"Less r{MARK}ed tape",)
    assert [value.name for value in own.values] == [f"R{MARK}ed", "Kind"]
    (priority,) = own.priorities
    assert (priority.id, priority.measures, priority.title) == ("action", ("red",), f"P{MARK}riority one")
    (action,) = priority.actions
    assert action.partners == (f"R{MARK}ed Cross",)
    assert action.updates == strategy.priorities[0].actions[0].updates


def test_the_names_of_benchmarks_are_marked_wherever_they_stand():
    given = {
        "id": "m",
        "title": "M",
        "unit": "percent",
        "better": "higher",
        "benchmarks": {"Red": {"2024/25": Decimal(1)}},
    }
    measures = Measures.model_validate(
        {"measures": (given | {"compared_with": "Red", "readings": {}},)}, context={"year_end": MARCH}
    )
    (own,) = protect_record(measures, WORDS).measures
    assert own.compared_with == next(iter(own.benchmarks)) == f"R{MARK}ed"


def test_a_record_without_such_words_is_the_same_record():
    strategy = Strategy.model_validate({"id": "red", "title": "Plain"})
    assert protect_record(strategy, WORDS) is strategy


def test_a_body_without_words_of_its_own_changes_nothing():
    assert vocabulary_of({}) is None
    assert protect("red", {}) == "red"
    assert protect(None, WORDS) is None
    strategy = Strategy.model_validate({"id": "red", "title": "Red"})
    assert protect_record(strategy, {}) is strategy


def test_a_label_is_replaced_as_a_whole_with_what_fills_it():
    own = Vocabulary({"answerable": "Verantwortlich: {owner}", "priority": "Ziel"}, "de")
    assert own.say(label("answerable", owner="Head of Parks")) == "Verantwortlich: Head of Parks"
    assert own.say(label("actions-by-priority")) == "Actions by Ziel"
    assert own.label("Answerable: {owner}.") == "Verantwortlich: {owner}"


def test_no_english_plural_and_no_small_letter_is_put_on_a_word_of_another_language():
    own = Vocabulary({"priority": "Ziel", "action": "Maßnahme", "actions": "Maßnahmen"}, "de")
    assert own.say("3 priorities, 2 actions of a priority") == "3 Ziel, 2 Maßnahmen of a Ziel"
    assert Vocabulary({"priority": "محور"}).say("3 priorities") == "3 محور"
    assert Vocabulary({"priority": "Aim"}, "en-IE").say("3 priorities") == "3 aims"


def test_a_title_that_is_a_heading_of_ours_stays():
    own = Vocabulary({"owner": "Post"})
    assert own.label(own.protect("Owner").replace(MARK, "")) == "Post"
    assert own.label(own.protect("Owner")) == "Owner"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("as at 4 October 2022", "as at 4. Oktober 2022"),
        ("due in October 2022; expected May 2023", "due in Oktober 2022; expected May 2023"),
        ("it may 2 be; October", "it may 2 be; October"),
        ("no better", "no better"),
    ],
)
def test_dates_and_directions_are_said_as_the_body_says_them(ours, theirs):
    own = Vocabulary({"october": "Oktober", "date": "{day}. {month} {year}", "better": "besser"}, "de")
    assert own.say(ours) == theirs
    assert own.say(own.protect(ours)) == ours


def test_a_direction_is_said_as_the_body_says_it_whether_or_not_it_has_the_sentence_around_it():
    told = phrase("way-and-figures", way=phrase("better"), figures="3 in 2022")
    assert told == "better: 3 in 2022"
    assert Vocabulary({"better": "gwell"}, "cy").say(told) == "gwell: 3 in 2022"
    assert Vocabulary({"way-and-figures": "{figures} ({way})"}, "cy").say(told) == "3 in 2022 (better)"
    assert Vocabulary({"better": "gwell"}, "cy").say(label("better")) == "Gwell"


def test_what_somebody_wrote_in_brackets_is_not_filled_in():
    told = phrase("way-and-figures", way="{figures}", figures="3")
    assert told == "{figures}: 3"


def test_a_sentence_made_of_sentences_is_said_part_by_part():
    own = Vocabulary(
        {"overdue-by": "{date} oedd y dyddiad: {days} yn ôl", "day": "diwrnod", "days": "diwrnod", "red": "coch"}, "cy"
    )
    words = phrase("late-is-red", told=phrase("overdue-by", days="2 days", date="2026-03-31"), limit="one month")
    assert own.say(words) == "2026-03-31 oedd y dyddiad: 2 diwrnod yn ôl, more than one month late is coch"
    assert own.say(label("overdue-by", days="2 days", date="Mawrth")) == "Mawrth oedd y dyddiad: 2 diwrnod yn ôl"


def test_the_name_of_a_bracket_is_no_word_of_ours():
    assert Vocabulary({"measures": "KPIs"}).say(label("public-measures", measures="A and B")).startswith("A and B are")


def test_what_stands_for_words_that_are_withheld_is_ours():
    own = Vocabulary({"not-published": "ni chyhoeddwyd"}, "cy")
    record = protect_record(Strategy(id="s", title="T", note="not published"), {"not-published": "ni chyhoeddwyd"})
    withheld = record.model_copy(update={"note": phrase("not-published")})
    assert own.say(own.protect_record(withheld).note) == "ni chyhoeddwyd"
    assert own.say(record.note) == "not published"
