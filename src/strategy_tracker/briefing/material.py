"""Gathers what a report is written from: the standing, the words, the meeting it is for, and what changed since."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.briefing.over_time import CountsOverTime
from strategy_tracker.briefing.record_words import MeasureWords, StrategyWords
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.comparing.questions import Signal
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.judging.measures_in_use import wanted_while_running
from strategy_tracker.judging.meetings.count_answers import rounds_of_bodies
from strategy_tracker.judging.meetings.reviews import in_order
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import BodyStanding, PriorityStanding, StrategyStanding
from strategy_tracker.judging.standing.rating import Clock
from strategy_tracker.model.branding import PLAIN, Branding
from strategy_tracker.model.dates.period import PeriodKind
from strategy_tracker.model.measures.reading import SYMBOLS
from strategy_tracker.model.names.one_name import name_form
from strategy_tracker.model.paper_template import PaperTemplate
from strategy_tracker.model.practice import Example
from strategy_tracker.model.values import read_when

if TYPE_CHECKING:  # who is not the public needs nothing of what makes a public version
    from strategy_tracker.publishing.public_record import Omissions


class Meeting(NamedTuple):
    """A body, the meeting the report is for, and the one before it.

    `today` says that it meets on the as-at date; `last` is the last day it met before, `earlier` the one before that.
    A group that only works in strategies does not review them, nor does one that judges their pledges. A name that is
    `plural` needs another verb.
    """

    body: str
    kind: str | None
    paper_by: str | None
    note: str | None
    last: str | None
    today: bool
    next: Clock
    papers: date | None
    earlier: str | None = None
    reviews: bool = True
    plural: bool = False
    judges: bool = False

    @property
    def has_met(self) -> bool:
        """Whether any meeting of it is on record; without one it is only named."""
        return self.today or self.last is not None


class ChangesSince(NamedTuple):
    """What changed since an earlier moment; where nothing can be compared, `lacking` says why.

    `in_error` is what the files said then and is an error: it is compared as it stood. `words` name that moment with
    its commit, `moment` without, `commit` is that commit in words, and `day` is its day.
    """

    words: str = ""
    changes: tuple[Difference, ...] = ()
    questions: tuple[Signal, ...] = ()
    lacking: str = ""
    in_error: tuple[Diagnostic, ...] = ()
    moment: str = ""
    day: date | None = None
    commit: str = ""


class WithheldCounts(NamedTuple):
    """What a report for the public leaves out: counts, and the threshold under which a count is not published.

    `in_public` says that it is for a committee that meets in public, which is shown words unless they are internal.
    """

    threshold: Decimal
    figures: int
    measures: int
    notes: int
    internal: int
    in_public: bool = False


class Material(NamedTuple):
    """All that a report is made of.

    `made_from` names the commit, `red_after` how late an amber date turns red. `withheld` is there where the report is
    for the public. `past` are strategies of the body that are not told again; `template` is how it wants its papers;
    `over_time` counts colours at earlier meetings, where the view tells it. `is_for_body` says that somebody named the
    body: then every paper is one for it.
    """

    standing: Standing
    strategies: Mapping[str, StrategyWords]
    measures: Mapping[str, MeasureWords]
    examples: tuple[Example, ...]
    meeting: Meeting | None
    since: ChangesSince
    made_from: str
    red_after: str
    branding: Branding = PLAIN
    withheld: WithheldCounts | None = None
    past: tuple[StrategyStanding, ...] = ()
    template: PaperTemplate | None = None
    over_time: CountsOverTime | None = None
    is_for_body: bool = False

    @property
    def body(self) -> str:
        """The name of the body that it is for; empty where none is known."""
        return self.meeting.body if self.meeting else ""


class NoSuchBody(Exception):
    """No one body is meant by this name; `names` are the ones there are, or that it may be."""

    def __init__(self, message: str, names: Sequence[str]) -> None:
        super().__init__(message)
        self.names = tuple(names)


def choose_meeting(standing: Standing, wanted: str) -> Meeting | None:
    """Find the body meant by `wanted`; without it one that reviews: it meets on the day, or else it meets next.

    Raises `NoSuchBody` where a name is given and none, or more than one, is meant.
    """
    bodies = [body for strategy in standing.strategies for body in strategy.bodies]
    if wanted:
        name = _named(wanted, list(dict.fromkeys(body.body for body in bodies)))
    else:
        able = [body for strategy in standing.strategies for body in strategy.reviewing]
        ahead = [body for body in able if body.clock.due and not body.clock.run_out and body.clock.kind != "closed"]
        soonest = min(ahead, key=lambda body: (body.clock.due or date.max, body.body), default=None)
        held = next((body for body in able if _meets(body, standing.as_at)), soonest)
        if held is None:
            return None
        name = held.body
    return _meeting([body for body in bodies if body.body == name], standing.as_at)


def _named(wanted: str, names: list[str]) -> str:
    form = name_form(wanted)
    exact = [name for name in names if name_form(name) == form]
    found = exact or [name for name in names if form in name_form(name)]
    if not found:
        raise NoSuchBody(f"no body has '{wanted}' in its name", names)
    if len(found) > 1:
        raise NoSuchBody(f"'{wanted}' may be any of {len(found)} bodies", found)
    return found[0]


def _meets(body: BodyStanding, day: date) -> bool:
    return any(read_when(held).first == read_when(held).last == day for held in body.held)


def _meeting(bodies: list[BodyStanding], day: date) -> Meeting:
    """One meeting out of what each strategy says of the same body."""
    held = sorted({read_when(text) for body in bodies for text in body.held}, key=lambda when: (when.last, when.first))
    before = [when.text for when in held if when.last < day]
    first = min(bodies, key=lambda body: (body.clock.run_out or body.clock.due is None, body.clock.due or date.max))
    return Meeting(
        body=first.body,
        kind=first.kind,
        paper_by=next((body.paper_by for body in bodies if body.paper_by), None),
        note=next((body.note for body in bodies if body.note), None),
        last=before[-1] if before else None,
        today=any(_meets(body, day) for body in bodies),
        next=first.clock,
        papers=next((body.papers for body in bodies if body.papers), None),
        earlier=before[-2] if len(before) > 1 else None,
        reviews=any(body.role == "reviews" for body in bodies),
        plural=any(body.plural for body in bodies),
        judges=any(body.role == "judges" for body in bodies),
    )


def strategies_of(standing: Standing, body: str) -> tuple[str, ...]:
    """List the ids of the strategies that a body reviews or works in."""
    return tuple(one.id for one in standing.strategies if any(each.body == body for each in one.bodies))


def seen_over(standing: Standing, meeting: Meeting) -> tuple[StrategyStanding, ...]:
    """Find the strategies that were over when the body last met: it has seen how they ended."""
    last = read_when(meeting.last).first if meeting.last else date.min
    return tuple(one for one in standing.strategies if one.phase.ended and one.phase.ended < last)


def only(standing: Standing, ids: Sequence[str], *, unnamed: bool = False) -> Standing:
    """Keep of a standing these strategies and the measures they name; with `unnamed` also those that none names."""
    strategies = tuple(one for one in in_order(standing.strategies) if one.id in ids)
    named = {name for one in strategies for name in one.measures}
    named |= {one.id for one in standing.unnamed} if unnamed else set()
    measures = {name: one for name, one in standing.measures.items() if name in named}
    standing = standing._replace(strategies=strategies, measures=measures)
    return wanted_while_running(standing._replace(rounds=rounds_of_bodies(standing)))


def withheld(
    standing: Standing, threshold: Decimal, left_out: "Mapping[str, Omissions]", *, in_public: bool
) -> WithheldCounts:
    """Count what the public version of this standing leaves out."""
    measures = standing.measures.values()
    inside = [left_out[one.id] for one in standing.strategies]
    return WithheldCounts(
        threshold,
        figures=sum(point.amount is None and point.shown == SYMBOLS["c"] for one in measures for point in one.points),
        measures=sum(one.rating.why == "not-published" for one in measures),
        notes=sum(one.notes for one in inside),
        internal=sum(one.internal for one in inside),
        in_public=in_public,
    )


def each_priority(standing: Standing) -> Iterator[tuple[StrategyStanding, PriorityStanding]]:
    """Give every priority with its strategy, in printed order."""
    return ((strategy, priority) for strategy in standing.strategies for priority in strategy.priorities)


def about(found: Sequence[Difference], standing: Standing) -> tuple[Difference, ...]:
    """Keep the changes of these strategies and of the measures they name."""
    ids = {one.id for one in standing.strategies}
    return tuple(
        one
        for one in found
        if (one.item in standing.measures if one.thing == "measure" else one.item.partition("/")[0] in ids)
    )


def years_of(material: Material, most: int, kind: PeriodKind = "year") -> tuple[str, ...]:
    """List the last years of a kind in which any measure told by them, or a benchmark, has a figure, oldest first."""
    told = (one for one in material.measures.values() if one.kind == kind)
    found = {year for one in told for each in (one.years, *one.benchmarks.values()) for year in each}
    return tuple(sorted(found)[-most:])
