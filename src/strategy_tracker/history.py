"""Git: the only module that runs it. No shell, no pager, no hooks, no prompts; a name is never taken for an option."""

import os
import subprocess
from collections.abc import Callable, Container, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from hashlib import sha1, sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.rules.moment import Commit, Reported
from strategy_tracker.store.find import KINDS, SETTINGS, DataFile
from strategy_tracker.store.git_log import (
    LOG_FORMAT,
    SUBMODULE,
    is_data,
    read_blobs,
    read_commits,
    read_made,
    read_objects,
)
from strategy_tracker.store.load import content
from strategy_tracker.store.moments import Blob, Change, Made, portfolio_of
from strategy_tracker.store.portfolio import Portfolio, open_portfolio, settings_file
from strategy_tracker.store.read import Unreadable
from strategy_tracker.store.reported import PREFIX, is_name, read_report

if TYPE_CHECKING:
    from strategy_tracker.rules.life import Life
    from strategy_tracker.store.trends import Known
    from strategy_tracker.store.versions import Wanted

_QUIET = {
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
_PINNED = (
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "core.fsmonitor=false",
    "log.showSignature=false",
    "log.showRoot=true",
    "log.follow=false",
    "log.mailmap=true",
    "diff.relative=false",
    "diff.ignoreSubmodules=none",
    "status.relativePaths=false",
    "advice.objectNameWarning=false",
    "protocol.allow=never",
)
_PLAIN = ("--no-pager", *(part for setting in _PINNED for part in ("-c", setting)))
_IDENTITY = ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE")


class NoGit(Exception):
    """There is no git, no repository here, or no such moment in it; the text says which, `mend` what to do."""

    def __init__(self, message: str, mend: str = "'git log --oneline' lists the moments there are") -> None:
        super().__init__(message)
        self.mend = mend


def git(
    folder: Path, *arguments: str, allow: Container[int] = (0,), given: bytes = b"", keep: Iterable[str] = ()
) -> bytes:
    """What `git` prints when run in `folder`, with `given` on its standard input.

    Git's own variables are left out of its environment, apart from those in `keep`: inside a hook they name another
    index, or another repository. Raises `NoGit` where git is missing or ends with an exit code not in `allow`.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key in keep}
    try:
        done = subprocess.run(  # noqa: S603 - no shell; arguments are ours, revisions are checked, paths come after "--"
            ["git", *_PLAIN, *arguments],  # noqa: S607 - the git on the user's PATH is the one that is meant
            cwd=folder,
            env=environment | _QUIET,
            capture_output=True,
            check=False,
            input=given,
        )
    except FileNotFoundError:
        raise NoGit("git is not installed", "install it from git-scm.com") from None
    if done.returncode not in allow:
        raise _fault(done.stderr.decode("utf-8", "replace"), done.returncode)
    return done.stdout


def _fault(said: str, code: int) -> NoGit:
    if "not a git repository" in said:
        return NoGit(
            "this folder is not in a git repository, so nothing is known of earlier moments",
            "'git init' and a first commit begin the record",
        )
    if "dubious ownership" in said:
        mend = said.strip().splitlines()[-1].strip()
        return NoGit("git does not trust this folder: it belongs to somebody else", mend)
    told = [line for line in said.strip().splitlines() if line.startswith(("fatal: ", "error: "))]
    return NoGit(told[0].split(": ", 1)[1] if told else said.strip() or f"git ended with {code}")


def is_clean(path: Path) -> bool | None:
    """Whether a file is as it was last committed; None where it is not in git."""
    try:
        if not git(path.parent, "ls-files", "-z", "--", path.name):
            return None
        return not git(path.parent, "status", "--porcelain", "-z", "--", path.name)
    except NoGit:
        return None


def ever_held(path: Path, text: str) -> bytes:
    """Every line with `text` that was ever added to a file, in any commit; nothing where it is not in git."""
    options = ("--all", "--format=", "-p", "--no-color", "--no-ext-diff", "--no-textconv", f"-S{text}")
    try:
        log = git(path.parent, "log", *options, "--", path.name)
    except NoGit:
        return b""
    wanted = text.encode()
    return b"\n".join(line for line in log.splitlines() if line[:1] in b"+-" and wanted in line)


# the repository


class _Place(NamedTuple):
    shallow: bool
    long: bool
    prefix: str


@lru_cache(maxsize=64)
def _place(folder: Path) -> _Place:
    """What git says of a folder: are older commits missing, how are contents named, where in the repository is it."""
    asked = ("--is-shallow-repository", "--show-object-format", "--show-prefix")
    try:
        shallow, form, prefix = git(folder, "rev-parse", *asked).decode("utf-8", "surrogateescape").split("\n", 2)
    except NoGit as error:
        raise _below(folder) or error from None
    return _Place(shallow == "true", form == "sha256", prefix.removesuffix("\n"))


def _below(folder: Path) -> NoGit | None:
    inside = next((kind for kind in KINDS if (folder / kind / ".git").exists()), None)
    if inside is None:
        return None
    return NoGit(
        f"only '{inside}' is in a git repository, not the whole portfolio, so no earlier moment of it is on record",
        "put the folder above in git as well",
    )


def is_shallow(folder: Path) -> bool:
    """Whether the clone holds only the newest commits."""
    return _place(folder).shallow


def folder_in(root: Path) -> str:
    """Where a folder is in its repository, ending with a slash; empty for its top."""
    return _place(root).prefix


# moments


def commit_at(folder: Path, revision: str) -> Commit:
    """The commit a person names: a report that was frozen, a tag, a branch, a hash, `HEAD~3`.

    Raises `NoGit` where there is none, or where the name could be taken for an option or for more than one commit.
    """
    place = _place(folder)
    if revision.startswith(("-", "^")) or ".." in revision or not revision.isprintable() or not revision.strip():
        raise NoGit(f"'{revision}' is not a revision")
    asked = [f"refs/tags/{PREFIX}{revision}^{{commit}}", f"{revision}^{{commit}}"]
    told = git(folder, "cat-file", "--batch-check", given="".join(f"{name}\n" for name in asked).encode())
    found = [line.split(" ")[0] for line in told.decode().splitlines() if " commit " in line]
    if not found:
        raise NoGit(f"git knows no revision '{revision}'{_SHALLOW if place.shallow else ''}")
    return next(read_commits(git(folder, "log", "--no-walk", LOG_FORMAT, "-z", found[0])))


def commit_known_on(folder: Path, day: date) -> Commit:
    """The last commit made on `day` or before, by the committers' own calendars, on the main line of `HEAD`.

    What a branch held before it was merged was not known here. Raises `NoGit` where there is none.
    """
    main = main_line(folder, day)
    commit = next((commit for commit in main if commit.day <= day), None)
    if commit is not None:
        return commit
    main = main_line(folder)
    if not main:
        raise NoGit("nothing has been committed yet", "'git commit' begins the record")
    shallow = _SHALLOW if is_shallow(folder) else ""
    raise NoGit(f"nothing was on record on {day}: the first commit is of {main[-1].day}{shallow}")


def main_line(folder: Path, until: date | None = None) -> list[Commit]:
    """The commits of `HEAD`, newest first, without those of merged branches; `until` leaves out most later ones."""
    _place(folder)
    last = []
    if until is not None and until.year < 2199:  # its end in the last time zone of the world
        end = datetime.combine(until, time(12), UTC) + timedelta(days=1)
        last = [f"--until={int(end.timestamp())}"] if until.year >= 1970 else []
    return list(read_commits(git(folder, "log", "--first-parent", *last, LOG_FORMAT, "-z", "HEAD", allow=(0, 128))))


_SHALLOW = "; this is a shallow clone, older commits are not here: 'git fetch --unshallow' brings them"


# files of a moment


def blobs(root: Path, commit: str) -> list[Blob]:
    """The data files of the portfolio in a commit, by name; one without a hash is a link, which is not followed.

    Raises `NoGit` where a part of the portfolio is a submodule.
    """
    prefix = folder_in(root)
    wanted = [f"{prefix}{kind}" for kind in (*KINDS, SETTINGS)]
    listed = git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted)
    found = sorted(read_blobs(listed.decode("utf-8", "surrogateescape"), prefix))
    submodule = next((blob.name for blob in found if blob.sha == SUBMODULE), "")
    if submodule:
        raise NoGit(f"'{submodule}' is a submodule: what it held is in another repository")
    return found


def contents(folder: Path, shas: Iterable[str]) -> dict[str, bytes]:
    """The contents of blobs by their names, read in one go, each once."""
    return {sha: data for sha, (_, data) in _objects(folder, shas).items()}


def _objects(folder: Path, names: Iterable[str]) -> dict[str, tuple[str, bytes]]:
    """Kind and content of each object. Raises `NoGit` for one that is not in this clone."""
    unique = [name for name in dict.fromkeys(names) if name]
    if not unique:
        return {}
    out = git(folder, "cat-file", "--batch", "--buffer", given="".join(f"{name}\n" for name in unique).encode())
    try:
        return read_objects(out, unique)
    except LookupError:
        raise NoGit("this clone leaves out some contents of that moment", "'git fetch --refetch' brings them") from None


def portfolio_at(root: Path, commit: Commit) -> Portfolio:
    """The portfolio as a commit holds it, judged by the settings of that commit.

    Raises `NoGit` where the commit has no strategy in this folder.
    """
    listed = blobs(root, commit.sha)
    found = portfolio_of(root, commit, listed, contents(root, (blob.sha for blob in listed)))
    if not found.of_kind("strategies"):
        raise NoGit(f"{commit.words()} has no strategy in this folder")
    return found


# two moments


def two_portfolios(
    root: Path, old: Commit, new: Commit | None, everything: bool = False
) -> tuple[Portfolio, Portfolio]:
    """The portfolio at two moments, with only the contents that differ; `new` is None for the files on disk.

    All files are there where the settings differ, since they can move every colour, or where `everything` is asked for.
    """
    before, after = blobs(root, old.sha), blobs(root, new.sha) if new else _on_disk(root)
    kept: set[str] = {blob.sha for blob in before} & {blob.sha for blob in after}
    settings = [{blob.sha for blob in side if blob.name == SETTINGS} for side in (before, after)]
    same = frozenset(kept - {""}) - settings[0] if settings[0] == settings[1] and not everything else frozenset()
    read = contents(root, (blob.sha for blob in (*before, *(after if new else ())) if blob.sha not in same))
    earlier = portfolio_of(root, old, before, read, same)
    if new is not None:
        return earlier, portfolio_of(root, new, after, read, same)
    found = open_portfolio(root)
    left_out = {blob.name for blob in after if blob.sha in same}
    return earlier, found._replace(files=tuple(file for file in found.files if file.name not in left_out))


def _on_disk(root: Path) -> list[Blob]:
    """The files on disk with the names git would give to their contents."""
    found = open_portfolio(root)
    own = settings_file(root)
    named = []
    for file in (*found.files, *([own] if own else [])):
        with suppress(Unreadable):  # what cannot be read is said where it is read
            named.append(Blob(file.name, _name_of(content(file), _place(root).long)))
    return named


def _name_of(data: bytes, long: bool) -> str:
    return (sha256 if long else sha1)(b"blob %d\0" % len(data) + data).hexdigest()


def changed_on_disk(root: Path) -> list[DataFile]:
    """The data files on disk that differ from `HEAD`, with those that git does not keep."""
    committed = {blob.name: blob.sha for blob in blobs(root, "HEAD")}
    long = _place(root).long
    changed = []
    for file in open_portfolio(root).files:
        with suppress(Unreadable):
            data = content(file)
            if committed.get(file.name) != _name_of(data, long):
                changed.append(file._replace(data=data))
    return changed


def uncommitted(root: Path) -> list[str]:
    """The names of data files that are not as `HEAD` has them, also those that git ignores."""
    prefix = _place(root).prefix
    asked = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching")
    listed = git(root, *asked, "--", *KINDS, SETTINGS).decode("utf-8", "surrogateescape")
    names = [entry[3:].removeprefix(prefix) for entry in listed.split("\0") if entry]
    return sorted(name for name in names if is_data(name) or name.endswith("/"))


# all commits


def made(root: Path, kinds: Iterable[str], *, main: bool = False, since: str = "HEAD", prefix: str = "") -> list[Made]:
    """The commits that changed data files of these kinds, newest first, with what they changed.

    A merge is there with the files that are like none of its parents'; with `main`, merged branches are left out
    and a merge is there with all that it brought. `prefix` is the portfolio's folder, where it had another name.
    """
    own = _place(root).prefix
    top = root.joinpath(*[".."] * own.count("/"))
    prefix = prefix or own
    shape = ("--first-parent", "-m") if main else ("--topo-order", "-c")
    options = (*shape, "--raw", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff", "--no-textconv")
    paths = [f"{prefix}{kind}" for kind in (*kinds, SETTINGS)]
    log = git(top, "log", *options, LOG_FORMAT, "-z", since, "--", *paths)
    return list(read_made(log.decode("utf-8", "surrogateescape"), prefix))


def since(root: Path, revision: str) -> set[str]:
    """The commits of `HEAD` that a revision does not hold."""
    old = commit_at(root, revision)
    return set(git(root, "rev-list", f"{old.sha}..HEAD", "--").decode().split())


# reports that were frozen


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
        git(root, "var", "GIT_COMMITTER_IDENT", keep=_IDENTITY)
    except NoGit:
        raise NoGit(
            "git does not know who you are, and a report has an author",
            "git config --global user.name 'Your Name' and git config --global user.email you@example.gov.uk",
        ) from None
    options = ("--annotate", "--no-sign", "--cleanup=verbatim", "--file=-")
    git(root, "tag", *options, "--end-of-options", f"{PREFIX}{name}", commit.sha, given=text.encode(), keep=_IDENTITY)


def reports(root: Path, name: str = "") -> list[Reported]:
    """Every report that was frozen, or those of one name, by date; other tags are left out."""
    form = "--format=%(objectname) %(objecttype) %(refname)"
    listed = git(root, "for-each-ref", form, f"refs/tags/{PREFIX}{name}").decode("utf-8", "replace")
    tags = dict(line.split(" ", 2)[::2] for line in listed.splitlines() if line.split(" ", 2)[1] == "tag")
    held = _objects(root, tags)
    found = (read_report(ref.removeprefix(f"refs/tags/{PREFIX}"), held[sha][1]) for sha, ref in tags.items())
    return sorted((one for one in found if one), key=lambda one: (one.as_at, one.name))


def report_of(root: Path, name: str) -> Reported | None:
    """The report frozen under a name; None where there is none."""
    return next((one for one in reports(root, name) if one.name == name), None) if is_name(name) else None


# one item


def life_of(root: Path, wanted: "Wanted", today: date) -> "Life":
    """The life of an item, with what is on disk and not committed yet."""
    from strategy_tracker.store.lives import tell

    every = made(root, (wanted.kind,))
    main = every if all(one.parents < 2 for one in every) else made(root, (wanted.kind,), main=True)
    disk, held = _not_committed(root, wanted.kind, today)

    def read(shas: Iterable[str]) -> dict[str, bytes]:
        asked = list(shas)
        return {**contents(root, [sha for sha in asked if sha not in held]), **{s: held[s] for s in asked if s in held}}

    every_one = [*disk, *every]
    return tell(wanted, every_one, every_one if main is every else [*disk, *main], read, today)


def _not_committed(root: Path, kind: str, today: date) -> tuple[list[Made], dict[str, bytes]]:
    """What is on disk as a last commit that has no name, and the contents it brings."""
    committed = {blob.name: blob.sha for blob in blobs(root, "HEAD")}
    long = _place(root).long
    found = open_portfolio(root)
    own = settings_file(root)
    changes, held, seen = [], {}, set()
    files = (file for file in found.files if file.name.startswith(f"{kind}/"))
    for file in (*files, *([own] if own else [])):
        seen.add(file.name)
        with suppress(Unreadable):
            data = content(file)
            name = _name_of(data, long)
            if committed.get(file.name) != name:
                changes.append(Change(file.name, (committed.get(file.name, ""),), name))
                held[name] = data
    gone = [name for name in committed if name not in seen and name.startswith((f"{kind}/", SETTINGS))]
    changes += [Change(name, (committed[name],), "") for name in gone]
    return ([Made(Commit("", today, "", ""), 1, tuple(changes))] if changes else []), held


def withdrawn(root: Path, typed: str) -> "Wanted | None":
    """The item of an id that no file has any more, as the newest commit that took it away had it."""
    from strategy_tracker.store.withdrawn import last_seen

    return last_seen(typed, made(root, KINDS[:2]), lambda shas: contents(root, shas))


def known_at(root: Path, days: Callable[[date], list[date]]) -> "list[Known]":
    """The last commit known at each of some days, with its files; `days` is asked with the day of the first commit.

    Days before the first commit, and commits without this folder, are left out.
    """
    from strategy_tracker.store.trends import Known

    main = main_line(root)
    if not main:
        raise NoGit("nothing has been committed yet", "'git commit' begins the record")
    found: list[Known] = []
    files: dict[str, tuple[Blob, ...]] = {}
    for day in days(main[-1].day):
        commit = next((commit for commit in main if commit.day <= day), None)
        if commit is None:
            continue
        if commit.sha not in files:
            files[commit.sha] = tuple(blobs(root, commit.sha))
        if files[commit.sha]:
            found.append(Known(day, commit, files[commit.sha]))
    return found
