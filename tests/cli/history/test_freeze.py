"""`strategy freeze` as a person runs it: what was reported is on record, and can be proved."""

import json
import shutil
import subprocess

import pytest

import strategy_tracker
from tests.cli.repository import Repository, carers


@pytest.fixture
def repo(tmp_path, monkeypatch):
    made = carers(tmp_path / "repo")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.chdir(made.root)
    return made


def frozen(run, *arguments):
    code, out, err = run("freeze", *arguments)
    assert (code, out) == (0, ""), err
    return err


def test_a_report_is_an_annotated_tag_with_digest_day_and_body(run, repo):
    err = frozen(
        run, "2022-q1", "--body", "Carers Board", "--on", "2022-03-31", "--message", "With the corrected table"
    )
    sha = repo.git("rev-parse", "HEAD")
    assert err.startswith(f"tagged commit {sha[:7]} of 2022-01-15 as 'reported/2022-q1', standing ")
    assert err.endswith(
        " as at 2022-03-31\n  help: 'git push origin reported/2022-q1' shares it; "
        "'strategy diff 2022-q1' shows what changed since\n"
    )
    assert repo.git("rev-parse", "reported/2022-q1^{commit}") == sha
    tag = repo.git("cat-file", "tag", "reported/2022-q1")
    assert "\ntagger Ann <ann@example.org> " in tag
    body = tag.split("\n\n", 1)[1]
    digest = body.split("sha256:")[1][:64]
    assert body == (
        "Reported: 2022-q1\n\nAs at: 2022-03-31\nReported to: Carers Board\n"
        f"Standing: sha256:{digest}\nProgram: strategy-tracker {strategy_tracker.__version__}\n\n"
        "With the corrected table"
    )


@pytest.fixture
def key(repo, tmp_path):
    """An ssh key by which this repository signs tags, and a command that proves who signed one."""
    program = shutil.which("ssh-keygen")
    if program is None:
        pytest.skip("no ssh-keygen here")
    path = tmp_path / "key"
    subprocess.run([program, "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    (tmp_path / "signers").write_text(f"ann@example.org {path.with_suffix('.pub').read_text()}")
    settings = {
        "tag.gpgSign": "true",
        "gpg.format": "ssh",
        "user.signingKey": path,
        "gpg.ssh.allowedSignersFile": tmp_path / "signers",
    }
    for name, value in settings.items():
        repo.git("config", name, str(value))
    return path


def test_it_is_signed_where_git_signs_tags_and_read_as_any_other(run, repo, key):
    for number, message in enumerate(("", "With the corrected table")):
        name = f"2022-q{number}"
        err = frozen(
            run, name, "--body", "Carers Board", "--on", "2022-03-31", *(["--message", message] if message else [])
        )
        assert err.splitlines()[0].endswith(" as at 2022-03-31, signed")
        repo.git("verify-tag", f"reported/{name}")  # fails where the signature is of somebody else, or of another text
        assert run("freeze", "--check", name)[0] == 0
        (report,) = [
            one for one in json.loads(run("freeze", "--list", "-f", "json")[1])["reports"] if one["name"] == name
        ]
        assert (report["body"], report["message"]) == ("Carers Board", message)


def test_a_key_that_is_gone_is_a_sentence_and_nothing_is_tagged(run, repo, key):
    key.unlink()
    code, out, err = run("freeze", "2022-q1")
    assert (code, out) == (2, "")
    assert err.startswith("error: git signs your tags, and could not sign this one")
    assert err.endswith("  help: mend the key ('git config --get-regexp sign' names it), or set tag.gpgSign to false\n")
    assert repo.git("tag", "--list") == ""


def test_the_same_standing_has_the_same_digest_everywhere(run, repo, tmp_path, monkeypatch):
    frozen(run, "one", "--on", "2022-03-31")
    frozen(run, "two", "--on", "2022-03-31")
    frozen(run, "other-day", "--on", "2022-07-31")
    found = {
        one["name"]: one["digest"] for one in json.loads(run("freeze", "--list", "--format", "json")[1])["reports"]
    }
    assert found["one"] == found["two"] != found["other-day"]
    repo.git("clone", "--quiet", str(repo.top), str(tmp_path / "elsewhere"))
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert run("freeze", "--check", "one")[0] == 0


def test_a_check_works_the_standing_out_again(run, repo):
    frozen(run, "2022-q1", "--body", "Carers Board", "--on", "2022-03-31")
    repo.change("Write one form", "Write two forms").commit("Later", "2022-04-01")
    version = strategy_tracker.__version__
    assert run("freeze", "--check", "2022-q1") == (
        0,
        f"the same: '2022-q1', reported to Carers Board as at 2022-03-31, version {version}\n",
        "",
    )


def test_a_check_that_fails_says_so_and_names_the_versions(run, repo, monkeypatch):
    frozen(run, "2022-q1", "--on", "2022-03-31")
    was = strategy_tracker.__version__
    monkeypatch.setattr(strategy_tracker, "__version__", "99.0")
    assert run("freeze", "--check", "2022-q1")[0] == 0
    tag = repo.git("cat-file", "tag", "reported/2022-q1").split("\n\n", 1)[1]
    digest = tag.split("sha256:")[1][:64]
    repo.git("tag", "--annotate", "--force", f"--message={tag.replace(digest, 'f' * 64)}", "reported/2022-q1")
    code, out, err = run("freeze", "--check", "2022-q1")
    assert (code, out) == (1, f"not the same: '2022-q1', reported as at 2022-03-31, version {was}\n")
    assert err == (
        f"  it was made by version {was}, this is 99.0: rules may have changed between them\n"
        f"  recorded {'f' * 64}\n  now      {digest}\n"
    )


def test_reports_are_listed_by_day(run, repo):
    assert run("freeze", "--list") == (0, "No report has been frozen\n", "")
    frozen(run, "2022-q2", "--body", "Carers Board", "--on", "2022-06-30")
    frozen(run, "2022-q1", "--on", "2022-03-31", "--message", "=1+1")
    repo.git("tag", "reported/light")
    repo.git("tag", "--annotate", "--message=Not ours", "reported/not-ours")
    repo.git("tag", "--annotate", "--message=Reported: x\n\nAs at: soon\nStanding: sha256:" + "0" * 64, "reported/odd")
    code, out, err = run("freeze", "--list")
    assert (code, err) == (0, "")
    assert out.startswith("2 reports frozen\n")
    assert out.index("2022-q1") < out.index("2022-q2")
    assert "Carers" in out
    rows = run("freeze", "--list", "--format", "csv")[1].splitlines()
    assert rows[0] == "name,as_at,body,sha,digest,program,folder,by,made,message"
    assert rows[1].startswith("2022-q1,2022-03-31,,")
    assert rows[1].endswith(",'=1+1")


@pytest.mark.parametrize(
    "name",
    [
        "-x", "a b", "a..b", "a~b", "a^b", "a:b", "a?b", "a*b", "a[b", "a\\b", "a.lock", ".a", "a.", "a//b", "/a", "a/",
        "a@{b", "@", "a\nb", "a\x7fb", "a\u202eb", "a" * 101,
    ],
)  # fmt: skip
def test_a_name_that_git_would_not_take_is_refused(run, repo, name):
    assert run("freeze", "--", name) == (
        2,
        "",
        f"error: '{name}' cannot be the name of a report\n".replace("\x7f", "\ufffd").replace("\u202e", "\ufffd")
        + "  help: letters, digits and hyphens, such as 2022-q3\n",
    )
    assert repo.git("tag", "--list") == ""


def test_a_name_that_is_taken_is_refused(run, repo):
    frozen(run, "2022-q1")
    repo.git("branch", "spring")
    repo.git("tag", "v1")
    for name, what in {
        "2022-q1": "refs/tags/reported/2022-q1",
        "spring": "refs/heads/spring",
        "v1": "refs/tags/v1",
        "HEAD": "HEAD",
    }.items():
        assert run("freeze", name) == (
            2,
            "",
            f"error: '{name}' is taken: {what}\n  help: choose another name; what was reported is never changed\n",
        )


@pytest.mark.parametrize("how", ["changed", "new", "ignored", "staged", "deleted"])
def test_what_is_not_committed_cannot_be_frozen(run, repo, how):
    name = "strategies/carers.yaml"
    if how in ("changed", "staged"):
        repo.change("Write one form", "Write two forms")
    elif how == "deleted":
        (repo.root / "measures" / "carers.yaml").unlink()
        name = "measures/carers.yaml"
    else:
        name = "strategies/new.yaml"
        repo.write(strategies__new="id: new\ntitle: New\n")
    if how == "staged":
        repo.git("add", "--all")
    if how == "ignored":
        (repo.top / ".git" / "info").mkdir(exist_ok=True)
        (repo.top / ".git" / "info" / "exclude").write_text("new.yaml\n")
    assert run("freeze", "2022-q1") == (
        2,
        "",
        f"error: not committed yet: {name}\n  help: commit what was reported, then freeze it\n",
    )
    assert repo.git("tag", "--list") == ""


def test_other_files_may_be_as_they_are(run, repo):
    (repo.root / "README.md").write_text("draft")
    (repo.root / "strategies" / "notes.txt").write_text("draft")
    frozen(run, "2022-q1")


def test_files_with_errors_cannot_be_frozen(run, repo):
    repo.write(strategies__broken="id: broken\nowner: [\n").commit("Broken", "2022-02-01")
    code, out, err = run("freeze", "2022-q1")
    assert (code, out) == (2, "")
    assert err.startswith("left out, because of 1 error in strategies/broken.yaml (commit ")
    assert repo.git("tag", "--list") == ""


def test_who_is_not_known_to_git_is_told_what_to_set(run, repo, monkeypatch):
    repo.git("config", "--unset", "user.name")
    repo.git("config", "--unset", "user.email")
    repo.git("config", "user.useConfigOnly", "true")
    assert run("freeze", "2022-q1") == (
        2,
        "",
        (
            "error: git does not know who you are, and a report has an author\n"
            "  help: git config --global user.name 'Your Name' and git config --global user.email you@example.gov.uk\n"
        ),
    )
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Robot")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "robot@example.org")
    frozen(run, "2022-q1")
    assert "tagger Robot <robot@example.org>" in repo.git("cat-file", "tag", "reported/2022-q1")


@pytest.mark.parametrize(("option", "text"), [("--body", "Board\nStanding: sha256:0"), ("--message", "a\x1b[2J")])
def test_the_body_and_the_message_are_one_line(run, repo, option, text):
    assert run("freeze", "2022-q1", option, text) == (
        2,
        "",
        "error: the body and the message are one line each\n  help: leave out line breaks and what cannot be seen\n",
    )


@pytest.mark.parametrize("arguments", [(), ("a", "--list"), ("a", "--check", "b"), ("--list", "--check", "b")])
def test_one_thing_at_a_time(run, repo, arguments):
    assert run("freeze", *arguments) == (
        2,
        "",
        "error: one thing at a time: a name, --list or --check\n  help: strategy freeze --help\n",
    )


def test_what_was_never_frozen_cannot_be_checked(run, repo):
    for name in ("nothing", "-x", "a b"):
        assert run("freeze", f"--check={name}") == (
            2,
            "",
            f"error: there is no report '{name}'\n  help: 'strategy freeze --list' lists them\n",
        )


def test_a_report_belongs_to_one_portfolio_of_a_repository(run, repo, tmp_path, monkeypatch):
    both = carers(tmp_path / "both", "here")
    both.write(**{"../there/strategies/carers": "id: carers\ntitle: Others\n"}).commit("Two", "2022-02-01")
    monkeypatch.chdir(both.root)
    frozen(run, "2022-q1")
    assert run("freeze", "--check", "2022-q1")[0] == 0
    monkeypatch.chdir(both.top / "there")
    for command in (("freeze", "--check", "2022-q1"), ("diff", "2022-q1"), ("report", "--since", "2022-q1")):
        assert run(*command) == (
            2,
            "",
            "error: '2022-q1' is of the portfolio in 'here', not of this one\n  help: go to that folder\n",
        )
    assert run("freeze", "--list") == (0, "No report has been frozen\n", "")


def test_a_report_stays_with_its_portfolio_where_another_one_comes_to_its_place(run, tmp_path, monkeypatch):
    repo = carers(tmp_path / "repo", "plans")
    monkeypatch.chdir(repo.root)
    frozen(run, "2022-q1")
    repo.git("mv", "plans", "moved")
    repo.commit("Moved", "2022-02-01")
    repo.write(strategies__carers="id: carers\ntitle: Others\n").commit("Another one", "2022-03-01")
    monkeypatch.chdir(repo.top / "moved")
    assert run("freeze", "--list")[1].startswith("1 report frozen\n")
    assert run("freeze", "--check", "2022-q1")[0] == 0
    monkeypatch.chdir(repo.top / "plans")
    assert run("freeze", "--list") == (0, "No report has been frozen\n", "")
    refused = "error: '2022-q1' is of another portfolio, which was in this folder before\n  help: go to its folder\n"
    assert run("diff", "2022-q1") == (2, "", refused)


def test_where_tags_were_not_fetched_nobody_is_told_that_nothing_was_frozen(run, repo, tmp_path, monkeypatch):
    frozen(run, "2022-q1")
    repo.git("clone", "--quiet", "--no-tags", str(repo.top), str(tmp_path / "copy"))
    monkeypatch.chdir(tmp_path / "copy")
    mend = "reports are tags, and those of the other copy may not have been fetched\n  help: git fetch --tags\n"
    code, out, err = run("freeze", "--list")
    assert (code, err) == (0, f"note: {mend}")
    assert out.startswith("No frozen report is in this clone\n")
    assert json.loads(run("freeze", "--list", "--format", "json")[1])["unknown"] in mend
    for command in (("diff", "2022-q1"), ("status", "--rev", "2022-q1")):
        assert run(*command) == (2, "", f"error: git knows no revision '2022-q1'; {mend}")
    assert run("freeze", "--check", "2022-q1")[2] == f"error: there is no report '2022-q1' here: {mend}"
    repo.git("fetch", "--quiet", "--tags", folder=tmp_path / "copy")
    assert run("freeze", "--list")[1].startswith("1 report frozen\n")


def test_a_folder_not_in_git_and_one_without_a_commit(run, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    plain = tmp_path / "plain" / "strategies"
    plain.mkdir(parents=True)
    (plain / "a.yaml").write_text("id: a\ntitle: A\n")
    monkeypatch.chdir(tmp_path / "plain")
    for arguments in (("x",), ("--list",), ("--check", "x")):
        assert run("freeze", *arguments)[::2] == (
            2,
            (
                "error: this folder is not in a git repository, so nothing is known of earlier moments\n"
                "  help: 'git init' and a first commit begin the record\n"
            ),
        )
    empty = Repository(tmp_path / "empty").write(strategies__a="id: a\ntitle: A\n")
    monkeypatch.chdir(empty.root)
    assert run("freeze", "x")[2].startswith("error: not committed yet: strategies/")


def test_hooks_do_not_stop_it_and_a_program_that_cannot_sign_does(run, repo):
    repo.git("config", "gpg.program", "false")
    hook = repo.top / ".git" / "hooks" / "reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    frozen(run, "2022-q1")
    repo.git("config", "tag.gpgSign", "true")
    code, _, err = run("freeze", "2022-q2")
    assert (code, "could not sign this one" in err) == (2, True)
    assert repo.git("tag", "--list") == "reported/2022-q1"


PARKS = """\
id: parks
title: Parks Strategy 2025–2028
starts: 2025-04-01
ends: 2028-03-31
owner: Head of Parks
priorities:
  - id: safe
    title: Parks are safe
    measures: [feel-safe]
    actions:
      - id: safe-01
        text: Light the main paths
        due: 2025-09-30
      - id: safe-02
        text: Walk every park
        every: month
        done: [2026-01-31]
"""
FEEL_SAFE = """\
measures:
  - id: feel-safe
    title: Visitors who feel safe
    unit: percent
    better: higher
    frequency: quarter
    targets: {2025/26: 70}
    amber_within: 5 points
    readings:
      2025/26 Q1: 66
"""


def test_a_report_that_the_first_version_froze_is_the_same_today(run, tmp_path, monkeypatch):
    made = Repository(tmp_path / "repo").write(strategies__parks=PARKS, measures__parks=FEEL_SAFE)
    (made.root / "strategy-tracker.yaml").write_text("organisation: Borough of Exampleton\nsuppress_below: 5\n")
    made.commit("One", "2026-07-01")
    digest = "074a333f7eba2530bdeaeb6bf5139841e8c05326e854592e794a757905a6428a"
    text = f"Reported: q1\n\nAs at: 2026-06-30\nStanding: sha256:{digest}\nProgram: strategy-tracker 0.1.0\n"
    made.git("tag", "--annotate", f"--message={text}", "reported/q1")
    monkeypatch.chdir(made.root)
    code, out, _ = run("freeze", "--check", "q1")
    assert (code, out.startswith("the same: 'q1'")) == (0, True)


@pytest.mark.parametrize("name", ["aux", "q1/con", "Com1"])
def test_a_name_that_windows_cannot_keep_as_a_tag_is_refused(run, repo, name):
    code, out, err = run("freeze", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: '{name}' cannot be the name of a tag everywhere: Windows keeps the name ")


def test_a_name_that_differs_in_capital_letters_only_is_taken(run, repo):
    frozen(run, "2022-q1")
    assert run("freeze", "2022-Q1")[2].startswith("error: '2022-Q1' is taken: refs/tags/reported/2022-q1\n")
