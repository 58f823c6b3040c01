"""Says what git does not know here: where it cannot be asked, and what of the record is not in this clone."""

from pathlib import Path

from strategy_tracker.history.repository.git import NoGit, git, place
from strategy_tracker.history.repository.objects import REPORT_TAGS
from strategy_tracker.problem import Problem


def why_ids_are_unknown(folder: Path) -> Problem | None:
    """Say why an id that was used before may not be known here; None where git has every commit there is."""
    try:
        if place(folder).shallow:
            return Problem("older commits are not in this clone", "'git fetch --unshallow' brings them")
        if git(folder, "config", "--get-regexp", r"^remote\..*\.promisor$", allow=(0, 1)):
            return Problem("this clone leaves out contents of older commits", "'git fetch --refetch' brings them")
    except NoGit as error:
        return error
    return None


def why_reports_are_unknown(folder: Path) -> Problem | None:
    """Say why a report that was frozen may not be known here; None where nothing suggests it.

    Tags are fetched apart from commits: a clone made without them has none, and one of its newest commits only some.
    """
    if not git(folder, "remote"):
        return None
    none = not git(folder, "for-each-ref", "--count=1", f"refs/tags/{REPORT_TAGS}")
    left_out = b"--no-tags" in git(folder, "config", "--get-regexp", r"^remote\..*\.tagopt$", allow=(0, 1))
    if none or left_out or place(folder).shallow:
        return Problem("reports are tags, and those of the other copy may not have been fetched", "git fetch --tags")
    return None
