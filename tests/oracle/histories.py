"""Random histories of a portfolio: what a council's files may look like after some commits. No code of the product."""

import random
import subprocess
from datetime import date, timedelta
from pathlib import Path

FIRST = date(2025, 1, 1)
Action = dict[str, object]


def write(folder: Path, seed: int, strategies: int) -> date:
    """Make a repository with so many strategies, each with a history of its own; give a day to look at it."""
    luck = random.Random(seed)
    plans = [_Plan(luck, number) for number in range(strategies)]
    commits = luck.randint(1, 8)
    stream, day = b"", FIRST
    for number in range(commits):
        day += timedelta(days=luck.randint(20, 160))
        files = {f"strategies/s{plan.number}.yaml": plan.text() for plan in plans if number == 0 or plan.change(day)}
        stream += _commit(number, day, files)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(folder)], check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=stream, check=True)
    subprocess.run(["git", "checkout", "--quiet", "main"], cwd=folder, check=True)
    for plan in plans:
        if luck.random() < 0.1:  # and what is not committed yet
            plan.change(day)
            (folder / f"strategies/s{plan.number}.yaml").write_text(plan.text(), encoding="utf-8")
    return day + timedelta(days=luck.choice([0, 1, 31, 200]))


class _Plan:
    """A strategy as it is after each commit; every text in it is there once."""

    def __init__(self, luck: random.Random, number: int) -> None:
        self.luck, self.number, self.told = luck, number, 0
        self.owners = {"strategy": self._post(), "priority": luck.choice([None, self._post()])}
        self.actions = [self._action(n) for n in range(1, luck.randint(2, 4))]

    def _word(self, kind: str) -> str:
        self.told += 1
        return f"{kind} {self.number}-{self.told}"

    def _post(self) -> str:
        return self._word("Post")

    def _action(self, number: int) -> Action:
        action: Action = {"id": f"s{self.number}-{number}", "updates": {}, "moved": [], "done": []}
        if self.luck.random() < 0.4:
            action["owner"] = self._post()
        if self.luck.random() < 0.3:
            action["every"] = self.luck.choice(["month", "quarter"])
        else:
            action["due"] = self._day(FIRST, 20, 500)
        return action

    def _day(self, after: date, least: int, most: int) -> date:
        return after + timedelta(days=self.luck.randint(least, most))

    def change(self, day: date) -> bool:
        """Change some of it as of a day: an update, a move, agreed or not, a date that is typed over, a day done."""
        for action in self.actions:
            what = self.luck.choice(["update", "update", "move", "move", "move", "type", "done", "nothing", "owner"])
            if what == "update":
                state = self.luck.choice(["in-progress"] * 5 + ["complete", "stopped"])
                rag = self.luck.choice([None, "red", "amber", "green"]) if state == "in-progress" else None
                by = self.luck.choice([None, self._post()])
                action["updates"][self._day(day, -15, 5)] = (state, rag, by, self._word("Note"))
            elif what in ("move", "type") and "due" in action:
                to = self._day(day, 10, 300)
                if what == "move" and to != action["due"]:
                    agreed = self.luck.choice([None, self._word("Approver")])
                    action["moved"].append((day, action["due"], to, self._word("Reason"), agreed))
                action["due"] = to
            elif what == "done" and "every" in action:
                action["done"].append(self._day(day, -10, 3))
            elif what == "owner":
                action["owner"] = self._post()
        return True

    def text(self) -> str:
        """Its file."""
        lines = [f"id: s{self.number}", f"title: Plan {self.number}", f"starts: {FIRST}", "ends: 2028-12-31"]
        lines += ["review_every: quarter", f"owner: {self.owners['strategy']}", "priorities:"]
        lines += [f"  - id: p{self.number}", f"    title: Priority {self.number}"]
        lines += [f"    owner: {self.owners['priority']}"] if self.owners["priority"] else []
        return "\n".join([*lines, "    actions:", *(line for one in self.actions for line in _lines(one)), ""])


def _lines(action: Action) -> list[str]:
    lines = [f"      - id: {action['id']}", f"        text: Do {action['id']}"]
    lines += [f"        {key}: {action[key]}" for key in ("owner", "due", "every") if key in action]
    if action["done"]:
        lines.append(f"        done: [{', '.join(map(str, sorted(set(action['done']))))}]")
    for key, entries in (("moved", action["moved"]), ("updates", sorted(action["updates"].items()))):
        lines += [f"        {key}:"] if entries else []
        lines += [f"          - {{{_move(one) if key == 'moved' else _update(one)}}}" for one in entries]
    return lines


def _move(one: tuple[date, date, date, str, str | None]) -> str:
    on, former, to, why, agreed = one
    return f"on: {on}, from: {former}, to: {to}, why: {why}" + (f", approved_by: {agreed}" if agreed else "")


def _update(one: tuple[date, tuple[str, str | None, str | None, str]]) -> str:
    on, (state, rag, by, note) = one
    more = (f", rag: {rag}" if rag else "") + (f", by: {by}" if by else "")
    return f"on: {on}, state: {state}, note: {note}{more}"


def _commit(number: int, day: date, files: dict[str, str]) -> bytes:
    stamp = (day - date(1970, 1, 1)).days * 86400 + 43200
    who = f"Lead <lead@example.org> {stamp} +0000"
    head = f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n"
    made = [f"{head}data 1\n{number}\n".encode()]
    for name, text in files.items():
        data = text.encode()
        made.append(b"M 100644 inline %s\ndata %d\n%s\n" % (name.encode(), len(data), data))
    return b"".join(made)
