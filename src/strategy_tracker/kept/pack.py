"""A pack: what is kept of one portfolio for one question, in a file of ASCII lines that begins with its checksum.

The first line is the sha256 of the rest, the second a map with the pack's key, and each one after it the key of an
entry, a tab, and the entry in JSON, so that each is read by itself. What is not whole, or was made under another key,
holds nothing.
"""

import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from strategy_tracker.kept.folder import BEGUN, ENDING, MOST, KeptFolder, is_own
from strategy_tracker.kept.plain import read


class Pack:
    """The entries of one question about one portfolio; `name` finds its file, and they are good under one `key`.

    Nothing that is wrong with its file is ever said: what it does not hold is worked out again.
    """

    def __init__(self, folder: KeptFolder, name: str, key: str) -> None:
        self._folder, self._key = folder, key
        file = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        self._path = folder.path / f"{file}{ENDING}" if folder.path else None
        self._held = _entries(self._path, key) if self._path and not folder.why_not else {}
        self._asked: dict[bytes, bytes] = {}
        self._is_new = False

    def get(self, key: str, kind: Any) -> Any:
        """What is kept under a key, a value of the type `kind`; None where nothing is."""
        name = key.encode()
        text = self._held.get(name)
        if text is None:
            return None
        try:
            found = read(kind, text)
        except (ValueError, TypeError, LookupError, ArithmeticError):  # nobody but its owner can have written that
            return None
        self._asked[name] = text
        return found

    def put(self, key: str, text: bytes) -> None:
        """Keep a line that `written` made under a key, once `save` is called."""
        name = key.encode()
        self._is_new |= self._held.get(name) != text
        self._asked[name] = text

    def save(self) -> None:
        """Write what was asked for and what is new, in the place of what was kept; where that cannot be, nothing."""
        if self._path is None or self._folder.why_not:
            return
        if not self._is_new and self._asked.keys() == self._held.keys():
            with suppress(OSError):
                os.utime(self._path)  # it was of use today
            return
        if sum(map(len, self._asked.values())) < MOST:
            with suppress(OSError):
                _replace(self._path, self._lines)
                self._folder.make_room()

    def _lines(self) -> Iterator[bytes]:
        yield _head(self._key)
        for name, text in self._asked.items():
            yield b"%s\t%s" % (name, text)


def _head(key: str) -> bytes:
    return json.dumps({"key": key}).encode() + b"\n"


def _entries(path: Path, key: str) -> dict[bytes, bytes]:
    """What a file holds, by the keys of its entries; nothing where it is not whole, not ours, or of another key."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    found = dict[bytes, bytes]()
    try:
        with os.fdopen(os.open(path, flags), "rb") as stream:
            about = os.fstat(stream.fileno())
            if not (stat.S_ISREG(about.st_mode) and is_own(about)):
                return {}
            checksum, first = stream.readline(100), stream.readline(100)
            if first != _head(key):
                return {}
            digest = sha256(first)
            for line in stream:  # one by one: a large portfolio's are not held twice
                digest.update(line)
                name, _, text = line.partition(b"\t")
                found[name] = text
    except OSError:
        return {}
    return found if checksum == b"%s\n" % digest.hexdigest().encode() else {}


def _replace(path: Path, lines: Callable[[], Iterable[bytes]]) -> None:
    """Write the file beside the old one, and put it in its place: who reads meanwhile has the old one whole."""
    digest = sha256()
    for line in lines():
        digest.update(line)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.urandom(8).hex()}{BEGUN}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(beside, flags, 0o600), "wb") as stream:
            stream.write(b"%s\n" % digest.hexdigest().encode())
            stream.writelines(lines())
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
