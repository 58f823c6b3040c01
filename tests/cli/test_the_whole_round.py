"""The whole loop from an empty folder to the second paper: by commands, but for the two lines that open a round.

Once in order, and once with answers that are late, wrong or missing. What is counted is counted here a second time.
"""

import json

import pytest

from tests.cli.repository import IDENTITY, Repository

TEAM = "Library Management Team"
FIRST, SECOND = "2026-07-13", "2026-10-12"


class Loop:
    """A portfolio in git, with a clock of its own; every command has to end as is said."""

    def __init__(self, root, run, clock):
        self.root, self.run, self.clock = root, run, clock

    def day(self, text):
        self.clock.day = tuple(map(int, text.split("-")))
        return self

    def do(self, *command, code=0):
        found, out, err = self.run(*command)
        assert found == code, (command, out, err)
        return out + err

    def data(self, *command, code=0):
        found, out, err = self.run(*command, "--format", "json")
        assert found == code, (command, err)
        return json.loads(out)

    def commit(self, message="what was said"):
        year, month, day = self.clock.day
        Repository.git(self, "add", "-A", folder=self.root)
        Repository.git(self, "commit", "--quiet", "-m", message, day=f"{year}-{month:02}-{day:02}", folder=self.root)

    def refused(self, *command):
        """The command is wrong usage, and no byte of the files is another one."""
        files = {path: path.read_bytes() for path in self.root.rglob("*.yaml")}
        said = self.do(*command, code=2)
        assert {path: path.read_bytes() for path in self.root.rglob("*.yaml")} == files
        return said

    def asked(self):
        """Everything the open round asks for, with who is asked and whether there is an answer."""
        (one,) = [body for body in self.data("reviews")["reviews"] if body["body"] == TEAM]
        return {thing["item"]: (tuple(thing["owners"]), thing["answered"]) for thing in one["round"]["asked"]}

    def owners(self):
        """Who is asked for anything, and who has answered all of it: the second count."""
        things = self.asked().values()
        every = {owner for owners, _ in things for owner in owners}
        return len(every), sum(all(answer for owners, answer in things if one in owners) for one in every)

    def resolutions(self):
        (one,) = [body for body in self.data("reviews")["reviews"] if body["body"] == TEAM]
        return {each["id"]: each["state"] for each in one["resolutions"]}

    def pack(self, as_at):
        return self.do("report", "libraries", "--for", TEAM, "--as-at", as_at)


@pytest.fixture
def loop(tmp_path, run, today, monkeypatch):
    root = tmp_path / "libraries"
    made = Loop(root, run, today).day("2026-04-13")
    made.do("init", str(root), "--yes", "--organisation", "Borough of Exampleton")
    monkeypatch.chdir(root)
    Repository.git(made, "init", "--quiet", "--initial-branch=main", folder=root)
    with (root / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(IDENTITY)
    made.commit("an example")
    made.do("meeting", TEAM, "--planned", FIRST, "--asks-before", "3 weeks", "--grace", "5 days")
    made.commit()
    return made


def answer(loop, *left_out):
    """Every owner says something of everything that is asked of them, but for the things left out."""
    for item, (owners, answered) in loop.asked().items():
        if answered or item in left_out:
            continue
        if "/" in item:
            loop.do("update", item, "--rag", "green", "--note", f"{owners[0]} goes on", "--by", owners[0])
        else:
            loop.do("record", item, "2026/27 Q1", "80")


def test_in_order(loop):
    loop.day("2026-06-22")
    asked, answered = loop.owners()
    assert (asked, answered) == (len({one for owners, _ in loop.asked().values() for one in owners}), 0)
    assert f"0 of {asked} owners have answered" in loop.do("overdue", "--fail-on", "unanswered", code=1)
    answer(loop)
    assert loop.owners() == (asked, asked)
    assert f"{asked} of {asked} owners have answered" in loop.do("overdue", "--fail-on", "unanswered")
    loop.do("move", "reach-01", "--to", "2027-03-31", "--why", "The builder has no staff")
    loop.commit()

    loop.day("2026-07-06")
    assert "Approve or refuse a date that was moved" in loop.pack("2026-07-06")
    loop.do("freeze", "2026-q1", "--body", TEAM)
    loop.day(FIRST)
    told = loop.do("meeting", TEAM, "--held", FIRST)
    names = [line.split(":")[0].strip() for line in told.splitlines() if line.startswith(f"  {FIRST}-")]
    assert names[:2] == [f"{FIRST}-note", f"{FIRST}-approve-reach-01"]
    at = ("meeting", TEAM, "--held", FIRST)
    loop.do(*at, "--ask", names[1], "--resolved", "agreed", "--minute", "4.1", "--seal")
    for name in (names[0], *names[2:]):
        loop.do(*at, "--ask", name, "--resolved", "noted", "--minute", "4")
    wanted = ("--resolved", "answer-wanted", "--due", "2026-09-30")
    loop.do(*at, "--ask", "Say how the round of books goes", "--about", "reach-02", *wanted)
    loop.do(*at, "--ask", "Bring the rota to the team", *wanted, "--by", "Customer Services Manager")
    assert "have no answer" not in loop.do("meeting", TEAM, "--held", FIRST, "--planned", SECOND)
    loop.commit()

    loop.day("2026-09-21")
    assert sorted(loop.resolutions().values()) == ["closed"] * len(names) + ["open", "open"]
    answer(loop)
    loop.do("update", "bring-rota-team", "--note", "It is in use", "--on", "2026-09-20")
    assert set(loop.resolutions().values()) == {"closed", "done"}
    loop.commit()
    loop.day("2026-10-05")
    paper = loop.pack("2026-10-05")
    assert "In July you asked for two things: two are done." in paper
    assert "Library Management Team, minute 4.1 of 13 July 2026" in paper
    assert not any(words in paper for words in ("Approve or refuse", "Approve again"))
    sealed = "Sealed the due date 31 March 2027 was approved by Library Management Team on 13 July 2026 (minute 4.1)"
    assert sealed in " ".join(loop.do("show", "reach-01").split())
    found = loop.data("validate")
    codes = {one["code"] for one in found["diagnostics"]}
    assert not codes & {"resolution-late", "ask-without-answer", "approval-without-minute", "changed-since-approved"}


def test_with_answers_that_are_late_wrong_or_missing(loop):
    loop.day("2026-06-22")
    answer(loop, "libraries/reach-02", "libraries/welcome-01")
    asked, answered = loop.owners()
    assert answered == asked - 2
    loop.do("move", "reach-01", "--to", "2027-03-31", "--why", "The builder has no staff")
    loop.commit()
    loop.do("freeze", "2026-q1", "--body", TEAM)
    loop.day("2026-07-16")
    loop.do("meeting", TEAM, "--held", FIRST, "--planned", SECOND)
    loop.do("update", "welcome-01", "--note", "The rota works", "--on", "2026-07-15")
    told = loop.do("reviews", "--as-at", "2026-07-18")
    assert f"{asked - 1} of {asked} owners have answered, 1 late" in told

    at = ("meeting", TEAM, "--held", FIRST)
    approve = f"{FIRST}-approve-reach-01"
    assert "is nothing this body was asked" in loop.refused(*at, "--ask", "nothing-99", "--resolved", "agreed")
    assert "only what was agreed" in loop.refused(*at, "--ask", approve, "--resolved", "refused", "--seal")
    assert "--due" in loop.refused(*at, "--ask", approve, "--resolved", "deferred", "--due", "soon")
    assert "perhaps" in loop.refused(*at, "--ask", approve, "--resolved", "perhaps")
    assert "has not come yet" in loop.refused("meeting", TEAM, "--held", "2026-07-20", "--ask", "Ask it")
    assert "is about something" in loop.refused(*at, "--minute", "4")
    loop.do(*at, "--ask", approve, "--resolved", "agreed", "--seal")
    loop.do(*at, "--ask", "Say why two evenings were lost", "--resolved", "answer-wanted", "--due", "2026-08-31",
            "--by", "Customer Services Manager")  # fmt: skip
    loop.do(*at, "--ask", "Say who answers for the cellar", "--resolved", "answer-wanted")
    loop.do(*at, "--ask", "Say how the books go round", "--about", "reach-02", "--resolved", "answer-wanted")
    loop.do(*at, "--ask", "Write it all down", "--minute", "9")
    loop.do("update", "reach-02", "--note", "They go round", "--on", "2026-07-16")
    loop.do("move", "reach-01", "--to", "2027-06-30", "--why", "The builder has gone")
    loop.commit()

    loop.day("2026-10-05")
    states = loop.resolutions()
    counts = {state: list(states.values()).count(state) for state in states.values()}
    assert counts == {"closed": 1, "late": 1, "no-owner": 1, "done": 1, "unanswered": 1}
    assert "1 resolution late" in loop.do("overdue", "--fail-on", "late-resolution", code=1)
    paper = loop.pack("2026-10-05")
    assert "In July you asked for three things: one is done, one is late and one has no owner." in paper
    assert "To one thing that you were asked no answer is on record." in paper
    assert "what has changed since you approved it" in paper
    codes = [one["code"] for one in loop.data("validate")["diagnostics"]]
    for code in ("resolution-late", "ask-without-answer", "changed-since-approved"):
        assert codes.count(code) == 1, code
    loop.day(SECOND)
    told = loop.do("meeting", TEAM, "--held", SECOND)
    assert "(asked on 2026-07-13)" in told
