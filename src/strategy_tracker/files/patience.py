"""Tries again for a moment what another program hinders: a scanner, a sync client or an editor that holds the file."""

import errno
import sys
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

MOMENT = 2.0
"""Seconds for which it is tried again; scanners and sync clients let go in less."""
_HELD = {errno.EBUSY, errno.ETXTBSY}


def patiently(work: Callable[[], T], *, refusal_may_pass: bool = False) -> T:
    """Do something with a file, again and again for about two seconds where another program holds it.

    Windows says "permission denied" of a file that is held, and some network drives do elsewhere, where a name is to be
    replaced; `refusal_may_pass` counts that as held as well. Raises the last error where nobody lets go.
    """
    until = time.monotonic() + MOMENT
    while True:
        try:
            return work()
        except OSError as error:
            held = error.errno in _HELD or (
                isinstance(error, PermissionError) and (refusal_may_pass or sys.platform == "win32")
            )
            if not held or time.monotonic() > until:
                raise
        time.sleep(0.05)


def is_held(error: OSError) -> bool:
    """Whether an error that is left says that another program holds the file."""
    return error.errno in _HELD or getattr(error, "winerror", None) in (32, 33)
