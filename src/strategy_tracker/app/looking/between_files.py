"""What some files say of each other, as only reading them again tells, and what they name as evidence."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from strategy_tracker.app.kept_answers import KeptAnswers
from strategy_tracker.app.looking.file_findings import FileFindings
from strategy_tracker.checks.of_names.mentioned import EvidenceFile
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.find import DataFile
from strategy_tracker.files.portfolio import Portfolio


def between_some_files(
    kept: KeptAnswers, files: Iterable[DataFile], results: Sequence[FileFindings], today: date, *, complete: bool
) -> Iterator[Diagnostic]:
    """Find what is wrong between files of the register, figures of others, seals, and files named as evidence.

    `results` are what is found in each of the `files`. Where not all is `complete`, no figure is said to be missing.
    """
    yield from _of_register(kept)
    yield from _of_others(kept, results, today, complete=complete)
    named = ((file.name, one) for file, result in zip(files, results, strict=True) for one in result.evidence)
    yield from _of_evidence(kept.portfolio, named)
    yield from _of_seals(kept, results, today)


def _of_register(kept: KeptAnswers) -> list[Diagnostic]:
    """What the documents of the register say of each other; only where there are two there is anything to look at."""
    files = kept.portfolio.of_kind("published")
    if len(files) < 2:
        return []
    return kept.made_of(files, "register", partial(_come_back, kept.portfolio), list[Diagnostic])


def _come_back(portfolio: Portfolio, files: Iterable[DataFile]) -> list[Diagnostic]:
    from strategy_tracker.checks.publications import nothing_comes_back
    from strategy_tracker.files.load import load
    from strategy_tracker.model.publication import Publication

    records = ((file.name, load(file, portfolio.settings.year_end).record) for file in files)
    return list(nothing_comes_back((name, one) for name, one in records if isinstance(one, Publication)))


def _of_others(kept: KeptAnswers, results: Iterable[FileFindings], today: date, *, complete: bool) -> list[Diagnostic]:
    """What the figures of others and the measures of their codes say of each other, where any measure has a code."""
    named = [result.mentions for result in results]
    coded = {one.file for one in named if one and one.has_codes}
    if not coded:
        return []
    portfolio, complete = kept.portfolio, complete and all(named)
    files = [file for file in portfolio.files if file.name in coded or file.kind == "comparators"]
    return kept.made_of(files, ("others", complete), partial(_do_not_fit, portfolio, today, complete), list[Diagnostic])


def _do_not_fit(portfolio: Portfolio, today: date, complete: bool, files: Iterable[DataFile]) -> list[Diagnostic]:
    from strategy_tracker.checks.of_measures.figures_of_others import others_fit
    from strategy_tracker.files.load import load
    from strategy_tracker.model.comparators import Comparators
    from strategy_tracker.model.measures.measure import Measures

    loaded = [(file.name, load(file, portfolio.settings.year_end).record) for file in files]
    measures = [(name, one) for name, one in loaded if isinstance(one, Measures)]
    comparators = [(name, one) for name, one in loaded if isinstance(one, Comparators)]
    return list(others_fit(measures, comparators, today, portfolio.settings, complete=complete))


def _of_evidence(portfolio: Portfolio, named: Iterable[tuple[str, EvidenceFile]]) -> Iterator[Diagnostic]:
    """The files named as evidence that are not what they were when somebody named them."""
    for file, one in named:
        from strategy_tracker.files.evidence import digest_of  # few portfolios name one

        now = digest_of(portfolio, one.name)
        if now != one.digest:
            has = "has changed since it was named as evidence" if now else "was evidence and cannot be read now"
            yield Diagnostic("evidence-changed", f"'{one.name}' {has}", one.route, file=file)


def _of_seals(kept: KeptAnswers, results: Iterable[FileFindings], today: date) -> list[Diagnostic]:
    """What bodies approved at meetings on record, and is not so any more."""
    keeping = {result.mentions.file for result in results if result.mentions and result.mentions.asks}
    if not keeping:
        return []
    from strategy_tracker.app.seals import broken_seals

    return broken_seals(kept, keeping, today)
