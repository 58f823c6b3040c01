"""Finds a server of this room, and says what to install where this installation has none."""

import importlib
from types import ModuleType

from strategy_tracker.problem import Problem


def load_server(name: str) -> ModuleType:
    """Import a module of this room. Raises `Problem` where a package it needs is missing."""
    try:
        return importlib.import_module(f"strategy_tracker.web.{name}")
    except ModuleNotFoundError as error:
        next_step = "install it again as you did, with [serve] behind its name, in quotes"
        raise Problem(f"this installation cannot show pages: it has no '{error.name}'", next_step) from None
