"""What a stranger writes into a file is never a command to the build server, in any command and any format."""

import io
import re
import sys
from typing import get_args

import pytest

from strategy_tracker.diagnostics import CODES
from strategy_tracker.judging.attention import OverdueKind

from .conftest import DAY, MEASURES, YOUNG_CARERS
from .repository import Repository

OWNED = "::error file=README.md::approved ##[error]forged ##vso[task.complete] ::stop-commands::x"
ANNOTATION = re.compile(r"::(error|warning|notice) (file=[^,:]+,)?([a-zA-Z]+=\d+,)*title=([a-z-]+)::")
KINDS = {*CODES, *get_args(OverdueKind)}


@pytest.fixture
def hostile(small):
    """A portfolio in which every text of people is a command, if it comes to stand first in a line."""

    def owned(text):
        words = r"(title|owner|text|note|said|did|by|to|plain|why|rationale|cohort|words): (?=[A-Zm])[^,}\n]*"
        return re.sub(words, lambda found: f"{found[1]}: '{'w ' * (len(found[0]) % 40)}{OWNED}'", text)

    for name, text in (("strategies/young-carers.yaml", YOUNG_CARERS), ("measures/carers.yaml", MEASURES)):
        (small / name).write_text(owned(text).replace("id: seen-08", "id: seen-08\n        'nonsense': '##[error]'"))
        assert owned(text) != text
    repository = Repository(small)
    repository.commit(OWNED, "2025-08-01")
    for path in small.rglob("*.yaml"):
        path.write_text(path.read_text().replace("2025-09-01", "2025-09-02").replace("'w ", "'v "))
    repository.commit(OWNED, "2025-09-30")
    (small / "strategies" / "##[error]owned.yaml").write_text("id: [")
    (small / "strategies" / "old-plan.yaml").write_text("id: p\ntitle: T\n'::error::x ##[error]y': {'##[a]': 1}\n")
    return small


COMMANDS = [
    *(["status", "--why", "--actions", "--keep-going", "-f", form] for form in ("table", "markdown", "json", "csv")),
    ["status"],
    *(["overdue", "--keep-going", "-f", form] for form in ("table", "markdown", "json", "csv", "github", "junit")),
    *(
        ["validate", "--privacy", "-f", form]
        for form in ("text", "concise", "json", "gitlab", "github", "sarif", "junit")
    ),
    ["validate"],
    *(["show", item, "--keep-going"] for item in ("seen-02", "schools-trained", "seen", "young-carers", OWNED)),
    ["show", "seen-02", "--keep-going", "-f", "json"],
    ["reviews", "--keep-going"],
    ["diff", "HEAD~1", "--keep-going"],
    *(["diff", "HEAD~1..HEAD", "--all", "-f", form] for form in ("table", "markdown", "json", "csv")),
    *(["history", item, "--keep-going"] for item in ("seen-02", "schools-trained")),
    ["trend", "--keep-going"],
    ["update", "seen-02", "--note", OWNED, "--dry-run"],
    ["move", "seen-02", "--to", "2026-01-31", "--why", OWNED, "--dry-run"],
    ["record", "calls", "2024/25", OWNED],
    ["checkin", "--owner", "nobody"],
    *(["report", "--keep-going", "-f", form] for form in ("markdown", "html")),
    ["export", "--keep-going", "-f", "json"],
    ["export", "--keep-going", "-f", "ics"],
    ["export", "--keep-going", "-f", "csv"],
    ["explain", OWNED],
    ["doctor"],
    [OWNED],
    ["status", OWNED],
    ["status", "--rev", OWNED],
    ["status", "--root", OWNED],
]


@pytest.mark.parametrize("width", ["40", "80"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.usefixtures("today")
def test_no_line_is_a_command_of_a_stranger(run, hostile, monkeypatch, command, width):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    code, out, err = run(*command)
    assert code in (0, 1, 2)
    for line in (out + err).splitlines():
        assert not re.search(r"##(vso|teamcity)?\[", line)
        if line.lstrip().startswith("::"):
            found = ANNOTATION.match(line)
            assert found, line
            assert found[4] in KINDS


def test_a_line_that_would_be_a_command_is_written_with_a_backslash(run, hostile, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    code, out, _ = run("validate", "--as-at", DAY, "--format", "concise")
    assert (code, r"##\[error]" in out) == (1, True)


@pytest.mark.parametrize("name", ["TF_BUILD", "TEAMCITY_VERSION"])
def test_other_build_servers_that_take_commands_get_none(run, hostile, monkeypatch, name):
    monkeypatch.setenv(name, "True")
    assert not re.search(r"##(vso)?\[", run("validate", "--as-at", DAY, "--format", "concise")[1])


def test_elsewhere_a_text_is_shown_as_it_stands(run, hostile):
    assert "##[error]" in run("validate", "--as-at", DAY, "--format", "concise")[1]


@pytest.mark.parametrize("form", ["table", "markdown", "csv"])
def test_gitlab_finds_no_section_because_no_escape_character_is_written(run, small, form):
    path = small / "strategies" / "young-carers.yaml"
    title = "section_start:1:x\\r\\x1b[0Kowned"
    path.write_text(path.read_text().replace("title: Young Carers Strategy 2025–2028", f'title: "{title}"'))
    _, out, err = run("status", "--as-at", DAY, "--keep-going", "-f", form)
    assert "\x1b" not in out + err
