"""What a body is asked at a meeting: by the paper that was frozen for it, and what earlier meetings left open."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple, get_args

from strategy_tracker.app.moment import Moment, Portfolio
from strategy_tracker.app.reporting.report import ReportRequest, gather
from strategy_tracker.briefing.material import Material
from strategy_tracker.briefing.requests import BodyRequest, RequestKind, requests
from strategy_tracker.history.frozen import last_shown, report_of
from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.git import NoGit
from strategy_tracker.history.repository.past_portfolio import portfolio_at
from strategy_tracker.judging.attention import list_attention
from strategy_tracker.model.commit import FrozenReport
from strategy_tracker.model.meeting import MeetingRecord
from strategy_tracker.model.strategy import Body
from strategy_tracker.model.values import read_when
from strategy_tracker.problem import Problem
from strategy_tracker.views.papers.front.asked import note_words, request_words

_DAY = re.compile(r"\d{4}(-\d\d){0,2}-", re.ASCII)
_LONGEST = 60
"""Characters of an id, as the model has it."""
_FOR_ALL: tuple[RequestKind, ...] = ("answer", "correct", "silent")
"""What is asked of many things at once has one answer; what is to be decided has one for each thing."""


class PaperAsk(NamedTuple):
    """One thing that a body is asked: its id, its words, what it is about, and which sort of request it is.

    `before` says what an earlier meeting resolved of it, `things` are the ids of all that its words name.
    """

    id: str
    text: str
    about: str = ""
    kind: RequestKind | None = None
    before: str = ""
    things: tuple[str, ...] = ()


class MeetingAsks(NamedTuple):
    """What a body is asked at a meeting, and the name under which its paper was frozen; empty where none was."""

    paper: str
    asks: tuple[PaperAsk, ...]


def meeting_asks(portfolio: Portfolio, strategy: str, body: Body, held: str, paper: str = "") -> MeetingAsks:
    """List what has no answer yet of what a body is asked at its meeting of a day, about one strategy.

    The paper is the one of that name, or the newest that was frozen for the body since it last met. Raises `Problem`
    where there is none of that name.
    """
    record = record_of(body, held)
    paper = paper or (record.paper or "" if record else "")
    report = _report(portfolio, body, held, paper)
    again = list(_left_open(body, held))
    named = [*_of_paper(portfolio, report, strategy, body, held)] if report else []
    back = {_without_day(one.id) for one in again}
    asked = [*again, *(one for one in named if _without_day(one.id) not in back)]
    written = {one.id: one for one in record.asks} if record else {}
    asked += [PaperAsk(one.id, one.text, one.about or "") for one in written.values()]
    waiting = {one.id: one for one in reversed(asked) if one.id not in written or written[one.id].resolved is None}
    return MeetingAsks(report.name if report else "", tuple(reversed(waiting.values())))


def record_of(body: Body, held: str) -> MeetingRecord | None:
    """The record of a meeting of a body on a day; None where there is none yet."""
    return next((one for one in body.meetings if one.held.text == held), None)


def _report(portfolio: Portfolio, body: Body, held: str, paper: str) -> FrozenReport | None:
    root, day = portfolio.root, read_when(held).last
    if paper:
        found = report_of(root, paper)
        if found is None:
            raise Problem(f"no paper was frozen as '{paper}'", "'strategy freeze --list' lists them")
        return found
    earlier = [when.last for when in body.met if when.last < read_when(held).first]
    try:
        return last_shown(root, body.body, day + timedelta(days=1), max(earlier, default=None))
    except NoGit:
        return None


def _left_open(body: Body, held: str) -> Iterator[PaperAsk]:
    """What was deferred at earlier meetings, or got no answer; by its last word."""
    first = read_when(held).first
    found: dict[str, PaperAsk | None] = {}
    for meeting in sorted(body.meetings, key=lambda one: one.held[1:]):
        if meeting.held.last >= first:
            continue
        for ask in meeting.asks:
            waits = ask.resolved in (None, "deferred") and body.role != "asks"
            words = f"{'deferred' if ask.resolved else 'asked'} on {meeting.held}"
            found[ask.id] = PaperAsk(ask.id, ask.text, ask.about or "", _kind_in(ask.id), words) if waits else None
    yield from (one for one in found.values() if one)


def _of_paper(portfolio: Portfolio, report: FrozenReport, strategy: str, body: Body, held: str) -> Iterator[PaperAsk]:
    then = portfolio_at(portfolio.root, commit_at(portfolio.root, report.sha))
    material, _ = gather(Moment(then, report.as_at), ReportRequest((strategy,), body.body))
    yield from asks_in(material, held)


def asks_in(material: Material, held: str) -> Iterator[PaperAsk]:
    """Each request of a paper, with an id of its own: one for each thing that is to be decided."""
    found = list_attention(material.standing)
    yield PaperAsk(f"{held}-note", _plain(note_words(material)))
    taken: set[str] = set()
    for one in requests(material.standing, found, material.since.changes, material.body):
        for part in [one] if one.kind in _FOR_ALL else [BodyRequest(one.kind, (thing,)) for thing in one.things]:
            about = part.things[0].item if len(part.things) == 1 else ""
            own = _unused(f"{held}-{one.kind}{f'-{about}' if about else ''}", taken)
            taken.add(own)
            things = tuple(thing.item for thing in part.things)
            yield PaperAsk(own, _plain(request_words(part)), about, one.kind, things=things)


def _plain(words: str) -> str:
    return words.removesuffix(".")


def _unused(own: str, taken: Iterable[str]) -> str:
    own = own[:_LONGEST].rstrip("-")
    if own not in taken:
        return own
    numbered = (f"{own[: _LONGEST - 3].rstrip('-')}-{n}" for n in range(2, 1000))
    return next(one for one in numbered if one not in taken)


def _without_day(own: str) -> str:
    """The id of an ask without the day of the meeting that it begins with, so that what comes back is the same."""
    return _DAY.sub("", own, count=1) if _DAY.match(own) else own


def _kind_in(own: str) -> RequestKind | None:
    word = _without_day(own).partition("-")[0]
    return next((kind for kind in get_args(RequestKind) if kind == word), None)
