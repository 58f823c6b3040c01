"""Says when two spellings are one name of a post or a body, and which of them is meant."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

# signs that stand for each other where people copy from papers, and marks that take no room at all
_SIGNS = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\u180e", None)
)


@lru_cache(maxsize=8192)
def name_form(name: str) -> str:
    """The form that all spellings of one name share.

    Two names are one where they differ in blanks of any kind, in capital letters, in how accents are composed, and in
    apostrophes and hyphens that look alike. A name of nothing else has the form of no name, which is empty.
    """
    if name.isascii():
        return " ".join(name.casefold().replace("`", "'").split())
    plain = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(unicodedata.normalize("NFKC", plain).translate(_SIGNS).split())


def other_spellings(written: Mapping[str, int]) -> dict[str, str]:
    """Each name that is written otherwise than most, and the spelling that most have; `written` counts each of them.

    Of two that are as common, the one with plain blanks and signs is meant.
    """
    alike: dict[str, Counter[str]] = {}
    for name, number in written.items():
        alike.setdefault(name_form(name), Counter())[name] = number
    meant = {form: min(names, key=lambda name: _rank(name, names[name])) for form, names in alike.items()}
    return {name: meant[name_form(name)] for name in written if meant[name_form(name)] != name}


def _rank(name: str, number: int) -> tuple[int, bool, str]:
    plain = " ".join(unicodedata.normalize("NFC", name).translate(_SIGNS).split())
    return -number, name != plain, name


def difference(one: str, other: str) -> str:
    """What is not alike in two spellings of one name, where that is hard to see; empty where anybody sees it."""
    if unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other):
        return "its accents are made of other characters"
    if "".join(one.split()) == "".join(other.split()):
        return "its blanks are others"
    if "".join(one.translate(_SIGNS).split()) == "".join(other.translate(_SIGNS).split()):
        return "it has other signs that look alike"
    return ""


def strange_letter(name: str) -> str:
    """The first letter of another alphabet in a word of Latin ones, which only looks right; or nothing."""
    if name.isascii():
        return ""
    for word in name.split():
        letters = [letter for letter in word if letter.isalpha()]
        latin = [unicodedata.name(letter, "").startswith("LATIN") for letter in letters]
        if any(latin) and not all(latin):
            return (
                letters[latin.index(False)] if latin.count(True) >= latin.count(False) else letters[latin.index(True)]
            )
    return ""
