"""Leaves out of files what need not be read, so that of many versions only what differs is: most of two is the same.

Git keeps whole files, and to read each version whole takes several times as long as git does to find it. Whoever reads
a part holds it against its file by `reads_back`, so that a fault of the cutter costs time and tells no false story.
Which keys have to stay is asked of those who read them. Nothing outside this room sees a part of a file.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from strategy_tracker.comparing import questions
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.load import LoadedFile, content
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.history.items.pieces import Piece, Pieces, keys_beside_an_action, pieces_of, with_keys


class _Keys(NamedTuple):
    """What stands at one moment: actions with all they inherit, whole priorities, measures, and heads."""

    items: set[tuple[bytes, ...]]
    owners: set[tuple[bytes, ...]]
    heads: set[bytes]


def only_what_differs(old: Iterable[DataFile], new: Iterable[DataFile]) -> tuple[list[DataFile], list[DataFile]]:
    """Drop the actions, measures and priorities that two moments share, so that comparing them reads 2% of the bytes.

    What an action inherits belongs to it: below a priority with another owner, every action stays. Of a strategy whose
    own texts are shared, only the keys that are read beside an action stay.
    """
    before, after = ([(file, _pieces(file)) for file in moment] for moment in (old, new))
    one, two = (_keys(made for _, made in moment if made) for moment in (before, after))
    same = _Keys(one.items & two.items, one.owners & two.owners, one.heads & two.heads)
    first, second = ([_without(file, made, same) for file, made in moment] for moment in (before, after))
    return first, second


def only_this_item(file: DataFile, own: str) -> DataFile | None:
    """Cut a file down to one action or measure and what it inherits; None where that cannot be cut out of it."""
    made = pieces_of(file.data or b"", file.kind)
    line = re.compile(rb" *- id: ([\"']?)%s\1[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z)" % re.escape(own.encode()))
    found = [piece for piece in made.listed if piece.item and line.match(piece.text)] if made else []
    if made is None or len(found) != 1:
        return None
    meant = found[0]
    if meant.owner is None:
        return _part(file, made.head + meant.text)
    kept = (
        piece.text
        for piece, needed in zip(made.listed, with_keys(made.listed, keys_beside_an_action()), strict=True)
        if piece is meant or (needed and not piece.item and piece.owner in (None, meant.owner))
    )
    return _part(file, b"".join(kept))


def reads_back(part: LoadedFile, whole: Callable[[], LoadedFile]) -> bool:
    """Say whether a part has no fault but those of its file: one of its own comes from where it was cut.

    `whole` reads the file, which is asked for only where the part has faults.
    """
    faults = {(one.code, one.message) for one in part.diagnostics}
    return not faults or faults <= {(one.code, one.message) for one in whole().diagnostics}


def _pieces(file: DataFile) -> Pieces | None:
    try:
        return pieces_of(content(file), file.kind)
    except Unreadable:  # said where it is read
        return None


def _keys(moment: Iterable[Pieces]) -> _Keys:
    keys = _Keys(set(), set(), set())
    for made in moment:
        keys.heads.add(made.head)
        keys.items.update(_item(made, piece) for piece in made.listed if piece.item)
        keys.owners.update(_owners(made))
    return keys


def _item(made: Pieces, piece: Piece) -> tuple[bytes, ...]:
    return (piece.text,) if piece.owner is None else (made.core, made.cores[piece.owner], piece.text)


def _owners(made: Pieces) -> Iterator[tuple[bytes, ...]]:
    inside: list[list[bytes]] = [[] for _ in made.owners]
    for piece in made.listed:
        if piece.item and piece.owner is not None:
            inside[piece.owner].append(piece.text)
    return ((made.core, text, *items) for text, items in zip(made.owners, inside, strict=True))


def _without(file: DataFile, made: Pieces | None, same: _Keys) -> DataFile:
    if made is None:
        return file
    gone = [key in same.owners for key in _owners(made)]
    kept = [
        piece
        for piece in made.listed
        if not (piece.owner is not None and gone[piece.owner]) and not (piece.item and _item(made, piece) in same.items)
    ]
    if made.head in same.heads and file.kind == "strategies":
        keys = keys_beside_an_action() | {key.encode() for key in questions.KEYS_READ}
        wanted = with_keys((piece for piece in kept if piece.owner is None), keys)
        kept = [piece for piece in kept if piece.owner is not None or next(wanted)]
    return _part(file, b"".join(piece.text for piece in kept))


def _part(file: DataFile, data: bytes) -> DataFile:
    return file._replace(data=data, size=len(data))
