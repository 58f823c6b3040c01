"""The server that an assistant starts: the tools and what can be read beside them, over standard input and output."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from strategy_tracker import __version__
from strategy_tracker.assistant.tools import AS_DATA, Answer, AssistantTools
from strategy_tracker.editing.starter import assistants_guide
from strategy_tracker.model.new_entries import NewUpdate
from strategy_tracker.problem import Problem
from strategy_tracker.views.formats.data import as_json
from strategy_tracker.views.formats.json_schema import FILES, write_schema
from strategy_tracker.views.screens.explain import write_codes

_LOOKS = ToolAnnotations(read_only_hint=True, open_world_hint=False)
_WRITES = ToolAnnotations(read_only_hint=False, destructive_hint=False, idempotent_hint=False, open_world_hint=False)
INSTRUCTIONS = (
    "Strategies of a public body, kept as YAML in git. The tools say where they stand and why. "
    + AS_DATA
    + " A colour is never yours to decide or to guess: say its reason with it, and 'not rated' where it says so. "
    "Write nothing about a person by which he or she could be recognised."
)
State = Literal["", "not-started", "in-progress", "delivered", "complete", "paused", "stopped"]
Rag = Literal["", "red", "amber", "green"]
Kind = Literal["", "strategy", "priority", "action", "measure"]


def assistant_server(root: Path, today: Callable[[], date], *, propose: bool) -> MCPServer[Any]:
    """The server over the portfolio in `root`; with `propose` an update can be written to a branch of its own."""
    server = MCPServer[Any]("strategy-tracker", instructions=INSTRUCTIONS, version=__version__, log_level="ERROR")
    tools = AssistantTools(root, today)
    _add_looking(server, tools)
    _add_updates(server, tools, propose=propose)
    _add_resources(server)
    return server


def _add_looking(server: MCPServer[Any], tools: AssistantTools) -> None:
    """The tools that look."""

    @server.tool(annotations=_LOOKS, structured_output=False, description=tools.list_items.__doc__)
    def list_items(strategy: str = "", kind: Kind = "") -> str:
        return _said("list", lambda: tools.list_items(strategy, kind))

    @server.tool(annotations=_LOOKS, structured_output=False, description=tools.show_item.__doc__)
    def show_item(item: str) -> str:
        return _said("item", lambda: tools.show_item(item))

    @server.tool(annotations=_LOOKS, structured_output=False, description=tools.explain.__doc__)
    def explain(code: str) -> str:
        return _said("explanation", lambda: tools.explain(code))

    @server.tool(annotations=_LOOKS, structured_output=False, description=tools.overdue.__doc__)
    def overdue(owner: str = "", within: str = "") -> str:
        return _said("overdue-items", lambda: tools.overdue(owner, within))

    @server.tool(annotations=_LOOKS, structured_output=False, description=tools.compare.__doc__)
    def compare(since: str) -> str:
        return _said("comparison", lambda: tools.compare(since))


def _add_updates(server: MCPServer[Any], tools: AssistantTools, *, propose: bool) -> None:
    """The tool that previews an update, and the one that proposes it."""

    @server.tool(annotations=_LOOKS, structured_output=False, description=tools.preview_update.__doc__)
    def preview_update(
        action: str, state: State = "", rag: Rag = "", note: str = "", forecast: str = "", by: str = "", on: str = ""
    ) -> str:
        new = NewUpdate(state=state, rag=rag, note=note, forecast=forecast, by=by, on=on)
        return _said("preview", lambda: tools.preview_update(action, new))

    if not propose:
        return

    @server.tool(annotations=_WRITES, structured_output=False, description=tools.propose_update.__doc__)
    def propose_update(
        action: str, state: State = "", rag: Rag = "", note: str = "", forecast: str = "", by: str = "", on: str = ""
    ) -> str:
        new = NewUpdate(state=state, rag=rag, note=note, forecast=forecast, by=by, on=on)
        return _said("proposal", lambda: tools.propose_update(action, new))


def _add_resources(server: MCPServer[Any]) -> None:
    """What can be read beside the tools: how the files are shaped, what each finding means, and how to work here."""
    for name in FILES:
        _add_schema(server, name)

    @server.resource("strategy://findings", name="findings", mime_type="text/plain")
    def findings() -> str:
        return write_codes(100)

    @server.resource("strategy://guide", name="guide", mime_type="text/markdown")
    def guide() -> str:
        return assistants_guide()


def _add_schema(server: MCPServer[Any], name: str) -> None:
    @server.resource(f"strategy://schema/{name}", name=f"schema of {name}", mime_type="application/schema+json")
    def schema() -> str:
        return write_schema(name)


def _said(kind: str, asked: Callable[[], Answer]) -> str:
    """An answer as JSON whose unseen signs are escaped; what cannot be is told with one thing to do."""
    try:
        return as_json(kind, asked())
    except Problem as error:
        raise ToolError(f"{error.message}; {error.next_step}" if error.next_step else error.message) from None
