"""What `strategy init` prints when a portfolio has begun, and a portfolio that begins with a spreadsheet."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from strategy_tracker.cli.boundary import CLEAN, print_note
from strategy_tracker.cli.options import day
from strategy_tracker.cli.steps.writing import carry_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from strategy_tracker.app.importing.bring_in import Incoming
    from strategy_tracker.app.writing.init import StarterFile


def look_at(table: Path) -> "Incoming":
    """What a spreadsheet holds, before anything is written. Raises `Problem` where it is no table, or holds nothing."""
    from strategy_tracker.app.importing.bring_in import holds_something, read_incoming
    from strategy_tracker.app.importing.import_wishes import Answers

    return holds_something(read_incoming(table, Answers(), {}))


def begin_with(folder: Path, incoming: "Incoming") -> int:
    """Write a strategy of a spreadsheet into a new portfolio, and say what comes next."""
    from strategy_tracker.app.importing.bring_in import own_id, propose_import
    from strategy_tracker.app.importing.import_wishes import Answers

    own = own_id(incoming)
    carry_out(propose_import(folder, incoming, own, Answers(), day("")), dry_run=False)
    lines = [
        *_on_the_way(folder),
        "strategy status",
        f'strategy import "{incoming.source.name}"    # what was not understood',
    ]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return CLEAN


def print_starter_files(files: "Iterable[StarterFile]") -> None:
    """Say of each file what became of it."""
    for one in files:
        print_note(f"kept {one.name}, which was here before" if one.was_there else f"wrote {one.name}")


def following(folder: Path, template: str) -> list[str]:
    """The commands that come next, one a line."""
    from strategy_tracker.app.writing.init import TEMPLATES

    return [
        *_on_the_way(folder),
        "strategy status --why                     # where the example stands, and the reason for each colour",
        f"{f'strategy show {TEMPLATES[template]}':<42}# one action, whole",
        'strategy add strategy "Parks Strategy"    # one of your own',
    ]


def _on_the_way(folder: Path) -> list[str]:
    """How to go into the folder, and to put it under git where nothing above it is."""
    target = folder.absolute()
    lines = [] if target == Path.cwd() else [f'cd "{folder}"' if " " in str(folder) else f"cd {folder}"]
    if not any((above / ".git").exists() for above in (target, *target.parents)):
        lines.append("git init                                  # no repository here yet: it keeps who changed what")
    return lines
