"""Builds a dashboard again whenever a file that it is made from changes, for a server to show."""

import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.app.reporting.dashboard import DashboardPages
from strategy_tracker.files.find import SETTINGS, find_files
from strategy_tracker.problem import Problem
from strategy_tracker.views.dashboard.page_frame import fault
from strategy_tracker.views.formats.findings.as_text import write_diagnostics

Make = Callable[[Path, str], DashboardPages]
"""Makes the pages of a dashboard in a folder, each of which holds the version that it is given."""
EVERY = 0.5
"""Seconds between two looks at the files."""


class ServedPages(NamedTuple):
    """What is served: each path with its file, and the version that a page compares with its own."""

    version: str
    pages: Mapping[str, Path]


def versions(
    make: Make, root: Path, place: Path, note: Callable[[str], None], *, keep_going: bool
) -> Iterator[ServedPages]:
    """Build a dashboard below `place`, and again whenever a file of the portfolio changes; `note` is told of each.

    Raises `Problem` where the first build cannot be made; later ones are then a page that says why.
    """
    number, before = 1, seen(root)
    yield _built(make, place, number, note, keep_going=keep_going)
    while True:
        time.sleep(EVERY)
        if (now := seen(root)) != before:
            number, before = number + 1, now
            yield _again(make, place, number, note, keep_going=keep_going)
            shutil.rmtree(place / str(number - 2), ignore_errors=True)  # the last one may be being read


def seen(root: Path) -> dict[str, tuple[int, int]]:
    """Size and time of everything that a dashboard is made from: the data, the settings, and what git last did."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    git = [str(top / ".git" / name) for name in ("HEAD", "index", "logs/HEAD")]
    names = [*(file.path for file in find_files(root)[0]), str(root / SETTINGS), *git]
    found = {}
    for name in names:
        try:
            about = os.stat(name)  # noqa: PTH116 - a thousand Paths twice a second cost more than looking
        except OSError:
            continue
        found[name] = (about.st_mtime_ns, about.st_size)
    return found


def _built(make: Make, place: Path, number: int, note: Callable[[str], None], *, keep_going: bool) -> ServedPages:
    folder, version = place / str(number), f"{os.getpid()}-{number}"
    folder.mkdir()
    names, wrong, *_ = make(folder, version)
    if wrong and not (keep_going and names):
        return _fault(folder, version, write_diagnostics(wrong, everything=True), note)
    pages = {f"/{name}": folder / name for name in names}
    return ServedPages(version, pages | {"/": folder / names[-1]})


def _again(make: Make, place: Path, number: int, note: Callable[[str], None], *, keep_going: bool) -> ServedPages:
    """The next version; a page that says why, where it cannot be made now."""
    try:
        shown = _built(make, place, number, note, keep_going=keep_going)
        if len(shown.pages) > 1:
            note("built again")
    except Problem as error:
        text = f"error: {error.message}\n" + (f"  help: {error.next_step}\n" if error.next_step else "")
        return _fault(place / str(number), f"{os.getpid()}-{number}", text, note)
    return shown


def _fault(folder: Path, version: str, text: str, note: Callable[[str], None]) -> ServedPages:
    note("cannot be built now: the page says why")
    (folder / "fault.html").write_bytes(fault(text, version).encode())
    return ServedPages(version, {"/": folder / "fault.html"})  # no other page is left to go to
