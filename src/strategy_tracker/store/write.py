"""Put bytes in the place of a file so that a crash, a full disk or two people at once never lose any.

The new bytes go to a temporary file beside the old one, are flushed to the disk, and take its name in one
step. Permissions stay; a link stays a link. A lock makes two of our commands wait for each other.
"""

import hashlib
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 10.0
"""Seconds to wait for another command that is writing."""


class CannotWrite(Exception):
    """The file could not be written and is as it was; the text says why."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a portfolio; another command that wants it waits. It ends with the process, whatever happens."""
    descriptor = _open_lock(folder)
    try:
        _wait(descriptor)
        yield
    finally:
        os.close(descriptor)


def _open_lock(folder: Path) -> int:
    if sys.platform != "win32":
        return os.open(folder, os.O_RDONLY)
    name = hashlib.sha256(os.path.normcase(folder.resolve()).encode()).hexdigest()[:16]  # pragma: no cover
    return os.open(Path(tempfile.gettempdir()) / f"strategy-tracker-{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)


def _wait(descriptor: int) -> None:
    until = time.monotonic() + PATIENCE
    while not _try(descriptor):
        if time.monotonic() > until:
            raise CannotWrite("another command is writing to this portfolio and does not come to an end")
        time.sleep(0.02)


if sys.platform == "win32":  # pragma: no cover - written from the documents of msvcrt; see docs/windows.md
    import msvcrt

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def replace(path: Path, before: bytes, after: bytes) -> None:
    """Put `after` in the place of a file that holds `before`. Call it while `locked`.

    Raises `CannotWrite` where the file has changed since it was read, or cannot be written; it is then untouched.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.new")
    try:
        about = target.stat()
        if not os.access(target, os.W_OK):
            raise CannotWrite(f"'{path.name}' is read-only")
        if target.read_bytes() != before:
            raise CannotWrite(f"'{path.name}' was changed by somebody else a moment ago; nothing was written")
        _write_new(beside, after, about)
        os.replace(beside, target)
        _flush_folder(target.parent)
    except OSError as error:
        raise CannotWrite(f"'{path.name}' could not be written ({error.strerror}); it is as it was") from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def create(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet, whole or not at all.

    Raises `CannotWrite` where there is one already.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    try:
        _write_new(beside, data, None)
        if os.path.lexists(path):
            raise CannotWrite(f"'{path}' exists already and is not overwritten")
        os.replace(beside, path)
        _flush_folder(path.parent)
    except OSError as error:
        raise CannotWrite(f"'{path}' could not be written ({error.strerror})") from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _write_new(beside: Path, data: bytes, about: os.stat_result | None) -> None:
    with suppress(FileNotFoundError):
        beside.unlink()  # left by a command that was killed
    mode = stat.S_IMODE(about.st_mode) if about else 0o666
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(beside, flags, mode), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if about:
        beside.chmod(mode)
        if hasattr(os, "chown") and (about.st_uid, about.st_gid) != (os.geteuid(), os.getegid()):
            with suppress(OSError):  # only root may give a file away; the rights are kept all the same
                os.chown(beside, about.st_uid, about.st_gid)


def _flush_folder(folder: Path) -> None:
    """Make the new name itself last; Windows has no way to ask for that and needs none."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
