"""A message for each owner of what waits for a word, written into a folder of its own; nothing is ever sent."""

from collections.abc import Callable, Sequence
from pathlib import Path

from strategy_tracker.app.looking.overdue import OverdueList
from strategy_tracker.app.looking.status import filtered_standing
from strategy_tracker.app.looking.waiting import periods, places
from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.owner_workbook import workbook_form
from strategy_tracker.app.reporting.save_result import save_while_locked
from strategy_tracker.files.write import locked
from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.filters import Filters
from strategy_tracker.problem import Problem
from strategy_tracker.views.formats.mail import as_mail, as_markdown, file_names, is_former
from strategy_tracker.views.formats.workbooks.workbook import write_workbook
from strategy_tracker.views.papers.digest import Digest, EntryPlace, digests


def write_digests(listed: OverdueList, folder: Path, note: Callable[[str], None], *, workbooks: bool = False) -> None:
    """Write a message to each owner of what was found, in place of the former ones; `note` is told of each file.

    With `workbooks` each draft of a mail has a workbook attached, with the rows of its owner and nothing else.
    Former messages in which nothing waits any more go, unless filters or unreadable files kept something back.
    Raises `Problem` where the folder holds anything else; nothing has been written then.
    """
    whole = not (any(listed.among.filters) or listed.among.wrong)
    made = digests_of(listed)
    attached = [_workbook(listed, one.owner) if workbooks else None for one in made]
    _put(folder, made, attached, note, whole=whole)


def _workbook(listed: OverdueList, owner: str | None) -> bytes | None:
    """A workbook for an owner, if anybody is named."""
    if not owner:
        return None
    moment = Moment(listed.portfolio, listed.among.standing.as_at)
    found = filtered_standing(moment, Filters(owner=owner), whole=True)
    return write_workbook(workbook_form(found, moment))


def digests_of(listed: OverdueList) -> list[Digest]:
    """A message for each owner of what was found, with the file and line of each thing."""
    found, standing = listed.found, listed.among.standing
    known, late = places(listed.portfolio), periods(found, standing, listed.portfolio)

    def place(one: AttentionItem) -> EntryPlace:
        file, position = known(one)
        period = late.get(one.item, "") if "late-reading" in one.kinds else ""
        return EntryPlace(file, position.line if position else None, period)

    return digests(found, standing, place)


def _put(
    folder: Path,
    made: Sequence[Digest],
    attached: Sequence[bytes | None],
    note: Callable[[str], None],
    *,
    whole: bool,
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        former = _former(folder)
        for name, one, workbook in zip(file_names(one.owner for one in made), made, attached, strict=True):
            for ending, data in ((".md", as_markdown(one)), (".eml", as_mail(one, workbook))):
                save_while_locked(folder / f"{name}{ending}", data)
                former.discard(f"{name}{ending}")
            note(f"wrote {folder / name}.md and .eml: {one.subject}")
        for name in sorted(former) if whole else ():
            (folder / name).unlink()
            note(f"removed {folder / name}, a former message: nothing in it waits any more")
    note("nothing was sent" if made else "nothing waits for anybody, so there is no message")


def _former(folder: Path) -> set[str]:
    """The names of the former messages in a folder; what is hidden, as `.gitignore` is, does not count."""
    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    for path in (folder / name for name in sorted(names)):
        if path.is_symlink() or not path.is_file() or not is_former(path.read_bytes()):
            raise Problem(
                f"'{folder}' holds '{path.name}', which is no message as it was written here; nothing was written",
                "name a folder for messages only, or move that one away",
            )
    return names
