"""Says a body's own words for ours ("theme" for "priority"), and never changes what people wrote.

Our sentences and theirs meet in one text. So every word of ours that stands in a text of theirs is marked as the text
is read, and only words without a mark are replaced in what is printed. A mark is a code that no text may hold.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, get_args

from pydantic import StringConstraints

from strategy_tracker.model.branding import Branding
from strategy_tracker.model.names.labels import (
    DATES,
    HEADINGS,
    LABELS,
    MONTHS,
    WAYS,
    WORDS,
    Label,
    Word,
    filled,
    is_capital,
    phrase,
)
from strategy_tracker.model.names.language import ENGLISH, is_english
from strategy_tracker.model.record import Record

Wording = Mapping[Word, str]

MARK = "\ufdd0"
"""Stands after the first letter of a word that is not ours: a noncharacter, which Unicode (23.7) keeps for such use."""

_MANY = {"strategy": "strategies", "priority": "priorities", "action": "actions", "measure": "measures"}
_FORMS: dict[str, tuple[str, ...]] = {
    "grey": ("without a colour", "no colour", "grey"),
    "not-rated": ("not rated", "not-rated"),
    "not-started": ("not started", "not-started"),
    "in-progress": ("in progress", "in-progress"),
}
"""How a word of the settings is printed, where it is not printed as it is written in the catalogue alone."""

_LEFT = ("corrective actions?", "has stopped", "stopped for now")
"""Turns of phrase that have a word of ours in them and mean something else."""

_DATE = re.compile(rf"(?:\b(?P<day>\d{{1,2}}) |\b)(?P<month>{'|'.join(MONTHS.values())}) (?P<year>\d{{4}})\b")


class Vocabulary:
    """The words of one body. `protect` marks a text of theirs, `say` prints a text that may hold both.

    Our sentences are English, so the number, the article and the small letter of a word are worked out for English
    words only.
    """

    def __init__(self, words: Wording, language: str = ENGLISH) -> None:
        given = {key: " ".join(text.split()) for key, text in words.items()}
        self._english = is_english(language)
        self._said = _forms(given, english=self._english)
        self._labels = {key: text for key, text in given.items() if key in HEADINGS or key in WAYS}
        self._by_english = {LABELS[key]: text for key, text in self._labels.items()}
        self._dates = {key: text for key, text in given.items() if key in MONTHS or key in DATES}
        forms = "|".join(map(re.escape, sorted(self._said, key=len, reverse=True))) or r"(?!)"
        ours = f"(?:(?P<article>an?) )?(?P<word>{forms})"
        whole = rf"(?<![\w/'{{-])(?:(?:{'|'.join(_LEFT)})|{ours})(?![\w/-]|'(?!s\b))"
        self._pattern = re.compile(whole, re.IGNORECASE)
        self._marked = re.compile(rf"(?<![\w/'-])(?:{forms})(?![\w/-]|'(?!s\b))", re.IGNORECASE)

    def protect(self, text: str) -> str:
        """A text that somebody wrote, with a mark in each word that `say` would take for ours."""
        if text in self._by_english:
            return text[0] + MARK + text[1:]
        text = self._marked.sub(lambda found: found[0][0] + MARK + found[0][1:], text)
        return _DATE.sub(_mark_month, text) if self._dates else text

    def is_to_be_marked(self, text: str) -> bool:
        """Whether `protect` changes a text."""
        return bool(text in self._by_english or self._marked.search(text) or (self._dates and _DATE.search(text)))

    def say(self, text: str) -> str:
        """A text for a reader: our words as the body has them, everybody else's as they were."""
        if isinstance(text, Label) and (text.values or text.name in self._labels):
            return self._sentence(text)
        if self._dates:
            text = _DATE.sub(self._date, text)
        return self._pattern.sub(self._instead, text).replace(MARK, "")

    def _sentence(self, text: Label) -> str:
        """A fixed word or sentence in the body's words, and what fills its brackets in them as well."""
        ours = LABELS[text.name]
        own = self._labels.get(text.name) or self._pattern.sub(self._instead, ours)
        said = filled(own, {key: self.say(value) for key, value in text.values.items()})
        return said[:1].upper() + said[1:] if is_capital(text) else said

    def label(self, text: str) -> str:
        """As `say`; where the text is one word or heading of ours and no more, the body's word as it wrote it."""
        return self._said.get(text) or self._by_english.get(text) or self.say(text)

    def _instead(self, found: re.Match[str]) -> str:
        word, article = found["word"], found["article"]
        if word is None:
            return found[0]
        said = self._said[word.lower()]
        if not self._english:
            return f"{article} {said}" if article else said[:1].upper() + said[1:] if word[0].isupper() else said
        if not article:
            return _as(word, said)
        said = f"{'an' if said[0] in 'aeiouAEIOU' else 'a'} {_low(said)}"
        return _as(article, said)

    def _date(self, found: re.Match[str]) -> str:
        month = found["month"]
        parts = {"day": found["day"] or "", "month": self._dates.get(month.lower(), month), "year": found["year"]}
        key = "date" if found["day"] else "month-and-year"
        return filled(self._dates.get(key, DATES[key]), parts)

    def protect_record(self, record: Record) -> Record:
        """A record with marks in its texts; the same one where there is nothing to mark."""
        changed = {name: self._own(value, texts) for name, value, texts in _held(record)}
        new = {name: value for name, value in changed.items() if value is not getattr(record, name)}
        return record.model_copy(update=new) if new else record

    def _own(self, value: Any, texts: bool) -> Any:
        """A value with marks; `texts` says whether its texts are free ones rather than ids or words of a list."""
        if isinstance(value, str):
            theirs = texts and not isinstance(value, Label)  # what stands for words that are withheld is ours
            return self.protect(value) if theirs and self.is_to_be_marked(value) else value
        if isinstance(value, Record):
            return self.protect_record(value)
        if type(value) is tuple:
            made = tuple(self._own(each, texts) for each in value)
            return made if any(one is not other for one, other in zip(made, value, strict=True)) else value
        if isinstance(value, dict):
            pairs = {self._own(key, texts): self._own(each, texts) for key, each in value.items()}
            return pairs if any(pairs.get(key) is not each for key, each in value.items()) else value
        return value


@lru_cache(maxsize=8)
def _vocabulary(words: tuple[tuple[Word, str], ...], language: str) -> Vocabulary:
    return Vocabulary(dict(words), language)


def vocabulary_of(words: Wording, language: str = ENGLISH) -> Vocabulary | None:
    """Give the vocabulary of a body; None where it has no words of its own."""
    return _vocabulary(tuple(words.items()), language) if words else None


def still_english(branding: Branding) -> str:
    """Say how much of a document in another language is in English; empty where that is the language."""
    if is_english(branding.language):
        return ""
    ours = len(LABELS.keys() - branding.words.keys())
    if not ours:
        return phrase("own-language", language=branding.language)
    return phrase("own-language-in-part", language=branding.language, number=f"{ours}", total=f"{len(LABELS)}")


def protect_record(record: Record, words: Wording) -> Record:
    """Mark people's texts in a record, so that `Vocabulary.say` lets them be."""
    own = vocabulary_of(words)
    return own.protect_record(record) if own else record


def protect(text: str | None, words: Wording) -> str | None:
    """Mark a text that somebody wrote, so that `Vocabulary.say` lets it be."""
    own = vocabulary_of(words)
    return own.protect(text) if own and text else text


def unprotect(text: str) -> str:
    """Take the marks out of a text: what leaves a report by another way must hold none."""
    return text.replace(MARK, "")


def _forms(given: dict[Word, str], *, english: bool) -> dict[str, str]:
    """What is said for each printed form of ours that stands in sentences too."""
    given = {key: text for key, text in given.items() if key in WORDS}
    for one, many in _MANY.items():
        if one in given:
            given.setdefault(many, _plural(given[one]) if english else given[one])
    if "blue" in given:
        given.setdefault("complete", given["blue"])
    return {form: text for key, text in given.items() for form in _FORMS.get(key, (LABELS[key],))}


def _mark_month(found: re.Match[str]) -> str:
    at = found.start("month") - found.start() + 1
    return found[0][:at] + MARK + found[0][at:]


def _plural(word: str) -> str:
    """Several of an English word; one that cannot be English stays."""
    if not word.isascii():
        return word
    if re.search(r"[^aeiou]y$", word, re.IGNORECASE):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(s|x|z|ch|sh)$", word, re.IGNORECASE) else f"{word}s"


def _as(model: str, said: str) -> str:
    """`said` with a capital letter where `model` has one; an abbreviation stays as it is."""
    return said[:1].upper() + said[1:] if model[0].isupper() else _low(said)


def _low(said: str) -> str:
    return said if said[1:2].isupper() else said[:1].lower() + said[1:]


@lru_cache(maxsize=64)
def _fields(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of a record that can hold texts: each with whether these are free texts."""
    found = ((name, _free(field.annotation) or _is_text(field.metadata)) for name, field in kind.model_fields.items())
    return tuple(found)


def _held(record: Record) -> list[tuple[str, Any, bool]]:
    return [(name, getattr(record, name), texts) for name, texts in _fields(type(record))]


def _is_text(metadata: Any) -> bool:
    return any(isinstance(one, StringConstraints) for one in metadata)


def _free(annotation: Any) -> bool:
    """Whether free text is anywhere in an annotation such as `tuple[Text, ...] | None`."""
    return _is_text(getattr(annotation, "__metadata__", ())) or any(map(_free, get_args(annotation)))
