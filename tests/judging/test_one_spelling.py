"""Posts and bodies in several spellings are one in a standing: the spelling that most of the files have."""

from datetime import date

from strategy_tracker.judging.judge_record import judge_record
from strategy_tracker.judging.one_spelling import in_one_spelling
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.model.strategy import Strategy

DAY = date(2026, 1, 1)


def standing(owner, *others):
    """A strategy with one owner, and a priority, an action, a body and a measure with those of others."""
    priority, action, paper_by, measure = others
    strategy = Strategy.model_validate(
        {
            "id": "plan",
            "title": "Plan",
            "owner": owner,
            "governance": ({"body": "Children\u2019s Board", "paper_by": paper_by},),
            "priorities": (
                {"id": "a", "title": "A", "owner": priority, "actions": ({"id": "a-1", "text": "T", "owner": action},)},
                {"id": "b", "title": "B", "actions": ({"id": "b-1", "text": "T"},)},
            ),
        }
    )
    judged = judge_record(strategy, "strategies/plan.yaml", DAY, DEFAULTS).strategy
    measures = Measures.model_validate({"measures": ({"id": "m", "title": "M", "unit": "count", "owner": measure},)})
    stood = judge_record(measures, "measures/m.yaml", DAY, DEFAULTS).measures
    return Standing(DAY, None, (judged,), {one.id: one for one in stood})


def owners(found):
    (strategy,) = found.strategies
    people = [strategy.owner, *(one.owner for one in strategy.priorities), *(one.owner for one in strategy.actions)]
    return [*people, *(body.paper_by for body in strategy.bodies), *(one.owner for one in found.measures.values())]


def test_every_owner_and_author_has_the_spelling_of_most():
    found = in_one_spelling(
        standing("head of parks", "Head of Parks", "Head  of Parks", "Head of Parks", "HEAD of Parks")
    )
    assert set(owners(found)) == {"Head of Parks"}


def test_what_is_inherited_is_no_vote():
    found = in_one_spelling(standing("head of parks", "Head of Parks", "Head of Parks", "A", "B"))
    assert set(owners(found)) == {"Head of Parks", "A", "B"}  # inherited twice, written once


def test_where_nothing_differs_nothing_is_made_anew():
    before = standing("A", "B", "A", "C", "A")
    assert in_one_spelling(before) is before
