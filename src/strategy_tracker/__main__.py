"""The way in: `strategy`, `strategy-tracker`, and `python -m strategy_tracker`."""

import gc
import os
import sys
from types import ModuleType


def main() -> None:
    """Run the command line and end the process with its exit code. `--version` alone imports nothing of ours."""
    gc.disable()  # a command lives for moments; walking its objects costs more than the memory it frees
    if sys.argv[1:] == ["--version"]:
        from strategy_tracker import __version__

        sys.stdout.write(f"strategy-tracker {__version__}\n")
        return
    _without_plugins()
    from strategy_tracker.cli.app import run

    code = run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # nothing is left to do: taking thousands of modules apart costs as much as Python's start


def _without_plugins() -> None:
    """Keep pydantic from looking for plug-ins: what it imports for that costs as much as Python's own start.

    The variable is its documented switch. It imports all the same, so a module of that name, which has none, is put
    first; should pydantic rename its own, this has no effect.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    nowhere = ModuleType("pydantic.plugin._loader")
    nowhere.get_plugins = tuple  # type: ignore[attr-defined]
    sys.modules.setdefault(nowhere.__name__, nowhere)


if __name__ == "__main__":
    main()
