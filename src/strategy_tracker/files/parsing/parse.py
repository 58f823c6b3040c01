"""Turns the bytes of a file into a plain tree: a strict constructor over YAML events.

The tree has mappings as dicts with text keys, sequences as tuples, plain numbers as exact decimals, `true` and `false`,
and text. A key with nothing after it is left out of the tree and listed as an `EmptyKey`. Dates stay text. Duplicate
keys, tags, anchors, second documents and characters nobody can see are refused with their place.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from strategy_tracker.files.parsing.check_text import Unreadable, check_text
from strategy_tracker.files.parsing.events import made_of_events
from strategy_tracker.model.names.unseen import UNSEEN

Tree = dict[str, Any]
_POINTER = b"version https://git-lfs.github.com/spec/"
"""How a file begins that stands for one in large-file storage (git-lfs, docs/spec.md)."""
DEPTH = 40
"""Levels of nesting a file may have; a strategy has eight."""


class YamlMark(Protocol):
    """Where an event begins or ends; counted from 0."""

    line: int
    column: int


class EmptyKey(NamedTuple):
    """A key with nothing after it: the map it was left out of, and where the key ends."""

    inside: Tree
    key: str
    end: YamlMark


class YamlDocument(NamedTuple):
    """The mapping a file holds, and its keys with nothing after them."""

    tree: Tree
    gaps: list[EmptyKey]


def read_tree(data: bytes, pure: bool = False) -> Tree:
    """Read the mapping a file holds. It is shared: nobody changes it.

    Raises `Unreadable` for everything that is not one plain mapping.
    """
    return read_document(data, pure).tree


@lru_cache(maxsize=2)  # a command that writes asks four times what two contents hold
def read_document(data: bytes, pure: bool = False) -> YamlDocument:
    """Read the mapping a file holds, and the keys in it that have nothing after them. Raises as `read_tree` does."""
    check_text(data)
    if data.startswith(_POINTER):
        what = "this is a pointer of git LFS, not the file itself"
        raise Unreadable("wrong-kind-of-file", what, next_step="'git lfs pull' brings the file")
    try:
        return made_of_events(data, document, pure)
    except Unreadable:
        raise
    except RecursionError:  # pragma: no cover - the depth is capped before
        raise Unreadable("too-deep", "the lists go too deep") from None
    except OverflowError:  # the pure parser, at an escape such as "\\UFFFFFFFF"
        raise Unreadable("yaml-syntax", "a backslash inside double quotes means something else") from None
    except Exception as error:  # every fault of the parser itself carries a mark
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        if mark is None:
            raise
        from strategy_tracker.files.parsing.yaml_help import explain

        raise explain(error, data) from None


def document(give: Callable[[], Any]) -> YamlDocument:
    """Build the document that these events tell of. Raises `Unreadable`, and what the parser raises."""
    event = give()
    while type(event) is StreamStartEvent:
        event = give()
    if type(event) is StreamEndEvent:
        raise Unreadable("empty-file", "the file holds nothing")
    if getattr(event, "version", None) or getattr(event, "tags", None):
        mark = event.start_mark
        raise Unreadable("tag-refused", "a '%' line at the top of the file", mark.line, mark.column, "delete the line")
    event = give()
    if type(event) is ScalarEvent and event.value == "" and event.implicit[0]:
        raise Unreadable("empty-file", "the file holds nothing")
    if type(event) is not MappingStartEvent:
        if type(event) is AliasEvent:
            raise _at(event, "alias-refused", f"'*{event.anchor}' repeats another value")
        text = getattr(event, "value", "")
        next_step = "leave a blank after each ':'" if ":" in text else ""
        kind = "a text" if type(event) is ScalarEvent else "a list"
        raise _at(event, "wrong-shape", f"the file holds {kind} where 'key: value' lines belong", next_step)
    gaps: list[EmptyKey] = []
    tree = _mapping(event, give, 0, gaps)
    if stuck := next((gap for gap in gaps if ":" in gap.key), None):
        raise _no_blank(stuck)
    event = give()
    if type(event) is DocumentEndEvent:
        event = give()
    if type(event) is DocumentStartEvent:
        raise _at(event, "second-document", "a second document begins here")
    return YamlDocument(tree, gaps)


def _at(event: Any, code: str, message: str, next_step: str = "") -> Unreadable:
    return Unreadable(code, message, event.start_mark.line, event.start_mark.column, next_step)


def _mapping(event: Any, give: Callable[[], Any], depth: int, gaps: list[EmptyKey]) -> Tree:
    if event.anchor or not event.implicit or depth > DEPTH:  # anchors: a few lines could unfold to gigabytes
        raise _refused(event)
    out: Tree = {}
    value: Any
    missing: list[str] = []
    while type(key := give()) is ScalarEvent:
        name: str = key.value
        if not key.implicit[0] or key.anchor or not name:
            _check_key(key)
        if name in out:
            raise _at(key, "duplicate-key", f"'{name}' stands here twice")
        if type(event := give()) is ScalarEvent:
            value = event.value
            if not event.implicit[0] or event.anchor:
                value = _scalar(event)
            elif value[:1] in _MEANT:  # most of a file is plain text that needs no more than this line
                value = _plain(value)
                if value is None:
                    missing.append(name)
                    gaps.append(EmptyKey(out, name, key.end_mark))
        else:
            value = _collection(event, give, depth + 1, gaps)
        out[name] = value
    if type(key) is not MappingEndEvent:
        raise _refused_key(key)
    return _cleared(out, missing) if missing else out


def _check_key(key: Any) -> None:
    """Refuse a key with an anchor or a tag, none at all, and one in quotes with characters nobody can see."""
    if key.anchor or not key.value or key.implicit == _TAGGED:
        raise _refused_key(key)
    _check_quoted(key)


def _cleared(out: Tree, missing: list[str]) -> Tree:
    for name in missing:
        del out[name]
    return out


def _sequence(event: Any, give: Callable[[], Any], depth: int, gaps: list[EmptyKey]) -> tuple[Any, ...]:
    if type(event) is not SequenceStartEvent or event.anchor or not event.implicit or depth > DEPTH:
        raise _refused(event)
    out: list[Any] = []
    while (kind := type(event := give())) is not SequenceEndEvent:
        out.append(_scalar(event) if kind is ScalarEvent else _collection(event, give, depth + 1, gaps))
    return tuple(out)


def _collection(event: Any, give: Callable[[], Any], depth: int, gaps: list[EmptyKey]) -> Tree | tuple[Any, ...]:
    within = _mapping if type(event) is MappingStartEvent else _sequence
    return within(event, give, depth, gaps)


_TAGGED = (False, False)
"""What `implicit` of a scalar is where it has a tag; plain ones have True first, quoted ones True second."""
_MEANT = frozenset(["", *"0123456789-~nNtTfF"])
"""First letters of a plain text that may be a number, true, false or nothing."""
# As the core schema of YAML 1.2.2 (section 10.3.2) has it. YAML 1.1, which most libraries still read, takes yes, no, on
# and off for true and false, 0123 for an octal number and 12:30 for a number of base 60. Here they stay texts: events
# carry what stands in the file, and only what is listed below is more than a text.
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?", re.ASCII)


def _scalar(event: Any) -> str | Decimal | bool | None:
    text: str = event.value
    if event.implicit[0]:
        if event.anchor:
            raise _refused(event)
        return _plain(text) if text[:1] in _MEANT else text
    if event.anchor or event.implicit == _TAGGED:
        raise _refused(event)
    _check_quoted(event)
    return text


def _check_quoted(event: Any) -> None:
    """Refuse what only an escape can bring in: the bytes themselves were looked at before."""
    if not event.value.isprintable() and (unseen := UNSEEN.search(event.value)):
        raise _at(event, "control-character", f"the text has a character nobody can see (U+{ord(unseen[0]):04X})")


@lru_cache(maxsize=8192)
def _plain(text: str) -> str | Decimal | bool | None:
    if text in _WORDS:
        return _WORDS[text]
    return Decimal(text) if _NUMBER.fullmatch(text) else text


def _no_blank(gap: EmptyKey) -> Unreadable:
    """That no blank parts a key from its value: YAML takes `{on:2018}` for a key with nothing after it."""
    from strategy_tracker.files.parsing.yaml_slips import no_blank_after

    slip = no_blank_after(gap.key, gap.end.line, gap.end.column - len(gap.key))
    return Unreadable("yaml-syntax", slip.message, slip.line, slip.column, slip.next_step)


def _refused(event: Any) -> Unreadable:
    if type(event) is AliasEvent:
        return _at(event, "alias-refused", f"'*{event.anchor}' repeats another value")
    if event.anchor:
        return _at(event, "alias-refused", f"'&{event.anchor}' marks a value to be repeated")
    if event.tag:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        return _at(event, "tag-refused", f"'{tag}' is a tag")
    return _at(event, "too-deep", f"more than {DEPTH} levels of lists")


def _refused_key(event: Any) -> Unreadable:
    if type(event) is AliasEvent or event.anchor or event.tag:
        return _refused(event)
    return _at(event, "key-refused", "a list or nothing stands where a key belongs")
