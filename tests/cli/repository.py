"""Real git repositories in temporary folders, with days and authors of our choice."""

import os
import subprocess
from collections.abc import Container
from pathlib import Path

STRATEGY = """\
id: carers
title: Young Carers
owner: Director
starts: 2022-01-01
ends: 2025-12-31
review_every: year
priorities:
  - id: seen
    title: Young carers are seen
    owner: Head of Service
    measures: [schools]
    actions:
      - id: seen-01
        text: Train every school to spot young carers
        due: 2022-06-30
        updates:
          - {on: 2022-01-10, state: in-progress, rag: green, note: Begun}
      - id: seen-02
        text: Write one form
  - id: heard
    title: Young carers are heard
    actions:
      - id: heard-01
        text: Hold a yearly forum
"""
MEASURES = """\
measures:
  - id: schools
    title: Schools with trained staff
    unit: percent
    better: higher
    targets: {2022: 80}
    amber_within: 5 points
    readings:
      2022-01: 70
  - id: calls
    title: Calls to the helpline
    unit: count
    better: none
    readings:
      2022-01: 12
"""
IDENTITY = """\
[user]
\tname = Ann
\temail = ann@example.org
"""


class Repository:
    """A repository with a portfolio at `root`, which may be a folder below its top."""

    def __init__(self, top: Path, inside: str = "") -> None:
        self.top, self.root = top, top / inside
        self.root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        with (self.top / ".git" / "config").open("a", encoding="utf-8") as config:
            config.write(IDENTITY)  # for the tags that the program itself makes: git may know nobody here

    def git(
        self,
        *arguments: str,
        day: str = "2022-01-01",
        who: str = "Ann",
        folder: Path | None = None,
        allow: Container[int] = (0,),
    ) -> str:
        """What git prints; it may end as `allow` says.

        A day is its noon at Greenwich, where it is no moment: `2022-05-01T23:30:00-1100`.
        """
        moment = day if "T" in day else f"{day}T12:00:00+0000"
        own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        own |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_EDITOR": "true"}
        for role in ("AUTHOR", "COMMITTER"):
            own |= {f"GIT_{role}_NAME": who, f"GIT_{role}_EMAIL": "a@example.org", f"GIT_{role}_DATE": moment}
        done = subprocess.run(
            ["git", *arguments], cwd=folder or self.top, env=own, capture_output=True, check=False, text=True
        )
        assert done.returncode in allow, done.stdout + done.stderr
        return done.stdout.strip()

    def write(self, **files: str) -> "Repository":
        """Write files of the portfolio: `strategies__carers` is strategies/carers.yaml."""
        for name, text in files.items():
            path = self.root / f"{name.replace('__', '/')}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self

    def commit(self, message: str, day: str, who: str = "Ann") -> str:
        """Commit everything there is; the name of the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", f"--message={message}", day=day, who=who)
        return self.git("rev-parse", "HEAD")

    def change(self, old: str, new: str, file: str = "strategies/carers.yaml") -> "Repository":
        """Replace a text in a file."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return self


def carers(top: Path, inside: str = "") -> Repository:
    """A small portfolio, committed on 15 January 2022."""
    made = Repository(top, inside).write(strategies__carers=STRATEGY, measures__carers=MEASURES)
    made.commit("First", "2022-01-15")
    return made
