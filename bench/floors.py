"""The floors: the same files through the C event parser, building nothing; and through the round-trip loader.

`python bench/floors.py events FOLDER` or `python bench/floors.py round-trip FOLDER`.
"""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path


def files(folder: str) -> Iterator[bytes]:
    """The bytes of every data file under a folder."""
    for path in sorted(Path(folder).rglob("*.yaml")):
        yield path.read_bytes()


def events(folder: str) -> None:
    """Take every event of every file and drop it."""
    from _ruamel_yaml import CParser
    from ruamel.yaml.events import StreamEndEvent

    gc.disable()  # as the command does
    for data in files(folder):
        give = CParser(data).get_event
        while type(give()) is not StreamEndEvent:
            pass


def round_trip(folder: str) -> None:
    """Load every file as most programs that keep comments do."""
    from ruamel.yaml import YAML

    for data in files(folder):
        YAML(typ="rt").load(data)


if __name__ == "__main__":
    {"events": events, "round-trip": round_trip}[sys.argv[1]](sys.argv[2])
