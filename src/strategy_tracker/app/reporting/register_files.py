"""The register on disk: read whole before anything is published, and one file more for each document that is issued."""

from decimal import Decimal
from pathlib import Path

from strategy_tracker.files.load import load
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.files.write import create, locked
from strategy_tracker.history.published_once import FOLDER, gone
from strategy_tracker.model.dates.period import Period
from strategy_tracker.model.publication import Publication, PublishedFigure
from strategy_tracker.model.values import read_id
from strategy_tracker.problem import Problem

HEAD = (
    "# What this document showed the public, and what it left out (c). Keep it as it is: later documents rely on it.\n"
)


def read_register(portfolio: Portfolio) -> tuple[Publication, ...]:
    """Everything that was ever published of a portfolio.

    Raises `Problem` where a file of the register cannot be read, or git has known one that is gone.
    """
    found = []
    for file in portfolio.of_kind("published"):
        loaded = load(file, portfolio.settings.year_end)
        if not loaded.whole or not isinstance(loaded.record, Publication):
            raise Problem(f"'{file.name}' cannot be read whole, and says what was published", "run 'strategy validate'")
        found.append(loaded.record)
    for name in sorted(gone(portfolio)):
        step = f"bring it back: git log -- {name} has the commits, git checkout COMMIT -- {name} the file"
        raise Problem(f"'{name}' is gone, and says what was published", step)
    return tuple(found)


def place_for(root: Path, name: str) -> Path:
    """The file in the register for a document of this name. Raises `Problem` for one that is taken or is no name."""
    try:
        read_id(name)
    except ValueError:
        raise Problem(f"'{name}' is no name for a document", "write it like 2026-q2: a-z, 0-9 and hyphens") from None
    path = root / FOLDER / f"{name}.yaml"
    if path.exists():
        step = "name this one otherwise: an issued paper is kept as it is, and not made again"
        raise Problem(f"'{FOLDER}/{name}.yaml' exists: a document of this name is issued", step)
    return path


def enter(path: Path, publication: Publication) -> None:
    """Write the entry of a document into the register. Raises `Problem` where that cannot be done."""
    with locked(path.parent.parent):
        create(path, written(publication).encode())


def written(publication: Publication) -> str:
    """The text of an entry, in the order of ids and of time: two of the same content are the same bytes."""
    lines = [HEAD + f"issued: {publication.issued.text}", f"suppress_below: {_number(publication.suppress_below)}"]
    lines += ["suppress_zeros: true"] if publication.suppress_zeros else []
    lines += ["assumed: true"] if publication.assumed else []
    lines += ["figures:"] if publication.figures else []
    for name, figures in sorted(publication.figures.items()):
        lines.append(f"  {name}:")
        lines += [f"    {period.text}: {_figure(figures[period])}" for period in sorted(figures, key=_by_time)]
    lines += ["parts:"] if publication.parts else []
    for name, parts in sorted(publication.parts.items()):
        lines.append(f"  {name}:")
        lines += [f"    {period.text}: [{', '.join(parts[period])}]" for period in sorted(parts, key=_by_time)]
    return "\n".join(lines) + "\n"


def _by_time(period: Period) -> tuple[object, ...]:
    return period.start, period.end, period.text


def _figure(value: PublishedFigure) -> str:
    return _number(value) if isinstance(value, Decimal) else value


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
