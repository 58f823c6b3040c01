"""Write a result in the format asked for: data on standard output, everything else on standard error."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategy_tracker.cli.boundary import say
from strategy_tracker.cli.options import Format, left_out

if TYPE_CHECKING:
    from strategy_tracker.app.status import FilteredStanding
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
        from strategy_tracker.views.formats.terminal import write_sheet

        write_sheet(sheet())
    elif form is Format.markdown:
        from strategy_tracker.views.formats import markdown

        sys.stdout.write(markdown.write_sheet(sheet()))
    elif form is Format.json:
        from strategy_tracker.views.formats.data import as_json

        sys.stdout.write(as_json(kind, content()))
    else:
        from strategy_tracker.views.formats.data import as_csv

        put_as_it_is(as_csv(*rows()))


def screen_width() -> int:
    """The columns of the terminal; 80 where there is none."""
    from strategy_tracker.views.formats.terminal import console

    return console().width


def put_as_it_is(text: str) -> None:
    """Write a text that ends its own lines, such as CSV, or a diff of a file that has not the line ends of here."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)


def print_or_save(made: str | bytes, output: Path | None) -> None:
    """Write a whole result to the file that a person named, or as text to standard output where none is named."""
    if output is not None:
        put_file(output, made.encode() if isinstance(made, str) else made)
    else:
        put_as_it_is(made if isinstance(made, str) else made.decode())


def put_file(output: Path, data: bytes) -> None:
    """Write a result to the file that a person named, whole or not at all, and say so.

    Raises `Problem` where it cannot be written; a former file is then as it was.
    """
    from strategy_tracker.app.save_result import save_result

    save_result(output, data)
    say(f"wrote {output}")


def lacking(found: "FilteredStanding", keep_going: bool) -> int:
    """Say on standard error what could not be read, and that nothing fits; the exit code if that ends the command.

    Raises `Problem` for a filter's name that nothing in the portfolio has: a mistype must not look like good news.
    """
    code = left_out(found.wrong, keep_going)
    if code or not found.is_empty:
        return code
    if found.mistyped:
        raise found.mistyped
    say(f"nothing has {found.filters.words()}")
    return 0
