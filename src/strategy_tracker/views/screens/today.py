"""The first lines a person sees: the day, what needs somebody, who meets next, and the commands for that."""

from collections.abc import Iterator, Sequence

from strategy_tracker.judging.meetings.count_answers import answers_words
from strategy_tracker.judging.overdue import OverdueItem
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import BodyStanding
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.screens.overdue import overdue_title
from strategy_tracker.views.sheet import line_text
from strategy_tracker.views.text import counted, one_line


def today_lines(
    standing: Standing, found: Sequence[OverdueItem], meets_next: BodyStanding | None, uncommitted: int | None
) -> list[str]:
    """What needs somebody, and below it the commands for it; a command that has nothing to do is left out."""
    lines = [f"{long_date(standing.as_at)} · {_strategies(standing)}"]
    if standing.unread:
        lines.append(f"{counted(len(standing.unread), 'file has', 'files have')} errors and could not be read")
    lines.append(line_text(overdue_title(found, standing)))
    if meets_next:
        lines.append(f"{one_line(meets_next.body)}: {meets_next.clock.words}")
    lines += [one_line(answers_words(one)) for one in standing.rounds if one.round.is_open]
    if uncommitted is None:
        lines.append("not in a git repository: nothing is kept of earlier days")
    else:
        files = counted(uncommitted, "file has changes", "files have changes")
        lines.append(f"{files} that wait to be committed" if uncommitted else "nothing waits to be committed")
    commands = list(_commands(standing, found, meets_next))
    width = max(len(command) for command, _ in commands)
    return [*lines, "", *(f"{command:{width}}    {words}" for command, words in commands)]


def _strategies(standing: Standing) -> str:
    """The running strategies by name, or their number where there are several; and how many do not run."""
    running = [one for one in standing.strategies if one.phase.runs]
    others = len(standing.strategies) - len(running)
    names = (
        one_line(running[0].title)
        if len(running) == 1
        else counted(len(running), "running strategy", "running strategies")
    )
    more = counted(others, "strategy that does not run", "strategies that do not run")
    return f"{names} and {more}" if others else names


def _commands(
    standing: Standing, found: Sequence[OverdueItem], meets_next: BodyStanding | None
) -> Iterator[tuple[str, str]]:
    if standing.unread:
        yield "strategy validate", "what is wrong in the files, by line"
    yield "strategy status", "where everything stands"
    if found:
        yield "strategy overdue", "who is asked for what"
    if any(one.kind != "no-amber-rule" for one in found):
        yield "strategy checkin", "record what they say"
    if meets_next:
        yield f'strategy report --for "{one_line(meets_next.body)}"', "the paper for that meeting"
    yield "strategy --help", "all commands"
