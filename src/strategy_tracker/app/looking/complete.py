"""What a shell may offer while somebody types: ids and owners, by the text of the files alone, so that it is quick.

Nothing here fails: where there is no portfolio, or a file cannot be opened, there is nothing to offer.
"""

import re
from pathlib import Path

from strategy_tracker.files.find import find_files, find_root


def ids_above(folder: Path) -> list[str]:
    """Every id in the portfolio at or above a folder."""
    return _values(folder, "id")


def owners_above(folder: Path) -> list[str]:
    """Every owner in the portfolio at or above a folder."""
    return _values(folder, "owner")


def strategies_above(folder: Path) -> list[str]:
    """The id of every strategy in the portfolio at or above a folder."""
    own = re.compile(rb"^id: *[\"']?([a-z0-9-]+)", re.MULTILINE)
    return sorted(match[1].decode() for data in _texts(folder) if (match := own.search(data)))


def _values(folder: Path, key: str) -> list[str]:
    pattern = re.compile(rf"(?:^|[\s{{-]){key}: *(?:\[([^\]]+)|[\"']?([^\"'\n,}}#\[]+))".encode(), re.MULTILINE)
    listed = [pair for data in _texts(folder) for pair in pattern.findall(data)]
    values = [one for several, single in listed for one in (several.split(b",") if several else [single])]
    found = {value.decode("utf-8", "ignore").strip(" \n\"'") for value in values}
    return sorted(value for value in found if value and value.isprintable())


def _texts(folder: Path) -> list[bytes]:
    try:
        root = find_root(folder.absolute())
        return [Path(file.path).read_bytes() for file in find_files(root)[0]] if root else []
    except OSError:
        return []
