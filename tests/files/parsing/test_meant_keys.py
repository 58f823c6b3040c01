"""What is told of a key that people type and that means nothing where it stands."""

import pytest

from strategy_tracker.files.parsing.meant_keys import keys_of, meant
from strategy_tracker.model.action import Action, Update
from strategy_tracker.model.measures.measure import Measure
from strategy_tracker.model.settings import Settings
from strategy_tracker.model.strategy import Priority, Strategy


@pytest.mark.parametrize(
    ("key", "kind", "told"),
    [
        ("goals", Strategy, "did you mean 'priorities'?"),
        ("Objectives", Strategy, "did you mean 'priorities'?"),
        ("objectives", Priority, "did you mean 'aspirations'?"),
        ("outcomes", Priority, "did you mean 'aspirations'?"),
        ("end", Strategy, "did you mean 'ends'?"),
        ("end", Action, "did you mean 'due'?"),
        ("deadline", Action, "did you mean 'due'?"),
        ("start date", Action, "did you mean 'starts'?"),
        ("Key Results", Priority, "did you mean 'measures'?"),
        ("tasks", Priority, "did you mean 'actions'?"),
        ("actuals", Measure, "did you mean 'readings'?"),
        ("title", Action, "did you mean 'text'?"),
        ("colour", Update, "did you mean 'rag'?"),
    ],
)
def test_another_name_of_a_key_is_known(key, kind, told):
    assert meant(key, kind) == told


@pytest.mark.parametrize(
    ("key", "kind", "told"),
    [
        ("kpis", Strategy, "'measures' is a key of a priority"),
        ("targets", Priority, "'targets' is a key of a measure, in a file of measures/"),
        ("target", Action, "'targets' is a key of a measure, in a file of measures/"),
        ("due", Priority, "'due' is a key of an action"),
        ("vision", Priority, "'vision' is a key of the strategy itself"),
        ("year_end", Strategy, "'year_end' is a key of the settings, strategy-tracker.yaml"),
        ("status", Priority, "'rag' belongs in an item of 'judgements'"),
        ("progress", Action, "'state' belongs in an item of 'updates': 'strategy update' writes one"),
    ],
)
def test_a_key_of_something_else_is_sent_there(key, kind, told):
    assert meant(key, kind) == told


@pytest.mark.parametrize("key", ["risks", "assumptions", "depends_on", "Depends on"])
def test_what_has_no_place_goes_into_the_note_of_what_has_one(key):
    typed = key.lower().replace(" ", "_")
    assert meant(key, Action) == f"there is no place for '{typed}': say it in 'note'"
    assert meant(key, Priority) == f"there is no place for '{typed}': say it in the 'note' of the strategy"


def test_money_is_a_measure_and_a_colour_is_never_typed():
    assert "a measure with 'unit: money'" in meant("budget", Action)
    assert meant("status", Measure) == "'rag' belongs in an item of 'judgements'"
    assert meant("rag", Strategy) == meant("progress", Strategy) == meant("status", Strategy)
    assert meant("rag", Strategy).startswith("nothing is typed here: it is worked out")
    assert "never weighted or averaged" in meant("weight", Priority)


def test_a_slip_of_the_pen_is_still_a_slip_and_nonsense_lists_the_keys():
    assert meant("ownr", Strategy) == "did you mean 'owner'?"
    assert meant("colour-of-the-cover", Action) == f"the keys here are {', '.join(keys_of(Action))}"
    assert meant("owner", None) == ""


@pytest.mark.parametrize("kind", [Strategy, Priority, Action, Measure, Settings])
def test_no_answer_names_a_key_that_is_not_there(kind):
    words = ("goal", "kpi", "target", "deadline", "end", "start", "sro", "results", "formula", "mission", "direction")
    for word in words:
        told = meant(word, kind)
        if told.startswith("did you mean"):
            assert told.removeprefix("did you mean '").removesuffix("'?") in keys_of(kind)
