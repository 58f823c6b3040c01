"""Many people at the form at once, killed in the middle, and on a full disk: `python bench/form.py [--seconds 60]`.

Serves a portfolio of 33 strategies, as a process of its own. First pages are opened and forms sent by one person, to
time them. Then twenty people look and save, each of things of their own and sometimes of each other's, while somebody
edits the files by hand. Then the server is killed with signal 9 while they save, over and over. What the form said it
saved must stand in the files exactly once, what it did not say at most once, and every file must load. Last the disk is
full (Linux, as root: a small tmpfs). Prints Markdown; ends with 1 if anything was lost.
"""

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from html import unescape
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from generate import generate

from strategy_tracker.app.moment import open_portfolio
from strategy_tracker.files.load import load

DAY = "2026-10-01"
PEOPLE = 20


class Person:
    """Somebody at a browser, let in by the address that the server printed."""

    def __init__(self, entrance: str) -> None:
        self.port, self.token = int(re.search(r":(\d+)/", entrance)[1]), entrance.partition("token=")[2]
        self.cookie = ""
        self.ask("GET", f"/enter?token={self.token}")

    def ask(self, method: str, path: str, typed: dict[str, str] | None = None) -> tuple[int, str]:
        """The status and the text of what is answered; a form that was saved leads to its page."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}"}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urlencode(typed) if typed else None, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        if cookie := answer.getheader("set-cookie"):
            self.cookie = cookie.partition(";")[0]
        connection.close()
        return answer.status, text

    def form(self, path: str) -> dict[str, str]:
        """What a form holds that was just opened, so far as it is sent back."""
        return hidden(self.ask("GET", path)[1])


def hidden(text: str) -> dict[str, str]:
    """The secret and the seal of the form on a page."""
    return {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("secret", "seal")}


def update(person: Person, address: str, note: str) -> tuple[int, dict[str, str]]:
    """Open a form and send it to be saved; the status, 303 where it was, and what was sent."""
    path = f"/action/{address}/update"
    typed = person.form(path) | {"state": "in-progress", "note": note, "on": DAY, "step": "save"}
    return person.ask("POST", path, typed)[0], typed


@contextmanager
def served(root: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server as a process, and the address that it printed."""
    command = [sys.executable, "-m", "strategy_tracker", "serve", "--root", str(root)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "STRATEGY_TODAY": DAY})
    try:
        for line in process.stderr:
            if "enter?token=" in line:
                yield process, line.strip().removeprefix("open ")
                break
    finally:
        process.kill()
        process.wait()


def notes_in(root: Path) -> Counter[str]:
    """How often each note of ours stands in the files."""
    texts = (path.read_text(encoding="utf-8") for path in (root / "strategies").glob("*.yaml"))
    return Counter(found for text in texts for found in re.findall(r"bench-\d+-\d+", text))


def faults(root: Path, saved: set[str], sent: set[str]) -> list[str]:
    """What was lost, doubled, made up or broken."""
    held = notes_in(root)
    wrong = [f"lost: {one}" for one in saved if not held[one]] + [f"twice: {one}" for one in held if held[one] > 1]
    wrong += [f"never sent: {one}" for one in held if one not in sent]
    found = open_portfolio(root)
    wrong += [
        f"{file.name} does not load" for file in found.files if load(file, found.settings.year_end).record is None
    ]
    return wrong


def actions_in(root: Path) -> list[str]:
    """The addresses of all actions."""
    found = []
    for path in sorted((root / "strategies").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        strategy = re.search(r"^id: (\S+)", text, re.MULTILINE)[1]
        parts = text.split("\n    actions:")[1:]
        found += [f"{strategy}/{one}" for part in parts for one in re.findall(r"\n      - id: (\S+)", part)]
    return found


def milliseconds(work: list[float]) -> str:
    """The median and the most of some seconds, in milliseconds."""
    return f"{statistics.median(work) * 1000:.0f} | {max(work) * 1000:.0f}"


def timed(root: Path, actions: list[str]) -> list[str]:
    """Rows of what one person waits for."""
    rows, rnd = [], Random(1)
    with served(root) as (_, entrance):
        person = Person(entrance)
        measure = re.search(
            r'href="(/measure/[^"]+)"', person.ask("GET", f"/strategy/{actions[0].partition('/')[0]}")[1]
        )
        pages = {
            "what waits": "/",
            "one post": unescape(re.search(r'href="(/waiting[^"]+)"', person.ask("GET", "/")[1])[1]),
            "an action": f"/action/{actions[0]}",
            "a measure": measure[1],
            "a form": f"/action/{actions[0]}/update",
            "a search": "/everything?q=care",
        }
        for name, path in pages.items():
            person.ask("GET", path)
            rows.append(
                f"| {name}, warm | {milliseconds([_took(lambda p=path: person.ask('GET', p)) for _ in range(30)])} |"
            )
        looked, saved, after = [], [], []
        for number in range(30):
            path = f"/action/{rnd.choice(actions)}/update"
            typed = person.form(path) | {"state": "in-progress", "note": f"bench-0-{number}", "on": DAY}
            looked.append(_took(lambda p=path, t=typed: person.ask("POST", p, t | {"step": "look"})))
            saved.append(_took(lambda p=path, t=typed: person.ask("POST", p, t | {"step": "save"})))
            after.append(_took(lambda p=path: person.ask("GET", p.removesuffix("/update"))))
        rows.append(f"| a form that is looked at | {milliseconds(looked)} |")
        rows.append(f"| a form that is saved | {milliseconds(saved)} |")
        rows.append(f"| the page after that | {milliseconds(after)} |")
    return rows


def _took(work: object) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


class Crowd:
    """Twenty people who save, until they are told to stop, and what they were told was saved."""

    def __init__(self, entrance: str, actions: list[str], run: int) -> None:
        self.saved, self.sent, self.counts, self.stop = set(), set(), Counter(), False
        self.waits: list[float] = []
        self._lock = threading.Lock()
        self.people = [threading.Thread(target=self._one, args=(entrance, actions, run, n)) for n in range(PEOPLE)]
        for one in self.people:
            one.start()

    def _one(self, entrance: str, actions: list[str], run: int, number: int) -> None:
        rnd, person, turn = Random(f"{run}/{number}"), None, 0
        own = actions[number::PEOPLE]
        while not self.stop:
            note = f"bench-{run}{number:02}-{turn}"
            turn += 1
            address = rnd.choice(own) if rnd.random() < 0.7 else rnd.choice(actions[:10])  # ten that all want
            with self._lock:
                self.sent.add(note)
            with suppress(OSError, HTTPException, TypeError):  # the server was killed
                person = person or Person(entrance)
                begin = time.perf_counter()
                status, _ = update(person, address, note)
                with self._lock:
                    self.waits.append(time.perf_counter() - begin)
                    self.counts["saved" if status == 303 else "shown again: somebody else was first"] += 1
                    if status == 303:
                        self.saved.add(note)

    def end(self) -> None:
        """Tell them to stop, and wait until they have."""
        self.stop = True
        for one in self.people:
            one.join()


def edit_by_hand(root: Path, until: float) -> int:
    """Add a line to some file twice a second, as an editor does, or `git pull`; how often."""
    rnd, files, times = Random(3), sorted((root / "strategies").glob("*.yaml")), 0
    while time.monotonic() < until:
        path = rnd.choice(files)
        before = path.read_bytes()
        beside = path.with_name(f".{path.name}.hand")
        beside.write_bytes(before + f"# by hand {times}\n".encode())
        if path.read_bytes() == before:  # as an editor asks that sees that the file has changed on disk
            beside.replace(path)
            times += 1
        beside.unlink(missing_ok=True)
        time.sleep(0.5)
    return times


def main() -> int:
    """Run everything and print it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--kills", type=int, default=20)
    asked = parser.parse_args()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        generate(root, 33, 1, blemished=0)
        actions = actions_in(root)
        print("| What one person waits for, portfolio of 33 | Median, ms | Most, ms |\n|---|--:|--:|")
        print("\n".join(timed(root, actions)), flush=True)
        once = {f"bench-0-{number}" for number in range(30)}
        with served(root) as (_, entrance):
            crowd = Crowd(entrance, actions, 1)
            hands = edit_by_hand(root, time.monotonic() + asked.seconds)
            crowd.end()
        wrong += faults(root, crowd.saved, crowd.sent | once)
        kept = sum(
            1 for path in root.rglob("*.yaml") for line in path.read_text("utf-8").splitlines() if "# by hand" in line
        )
        told = ", ".join(f"{number:,} {what}" for what, number in sorted(crowd.counts.items()))
        print(f"\n{PEOPLE} people for {asked.seconds} s: {told}; {hands} edits by hand, {kept} of them in the files;")
        print(
            f"a form takes {milliseconds(crowd.waits).replace(' | ', ' ms, at most ')} ms; wrong: {len(wrong)}",
            flush=True,
        )
        saved, sent, rnd = crowd.saved, crowd.sent | once, Random(2)
        for number in range(2, asked.kills + 2):
            with served(root) as (process, entrance):
                crowd = Crowd(entrance, actions, number)
                time.sleep(0.5 + 1.5 * rnd.random())
                process.send_signal(signal.SIGKILL)
                crowd.end()
            saved, sent = saved | crowd.saved, sent | crowd.sent
            wrong += faults(root, saved, sent)
        told = f"killed {asked.kills} times while {PEOPLE} people saved; {len(saved):,} forms in all"
        print(f"\n{told}; wrong: {len(wrong)}")
        wrong += full_disk(root)
    print("\n".join(wrong))
    return bool(wrong)


def full_disk(root: Path) -> list[str]:
    """Fill the disk of a copy, and send a form; what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        size = sum(path.stat().st_size for path in root.rglob("*.yaml"))
        if subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size + 2_000_000}", "x", folder], check=False
        ).returncode:
            print("\nfull disk: left out, it needs root")
            return []
        try:
            shutil.copytree(root, Path(folder) / "p", dirs_exist_ok=True)
            copy, before = Path(folder) / "p", {}
            with served(copy) as (_, entrance):
                person, address = Person(entrance), actions_in(copy)[0]
                typed = person.form(f"/action/{address}/update")
                with suppress(OSError), (Path(folder) / "filler").open("wb", buffering=0) as filler:
                    while True:
                        filler.write(b"x" * 4096)
                before = {path: path.read_bytes() for path in copy.rglob("*.yaml")}
                typed |= {"state": "in-progress", "note": "bench-full-0", "on": DAY, "step": "save"}
                status, text = person.ask("POST", f"/action/{address}/update", typed)
            same = before == {path: path.read_bytes() for path in copy.rglob("*.yaml")}
            said = "No space left on device" in text and "bench-full-0" in text
            print(f"\nfull disk: said with what was typed: {said}; files as they were: {same}; status {status}")
            return [] if same and said else ["full disk"]
        finally:
            subprocess.run(["umount", folder], check=False)


if __name__ == "__main__":
    sys.exit(main())
