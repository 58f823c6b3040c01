"""`strategy mcp`: tools for an assistant that runs on this machine."""

from typing import Annotated

import typer

from strategy_tracker.cli.options import Root, day, portfolio
from strategy_tracker.problem import Problem

EXAMPLE = "strategy mcp --root portfolio"


def command(
    propose: Annotated[
        bool, typer.Option("--propose", help="let it write an update, to a branch of its own and never to yours")
    ] = False,
    root: Root = None,
) -> int:
    """Answer an assistant on standard input and output (MCP): it lists, shows, explains, compares and previews.

    It is shown what is public, unless the settings say 'assistants: internal': whoever runs an assistant hands what it
    sees to somebody's model.
    """
    found = portfolio(root)
    try:
        from strategy_tracker.assistant.server import assistant_server
    except ModuleNotFoundError as error:
        next_step = "install it again as you did, with [mcp] behind its name, in quotes"
        raise Problem(f"this installation has no '{error.name}' for an assistant", next_step) from None
    assistant_server(found.root, lambda: day(""), propose=propose).run("stdio")
    return 0
