"""The tutorial and the how-tos do what they show: every command is run as written, and its output is compared.

A page is tested if it says so: `<!-- tested: an empty folder, 2025-04-07 -->` or `<!-- tested: this repository, … -->`.
Then, from top to bottom, in a folder of its own:

- each line of a `sh` block is run, and the `text` block right below it is all that it prints;
- `<!-- answers: a | b -->` is what a person types at the questions of the next command;
- `<!-- type: FILE | WORDS -->` puts the `yaml` block below it under the last line with these words,
  `<!-- type over: FILE | WORDS -->` in its place; any other `yaml` block must stand in a file as it is;
- `<!-- day: 2025-07-08 -->` is another day, and of several days in the first line each is tried: the page is the same;
- `<!-- count: own -->` notes how many characters were typed so far, and `123<!-- own -->` shows them; what an action
  and a figure take is what the blocks above that mark took, by their number.

`pytest --accept` writes the `text` blocks anew.
"""

import io
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.cli import options
from strategy_tracker.cli.app import run

ROOT = Path(__file__).parents[1]
MARKER = re.compile(r"<!-- tested: (an empty folder|this repository), (\d{4}-\d\d-\d\d(?:, \d{4}-\d\d-\d\d)*) -->")
PAGES = [page for page in sorted((ROOT / "docs").glob("**/*.md")) if MARKER.search(page.read_text(encoding="utf-8"))]
RUNS = [(page, day) for page in PAGES for day in MARKER.search(page.read_text(encoding="utf-8"))[2].split(", ")]
SHOWN = re.compile(r"[\d,]+(?=<!-- ([a-z ]+) -->)")
A_MINUTE = 200
"""Characters that somebody types in a minute who does not type for a living."""
PART = re.compile(
    r"<!-- (?P<key>answers|type|type over|day|count): ?(?P<said>.*?) -->"
    r"|^```(?P<kind>sh|yaml)\n(?P<block>.*?)^```\n(?P<between>\s*```text\n(?P<shown>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)


class Typed(io.StringIO):
    """What a person types: it is seen on the screen as well."""

    def readline(self, *_):
        line = super().readline()
        sys.stderr.write(line)
        return line

    def isatty(self):
        return True


class Desk:
    """A person at a desk: a folder, a day, a screen, and what is typed next."""

    def __init__(self, monkeypatch, day):
        self.monkeypatch, self.answers, self.place = monkeypatch, "", None
        self.typed, self.before, self.joined, self.counts = 0, 0, False, {}
        self.at(day)

    def at(self, day):
        class Clock(date):
            @classmethod
            def today(cls):
                return date.fromisoformat(day)

        self.monkeypatch.setattr(options, "date", Clock)
        for who in ("AUTHOR", "COMMITTER"):
            self.monkeypatch.setenv(f"GIT_{who}_DATE", f"{day}T10:00:00+0000")
            self.monkeypatch.setenv(f"GIT_{who}_NAME", "Strategy lead")
            self.monkeypatch.setenv(f"GIT_{who}_EMAIL", "lead@example.org")

    def say(self, key, said):
        if key == "count":
            parts = {"action": 9, "figure": 4}
            self.counts[said] = round((self.typed - self.before) / parts[said]) if said in parts else self.typed
        elif key == "day":
            self.at(said)
        elif key == "answers":
            self.answers = "".join(f"{line.strip()}\n" for line in said.split("|"))
            self.typed += len(self.answers)
        else:
            self.place = (key, *(part.strip() for part in said.split("|")))

    def enter(self, block):
        """Run the lines of a block; what they print, as on a screen."""
        screen, self.before = io.StringIO(), self.before if self.joined else self.typed
        self.joined = False
        self.typed += len(block)
        self.monkeypatch.setattr("sys.stdin", Typed(self.answers))
        self.answers = ""
        for line in block.splitlines():
            name, *rest = shlex.split(line, comments=True)
            with redirect_stdout(screen), redirect_stderr(screen):
                self.command(name, rest)
        printed = re.sub("^practice: .*\n", "", screen.getvalue(), flags=re.MULTILINE)
        return re.sub("[ \t]+$", "", printed, flags=re.MULTILINE)  # editors take it away at an end of a line

    def command(self, name, rest):
        if name == "strategy":
            assert run(rest) != 3, rest
        elif name == "export":
            self.monkeypatch.setenv(*rest[0].split("="))
        elif name == "cd":
            self.monkeypatch.chdir(rest[0])
        elif name == "rm":
            Path(rest[0]).unlink()
        else:
            assert name == "git", name
            done = subprocess.run(["git", *rest], capture_output=True, text=True, check=True)
            sys.stdout.write(done.stdout)

    def shown(self, name):
        """How many characters were typed, or how many minutes that takes."""
        counted = self.counts[name.removesuffix(" in minutes")]
        return f"{-(-counted // A_MINUTE) if name.endswith('minutes') else counted:,}"

    def write(self, block):
        """Type a block into a file, or find it in one."""
        if self.place is None:
            texts = [path.read_text(encoding="utf-8") for path in sorted(Path().glob("*/*.yaml"))]
            assert any(block in text for text in texts), f"stands in no file:\n{block}"
            return
        key, name, words = self.place
        self.before, self.joined = self.typed, True  # what mends it belongs to it
        self.typed += sum(len(line.strip()) + 1 for line in block.splitlines())
        lines = Path(name).read_text(encoding="utf-8").splitlines(keepends=True)
        number = max(n for n, line in enumerate(lines) if words in line)
        lines[number : number + 1] = [block] if key == "type over" else [lines[number], block]
        Path(name).write_text("".join(lines), encoding="utf-8")
        self.place = None


@pytest.fixture
def desk(request, tmp_path, monkeypatch):
    """A desk at which nothing has been done yet, or one with a clone of the portfolio of this repository."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    where, _ = MARKER.search(request.getfixturevalue("page").read_text(encoding="utf-8")).groups()
    at_desk = Desk(monkeypatch, request.getfixturevalue("day"))
    if where == "this repository":
        for name in ("strategies", "measures", "practice", "comparators"):
            shutil.copytree(ROOT / name, tmp_path / name)
        shutil.copy(ROOT / "strategy-tracker.yaml", tmp_path)
        at_desk.enter("git init --quiet\ngit add --all\ngit commit --quiet -m 'As reported'")
    return at_desk


@pytest.mark.parametrize(("page", "day"), RUNS, ids=lambda one: getattr(one, "stem", one))
def test_every_command_of_the_page_prints_what_the_page_shows(page, day, desk, accept):
    def done(part):
        if part["key"]:
            desk.say(part["key"], part["said"])
        elif part["kind"] == "yaml":
            desk.write(part["block"])
        else:
            printed = desk.enter(part["block"])
            if part["between"] is None:
                assert not printed, f"the page does not show what this prints: {part['block']}"
            else:
                start, end = (place - part.start() for place in part.span("shown"))
                return part[0][:start] + printed + part[0][end:]
        return part[0]

    text = page.read_text(encoding="utf-8")
    told = SHOWN.sub(lambda found: desk.shown(found[1]), PART.sub(done, text))
    if accept:
        page.write_text(told, encoding="utf-8")
    else:
        assert told == text, "run: python -m pytest --accept"


def test_the_tutorial_is_tested():
    assert ROOT / "docs/tutorial.md" in PAGES
