"""Ids are unique, references inside a strategy lead somewhere, no action stands twice."""

from strategy_tracker.checks.ids import ids_are_unique, references_exist, texts_differ
from strategy_tracker.model.named import items

from .builder import action, found, priority, strategy

EVERYTHING = {
    "groups": [{"id": "g", "title": "G"}],
    "pledge": [{"id": "p", "text": "P", "priorities": ["safe"]}],
    "voice": [{"id": "v", "said": "V", "actions": ["safe-01"], "priorities": ["safe"]}],
}


def test_everything_with_an_id_is_listed_in_the_order_of_the_file():
    assert [item.id for item in items(strategy(action(), **EVERYTHING))] == ["g", "p", "v", "safe", "safe-01"]


def test_different_ids_are_fine():
    assert found(ids_are_unique, strategy(action("a"), action("b"), **EVERYTHING)) == []


def test_the_later_of_two_equal_ids_is_told():
    assert found(ids_are_unique, strategy(action("a"), action("b"), action("a"))) == [
        ("duplicate-id", "priorities.0.actions.2.id")
    ]


def test_an_id_names_one_thing_whatever_kinds_the_two_are():
    pledge = [{"id": "safe", "text": "P"}, {"id": "safe-01", "text": "Q"}]
    assert found(ids_are_unique, strategy(action(), pledge=pledge)) == [
        ("duplicate-id", "priorities.0.id"), ("duplicate-id", "priorities.0.actions.0.id"),
    ]  # fmt: skip


def test_the_message_names_what_has_the_id_already():
    [item] = ids_are_unique(strategy(action("a"), action("a")), None, None)
    assert item.message == "'a' is also the id of an action above"
    [item] = ids_are_unique(strategy(action("safe")), None, None)
    assert item.message == "'safe' is also the id of a priority above"


def test_references_that_lead_somewhere_are_fine():
    priorities = [priority("safe", action(), group="g", see_also=["heard"]), priority("heard")]
    assert found(references_exist, strategy(**EVERYTHING, priorities=priorities)) == []


def test_every_reference_that_leads_nowhere_is_told():
    given = strategy(
        pledge=[{"id": "p", "text": "P", "priorities": ["safe", "x"]}],
        voice=[{"id": "v", "said": "V", "actions": ["x"], "priorities": ["safe-01"]}],
        priorities=[priority("safe", action(), group="safe", see_also=["x"])],
    )
    assert found(references_exist, given) == [
        ("unknown-reference", "priorities.0.group"),
        ("unknown-reference", "priorities.0.see_also.0"),
        ("unknown-reference", "pledge.0.priorities.1"),
        ("unknown-reference", "voice.0.actions.0"),
        ("unknown-reference", "voice.0.priorities.0"),
    ]


def test_actions_that_say_different_things_are_fine():
    assert found(texts_differ, strategy(action("a", text="Visit"), action("b", text="Visit often"))) == []


def test_the_same_words_in_another_case_or_spacing_are_the_same():
    priorities = [
        priority("a", action("b", text="Visit every child")),
        priority("c", action("d", text=" visit  Every\nchild")),
    ]
    assert found(texts_differ, strategy(priorities=priorities)) == [("same-text", "priorities.1.actions.0.text")]
