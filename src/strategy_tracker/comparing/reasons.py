"""Says why a date, a target or a tolerance was changed and who agreed: no approval covers another step."""

from collections.abc import Callable, Sequence
from typing import Any

from strategy_tracker.model.action import Move
from strategy_tracker.model.dates.date_steps import DateStep
from strategy_tracker.model.measures.rule_change import RuleChange, RuleStep
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.model.names.quiet_words import quiet_words

UNSAID = phrase("unsaid-why")


Step = tuple[Any, Any, Move | RuleChange | None, str | None]
"""From what to what, the record of it, and for a step without one since when it is in the file, if that is known."""
Steps = Sequence[DateStep] | Sequence[RuleStep]
"""The steps of one value, oldest first."""
Same = Callable[[Any, Any], bool]


def new_steps(before: object, after: object, known: Steps, steps: Steps, same: Same) -> list[Step]:
    """Give the way from one value to another, of which `known` are the steps up to the first and `steps` all of them.

    Where no record leads from there, it begins with a step without one; back to where the last record led it is none.
    """
    former, held = frozenset(known), frozenset(step[2] for step in known if step[2])
    new: list[Step] = [step for step in steps if step not in former and (step[2] is None or step[2] not in held)]
    if steps and not new and (last := steps[-1][2]) and same(last.to, after):
        return []
    begins = next((n for n, step in enumerate(new) if same(step[0], before)), None)
    if begins is None:
        begins = next((n for n, step in enumerate(new) if step[2]), len(new))
        return [(before, new[begins][0] if begins < len(new) else after, None, None), *new[begins:]]
    return new[begins:]


def erased_steps(known: Steps, steps: Steps, same: Same) -> list[Step]:
    """Give the steps that were on record before and are not any more: no record leaves from where they began."""
    return [
        (step[0], step[1], None, None)
        for step in known
        if step[2] and not any(other[2] and same(other[0], step[0]) for other in steps)
    ]


def reasons(before: object, after: object, known: Steps, steps: Steps, same: Same, shown: Callable[[Any], str]) -> str:
    """Tell why a value is another one, step by step; empty where no reason is on record for any of them."""
    way = new_steps(before, after, known, steps, same)
    if not any(record or since is not None for _, _, record, since in way):
        return ""
    first, *others = (_words(shown(to), record, since, alone=len(way) == 1) for _, to, record, since in way)
    return semicolons([first, *(phrase("and-then", was=each) for each in others)])


def _words(to: str, record: Move | RuleChange | None, since: str | None, *, alone: bool) -> str:
    if record is None:
        quiet = quiet_words(since)
        return quiet if alone else commas([phrase("to-value", value=to), quiet])
    by = record.approved_by
    approved = phrase("approved-by-whom", who=by) if by else phrase("no-approval")
    words = semicolons([record.why or phrase("no-reason"), approved])
    return words if alone else phrase("and-what", what=phrase("to-value", value=to), of=words)
