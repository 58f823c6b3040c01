"""Reports that were frozen: annotated tags below `reported/`."""

from datetime import date
from pathlib import Path

from strategy_tracker.history.git import IDENTITY, NoGit, folder_in, git, objects
from strategy_tracker.history.report_tag import PREFIX, is_name, read_report
from strategy_tracker.model.commit import Commit, FrozenReport


def exists(root: Path, name: str) -> str:
    """The branch or tag that has a name already; empty where there is none."""
    if name == "HEAD":
        return "HEAD"
    names = [f"refs/tags/{PREFIX}{name}", f"refs/heads/{name}", f"refs/tags/{name}", f"refs/remotes/{name}"]
    found = git(root, "for-each-ref", "--format=%(refname)", *names).decode().split("\n")
    return next((ref for ref in found if ref in names), "")


def freeze(root: Path, name: str, text: str, commit: Commit) -> None:
    """Make the annotated tag of a report. Raises `NoGit` where git does not know who the user is."""
    try:
        git(root, "var", "GIT_COMMITTER_IDENT", keep=IDENTITY)
    except NoGit:
        raise NoGit(
            "git does not know who you are, and a report has an author",
            "git config --global user.name 'Your Name' and git config --global user.email you@example.gov.uk",
        ) from None
    options = ("--annotate", "--no-sign", "--cleanup=verbatim", "--file=-")
    git(root, "tag", *options, "--end-of-options", f"{PREFIX}{name}", commit.sha, given=text.encode(), keep=IDENTITY)


def reports(root: Path, name: str = "") -> list[FrozenReport]:
    """Every report that was frozen, or those of one name, by date; other tags are left out."""
    form = "--format=%(objectname) %(objecttype) %(refname)"
    listed = git(root, "for-each-ref", form, f"refs/tags/{PREFIX}{name}").decode("utf-8", "replace")
    tags = dict(line.split(" ", 2)[::2] for line in listed.splitlines() if line.split(" ", 2)[1] == "tag")
    held = {name: (kind, data) for name, kind, data in objects(root, tags)}
    found = (read_report(ref.removeprefix(f"refs/tags/{PREFIX}"), held[sha][1]) for sha, ref in tags.items())
    return sorted((one for one in found if one), key=lambda one: (one.as_at, one.name))


def last_shown(root: Path, body: str, before: date, since: date | None) -> FrozenReport | None:
    """The newest report frozen for a body and judged before a day, and after `since` where that is given."""
    folder, name = folder_in(root).rstrip("/"), body.casefold()
    found = [one for one in reports(root) if one.body.casefold() == name and one.folder == folder]
    return next((one for one in reversed(found) if one.as_at < before and (since is None or since < one.as_at)), None)


def report_of(root: Path, name: str) -> FrozenReport | None:
    """The report frozen under a name; None where there is none."""
    return next((one for one in reports(root, name) if one.name == name), None) if is_name(name) else None
