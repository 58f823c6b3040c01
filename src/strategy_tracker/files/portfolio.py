"""Opens a portfolio on disk: its root, its settings and its files; and reads many of these in one pass."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import KINDS, SETTINGS, DataFile, FileKind, find_files, find_root, is_data_name
from strategy_tracker.files.opened_settings import OpenedSettings, SettingsInShort, opened
from strategy_tracker.files.parallel import over_files
from strategy_tracker.files.read_settings import settings_file, settings_of, settings_or_why
from strategy_tracker.problem import Problem

if TYPE_CHECKING:  # to know which files there are needs neither a model nor a parser
    from strategy_tracker.files.load import LoadedFile
    from strategy_tracker.model.record import Record
    from strategy_tracker.model.settings import Settings

T = TypeVar("T")


class NothingToRead(Problem):
    """There is no portfolio here, or none of what was asked for is in it."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "go to the portfolio's folder, or name it with --root")


class Portfolio(NamedTuple):
    """Where the files are and how they are to be read; `wrong` is about the folder.

    `known` says of which earlier moment the files are; it is empty for the files as they are on disk. `named` are the
    files that the settings name, as that moment holds them; those on disk are looked for when they are wanted. `sha`
    names the commit of that moment. `privacy` says that small numbers and personal data are looked for in any case.
    """

    root: Path
    opened: OpenedSettings
    files: tuple[DataFile, ...]
    wrong: tuple[Diagnostic, ...]
    known: str = ""
    named: tuple[DataFile, ...] = ()
    sha: str = ""
    privacy: bool = False

    @property
    def settings(self) -> "Settings":
        """How the files are to be read and judged."""
        return self.opened.whole

    @property
    def short(self) -> SettingsInShort:
        """What the settings say of all files together, which may be known without reading them."""
        return self.opened.short

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the settings and with the folder."""
        return (*self.short.wrong, *self.wrong)

    def with_settings(self, settings: "Settings") -> "Portfolio":
        """The same files, to be read and judged by other settings."""
        return self._replace(opened=opened(settings, self.short.wrong))

    def with_files(self, files: Iterable[DataFile]) -> "Portfolio":
        """Some of its files, as if nothing were wrong with the folder and the settings."""
        return self._replace(opened=opened(self.settings), files=tuple(files), wrong=())

    def with_privacy(self) -> "Portfolio":
        """The same files, in which small numbers and personal data are looked for."""
        return self._replace(opened=self.opened.with_privacy(), privacy=True)

    def of_kind(self, kind: FileKind) -> tuple[DataFile, ...]:
        """The files of one kind."""
        return tuple(file for file in self.files if file.kind == kind)


def open_portfolio(root: Path | None) -> Portfolio:
    """Open the portfolio at `root`, or at the nearest folder above the current one, and read its settings.

    Raises `NothingToRead` where there is none, or neither a strategy nor a measure in it.
    """
    found = find_portfolio(root)
    assert found.settings is not None  # read now: who writes means the settings of before
    return found


def find_portfolio(root: Path | None) -> Portfolio:
    """Find a portfolio as `open_portfolio` opens it, whose settings are read when somebody asks for them."""
    start = (root or Path.cwd()).absolute()
    if root is not None and not start.is_dir():
        raise NothingToRead(f"there is no folder '{root}'")
    found = start if root is not None else find_root(start)
    if found is None:
        raise NothingToRead(
            f"no strategy here: neither '{start.name or start}' nor a folder above it has a 'strategies' folder"
        )
    files, wrong = find_files(found)
    if not any(file.kind in ("strategies", "measures") for file in files) and not wrong:
        raise NothingToRead(f"no strategy here: '{found.name}' has no file in 'strategies/'")
    own = settings_file(found)
    return Portfolio(found, settings_in_use(found, own, files), tuple(files), tuple(wrong))


def settings_in_use(root: Path, own: DataFile | None, files: Iterable[DataFile]) -> OpenedSettings:
    """The settings in a file of the folder `root`, if it has one, together with what its strategies say of measures."""

    def read() -> "tuple[Settings, Iterable[Diagnostic]]":
        from strategy_tracker.files.measures_default import with_strategy_defaults

        settings, wrong = settings_or_why(own, root)
        return with_strategy_defaults(settings, files), wrong

    return OpenedSettings(read)


def portfolio_of_bytes(files: Mapping[str, bytes], name: str) -> Portfolio:
    """Make a portfolio of files that are held in memory, by their names from its root; others are not looked at.

    `name` stands for the folder's, and nothing is read from disk.
    """
    held = [
        DataFile(path, "", kind, len(data), data)
        for path, data in sorted(files.items())
        for kind in KINDS
        if path.startswith(f"{kind}/") and is_data_name(path, kind)
    ]
    from strategy_tracker.files.measures_default import with_strategy_defaults
    from strategy_tracker.model.settings import DEFAULTS

    own = files.get(SETTINGS)
    read = settings_of(DataFile(SETTINGS, "", "settings", len(own), own)) if own is not None else (DEFAULTS, ())
    return Portfolio(Path(name), opened(with_strategy_defaults(read[0], held), read[1]), tuple(held), ())


def each_file(
    portfolio: Portfolio,
    files: Iterable[DataFile],
    keep: "Callable[[Record, DataFile], T]",
    read: "Callable[[DataFile], LoadedFile] | None" = None,
) -> tuple[list[T], list[Diagnostic]]:
    """Read every file, and give what `keep` makes of each record, and what could not be read.

    `keep` may run in another process; what it returns must be plain data. `read` is how a file is read where its
    record is not to be taken as it stands.
    """
    return each_loaded(portfolio, files, lambda record, loaded: keep(record, loaded.file), read)


def each_loaded(
    portfolio: Portfolio,
    files: Iterable[DataFile],
    keep: "Callable[[Record, LoadedFile], T]",
    read: "Callable[[DataFile], LoadedFile] | None" = None,
) -> tuple[list[T], list[Diagnostic]]:
    """Do as `each_file`, where `keep` also wants to know how much of the file is in its record."""
    results = over_files(list(files), one_loaded(portfolio, keep, read))
    return [kept for kept, _ in results if kept is not None], [found for _, wrong in results for found in wrong]


def one_loaded(
    portfolio: Portfolio,
    keep: "Callable[[Record, LoadedFile], T]",
    read: "Callable[[DataFile], LoadedFile] | None" = None,
) -> Callable[[DataFile], tuple[T | None, tuple[Diagnostic, ...]]]:
    """The function that reads one file, and gives what `keep` makes of it, and what could not be read."""
    from strategy_tracker.files.load import load

    year_end = portfolio.settings.year_end  # read before there is a second process

    def one(file: DataFile) -> tuple[T | None, tuple[Diagnostic, ...]]:
        loaded = read(file) if read else load(file, year_end)
        kept = keep(loaded.record, loaded) if loaded.record is not None else None
        return kept, tuple(found._replace(source="", known=portfolio.known) for found in loaded.diagnostics)

    return one
