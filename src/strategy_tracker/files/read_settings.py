"""Reads the settings of a portfolio from its `strategy-tracker.yaml`, and says what is wrong there."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import HIDDEN, SETTINGS, DataFile, outside

if TYPE_CHECKING:
    from strategy_tracker.model.settings import Settings

_STEM = SETTINGS.removesuffix(".yaml")
_NEARLY = (f"{_STEM}.yml", *(f"{_STEM}{ending}" for ending in HIDDEN))
"""Names by which a person may mean the settings."""


def settings_file(root: Path) -> DataFile | None:
    """Find the settings file of a portfolio, if it has one of its own: a link out of the folder is not followed."""
    path = root / SETTINGS
    if not os.path.lexists(path) or outside(str(path), os.path.realpath(root)):
        return None
    size = path.stat().st_size if path.is_file() else 0
    return DataFile(SETTINGS, str(path), "settings", size)


def why_no_settings(root: Path) -> tuple[Diagnostic, ...]:
    """Say what lies in the folder that may have been meant as its settings file, where it has none that is read."""
    if (root / SETTINGS).is_symlink():
        return (Diagnostic("outside-root", "a link out of the portfolio", file=SETTINGS),)
    return tuple(
        Diagnostic("not-a-file", "the settings are not read from here", next_step=f"rename it to {SETTINGS}", file=name)
        for name in _NEARLY
        if (root / name).is_file()
    )


def settings_in(root: Path) -> "tuple[Settings, tuple[Diagnostic, ...]]":
    """Read the settings of a folder, and say what is wrong with them; the defaults where it has none."""
    return settings_or_why(settings_file(root), root)


def settings_or_why(file: DataFile | None, root: Path) -> "tuple[Settings, tuple[Diagnostic, ...]]":
    """Read the settings in the file of a folder; without one they are the defaults."""
    if file is not None:
        return settings_of(file)
    from strategy_tracker.model.settings import DEFAULTS

    return DEFAULTS, why_no_settings(root)


def settings_of(file: DataFile) -> "tuple[Settings, tuple[Diagnostic, ...]]":
    """Read the settings in a file, and say what is wrong with them; the defaults where nothing could be made of it."""
    from strategy_tracker.files.load import load  # whoever has them in short imports neither a model nor a parser
    from strategy_tracker.model.settings import DEFAULTS, Settings

    loaded = load(file, DEFAULTS.year_end)
    return loaded.record if isinstance(loaded.record, Settings) else DEFAULTS, loaded.diagnostics
