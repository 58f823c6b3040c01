"""The changes of a measures file that withdraw a measure or judge it: its figures stay as they are."""

from strategy_tracker.diagnostics import Route
from strategy_tracker.editing.changes import Append, Change, Put
from strategy_tracker.editing.insert_at import keys_before, newest_first
from strategy_tracker.editing.refusals import Already
from strategy_tracker.editing.render import one_line
from strategy_tracker.editing.typed_figures import written
from strategy_tracker.model.measures.judgement import MeasureJudgement
from strategy_tracker.model.measures.measure import Measure, Withdrawal
from strategy_tracker.model.new_entries import NewUpdate, NewWithdrawal
from strategy_tracker.problem import Problem


def withdrawal_change(measure: Measure, route: Route, new: NewWithdrawal) -> Change:
    """The day, the reason and who agreed.

    Raises `Problem` without a reason, and where the measure was withdrawn before; `Already` where the file says exactly
    this.
    """
    if not new.why:
        raise Problem("a measure is not withdrawn without a reason", 'say --why "…"')
    said = new._asdict() | {"on": written(new.on)}
    entry = {key: said[key] for key in Withdrawal.model_fields if said.get(key)}
    before = measure.withdrawn
    if before and before.why and before != Withdrawal.model_validate(entry):
        raise Problem(f"'{measure.id}' was withdrawn on {before.on}: {before.why}", "correct it in the file")
    if before == Withdrawal.model_validate(entry):
        raise Already(f"'{measure.id}' was withdrawn on {new.on}: {new.why}")
    return Put(route, "withdrawn", entry, keys_before(Measure, "withdrawn"))


def judgement_change(measure: Measure, route: Route, new: NewUpdate) -> Change:
    """What somebody judged of a measure on a day; `Already` where exactly this was judged before.

    Raises `Problem` where no colour is said, and for a red or an amber one without a note.
    """
    if not new.rag:
        raise Problem("a measure is judged by a colour", "say --rag red, amber or green")
    if new.rag in ("red", "amber") and not new.note:
        raise Problem(f"{new.rag} without a note", 'say why: --note "…"')
    said = new._asdict() | {"on": written(new.on)}
    entry = {key: said[key] for key in MeasureJudgement.model_fields if said[key]}
    if MeasureJudgement.model_validate(entry) in measure.judgements:
        raise Already(f"'{measure.id}' has the judgement {one_line(entry)}")
    first = newest_first([one.on.last for one in measure.judgements])
    return Append((*route, "judgements"), entry, first=first, after=keys_before(Measure, "judgements"))
