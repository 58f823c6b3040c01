"""Write a result in the format asked for: data on standard output, everything else on standard error."""

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from strategy_tracker.cli.boundary import say
from strategy_tracker.cli.options import Format
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from strategy_tracker.judging.filters import Filters, Unknown
    from strategy_tracker.judging.standing import Standing
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


def put_as_it_is(text: str) -> None:
    """Write a text that ends its own lines, such as CSV, or a diff of a file that has not the line ends of here."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)


def put_file(output: "Path", data: bytes) -> None:
    """Write a result to the file that a person named, whole or not at all, and say so.

    Raises `Problem` where it cannot be written; a former file is then as it was.
    """
    from strategy_tracker.files.write import locked

    with locked(output.parent):
        keep(output, data)
    say(f"wrote {output}")


def keep(path: "Path", data: bytes) -> None:
    """Put `data` in a file of ours, new or in the place of the former one, whole or not at all; call it while locked.

    Raises `CannotWrite`.
    """
    from strategy_tracker.files.write import create, replace

    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a device or a pipe, such as /dev/null: nothing takes its place
    elif path.exists():
        replace(path, path.read_bytes(), data)
    else:
        create(path, data)


def nothing_kept(anything: bool, kept: "Filters", standing: "Standing") -> None:
    """Say on standard error why an answer is empty: nothing fits, which is no error.

    Raises `Problem` for a name that nothing in the portfolio has: a mistype must not look like good news.
    """
    if anything or not any(kept):
        return
    from strategy_tracker.judging.filters import unknown

    wrong = unknown(standing, kept)
    if wrong:
        verb = "is called" if wrong.key == "owner" else "has the id"
        raise Problem(f"no {wrong.key} {verb} '{wrong.name}'", _those_there_are(wrong))
    say(f"nothing has {kept.words()}")


_AT_MOST = 12
"""Names that are listed where none is near to what was typed."""


def _those_there_are(wrong: "Unknown") -> str:
    from difflib import get_close_matches

    plural = {"strategy": "strategies", "priority": "priorities"}.get(wrong.key, "owners")
    by_form = {name.casefold(): name for name in wrong.names}
    near = [by_form[form] for form in get_close_matches(wrong.name.casefold(), by_form, 3, 0.6)]
    if near:
        return f"did you mean {' or '.join(near)}?"
    if not wrong.names:
        return f"no {wrong.key} is on record"
    more = f", and {len(wrong.names) - _AT_MOST} more" if len(wrong.names) > _AT_MOST else ""
    return f"the {plural} are {', '.join(wrong.names[:_AT_MOST])}{more}"
