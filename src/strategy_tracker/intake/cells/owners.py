"""Who answers for a thing: posts and bodies are taken, the names of persons never."""

import re
from typing import NamedTuple

from strategy_tracker.intake.cells.understood import NOTHING_THERE, Understood
from strategy_tracker.intake.cells.words import is_given_name, is_of_a_post, is_to_come, says_nothing

_BETWEEN = re.compile(r"\s*(?:[;\n|]|/(?!\w{1,3}\b)|(?<=\w{3})/)\s*")
_PERSON_WORD = re.compile(r"[^\W\d_][^\W\d_'\u2019.-]*\.?(?:[-'\u2019][^\W\d_]+)*")
_ALONE = frozenset(
    [
        "head",
        "heads",
        "director",
        "directors",
        "manager",
        "managers",
        "lead",
        "leads",
        "officer",
        "officers",
        "team",
        "board",
        "council",
        "group",
        "service",
        "services",
        "police",
        "health",
        "nhs",
        "icb",
        "coordinator",
        "chief",
        "worker",
        "chair",
        "committee",
        "commissioner",
        "adviser",
        "advisor",
        "partnership",
        "trust",
        "iro",
        "iros",
    ]
)
"""Words of which one makes a name a post or a body by itself."""
_TITLES = frozenset("mr mrs ms miss mx dr cllr councillor sir dame prof professor rev".split())  # noqa: SIM905


class Owners(NamedTuple):
    """The first post, the others, and what was left out or should be known."""

    owner: str = ""
    partners: tuple[str, ...] = ()
    said: Understood = NOTHING_THERE


def read_owners(text: str) -> Owners:
    """Read the posts in a cell: the first answers for it, the others take part; what names a person is left out."""
    if says_nothing(text) or is_to_come(text):
        return Owners()
    posts: list[str] = []
    hidden = 0
    for part in split_owners(text):
        post = without_person(part)
        hidden += post != part
        posts += [post] if post else []
    if hidden:
        step = "write a post in the cell, or say which one: --map-value 'owner:…=Head of Service'"
        words = "the cell seems to name a person, which is left out: posts answer here"
        return Owners(posts[0] if posts else "", tuple(posts[1:]), Understood("", "person-in-owner", words, step))
    if len(posts) > 1:
        words = f"{len(posts)} owners in one cell: '{posts[0]}' is taken, the others take part"
        return Owners(
            posts[0], tuple(posts[1:]), Understood(posts[0], "two-owners", words, "write one if it is not so")
        )
    return Owners(posts[0]) if posts else Owners()


def split_owners(text: str) -> list[str]:
    """The posts of a cell: parted by lines, semicolons and slashes, and by commas and `and` where each is a post."""
    parts: list[str] = []
    for piece in _BETWEEN.split(text.strip()):
        parts += _by_comma(piece)
    return [" ".join(part.split()) for part in parts if part.strip()]


def _by_comma(text: str) -> list[str]:
    """Parts at commas and at `and` or `&`, where each part names a post by itself."""
    for between in (r",\s+(?:and\s+)?", r"\s+(?:and|&|\+)\s+"):
        parts = re.split(between, text)
        if len(parts) > 1 and all(_stands_alone(part) for part in parts):
            return [one for part in parts for one in _by_comma(part)]
    return [text]


def _stands_alone(text: str) -> bool:
    """Whether a part is the name of a post or body by itself: of `Education and Skills Manager` neither half is."""
    words = re.findall(r"[^\W\d_]+", text)
    if not words:
        return False
    return bool({word.casefold() for word in words} & _ALONE) or (len(words) == 1 and words[0].isupper())


def without_person(text: str) -> str:
    """The post that a text names, without the person who holds it; empty where it names a person alone."""
    if "@" in text:
        return (
            without_person(" ".join(re.sub(r"[<(\[]?\S*@\S*[>)\]]?", " ", text).split())) if " " in text.strip() else ""
        )
    if _TURNED.fullmatch(text) and is_person(text):
        return ""
    for part in _pieces(text):
        if is_person(part):
            rest = [one for one in _pieces(text) if not is_person(one)]
            return " ".join(" ".join(rest).split())
    return text


_TURNED = re.compile(r"[^\W\d_][\w'\u2019-]+, [^\W\d_][\w'\u2019-]*\.?")
"""A family name, a comma and a given name or its letter."""


def _pieces(text: str) -> list[str]:
    """The parts of `Jane Smith (Head of Service)`, `Head of Service - J Smith` or `Head of Service: Jane Smith`."""
    return [part.strip() for part in re.split(r"[()\[\]:,]| [-\u2013\u2014] ", text) if part.strip()]


def is_person(text: str) -> bool:
    """Whether a text looks like the name of a person: a few capitalised words, none of which belongs to a post."""
    words = text.replace(",", " ").split()
    if words and words[0].casefold().rstrip(".") in _TITLES and len(words) > 1:
        return not any(is_of_a_post(word) for word in words[1:])
    if not 1 <= len(words) <= 4 or not all(_PERSON_WORD.fullmatch(word) for word in words):
        return False
    if any(is_of_a_post(word.strip(".")) for word in words):
        return False
    if len(words) == 1:
        return is_given_name(words[0]) and words[0][0].isupper()
    capital = all(word[0].isupper() or word in ("de", "van", "von", "da", "bin", "al") for word in words)
    return capital and not all(word.isupper() and len(word) > 2 for word in words)
