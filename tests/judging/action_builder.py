"""Strategies, actions and their standings in as few words as a test needs."""

from datetime import date
from itertools import count

from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_measures import Arrow, MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.rating import Clock, Rating
from strategy_tracker.judging.strategy_standing import stand_strategy
from strategy_tracker.judging.tally import Tally
from strategy_tracker.model.action import Action, Update
from strategy_tracker.model.settings import DEFAULTS
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.model.values import read_when
from tests.judging.measure_builder import as_read

_numbers = count(1)


class OnlyKeys:
    """A record in which any key but these is a fault."""

    def __init__(self, record, keys):
        self.record, self.keys = record, keys

    def __getattr__(self, name):
        assert name in self.keys, f"'{name}' is read, and whoever cuts files down does not know"
        return getattr(self.record, name)


def day(text):
    return date.fromisoformat(text)


def when(text):
    return read_when(text)


def update(on, state="in-progress", rag=None, **keys):
    given = {"on": on, "state": state, "rag": rag, **keys}
    return {key: value for key, value in given.items() if value is not None}


def an_update(*args, **keys):
    return Update.model_validate(update(*args, **keys))


def action(*updates, **keys):
    return {"id": f"a-{next(_numbers)}", "text": "do it", "updates": updates, **keys}


def an_action(*updates, **keys):
    return Action.model_validate(action(*updates, **keys))


def priority(*actions, **keys):
    return {"id": f"p-{next(_numbers)}", "title": "A priority", "actions": actions, **keys}


def strategy(*priorities, **keys):
    """A strategy of 2018/19 to 2019/20; a key given as None is left out."""
    given = {"id": "s", "title": "S", "starts": "2018-04-01", "ends": "2020-03-31", "review_every": "quarter", **keys}
    given = {key: value for key, value in given.items() if value is not None}
    return Strategy.model_validate(as_read({**given, "priorities": priorities}))


def stand(of: Strategy, today, settings=DEFAULTS) -> StrategyStanding:
    return stand_strategy(of, day(today) if isinstance(today, str) else today, settings, "strategies/s.yaml")


def stood(of: dict, today, settings=DEFAULTS, **keys) -> ActionStanding:
    """The standing of one action in a strategy with these keys."""
    return stand(strategy(priority(of, id="p"), **keys), today, settings).actions[0]


def clock(kind="none", due=None, days=0, words=""):
    return Clock(kind, day(due) if due else None, days, words)


def measure(id="m", colour="green", word="", late=0, owner=None):  # noqa: A002
    """A measure's standing with what a roll-up looks at."""
    nowhere = Arrow("none", "")
    late_clock = clock("passed", "2018-07-31", late, f"{late} days late") if late else clock()
    return MeasureStanding(
        id=id,
        title=f"Measure {id}",
        unit="percent",
        better="higher",
        owner=owner,
        reading=None,
        target=None,
        target_period=None,
        boundary=None,
        gap=None,
        rating=Rating(colour, word or colour, "", ""),
        short=nowhere,
        long=nowhere,
        trend=nowhere,
        comparisons=(),
        late=late_clock,
        points=(),
        notes=(),
        file="measures/m.yaml",
        route=(),
    )


def portfolio(*strategies, measures=(), today="2019-01-01") -> Standing:
    return Standing(day(today), None, tuple(strategies), {m.id: m for m in measures})


def adds_up(tally: Tally) -> bool:
    return sum(c.number for c in tally.counts) == tally.total
