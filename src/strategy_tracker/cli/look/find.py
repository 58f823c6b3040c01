"""`strategy find`: what has these words, wherever they stand."""

from typing import Annotated

import typer

from strategy_tracker.cli import options
from strategy_tracker.cli.boundary import print_note
from strategy_tracker.cli.output import print_result, print_unread

EXAMPLE = "strategy find care leavers"


def command(
    words: Annotated[list[str], typer.Argument(help="words of a title, a text, a note or an owner")],
    form: options.Formats = options.Format.table,
    keep_going: options.KeepGoing = False,
    root: options.Root = None,
) -> int:
    """Find what has all these words: in its title, its notes, its owner, what was said of it.

    The beginning of a word is enough. What has them in its title comes first; its id is what other commands take.
    """
    from strategy_tracker.app.looking.find_words import find_words
    from strategy_tracker.views.screens import find as view

    found, wrong = find_words(options.portfolio(root), words)
    code = print_unread(wrong, keep_going)
    if code:
        return code
    said = " ".join(words)
    if not found:
        print_note(f"nothing has the words: {said}")
        if form is options.Format.table:
            return 0
    rows = list(view.found_rows([(one.item, one.key, one.text) for one in found], said))
    print_result(
        form,
        lambda: view.found_sheet(rows, said),
        lambda: {"looked_for": said, "found": rows},
        lambda: (view.COLUMNS, rows),
        kind="found",
    )
    return 0
