"""Cuts a file into pieces of whole lines: a piece is a line and the deeper ones below it.

Leaving whole pieces out of a file leaves the rest what it was, as long as each begins outside quotes and block texts.
A file for which that cannot be shown is not cut.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise, starmap
from typing import NamedTuple

from ruamel.yaml.events import StreamEndEvent

from strategy_tracker.files.parsing.events import events
from strategy_tracker.judging.actions import action_standing
from strategy_tracker.model.strategy import Priority, Strategy


class Piece(NamedTuple):
    """Some lines of a file. `owner` is the number of the priority they are in; an `item` is an action or a measure.

    `key` is the key of the strategy or of the priority that begins here; empty for an item, and where a value goes on.
    """

    text: bytes
    owner: int | None
    item: bool
    key: bytes


class Pieces(NamedTuple):
    """A file in pieces. `head` and `owners` are the texts of the strategy and of its priorities, without their actions.

    `core` and `cores` are the parts of those that whoever looks at an action alone reads as well.
    """

    listed: tuple[Piece, ...]
    head: bytes
    core: bytes
    owners: tuple[bytes, ...]
    cores: tuple[bytes, ...]


@cache
def keys_beside_an_action() -> frozenset[bytes]:
    """Name the keys that judging reads beside an action, that no record can be without, or that hold the action."""
    kinds: tuple[type[Strategy | Priority], ...] = (Strategy, Priority)
    must_have = {name for kind in kinds for name, field in kind.model_fields.items() if field.is_required()}
    return frozenset(key.encode() for key in must_have | action_standing.KEYS_READ | {"priorities", "actions"})


def with_keys(pieces: Iterable[Piece], keys: frozenset[bytes]) -> Iterator[bool]:
    """Say of each piece whether it is an item, begins with one of these keys, or goes on with one."""
    kept = True
    for piece in pieces:
        kept = piece.key in keys if piece.key else kept or piece.item
        yield kept


_FIRST_ITEM = {
    "strategies": re.compile(rb"\n( *)actions:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)- id: "),
    "measures": re.compile(rb"(?:\A|\n)()measures:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)- id: "),
}
_NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))
_OPENS = frozenset(b" \t\r\n,[{:?-!&*|>")
_KEY = re.compile(rb" *([a-z_]+):[ \r\n]")
_BARE = re.compile(rb" *[a-z_]+:[ \t]*(?:#[^\n]*)?\r?(?:\n[ \t]*(?:#[^\n]*)?\r?)*\n?")
_ENTRY = b"-"
"""Stands for the key of an action that is written in brackets, or whose id does not come first."""


def pieces_of(data: bytes, kind: str) -> Pieces | None:
    """Cut a strategy or measures file; None where it is written so that it must be read whole."""
    first = _FIRST_ITEM[kind].search(data) if kind in _FIRST_ITEM else None
    if first is None or _odd_breaks(data):
        return None
    texts = _split(data, len(first[2]))
    if not all(map(_closed, texts)) or not all(starmap(_apart, pairwise(texts))):
        return None
    pieces = _measures(texts, first[2]) if kind == "measures" else _actions(texts, first[1], first[2])
    count = 1 + max((piece.owner for piece in pieces if piece.owner is not None), default=-1)
    parts: list[tuple[list[bytes], list[bytes]]] = [([], []) for _ in range(count + 1)]  # the last one is the head
    for piece, needed in zip(pieces, with_keys(pieces, keys_beside_an_action()), strict=True):
        if not piece.item:
            part = parts[count if piece.owner is None else piece.owner]
            part[0].append(piece.text)
            if needed:
                part[1].append(piece.text)
    joined = [(b"".join(whole), b"".join(core)) for whole, core in parts]
    return Pieces(tuple(pieces), *joined[-1], tuple(w for w, _ in joined[:-1]), tuple(n for _, n in joined[:-1]))


def _odd_breaks(data: bytes) -> bool:
    """Say whether a line ends with a carriage return alone, as on machines of long ago."""
    return b"\r" in data and data.count(b"\r") != data.count(b"\r\n")


def _split(data: bytes, indent: int) -> list[bytes]:
    """Split at the lines that are indented no further than `indent`; the deeper ones stay below them."""
    starts = [0, *(found.start() + 1 for found in re.finditer(rb"\n(?= {0,%d}[^ \r\n#])" % indent, data)), len(data)]
    return [data[a:b] for a, b in pairwise(starts)]


def _closed(text: bytes) -> bool:
    """Say whether no quotes are open at the end of a piece that begins outside quotes.

    Inside a text in quotes, its opening mark is the last one of its kind. So it is enough to see that the last mark
    stands where none can open: after a letter, for instance. Otherwise the piece is read.
    """
    last = text.rfind(b'"')
    if last >= 0 and (last == 0 or text[last - 1] in _OPENS or text[last - 1] == 0x5C):
        return _readable(text)
    last = text.rfind(b"'")
    return last < 0 or (last > 0 and text[last - 1] not in _OPENS and text[last - 1] != 0x27) or _readable(text)


def _apart(text: bytes, following: bytes) -> bool:
    """Say whether no bracket is open where the next piece begins; what begins with a dash cannot stand in brackets."""
    marks = b"" if following.lstrip(b" ").startswith(b"- ") else text.translate(None, _NO_BRACKET)
    if not marks:
        return True
    if b'"' in text or b"'" in text or b"#" in text:
        return _readable(text)
    while marks != (marks := marks.replace(b"[]", b"").replace(b"{}", b"")):
        pass
    return not marks or _readable(text)


@lru_cache(maxsize=4096)
def _readable(text: bytes) -> bool:
    """Say whether a piece is whole by itself."""
    give = events(text)
    try:
        while type(give()) is not StreamEndEvent:
            pass
    except Exception:  # every fault of the parser, whatever its class: the file is then read whole
        return False
    return True


def _measures(texts: list[bytes], pad: bytes) -> list[Piece]:
    inside, pieces = False, []
    for text in texts:
        item = inside and text.startswith(pad + b"- id: ")
        if text[:1] not in b" -#\r\n":
            inside = text.startswith(b"measures:") and _BARE.fullmatch(text) is not None
        pieces.append(Piece(text, None, item, b""))
    return pieces


def _actions(texts: list[bytes], key_pad: bytes, pad: bytes) -> list[Piece]:
    """Make the pieces of a strategy: actions are found only below the `actions:` of a priority below `priorities:`."""
    dash, entry = key_pad[:-2] + b"-", pad + b"- "
    owner: int | None = None
    number, listed, pieces = -1, False, []
    for text in texts:
        if text[:1] not in b" -#\r\n":  # a key of the strategy itself
            within = text.startswith(b"priorities:") and _BARE.fullmatch(text) is not None
            owner, listed = (-1 if within else None), False
            pieces.append(Piece(text, None, False, _key(text, b"")))
        elif owner is not None and text.startswith(dash):
            number, listed = number + 1, False
            owner = number
            pieces.append(Piece(text, owner, False, b"id"))  # its dash is needed, whichever key comes first
        elif owner is None or owner < 0:
            pieces.append(Piece(text, None, False, b""))
        elif listed and text.startswith(entry):
            item = text.startswith(b"id: ", len(entry))
            pieces.append(Piece(text, owner, item, b"" if item else _ENTRY))
        else:
            key = _key(text, key_pad)
            listed = key == b"actions" and _BARE.fullmatch(text) is not None
            pieces.append(Piece(text, owner, False, key))
    return pieces


def _key(text: bytes, pad: bytes) -> bytes:
    """Find the key a piece begins with, if it stands exactly so far in."""
    found = _KEY.match(text) if text.startswith(pad) and text[len(pad) : len(pad) + 1] != b" " else None
    return found[1] if found else b""
