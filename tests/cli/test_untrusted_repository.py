"""To look at a repository runs nothing that its own configuration names: it may have come from a stranger."""

import os
import stat
import sys
from types import SimpleNamespace

import pytest

from .repository import MEASURES, STRATEGY, Repository, carers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs as on Unix")

ATTRIBUTES = "* filter=evil diff=evil merge=evil\n"
CONFIG = """\
[core]
    fsmonitor = {run}
    hooksPath = {hooks}
    sshCommand = {run}
    gitProxy = {run}
    pager = {run}
    editor = {run}
    askPass = {run}
    alternateRefsCommand = {run}
[filter "evil"]
    clean = {run}
    smudge = {run}
    process = {run}
    required = true
[filter "a=b.c"]
    clean = {run}
[diff]
    external = {run}
[diff "evil"]
    command = {run}
    textconv = {run}
[merge "evil"]
    driver = {run}
[gpg]
    program = {run}
[gpg "ssh"]
    program = {run}
[log]
    showSignature = true
[pager]
    log = {run}
    status = {run}
[credential]
    helper = {run}
[protocol]
    allow = always
[protocol "ssh"]
    allow = always
[protocol "ext"]
    allow = always
[extensions]
    partialClone = evil
[remote "evil"]
    url = ext::{run}
    promisor = true
    partialclonefilter = blob:none
    uploadpack = {run}
[includeIf "gitdir:**"]
    path = {more}
"""
MORE = """\
[filter "more"]
    clean = {run}
    process = {run}
[submodule]
    recurse = true
[status]
    submoduleSummary = true
"""


@pytest.fixture
def untrusted(tmp_path, monkeypatch):
    """A portfolio with three versions, whose repository runs a program wherever git lets it; and what that leaves."""
    repo = carers(tmp_path / "stranger")
    repo.change("Begun", "Begun well").commit("Second", "2022-02-01")
    left = tmp_path / "left"
    left.mkdir()
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{left}/ran'\ncat\nexit 1\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "pre-commit", "post-checkout", "reference-transaction", "fsmonitor-watchman"):
        os.link(program, hooks / name)
    (tmp_path / "more").write_text(MORE.format(run=program))

    def corrupt(one):
        config = one.top / ".git" / "config"
        text = CONFIG.format(run=program, hooks=hooks, more=tmp_path / "more")
        config.write_text(config.read_text().replace("formatversion = 0", "formatversion = 1") + text)
        (one.top / ".git" / "info" / "attributes").write_text("*.yaml filter=more\n*.yml filter=a=b.c\n")
        (one.top / ".gitattributes").write_text(ATTRIBUTES)

    (repo.root / "strategies" / "carers.yaml").write_text(STRATEGY.replace("Begun", "Gone on"))  # git compares it
    (repo.root / "measures" / "carers.yaml").write_text(MEASURES)  # the same, but newer than git's list of files
    corrupt(repo)
    monkeypatch.chdir(repo.root)
    return SimpleNamespace(
        repo=repo, corrupt=corrupt, left=left, ran=lambda: [one.read_text() for one in left.iterdir()]
    )


COMMANDS = [
    *(["status", *more] for more in ([], ["--rev", "HEAD~1"], ["--known-on", "2022-01-20"], ["--actions"])),
    ["overdue", "--as-at", "2022-09-01"],
    ["reviews"],
    ["find", "form"],
    ["show", "seen-01"],
    ["show", "schools"],
    *(["diff", *more] for more in ([], ["HEAD~1"], ["HEAD~1..HEAD"], ["--all"])),
    *(["history", item] for item in ("seen-01", "schools", "seen", "carers")),
    ["history", "seen-01", "--blame"],
    ["trend"],
    ["freeze", "--list"],
    ["report"],
    ["report", "--since", "HEAD~1"],
    ["report", "-f", "html"],
    ["dashboard", "-o", "page.html"],
    ["dashboard", "-o", "page.html", "--since", "HEAD~1"],
    ["export", "-f", "json"],
    *(["validate", *more] for more in ([], ["--all"], ["--since", "HEAD~1"], ["--privacy"])),
    ["update", "seen-01", "--note", "x", "--dry-run"],
    ["move", "seen-01", "--to", "2090-12-30", "--why", "x", "--dry-run"],
    ["doctor"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_looking_runs_nothing_of_the_repository(run, untrusted, command):
    code, _, err = run(*command, *(["--keep-going"] if command[0] in ("status", "report", "dashboard") else []))
    assert code in (0, 1), err
    assert untrusted.ran() == []


@pytest.mark.parametrize(
    "command", [["report"], ["dashboard", "-o", "page.html"], ["status"], ["validate"]], ids=" ".join
)
def test_nor_does_looking_at_one_with_another_inside(run, untrusted, command):
    inner = Repository(untrusted.repo.top / "practice" / "inner")
    (inner.top / "notes.txt").write_text("one")
    inner.commit("First", "2022-02-02")
    (untrusted.repo.top / ".gitmodules").write_text(
        '[submodule "i"]\n\tpath = practice/inner\n\turl = .\n\tignore = none\n'
    )
    sha = inner.git("rev-parse", "HEAD")
    untrusted.repo.git("update-index", "--add", "--cacheinfo", f"160000,{sha},practice/inner")
    untrusted.corrupt(inner)
    (inner.top / "notes.txt").write_text("two")
    for one in untrusted.left.iterdir():
        one.unlink()
    assert run(*command)[0] in (0, 1, 2)
    assert untrusted.ran() == []


def test_git_itself_would_have_run_it(untrusted):
    untrusted.repo.git("status", allow=range(256))
    assert untrusted.ran() != []
