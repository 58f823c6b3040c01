"""Dates, targets and tolerances that change by the book and by hand, in random histories: exactly the latter are told,
and every step of a date stands with its own word.

A history is made by `git fast-import`, with a version of both files in each commit, also with other line endings. The
account of what was typed over that is kept here shares nothing with the product but the form of the files.
"""

import subprocess
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.app.dates_in_git import dates_in_git
from strategy_tracker.app.standing import stand
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.history.typed_over.quiet_changes import quiet_changes, quiet_dates

ITEMS = ("due", "step", "target", "within")
FIRST = {"due": "2026-03-31", "step": "2026-01-31", "target": "90", "within": "5 points"}
DATES = [f"2026-{month:02}-15" for month in range(1, 13)]
VALUES = {
    "due": DATES,
    "step": DATES,
    "target": [str(number) for number in range(60, 90)],
    "within": [f"{number} points" for number in range(6, 20)],
}
changes = st.lists(
    st.tuples(st.sampled_from(ITEMS), st.integers(0, 99), st.booleans(), st.sampled_from(["\n", "\r\n"])), max_size=8
)


def entry(key, on, former, to):
    """What is on record of a change by the book."""
    what = {"target": "target: 2026, ", "within": "rule: amber_within, "}.get(key, "")
    return f"{{on: {on}, {what}from: {former}, to: {to}, why: Agreed}}"


def files(now, record, ends):
    """Both files of a portfolio, with what is on record of each value."""
    listed = {key: f"[{', '.join(record[key])}]" for key in ITEMS}
    plan = (
        "id: plan\ntitle: Plan\npriorities:\n  - id: one\n    title: One\n    actions:\n      - id: one-01\n"
        f"        text: Do it\n        due: {now['due']}\n        moved: {listed['due']}\n        milestones:\n"
        f"          - {{text: Venue, due: {now['step']}, moved: {listed['step']}}}\n"
    )
    measures = (
        f"measures:\n  - id: calls\n    title: Calls\n    unit: percent\n    targets: {{2026: {now['target']}}}\n"
        f"    amber_within: {now['within']}\n    changed: [{', '.join([*record['target'], *record['within']])}]\n"
    )
    return {"strategies/plan.yaml": plan.replace("\n", ends), "measures/calls.yaml": measures.replace("\n", ends)}


def blob(text):
    data = text.encode()
    return b"data %d\n%s\n" % (len(data), data)


def commit(number, author, texts):
    """One commit for `git fast-import`, a day after the last one."""
    stamp = int((date(2025, 6, 1) - date(1970, 1, 1)).total_seconds()) + number * 86400 + 43200
    who = f"{author} <a@example.org> {stamp} +0000".encode()
    head = b"commit refs/heads/main\nauthor %s\ncommitter %s\n%s" % (who, who, blob(f"Change {number}"))
    return head + b"".join(b"M 100644 inline %s\n%s" % (name.encode(), blob(text)) for name, text in texts.items())


@settings(max_examples=100, deadline=None)
@given(changes)
def test_exactly_what_was_typed_over_is_told_with_its_author(steps):
    now, record, typed, ways = dict(FIRST), {key: [] for key in ITEMS}, [], {key: [] for key in ITEMS}
    left = {key: list(values) for key, values in VALUES.items()}  # none comes back: that would be no change any more
    last = files(now, record, "\n")
    log = commit(0, "Ann", last)
    for number, (key, pick, by_the_book, ends) in enumerate(steps, 1):
        to = left[key].pop(pick % len(left[key]))
        author, on = f"Author {number}", date(2025, 6, 1) + timedelta(days=number)
        if by_the_book:
            record[key].append(entry(key, on, now[key], to))
        else:
            typed.append((key, now[key], to, author))
        ways[key].append((now[key], to, None if by_the_book else str(on)))
        now[key] = to
        last = files(now, record, ends)
        log += commit(number, author, last)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for arguments, given_ in ((("init", "-q", "--initial-branch=main"), b""), (("fast-import", "--quiet"), log)):
            subprocess.run(["git", *arguments], cwd=root, input=given_, check=True, capture_output=True)
        for name, text in last.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(text.replace("\r\n", "\n").encode())
        found = quiet_changes(open_portfolio(root), date(2025, 7, 1), everything=True)
        not_committed = quiet_changes(open_portfolio(root), date(2025, 7, 1))
        dates = quiet_dates(open_portfolio(root), date(2025, 7, 1))
        known = dates_in_git(open_portfolio(root), date(2025, 7, 1))
        standing, _ = stand(open_portfolio(root), date(2025, 7, 1), in_git=known)
    names = {"": "due", "Venue": "step", "2026": "target", "amber_within": "within"}
    assert [(names[one.what], one.before, one.after, one.commit.author) for one in found] == typed
    assert not_committed == ()
    assert dates == tuple(one for one in found if one.kind == "due")
    action = standing.strategies[0].actions[0]
    for key, moves in (("due", action.moves), ("step", action.milestones[0].moves)):
        assert [(one.former, one.to, one.since) for one in moves] == ways[key]
        assert [one.on is None for one in moves] == [since is not None for *_, since in ways[key]]
    assert str(action.original_due) == FIRST["due"]
