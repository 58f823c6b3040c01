"""Edits of a person's file: text is spliced at the places that are meant, nothing else moves, and it is proved.

An edit is a list of changes to the plain tree of a file, however many. The file is read once; every change is made by
replacing, taking out or putting in text beside the others, so that comments, quotes, order, indentation, line breaks,
a byte order mark and a missing last line break stay. The new text is then read again: its tree must be the old one
with exactly these changes, and the bytes beside them those that were there; otherwise nothing is returned, and the
person is told why and where to type it.
"""

import difflib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from strategy_tracker.editing import render
from strategy_tracker.editing.changes import Append, CannotEdit, Change, Unseen, changed, place
from strategy_tracker.editing.splicing.draft import NodeDraft
from strategy_tracker.editing.splicing.locate import Transcript, locate, read
from strategy_tracker.editing.splicing.nodes import BOM, Source, Splice, last_break
from strategy_tracker.editing.splicing.spans import Cut, Span, cut_all, line_at, take_out
from strategy_tracker.editing.splicing.splices import Splicer
from strategy_tracker.files.parsing.check_text import Unreadable
from strategy_tracker.files.parsing.parse import Tree, read_tree

_UNSAFE = "the way this part of the file is written does not allow a safe edit"


class Edit(NamedTuple):
    """A proved edit: the bytes of the file before and after, the first line of its last change, and what it wrote."""

    before: bytes
    after: bytes
    line: int
    spans: tuple[Span, ...] = ()


def edit_all(data: bytes, changes: Sequence[Change]) -> Edit:
    """The file with all these changes made: its tree is the one they give one after the other.

    Raises `CannotEdit` where the text does not allow one without touching what is not meant, or where one takes away
    what another changes, and `Unseen` for what no file may hold.
    """
    if not changes:
        return Edit(data, data, 0)
    try:
        script = read(data)
    except Unreadable as error:
        raise CannotEdit(f"the file has to be mended first: {error.message}", error.line + 1) from None
    source = locate(script, map(place, changes))
    made = _made(script, source, changes)
    if _proved(made, script.tree, changes):
        return made

    def fails(count: int) -> bool:
        return not _proved(_made(script, source, changes[:count]), script.tree, changes[:count])

    count = bisect_left(range(1, len(changes)), True, key=fails) + 1
    raise CannotEdit(_why(_made(script, source, changes[:count])), *_fault(source, changes, count - 1))


def _made(script: Transcript, source: Source, changes: Sequence[Change]) -> Edit:
    """The edit as it is worked out from one reading."""
    splices = _splices(source, NodeDraft.of(source.top, script.tree), changes)
    cuts = list(_in_bytes(source, splices))
    after, spans = cut_all(script.data, cuts)
    last = max(n for n, splice in enumerate(splices) if splice.change == len(changes) - 1)
    return Edit(script.data, after, _line(after, cuts, last), spans)


def _proved(made: Edit, old: Tree, changes: Sequence[Change]) -> bool:
    """Whether the new bytes are what they should be.

    They read as the old tree with these changes, which are made here without a look at any text, and where what the
    spans say was written is taken out again, they are the old bytes.
    """
    try:
        same_tree = read_tree(made.after) == reduce(changed, changes, old)
    except Unreadable:
        return False
    return same_tree and cut_all(made.after, take_out(made.after, made.spans))[0] == made.before


def _why(made: Edit) -> str:
    """Why a proof fails: where that is known, what in the text is to blame."""
    if made.before[-1:] not in b"\r\n" and made.spans and made.spans[-1].start == len(made.before):
        return "the last line has no line break, and with one its text would change"
    return _UNSAFE


def _splices(source: Source, draft: NodeDraft, changes: Sequence[Change]) -> list[Splice]:
    """The splices of all changes in the order of the file; the last change has one in any case."""
    splicer, last = Splicer(source), len(changes) - 1
    try:
        for number, change in enumerate(changes):
            splicer.change = number
            draft.take(change, change.route, number)
        splices = list(splicer.of(draft))
    except render.Unwritable as error:
        raise Unseen(str(error), *_fault(source, changes, splicer.change)) from None
    except CannotEdit as error:
        raise CannotEdit(str(error), *_fault(source, changes, splicer.change)) from None
    splices = sorted(_with_last(splices, _spot(source, changes[last]), last), key=itemgetter(0, 1))
    for one, other in pairwise(splices):
        if other.start < one.end:
            raise CannotEdit(_UNSAFE, *_fault(source, changes, max(one.change, other.change)))
    return _without_last_break(source, splices)


def _without_last_break(source: Source, splices: list[Splice]) -> list[Splice]:
    """The same splices; where they take out the last line, which has no break, what is last then has none either."""
    end = len(source.text)
    n = next((n for n, one in enumerate(splices) if one.start < one.end == end and not one.text), None)
    if n is None or source.text[-1] in "\r\n":
        return splices
    while n and splices[n - 1].end == splices[n].start and not splices[n - 1].text:
        n -= 1
    first = splices[n].start
    if n and splices[n - 1].end == first:
        splices[n - 1] = splices[n - 1]._replace(text=splices[n - 1].text.removesuffix(source.eol))
    else:
        splices[n] = splices[n]._replace(start=first - last_break(source.text[:first]))
    return splices


def _with_last(splices: list[Splice], spot: int, last: int) -> list[Splice]:
    """The same splices; one is that of the last change also where what it asks for is there, or was never written."""
    if any(one.change == last for one in splices):
        return splices
    held = next((n for n, one in enumerate(splices) if one.start <= spot < one.end), None)
    if held is None:
        return [*splices, Splice(spot, spot, "", last)]
    return [*splices[:held], splices[held]._replace(change=last), *splices[held + 1 :]]


def _fault(source: Source, changes: Sequence[Change], number: int) -> tuple[int, int]:
    """The line on which a person would make a change, and the number of the change."""
    return source.line_number(_spot(source, changes[number])), number


def _spot(source: Source, change: Change) -> int:
    """Where a person would make this change: at the value, or at the end of what it would be in."""
    node = source.top
    for step in place(change):
        if step not in node.items:
            return node.end
        node = node.items[step]
    return node.end if isinstance(change, Append) else node.start


def _in_bytes(source: Source, splices: Iterable[Splice]) -> Iterator[Cut]:
    """The same splices with their offsets in the bytes of the file."""
    done, size = 0, len(BOM.encode()) if source.bom else 0
    for splice in splices:
        start = size + len(source.text[done : splice.start].encode())
        size = start + len(source.text[splice.start : splice.end].encode())
        done = splice.end
        yield Cut(start, size, splice.text.encode())


def _line(after: bytes, cuts: Sequence[Cut], number: int) -> int:
    """The first line with something on it of what a cut wrote."""
    at = cuts[number].start + sum(len(cut.text) - (cut.end - cut.start) for cut in cuts[:number])
    text = cuts[number].text
    return line_at(after, at + len(text) - len(text.lstrip(b"\r\n")))


def take_back(now: bytes, spans: Sequence[Span]) -> Edit:
    """The file without what an edit wrote: what stood there before is there again, what was changed elsewhere stays.

    Raises `CannotEdit` where what was written, or a line beside it, is not as it was written, and where what stood
    there does not go together with what was changed elsewhere.
    """
    cuts = take_out(now, spans)
    after, back = cut_all(now, cuts)
    line = _line(after, cuts, -1) if cuts else 0
    try:
        read_tree(after)
    except Unreadable as error:
        raise CannotEdit(f"the file could not be read then: {error.message}", line) from None
    return Edit(now, after, line, back)


def diff(one: Edit, name: str) -> str:
    """The edit as a unified diff."""
    old, new = (data.decode("utf-8").splitlines(keepends=True) for data in (one.before, one.after))
    lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
