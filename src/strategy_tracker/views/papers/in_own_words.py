"""Documents and pages in the body's own words, such as Theme for priority. Data for machines keeps our words.

They are put in while everything is plain data, before any format is written: no format knows of them.
"""

from typing import Any, TypeVar, cast

from strategy_tracker.briefing.own_words import Vocabulary, vocabulary_of
from strategy_tracker.model.branding import Branding
from strategy_tracker.model.names.labels import Label, filled
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.document import Address, Document, FrameWords
from strategy_tracker.views.sheet import MARKS, Cell

Data = TypeVar("Data")
"""Plain data, such as a section of a report or a part of a page: tuples, named or not, of texts and other values."""

_OURS = frozenset({"colour", "colours"})
"""Fields whose texts are no words: a reader is told the word beside them."""


def put_in_own_words(document: Document, branding: Branding) -> Document:
    """Puts a document in the body's words and colours; what names commits and files stays."""
    own = vocabulary_of(branding.words, branding.language)
    document = document._replace(branding=branding, language=branding.language)
    if own is None:
        return document
    return _in_words(document, own)


def _in_words(document: Document, own: Vocabulary) -> Document:
    say = own.say
    return document._replace(
        title=say(document.title),
        subtitle=say(document.subtitle),
        organisation=say(document.organisation) if document.organisation else None,
        facts=tuple((say(name), say(value)) for name, value in document.facts),
        sections=in_own_words(document.sections, own),
        made_from=say(document.made_from) if isinstance(document.made_from, Label) else document.made_from,
        frame=_frame(document, own),
    )


def _frame(document: Document, own: Vocabulary) -> FrameWords:
    words = FrameWords(*map(own.say, document.frame))
    return words._replace(foot=filled(words.foot, {"day": own.say(long_date(document.as_at))}))


def in_own_words(data: Data, own: Vocabulary) -> Data:
    """Puts plain data in the body's words: every text in it but addresses, and the names of our colours."""
    return cast("Data", _said(data, own))


def _said(value: Any, own: Vocabulary) -> Any:
    if isinstance(value, Cell):
        return _cell(value, own)
    if isinstance(value, tuple):
        if fields := getattr(value, "_fields", ()):
            pairs = zip(fields, value, strict=True)
            return type(value)(*(each if name in _OURS else _said(each, own) for name, each in pairs))
        return tuple(_said(each, own) for each in value)
    return own.say(value) if isinstance(value, str) and not isinstance(value, Address) else value


def _cell(cell: Cell, own: Vocabulary) -> Cell:
    """A cell that is a colour keeps its mark, and takes the word as the body wrote it."""
    if isinstance(cell.text, Label):
        return cell._replace(text=own.say(cell.text))
    mark, space, word = cell.text.partition(" ")
    if cell.colour and mark == MARKS[cell.colour]:
        return cell._replace(text=f"{mark}{space}{own.label(word)}")
    return cell._replace(text=own.say(cell.text))
