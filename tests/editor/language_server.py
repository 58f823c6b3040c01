"""A language server as an editor talks to it: JSON-RPC over its standard input and output."""

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any, NamedTuple

PATIENCE = 30
"""Seconds to wait for an answer: a cold start of node on a busy machine takes some."""


class Fault(NamedTuple):
    """What the editor underlines: lines and columns from 1, as `strategy validate` counts them."""

    line: int
    column: int
    message: str


class LanguageServer:
    """One running server with `folder` open in it, and the settings of its `.vscode/settings.json` or others."""

    def __init__(self, command: list[str], folder: Path, settings: dict[str, Any] | None = None) -> None:
        self.folder = folder
        self.settings = settings or json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self._configured = threading.Event()
        self._last = 0
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        place = {"uri": folder.as_uri(), "name": folder.name}
        document = {
            "publishDiagnostics": {},
            "hover": {"contentFormat": ["markdown"]},
            "completion": {"completionItem": {"snippetSupport": True}},
        }
        able = {"workspace": {"configuration": True, "workspaceFolders": True}, "textDocument": document}
        self._ask("initialize", processId=None, rootUri=place["uri"], workspaceFolders=[place], capabilities=able)
        self._tell("initialized")
        self._configured.wait(PATIENCE)

    def close(self) -> None:
        self._ask("shutdown")
        self._tell("exit")
        self._process.wait(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout):
            stream.close()
        self._reader.join(PATIENCE)

    def open(self, texts: dict[str, str]) -> dict[str, list[Fault]]:
        """Open files of the folder, which need not be on disk, and give the faults of each. Never one name twice."""
        names = {self._uri(name): name for name in texts}
        for uri, name in names.items():
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": texts[name]}
            self._tell("textDocument/didOpen", textDocument=document)
        found: dict[str, list[Fault]] = {}
        while len(found) < len(names):
            said = self._answers.get(timeout=PATIENCE)
            if said.get("method") == "textDocument/publishDiagnostics":
                about = said["params"]
                found |= {names[uri]: _faults(about["diagnostics"]) for uri in names if uri == about["uri"]}
        return found

    def complete(self, name: str, line: int, column: int) -> list[str]:
        """The words offered at a place."""
        answer = self._ask("textDocument/completion", **self._at(name, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return [item["label"] for item in items]

    def hover(self, name: str, line: int, column: int) -> str:
        """What the editor explains at a place."""
        answer = self._ask("textDocument/hover", **self._at(name, line, column))
        return answer["contents"]["value"] if answer else ""

    def _uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def _at(self, name: str, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri(name)}, "position": {"line": line - 1, "character": column - 1}}

    def _ask(self, method: str, **params: Any) -> Any:
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            said = self._answers.get(timeout=PATIENCE)
            if said.get("id") == self._last and "method" not in said:
                return said.get("result")

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        while line := self._process.stdout.readline():
            if not line.lower().startswith(b"content-length:"):
                continue
            size = int(line.split(b":")[1])
            while self._process.stdout.readline().strip():
                pass
            said = json.loads(self._process.stdout.read(size))
            if "method" in said and "id" in said:
                self._reply(said)
            else:
                self._answers.put(said)

    def _reply(self, asked: dict[str, Any]) -> None:
        """Answer what the server asks of its editor: its settings; and 'nothing' to anything else."""
        result = None
        if asked["method"] == "workspace/configuration":
            result = [self._section(item.get("section", "")) for item in asked["params"]["items"]]
        self._send({"id": asked["id"], "result": result})
        if result is not None:
            self._configured.set()

    def _section(self, name: str) -> dict[str, Any]:
        if name in self.settings:
            return self.settings[name]
        made: dict[str, Any] = {}
        for key, value in self.settings.items():
            *path, last = key.split(".")
            if path and path[0] == name:
                place = made
                for step in path[1:]:
                    place = place.setdefault(step, {})
                place[last] = value
        return made


def _faults(diagnostics: list[dict[str, Any]]) -> list[Fault]:
    starts = [(item["range"]["start"], item["message"]) for item in diagnostics]
    return sorted(Fault(start["line"] + 1, start["character"] + 1, message) for start, message in starts)
