"""Reads the bytes of a data file, and no more of them than it may have."""

import os

from strategy_tracker.files.find import LARGEST, DataFile
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.patience import patiently


def content(file: DataFile) -> bytes:
    """Give the bytes of a file, at most `LARGEST` of them.

    Raises `Unreadable`.
    """
    if file.data is not None:
        return file.data
    if file.size > LARGEST:
        raise Unreadable(
            "too-big", f"the file has {file.size // 1_000_000} MB; at most {LARGEST // 1_000_000} are read"
        )
    try:
        # O_NONBLOCK: a file may have been replaced by a pipe since it was found, and opening that would wait for ever
        how = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
        descriptor = patiently(lambda: os.open(file.path, how))
        with os.fdopen(descriptor, "rb") as stream:
            data = stream.read(file.size + 1)
            if len(data) > file.size:  # it has grown since it was found
                data += stream.read(LARGEST + 1 - len(data))
    except OSError as error:
        raise Unreadable("unreadable", f"the file cannot be read ({error.strerror})") from None
    if len(data) > LARGEST:
        raise Unreadable("too-big", f"the file has more than {LARGEST // 1_000_000} MB")
    return data
