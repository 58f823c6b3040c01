"""`strategy dashboard --serve`: this machine only, only what was built, and always the newest that could be made."""

import signal
import subprocess
import sys

import pytest

pytest.importorskip("uvicorn", reason="needs the extra 'serve'")

from strategy_tracker.app.reporting import rebuild
from tests.cli.conftest import DAY


class Turns:
    """Takes the place of the clock: at each look at the files the next step is done; after the last one, Ctrl-C."""

    def __init__(self, *steps):
        self.steps = list(steps)

    def sleep(self, seconds):
        if not self.steps:
            raise KeyboardInterrupt
        self.steps.pop(0)()


def shown_pages(monkeypatch):
    """What every version that is served says, in order."""
    versions = []
    again, built = rebuild._again, rebuild._built

    def keep(make, place, number, note, **more):
        found = (built if number == 1 else again)(make, place, number, note, **more)
        versions.append((found.version, found.pages["/"].read_text(encoding="utf-8")))
        return found

    monkeypatch.setattr(
        rebuild, "_built", lambda *given, **more: keep(*given, **more) if given[2] == 1 else built(*given, **more)
    )
    monkeypatch.setattr(rebuild, "_again", keep)
    return versions


def test_it_is_built_again_on_change_and_a_fault_is_shown_until_it_is_mended(run, small, monkeypatch):
    versions = shown_pages(monkeypatch)
    path = small / "strategies" / "young-carers.yaml"
    text = path.read_text(encoding="utf-8")
    turns = Turns(
        lambda: None,
        lambda: path.write_text(text.replace("Open a drop-in", "Open two drop-ins"), encoding="utf-8"),
        lambda: path.write_text(text + "bad: [\n", encoding="utf-8"),
        lambda: path.write_text(text, encoding="utf-8"),
        lambda: [one.unlink() for kind in ("strategies", "measures") for one in (small / kind).iterdir()],
    )
    monkeypatch.setattr(rebuild, "time", turns)
    code, out, err = run("dashboard", "--serve", "--as-at", DAY)
    assert (code, out) == (0, "")
    assert err.startswith("http://127.0.0.1:")
    assert err.endswith("stopped\n")
    pages = [page for _, page in versions]
    assert len({version for version, _ in versions}) == 5
    assert "Open a drop-in" in pages[0]
    assert "Open two drop-ins" in pages[1]
    assert "strategies/young-carers.yaml:" in pages[2]
    assert "[yaml-syntax]" in pages[2]
    assert "Open a drop-in" in pages[3]
    assert "no strategy here" in pages[4]
    assert err.count("built again") == 2
    assert err.count("cannot be built now: the page says why") == 2


def test_with_keep_going_a_fault_leaves_out_its_file_only(run, small, monkeypatch):
    versions = shown_pages(monkeypatch)
    (small / "strategies" / "old-plan.yaml").write_text("[", encoding="utf-8")
    monkeypatch.setattr(rebuild, "time", Turns())
    assert run("dashboard", "--serve", "--as-at", DAY, "--keep-going")[0] == 0
    assert "Open a drop-in" in versions[0][1]
    assert "Left out, because it could not be read, or has an error: strategies/old-plan.yaml" in versions[0][1]


def test_what_cannot_be_made_at_all_is_said_at_once(run, small):
    code, out, err = run("dashboard", "nobody", "--serve", "--as-at", DAY)
    assert (code, out) == (2, "")
    assert err.startswith("error: ")


IN_FRONT = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from strategy_tracker.cli.main import main
main()
"""
"""The program as a terminal starts it; what a shell starts in the background, such as these tests, ignores the key."""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_ctrl_c_ends_it_cleanly(small):
    command = [sys.executable, "-c", IN_FRONT, "dashboard", "--serve", "--as-at", DAY]
    with subprocess.Popen(command, cwd=small, stderr=subprocess.PIPE, text=True) as process:
        try:
            first = process.stderr.readline()
            process.send_signal(signal.SIGINT)
            _, rest = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 0
    assert first.startswith("http://127.0.0.1:")
    assert rest == "stopped\n"
