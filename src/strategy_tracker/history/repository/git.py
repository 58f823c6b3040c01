"""Runs git: with no shell, no pager, no hooks, no prompts, and so that a name is never taken for an option."""

import os
import subprocess
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from strategy_tracker.files.find import KINDS, SETTINGS
from strategy_tracker.history.repository.log import read_objects
from strategy_tracker.model.names.labels import phrase
from strategy_tracker.problem import Problem

_QUIET = {
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # over whatever the repository allows, one by one
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
IDENTITY = ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE")


class NoGit(Problem):
    """There is no git, no repository here, or no such moment in it; the message says which."""

    def __init__(
        self,
        message: str,
        next_step: str = "'git log --oneline' lists the moments there are",
        *,
        is_without_record: bool = False,
    ) -> None:
        super().__init__(message, next_step)
        self.is_without_record = is_without_record
        """Whether it is certain that no commit holds anything of this folder."""


def git(
    folder: Path, *arguments: str, allow: Container[int] = (0,), given: bytes = b"", keep: Iterable[str] = ()
) -> bytes:
    """Run `git` in `folder`, with `given` on its standard input, and give what it prints.

    Git's own variables are left out of its environment, apart from those in `keep`: inside a hook they name another
    index, or another repository. Raises `NoGit` where git is missing or ends with an exit code not in `allow`.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell; arguments are ours, revisions are checked, paths come after "--"
            ["git", *_PLAIN, *arguments],  # noqa: S607 - the git on the user's PATH is the one that is meant
            cwd=folder,
            env=_environment(keep) | (_without_filters(folder) if arguments[0] == "status" else {}),
            capture_output=True,
            check=False,
            input=given,
        )
    except FileNotFoundError:
        raise NoGit("git is not installed", "install it from git-scm.com") from None
    if done.returncode not in allow:
        raise _fault(done.stderr.decode("utf-8", "replace"), done.returncode, folder)
    return done.stdout


@contextmanager
def begun(folder: Path, *arguments: str) -> Iterator[Callable[[], bytes]]:
    """Start git, and give a function that waits for it and returns what it prints: meanwhile something else is done.

    Git is stopped where nobody waits for it. Waiting raises `NoGit` as `git` does; a missing git is said then, too.
    """
    with TemporaryFile() as out, TemporaryFile() as said:
        try:
            process = _started(folder, *arguments, asked=subprocess.DEVNULL, out=out, said=said)
        except FileNotFoundError:
            yield lambda: git(folder, *arguments)
            return

        def printed() -> bytes:
            code = process.wait()
            for stream in (out, said):
                stream.seek(0)
            if code:
                raise _fault(said.read().decode("utf-8", "replace"), code, folder)
            return out.read()

        with process:
            try:
                yield printed
            finally:
                process.kill()


def _started(
    folder: Path, *arguments: str, asked: IO[bytes] | int, out: IO[bytes] | int, said: IO[bytes] | int
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - as above
        ["git", *_PLAIN, *arguments],  # noqa: S607
        cwd=folder,
        env=_environment(),
        stdin=asked,
        stdout=out,
        stderr=said,
    )


def _environment(keep: Iterable[str] = ()) -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key in keep} | _QUIET


@lru_cache(maxsize=64)
def _without_filters(folder: Path) -> dict[str, str]:
    """Variables that switch off every filter a repository names: git would run them to compare files with the index.

    A repository may have come from a stranger, and looking at it must run nothing of theirs.
    """
    listed = git(folder, "config", "--null", "--name-only", "--get-regexp", r"^filter\.", allow=(0, 1))
    names = sorted({key.rpartition(".")[0] for key in listed.decode("utf-8", "surrogateescape").split("\0") if key})
    pairs = [
        (f"{name}.{key}", value)
        for name in names
        for key, value in (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))
    ]
    numbered = {
        f"GIT_CONFIG_{part}_{n}": text
        for n, pair in enumerate(pairs)
        for part, text in zip(("KEY", "VALUE"), pair, strict=True)
    }
    return {"GIT_CONFIG_COUNT": str(len(pairs)), **numbered} if pairs else {}


def _fault(said: str, code: int, folder: Path) -> NoGit:
    if "not a git repository" in said:
        return (
            _unreadable(folder)
            or _below(folder)
            or NoGit(
                phrase("not-in-git"),
                "'git init' and a first commit begin the record",
                is_without_record=True,
            )
        )
    if "dubious ownership" in said:
        mend = said.strip().splitlines()[-1].strip()
        return NoGit(phrase("git-distrusts"), mend)
    if "bad revision 'HEAD'" in said or "Not a valid object name HEAD" in said:
        return NoGit(phrase("nothing-committed"), "'git commit' begins the record", is_without_record=True)
    told = [line for line in said.strip().splitlines() if line.startswith(("fatal: ", "error: "))]
    return NoGit(told[0].split(": ", 1)[1] if told else said.strip() or f"git ended with {code}")


def is_clean(path: Path) -> bool | None:
    """Say whether a file is as it was last committed; None where it is not in git."""
    try:
        state = git(path.parent, *LOOK, "--", path.name)
    except NoGit:
        return None
    return None if state[:2] in (b"??", b"!!") else not state


def uncommitted(root: Path) -> int | None:
    """Count the data files and settings that git does not hold as they are; None where there is no git."""
    try:
        state = git(root, *LOOK[:-1], "--", *KINDS, SETTINGS)
    except NoGit:
        return None
    return sum(1 for one in state.split(b"\0") if one[2:3] == b" ")


LOOK = ("status", "--porcelain", "-z", "--untracked-files=all", "--ignore-submodules=dirty", "--ignored=matching")
"""Asks how files differ from the last commit; into a repository inside this one git would look by that one's rules."""


def ever_held(path: Path, text: str) -> bytes:
    """Collect every line with `text` that was ever added to a file, in any commit; nothing where it is not in git."""
    options = ("--all", "--format=", "-p", "--no-color", "--no-ext-diff", "--no-textconv", f"-S{text}")
    try:
        log = git(path.parent, "log", *options, "--", path.name)
    except NoGit:
        return b""
    wanted = text.encode()
    return b"\n".join(line for line in log.splitlines() if line[:1] in b"+-" and wanted in line)


# the repository


class GitFolder(NamedTuple):
    """What git says of a folder: whether older commits are missing, whether names are long, and where it is."""

    shallow: bool
    long: bool
    prefix: str


@lru_cache(maxsize=64)
def place(folder: Path) -> GitFolder:
    """Ask git whether older commits are missing, how contents are named, and where in its repository a folder is."""
    asked = ("--is-shallow-repository", "--show-object-format", "--show-prefix")
    shallow, form, prefix = git(folder, "rev-parse", *asked).decode("utf-8", "surrogateescape").split("\n", 2)
    return GitFolder(shallow == "true", form == "sha256", prefix.removesuffix("\n"))


def _unreadable(folder: Path) -> NoGit | None:
    """A repository that is there although git finds none: it is damaged, or this user may not look into it."""
    if not any(os.path.lexists(above / ".git") for above in (folder, *folder.absolute().parents)):
        return None
    return NoGit("there is a '.git' here or above, but git cannot read it as a repository", "'git status' says more")


def _below(folder: Path) -> NoGit | None:
    inside = next((kind for kind in KINDS if (folder / kind / ".git").exists()), None)
    if inside is None:
        return None
    return NoGit(
        phrase("only-inside-in-git", folder=inside),
        "put the folder above in git as well",
    )


def is_shallow(folder: Path) -> bool:
    """Say whether the clone holds only the newest commits."""
    return place(folder).shallow


def folder_in(root: Path) -> str:
    """Say where a folder is in its repository, ending with a slash; empty for its top."""
    return place(root).prefix


# contents


def contents(folder: Path, shas: Iterable[str]) -> dict[str, bytes]:
    """Read the contents of blobs by their names, in one go, each once."""
    return {sha: data for sha, _, data in objects(folder, shas)}


def objects(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
    """Read name, kind and content of each object, one by one: git finds the next one while this one is looked at.

    Raises `NoGit` for one that is not in this clone.
    """
    unique = [name for name in dict.fromkeys(names) if name]
    if not unique:
        return
    with TemporaryFile() as asked:
        asked.write("".join(f"{name}\n" for name in unique).encode())
        asked.seek(0)
        batch = ("cat-file", "--batch", "--buffer")
        with _started(folder, *batch, asked=asked, out=subprocess.PIPE, said=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            _widen(process.stdout)
            try:
                yield from read_objects(process.stdout, unique)
            except LookupError:
                mend = "'git fetch --refetch' brings them"
                raise NoGit("this clone leaves out some contents of that moment", mend) from None
            finally:
                process.kill()  # it has ended, unless nobody wants the rest


def _widen(pipe: IO[bytes]) -> None:
    """Let git be some files ahead: usually a pipe holds less than one. Only Linux can, and not for everybody."""
    with suppress(ImportError, OSError):
        from fcntl import F_SETPIPE_SZ, fcntl

        fcntl(pipe, F_SETPIPE_SZ, 1 << 20)
