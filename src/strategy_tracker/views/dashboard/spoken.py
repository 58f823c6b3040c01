"""A page in the words of the body: only what is read is changed, never a tag, an address or a name."""

import re
from html import escape, unescape

from strategy_tracker.briefing.own_words import Vocabulary, unprotect, vocabulary_of
from strategy_tracker.model.branding import Branding
from strategy_tracker.views.formats.escaping import Markup

_TEXT = re.compile(r"(?<=>)(\s*)([^<>]*?)(\s*)(?=<)")
_LABEL = re.compile(r' data-label="([^"]*)"')


def spoken(page: str, branding: Branding) -> Markup:
    """Markup in which every text is said as the body says it; every text of ours is escaped, so `<` begins a tag."""
    own = vocabulary_of(branding.words)
    if own is None:
        return Markup(page)
    said = _TEXT.sub(lambda found: f"{found[1]}{_said(found[2], own)}{found[3]}", page)
    return Markup(unprotect(_LABEL.sub(lambda found: f' data-label="{_said(found[1], own)}"', said)))


def _said(text: str, own: Vocabulary) -> str:
    return escape(own.label(unescape(text)))
