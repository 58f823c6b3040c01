"""The first lines a person sees: the day, what needs somebody, who meets next, and the commands for that."""

from collections.abc import Iterator, Sequence

from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.meetings.count_answers import answers_words
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import BodyStanding
from strategy_tracker.views.dates_and_amounts import dates_in, long_date
from strategy_tracker.views.screens.standing.needs import count_lines, meeting_day
from strategy_tracker.views.sheet import line_text
from strategy_tracker.views.text import counted, one_line


def today_lines(
    standing: Standing, found: Sequence[AttentionItem], meets_next: BodyStanding | None, uncommitted: int | None
) -> list[str]:
    """What needs somebody, and below it the commands for it; a command that has nothing to do is left out."""
    lines = [f"{long_date(standing.as_at)} · {_strategies(standing)}"]
    if standing.unread:
        lines.append(f"{counted(len(standing.unread), 'file has', 'files have')} errors and could not be read")
    lines += map(line_text, count_lines(found, standing))
    if meets_next:
        lines.append(_meeting(meets_next, standing))
    lines += [dates_in(one_line(answers_words(one))) for one in standing.rounds if one.round.is_open]
    if uncommitted is None:
        lines.append("Not in a git repository: nothing is kept of earlier days")
    else:
        files = counted(uncommitted, "file has changes", "files have changes")
        lines.append(f"{files} that wait to be committed" if uncommitted else "Nothing waits to be committed")
    commands = list(_commands(standing, found, meets_next))
    width = max(len(command) for command, _ in commands)
    return [*lines, "", *(f"{command:{width}}    {words}" for command, words in commands)]


def _strategies(standing: Standing) -> str:
    """The running strategies by name, or their number where there are several; and how many do not run."""
    running = [one for one in standing.strategies if one.phase.runs]
    kinds = [one.phase.kind for one in standing.strategies]
    names = [one_line(running[0].title)] if len(running) == 1 else []
    names += [f"{len(running):,} running strategies"] if len(running) > 1 else []
    for kind, word in (("ended", "ended"), ("superseded", "superseded"), ("not-begun", "coming")):
        if number := kinds.count(kind):  # type: ignore[arg-type]
            names.append(counted(number, f"{word} strategy", f"{word} strategies"))
    return ", ".join(names[:-1]) + (" and " if names[:-1] else "") + names[-1] if names else "no strategy"


def _meeting(body: BodyStanding, standing: Standing) -> str:
    """Write `Carers Board: next meeting on 20 October, in 19 days`."""
    assert body.clock.due
    ahead = (body.clock.due - standing.as_at).days
    days = f"in {counted(ahead, 'day')}" if ahead else "today"
    return f"{one_line(body.body)}: next meeting {meeting_day(body.clock, standing.as_at)}, {days}"


def _commands(
    standing: Standing, found: Sequence[AttentionItem], meets_next: BodyStanding | None
) -> Iterator[tuple[str, str]]:
    if standing.unread:
        yield "strategy validate", "what is wrong in the files, by line"
    yield "strategy status", "where everything stands"
    if found:
        yield "strategy overdue", "who is asked for what"
    if any(one.kind != "no-amber-rule" for one in found):
        yield "strategy checkin", "record what they say"
    if meets_next:
        running = [one for one in standing.strategies if one.phase.runs]
        every = all(meets_next.body in (body.body for body in one.reviewing) for one in running)
        whom = "" if every else f' --for "{one_line(meets_next.body)}"'
        yield f"strategy report{whom}", "the paper for that meeting"
    yield "strategy --help", "all commands"
