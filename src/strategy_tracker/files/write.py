"""Puts bytes in the place of a file so that a crash, a full disk or two people at once never lose any.

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

from strategy_tracker.files.patience import is_held, patiently
from strategy_tracker.problem import Problem

PATIENCE = 10.0
"""Seconds to wait for another command that is writing."""


class CannotWrite(Problem):
    """The file could not be written and is as it was; the message says why."""

    def __init__(self, message: str, next_step: str = "try again when that is mended") -> None:
        super().__init__(message, next_step)


class NameTaken(CannotWrite):
    """There is a file of that name already."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a portfolio; another command that wants it waits. It ends with the process, whatever happens."""
    descriptor = _open_lock(folder)
    try:
        try:
            _wait(descriptor)
        except OSError as error:
            raise CannotWrite(f"'{folder.name}' cannot be locked ({error.strerror})") from None
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
            # flock, not lockf: a lock of POSIX is given up when any part of the process closes the same file
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def replace(path: Path, before: bytes, after: bytes) -> bool:
    """Put `after` in the place of a file that holds `before`. Call it while `locked`.

    Gives whether the file has another name (a hard link) that keeps what it held: to write through it could spoil a
    backup, and nobody could be sure that a crash leaves one of the two whole.
    Raises `CannotWrite` where the file has changed since it was read, or cannot be written; it is then untouched.
    """
    if before == after:
        return False
    target = Path(os.path.realpath(path))
    beside = _beside(target)
    try:
        about = target.stat()
        if not (about.st_mode & 0o222 and os.access(target, os.W_OK)):  # access alone lets root through
            raise CannotWrite(f"'{path.name}' is read-only")
        _write_new(beside, after, 0o600)  # nobody else reads it before it has its rights
        _like(target, beside, about)
        if patiently(target.read_bytes) != before:
            raise CannotWrite(f"'{path.name}' was changed by somebody else a moment ago; nothing was written")
        patiently(lambda: beside.replace(target), refusal_may_pass=True)
    except OSError as error:
        raise _cannot(f"'{path.name}'", "written", error, "; it is as it was") from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    _flush_folder(target.parent)
    return about.st_nlink > 1


def create(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet, whole or not at all. Call it while `locked`.

    Raises `NameTaken` where there is one already, `CannotWrite` where it cannot be written.
    """
    beside = _beside(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(path):
            raise NameTaken(f"'{path}' exists already and is not overwritten")
        _write_new(beside, data, 0o666)
        patiently(lambda: beside.replace(path), refusal_may_pass=True)
    except OSError as error:
        raise _cannot(f"'{path}'", "written", error) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    _flush_folder(path.parent)


def remove(path: Path, before: bytes) -> None:
    """Delete a file that holds `before`. Call it while `locked`.

    Raises `CannotWrite` where it has changed since it was read, or cannot be deleted; it is then untouched.
    """
    try:
        if patiently(path.read_bytes) != before:
            raise CannotWrite(f"'{path.name}' was changed by somebody else a moment ago; nothing was deleted")
        patiently(path.unlink, refusal_may_pass=True)
    except OSError as error:
        raise _cannot(f"'{path.name}'", "deleted", error, "; it is as it was") from None
    _flush_folder(path.parent)


def _cannot(name: str, done: str, error: OSError, then: str = "") -> CannotWrite:
    """What is said where a file could not be written or deleted: another program may hold it."""
    if is_held(error):
        what = f"{name} could not be {done}: another program holds it{then}"
        return CannotWrite(what, "close it there, and try again")
    return CannotWrite(f"{name} could not be {done} ({error.strerror}){then}")


def _beside(target: Path) -> Path:
    """The temporary file: its name begins with a dot and does not end like a data file's, so nothing reads it."""
    return target.with_name(f".{target.name}.new")


def _write_new(beside: Path, data: bytes, mode: int) -> None:
    beside.unlink(missing_ok=True)  # left by a command that was killed
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(beside, flags, mode), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())  # before the rename: else a crash may leave the new name with 0 bytes (ext4, XFS)


def _like(target: Path, beside: Path, about: os.stat_result) -> None:
    """Give the new file the group, owner, rights and attributes (such as access lists) of the old one."""
    if hasattr(os, "chown"):
        for uid, gid in ((-1, about.st_gid), (about.st_uid, -1)):  # a member may keep the group; only root the owner
            with suppress(OSError):
                os.chown(beside, uid, gid)
    beside.chmod(stat.S_IMODE(about.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(beside, name, os.getxattr(target, name))


def _flush_folder(folder: Path) -> None:
    """Make the new name itself last. Some network folders cannot, and Windows has no way and no need."""
    if sys.platform != "win32":
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
