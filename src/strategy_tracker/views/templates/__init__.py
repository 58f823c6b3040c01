"""Style sheets, scripts, Typst and longer prose, each in a file of its own language."""

from functools import cache
from importlib.resources import files


@cache
def read_template(name: str) -> str:
    """The text of a file of this folder, with plain line ends on every system."""
    return files("strategy_tracker.views.templates").joinpath(name).read_text(encoding="utf-8")
