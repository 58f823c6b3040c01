"""What needs attention on a day: each thing once, under the first word that fits, in one order; and what comes next.

Every output is made from this list: the screens, papers, dashboards, messages to owners, and the form.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple, get_args

from strategy_tracker.judging.actions.need import is_or_worse
from strategy_tracker.judging.actions.words_said import correction_of, last_said
from strategy_tracker.judging.meetings.count_answers import asked_owners
from strategy_tracker.judging.standing.of_actions import ActionStanding, Inherited, MoveStanding, NeedWord
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_resolutions import ResolutionStanding
from strategy_tracker.judging.standing.of_rounds import AskedOwner
from strategy_tracker.judging.standing.of_strategies import BodyStanding, StrategyStanding
from strategy_tracker.judging.standing.owners import first_of, owners_of
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.colour import Colour
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Label, Word, phrase
from strategy_tracker.model.plain.interval import Interval

OverdueKind = Literal[
    "late",
    "waiting",
    "silent",
    "very-silent",
    "late-reading",
    "no-amber-rule",
    "missed-review",
    "late-resolution",
    "unanswered",
    "upcoming",
]
"""What somebody is asked for, and what is only to come."""
RedKind = Literal["red-measure", "red-action"]
"""What is red with no date passed: a board is told of it, and by that alone nobody is asked for a word."""
AttentionKind = Literal[OverdueKind, RedKind]

KINDS: tuple[tuple[AttentionKind, ...], ...] = (
    ("late",),
    ("red-measure",),
    ("waiting",),
    ("late-resolution",),
    ("red-action",),
    ("no-amber-rule",),
    ("late-reading", "missed-review"),
    ("unanswered",),
    ("very-silent", "silent"),
)
"""What needs attention now, in the order it is told; what stands in one bracket is told together."""
_SILENT: tuple[NeedWord, ...] = ("silent", "very-silent")
_RED = get_args(RedKind)
_ORDER = {kind: n for n, kinds in enumerate(KINDS) for kind in kinds}


class AttentionItem(NamedTuple):
    """One thing that needs attention. `kinds` are all that is true of it, the first that fits before the others.

    `item` is `strategy/action`, `strategy/ask` of what a body asked for, the id of a measure, or the name of a body;
    `text` says what it is. A measure may serve several `strategies`. An `unanswered` one is a body whose round the
    owner has not answered. `days` is how many days late it is, below 0 while it is still to come. `owner_from` says
    whose owner is asked, where an action names none. `original_due` is the first date of an action whose due date was
    moved. `owners` are all who are asked, of whom the `owner` answers. `when` is the date as its file has it, which may
    be a month or a year. `words` say what is asked and why, `why` what a board must know of it; `colour` and `word` are
    its rating. What `is_over` belongs to strategies that have ended or have not begun: nobody is asked about it.
    `of` is the action or measure itself.
    """

    kinds: tuple[AttentionKind, ...]
    owner: str | None
    strategies: tuple[str, ...]
    item: str
    text: str
    due: date | None
    days: int
    words: str
    owner_from: Inherited | None = None
    original_due: date | None = None
    owners: tuple[str, ...] = ()
    when: str = ""
    thing: Literal["action", "measure", "meeting", "ask"] = "action"
    colour: Colour = "grey"
    word: str = ""
    why: tuple[str, ...] = ()
    is_over: bool = False
    of: ActionStanding | MeasureStanding | None = None

    @property
    def kind(self) -> AttentionKind:
        """The first word that fits it: under this a board is told of it."""
        return self.kinds[0]

    @property
    def asked(self) -> OverdueKind | None:
        """What somebody is asked for first; None where it is red or over and nobody is asked for a word."""
        if self.is_over:
            return None
        return next((kind for kind in self.kinds if kind not in _RED), None)  # type: ignore[misc]

    @property
    def said(self) -> str | None:
        """The last thing that was said of it, whatever it was; None where nothing was, and of a body."""
        if isinstance(self.of, ActionStanding):
            return last_said(self.of)
        return self.of.reading.note if self.of and self.of.reading else None

    @property
    def correction(self) -> str | None:
        """What was recorded as to be done about it; None where nothing was."""
        if isinstance(self.of, ActionStanding):
            return correction_of(self.of)
        return _response(self.of) if self.of and _is_missed(self.of) else None

    @property
    def silence(self) -> NeedWord | None:
        """The word of its silence where a date has passed too."""
        return next((kind for kind in _SILENT if kind in self.kinds and self.asked != kind), None)

    def is_any_of(self, kinds: Iterable[str]) -> bool:
        """Whether anything of these kinds, or what is worse, is true of it."""
        return any(is_or_worse(own, None, kind) for own in self.kinds for kind in kinds)


def list_attention(standing: Standing) -> tuple[AttentionItem, ...]:
    """List what needs attention on the day of a standing, each thing once: by the order of `KINDS`, most days first.

    A measure that is red, or whose target is missed with nothing declared for amber, is told also where every strategy
    that names it is over.
    """
    found = [
        *(one for strategy in standing.strategies for one in _in_strategy(strategy, standing.as_at)),
        *_of_measures(standing),
        *_unanswered(standing),
    ]
    return tuple(sorted(found, key=urgency))


def urgency(one: AttentionItem) -> tuple[int, int, str, str]:
    """What is sorted by: the first word that fits it, then most days first."""
    return _rank(one.kind, one)


def _rank(kind: AttentionKind, one: AttentionItem) -> tuple[int, int, str, str]:
    return (_ORDER[kind], -one.days, one.item, one.text)


def list_asked(standing: Standing, within: Interval | None = None) -> tuple[AttentionItem, ...]:
    """List what needs attention and somebody is asked about, by that; then what comes `within` (None: nothing).

    Of what is asked about, dates to come stand beside the reason; what comes besides is listed for itself.
    """
    asked = asked_among(list_attention(standing))
    if within is None:
        return asked
    coming: dict[str, list[AttentionItem]] = {}
    for one in list_coming(standing, within.after(standing.as_at)):
        coming.setdefault(f"{one.thing} {one.item}", []).append(one)
    told = []
    for one in asked:
        beside = coming.pop(f"{one.thing} {one.item}", []) if one.thing == "action" else []
        told.append(one._replace(words=semicolons((one.words, *(each.words for each in beside)))))
    return (*told, *sorted((one for each in coming.values() for one in each), key=_soonest))


def asked_among(found: Iterable[AttentionItem]) -> tuple[AttentionItem, ...]:
    """Those that somebody is asked about, by that."""
    return tuple(sorted((one for one in found if one.asked), key=lambda one: _rank(one.asked or one.kind, one)))


def list_coming(standing: Standing, until: date) -> tuple[AttentionItem, ...]:
    """List every date to come up to `until`, also of what needs attention already, the earliest first."""
    if until <= standing.as_at:
        return ()
    found = [
        one
        for strategy in standing.strategies
        for one in (
            *(one for action in strategy.actions for one in _coming(strategy, action, until, standing.as_at)),
            *(one for body in strategy.bodies for one in _meeting_to_come(strategy, body, until, standing.as_at)),
            *(
                _resolution(strategy, body, one, standing.as_at)._replace(kinds=("upcoming",))
                for body in strategy.bodies
                for one in body.resolutions
                if one.state == "open" and one.due_day and one.due_day <= until
            ),
        )
    ]
    return tuple(sorted(found, key=_soonest))


def _soonest(one: AttentionItem) -> tuple[int, str, str, tuple[str, ...]]:
    return (-one.days, one.item, one.text, one.strategies)


def _in_strategy(strategy: StrategyStanding, today: date) -> Iterator[AttentionItem]:
    for action in strategy.actions:
        if action.need or action.rating.colour == "red":
            yield _action(strategy, action)
    for body in strategy.bodies:
        if body.clock.run_out:
            yield _meeting(strategy, body, "missed-review", body.clock.days)
        yield from (_resolution(strategy, body, one, today) for one in body.resolutions if one.state == "late")


def _action(strategy: StrategyStanding, action: ActionStanding) -> AttentionItem:
    need, rating = action.need, action.rating
    words = need.words if need else ()
    why = words
    if rating.colour == "red":
        why = (rating.reason, *(text for text in words if text not in rating.reason))
    return AttentionItem(
        _kinds(action),
        action.owner,
        (strategy.id,),
        f"{strategy.id}/{action.id}",
        action.text,
        need.due if need else None,
        need.days if need else 0,
        semicolons((*words, *_slips(action))),
        action.owner_from,
        action.original_due if action.moves else None,
        owners_of(action),
        need.text if need else "",
        colour=rating.colour,
        word=rating.word,
        why=why,
        of=action,
    )


def _kinds(action: ActionStanding) -> tuple[AttentionKind, ...]:
    """What is true of an action; what is red by its owner's judgement is told as that before its silence."""
    found: list[AttentionKind] = []
    if need := action.need:
        found = [need.word, *([need.silence] if need.silence else [])]
    if action.rating.colour == "red":
        found.append("red-action")
    return tuple(sorted(found, key=_ORDER.__getitem__))


def _slips(action: ActionStanding) -> Iterator[str]:
    """Say of each date that has passed what it was at first, how often it was moved, and by nobody on record."""
    steps = ((step.text, step.clock, step.moves) for step in action.milestones)
    for name, clock, moves in (("", action.due, action.moves), *steps) if action.need else ():
        if moves and clock.run_out:
            told = phrase("first-due", date=moves[0].former, moved=_moved(moves))
            yield phrase("quoted-and-told", quoted=name, told=told) if name else told


def _moved(moves: Sequence[MoveStanding]) -> str:
    """`moved twice, 1 of them with nobody on record`."""
    once: dict[int, Word] = {1: "moved-once", 2: "moved-twice"}
    told = phrase(once.get(len(moves), "moved-often"), number=f"{len(moves)}")
    quiet = sum(move.on is None for move in moves)
    if not quiet:
        return told
    by = phrase("by-nobody") if quiet == len(moves) else phrase("some-by-nobody", number=f"{quiet}")
    return commas([told, by])


def _meeting(strategy: StrategyStanding, body: BodyStanding, kind: AttentionKind, days: int) -> AttentionItem:
    clock = body.clock
    return AttentionItem(
        (kind,),
        body.paper_by,
        (strategy.id,),
        body.body,
        body.body,
        clock.due,
        days,
        clock.words,
        owners=(body.paper_by,) if body.paper_by else (),
        when=clock.date_text,
        thing="meeting",
        word=phrase("review-missed"),
        why=(clock.words,),
    )


def _resolution(strategy: StrategyStanding, body: BodyStanding, one: ResolutionStanding, today: date) -> AttentionItem:
    """Something that a body asked for, which is late or to come."""
    words = semicolons([one.words, phrase("and-what", what=body.body, of=one.decision)])
    return AttentionItem(
        ("late-resolution",),
        first_of(one.owners),
        (strategy.id,),
        f"{strategy.id}/{one.id}",
        one.to_do or one.text,
        one.due_day,
        (today - one.due_day).days if one.due_day else 0,
        words,
        owners=one.owners,
        when=one.due or "",
        thing="ask",
        word=phrase("resolution-late"),
        why=(words,),
    )


def _coming(strategy: StrategyStanding, action: ActionStanding, until: date, today: date) -> Iterator[AttentionItem]:
    """The dates of an action that fall due up to `until`, its own and those of its milestones."""
    clocks = [(clock, action.text) for clock in (action.start, action.due, action.interval)]
    for clock, text in (*clocks, *((milestone.clock, milestone.text) for milestone in action.milestones)):
        if clock.due and _falls_due(clock, until):
            yield AttentionItem(
                ("upcoming",),
                action.owner,
                (strategy.id,),
                f"{strategy.id}/{action.id}",
                text,
                clock.due,
                (today - clock.due).days,
                clock.words,
                action.owner_from,
                owners=owners_of(action),
                when=clock.date_text,
                colour=action.rating.colour,
                word=action.rating.word,
            )


def _meeting_to_come(
    strategy: StrategyStanding, body: BodyStanding, until: date, today: date
) -> Iterator[AttentionItem]:
    if body.clock.due and not body.clock.run_out and _falls_due(body.clock, until):
        yield _meeting(strategy, body, "upcoming", (today - body.clock.due).days)


def _falls_due(clock: Clock, until: date) -> bool:
    return clock.kind in ("on-time", "due-soon", "due-today") and clock.due is not None and clock.due <= until


def _unanswered(standing: Standing) -> Iterator[AttentionItem]:
    """What owners have not answered in rounds that are open, one row for each owner and round."""
    for one in standing.rounds:
        meets = one.round.meets
        for asked in asked_owners(one.round.asked) if one.round.is_open else ():
            if asked.waiting:
                yield AttentionItem(
                    ("unanswered",),
                    asked.owner,
                    one.strategies,
                    one.body,
                    phrase("round-before", body=one.body, meeting=one.round.meeting),
                    meets,
                    (standing.as_at - meets).days,
                    phrase("no-word-since", day=one.round.opens.isoformat(), things=", ".join(asked.waiting)),
                    owners=(asked.owner,),
                    thing="meeting",
                    word=phrase("not-answered"),
                    why=(_not_answered(asked, one.round.opens),),
                )


def _not_answered(asked: AskedOwner, opens: date) -> Label:
    number, total = f"{len(asked.waiting)}", f"{asked.asked}"
    return phrase("not-answered-since", number=number, total=total, day=opens.isoformat())


def _of_measures(standing: Standing) -> Iterator[AttentionItem]:
    named: dict[str, list[StrategyStanding]] = {}
    for strategy in standing.strategies:
        for name in strategy.measures:
            named.setdefault(name, []).append(strategy)
    for measure in standing.measures.values():
        serves = named.get(measure.id, [])
        is_over = bool(serves) and not any(one.phase.runs for one in serves)
        late = measure.late.run_out and not is_over
        if late or _is_missed(measure):
            yield _measure(measure, tuple(one.id for one in serves), is_late=late, is_over=is_over)


def _measure(measure: MeasureStanding, strategies: tuple[str, ...], *, is_late: bool, is_over: bool) -> AttentionItem:
    late = measure.late
    kinds: dict[AttentionKind, bool] = {
        "red-measure": measure.rating.colour == "red",
        "no-amber-rule": measure.missed_without_amber,
        "late-reading": is_late,
    }
    words = ((measure.rating.reason,) if measure.missed_without_amber else ()) + ((late.words,) if is_late else ())
    return AttentionItem(
        tuple(kind for kind, holds in kinds.items() if holds),
        measure.owner,
        strategies,
        measure.id,
        measure.title,
        late.due if is_late else None,
        late.days if is_late else 0,
        semicolons(words),
        owners=owners_of(measure),
        when=late.date_text if is_late else "",
        thing="measure",
        colour=measure.rating.colour,
        word=measure.rating.word,
        why=(*((measure.rating.reason,) if _is_missed(measure) else ()), *((late.words,) if is_late else ())),
        is_over=is_over,
        of=measure,
    )


def _is_missed(measure: MeasureStanding) -> bool:
    return measure.rating.colour == "red" or measure.missed_without_amber


def _response(measure: MeasureStanding) -> str | None:
    """What the source of the reading, or who judged it, says is being done."""
    reading = measure.reading
    judged = measure.judgements[0].note if measure.rating.why == "judged" else None
    return judged or (reading.more.response if reading and reading.more else None)
