"""Says why a date, a target or a tolerance was changed and who agreed: no approval covers another step."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from strategy_tracker.model.action import Move
from strategy_tracker.model.date_steps import DateStep
from strategy_tracker.model.rule_change import RuleChange, RuleStep

UNSAID = "the file does not say why"


class _Told(NamedTuple):
    """A step as it is told: where it led, in words, and the record of it, if there is one."""

    to: str
    record: Move | RuleChange | None


def reasons(
    before: object,
    known: Sequence[DateStep] | Sequence[RuleStep],
    steps: Sequence[DateStep] | Sequence[RuleStep],
    same: Callable[[Any, Any], bool],
    shown: Callable[[Any], str],
) -> str:
    """Tell the steps that are new since `before` was in the file; empty where no reason is on record for any of them.

    `known` are the steps of the earlier moment, `steps` those of the later one, oldest first.
    """
    held = [step[2] for step in known if step[2]]
    new = [step for step in steps if step not in known and (step[2] is None or step[2] not in held)]
    if not any(step[2] for step in new):
        return ""
    begins = next((n for n, step in enumerate(new) if same(step[0], before)), None)
    told = [_Told(shown(step[1]), step[2]) for step in new[begins or 0 :]]
    if begins is None:
        told.insert(0, _Told(shown(new[0][0]), None))
    return "; then ".join(_words(one, alone=len(told) == 1) for one in told)


def _words(one: _Told, *, alone: bool) -> str:
    if one.record is None:
        return f"to {one.to}, in the file, nobody on record"
    by = one.record.approved_by
    words = f"{one.record.why or 'no reason on record'}; {f'approved by {by}' if by else 'no approval on record'}"
    return words if alone else f"to {one.to}: {words}"
