"""Shell completion: live ids and owners of the portfolio. Silent where there is nothing to complete."""

import re


def _texts() -> list[bytes]:
    from pathlib import Path

    from strategy_tracker.files.find import find_files, find_root

    root = find_root(Path.cwd())
    return [Path(file.path).read_bytes() for file in find_files(root)[0]] if root else []


def _values(key: str) -> list[str]:
    """Every value of `key` in the files, by its text alone: completion must be quick and never fail."""
    pattern = re.compile(rf"(?:^|[\s{{-]){key}: *[\"']?([^\"'\n,}}#]+)".encode(), re.MULTILINE)
    try:
        found = {value.decode("utf-8", "ignore").strip() for data in _texts() for value in pattern.findall(data)}
    except OSError:
        return []
    return sorted(value for value in found if value.isprintable())


def items(incomplete: str) -> list[str]:
    """Ids that begin with what was typed."""
    return [value for value in _values("id") if value.startswith(incomplete)]


def owners(incomplete: str) -> list[str]:
    """Owners that begin with what was typed."""
    return [value for value in _values("owner") if value.casefold().startswith(incomplete.casefold())]


def strategies(incomplete: str) -> list[str]:
    """Ids of strategies that begin with what was typed."""
    try:
        found = [
            match[1].decode()
            for data in _texts()
            if (match := re.search(rb"^id: *[\"']?([a-z0-9-]+)", data, re.MULTILINE))
        ]
    except OSError:
        return []
    return sorted(value for value in found if value.startswith(incomplete))
