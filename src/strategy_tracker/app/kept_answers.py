"""Answers about files: what is kept of the same bytes, settings, day and program; the rest is worked out anew.

Only what is a function of these four is kept: of one file, or of a few whose bytes all decide. What only all files say
of each other, git, and the disk around them is put together each time by whoever asks.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar

from strategy_tracker.files.content import content
from strategy_tracker.files.find import DataFile, FileKind
from strategy_tracker.files.measures_default import may_say
from strategy_tracker.files.opened_settings import OpenedSettings, SettingsInShort
from strategy_tracker.files.parallel import over_files
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.portfolio import Portfolio, settings_in_use
from strategy_tracker.files.read_settings import settings_file, why_no_settings
from strategy_tracker.kept.folder import kept_folder
from strategy_tracker.kept.pack import Pack
from strategy_tracker.kept.plain import read, written
from strategy_tracker.kept.program import fingerprint

T = TypeVar("T")


class KeptAnswers(NamedTuple):
    """What is kept of one question about the files of a `portfolio`; without a `pack` everything is worked out anew.

    `keys` name the entry of each file, by the bytes that it had when it was looked at.
    """

    portfolio: Portfolio
    pack: Pack | None = None
    keys: dict[str, str] = {}

    def each(self, files: Sequence[DataFile], work: Callable[[], Callable[[DataFile], T]], kind: Any) -> list[T]:
        """What is made of each file, in order: a value of the type `kind`, of plain parts.

        `work` gives the function that makes it. It is asked only where a file is not known, as it may import much.
        """
        if self.pack is None:
            return over_files(files, work())
        known = [file.name for file in files if file.name in self.keys]
        kept = {name: self.pack.get(self.keys[name], kind) for name in known}
        unknown = [file for file in files if kept.get(file.name) is None]
        if unknown:
            made = over_files(unknown, _as_text(work(), kind))
            for file, (key, text) in zip(unknown, made, strict=True):
                kept[file.name] = read(kind, text)
                if key:
                    self.pack.put(key, text)
        return [kept[file.name] for file in files]

    def made_of(
        self, files: Sequence[DataFile], about: object, work: Callable[[Sequence[DataFile]], T], kind: Any
    ) -> T:
        """What `work` makes of the bytes of these files, and of nothing else but what it is `about`, in plain parts.

        `repr` must tell all of `about`, what is asked as well; what is made is of the type `kind`.
        """
        keys = [self.keys.get(file.name, "") for file in files]
        if self.pack is None or not all(keys):
            return work(files)
        key = sha256(repr((keys, about)).encode("utf-8", "surrogatepass")).hexdigest()
        found: T | None = self.pack.get(key, kind)
        if found is None:
            read = [file._replace(data=content(file)) for file in files]
            found = work(read)
            if [entry_key(file, file.data or b"") for file in read] == keys:  # one may be another file by now
                self.pack.put(key, written(kind, found))
        return found

    def save(self) -> None:
        """Keep what was asked for, and nothing else, for the next time."""
        if self.pack is not None:
            self.pack.put("settings", written(SettingsInShort, self.portfolio.short))
            self.pack.save()


def _as_text(work: Callable[[DataFile], T], kind: Any) -> Callable[[DataFile], tuple[str, bytes]]:
    """Do some work on the bytes of a file, and give what it makes in the text that is kept, and the key of these bytes.

    There is no key where they cannot be read. One process hands a text to another for less than what it is made of,
    and a first look takes its answer from the same text as every later one.
    """

    def done(file: DataFile) -> tuple[str, bytes]:
        try:
            data = content(file)
        except Unreadable:
            return "", written(kind, work(file))
        return entry_key(file, data), written(kind, work(file._replace(data=data)))

    return done


def entry_key(file: DataFile, data: bytes) -> str:
    """The name of what is made of a file of these bytes: of its kind, its own name and all that it holds."""
    digest = sha256(f"{file.kind}\0{file.name}\0".encode("utf-8", "surrogatepass"))
    digest.update(data)
    return digest.hexdigest()


def kept_answers(portfolio: Portfolio, question: str, *judging: object, beside: FileKind | None = None) -> KeptAnswers:
    """What is kept of a question about a portfolio on disk, which then reads its settings from the bytes of this look.

    `judging` is all that the answers depend on besides the files, the settings and the program, such as the day. The
    files `beside`, of one kind, decide what is said of all others: their bytes are those of this look as well.
    """
    folder = kept_folder(portfolio.root)
    if portfolio.known or folder.path is None or folder.why_not:
        return KeptAnswers(portfolio)
    program = fingerprint()
    try:
        own = settings_file(portfolio.root)
        own = own and own._replace(data=content(own))
    except (Unreadable, OSError):
        return KeptAnswers(portfolio)
    if not program:
        return KeptAnswers(portfolio)
    keys, deciding = _looked_at([*([own] if own else []), *portfolio.files], beside)
    settings = (keys[own.name],) if own else why_no_settings(portfolio.root)
    decides = (program, question, judging, portfolio.privacy, settings, [keys[name] for name in deciding])
    key = sha256(repr(decides).encode("utf-8", "surrogatepass")).hexdigest()
    pack = Pack(folder, f"{os.path.realpath(portfolio.root)}\0{question}", key)
    files = tuple(deciding.get(file.name, file) for file in portfolio.files)
    opened = settings_in_use(portfolio.root, own, [file for file in files if file.data is not None])
    if portfolio.privacy:
        opened = opened.with_privacy()
    opened = OpenedSettings(opened.both, pack.get("settings", SettingsInShort))
    return KeptAnswers(portfolio._replace(opened=opened, files=files), pack, keys)


def _looked_at(files: Iterable[DataFile], beside: FileKind | None) -> tuple[dict[str, str], dict[str, DataFile]]:
    """The key of each file that can be read, and with their bytes those that decide what is said of others.

    These are the files of the kind `beside`, and strategies that may say something of all measures that they name.
    """
    keys, deciding = dict[str, str](), dict[str, DataFile]()
    for file in files:
        try:
            data = content(file)
        except Unreadable:
            continue
        keys[file.name] = entry_key(file, data)
        if file.kind == beside or may_say(file, data):
            deciding[file.name] = file._replace(data=data)
    return keys, deciding
