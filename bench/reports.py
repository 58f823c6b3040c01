"""What a report costs: `python bench/reports.py [--pairs 7] [--folder FOLDER]`.

A board pack of 33 strategies in HTML and Markdown, and of one strategy in every format, against `python -c pass`;
and the parts of the large one inside one process. Prints Markdown; `run.py` holds the bounds.
"""

import argparse
import gc
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from clock import Ratio, against, compiled, run, two_cores
from content import AS_AT
from generate import generate

SEED, MANY = 1, 33
PASS = (sys.executable, "-c", "pass")
TOOL = (sys.executable, "-m", "strategy_tracker")
DAY = ("--as-at", AS_AT.isoformat())


def line(what: str, ratio: Ratio, size: int = 0, peak: float = 0.0) -> None:
    spread, size_of = f"{ratio.low:.1f}–{ratio.high:.1f}", f"{size / 1e6:.1f} MB" if size else "–"
    most = f"{peak:.0f} MiB" if peak else "–"
    print(f"| {what} | {ratio.median:.1f} p | {spread} | {ratio.seconds:.2f} s | {size_of} | {most} |", flush=True)


def report(folder: Path, form: str, pairs: int) -> None:
    """A pack of all that is in a folder, in one format."""
    file = folder.parent / f"pack.{form}"
    command = (*TOOL, "report", *DAY, "--root", str(folder), "-o", str(file))
    ratio, once = against(command, PASS, folder, pairs), run(command, folder)
    strategies = len(list((folder / "strategies").iterdir()))
    line(f"pack of {strategies}, `.{form}`", ratio, file.stat().st_size, once.peak)


def commands(top: Path, pairs: int) -> None:
    """The commands as people run them."""
    print("| What | Median | Range | Takes | File | Memory |\n|---|--:|--:|--:|--:|--:|")
    one, many = top / "1", top / str(MANY)
    for folder, number in ((one, 1), (many, MANY)):
        if not folder.exists():
            generate(folder, number, SEED)
    line(f"`status` of {MANY}, for comparison", against((*TOOL, "status", *DAY), PASS, many, pairs))
    for form in ("html", "md"):
        report(many, form, pairs)
    for form in ("html", "md", "docx", "pdf"):
        report(one, form, pairs)


def least(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of the quickest of five runs, and what it made."""
    took, made = [], None
    for _ in range(5):
        start = time.perf_counter()
        made = work()
        took.append(time.perf_counter() - start)
    return min(took), made


def parts(folder: Path) -> None:
    """Where the time of the large one goes, inside one process, with the garbage collector off as in the command."""
    from strategy_tracker.app.moment import Moment
    from strategy_tracker.app.reporting.report import ReportRequest, gather
    from strategy_tracker.files.portfolio import open_portfolio
    from strategy_tracker.views.formats.writers import writer
    from strategy_tracker.views.papers.build import build

    gc.disable()
    material, _ = gather(Moment(open_portfolio(folder), AS_AT), ReportRequest((), "", "", practice=False))
    built, document = least(lambda: build("pack", material))
    print("\n| Part | Takes |\n|---|--:|")
    print(f"| build the document | {built * 1000:.0f} ms |")
    for form in ("html", "markdown"):
        written, _ = least(lambda form=form: writer(form)(document))  # type: ignore[misc]
        print(f"| write it as {form} | {written * 1000:.0f} ms |")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--pairs", type=int, default=7)
    asked.add_argument("--folder", type=Path, help="keep the portfolios here")
    given = asked.parse_args()
    two_cores()
    with tempfile.TemporaryDirectory() as made:
        compiled(Path(made) / "bytecode")
        top = given.folder or Path(made)
        print(f"CPython {platform.python_version()}, {given.pairs} pairs\n")
        commands(top, given.pairs)
        parts(top / str(MANY))


if __name__ == "__main__":
    main()
