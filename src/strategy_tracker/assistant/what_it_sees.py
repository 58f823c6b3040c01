"""What an assistant is shown: what a public output would show, unless the settings say that it may see everything."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.publish import Publisher, publisher_of
from strategy_tracker.app.reporting.report import ReportRequest, gather
from strategy_tracker.app.reporting.tables import judge_with_records
from strategy_tracker.briefing.material import ChangesSince
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.strategy import Strategy
from strategy_tracker.problem import Problem


class Seen(NamedTuple):
    """How everything stands and the words of each strategy, as far as an assistant may see it; `internal`: all of it.

    `unread` are files that could not be read, and are left out.
    """

    standing: Standing
    strategies: Mapping[str, Strategy]
    internal: bool
    unread: tuple[str, ...] = ()


def is_internal(moment: Moment) -> bool:
    """Whether the settings let an assistant see what is not public."""
    return moment.portfolio.settings.assistants == "internal"


def what_it_sees(moment: Moment) -> Seen:
    """What an assistant may see of a portfolio. Raises `Problem` where nothing of it may leave."""
    publisher = _publisher(moment)
    judged, wrong = judge_with_records(moment, publisher)
    unread = _unread(wrong)
    if publisher:
        files = frozenset(one.file for one in judged.standing.strategies)
        _refuse(publisher, unread, files)
        if judged.standing != judge_with_records(moment, publisher.disguised())[0].standing:
            raise _unsafe()
    return Seen(judged.standing, judged.strategies, publisher is None, unread)


def what_changed(moment: Moment, since: date | str) -> ChangesSince:
    """What changed since a day or a revision of what an assistant may see. Raises `Problem` as `what_it_sees` does."""
    publisher = _publisher(moment)
    request = ReportRequest(since=since)
    material, wrong = gather(moment, request, publisher)
    if publisher:
        _refuse(publisher, _unread(wrong), frozenset(one.file for one in material.standing.strategies))
        if material.since != gather(moment, request, publisher.disguised())[0].since:
            raise _unsafe()
    return material.since


def _publisher(moment: Moment) -> Publisher | None:
    if is_internal(moment):
        return None
    try:
        return publisher_of(moment.portfolio)
    except Problem as error:
        step = f"{error.next_step}; or write 'assistants: internal' there, if all of it may be handed to the assistant"
        raise Problem(f"an assistant is shown what is public, and nothing is: {error.message}", step) from None


def _unread(wrong: tuple[Diagnostic, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.file for one in wrong if one.severity == "error"))


def _refuse(publisher: Publisher, unread: tuple[str, ...], files: frozenset[str]) -> None:
    """Raise `Problem` where a file cannot be read, which may say what is internal, or a second look finds a secret."""
    if unread:
        raise Problem(f"'{unread[0]}' cannot be read, so what is public is not known", "'strategy validate' says why")
    if publisher.leaks() or publisher.leaks_in_words(files):
        raise _unsafe()


def _unsafe() -> Problem:
    message = "what is public would let a reader work out a figure that must stay unknown"
    return Problem(message, "'strategy report --public' says where; nothing is handed over until it is mended")
