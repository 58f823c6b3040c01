"""Every diagnostic of a portfolio: each file by itself, then what the files say of each other."""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import partial
from typing import NamedTuple

from strategy_tracker.app.kept_answers import KeptAnswers, kept_answers
from strategy_tracker.app.looking.between_files import between_some_files
from strategy_tracker.app.looking.chosen_files import ChosenFiles
from strategy_tracker.app.looking.file_findings import FileFindings
from strategy_tracker.app.looking.git_findings import OF_GIT, GitFindings, findings_of_git
from strategy_tracker.app.looking.paths_from_top import findings_from_top
from strategy_tracker.checks.file_names import names_are_portable
from strategy_tracker.checks.grade import grade
from strategy_tracker.checks.of_names.names import names_are_spelled_alike
from strategy_tracker.checks.of_names.references import references_lead_somewhere
from strategy_tracker.diagnostics import (
    CODES,
    LISTED,
    ORDER,
    Diagnostic,
    Position,
    Severity,
    first_of_each,
    how_many,
    too_old,
)
from strategy_tracker.files.content import content
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.files.read_settings import settings_file


class Findings(NamedTuple):
    """Every diagnostic of a portfolio in reading order, and how many strategies, actions, … it holds.

    `note` says what git could not be asked about, where that is not all of the past anyway.
    """

    diagnostics: list[Diagnostic]
    things: dict[str, int]
    note: str = ""

    def count(self, severity: Severity) -> int:
        """How many diagnostics are of this severity."""
        return how_many(self.diagnostics)[severity]

    def from_top(self, chosen: ChosenFiles) -> "Findings":
        """The same findings, with files named from the top of the repository that the portfolio lies in."""
        return self._replace(diagnostics=findings_from_top(self.diagnostics, chosen.portfolio.root))


def validate(
    chosen: ChosenFiles, today: date, *, since: str = "", everything: bool = False, anew: bool = False
) -> Findings:
    """What is found in the chosen files; those that can be mended for the person say so. All files are read.

    What is not committed is compared with the last commit. `since` and `everything` are those of `findings_of_git`;
    of each code in each file the first hundred are told one by one, unless `everything` is asked for. What was found in
    the same bytes before is not looked for again, but `anew`.
    """
    most = sys.maxsize if everything else LISTED
    kept = KeptAnswers(chosen.portfolio)
    if not anew:
        kept = kept_answers(kept.portfolio, "validate", today.isoformat(), most)
    with findings_of_git(kept.portfolio, today, since=since, everything=everything) as from_git:
        every = _check(kept, today, from_git, most)
    listed = [one for one in every.diagnostics if chosen.has(one.file)]
    return every._replace(diagnostics=_with_fixes(listed, kept.portfolio))


def _with_fixes(listed: list[Diagnostic], portfolio: Portfolio) -> list[Diagnostic]:
    if not listed:
        return listed
    from strategy_tracker.editing.fixable import FIXABLE

    if not any(item.code in FIXABLE for item in listed):
        return listed
    from strategy_tracker.editing.fix import say_fixable

    return say_fixable(listed, portfolio.files)


def check(
    portfolio: Portfolio, today: date, from_git: Callable[[], GitFindings] = GitFindings, most: int = LISTED
) -> Findings:
    """Read and check every file of a portfolio; `today` is the day that dates are held against.

    `from_git` is asked once the files have been read. Of each code in each file `most` are told one by one.
    """
    return _check(KeptAnswers(portfolio), today, from_git, most)


def _check(kept: KeptAnswers, today: date, from_git: Callable[[], GitFindings], most: int) -> Findings:
    portfolio = kept.portfolio
    if upgrade := too_old(portfolio.diagnostics):
        return Findings(upgrade, {}, "")
    own = settings_file(portfolio.root)
    files = [*([own] if own else []), *portfolio.files]
    results = kept.each(files, lambda: _examining(portfolio, today, most), FileFindings)
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in portfolio.diagnostics:
        if item.file != getattr(own, "name", None):
            found[item.file].append(item)
    complete = not found
    if own:
        found[own.name] += _named(portfolio, own)
    for file, result in zip(files, results, strict=True):
        found[file.name] += result.diagnostics
    for item in names_are_portable(file.name for file in portfolio.files):
        found[item.file].append(item)
    known = from_git()
    here = {file.name for file in files}
    for item in known.diagnostics:
        if item.file not in here:  # it is about a file that is gone
            found[item.file].append(item)
    between = [*known.diagnostics, *between_some_files(kept, files, results, today, complete=complete)]
    _across(kept, files, results, found, complete, between)
    kept.save()
    severities = portfolio.short.severity
    listed = [graded for name in found for item in found[name] if (graded := grade(item, severities))]
    listed.sort(key=lambda item: (item.file, item.position or Position(0, 0, 0, 0), ORDER[item.severity], item.code))
    things: Counter[str] = Counter()
    for result in results:
        things.update(result.things)
    return Findings(first_of_each(listed, most), dict(things), known.note)


def _examining(portfolio: Portfolio, today: date, most: int) -> Callable[[DataFile], FileFindings]:
    """The function that examines a file of a portfolio; only where one is not known there is so much to import."""
    from strategy_tracker.app.looking.examine import examine
    from strategy_tracker.files.load import load

    settings = portfolio.settings
    return lambda file: examine(load(file, settings.year_end, most), today, settings)


def _named(portfolio: Portfolio, own: DataFile) -> list[Diagnostic]:
    """What is wrong with the files that the settings name; only then is there anything to import."""
    if not portfolio.short.names_files:
        return []
    from strategy_tracker.files.parsing.positions import place
    from strategy_tracker.files.read_branding import read_branding

    _, wrong = read_branding(portfolio)
    return place(wrong, content(own), own.name) if wrong else []


_OF_OTHERS = frozenset(
    {"unknown-reference", "unused-measure", "ask-about-nothing", "resolution-unknown", "approval-without-minute"}
)
"""Codes that only a portfolio gives that could be read whole."""
_OF_PRIVACY = frozenset({
    "personal-data", "small-number", "suppressed-can-be-worked-out", "no-threshold", "small-count-in-words",
    "small-number-kept",
})  # fmt: skip


def _across(
    kept: KeptAnswers,
    files: Iterable[DataFile],
    results: list[FileFindings],
    found: dict[str, list[Diagnostic]],
    complete: bool,
    known: Iterable[Diagnostic],
) -> None:
    """Add what the files say of each other and what git knows, and heed their `# allow` comments once all is known."""
    complete = complete and all(
        result.mentions is not None or file.kind == "settings" for file, result in zip(files, results, strict=True)
    )
    between: dict[str, list[Diagnostic]] = defaultdict(list)
    named = [result.mentions for result in results if result.mentions]
    spelled = names_are_spelled_alike((one.file, one.people) for one in named)
    for item in (*references_lead_somewhere(named, complete), *spelled):
        between[item.file].append(item)
    for item in known:
        between[item.file].append(item)
        if item.code == "date-moved-quietly":  # git knows more of the same step
            found[item.file] = [
                one for one in found[item.file] if (one.code, one.route) != ("moved-without-record", item.route)
            ]
    privacy = kept.portfolio.short.check_privacy
    unasked = (_OF_OTHERS if not complete else frozenset()) | (_OF_PRIVACY if not privacy else frozenset()) | OF_GIT
    for file, result in zip(files, results, strict=True):
        if result.allows or file.name in between:
            not_here = sorted(CODES if result.mentions is None else unasked) if result.allows else None
            about = ("placed", found[file.name], between[file.name], not_here)
            work = partial(_placed, found[file.name], between[file.name], not_here)
            found[file.name] = kept.made_of([file], about, work, list[Diagnostic])


def _placed(
    own: Iterable[Diagnostic],
    between: Iterable[Diagnostic],
    not_here: Collection[str] | None,
    files: Iterable[DataFile],
) -> list[Diagnostic]:
    """What is found in a file, and in others about it, where its comments do not allow it.

    `not_here` are the codes that were not looked for; None without such comments.
    """
    from strategy_tracker.files.parsing.allow_comments import heed
    from strategy_tracker.files.parsing.positions import place

    (file,) = files
    data = content(file)
    found = [*own, *place(between, data, file.name)]
    return found if not_here is None else heed(found, data, file.name, not_here)
