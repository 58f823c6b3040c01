"""What needs somebody, as findings for a build server: each at its place, with the one to ask."""

from collections.abc import Callable, Iterable

from strategy_tracker.diagnostics import Diagnostic, Position, Severity
from strategy_tracker.judging.attention import AttentionItem, OverdueKind
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.views.text import owner_words

FilePosition = tuple[str, Position | None]
"""A file and a position in it; "" and None where they are not known."""

SEVERITIES: dict[OverdueKind, Severity] = {
    "late": "error",
    "waiting": "error",
    "missed-review": "error",
    "late-resolution": "error",
    "very-silent": "warning",
    "silent": "warning",
    "late-reading": "warning",
    "no-amber-rule": "warning",
    "unanswered": "warning",
    "upcoming": "advice",
}
"""A date that has passed is an error, silence a warning; what is still to come is only said."""


def overdue_findings(
    found: Iterable[AttentionItem], place: Callable[[AttentionItem], FilePosition]
) -> list[Diagnostic]:
    """A finding for each thing that needs somebody; its code is its kind, its next step the one to ask.

    The message is the same on every day, so that a build server sees yesterday's finding in today's.
    """
    return [_finding(one, *place(one)) for one in found]


def _finding(one: AttentionItem, file: str, position: Position | None) -> Diagnostic:
    kind = one.asked
    assert kind  # what asks nobody for anything is no finding
    what = f"'{one.text}'" if one.text == one.item else f"{one.item} '{one.text}'"
    meeting = one.thing == "meeting"
    whom = (
        f"ask {owner_words(owners_of(one), one.owner_from)}"
        if one.owner
        else f"nobody is named: add '{'paper_by' if meeting else 'owner'}'"
    )
    return Diagnostic(
        kind,
        f"{what}: {kind.replace('-', ' ')}",
        next_step=f"{one.words}; {whom}",
        file=file,
        position=position,
        severity=SEVERITIES[kind],
    )
