"""A data file cut into runs of lines, so that of many versions only what differs has to be read.

A run is a line and the deeper ones below it. Leaving whole runs out of a file leaves the rest what it was, as long as
every run begins outside quotes and block texts. A file for which that cannot be shown is not cut: it is read whole.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, starmap
from typing import NamedTuple

from ruamel.yaml.events import StreamEndEvent

from strategy_tracker.files.events import events


class Run(NamedTuple):
    """Some lines of a file. `owner` is the number of the priority they are in; an `item` is an action or a measure.

    `key` is the key of the strategy or of the priority that begins here; empty for an item, and where a value goes on.
    """

    text: bytes
    owner: int | None
    item: bool
    key: bytes


class Cut(NamedTuple):
    """A file in runs. `head` and `owners` are the texts of the strategy and of its priorities, without their actions.

    `core` and `cores` are the parts of those that the judgement of an action needs.
    """

    runs: tuple[Run, ...]
    head: bytes
    core: bytes
    owners: tuple[bytes, ...]
    cores: tuple[bytes, ...]


_FIRST_ITEM = {
    "strategies": re.compile(rb"\n( *)actions:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)- id: "),
    "measures": re.compile(rb"(?:\A|\n)()measures:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)- id: "),
}
_NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))
_OPENS = frozenset(b" \t\r\n,[{:?-!&*|>")
_KEY = re.compile(rb" *([a-z_]+):[ \r\n]")
_BARE = re.compile(rb" *[a-z_]+:[ \t]*(?:#[^\n]*)?\r?(?:\n[ \t]*(?:#[^\n]*)?\r?)*\n?")
ENTRY = b"-"
"""Stands for the key of an action that is written in brackets, or whose id does not come first."""
CORE = frozenset(
    b"id title organisation owner starts ends superseded review_every priorities actions".split(),
)
"""Keys of a strategy or a priority that the judgement of an action needs, or that hold them."""
WITH_MEETINGS = CORE | {b"governance"}
"""Keys of a strategy that say something about its actions: whoever asks about many updates needs its meetings."""


def cut(data: bytes, kind: str) -> Cut | None:
    """The runs of a strategy or measures file; None where it is written so that it must be read whole."""
    first = _FIRST_ITEM[kind].search(data) if kind in _FIRST_ITEM else None
    if first is None or odd_breaks(data):
        return None
    texts = _split(data, len(first[2]))
    if not all(map(closed, texts)) or not all(starmap(apart, pairwise(texts))):
        return None
    runs = _measures(texts, first[2]) if kind == "measures" else _actions(texts, first[1], first[2])
    count = 1 + max((run.owner for run in runs if run.owner is not None), default=-1)
    parts: list[tuple[list[bytes], list[bytes]]] = [([], []) for _ in range(count + 1)]  # the last one is the head
    for run, needed in zip(runs, of_keys(runs, CORE), strict=True):
        if not run.item:
            part = parts[count if run.owner is None else run.owner]
            part[0].append(run.text)
            if needed:
                part[1].append(run.text)
    joined = [(b"".join(whole), b"".join(core)) for whole, core in parts]
    return Cut(tuple(runs), *joined[-1], tuple(w for w, _ in joined[:-1]), tuple(n for _, n in joined[:-1]))


def of_keys(runs: Iterable[Run], keys: frozenset[bytes]) -> Iterator[bool]:
    """For each run whether it is an item, begins with one of these keys, or goes on with one."""
    kept = True
    for run in runs:
        kept = run.key in keys if run.key else kept or run.item
        yield kept


@lru_cache(maxsize=4)
def of_head(head: bytes, keys: frozenset[bytes]) -> bytes:
    """What stands above the priorities of a strategy without the keys that are not among these; whole where unsure."""
    texts = _split(head, 0)
    if not all(map(closed, texts)) or not all(starmap(apart, pairwise(texts))):
        return head
    runs = [Run(text, None, False, _key(text, b"")) for text in texts]
    return b"".join(run.text for run, kept in zip(runs, of_keys(runs, keys), strict=True) if kept)


def odd_breaks(data: bytes) -> bool:
    """Whether a line ends with a carriage return alone, as on machines of long ago."""
    return b"\r" in data and data.count(b"\r") != data.count(b"\r\n")


def _split(data: bytes, indent: int) -> list[bytes]:
    """The lines that are indented no further than `indent`, each with the deeper ones below it."""
    starts = [0, *(found.start() + 1 for found in re.finditer(rb"\n(?= {0,%d}[^ \r\n#])" % indent, data)), len(data)]
    return [data[a:b] for a, b in pairwise(starts)]


def closed(text: bytes) -> bool:
    """Whether no quotes are open at the end of a run that begins outside quotes."""
    return surely_closed(text, len(text)) or _readable(text)


def surely_closed(text: bytes, place: int) -> bool:
    """Whether it can be seen without reading it that no quotes are open at a place of a text.

    Inside a text in quotes, its opening mark is the last one of its kind. So it is enough to see that the last
    mark stands where none can open: after a letter, for instance.
    """
    last = text.rfind(b'"', 0, place)
    if last >= 0 and (last == 0 or text[last - 1] in _OPENS or text[last - 1] == 0x5C):
        return False
    last = text.rfind(b"'", 0, place)
    return last < 0 or (last > 0 and text[last - 1] not in _OPENS and text[last - 1] != 0x27)


def apart(text: bytes, following: bytes) -> bool:
    """Whether no bracket is open where the next run begins; one that begins with a dash cannot stand in brackets."""
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
    """Whether a run is whole by itself."""
    give = events(text)
    try:
        while type(give()) is not StreamEndEvent:
            pass
    except Exception:  # every fault of the parser, whatever its class: the file is then read whole
        return False
    return True


def _measures(texts: list[bytes], pad: bytes) -> list[Run]:
    inside, runs = False, []
    for text in texts:
        item = inside and text.startswith(pad + b"- id: ")
        if text[:1] not in b" -#\r\n":
            inside = text.startswith(b"measures:") and _BARE.fullmatch(text) is not None
        runs.append(Run(text, None, item, b""))
    return runs


def _actions(texts: list[bytes], key_pad: bytes, pad: bytes) -> list[Run]:
    """The runs of a strategy: actions are counted only below the `actions:` of a priority below `priorities:`."""
    dash, entry = key_pad[:-2] + b"- id: ", pad + b"- "
    owner: int | None = None
    number, listed, runs = -1, False, []
    for text in texts:
        if text[:1] not in b" -#\r\n":  # a key of the strategy itself
            within = text.startswith(b"priorities:") and _BARE.fullmatch(text) is not None
            owner, listed = (-1 if within else None), False
            runs.append(Run(text, None, False, _key(text, b"")))
        elif owner is not None and text.startswith(dash):
            number, listed = number + 1, False
            owner = number
            runs.append(Run(text, owner, False, b"id"))
        elif owner is None or owner < 0:
            runs.append(Run(text, None, False, b""))
        elif listed and text.startswith(entry):
            item = text.startswith(b"id: ", len(entry))
            runs.append(Run(text, owner, item, b"" if item else ENTRY))
        else:
            key = _key(text, key_pad)
            listed = key == b"actions" and _BARE.fullmatch(text) is not None
            runs.append(Run(text, owner, False, key))
    return runs


def _key(text: bytes, pad: bytes) -> bytes:
    """The key a run begins with, if it stands exactly so far in."""
    found = _KEY.match(text) if text.startswith(pad) and text[len(pad) : len(pad) + 1] != b" " else None
    return found[1] if found else b""
