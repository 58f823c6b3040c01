"""What changed since an earlier moment, one strategy at a time, so that two portfolios are never in memory at once."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.cli.report_material import LAST_MEETING, earlier_moment, is_date, since_of
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from strategy_tracker.briefing.material import ChangesSince
    from strategy_tracker.cli.dashboard_material import Outline, Survey
    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.history.objects import Blob
    from strategy_tracker.judging.standing import Standing
    from strategy_tracker.model.commit import Commit

_OWN = re.compile(rb"^id: *[\"']?([a-z0-9-]+)", re.MULTILINE)
_ANY = re.compile(rb"\bid[\"']? *: *[\"']?([a-z0-9-]+)")
_BATCH = 20


class Earlier(NamedTuple):
    """A commit to compare with, and the day it is judged at; `lacking` says why where there is none.

    `blobs` are its files; `holding` names those of them in which a strategy or a measure may stand, by its id.
    """

    words: str = ""
    lacking: str = ""
    commit: "Commit | None" = None
    on: date = date.min
    blobs: Mapping[str, "Blob"] = {}
    holding: Mapping[tuple[str, str], tuple[str, ...]] = {}

    def since(
        self, survey: "Survey", outline: "Outline", standing: "Standing"
    ) -> "tuple[ChangesSince, tuple[Diagnostic, ...]]":
        """What changed of one strategy and of the measures it names, and what could not be read on the way."""
        from strategy_tracker.briefing.material import ChangesSince

        if self.commit is None:
            return ChangesSince(self.words, lacking=self.lacking), ()
        return _compared(self, self.commit, survey, outline, standing)


def earlier(survey: "Survey", typed: str) -> Earlier:
    """The moment asked for; the body's last meeting where nothing is asked.

    Raises `Problem` for a revision that is not there.
    """
    from strategy_tracker.history.git import NoGit
    from strategy_tracker.views.dates_and_amounts import long_date

    try:
        found = earlier_moment(survey.moment, survey.meeting, typed)
        if isinstance(found, str):
            return Earlier(lacking=found)
        commit, on, name = found
        blobs, holding = _files(survey, commit)
    except NoGit as error:
        if typed and typed != LAST_MEETING and not is_date(typed):
            raise Problem(str(error), error.next_step) from None
        return Earlier(lacking=str(error))
    return Earlier(f"{name}{long_date(on)} ({commit.words()})", "", commit, on, blobs, holding)


def _files(survey: "Survey", commit: "Commit") -> "tuple[dict[str, Blob], dict[tuple[str, str], tuple[str, ...]]]":
    """The files of a commit, and which of them may hold what. A few contents are in memory at a time."""
    from strategy_tracker.history.git import contents
    from strategy_tracker.history.past_portfolio import Whereabouts

    root = survey.moment.portfolio.root
    found = Whereabouts(root).files(commit)
    holding: dict[tuple[str, str], list[str]] = {}
    for start in range(0, len(found), _BATCH):
        batch = found[start : start + _BATCH]
        held = contents(root, (blob.sha for blob in batch))
        for blob in batch:
            kind = blob.name.partition("/")[0]
            for name in _ids_in(kind, held.get(blob.sha, b"")):
                holding.setdefault((kind, name), []).append(blob.name)
    return {blob.name: blob for blob in found}, {key: tuple(names) for key, names in holding.items()}


def _ids_in(kind: str, data: bytes) -> set[str]:
    """What may be the id of a strategy or a measure in a file: some are none, but none that is one is left out."""
    own = _OWN.findall(data) if kind == "strategies" else []
    return {name.decode() for name in own or _ANY.findall(data)}


def _compared(
    then: Earlier, commit: "Commit", survey: "Survey", outline: "Outline", standing: "Standing"
) -> "tuple[ChangesSince, tuple[Diagnostic, ...]]":
    """Everything is judged at both moments: time alone moves colours."""
    from strategy_tracker.briefing.edition import Edition
    from strategy_tracker.cli.dashboard_material import files_of
    from strategy_tracker.files.find import SETTINGS
    from strategy_tracker.history.git import contents
    from strategy_tracker.history.past_portfolio import portfolio_of
    from strategy_tracker.history.two_moments import two_moments

    found, today = survey.moment
    wanted = {*then.holding.get(("strategies", standing.strategies[0].id), ()), SETTINGS}
    wanted.update(file for name in outline.measures for file in then.holding.get(("measures", name), ()))
    blobs = [then.blobs[name] for name in sorted(wanted) if name in then.blobs]
    before = portfolio_of(found.root, commit, blobs, contents(found.root, (blob.sha for blob in blobs)))
    after = found._replace(files=(outline.file, *files_of(survey, outline)), diagnostics=())
    both = two_moments(before, after, then.on, today, everything=True, edition=Edition(found.settings.wording))
    return since_of(then.words, both, standing), both.wrong
