"""The page that lists every key of the files: what it means, where it is shown, and whether it may leave."""

import typing
from collections.abc import Iterator

from strategy_tracker.model.record import Record
from strategy_tracker.publishing.public_record import KEPT
from strategy_tracker.views.formats.json_schema import FILES, descriptions
from strategy_tracker.views.told_keys import OF_ACTION, OF_MEASURE

_HEAD = """\
# Every key, and where it stands

Written from the code by `python -m pytest --accept`; do not edit.

`strategy show ID` tells all that is written of a thing, and `strategy export --format json` has all of it under
`records`: a test looks for every key in both. "A line of its own" is in our words; "as written" stands under
"Also on record". A setting stands in `strategy doctor`, with whether it is the default. The last column says whether a
key may be in the [public version](howto/publish.md): figures as far as they are not suppressed, words of updates and
judgements where they are marked `public`.
"""
_NOT_ITEMS = ("published", "import", "settings")


def keys_page() -> str:
    """Writes the page."""
    return "\n".join((_HEAD, *_sections()))


def _sections() -> Iterator[str]:
    told: set[type[Record]] = set()
    for name, model in FILES.items():
        for record, leaves in _records(model, told, name not in _NOT_ITEMS):
            yield f"## `{record.__name__}`, in a {name} file\n"
            yield "| Key | Meaning | `show` | Public |\n|---|---|---|---|"
            yield from (_row(name, record, key, said, leaves) for key, said in descriptions(record).items())
            yield ""


def _records(kind: object, told: set[type[Record]], leaves: bool) -> Iterator[tuple[type[Record], bool]]:
    """The records that a type is made of, each once, the outer first, and whether what holds it may leave."""
    if isinstance(kind, type) and issubclass(kind, Record) and kind not in told:
        told.add(kind)
        yield kind, leaves
        for name, field in kind.model_fields.items():
            yield from _records(field.annotation, told, leaves and _may_leave(kind, name))
    for inner in typing.get_args(kind):
        yield from _records(inner, told, leaves)


def _may_leave(record: type[Record], name: str) -> bool:
    """Whether a field may be in the public version; a record without a list of its own leaves whole."""
    return record not in KEPT or name in KEPT[record]


def _row(file: str, record: type[Record], key: str, said: str, leaves: bool) -> str:
    names = {field.alias or name: name for name, field in record.model_fields.items()}
    public = "–" if file in _NOT_ITEMS else "yes" if leaves and _may_leave(record, names[key]) else "no"
    return f"| `{key}` | {said.replace('|', '/')} | {_shown(file, record, key)} | {public} |"


def _shown(file: str, record: type[Record], key: str) -> str:
    if file in _NOT_ITEMS:
        return "`doctor`" if file == "settings" else "–"
    told = {"Action": OF_ACTION, "Measure": OF_MEASURE}.get(record.__name__)
    if told is None:
        return "with its thing" if record.__name__ not in ("Strategy", "Priority", "Example") else "as written"
    return "a line of its own" if key in told else "as written"
