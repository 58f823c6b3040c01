"""What is late or silent, as findings: so that a build server can show it where it shows mistakes."""

from collections.abc import Callable, Iterable

from strategy_tracker.diagnostics import Diagnostic, Position, Severity
from strategy_tracker.judging.overdue import OverdueItem, OverdueKind

Place = tuple[str, Position | None]
"""A file and a position in it; "" and None where they are not known."""

SEVERITIES: dict[OverdueKind, Severity] = {
    "overdue": "error",
    "late-start": "error",
    "missed": "error",
    "missed-review": "error",
    "very-stale": "error",
    "stale": "warning",
    "late-reading": "warning",
    "upcoming": "advice",
}
"""Red is an error, amber a warning; what is still to come is only said."""


def as_findings(found: Iterable[OverdueItem], place: Callable[[OverdueItem], Place]) -> list[Diagnostic]:
    """A finding for each thing that needs somebody; its code is its kind, its next step the one to ask.

    The message is the same on every day, so that a build server sees yesterday's finding in today's.
    """
    return [_finding(one, *place(one)) for one in found]


def _finding(one: OverdueItem, file: str, position: Position | None) -> Diagnostic:
    what = f"'{one.text}'" if one.text == one.item else f"{one.item} '{one.text}'"
    meeting = one.text == one.item and one.kind != "late-reading"
    whom = f"ask {one.owner}" if one.owner else f"nobody is named: add '{'paper_by' if meeting else 'owner'}'"
    return Diagnostic(
        one.kind,
        f"{what}: {one.kind.replace('-', ' ')}",
        mend=f"{one.words}; {whom}",
        file=file,
        position=position,
        severity=SEVERITIES[one.kind],
    )
