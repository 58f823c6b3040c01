"""The edit that mends what is safe to mend in a file, proved; and which diagnostics it would mend."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from strategy_tracker.comparing.typed_over import QuietChange
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.editing.changes import CannotEdit, Change, Put, Rename, Respell, changed
from strategy_tracker.editing.fixable import FIXABLE
from strategy_tracker.editing.fixes import Fix, NeedsEntry, NeedsId, answers, fixes
from strategy_tracker.editing.new_ids import Known, ids_in, new_id, next_id
from strategy_tracker.editing.put_on_record import missing_entry, unrecorded
from strategy_tracker.editing.splicing.edit import Edit, edit_all
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import LoadedFile, content, load_bytes
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.number_like import number_like_texts
from strategy_tracker.files.parsing.parse import Tree, read_tree
from strategy_tracker.files.parsing.positions import where
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.problem import Problem

Held = Callable[[Path, str], bytes]
"""Every line with a text that git remembers of a file or folder; nothing where there is no git."""

_MADE_LIKE = {"strategy": "strategy", "measure": "measure", "practice example": "measure"}
"""Whose way of making an id of words a thing follows; a priority's where nothing is said."""


class Mended(NamedTuple):
    """What is done to a file: the edit, how many faults it mends, and why something was left for a person."""

    file: DataFile
    edit: Edit
    faults: int
    refusals: tuple[str, ...] = ()


def mended(
    portfolio: Portfolio,
    file: DataFile,
    texts: dict[str, bytes],
    held: Held,
    quiet: Sequence[QuietChange] = (),
    between: Iterable[Diagnostic] = (),
) -> Mended | None:
    """The edit of one file; None where nothing is to be mended. `texts` are files as this run has left them.

    Of the `quiet` changes, the dates, targets and tolerances of this file that were typed over get an entry on record;
    `between` is what was found of the file beside others. Raises `Unreadable` where the file cannot be parsed.
    """
    data = content(file)
    tree = read_tree(data)
    found = [*_faults(load_bytes(file, data, portfolio.settings.year_end)), *between]
    planned = [*fixes(file.kind, tree, found), *unrecorded(file.name, quiet)]
    unsafe: dict[Fix, str] = {}

    def known(fix: Fix, given: bytes) -> Known:
        return _known(portfolio, file, {**texts, file.name: given}, held, fix)

    while planned:
        changes, left = _changes(data, [fix for fix in planned if fix not in unsafe], known)
        order = list(changes)
        try:
            made = edit_all(data, [changes[fix] for fix in order])
        except CannotEdit as error:
            unsafe[order[error.change]] = str(error)
            continue
        line = edit_all(data, [changes[fix] for fix in order[:1]]).line
        why = {**left, **unsafe}
        said = [f"{file.name}:{_line(made, fix)}: not mended: {why[fix]}" for fix in planned if fix in why]
        return Mended(file, made._replace(line=line), len(changes), tuple(said))
    return None


def _faults(loaded: LoadedFile) -> list[Diagnostic]:
    """What can be mended of a file, as `validate` finds it: of one with faulty parts only those."""
    return number_like_texts(loaded.data) if loaded.whole else list(loaded.diagnostics)


def _line(made: Edit, fix: Fix) -> int:
    if isinstance(fix, Rename):
        return where(made.after, (*fix.route, fix.key), at_key=True).line
    return where(made.before if isinstance(fix, Respell) else made.after, fix.route).line


def _changes(
    data: bytes, planned: Iterable[Fix], known: Callable[[Fix, bytes], Known]
) -> tuple[dict[Fix, Change], dict[Fix, str]]:
    """The change that mends each fault, and why others are left.

    `known` gives the ids that are ruled out where the file holds some bytes: those given here count at once.
    """
    tree, given = read_tree(data), data
    changes: dict[Fix, Change] = {}
    left: dict[Fix, str] = {}
    for fix in planned:
        if isinstance(fix, NeedsEntry):
            changes[fix] = missing_entry(fix, tree)
            tree = changed(tree, changes[fix])
            continue
        if not isinstance(fix, NeedsId):
            changes[fix] = fix
            tree = changed(tree, fix)
            continue
        try:
            own = new_id_for(fix, tree, known(fix, given))
        except Problem as error:
            left[fix] = error.message
            continue
        changes[fix] = Put(fix.route, "id", own, after=(fix.key,))
        tree = changed(tree, changes[fix])
        given += f"\n{' ' * bool(fix.route)}id: {own}".encode()
    return changes, left


def _known(portfolio: Portfolio, file: DataFile, texts: dict[str, bytes], held: Held, fix: Fix) -> Known:
    """The ids a new one must differ from: those of its strategy, or of every file of its kind; also earlier ones."""
    inside = file.kind == "strategies" and bool(fix.route)
    files = [file] if inside else portfolio.of_kind(file.kind)
    history = Path(file.path) if inside else portfolio.root / file.kind
    top = not fix.route

    def known(text: str) -> set[str]:
        lines = [texts[one.name] if one.name in texts else content(one) for one in files]
        return ids_in(b"\n".join([*lines, held(history, text)]), top=top)

    return known


def new_id_for(fix: NeedsId, tree: Tree, known: Known) -> str:
    """An id for a thing that has none: of its words, or the next in the row of its priority's actions.

    Raises `Problem` where none can be made.
    """
    from strategy_tracker.model.action import Action
    from strategy_tracker.model.strategy import Priority

    if fix.thing != "action":
        return new_id(fix.words, _MADE_LIKE.get(fix.thing, "priority"), known)
    priority = tree["priorities"][fix.route[1]]
    if not isinstance(priority.get("id"), str):
        raise Problem("its priority has no id", "give it one")
    ids = [one["id"] for one in priority["actions"] if isinstance(one, dict) and isinstance(one.get("id"), str)]
    actions = tuple(Action.model_construct(id=one, text="") for one in ids)
    return next_id(Priority.model_construct(id=priority["id"], title="", actions=actions), known)


def say_fixable(found: Iterable[Diagnostic], files: Iterable[DataFile]) -> list[Diagnostic]:
    """The diagnostics; the help of each that --fix would mend says so."""
    found = list(found)
    wanted: dict[str, list[Diagnostic]] = {}
    for item in found:
        if item.code in FIXABLE:
            wanted.setdefault(item.file, []).append(item)
    planned = {file.name: _planned(file, wanted[file.name]) for file in files if file.name in wanted}
    return [
        item._replace(next_step=f"{item.help}; --fix does it")
        if any(answers(fix, item) for fix in planned.get(item.file, ()))
        else item
        for item in found
    ]


def _planned(file: DataFile, found: list[Diagnostic]) -> list[Fix]:
    try:
        return list(fixes(file.kind, read_tree(content(file)), found))
    except Unreadable:
        return []
