"""What can be said of a file: diagnostics, where they point, and the catalogue of their codes."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "advice"]
Route = tuple[str | int, ...]
"""Keys and list indexes from the top of a file to the thing meant."""

ORDER: dict[Severity, int] = {"error": 0, "warning": 1, "advice": 2}


class Position(NamedTuple):
    """A place in a file for people and editors: lines and columns count characters from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


class Diagnostic(NamedTuple):
    """One thing wrong, or worth knowing, at one place.

    The code that finds it names a route; `store` adds the file, the position, the source line and
    the severity that the portfolio's settings give the code, and `known`, the earlier moment that the file is of.
    """

    code: str
    message: str
    route: Route = ()
    mend: str = ""
    file: str = ""
    position: Position | None = None
    source: str = ""
    severity: Severity = "error"
    at_key: bool = False
    known: str = ""

    @property
    def place(self) -> str:
        """The file, with the moment it is of where that is not today."""
        return f"{self.file} ({self.known})" if self.known else self.file

    @property
    def help(self) -> str:
        """The next step: its own, or the one of its code."""
        return self.mend or CODES[self.code].mend


class Code(NamedTuple):
    """An entry of the catalogue. A `fixed` code means something could not be read: it stays an error."""

    severity: Severity
    fixed: bool
    meaning: str
    mend: str


def _unread(meaning: str, mend: str) -> Code:
    return Code("error", True, meaning, mend)


def _error(meaning: str, mend: str) -> Code:
    return Code("error", False, meaning, mend)


def _warning(meaning: str, mend: str) -> Code:
    return Code("warning", False, meaning, mend)


def _advice(meaning: str, mend: str) -> Code:
    return Code("advice", False, meaning, mend)


CODES: dict[str, Code] = {
    # the file itself
    "not-a-file": _unread(
        "A name that should be a data file is a folder or something else.", "rename it or move it away"
    ),
    "outside-root": _unread(
        "A link leads out of the portfolio's folder; it is not followed.", "put the file itself in the folder"
    ),
    "unreadable": _unread(
        "The file cannot be opened.", "check that you may read it and that no other program holds it"
    ),
    "too-big": _unread("The file is larger than any strategy is.", "split it into several files"),
    "empty-file": _unread("The file holds nothing.", "write the strategy in it or delete it"),
    "not-utf8": _unread(
        "The text is not UTF-8.", "save the file as UTF-8: in VS Code, click the encoding at the bottom right"
    ),
    "control-character": _unread("A character that cannot be seen.", "delete it and type the text again"),
    "conflict-marker": _unread(
        "Two versions of this file met in git and nobody has chosen yet.",
        "keep the right lines and delete the three marker lines",
    ),
    "tab-indentation": _unread(
        "A tab where only spaces can stand.", "replace it with spaces: in VS Code, 'Convert Indentation to Spaces'"
    ),
    "yaml-syntax": _unread("The file stops being readable here.", "compare the line with its neighbours"),
    "duplicate-key": _unread(
        "The same key stands twice in one place, so one of the two would be lost.", "keep one of them"
    ),
    "key-refused": _unread("A key that is not a plain word.", "write 'key: value'"),
    "tag-refused": _unread(
        "A YAML tag ('!…'). Nothing in a data file is ever run.", "delete the tag, or put quotes round the text"
    ),
    "alias-refused": _unread(
        "A YAML anchor or alias ('&' or '*').", "write the value out in full, or put quotes round the text"
    ),
    "second-document": _unread(
        "The file holds more than one document.", "put each strategy in its own file and delete the '---' line"
    ),
    "too-deep": _unread("Lists inside lists, deeper than any strategy goes.", "check the indentation"),
    # the shape of what was written
    "wrong-shape": _unread("Another kind of thing is wanted here.", "compare it with docs/files.md"),
    "unknown-key": _unread("A key that means nothing here.", "delete it or correct its spelling"),
    "missing-key": _unread("Something that must be there is not.", "add it"),
    "wrong-type": _unread("The value is of another kind than the key needs.", "compare it with docs/files.md"),
    "not-a-choice": _unread("The value is not one of the words allowed here.", "use one of the words"),
    "empty-text": _unread("A text without a letter in it.", "write the text or delete the key"),
    "not-a-date": _unread("Not a date.", "write it as 2018-07-02"),
    "impossible-date": _unread("A date that is not in the calendar.", "correct it"),
    "not-an-interval": _unread("Not a length of time.", "write week, 6 weeks, month, quarter, 6 months or year"),
    "distance-without-unit": _unread(
        "A tolerance without its unit: 5 points and 5% of a target give different colours.",
        "write '5 points' or '5% of target'",
    ),
    "not-a-number": _unread("Not a plain number.", "write a plain number such as 97.5"),
    "not-an-id": _unread("Not an id: lower-case letters, digits and single hyphens.", "write it like safe-04"),
    "not-a-period": _unread("Not a period.", "write 2022/23, 2022/23 Q1, 2022-06, 2022-06-30, 2022 or AY 2021/22"),
    "ambiguous-period": _unread("A period that people read in two ways.", "write 2011/12 for the year"),
    "not-a-year-end": _unread("The financial year has to end on the last day of a month.", "write '31 March'"),
    "not-a-colour": _unread("Not a colour as screens and paper take it.", "write six digits in quotes: '#b10e1e'"),
    "not-an-address": _unread(
        "Not an https address of a repository.", "write it as https://github.com/organisation/strategies"
    ),
    "no-such-file": _unread("The settings name a file that is not in the portfolio's folder.", "correct its name"),
    "wrong-kind-of-file": _unread(
        "A logo or a template of a kind that a report cannot use.", "a logo is PNG or SVG; a template is .docx or .dotx"
    ),
    "unknown-code": _unread(
        "The settings name a diagnostic that does not exist.", "see docs/diagnostics.md for the codes"
    ),
    "fixed-severity": _unread(
        "The severity of this code cannot be changed: it says that something could not be read.", "delete the line"
    ),
    # what belongs together
    "duplicate-id": _error(
        "Two things have the same id, so nobody can tell which one is meant.",
        "give one of them a new id; never one that was used before",
    ),
    "unknown-reference": _error("An id that nothing in the portfolio has.", "correct the id"),
    "dates-out-of-order": _error("One date comes before another that must come first.", "correct one of them"),
    "percentage-disagrees": _error(
        "A typed percentage or rate is not what its numerator and denominator give.",
        "correct one of the three, or leave the value out",
    ),
    "part-over-whole": _error("The numerator is larger than the denominator.", "correct one of them"),
    "out-of-range": _error("A number that its unit cannot have.", "correct the number or the unit"),
    "overlapping-targets": _error(
        "Two targets claim the same days and neither lies inside the other.", "keep one of them"
    ),
    "same-period-twice": _error(
        "Two readings are for the same days, their periods written in two ways.", "keep one of them"
    ),
    "percent-of-zero": _error("A share of a target of 0 is always 0.", "write the tolerance in points"),
    "distance-unit": _error(
        "A tolerance in another unit than the measure's.", "write it in points, or in the unit of the measure"
    ),
    "two-rules": _error("Two ways of working out the colour are declared.", "keep one of them"),
    "rule-incomplete": _error(
        "A way of working out the colour lacks one of its parts.", "see the families in docs/files.md"
    ),
    "floor-beyond-target": _error("The amber boundary is on the good side of the target.", "correct one of them"),
    "empty-reading": _error(
        "A reading without a number, a symbol or words.", "write what is known, or delete the line"
    ),
    "half-a-fraction": _error("A numerator without its denominator, or the other way round.", "add the other one"),
    "mixed-reading": _error("A reading that is two things at once.", "keep the number, the symbol or the words"),
    "allow-without-reason": _error("A diagnostic is silenced without saying why.", "write '# allow CODE: reason'"),
    # what must not be read by others (only where it is asked for)
    "personal-data": _error("A text that looks like personal data.", "take it out; posts, not people"),
    "small-number": _error(
        "A count so small that somebody could be recognised, in a measure meant for publication.",
        "write 'c' (suppressed)",
    ),
    "suppressed-can-be-worked-out": _error(
        "A suppressed figure that a reader can work out from those beside it.", "suppress a second figure, or the total"
    ),
    "no-threshold": _error(
        "A measure is meant for publication, and no threshold says which counts are too small.",
        "add 'suppress_below: 5' to strategy-tracker.yaml",
    ),
    # smells
    "cut-at-hash": _warning(
        "A text ends at ' #', because a comment begins there.",
        "put quotes round the text; if it is a comment, leave a blank after the '#'",
    ),
    "due-before-start": _warning("Due before the strategy or the action begins.", "correct the date"),
    "due-after-end": _warning("Due after the strategy has ended.", "correct the date or say what follows the strategy"),
    "due-already-past": _warning("The date had passed when it was set.", "correct the date"),
    "due-on-weekend": _warning("Due on a Saturday or Sunday.", "choose a working day"),
    "due-dates-crowd": _warning(
        "An unusual share of all due dates is the year end: dates nobody thought about.",
        "ask each owner for an honest date",
    ),
    "owner-crowd": _warning("One owner has many actions due in one month.", "spread the dates or share the work"),
    "dated-in-future": _warning("Something is said to have happened on a day that has not come.", "correct the date"),
    "red-without-note": _warning(
        "A red without a word on what will be done about it.", "add a note with the corrective action"
    ),
    "rag-on-closed": _warning("A red, amber or green on an action that is no longer running.", "leave the colour out"),
    "milestone-after-due": _warning("A step of an action is due after the action itself.", "correct one of the dates"),
    "moved-nowhere": _warning(
        "A move that does not change the date.", "delete the move or correct the date it had before"
    ),
    "unused-allow": _warning("A comment silences a diagnostic that is not there.", "delete the comment"),
    # gaps
    "no-owner": _advice("Nobody is named as answerable.", "add an owner: a post, not a person"),
    "undated-deliverable": _advice(
        "Something to be finished or decided has no due date.", "ask its owner for an honest date"
    ),
    "no-measures": _advice(
        "The strategy names no measure: nobody can tell whether it works.", "add measures to its priorities"
    ),
    "no-governance": _advice(
        "Nobody is named who reviews the strategy.", "add governance: a body and how often it meets"
    ),
    "no-review-interval": _advice("A body reviews the strategy, but how often is not said.", "add 'every'"),
    "no-period": _advice("The strategy does not say when it starts or ends.", "add 'starts' and 'ends'"),
    "empty-priority": _advice("A priority without an action.", "add what will be done"),
    "never-read": _advice("A measure without a single reading.", "record one, or say why there is none"),
    "no-direction": _advice(
        "A measure that does not say which way is better.", "add 'better: higher', 'lower', 'on-target' or 'none'"
    ),
    "no-amber-boundary": _advice(
        "A target without a boundary between amber and red: a missed target stays unrated.",
        "add 'amber_within' or 'amber_from'",
    ),
    "unused-measure": _advice("A measure that no strategy names.", "add it to a priority"),
    "same-text": _advice("Two actions say the same.", "keep one, or say how they differ"),
}
"""Every code, with its severity, whether that is fixed, what it means, and the next step."""
