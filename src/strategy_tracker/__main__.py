"""The way in: `strategy`, `strategy-tracker`, and `python -m strategy_tracker`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and end the process with its exit code. `--version` alone imports nothing of ours."""
    gc.disable()  # a command lives for moments; walking its objects costs more than the memory it frees
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plug-ins costs as much as Python itself
    if sys.argv[1:] == ["--version"]:
        from strategy_tracker import __version__

        sys.stdout.write(f"strategy-tracker {__version__}\n")
        return
    from strategy_tracker.cli.app import run

    code = run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # nothing is left to do: taking thousands of modules apart costs as much as Python's start


if __name__ == "__main__":
    main()
