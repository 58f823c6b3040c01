"""The register: what one document left out, no later one shows."""

from collections.abc import Iterable, Iterator
from datetime import date

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.model.publication import Publication


def nothing_comes_back(register: Iterable[tuple[str, Publication]]) -> Iterator[Diagnostic]:
    """No document shows a figure that one issued before it left out."""
    withheld: dict[tuple[str, date, date], str] = {}
    for file, document in sorted(register, key=lambda one: (one[1].issued.first, one[0])):
        for name, figures in document.figures.items():
            for period, value in figures.items():
                figure = (name, period.start, period.end)
                if value == "c":
                    withheld.setdefault(figure, file)
                elif figure in withheld:
                    what = f"'{name}' for {period} is shown here, and '{withheld[figure]}' left it out"
                    yield Diagnostic("shown-after-withheld", what, ("figures", name, period.text), file=file)
