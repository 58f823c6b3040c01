"""Puts a result into the file that a person named: whole or not at all."""

from pathlib import Path

from strategy_tracker.files.write import create, locked, replace


def save_result(path: Path, data: bytes) -> bool:
    """Write `data` to a file of ours, new or in the place of the former one, while nobody else writes to its folder.

    Gives whether another name of the former file keeps what it held. Raises `Problem` where it cannot be written; a
    former file is then as it was.
    """
    with locked(path.parent):
        return save_while_locked(path, data)


def save_while_locked(path: Path, data: bytes) -> bool:
    """Write `data` to a file as `save_result` does, in a folder that is locked already."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a device or a pipe, such as /dev/null: nothing takes its place
    elif path.exists():
        return replace(path, path.read_bytes(), data)
    else:
        create(path, data)
    return False
