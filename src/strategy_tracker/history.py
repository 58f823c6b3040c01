"""Git: the only module that runs it. No shell, no pager, no hooks, no prompts; a path is never taken for an option."""

import os
import subprocess
from pathlib import Path

_QUIET = {
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C",
}
_PLAIN = ("--no-pager", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false")


class NoGit(Exception):
    """There is no git, or no repository here; the text says which."""


def git(folder: Path, *arguments: str, allow: tuple[int, ...] = (0,)) -> bytes:
    """What `git` prints when run in `folder`.

    Raises `NoGit` where git is missing or ends with an exit code that is not in `allow`.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | _QUIET
    try:
        done = subprocess.run(  # noqa: S603 - no shell; arguments are ours, paths come after "--"
            ["git", *_PLAIN, *arguments],  # noqa: S607 - the git on the user's PATH is the one that is meant
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise NoGit("git is not installed") from None
    if done.returncode not in allow:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoGit(said[-1] if said else f"git ended with {done.returncode}")
    return done.stdout


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
    try:
        log = git(
            path.parent,
            "log",
            "--all",
            "--format=",
            "-p",
            "--no-ext-diff",
            "--no-textconv",
            f"-S{text}",
            "--",
            path.name,
        )
    except NoGit:
        return b""
    wanted = text.encode()
    return b"\n".join(line for line in log.splitlines() if line[:1] in b"+-" and wanted in line)
