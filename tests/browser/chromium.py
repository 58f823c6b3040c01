"""Chromium without a window, asked over a pipe: no driver, no port, no network."""

import base64
import itertools
import json
import os
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

FLAGS = (
    "--headless=new",
    "--no-sandbox",  # it opens nothing but our own pages, and a container gives it no other way
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)

LAUNCH = """
import fcntl, os, sys
read, write = (fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""
"""Chromium reads from 3 and writes to 4, whatever numbers the pipes have here."""


class Browser:
    """One page that is sent from address to address."""

    def __init__(self, program: str, profile: Path) -> None:
        ours, theirs = os.pipe(), os.pipe()  # it reads the first and writes to the second
        arguments = [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        launched = [sys.executable, "-c", LAUNCH, str(ours[0]), str(theirs[1]), *arguments]
        self.process = subprocess.Popen(launched, pass_fds=(ours[0], theirs[1]), stderr=subprocess.DEVNULL)
        os.close(ours[0])
        os.close(theirs[1])
        self.asks, self.tells = os.fdopen(ours[1], "wb", 0), os.fdopen(theirs[0], "rb")
        self.numbers, self.session, self.events, self.rest = itertools.count(1), None, [], b""
        targets = self.ask("Target.getTargets")["targetInfos"]
        page = next(one["targetId"] for one in targets if one["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def close(self) -> None:
        self.session = None
        with suppress(EOFError):
            self.ask("Browser.close")
        self.process.wait(10)
        self.asks.close()
        self.tells.close()

    def _read(self) -> dict:
        while b"\0" not in self.rest:
            part = os.read(self.tells.fileno(), 1 << 20)
            if not part:
                raise EOFError
            self.rest += part
        whole, _, self.rest = self.rest.partition(b"\0")
        return json.loads(whole)

    def ask(self, method: str, **given) -> dict:
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": given}
        message |= {"sessionId": self.session} if self.session else {}
        self.asks.write(json.dumps(message).encode() + b"\0")
        while True:
            found = self._read()
            if found.get("id") == number:
                assert "error" not in found, (method, found["error"])
                return found["result"]
            if "method" in found:
                self.events.append(found)

    def wait(self, event: str) -> dict:
        while True:
            for n, found in enumerate(self.events):
                if found["method"] == event:
                    del self.events[: n + 1]
                    return found
            self.events.append(self._read())

    def run(self, script: str):
        """The value of an expression in the page; the policy of the page does not hold for it."""
        done = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def open(self, page: Path | str) -> None:
        self.events.clear()
        address = page.as_uri() if isinstance(page, Path) else page
        self.ask("Page.navigate", url="about:blank")
        self.wait("Page.loadEventFired")
        self.ask("Page.navigate", url=address)
        seen = []
        while not seen or seen[-1]["method"] != "Page.loadEventFired":
            seen.append(self.events.pop(0) if self.events else self._read())
        self.seen = seen

    def look(self, width: int, height: int = 900, *, dark: bool = False) -> None:
        """Take this width, theme and medium from now on."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.ask("Emulation.setEmulatedMedia", media="screen", features=features)

    def press(self, *keys: str) -> None:
        codes = {"Tab": 9, "Enter": 13, " ": 32}
        for key in keys:
            text = {"Enter": "\r", " ": " "}.get(key, "" if key in codes else key)
            told = {"key": key, "windowsVirtualKeyCode": codes.get(key, ord(key[0].upper()))}
            self.ask("Input.dispatchKeyEvent", type="keyDown", text=text, **told)
            self.ask("Input.dispatchKeyEvent", type="keyUp", **told)

    def complaints(self) -> list[str]:
        """What the browser said of the page since it was opened: errors, and what its policy forbade."""
        self.ask("Runtime.evaluate", expression="0")
        found = [*self.seen, *self.events]
        return [
            json.dumps(one["params"])
            for one in found
            if one["method"] == "Runtime.exceptionThrown"
            or (one["method"] == "Log.entryAdded" and one["params"]["entry"]["level"] in ("error", "warning"))
        ]

    def requests(self) -> list[str]:
        found = [*self.seen, *self.events]
        asked = [one["params"]["request"]["url"] for one in found if one["method"] == "Network.requestWillBeSent"]
        return [url for url in asked if url != "about:blank"]

    def picture(self, path: Path, *, whole: bool = False) -> None:
        taken = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(taken["data"]))

    def paper(self, path: Path) -> None:
        self.ask("Emulation.setEmulatedMedia", media="", features=[])
        taken = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        path.write_bytes(base64.b64decode(taken["data"]))


@contextmanager
def browser(program: str, profile: Path):
    made = Browser(program, profile)
    try:
        yield made
    finally:
        made.close()
