"""Takes from a strategy what it says of itself beyond its actions and measures, as it was known on a day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from strategy_tracker.judging.surveys import known_editions, next_edition
from strategy_tracker.model.action import Stage
from strategy_tracker.model.parts.audit import Audit
from strategy_tracker.model.parts.context_table import ContextTable
from strategy_tracker.model.parts.evaluation import EvaluationStep
from strategy_tracker.model.parts.outcomes import OutcomeDomain
from strategy_tracker.model.parts.phases import SchemePhase
from strategy_tracker.model.parts.source_report import SourceReport
from strategy_tracker.model.parts.survey import Survey
from strategy_tracker.model.parts.turning_points import OutsideChange, StrategyChange
from strategy_tracker.model.strategy import Body, Link, Strategy, Value


class SurveyAbout(NamedTuple):
    """A survey with only its known editions, the newest first; `again` says how often and when it is held again."""

    survey: Survey
    again: str


class PriorityAbout(NamedTuple):
    """How a priority is numbered in its source and called elsewhere, and the titles of those it belongs with."""

    title: str
    printed: str | None
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
    context_tables: tuple[ContextTable, ...] = ()
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
    report: SourceReport | None = None
    outcomes: tuple[OutcomeDomain, ...] = ()
    evaluation: tuple[EvaluationStep, ...] = ()


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
        context=tuple(one for one in strategy.context if isinstance(one, str)),
        context_tables=tuple(one for one in strategy.context if isinstance(one, ContextTable)),
        links=strategy.links,
        bodies=strategy.governance,
        surveys=tuple(
            SurveyAbout(one.model_copy(update={"editions": known_editions(one, today)}), next_edition(one, today))
            for one in strategy.surveys
        ),
        audits=tuple(one for one in strategy.audits if one.on is None or one.on.first <= today),
        changes=tuple(one for one in strategy.changes if one.on.first <= today),
        watch=strategy.watch,
        priorities=tuple(_priorities(strategy, titles)),
        stages={stage: tuple(one.text for one in actions if one.stage == stage) for stage in stages},
        phases={one.text: one.phases for one in actions if one.phases},
        titles=titles,
        report=strategy.report,
        outcomes=strategy.outcomes,
        evaluation=strategy.evaluation,
    )


def _priorities(strategy: Strategy, titles: Mapping[str, str]) -> Iterator[PriorityAbout]:
    """The groups and priorities that have another name, a printed number, or others that they belong with."""
    for group in strategy.groups:
        if group.label_as_printed:
            yield PriorityAbout(group.title, group.label_as_printed, (), ())
    for one in strategy.priorities:
        with_it = tuple(titles[name] for name in one.see_also if name in titles)
        if one.label_as_printed or one.aliases or with_it:
            yield PriorityAbout(one.title, one.label_as_printed, one.aliases, with_it)
