"""What a check found in one file: plain data, which crosses from one process to another, and is kept."""

from typing import NamedTuple

from strategy_tracker.checks.of_names.mentioned import EvidenceFile, Mentions
from strategy_tracker.diagnostics import Diagnostic


class FileFindings(NamedTuple):
    """What one file gave: its diagnostics, its ids, how many things it holds, whether it has `# allow` comments.

    `evidence` are the files that it names with a digest.
    """

    diagnostics: list[Diagnostic]
    mentions: Mentions | None
    things: dict[str, int]
    allows: bool
    evidence: tuple[EvidenceFile, ...] = ()
