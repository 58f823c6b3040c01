"""Takes from a strategy what it says of itself beyond its actions and measures, as it was known on a day."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from strategy_tracker.judging.surveys import known_editions, next_edition
from strategy_tracker.model.action import Stage
from strategy_tracker.model.audit import Audit
from strategy_tracker.model.phases import SchemePhase
from strategy_tracker.model.strategy import Body, Link, Strategy, Value
from strategy_tracker.model.survey import Survey
from strategy_tracker.model.turning_points import OutsideChange, StrategyChange


class SurveyAbout(NamedTuple):
    """A survey with only its known editions, the newest first; `again` says how often and when it is held again."""

    survey: Survey
    again: str


class PriorityAbout(NamedTuple):
    """How else a priority is called, and the titles of those it belongs with."""

    title: str
    aliases: tuple[str, ...]
    see_also: tuple[str, ...]


class StrategyAbout(NamedTuple):
    """What a strategy says of itself: `stages` are texts of its actions, `phases` the runs of each scheme by its text.

    Titles of priorities are by id.
    """

    contact: str | None = None
    signatories: tuple[str, ...] = ()
    part_of: str | None = None
    letter_by: str | None = None
    values: tuple[Value, ...] = ()
    aspirations: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    bodies: tuple[Body, ...] = ()
    surveys: tuple[SurveyAbout, ...] = ()
    audits: tuple[Audit, ...] = ()
    changes: tuple[StrategyChange, ...] = ()
    watch: tuple[OutsideChange, ...] = ()
    priorities: tuple[PriorityAbout, ...] = ()
    stages: Mapping[Stage, tuple[str, ...]] = {}
    phases: Mapping[str, tuple[SchemePhase, ...]] = {}
    titles: Mapping[str, str] = {}


def about_strategy(strategy: Strategy, today: date) -> StrategyAbout:
    """Take what a strategy says of itself; what is dated after `today` was not known yet."""
    titles = {one.id: one.title for one in strategy.priorities}
    actions = [action for priority in strategy.priorities for action in priority.actions]
    stages = dict.fromkeys(action.stage for action in actions if action.stage)
    return StrategyAbout(
        contact=strategy.contact,
        signatories=strategy.signatories,
        part_of=strategy.part_of,
        letter_by=strategy.letter_by,
        values=strategy.values,
        aspirations=strategy.aspirations,
        needs=strategy.needs,
        context=strategy.context,
        links=strategy.links,
        bodies=strategy.governance,
        surveys=tuple(
            SurveyAbout(one.model_copy(update={"editions": known_editions(one, today)}), next_edition(one, today))
            for one in strategy.surveys
        ),
        audits=tuple(one for one in strategy.audits if one.on is None or one.on.first <= today),
        changes=tuple(one for one in strategy.changes if one.on.first <= today),
        watch=strategy.watch,
        priorities=tuple(
            PriorityAbout(one.title, one.aliases, tuple(titles[name] for name in one.see_also if name in titles))
            for one in strategy.priorities
            if one.aliases or any(name in titles for name in one.see_also)
        ),
        stages={stage: tuple(one.text for one in actions if one.stage == stage) for stage in stages},
        phases={one.text: one.phases for one in actions if one.phases},
        titles=titles,
    )
