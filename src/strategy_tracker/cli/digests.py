"""`strategy overdue --digest`: a message for each owner, written into a folder; nothing is ever sent."""

from pathlib import Path
from typing import TYPE_CHECKING

from strategy_tracker.cli.boundary import say
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from strategy_tracker.files.portfolio import Portfolio
    from strategy_tracker.judging.overdue import OverdueItem
    from strategy_tracker.judging.standing import Standing
    from strategy_tracker.views.papers.digest import Digest


def digests_of(found: "Sequence[OverdueItem]", standing: "Standing", portfolio: "Portfolio") -> "list[Digest]":
    """A message for each owner of what was found, with the file and line of each thing."""
    from strategy_tracker.app.waiting import periods, places
    from strategy_tracker.views.papers.digest import EntryPlace, digests

    known, late = places(portfolio), periods(found, standing, portfolio)

    def place(one: "OverdueItem") -> EntryPlace:
        file, position = known(one)
        period = late.get(one.item, "") if one.kind == "late-reading" else ""
        return EntryPlace(file, position.line if position else None, period)

    return digests(found, standing, place)


def put_digests(folder: Path, made: "Sequence[Digest]", *, whole: bool) -> None:
    """Write the messages in place of the former ones; if they are the `whole` of them, the others have had their time.

    Raises `Problem` where the folder holds anything else.
    """
    from strategy_tracker.cli.output import keep
    from strategy_tracker.files.write import locked
    from strategy_tracker.views.formats.mail import as_mail, as_markdown, file_names

    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        former = _former(folder)
        for name, one in zip(file_names(one.owner for one in made), made, strict=True):
            for ending, data in ((".md", as_markdown(one)), (".eml", as_mail(one))):
                keep(folder / f"{name}{ending}", data)
                former.discard(f"{name}{ending}")
            say(f"wrote {folder / name}.md and .eml: {one.subject}")
        for name in sorted(former) if whole else ():
            (folder / name).unlink()
            say(f"removed {folder / name}, a former message: nothing in it waits any more")
    say("nothing was sent" if made else "nothing waits for anybody, so there is no message")


def _former(folder: Path) -> set[str]:
    """The names of the former messages in a folder; what is hidden, as `.gitignore` is, does not count."""
    from strategy_tracker.views.formats.mail import is_former

    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    for path in (folder / name for name in sorted(names)):
        if path.is_symlink() or not path.is_file() or not is_former(path.read_bytes()):
            raise Problem(
                f"'{folder}' holds '{path.name}', which is no message as it was written here; nothing was written",
                "name a folder for messages only, or move that one away",
            )
    return names
