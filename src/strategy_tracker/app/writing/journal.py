"""What a person wrote last, so that it can be taken back: places and hashes, never a text.

The journal lies in the git folder of the portfolio, or without git where the person's own programs keep their state. A
line is added and flushed before the files are written, so that a command that is killed leaves nothing unknown. Where
something else stood at a place, git keeps it as an object of its own, as it does for `git add`; without git there is
only its length, and it cannot be brought back.
"""

import getpass
import hashlib
import json
import os
import secrets
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from strategy_tracker.app.writing.proposal import Proposal, ProposedFile
from strategy_tracker.editing.splicing.spans import Span
from strategy_tracker.history.repository.git import NoGit, contents, folder_in, git
from strategy_tracker.problem import Problem

MOST = 200
"""Writes that are remembered; older ones are forgotten."""


class KeptFile(NamedTuple):
    """A file that was written: the hashes of what it held before and after, and the places that were written to.

    `blob` names what it held before in git's store; empty where nothing was replaced, or git does not keep it.
    """

    name: str
    is_new: bool
    before: str
    after: str
    blob: str
    places: tuple[tuple[int, int, int, int, int, str], ...]

    def spans(self, root: Path) -> list[Span]:
        """The places with what stood there. Raises `Problem` where that was not kept."""
        old = b""
        if self.blob:
            with suppress(NoGit):
                old = contents(root, [self.blob])[self.blob]
        if digest(old) != self.before and any(removed for _, removed, *_ in self.places):
            raise Problem(
                f"nothing was taken back: what stood in {self.name} before is not kept",
                "without git only what was added can be taken out again; undo this by hand",
            )
        return [
            Span(at, old[at : at + removed], size, lead, trail, seal)
            for at, removed, size, lead, trail, seal in self.places
        ]


class KeptWrite(NamedTuple):
    """A write of this person: its name, its day, the address of what it was about, and its files.

    Of one that is not `sure` nobody knows whether it stands: a command was killed before it wrote, or took it back.
    """

    name: str
    on: str
    item: str
    files: tuple[KeptFile, ...]
    sure: bool = False


class Journal(NamedTuple):
    """The file in which the writes of one person in one portfolio stand, oldest first."""

    path: Path
    root: Path
    on: str

    def keep(self, proposal: Proposal) -> str:
        """Notes down a write that is about to be made; its name, or an empty one where that cannot be."""
        name = secrets.token_hex(8)
        files = [_kept(self.root, one) for one in proposal.files if one.edit.before != one.edit.after]
        made = KeptWrite(name, self.on, proposal.item.address if proposal.item else "", tuple(files))
        try:
            self._add(_line(made))
        except OSError:
            return ""
        return name

    def made(self, name: str) -> None:
        """Notes down that a write has been made."""
        with suppress(OSError):
            self._add({"made": name})

    def forget(self, name: str) -> None:
        """Notes down that a write has been taken back."""
        with suppress(OSError):
            self._add({"undone": name})

    def taking(self, name: str) -> None:
        """Notes down that a write is about to be taken back."""
        with suppress(OSError):
            self._add({"taking": name})

    def writes(self) -> list[KeptWrite]:
        """The writes that were not taken back, oldest first."""
        kept = dict[str, KeptWrite]()
        for line in self._lines():
            with suppress(ValueError, KeyError, TypeError, AttributeError):  # a line of which only a part was written
                ((what, said),) = json.loads(line).items()
                if what == "write":
                    kept[said["name"]] = _read(said)
                elif what == "undone":
                    kept.pop(said, None)
                elif said in kept:
                    kept[said] = kept[said]._replace(sure=what == "made")
        return list(kept.values())

    def _lines(self) -> list[str]:
        try:
            return self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return []

    def _add(self, said: dict[str, Any]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if len(self._lines()) > 10 * MOST:
            self._shorten()
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(self.path, flags, 0o600), "ab") as stream:
            stream.write(f"\n{json.dumps(said)}\n".encode())  # a new line first: the one before may be half written
            stream.flush()
            os.fsync(stream.fileno())

    def _shorten(self) -> None:
        """Leaves out what has been taken back, and what is older than the last `MOST` writes."""
        beside = self.path.with_suffix(".new")
        beside.write_text("".join(f"{json.dumps(_line(one))}\n" for one in self.writes()[-MOST:]), encoding="utf-8")
        beside.replace(self.path)


def journal_of(root: Path, on: str) -> Journal | None:
    """The journal of whoever runs this, for the portfolio at `root`; None where nothing can be kept. `on` is today."""
    try:
        folder, place = Path(os.fsdecode(git(root, "rev-parse", "--absolute-git-dir")).rstrip("\r\n")), folder_in(root)
    except NoGit:
        place = os.path.realpath(root)
        try:
            folder = _own_folder()
        except RuntimeError:  # nobody's home
            return None
    name = hashlib.sha256(f"{_who()}\0{place}".encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Journal(folder / "strategy-tracker" / f"{name}.jsonl", root, on)


def _own_folder() -> Path:
    """Where a person's programs keep what they remember."""
    given = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME", "")
    usual = ("AppData", "Local") if sys.platform == "win32" else (".local", "state")
    return Path(given) if Path(given).is_absolute() else Path.home().joinpath(*usual)


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without a name, as in some containers
        return str(os.getuid()) if hasattr(os, "getuid") else ""


def _kept(root: Path, one: ProposedFile) -> KeptFile:
    places = [(span.start, len(span.removed), *span[2:]) for span in one.edit.spans]
    blob = ""
    if any(removed for _, removed, *_ in places):
        with suppress(NoGit):
            blob = git(root, "hash-object", "-w", "--stdin", given=one.edit.before).decode().strip()
    return KeptFile(one.file.name, one.is_new, digest(one.edit.before), digest(one.edit.after), blob, tuple(places))


def _line(one: KeptWrite) -> dict[str, Any]:
    return {"write": one._asdict() | {"files": [file._asdict() for file in one.files]}}


def _read(said: dict[str, Any]) -> KeptWrite:
    files = [KeptFile(**one | {"places": tuple(tuple(place) for place in one["places"])}) for one in said["files"]]
    return KeptWrite(**said | {"files": tuple(files)})


def digest(data: bytes) -> str:
    """The hash by which the journal knows what a file held."""
    return hashlib.sha256(data).hexdigest()


def names(files: Sequence[KeptFile]) -> str:
    """The names of the files of a write."""
    return " and ".join(one.name for one in files)
