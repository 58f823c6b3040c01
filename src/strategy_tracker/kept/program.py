"""Names the program that makes the answers: another one may answer otherwise, though its version be the same."""

import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

_READERS = ("pydantic", "pydantic_core", "ruamel_yaml", "ruamel_yaml_clib")
"""Packages of others on which it depends what is made of a file."""


def fingerprint() -> str:
    """A text that is another one with another Python, other packages that read, or one of our own modules changed.

    It is empty where that cannot be told, as in a zipped program: nothing is kept then.
    """
    own = sorted(_own(str(Path(__file__).parents[1])))
    found = dict(_versions())
    if not own or not found.keys() >= set(_READERS[:-1]):
        return ""
    return sha256(repr((sys.version, own, sorted(found.values()))).encode("utf-8", "surrogatepass")).hexdigest()


def _own(folder: str) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of each file of ours: in a checkout the version stays the same between changes."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        yield from _own(entry.path)
                elif entry.name.endswith((".py", ".pyc", ".so")):  # words are read where they are shown
                    about = entry.stat()
                    yield entry.path, about.st_size, about.st_mtime_ns
    except OSError:
        return


def _versions() -> Iterator[tuple[str, tuple[str, int]]]:
    """The first installation of each reader on the path: the name of its metadata, which has the version, and its time.

    `importlib.metadata` says the same, and takes longer to import than a warm answer does.
    """
    seen = set[str]()
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                for entry in entries:
                    package = entry.name.partition("-")[0].lower().replace(".", "_")
                    is_metadata = entry.name.endswith((".dist-info", ".egg-info"))
                    if is_metadata and package in _READERS and package not in seen:
                        seen.add(package)
                        yield package, (entry.name, entry.stat().st_mtime_ns)
        except OSError:
            continue
