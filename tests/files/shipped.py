"""The portfolio this repository ships, and every case, as bytes."""

from pathlib import Path

from strategy_tracker.files.find import SETTINGS, DataFile
from strategy_tracker.files.load import LoadedFile, load_bytes
from strategy_tracker.model.settings import DEFAULTS

ROOT = Path(__file__).parents[2]
KINDS = ("strategies", "measures", "practice", "comparators")


def shipped():
    """The data files of the shipped portfolio."""
    return sorted(path for kind in KINDS for path in (ROOT / kind).rglob("*.yaml"))


def cases():
    """Every file of every case."""
    return sorted(path for path in (ROOT / "tests/cases").rglob("*.y*ml") if path.is_file())


def kind_of(path: Path) -> str:
    """What a file should hold, from the folder it is in."""
    if path.name == SETTINGS:
        return "settings"
    return next(part for part in reversed(path.parts) if part in KINDS)


def load_text(text: str | bytes, kind: str = "strategies", name: str = "strategies/x.yaml") -> LoadedFile:
    """A file as if it were on disk."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return load_bytes(DataFile(name, name, kind, len(data)), data, DEFAULTS.year_end)


def codes(loaded: LoadedFile) -> list[str]:
    """The codes of its diagnostics."""
    return [item.code for item in loaded.diagnostics]


def only(text: str | bytes, kind: str = "strategies"):
    """The one diagnostic of a text."""
    [item] = load_text(text, kind).diagnostics
    return item
