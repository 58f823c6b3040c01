"""The command line, for the files in which every key says something."""

from tests.cli.conftest import run

__all__ = ["run"]
