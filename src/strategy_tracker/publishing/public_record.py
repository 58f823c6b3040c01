"""Makes the public version of a record: only the fields listed here are kept, so that a new one stays inside."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple, TypeVar

from strategy_tracker.comparing.differences import Difference
from strategy_tracker.model.action import Action, Milestone, Move, Update
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.measures.claim import Claim
from strategy_tracker.model.measures.groups import GroupAddress
from strategy_tracker.model.measures.judgement import MeasureJudgement
from strategy_tracker.model.measures.measure import Measure, Measures, Withdrawal
from strategy_tracker.model.measures.outlook import Forecast, LimitsOver
from strategy_tracker.model.measures.rank import Rank
from strategy_tracker.model.measures.reading import FormerValue, GroupFigure, Reading
from strategy_tracker.model.measures.rule_change import RuleChange
from strategy_tracker.model.measures.suspension import Suspension
from strategy_tracker.model.measures.target import Target
from strategy_tracker.model.measures.unit import PER, Unit
from strategy_tracker.model.meeting import Ask, MeetingRecord
from strategy_tracker.model.parts.context_table import ContextRow, ContextTable
from strategy_tracker.model.parts.phases import SchemePhase
from strategy_tracker.model.parts.pledge import Commitment, PledgeJudgement
from strategy_tracker.model.parts.survey import Survey, SurveyEdition
from strategy_tracker.model.parts.turning_points import OutsideChange, StrategyChange
from strategy_tracker.model.record import Record
from strategy_tracker.model.strategy import Body, Judgement, Priority, Strategy, Voice
from strategy_tracker.model.values import read_interval
from strategy_tracker.publishing.cells import FigureCell, told
from strategy_tracker.publishing.expected import cell_of
from strategy_tracker.publishing.marks import WITHHELD, Marks
from strategy_tracker.publishing.what_to_withhold import Plan

R = TypeVar("R", bound=Record)
M = TypeVar("M", Move, RuleChange, Withdrawal, Suspension)

KEPT: dict[type[Record], tuple[str, ...]] = {
    Strategy: (
        "id", "title", "organisation", "owner", "starts", "ends", "superseded", "plan", "source", "vision", "values",
        "aspirations", "needs", "success", "context", "links", "review_every", "measures_default", "governance",
        "pledge", "voice", "groups", "headline", "priorities", "contact", "signatories", "part_of", "letter_by",
        "surveys", "changes", "watch", "report", "outcomes", "evaluation",
    ),
    ContextTable: (),
    ContextRow: (),
    Survey: ("id", "title", "partner", "every", "editions", "feeds"),
    SurveyEdition: ("on", "cohort", "report", "meeting", "found"),
    StrategyChange: ("on", "what", "why", "approved_by"),
    OutsideChange: ("what", "since", "certainty", "by", "priorities"),
    Priority: (
        "id", "title", "group", "under", "plain", "strapline", "owner", "rationale", "see_also", "aspirations",
        "measures", "judgements", "actions", "short", "aliases", "measures_stem", "tables", "label_as_printed",
    ),
    Judgement: ("on", "rag", "note", "by", "public"),
    Action: (
        "id", "text", "kind", "owner", "partners", "measures", "starts", "due", "moved", "every", "done",
        "review_every", "milestones", "plain", "source", "updates", "drafted", "doubt",
        "stage", "phases",
    ),
    SchemePhase: ("name", "since", "months"),
    Update: (
        "on", "happened", "state", "rag", "note", "by", "approved_by", "forecast", "no_change", "drafted",
        "accepted_by", "accepted_on", "complete", "public", "undated", "doubt",
    ),
    Milestone: ("text", "due", "moved", "done", "undated", "doubt"),
    Move: ("on", "former", "to", "why", "approved_by"),
    Commitment: ("id", "text", "kind", "by", "to", "plain", "priorities", "check_in", "judgements"),
    PledgeJudgement: ("on", "kept", "by", "note", "public"),
    Body: ("body", "kind", "role", "every", "paper_by", "papers_due", "held", "next", "plural", "meets_in_public",
        "meetings", "chair", "partners", "ages", "priority", "until",
    ),
    MeetingRecord: ("held", "asks"),
    Ask: ("id", "text", "about", "resolved", "minute", "by", "due", "to_do", "actions", "done", "answer", "public"),
    Voice: ("id", "said", "by", "on", "did", "actions", "priorities"),
    Measure: (
        "id", "title", "unit", "currency", "may_exceed",
        "better", "span", "frequency", "lag", "level", "cohort", "definition", "source", "owner", "note", "code",
        "public", "by", "parts", "part_of", "of", "counts", "publish", "targets", "amber_within", "amber_from", "amber",
        "band", "green_within", "amber_if", "exceeded_by", "compared_with", "over", "level_within", "rank_within",
        "same_within", "profile", "straight_line_from", "baseline", "on_the_way", "counts_from", "benchmarks", "ranks",
        "changed", "suspended", "withdrawn", "forecasts", "rated_by", "variation", "limits_over",
        "judgements", "readings", "doubt", "source_note", "short", "headline", "claims", "uses_stem",
    ),
    Claim: ("text", "holds", "check", "source"),
    Rank: ("place", "of", "among"),
    MeasureJudgement: ("on", "rag", "note"),
    RuleChange: ("on", "target", "rule", "former", "to", "why", "approved_by"),
    Withdrawal: ("on", "approved_by"),
    Suspension: ("on", "until", "approved_by"),
    Reading: (
        "value", "symbol", "words", "by", "state", "was", "note", "source", "recorded", "drafted", "undated",
        "doubt", "source_note", "cause", "response", "low", "to", "above", "below", "position", "direction",
    ),
    GroupFigure: ("value", "symbol", "words"),
    Forecast: ("value", "on"),
    LimitsOver: ("since", "to"),
    FormerValue: ("value", "symbol", "words", "until"),
}  # fmt: skip
"""The fields of each record that may be public. Not here: notes, evidence, the halves of a fraction, and the marks."""

_NAMED = ("id", "title", "uses_stem", "unit", "better")
"""What is told of a measure that is not meant for publication."""


class Omissions(NamedTuple):
    """How many things and how many notes of a strategy are not in its public version."""

    internal: int
    notes: int


def public_record(record: R, plan: Plan, marks: Marks, *, compared: bool = False) -> R | None:
    """Make the public version of the record of a file; None where all of it is internal.

    `compared` is one of an earlier moment beside today's: what was not published then is taken to be as it is now.
    """
    if isinstance(record, Strategy):
        hidden = marks.hides(record.id, record)
        return None if hidden else public_strategy(record, marks)  # type: ignore[return-value]
    if isinstance(record, Measures):
        return record.model_copy(
            update={"measures": tuple(public_measure(one, plan, compared=compared) for one in record.measures)}
        )
    return record


def public_strategy(strategy: Strategy, marks: Marks) -> Strategy:
    """Leave out of a strategy what is internal, and words that its readers are not shown."""
    name = strategy.id
    return _kept(
        strategy,
        context=tuple(
            one for one in strategy.context if isinstance(one, str)
        ),  # nothing looks for small counts in a table
        pledge=tuple(_commitment(one, name, marks) for one in strategy.pledge),
        governance=tuple(_body(one, strategy, marks) for one in strategy.governance),
        voice=tuple(_kept(one) for one in strategy.voice if not marks.hides(name, one)),
        surveys=tuple(_kept(one, editions=tuple(map(_kept, one.editions))) for one in strategy.surveys),
        changes=tuple(map(_kept, strategy.changes)),
        watch=tuple(map(_kept, strategy.watch)),
        priorities=tuple(_priority(one, name, marks) for one in strategy.priorities if not marks.hides(name, one)),
    )


def _body(body: Body, strategy: Strategy, marks: Marks) -> Body:
    """A body with the days of its meetings, and what it was asked as far as that may be shown."""
    hidden = {one.id for one in strategy.priorities if marks.hides(strategy.id, one)}
    return _kept(
        body,
        meetings=tuple(_kept(one, asks=tuple(_asks(one, strategy, marks))) for one in body.meetings),
        priority=None if body.priority in hidden else body.priority,
    )


def _asks(meeting: MeetingRecord, strategy: Strategy, marks: Marks) -> Iterator[Ask]:
    """What was asked at a meeting and may be shown; nothing of it names an action or a priority that may not."""
    name = strategy.id
    hidden = {one.id for one in strategy.priorities if marks.hides(name, one)}
    hidden |= {a.id for one in strategy.priorities for a in one.actions if one.id in hidden or marks.hides(name, a)}
    for ask in meeting.asks:
        if marks.shows(name, ask.id, ask) and ask.about not in hidden:
            yield _kept(ask, actions=tuple(one for one in ask.actions if one not in hidden))


def left_out(strategy: Strategy, marks: Marks) -> Omissions:
    """Count what `public_strategy` leaves out of a strategy of now; figures are counted in the standing."""
    priorities = [one for one in strategy.priorities if not one.internal]
    every = [action for priority in priorities for action in priority.actions]
    actions = [action for action in every if not action.internal]
    internal = sum(one.internal for one in strategy.voice) + len(every) - len(actions)
    internal += len(strategy.priorities) - len(priorities)
    notes = sum(_says(one) and not marks.are_for_readers(one) for action in actions for one in action.updates)
    found = [one for promise in strategy.pledge for one in promise.judgements if one.note]
    notes += sum(not marks.are_for_readers(one) for one in found)
    notes += sum(not marks.are_for_readers(one) for priority in priorities for one in priority.judgements)
    return Omissions(internal, notes)


def _kept(record: R, **changed: Any) -> R:
    """A copy in which every field that is not listed has its default; fields given are as given."""
    kept = KEPT[type(record)]
    reset = {name: field.get_default() for name, field in type(record).model_fields.items() if name not in kept}
    return record.model_copy(update=reset | changed)


def _commitment(one: Commitment, strategy: str, marks: Marks) -> Commitment:
    """A commitment with what was found at its check-ins, and with the words where they are public."""

    def public(found: PledgeJudgement) -> PledgeJudgement:
        if marks.shows(strategy, one.id, found):
            return _kept(found)
        return _kept(found, public=False, note=WITHHELD if found.note else None, by=None)

    return _kept(one, judgements=tuple(map(public, one.judgements)))


def _priority(priority: Priority, strategy: str, marks: Marks) -> Priority:
    judgements = [(one, marks.shows(strategy, priority.id, one)) for one in priority.judgements]
    return _kept(
        priority,
        judgements=tuple(_judgement(one, public) for one, public in judgements),
        actions=tuple(_action(one, strategy, marks) for one in priority.actions if not marks.hides(strategy, one)),
    )


def _judgement(judgement: Judgement, public: bool) -> Judgement:
    """A judgement with its colour, and with its words where they are public."""
    return _kept(judgement) if public else _kept(judgement, public=False, note=WITHHELD, by=None)


def _action(action: Action, strategy: str, marks: Marks) -> Action:
    def moved(moves: Iterable[Move]) -> tuple[Move, ...]:
        return tuple(_kept(one) if marks.shows(strategy, action.id, one) else _without_reason(one) for one in moves)

    return _kept(
        action,
        updates=tuple(_update(one, marks.shows(strategy, action.id, one)) for one in action.updates),
        moved=moved(action.moved),
        milestones=tuple(_kept(one, moved=moved(one.moved)) for one in action.milestones),
        phases=tuple(map(_kept, action.phases)),
    )


def _without_reason(one: M) -> M:
    """A move, a change of a target or a withdrawal without its reason, if it has one."""
    return _kept(one, why=WITHHELD if one.why else None)


def _says(update: Update) -> bool:
    return bool(update.note or update.evidence)


def _update(update: Update, public: bool) -> Update:
    """An update that said something still did, or it would count as silence."""
    if public:
        return _kept(update, note=update.note or (WITHHELD if update.evidence else None))
    return _kept(update, public=False, note=WITHHELD if _says(update) else None, by=None, doubt=None)


def public_measure(measure: Measure, plan: Plan, *, compared: bool = False) -> Measure:
    """Leave out of a measure its suppressed figures; of one not meant for publication all but its name."""
    if measure.id not in plan.published:
        named = {name: getattr(measure, name) for name in _NAMED}
        return Measure.model_construct(**named)
    series = partial(_readings, measure, plan=plan, compared=compared)
    readings = series("", measure.readings)
    hidden = any(cell.measure == measure.id and not cell.series for cell in plan.suppressed)
    baseline = None if hidden or _is_unseen_count(measure, readings) else measure.baseline
    return _kept(
        measure,
        public=True,
        frequency=read_interval(measure.publish) if measure.publish else measure.frequency,
        readings=readings,
        benchmarks={name: series(name, readings) for name, readings in measure.benchmarks.items()},
        ranks={period: _kept(one) for period, one in measure.ranks.items() if may_tell_place(measure, period, plan)},
        straight_line_from=None if hidden else measure.straight_line_from,
        baseline=baseline,
        on_the_way=measure.on_the_way if baseline or not measure.baseline else None,
        forecasts=_forecasts(measure, plan),
        judgements=() if hidden else tuple(map(_without_note, measure.judgements)),
        changed=tuple(map(_without_reason, measure.changed)),
        targets={period: _target(one) for period, one in measure.targets.items()},
        suspended=_without_reason(measure.suspended) if measure.suspended else None,
        withdrawn=_without_reason(measure.withdrawn) if measure.withdrawn else None,
    )


def _without_note(one: MeasureJudgement) -> MeasureJudgement:
    """What somebody judged of a measure no figure of which is withheld, without the words."""
    return _kept(one, note=WITHHELD if one.note else None)


def _target(target: Target) -> Target:
    """A target without the reason for which it is suspended."""
    return target.model_copy(update={"suspended": _without_reason(target.suspended)}) if target.suspended else target


def _forecasts(measure: Measure, plan: Plan) -> dict[Period, tuple[Forecast, ...]]:
    found = {
        period: tuple(_kept(one) for one in forecasts if cell_of(measure, period, one) in plan.forecasts)
        for period, forecasts in measure.forecasts.items()
    }
    return {period: forecasts for period, forecasts in found.items() if forecasts}


def may_tell_place(measure: Measure, period: Period, plan: Plan) -> bool:
    """Whether the public may see a place among others: it tells of a figure, and that one must be shown.

    Where there is no figure for the period, none may be withheld of the measure at all.
    """
    cell = FigureCell(measure.id, "", period.start, period.end)
    here = [reading for other, reading in measure.readings.items() if other[2:] == period[2:]]
    if here:
        return all(told(reading, measure.unit) in plan.shown.get(cell, ()) for reading in here)
    return not any(one.measure == measure.id and not one.series for one in (*plan.suppressed, *plan.absent))


def _is_unseen_count(measure: Measure, shown: Mapping[Period, Reading]) -> bool:
    """Whether the baseline counts people and is none of the figures that are shown: no rule has looked at it."""
    start = measure.baseline.known if measure.baseline else None
    if start is None or not measure.is_about_people or (measure.unit in PER and measure.of is None):
        return False
    return all(period.end != start.on.last or one.value != start.value for period, one in shown.items())


def _readings(
    measure: Measure, name: str, readings: Mapping[Period, Reading], *, plan: Plan, compared: bool
) -> dict[Period, Reading]:
    found = {}
    for period, reading in readings.items():
        cell = FigureCell(measure.id, name, period.start, period.end)
        shown = plan.shown.get(cell, frozenset())
        if told(reading, measure.unit) in shown:
            found[period] = _shown(reading, measure.unit, shown)
        elif compared and cell in plan.now:
            found[period] = _shown(plan.now[cell], measure.unit, shown)
        elif cell not in plan.absent:
            found[period] = SUPPRESSED
        if period in found and reading.by:
            by = _groups(measure, period, reading, plan, compared=compared)
            found[period] = found[period].model_copy(update={"by": by})
    return found


def _groups(
    measure: Measure, period: Period, reading: Reading, plan: Plan, *, compared: bool
) -> dict[str, dict[str, GroupFigure]]:
    """The figures of groups beside a reading, each as far as it may be shown."""

    def public(by: str, group: str, figure: GroupFigure) -> GroupFigure:
        cell = FigureCell(str(GroupAddress(measure.id, by, group)), "", period.start, period.end)
        held = figure.as_reading()
        if told(held, measure.unit) not in plan.shown.get(cell, ()):
            if not compared or cell not in plan.now:
                return GroupFigure.model_construct(symbol="c")
            held = plan.now[cell]
        amount = told(held, measure.unit)
        value = amount if isinstance(amount, Decimal) else held.value
        return GroupFigure.model_construct(value=value, symbol=held.symbol, words=held.words)

    return {by: {name: public(by, name, one) for name, one in groups.items()} for by, groups in reading.by.items()}


SUPPRESSED = Reading.model_construct(symbol="c")
"""A reading that says only that it is suppressed: no day, no state, no note."""


def _shown(reading: Reading, unit: Unit, values: Collection[object]) -> Reading:
    """A reading as it is rated, without the two halves of its fraction; a share of nothing stays one.

    Of its former values those stay that were published.
    """
    former = tuple(
        _kept(one, value=one.amount(unit), numerator=None, denominator=None)
        for one in reading.was
        if told(one, unit) in values
    )
    if reading.denominator == 0:
        return reading.model_copy(update={"was": former, "by": {}})
    amount = told(reading, unit)
    return _kept(reading, value=amount if isinstance(amount, Decimal) else reading.value, was=former, by={})


_WORDED = ("reworded", "detail")
"""Kinds of change that show words as they were; somebody may have had a reason to change them."""


def public_changes(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Leave out of changes the settings, which are nobody's progress, and the former words of a text."""
    kept = (one for one in found if one.kind != "settings")
    return tuple(one._replace(before=WITHHELD) if one.kind in _WORDED and one.before else one for one in kept)
