"""Reads the settings of a portfolio from its `strategy-tracker.yaml`, and says what is wrong there."""

import os
from pathlib import Path

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import HIDDEN, SETTINGS, DataFile, outside
from strategy_tracker.files.load import load
from strategy_tracker.model.settings import DEFAULTS, Settings

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


def settings_in(root: Path) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Read the settings of a folder, and say what is wrong with them; the defaults where it has none."""
    file = settings_file(root)
    if file is None:
        link = (root / SETTINGS).is_symlink()
        return DEFAULTS, (Diagnostic("outside-root", "a link out of the portfolio", file=SETTINGS),) if link else tuple(
            Diagnostic(
                "not-a-file", "the settings are not read from here", next_step=f"rename it to {SETTINGS}", file=name
            )
            for name in _NEARLY
            if (root / name).is_file()
        )
    return settings_of(file)


def settings_of(file: DataFile) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Read the settings in a file, and say what is wrong with them; the defaults where nothing could be made of it."""
    loaded = load(file, DEFAULTS.year_end)
    return loaded.record if isinstance(loaded.record, Settings) else DEFAULTS, loaded.diagnostics
