"""The catalogue of the fixed words of documents: a name for each, by which `wording` puts another in its place."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from strategy_tracker.model.names.catalogue.about_labels import ABOUT
from strategy_tracker.model.names.catalogue.action_reason_labels import ACTION_REASONS
from strategy_tracker.model.names.catalogue.change_labels import CHANGES
from strategy_tracker.model.names.catalogue.glossary_labels import GLOSSARY
from strategy_tracker.model.names.catalogue.measure_reason_labels import MEASURE_REASONS
from strategy_tracker.model.names.catalogue.meeting_labels import MEETING
from strategy_tracker.model.names.catalogue.outlook_reason_labels import OUTLOOK_REASONS
from strategy_tracker.model.names.catalogue.page_labels import PAGE
from strategy_tracker.model.names.catalogue.paper_labels import PAPER
from strategy_tracker.model.names.catalogue.reason_labels import UNRATED
from strategy_tracker.model.names.catalogue.strategy_reason_labels import STRATEGY_REASONS
from strategy_tracker.model.names.catalogue.view_labels import VIEW

WORDS = {
    "strategy": "strategy", "strategies": "strategies", "priority": "priority", "priorities": "priorities",
    "action": "action", "actions": "actions", "measure": "measure", "measures": "measures",
    "red": "red", "amber": "amber", "green": "green", "blue": "blue", "grey": "without a colour",
    "not-rated": "not rated", "not-started": "not started", "in-progress": "in progress", "delivered": "delivered",
    "complete": "complete", "exceeded": "exceeded", "paused": "paused", "stopped": "stopped",
    "superseded": "superseded",
    "late": "late", "waiting": "waiting", "silent": "silent", "very-silent": "very silent", "overdue": "overdue",
    "due-soon": "due soon",
    "day": "day", "days": "days", "week": "week", "weeks": "weeks", "month": "month", "months": "months",
    "quarter": "quarter", "year": "year", "years": "years", "point": "point", "points": "points", "every": "every",
    "unheard": "nobody has said", "suspended": "suspended", "withdrawn": "withdrawn",
    "never-updated": "never updated",
    "provisional": "provisional", "revised": "revised", "suppressed": "suppressed", "academic-year": "academic year",
}  # fmt: skip
"""Words that stand in sentences of ours as well: levels, colours, states, clocks, and what a figure is."""

WAYS = {"better": "better", "worse": "worse", "same": "same", "up": "up", "down": "down", "level": "level"}
"""Which way a figure went: words alone, since signs are the marks of colours."""

MONTHS = {
    "january": "January", "february": "February", "march": "March", "april": "April", "may": "May", "june": "June",
    "july": "July", "august": "August", "september": "September", "october": "October", "november": "November",
    "december": "December",
}  # fmt: skip
DATES = {"date": "{day} {month} {year}", "month-and-year": "{month} {year}"}
"""The order in which the parts of a date are said."""

HEADINGS = {
    # documents
    "board-pack": "Progress report", "highlight-report": "Highlight report", "exception-report": "Exception report",
    "scorecard": "Scorecard", "action-plan": "Action plan", "you-said-we-did": "You said, we did",
    "what-was-promised": "What was promised", "what-others-did": "What others did",
    "promised-and-happened": "What we promised you, and what we did", "self-evaluation": "Self-evaluation",
    # the cover, and what stands round a document
    "for": "For", "author": "Author", "meeting": "Meeting", "next-meeting": "Next meeting", "papers-due": "Papers due",
    "decision-type": "Decision type", "contact": "Contact", "chief-officer": "Chief officer", "wards": "Wards",
    "last-shown": "Last shown", "as-at": "As at", "left-out": "Left out",
    "version": "Version", "language": "Language", "contents": "Contents", "page-of": "Page {page} of {pages}",
    "foot": "As at {day}. Made from {source}.", "skip-to-report": "Skip to the report",
    "skip-to-content": "Skip to the content", "all-strategies": "All strategies", "back": "Back",
    # sections
    "the-position": "The position",
    "what-changed": "What changed since last time", "exceptions": "Exceptions",
    "to-note": "Paused, stopped or superseded, and not noted yet",
    "two-opinions": "Where owner and dates disagree",
    "of-strategy-by-priority": "{strategy}, by priority", "dates-moved": "Dates moved, and by whom approved",
    "measures-not-rated": "Measures not rated, and why", "measures-withdrawn": "Measures withdrawn, and why",
    "gaps": "Gaps in the record", "notes-on-data": "Notes on the data", "glossary": "Glossary of the rules used",
    "where-actions-stand": "Where the actions stand", "asked-for": "What people asked for", "promises": "Promises",
    "practice-examples": "Practice examples", "by-theme": "By theme", "what-do-we-know": "What do we know?",
    "how-do-we-know": "How do we know it?", "what-next": "What next?", "what-this-is": "What this is",
    "you-were-promised": "What you were promised",
    "who-reviews": "Who reviews it",
    "groups-at-work": "Groups that work in it",
    "who-judges-pledge": "Who judges how its pledge is kept",
    "about-strategy": "About the strategy and its record",
    "where-each-stands": "Where each strategy stands",
    # tables, and what stands before a list
    "actions-by-priority": "Actions by priority", "measures-by-priority": "Measures by priority",
    "measures-by-level": "Measures by level", "level-of-measure": "Level of measure", "under": "Under {priority}.",
    "figures-by-year": "Figures by financial year", "by-calendar-year": "Figures by calendar year",
    "by-academic-year": "Figures by academic year", "by-periods": "Figures by their periods",
    "figures-of": "{measure}: figures", "reached": "Reached", "on-the-way": "On the way",
    "moved-dates": "Moved due dates",
    "who-answered": "Who has answered", "answers-by-owner": "Answers by owner",
    "answers-by-priority": "Answers by priority", "awaiting-sign-off": "Delivered, awaiting sign-off",
    "actions-to-sign-off": "Actions to sign off",
    "actions-to-note": "Actions to note", "opinions": "Two opinions",
    "context-never-rated": "Context: never rated", "context-of": "{what} (context: never rated)",
    "not-rated-table": "Not rated",
    "opinions-of-measures": "Two opinions of a measure",
    "notes-on-figures": "Notes on figures",
    "rules-used": "Rules used", "milestones": "Milestones", "moves-of-due-date": "Moves of the due date",
    "moves-of-milestones": "Moves of milestones", "changes-of-rules": "Changes of targets and tolerances",
    "history-said": "History: what was said, newest first", "history-readings": "History: every reading",
    "what-is-wanted": "What is wanted:", "strategy-wants": "What the strategy wants:",
    "dates-expected": "Dates that were expected, and what came:",
    "what-was-forecast": "What was forecast, and what came:", "how-figures-vary": "How figures vary:",
    "why-these-colours": "Why these colours:", "why-this-colour": "Why this colour: ",
    "why-no-colour": "Why no colour: ",
    "two-opinions-of-it": "Two opinions: ", "how-we-know": "How we know:", "figures": "Figures:",
    "owners-can-show": "What owners can show:", "people-said": "What people said:",
    "to-put-right": "To put right:", "what-came-of-it": "What came of it:",
    "would-tell-others": "What they would tell others:", "how-it-ran": "How it ran:", "who-steers-it": "Who steers it:",
    "they-say": "Those it is for say:", "took-part-promised": "What those who took part promised:",
    "how-it-is-evaluated": "How it is evaluated", "what-it-takes": "What it takes to do the same elsewhere:",
    "papers-with-it": "Papers that go with it:", "wanted-outcomes": "What is wanted for people",
    "domain": "Part of life", "should-go-up": "Should go up", "should-go-down": "Should go down", "how": "How",
    "what-was-found": "What was found",
    "answerable": "Answerable: {owner}.",
    "taken-from": "Taken from: {source}", "dashed-line": "Dashed line: {what}.",
    # columns and facts
    "what": "What", "when": "When", "why": "Why", "from": "From", "to": "To", "on": "On", "by": "By",
    "with": "With", "since": "Since", "step": "Step", "note": "Note", "id": "Id", "kind": "Kind", "word": "Word",
    "colour": "Colour", "owner": "Owner", "partners": "Partners", "due": "Due", "done": "Done", "start": "Start",
    "state": "State", "review": "Review", "recurs": "Recurs", "slipped": "Slipped", "said": "Said", "body": "Body",
    "judgement": "Judgement", "last-said": "Last said", "dates-and-clocks": "Dates and clocks",
    "corrective-action": "Corrective action", "moved-on": "Moved on",
    "changed-on": "Changed on", "approved-by": "Approved by", "to-be-noted-by": "To be noted by",
    "what-the-two-say": "What the two say", "owners-judgement": "The owner's judgement", "now-expected": "Now expected",
    "reading": "Reading", "period": "Period", "figure": "Figure", "target": "Target", "context": "Context",
    "since-period-before": "Since the period before", "since-year-before": "Since a year before",
    "beside-others": "Beside others", "way-to-target": "Way to the target",
    "direction": "Direction", "trend": "Trend", "forecasts": "Forecasts", "pace": "Pace", "variation": "Variation",
    "no-amber-declared": "Missed, no amber declared",
    "moved-with-approval": "Moved with approval", "last-figure": "Last figure",
    "how-it-is-rated": "How it is rated",
    "next-target": "Next target", "to-amber-boundary": "To the amber boundary", "next-reading": "Next reading",
    "definition": "Exactly what is counted",
    "who-is-counted": "Who is counted", "source": "Source", "on-its-data": "On its data", "remarks": "Remarks",
    "true-of": "True of", "what-it-means": "What it means here", "you-said": "You said", "who-said-it": "Who said it",
    "we-did": "We did", "how-it-stands": "How it stands",
    "expectations": "What they expect",
    "answered": "Answered", "answers": "Answers", "last": "Last", "no-word-yet": "No word yet of",
    "what-is-lacking": "What is lacking",
    "theme": "Theme", "examples": "Examples",
    "needs-somebody": "Needs somebody", "meets-every": "Meets every", "next": "Next",
    "papers-by": "Papers by", "met": "Met", "own-test-of-success": "Its own test of success",
    "taken-from-column": "Taken from", "not-on-record": "Not on record",
}  # fmt: skip
"""Headings, columns and lead-ins: each stands by itself, and is replaced whole; what is in brackets is filled in."""

HEADINGS |= PAPER | MEETING | ABOUT | PAGE | VIEW | UNRATED | GLOSSARY
REASONS = ACTION_REASONS | MEASURE_REASONS | OUTLOOK_REASONS | STRATEGY_REASONS | CHANGES
"""What the judging says: sentences, and parts of them."""
HEADINGS |= REASONS
LABELS = WORDS | WAYS | MONTHS | DATES | HEADINGS
"""Every fixed word by its name, in English. Names stay, whatever becomes of the English."""

if TYPE_CHECKING:
    Word = str
else:
    Word = Literal[tuple(LABELS)]
"""The name of a fixed word."""


_BRACKETS = re.compile(r"\{([a-z]+)\}", re.ASCII)


class Label(str):
    """A fixed word or sentence: a text in English, known by its name until the body's own words are put in.

    `values` are what its brackets are filled with, each a text or another of these: so a reason is made of its parts,
    and no part of it loses its name. It is a text and no value beside one, so that all that prints, compares, freezes
    and exports the standing has the English without asking; what joins two of them must join them as a third (`joined`)
    and never with a plus sign, or the names are gone.
    """

    __slots__ = ("name", "values")

    name: str
    values: dict[str, str]

    def __reduce__(self) -> "tuple[Callable[..., Label], tuple[str, str, dict[str, str]]]":
        """Its name and values go with it from one process to another."""
        return _known, (str(self), self.name, self.values)

    def with_values(self, change: Callable[[str], str]) -> "Label":
        """The same with each of its values changed; a capital letter at its beginning stays."""
        if not self.values:
            return self
        values = {key: change(value) for key, value in self.values.items()}
        return (_capital if is_capital(self) else _plain)(self.name, values)


def label(name: str, **values: str) -> Label:
    """Give a fixed word, with a capital letter; `values` fill its brackets."""
    return _capital(name, values) if values else _alone(name)


@cache
def _alone(name: str) -> Label:
    """A fixed word that nothing is put into: a page has a few of them, many times."""
    return _capital(name, {})


def _capital(name: str, values: dict[str, str]) -> Label:
    text = _english(name, values)
    return _known(text[:1].upper() + text[1:], name, values)


def phrase(name: str, **values: str) -> Label:
    """Give a fixed word as it stands inside a sentence or a cell; `values` fill its brackets."""
    return _plain(name, values) if values else _bare(name)


@cache
def _bare(name: str) -> Label:
    return _known(LABELS[name], name, {})


def _plain(name: str, values: dict[str, str]) -> Label:
    return _known(_english(name, values), name, values)


def is_capital(text: Label) -> bool:
    """Whether a fixed word was given the capital letter that it has."""
    return text[:1] != _english(text.name, text.values)[:1]


def _english(name: str, values: dict[str, str]) -> str:
    return _template(name) % values if values else LABELS[name]


@cache
def _template(name: str) -> str:
    """The English of a name as `%` fills it: a status of a thousand strategies has more than 100,000 sentences."""
    return _BRACKETS.sub(r"%(\1)s", LABELS[name].replace("%", "%%"))


def _known(text: str, name: str, values: dict[str, str]) -> Label:
    made = Label(text)
    made.name, made.values = name, values
    return made


def filled(pattern: str, values: dict[str, str]) -> str:
    """Fill the brackets of a text, each as `{name}`; no other sign in it means anything."""
    parts = list(_cut(pattern))
    for n in range(1, len(parts), 2):
        parts[n] = values.get(parts[n], f"{{{parts[n]}}}")
    return "".join(parts)


@lru_cache(maxsize=2048)  # a paper fills the same few patterns a hundred thousand times
def _cut(pattern: str) -> tuple[str, ...]:
    """The texts between the brackets of a pattern, and the names in them, by turns."""
    return tuple(_BRACKETS.split(pattern))
