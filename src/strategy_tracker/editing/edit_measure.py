"""The change of a measures file that withdraws a measure: its figures stay as they are."""

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Change, Put
from strategy_tracker.editing.insert_at import keys_before
from strategy_tracker.editing.refusals import Already
from strategy_tracker.editing.typed_figures import written
from strategy_tracker.model.measures.measure import Measure, Withdrawal
from strategy_tracker.model.new_entries import NewWithdrawal
from strategy_tracker.problem import Problem


def withdrawal_change(measure: Measure, route: Route, new: NewWithdrawal) -> Change:
    """The day, the reason and who agreed.

    Raises `Problem` without a reason, and where the measure was withdrawn before; `Already` where the file says exactly
    this.
    """
    if not new.why:
        raise Problem("a measure is not withdrawn without a reason", 'say --why "…"')
    said = new._asdict() | {"on": written(new.on)}
    entry = {key: said[key] for key in Withdrawal.model_fields if said[key]}
    before = measure.withdrawn
    if before and before.why and before != Withdrawal.model_validate(entry):
        raise Problem(f"'{measure.id}' was withdrawn on {before.on}: {before.why}", "correct it in the file")
    if before == Withdrawal.model_validate(entry):
        raise Already(f"'{measure.id}' was withdrawn on {new.on}: {new.why}")
    return Put(route, "withdrawn", entry, keys_before(Measure, "withdrawn"))
