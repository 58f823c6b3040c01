"""The one place where errors end: a known fault is a sentence, an unknown one a log to send us."""

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, cast

from strategy_tracker.problem import Problem

CLEAN, FINDINGS, CANNOT, FAULT, INTERRUPTED = 0, 1, 2, 3, 130

_FULL = {errno.ENOSPC, errno.EDQUOT}
"""What the system says of a full disk, and of one of which a person may fill no more."""


_BUILD_SERVERS = ("GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
"""Variables of the build servers that take commands from a log (Gitea and Forgejo set GitHub's)."""


def print_note(text: str) -> None:
    """A line for the person, on standard error; control characters made visible."""
    sys.stderr.write(fitted(text, sys.stderr) + "\n")


def fitted(text: str, stream: TextIO) -> str:
    """The lines that a person sees on this stream; on a terminal too narrow for one it goes on below, word by word."""
    from strategy_tracker.views.directions import legible
    from strategy_tracker.views.text import folded

    shown = "\n".join(map(legible, text.split("\n")))
    if not stream.isatty():
        return shown
    import shutil

    return folded(shown, shutil.get_terminal_size().columns)


def print_parted(name: object) -> None:
    """Say that a file that was written is no longer the same as another name of it."""
    print_note(f"note: '{name}' had another name on this disk (a hard link), which keeps what it held before")
    print_note("  help: copy the file to the other name, if both are to be the same; a link ('ln -s') stays one")


def guarded(work: Callable[[], Any]) -> int:
    """Run `work` and turn whatever ends it into an exit code and, if it failed, a sentence."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a cp1252 pipe cannot carry a tick mark
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")  # an answer that is not UTF-8 is asked for again
    with _log_of_a_build_server():
        return _run(work)


def _run(work: Callable[[], Any]) -> int:
    try:
        result = work()
        sys.stdout.flush()
        return result if isinstance(result, int) else CLEAN
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BrokenPipeError, SystemExit) as error:
        if not isinstance(error, BrokenPipeError) and not isinstance(error.__context__, BrokenPipeError):
            raise  # of a broken pipe typer makes an end with 1, which would mean that something was found
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader, such as `head`, has seen enough
        return CLEAN
    except Exception as error:
        return _ended(error)


@contextmanager
def _log_of_a_build_server() -> Iterator[None]:
    """Where a build server reads along, keep the texts of the files from steering it: it obeys what a line says."""
    if all(os.environ.get(name, "").lower() in ("", "false") for name in _BUILD_SERVERS):
        yield
        return
    from strategy_tracker.views.formats.workflow_log import WorkflowLog

    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (cast(TextIO, WorkflowLog(stream)) for stream in streams)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams


def _open_what_is_closed() -> None:
    """Give each standard stream that was closed by what started us a place where nothing is: nobody answers or reads.

    Without one the next file that is opened would take its number, and be written to by whoever writes to the stream.
    """
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    if sys.stdout is None or _is_only_read(sys.stdout):
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the process is
    if sys.stderr is None or _is_only_read(sys.stderr):
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _is_only_read(stream: TextIO) -> bool:
    """Whether a stream cannot be written to: where it was closed, bash opens its own script under that number."""
    try:
        os.write(stream.fileno(), b"")
    except OSError as error:  # also of a stream that has no number; that one has no errno
        return error.errno == errno.EBADF
    return False


def _ended(error: Exception) -> int:
    if isinstance(error, Problem):
        print_note(f"error: {error.message}")
        if error.next_step:
            print_note(f"  help: {error.next_step}")
        return CANNOT
    if type(error).__name__ == "Abort":  # typer's own word for Ctrl-C
        return INTERRUPTED
    if hasattr(error, "format_message"):  # a usage fault of the command line, in typer's own class
        print_note(f"error: {error.format_message()}")
        context = getattr(error, "ctx", None)
        if context is not None:
            print_note(f"  help: {context.command_path} --help")
        return CANNOT
    if isinstance(error, OSError) and (error.filename or error.errno in _FULL):
        what = f"'{error.filename}' cannot be used" if error.filename else "there is no room to write"
        print_note(f"error: {what} ({error.strerror})")
        return CANNOT
    return _fault(error)


def _fault(error: Exception) -> int:
    import platform
    import tempfile
    import traceback

    from strategy_tracker import __version__

    about = f"strategy-tracker {__version__}, Python {platform.python_version()}, {platform.system()}\n"
    with tempfile.NamedTemporaryFile("w", prefix="strategy-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(about + "".join(traceback.format_exception(error)))
    print_note(f"error: a fault of ours, not yours ({type(error).__name__})")
    print_note(f"  help: please send us {log.name}; it names lines of this program and may quote one of your data")
    return FAULT
