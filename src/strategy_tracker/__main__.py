"""The way in: `strategy`, `strategy-tracker`, and `python -m strategy_tracker`."""

import sys


def main() -> None:
    """Run the command line. `--version` alone imports nothing of ours: scripts ask it before every other command."""
    if sys.argv[1:] == ["--version"]:
        from strategy_tracker import __version__

        sys.stdout.write(f"strategy-tracker {__version__}\n")
        return
    from strategy_tracker.cli.main import main as command_line

    command_line()


if __name__ == "__main__":
    main()
