"""What a dashboard costs: `python bench/dashboard.py [--folder FOLDER] [--many 1000]`.

Pages of 33, 333 and 1,000 generated strategies, as a folder and as one file, and of 1,000 compared with an earlier
commit. Prints Markdown; ends with 1 where the largest process takes more than 300 MiB.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from clock import compiled, run, two_cores
from content import AS_AT
from generate import generate

SEED, MOST = 1, 300
TOOL = (sys.executable, "-m", "strategy_tracker", "dashboard", "--as-at", AS_AT.isoformat())
EARLIER = "2026-07-01"


def line(what: str, portfolio: Path, output: Path, *more: str) -> float:
    """Make a dashboard and print what it cost; MiB of the largest process."""
    shutil.rmtree(output, ignore_errors=True)
    output.unlink(missing_ok=True)
    cost = run((*TOOL, "--root", str(portfolio), "-o", str(output), *more), portfolio.parent)
    pages = [output] if output.is_file() else list(output.iterdir())
    size = sum(page.stat().st_size for page in pages) / 1e6
    costs = f"{cost.wall:.0f} s | {cost.cpu:.0f} s | {len(pages):,} | {size:.0f} MB | {cost.peak:.0f} MiB"
    print(f"| {what} | {costs} |", flush=True)
    return cost.peak


def commit(portfolio: Path) -> None:
    """One commit, before the day that is judged."""
    day = f"{EARLIER}T12:00:00+0000"
    own = os.environ | {f"GIT_{who}_{key}": value for who in ("AUTHOR", "COMMITTER")
                        for key, value in (("NAME", "Ann"), ("EMAIL", "a@example.org"), ("DATE", day))}  # fmt: skip
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message=First")):
        subprocess.run(("git", *arguments), cwd=portfolio, env=own, check=True)


def main() -> int:
    """Measure, print, and compare with the bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="keep the generated portfolios here")
    parser.add_argument("--many", type=int, default=1000, help="the strategies of the largest portfolio")
    asked = parser.parse_args()
    two_cores()
    with tempfile.TemporaryDirectory() as place:
        compiled(Path(place) / "bytecode")
        kept = asked.folder or Path(place)
        print("| What | Wall | CPU | Pages | Size | Largest process |\n|---|--:|--:|--:|--:|--:|")
        peaks = []
        for many in sorted({33, 333, asked.many}):
            portfolio, output = kept / f"g{many}", Path(place) / "pages"
            if not portfolio.is_dir():
                generate(portfolio, many, SEED)
            peaks.append(line(f"{many:,} strategies, a folder", portfolio, output))
        peaks.append(line(f"{many:,} strategies, one file", portfolio, Path(place) / "all.html"))
        if not (portfolio / ".git").exists():
            commit(portfolio)
        peaks.append(line(f"{many:,} strategies, a folder, with what changed", portfolio, output, "--since", EARLIER))
    return 1 if max(peaks) > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
