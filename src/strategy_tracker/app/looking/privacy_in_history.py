"""Looks for personal data and small numbers in every version of the files that is in the repository."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from shlex import quote
from typing import NamedTuple

from strategy_tracker.app.looking.chosen_files import ChosenFiles
from strategy_tracker.checks.every_check import CHECKS_FOR_PRIVACY
from strategy_tracker.checks.grade import grade
from strategy_tracker.checks.of_people.privacy import texts, told_of_people
from strategy_tracker.diagnostics import CODES, Diagnostic, Position
from strategy_tracker.files.find import LARGEST, DataFile
from strategy_tracker.files.load import load
from strategy_tracker.files.parallel import over_files
from strategy_tracker.files.parsing.allow_comments import MARK, heed
from strategy_tracker.files.parsing.positions import place
from strategy_tracker.files.parsing.value_places import lines_of
from strategy_tracker.history.repository.git import NoGit, objects
from strategy_tracker.history.repository.objects import data_file
from strategy_tracker.history.repository.out_of_sight import why_ids_are_unknown
from strategy_tracker.history.typed_over.every_version import FileVersion, every_version
from strategy_tracker.how_far import heard_by, say_how_far
from strategy_tracker.model.settings import Settings

_AT_ONCE = 100
"""Versions that are in memory at a time."""


class Sighting(NamedTuple):
    """Something found in a version, with the text that it was found in; `by_line` where the file could not be read."""

    text: str
    found: Diagnostic
    by_line: bool = False


class PastFindings(NamedTuple):
    """What stood in earlier versions and does not stand in today's files, and what is not known of them."""

    diagnostics: list[Diagnostic]
    note: str = ""


def privacy_in_history(chosen: ChosenFiles, today: date) -> PastFindings:
    """Find what the privacy checks find in every version of the chosen files that any branch or tag leads to.

    Each text is told once, where it came in.
    """
    portfolio = chosen.portfolio
    notes: list[str] = []
    sightings: list[tuple[FileVersion, Sighting]] = []
    try:
        versions, unsure = every_version(portfolio.root, CHECKS_FOR_PRIVACY)
        notes += [f"{unsure}, and where they were before that is not known"] if unsure else []
        versions = [one for one in versions if chosen.has(one.name)]
        for version, seen in _looked_through(chosen, versions, today, notes):
            sightings += [(version, one) for one in seen]
    except NoGit as error:
        notes.append(error.message)
    else:
        why = why_ids_are_unknown(portfolio.root)
        notes += [f"{why.message}: {why.next_step}"] if why else []
    files = [file for file in portfolio.files if file.kind in CHECKS_FOR_PRIVACY] if sightings else []
    known = {one.text for seen in over_files(files, _look(today, portfolio.settings)) for one in seen}
    listed = [
        graded
        for version, one in _new(sightings, known)
        if (graded := grade(_told(one.found, version), portfolio.settings.severity))
    ]
    return PastFindings(listed, f"not every earlier version was looked at: {'; '.join(notes)}" if notes else "")


def _looked_through(
    chosen: ChosenFiles, versions: list[FileVersion], today: date, notes: list[str]
) -> Iterator[tuple[FileVersion, list[Sighting]]]:
    """Read each version once, some at a time, and give what was found in it."""
    contents = objects(chosen.portfolio.root, (one.sha for one in versions))
    rest, done, big = iter(versions), 0, 0
    look = _look(today, chosen.portfolio.settings, allowing=True)
    while batch := list(islice(rest, _AT_ONCE)):
        files = [data_file(one.name, data) for one, (_, _, data) in zip(batch, contents, strict=False)]
        with heard_by(None):  # of all versions it is said, not of those of one turn
            seen = over_files(files, look)
        yield from zip(batch, seen, strict=True)
        big += sum(file.size > LARGEST for file in files)
        done += len(batch)
        say_how_far("reading earlier versions", done, len(versions))
    if big:
        notes.append(f"{big:,} of more than {LARGEST // 1_000_000} MB")


def _look(today: date, settings: Settings, *, allowing: bool = False) -> Callable[[DataFile], list[Sighting]]:
    """Make the function that looks at one file; `allowing` leaves out what its comments allow."""

    def look(file: DataFile) -> list[Sighting]:
        loaded = load(file, settings.year_end)
        said, lines = {}, []
        if loaded.whole:
            said = {route: text for text, route in texts(loaded.record)}
            found = [one for check in CHECKS_FOR_PRIVACY[file.kind] for one in check(loaded.record, today, settings)]
        else:  # the routes of what could be read are not those of the file
            lines = lines_of(loaded.data)
            found = list(_by_line(lines, settings))
        data = loaded.data
        placed = place((one for one in found if one.code != "no-threshold"), data, file.name) if loaded.whole else found
        if allowing and placed and MARK in data:
            codes = {one.code for one in placed}
            placed = [one for one in heed(placed, data, file.name, CODES.keys()) if one.code in codes]
        if not loaded.whole:
            return [Sighting(lines[one.position.line - 1].strip(), one, by_line=True) for one in placed if one.position]
        return [Sighting(said.get(one.route, one.message), one) for one in placed]

    return look


def _by_line(lines: Iterable[str], settings: Settings) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines, 1):
        if found := told_of_people(line, settings):
            yield found._replace(position=Position(number, 1, number, len(line) + 1))


def _new(sightings: Iterable[tuple[FileVersion, Sighting]], known: set[str]) -> Iterator[tuple[FileVersion, Sighting]]:
    """Give what is not known yet, each text once; a line of an unreadable file is known where a known text is in it."""
    for version, one in sorted(sightings, key=lambda pair: pair[1].by_line):
        if one.text not in known and not (one.by_line and any(text in one.text for text in known)):
            known.add(one.text)
            yield version, one


def _told(found: Diagnostic, version: FileVersion) -> Diagnostic:
    look = f"git show {quote(f'{version.commit.sha[:10]}:{version.path}')}"
    step = f"see it with {look}; 'strategy validate --help' says what to do about the history"
    return found._replace(file=version.path, known=version.commit.words(), next_step=step)
