"""Mend what is safe to mend in the files of a portfolio: each is edited in place, proved, and replaced whole."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from strategy_tracker.diagnostics import Diagnostic, Route
from strategy_tracker.editing.changes import CannotEdit, Put
from strategy_tracker.editing.edit import Edit, edit_all
from strategy_tracker.editing.fixes import FIXABLE, Fix, NeedsId, Rename, Respell, fixes
from strategy_tracker.editing.new_ids import Known, ids_in, new_id, next_id
from strategy_tracker.files.check_text import Unreadable
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import content, load_bytes
from strategy_tracker.files.parse import Tree, read_tree
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.files.positions import where
from strategy_tracker.files.write import CannotWrite, locked, replace
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


def mend(portfolio: Portfolio, files: Iterable[DataFile], held: Held, dry_run: bool) -> list[Mended]:
    """Mend these files while the portfolio is locked; with `dry_run`, only say how.

    A file that cannot be parsed, or not be written, stays as it is. Raises `CannotWrite` where there is no lock.
    """
    texts: dict[str, bytes] = {}
    out = []
    with locked(portfolio.root):
        for file in files:
            try:
                planned = mended(portfolio, file, texts, held)
            except Unreadable:
                continue
            if planned:
                done = planned if dry_run else _written(planned)
                texts[file.name] = done.edit.after
                out.append(done)
    return out


def _written(planned: Mended) -> Mended:
    before, after, _ = planned.edit
    try:
        replace(Path(planned.file.path), before, after)
    except CannotWrite as error:
        return Mended(planned.file, Edit(before, before, 0), 0, (str(error),))
    return planned


def mended(portfolio: Portfolio, file: DataFile, texts: dict[str, bytes], held: Held) -> Mended | None:
    """The edit of one file; None where nothing is to be mended. `texts` are files as this run has left them.

    Raises `Unreadable` where the file cannot be parsed.
    """
    data = content(file)
    planned = list(fixes(file.kind, read_tree(data), load_bytes(file, data, portfolio.settings.year_end).diagnostics))
    text, line, count = data, 0, 0
    refusals: list[str] = []
    for fix in planned:
        known = _known(portfolio, file, {**texts, file.name: text}, held, fix)
        try:
            made = name(text, fix, known) if isinstance(fix, NeedsId) else rename(text, fix)
        except CannotEdit as error:
            refusals.append(f"{file.name}:{error.line}: not mended: {error}")
            continue
        text, line, count = made.after, line or made.line, count + 1
    return Mended(file, Edit(data, text, line), count, tuple(refusals)) if planned else None


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


def name(data: bytes, fix: NeedsId, known: Known) -> Edit:
    """The file with an id for a thing that has none, below its words. Raises `CannotEdit`."""
    try:
        own = _action_id(data, fix, known) if fix.thing == "action" else _id(fix, known)
    except Problem as error:
        raise CannotEdit(error.message, _line(data, fix.route)) from None
    return edit_all(data, [Put(fix.route, "id", own, after=(fix.key,))])


def _id(fix: NeedsId, known: Known) -> str:
    return new_id(fix.words, _MADE_LIKE.get(fix.thing, "priority"), known)


def _action_id(data: bytes, fix: NeedsId, known: Known) -> str:
    from strategy_tracker.model.action import Action
    from strategy_tracker.model.strategy import Priority

    tree = read_tree(data)["priorities"][fix.route[1]]
    own = tree.get("id")
    if not isinstance(own, str):
        raise Problem("its priority has no id", "give it one")
    ids = [one["id"] for one in tree["actions"] if isinstance(one, dict) and isinstance(one.get("id"), str)]
    actions = tuple(Action.model_construct(id=one, text="") for one in ids)
    return next_id(Priority.model_construct(id=own, title="", actions=actions), known)


def rename(data: bytes, fix: Rename | Respell) -> Edit:
    """The file with one key or value written in another way, in the quotes it has. Raises `CannotEdit`."""
    if isinstance(fix, Rename):
        old, new, route = fix.key, fix.name, (*fix.route, fix.key)
    else:
        old, new, route = fix.text, fix.right, fix.route
    text = data.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    place = where(text.encode(), route, at_key=isinstance(fix, Rename))
    line, starts = place.line, [0, *(found.end() for found in re.finditer("\r\n|\r|\n", text))]
    start, end = starts[line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1
    after = f"{mark}{text[:start]}{text[start:end].replace(old, new, 1)}{text[end:]}".encode()
    if not _is(after, _rewritten(read_tree(data), fix.route, fix)):
        raise CannotEdit(f"the way '{old}' is written does not allow a safe edit", line)
    return Edit(data, after, line)


def _is(data: bytes, tree: Tree) -> bool:
    try:
        return repr(read_tree(data)) == repr(tree)
    except Unreadable:
        return False


def _rewritten(tree: Any, route: Route, fix: Rename | Respell) -> Any:
    if not route:
        if isinstance(fix, Respell):
            return fix.right
        return {fix.name if key == fix.key else key: value for key, value in tree.items()}
    step = route[0]
    if isinstance(step, int):
        return (*tree[:step], _rewritten(tree[step], route[1:], fix), *tree[step + 1 :])
    return {key: _rewritten(value, route[1:], fix) if key == step else value for key, value in tree.items()}


def _line(data: bytes, route: Route) -> int:
    return where(data, route).line


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
        if any(fix.answers(item) for fix in planned.get(item.file, ()))
        else item
        for item in found
    ]


def _planned(file: DataFile, found: list[Diagnostic]) -> list[Fix]:
    try:
        return list(fixes(file.kind, read_tree(content(file)), found))
    except Unreadable:
        return []
