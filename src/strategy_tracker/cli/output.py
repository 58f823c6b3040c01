"""Write a result in the format asked for: data on standard output, everything else on standard error."""

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from strategy_tracker.cli.boundary import say
from strategy_tracker.cli.options import Format

if TYPE_CHECKING:
    from strategy_tracker.rules.narrow import Filters
    from strategy_tracker.rules.standing import Standing
    from strategy_tracker.views.sheet import Sheet


def put(
    form: Format,
    sheet: Callable[[], "Sheet"],
    content: Callable[[], Mapping[str, Any]],
    rows: Callable[[], tuple[Iterable[str], Iterable[Mapping[str, Any]]]],
    kind: str,
) -> None:
    """Write one result; only the shape that the format needs is made."""
    if form is Format.table:
        from strategy_tracker.views.terminal import write_sheet

        write_sheet(sheet())
    elif form is Format.markdown:
        from strategy_tracker.views import markdown

        sys.stdout.write(markdown.write_sheet(sheet()))
    elif form is Format.json:
        from strategy_tracker.views.data import as_json

        sys.stdout.write(as_json(kind, content()))
    else:
        from strategy_tracker.views.data import as_csv

        put_as_it_is(as_csv(*rows()))


def put_as_it_is(text: str) -> None:
    """Write a text that ends its own lines, such as CSV, or a diff of a file that has not the line ends of here."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)


def nothing_kept(anything: bool, kept: "Filters", standing: "Standing") -> None:
    """Say on standard error why an answer is empty: it is no error, but a mistyped name looks the same."""
    if anything or not any(kept):
        return
    say(f"nothing has {kept.words()}")
    if kept.strategy and kept.strategy not in {one.id for one in standing.strategies}:
        say(f"  help: the strategies are {', '.join(one.id for one in standing.strategies)}")
    elif kept.priority:
        listed = [p.id for one in standing.strategies if kept.strategy in ("", one.id) for p in one.priorities]
        say(f"  help: the priorities are {', '.join(dict.fromkeys(listed))}")
    elif kept.owner:
        owners = {action.owner for one in standing.strategies for action in one.actions if action.owner}
        owners |= {measure.owner for measure in standing.measures.values() if measure.owner}
        say(f"  help: the owners are {', '.join(sorted(owners))}" if owners else "  help: no owner is on record")
