"""Asks that a body's own words can stand where ours do: with what is filled in, and for one as for several."""

import re
from collections.abc import Iterator
from datetime import date

from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.model.names.labels import LABELS
from strategy_tracker.model.names.language import is_english
from strategy_tracker.model.settings import Settings

_BRACKETS = re.compile(r"\{\w*\}")
_SEVERAL = {"strategy": "strategies", "priority": "priorities", "action": "actions", "measure": "measures"}


def brackets_are_kept(given: Settings, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """Each word has the brackets of ours and no others: what is filled in there would be lost."""
    for name, text in given.wording.items():
        wanted, found = set(_BRACKETS.findall(LABELS[name])), set(_BRACKETS.findall(text))
        if wanted != found:
            told = f"lacks {', '.join(sorted(wanted - found))}" if wanted - found else f"has {', '.join(sorted(found))}"
            step = f"ours is '{LABELS[name]}': write each of its brackets, and no other"
            yield Diagnostic("wording-without-brackets", f"the wording of '{name}' {told}", ("wording", name), step)


def several_have_a_word(given: Settings, today: date, settings: Settings) -> Iterator[Diagnostic]:
    """A level whose own word is not English has a word for several: ours are worked out in English only."""
    for one, several in _SEVERAL.items():
        word = given.wording.get(one)
        if word and several not in given.wording and not (is_english(given.lang) and word.isascii()):
            yield Diagnostic(
                "no-word-for-several",
                f"'{word}' stands for one {one} and for several",
                ("wording", one),
                f"add '{several}: …'",
                at_key=True,
            )
