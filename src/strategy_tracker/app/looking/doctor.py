"""What a support question needs to know of a portfolio and of its repository; of the files only the settings."""

from collections.abc import Iterator
from pathlib import Path

from strategy_tracker.diagnostics import too_old
from strategy_tracker.files.find import SETTINGS, find_root
from strategy_tracker.files.portfolio import NothingToRead, open_portfolio
from strategy_tracker.history.repository.git import NoGit, git, is_shallow
from strategy_tracker.kept.folder import MOST, kept_folder
from strategy_tracker.model.record import Record
from strategy_tracker.model.settings import Settings
from strategy_tracker.problem import Problem


def portfolio_facts(root: Path | None) -> Iterator[tuple[str, str]]:
    """Yields where the portfolio is, what is in it, what is wrong with its folder, and each setting with its source."""
    try:
        found = open_portfolio(root)
    except NothingToRead as error:
        yield "portfolio", str(error)
        return
    yield "portfolio", str(found.root)
    kinds = ", ".join(f"{len(found.of_kind(kind))} in {kind}/" for kind in ("strategies", "measures", "practice"))
    if others := found.of_kind("comparators"):
        kinds += f", {len(others)} in comparators/"
    yield "files", kinds
    for item in too_old(found.diagnostics) or found.diagnostics:
        yield "problem", f"{item.file}: {item.message} [{item.code}]"
    for key in Settings.model_fields:
        source = SETTINGS if key in found.settings.model_fields_set else "default"
        value = getattr(found.settings, key)
        yield f"setting {key}", f"{_shown(value)} ({source})"


def _shown(value: object) -> str:
    """A setting as its file has it."""
    if isinstance(value, Record):
        value = {key: getattr(value, key) for key in type(value).model_fields if key in value.model_fields_set}
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(word)}" for key, word in value.items()) or "none"
    if type(value) is tuple:  # a value of our own says by itself how it is written
        return ", ".join(map(_shown, value)) or "none"
    return "none" if value in (None, "") else str(value).lower() if isinstance(value, bool) else str(value)


def kept_facts(root: Path | None) -> Iterator[tuple[str, str]]:
    """Yields where answers about files are kept between commands, how large that is, or why nothing is kept."""
    folder = kept_folder(_around(root))
    if folder.path is None:
        yield "kept answers", f"none: {folder.why_not}"
        return
    yield "kept answers", str(folder.path)
    if folder.why_not:
        yield "", f"not used: {folder.why_not}"
        return
    kept = folder.packs()
    size = sum(about.st_size for _, about in kept)
    files = f"{len(kept)} {'file' if len(kept) == 1 else 'files'}"
    yield "", f"{size / 1_000_000:.1f} MB of at most {MOST // 1_000_000} MB, in {files}"


def empty_kept(root: Path | None) -> int:
    """Throw away all answers that are kept, of whatever portfolio, and say how many files they were in."""
    try:
        return kept_folder(_around(root)).empty()
    except OSError as error:
        raise Problem(f"what is kept cannot be thrown away ({error.strerror})", "delete the folder by hand") from None


def _around(root: Path | None) -> Path:
    here = (root or Path.cwd()).absolute()
    return root.absolute() if root else find_root(here) or here


def git_facts(root: Path | None) -> Iterator[tuple[str, str]]:
    """Yields the version of git, and whether the folder is in a repository of which all commits are here."""
    folder = (root or Path.cwd()).absolute()
    try:
        yield "git", git(folder, "--version").decode().strip().removeprefix("git version ")
        shallow = ", shallow: older commits are not here" if is_shallow(folder) else ""
        yield "repository", f"yes{shallow}"
    except NoGit as error:
        yield "repository", f"{'no' if error.is_without_record else 'not known'} ({error})"
    except OSError as error:
        yield "repository", f"not known ({error.strerror})"
