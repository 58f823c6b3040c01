"""References between files: what is declared twice, what leads nowhere, and what nobody names."""

from strategy_tracker.checks.of_names.mentioned import Mentions
from strategy_tracker.checks.of_names.mentions import mentions
from strategy_tracker.checks.of_names.references import references_lead_somewhere, resolutions_fit
from strategy_tracker.model.settings import DEFAULTS
from tests.checks.builder import action, measure, measures, practice, priority, strategy


def between(complete=True, **files):
    """What the files say of each other: code, file and route."""
    given = [mentions(record, name) for name, record in files.items()]
    return [
        (item.code, item.file, ".".join(map(str, item.route))) for item in references_lead_somewhere(given, complete)
    ]


PLAN = strategy(priorities=[priority("safe", action(measures=["alone"]), measures=["dental"])])
MEASURES = measures(measure("alone"), measure("dental"))


def test_files_that_fit_together_are_fine():
    assert between(s=PLAN, m=MEASURES, p=practice("plan/safe")) == []


def test_the_order_of_the_files_is_of_no_matter():
    assert between(p=practice("plan/safe"), m=MEASURES, s=PLAN) == []


def test_a_measure_that_nobody_declares_is_told_where_it_is_named():
    assert between(s=PLAN, m=measures(measure("x"), measure("dental")))[:1] == [
        ("unknown-reference", "s", "priorities.0.actions.0.measures.0")
    ]
    assert between(s=PLAN, m=measures(measure("alone"))) == [("unknown-reference", "s", "priorities.0.measures.0")]


def test_a_priority_that_nobody_declares_is_told():
    assert between(s=PLAN, m=MEASURES, p=practice("plan/safe", "plan/heard")) == [
        ("unknown-reference", "p", "practice.0.priorities.1")
    ]


def test_a_near_miss_says_what_was_meant():
    given = [mentions(PLAN, "s"), mentions(measures(measure("alone"), measure("dentals")), "m")]
    assert next(references_lead_somewhere(given, complete=True)).help == "did you mean 'dentals'?"


def test_a_measure_that_nobody_names_is_told():
    assert between(s=strategy(), m=MEASURES) == [
        ("unused-measure", "m", "measures.0.id"), ("unused-measure", "m", "measures.1.id"),
    ]  # fmt: skip


def test_where_there_is_no_strategy_nobody_could_name_a_measure():
    assert between(m=MEASURES) == []


def test_when_a_file_could_not_be_read_nothing_is_said_to_be_missing_or_unused():
    assert between(complete=False, s=PLAN, m=measures(measure("x")), p=practice("x/y")) == []


def test_an_id_declared_twice_is_told_in_the_later_file_even_then():
    again = [("duplicate-id", "t", "id")]
    assert between(complete=False, s=strategy(), t=strategy()) == again
    assert between(s=strategy(), t=strategy()) == again
    assert between(s=strategy(), a=measures(measure("x")), b=measures(measure("x")), complete=False) == [
        ("duplicate-id", "b", "measures.0.id")
    ]
    assert between(s=strategy(), a=practice(), b=practice()) == [("duplicate-id", "b", "practice.0.id")]


def test_a_duplicate_says_where_the_other_one_is():
    twice = mentions(measures(measure("x"), measure("x")), "m")
    other = mentions(measures(measure("x")), "n")
    messages = [item.message for item in references_lead_somewhere([twice, other], complete=False)]
    assert messages == ["'x' is also the id of a measure above", "'x' is also the id of a measure in m"]


def test_the_same_id_for_different_kinds_of_things_is_fine():
    assert between(complete=False, s=strategy(id="x"), p=practice(name="x")) == []
    assert between(complete=False, m=measures(measure("x")), p=practice(name="x")) == []


def test_a_strategy_and_a_measure_are_both_asked_for_by_their_id_alone():
    assert between(complete=False, s=strategy(id="x"), m=measures(measure("x"))) == [
        ("duplicate-id", "m", "measures.0.id")
    ]
    (found,) = references_lead_somewhere(
        [mentions(measures(measure("x")), "m"), mentions(strategy(id="x"), "s")], complete=False
    )
    assert (found.file, found.message) == ("s", "'x' is also the id of a measure in m")


def test_priorities_of_two_strategies_may_share_an_id():
    assert between(s=strategy(id="one"), t=strategy(id="two")) == []


def test_settings_name_and_declare_nothing():
    assert mentions(DEFAULTS, "s") == Mentions("s", (), ())


def test_where_very_many_lead_nowhere_each_is_told_but_not_each_is_guessed():
    names = [f"dental-{n}" for n in range(200)]
    given = [
        mentions(strategy(priorities=[priority("safe", measures=names)]), "s"),
        mentions(measures(measure("dental")), "m"),
    ]
    items = [item for item in references_lead_somewhere(given, complete=True) if item.code == "unknown-reference"]
    assert len(items) == 200
    assert sum("did you mean" in item.help for item in items) == 50


def test_what_resolutions_are_about_and_what_points_to_them_is_there():
    board = {"body": "Board", "meetings": [{"held": "2025-07-12", "asks": [
        {"id": "x", "text": "Agree", "about": "safe"}, {"id": "y", "text": "Agree", "about": "dental"},
        {"id": "z", "text": "Agree", "about": "nothing"}]}]}  # fmt: skip
    plan = mentions(strategy(governance=[board]), "s")
    change = {"on": "2025-07-12", "target": "2025/26", "to": 9}
    teeth = measure(changed=[{**change, "resolution": name} for name in ("y", "plan/y", "other/y", "nothing")])
    found = [(one.code, one.route[-1]) for one in resolutions_fit([plan, mentions(measures(teeth), "m")])]
    unknown = ("resolution-unknown", "resolution")
    assert found == [("ask-about-nothing", "about"), unknown, unknown]


def test_an_approval_in_a_file_of_measures_points_to_a_minute_where_its_body_keeps_them():
    meetings = [{"held": "2018-07-12", "asks": [{"id": "x", "text": "Agree"}]}]
    plan = strategy(priorities=[priority("safe", measures=["m"])], governance=[{"body": "Board", "meetings": meetings}])
    gone = {"on": "2018-08-01", "why": "w", "approved_by": "board"}
    rule = {"on": "2018-07-11", "rule": "amber_within", "why": "w", "approved_by": "Board"}

    def told(**keys):
        return between(s=plan, m=measures(measure("m", **keys)))

    assert told(withdrawn=gone) == [("approval-without-minute", "m", "measures.0.withdrawn.approved_by")]
    assert told(withdrawn={**gone, "resolution": "x"}) == []
    assert told(changed=[rule], amber_within="5 points") == []
