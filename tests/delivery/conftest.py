"""What leaves this house: built and run where nothing of the checkout can be seen.

Tests marked `slow` build environments with pip; they run where STRATEGY_TRACKER_SLOW=1 is set.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
slow = pytest.mark.skipif(
    os.environ.get("STRATEGY_TRACKER_SLOW") != "1", reason="builds environments: STRATEGY_TRACKER_SLOW=1 runs it"
)
bash = pytest.mark.skipif(sys.platform == "win32", reason="run by bash, as the build servers do")
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*_cache", ".git", ".venv*", ".hypothesis", ".coverage*", "dist")
PLAN = """\
id: plan
title: Plan
owner: Head
starts: 2025-04-01
ends: 2028-03-31
governance: [{body: Board, every: quarter}]
priorities:
  - id: one
    title: One
    measures: [calls]
    actions:
      - {id: one-01, text: Do it, due: 2026-03-31}
"""
CALLS = "measures:\n  - {id: calls, title: Calls, unit: count, better: none, readings: {2024/25: 4}}\n"
SAMPLE = {"strategies/plan.yaml": PLAN, "measures/calls.yaml": CALLS, "notes.txt": "Not ours\n"}


def outside(**more) -> dict[str, str]:
    """An environment that knows nothing of this checkout, of a build server, or of the person who runs the tests."""
    ours = ("PYTHON", "GITHUB_", "GITLAB_", "CI_", "VIRTUAL_ENV", "GIT_", "COV_", "COVERAGE_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    who = {f"GIT_{role}_{key}": "a@b" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    return kept | who | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull} | more


def run(*command, cwd, check=True, given=None, **environment):
    """Run a program in a folder and give what it said, as text."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd, env=outside(**environment), capture_output=True, check=False, input=given, encoding="utf-8",
    )  # fmt: skip
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def commit(folder, message="more"):
    """Commit all that is in a folder, and give the name of the commit."""
    run("git", "add", "--all", cwd=folder)
    run("git", "commit", "--quiet", "--message", message, cwd=folder)
    return run("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()


def write(root, texts):
    """Write files into a folder, with the folders they need."""
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def sample(tmp_path):
    """A repository of somebody else, with a small portfolio in it and nothing wrong."""
    root = write(tmp_path / "sample", SAMPLE)
    run("git", "init", "--quiet", "--initial-branch=main", cwd=root)
    commit(root, "first")
    return root


@pytest.fixture(scope="session")
def checkout(tmp_path_factory):
    """A clone of this checkout as it is now, committed; its history is not needed."""
    root = tmp_path_factory.mktemp("clone") / "strategy-tracker"
    shutil.copytree(ROOT, root, ignore=LEFT_OUT)
    run("git", "init", "--quiet", "--initial-branch=main", cwd=root)
    commit(root, "all")
    return root


@pytest.fixture(scope="session")
def dist(checkout, tmp_path_factory):
    """The folder with the sdist and the wheel, built as they are published."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", out, checkout, cwd=out)
    return out


@pytest.fixture(scope="session")
def wheel(dist):
    """The wheel."""
    (path,) = dist.glob("*.whl")
    return path


def bare(folder):
    """A new environment with nothing in it; its Python."""
    run(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def in_ruamel(path):
    """A YAML file of a build server as plain data."""
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
