"""Reading in a process of its own, with limits of memory and time: its death is a sentence, and never ours.

A library that reads what others wrote can be made to use all memory, to run for ever, or to end its process at once.
"""

import multiprocessing
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MEMORY = 1 << 30
"""Bytes that the child may use."""
SECONDS = 60


def read_apart(name: str, data: bytes, work: Callable[[bytes], Any], extra: str, save: str) -> Any:
    """What `work`, a function of a module, makes of the bytes in a child, which is killed where it takes too long.

    A text it gives is the sentence why it cannot. `extra` is what is to be installed where its library is not there,
    `save` what to do about the file. Raises `Problem` where nothing comes back.
    """
    apart = multiprocessing.get_context("spawn")
    ours, theirs = apart.Pipe()
    child = apart.Process(target=_work, args=(theirs, work), daemon=True)
    child.start()
    theirs.close()
    try:
        ours.send_bytes(data)
        if not ours.poll(SECONDS):
            raise Problem(f"{name} was not read in {SECONDS} seconds", save)
        found = ours.recv()
    except (EOFError, OSError):
        raise Problem(f"{name} cannot be read: the program that reads this kind of file gave up", save) from None
    finally:
        child.kill()
        child.join()
        ours.close()
    if found is None:
        install = f"pip install 'strategy-tracker[{extra}]', or {save}"
        raise Problem(f"files such as {name} are read by the extra '{extra}', which is not installed", install)
    if isinstance(found, str):
        raise Problem(f"{name} cannot be read: {found}", save)
    return found


def _work(theirs: "Connection", work: Callable[[bytes], Any]) -> None:
    """The child: read what comes, and hand over what was made of it, a sentence, or None where a library is missing."""
    _limit_memory()
    data = theirs.recv_bytes()
    try:
        theirs.send(work(data))
    except ImportError:
        theirs.send(None)
    except Exception:  # whatever the library raises, it cannot be read
        theirs.send("it is damaged, locked with a password, or of a kind that is not known here")


def _limit_memory() -> None:
    try:
        import resource  # not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
