"""Says what git knows as diagnostics: in plain words, with the commit and its author, at their places of today."""

from strategy_tracker.comparing.typed_over import UNRECORDED, QuietChange, QuietKind
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.history.typed_over.brought_in import LateUpdate, UsedId
from strategy_tracker.judging.actions.clocks import days_from
from strategy_tracker.model.commit import Commit


def quiet_change(one: QuietChange) -> Diagnostic:
    """A value that was typed over."""
    return Diagnostic(_CODES[one.kind], f"{_said(one)} ({_by(one.commit)})", one.route, _next_step(one), one.file)


def used_id(one: UsedId) -> Diagnostic:
    """An id that stands for something else than it did."""
    own = one.item.rpartition("/")[2]
    said = f"the id '{own}' was used before, for '{one.former}', until {one.until.words()}"
    return Diagnostic("id-used-again", f"{said} ({_by(one.commit)})", one.route, file=one.file)


def late_update(one: LateUpdate) -> Diagnostic:
    """An update that came long after its day."""
    days = days_from((one.commit.day - one.on.last).days, one.on)
    said = f"the update of {one.on} came {days} later"
    return Diagnostic("update-dated-back", f"{said} ({_by(one.commit)})", one.route, file=one.file)


_CODES: dict[QuietKind, str] = {
    "due": "date-moved-quietly",
    "target": "target-changed-quietly",
    "tolerance": "target-changed-quietly",
    "owner": "owner-changed-quietly",
    "wording": "wording-changed-quietly",
}


def _next_step(one: QuietChange) -> str:
    """Say what to do where that is not what is usual for the code: where no entry can record the change."""
    if one.kind == "due" and not one.after:
        return "write it back, or say why in a comment there: # allow date-moved-quietly: …"
    if one.kind == "tolerance" and one.what.partition(" for ")[0] in UNRECORDED:
        return "say why in the note of the measure, or write it back"
    if one.what == "measures_default":
        return "say why in the note of the strategy, or write it back"
    return ""


def _said(one: QuietChange) -> str:
    if not one.after:
        return f"{_name(one)}, {one.before}, was taken away, and no reason is on record"
    if one.kind != "due":
        return f"{_name(one)} was changed from '{one.before}' to '{one.after}', and no reason is on record"
    how = f"{abs(one.days)} day{'s' * (abs(one.days) != 1)} {'later' if one.days > 0 else 'earlier'}"
    return f"{_name(one)} went from {one.before} to {one.after}, {how}, and no move is on record"


def _name(one: QuietChange) -> str:
    if one.kind == "due":
        return f"the due date of '{one.what}'" if one.what else "the due date"
    if one.kind == "target":
        return f"the target for {one.what}"
    if one.kind == "tolerance":
        key, _, period = one.what.partition(" for ")
        return f"'{key}' for {period}" if period else f"'{key}'"
    return "the owner" if one.kind == "owner" else "the title"


def _by(commit: Commit | None) -> str:
    return f"{commit.words()}, {commit.author}" if commit and commit.sha else "not committed yet"
