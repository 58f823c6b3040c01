"""The language of documents as BCP 47 writes it, such as `cy` or `en-GB`, and which way its letters run."""

import re

from strategy_tracker.model.values import refuse, shown

ENGLISH = "en-GB"
LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
_LANGUAGE = re.compile(LANGUAGE)
_LEFTWARDS = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"])
_LEFTWARD_SCRIPTS = frozenset(["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"])


def read_language(value: object) -> str:
    """Read a language with, where wanted, its script and region, each in the case that BCP 47 (2.1.1) advises."""
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        message = f"{shown(value)} is not the code of a language"
        raise refuse("not-a-language", message, "write two or three letters, such as cy, de, ar or en-GB")
    language, *others = value.split("-")
    parts = [part.title() if len(part) == 4 else part.upper() for part in others]
    if "UK" in parts:  # reserved in ISO 3166, and the code of no country
        raise refuse(
            "not-a-language", f"{shown(value)} names no country by its code", "write GB for the United Kingdom"
        )
    return "-".join((language.lower(), *parts))


def is_english(language: str) -> bool:
    """Whether our sentences are in the language of the documents."""
    return language.partition("-")[0] == "en"


def runs_leftwards(language: str) -> bool:
    """Whether a language is written from right to left, in its usual script or the one that is named."""
    first, *others = language.split("-")
    script = next((part for part in others if len(part) == 4), None)
    return script in _LEFTWARD_SCRIPTS if script else first in _LEFTWARDS
