"""Records what was reported as a tag of git, lists what was, and works a report out again to prove it."""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from strategy_tracker.app.standing import stand
from strategy_tracker.diagnostics import Diagnostic
from strategy_tracker.files.portfolio import Portfolio
from strategy_tracker.history import frozen
from strategy_tracker.history.repository.find_commit import commit_at
from strategy_tracker.history.repository.git import folder_in
from strategy_tracker.history.repository.objects import REPORT_TAGS
from strategy_tracker.history.repository.out_of_sight import why_reports_are_unknown
from strategy_tracker.history.repository.past_portfolio import portfolio_at, uncommitted
from strategy_tracker.how_far import in_one_piece
from strategy_tracker.judging.meetings.reviews import NO_MINUTES
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.judging.standing.rating import grey
from strategy_tracker.model.commit import Commit, FrozenReport
from strategy_tracker.model.names.portable_names import why_unportable
from strategy_tracker.problem import Problem
from strategy_tracker.views.formats.data import canonical_json, plain
from strategy_tracker.views.text import file_name


class NewReport(NamedTuple):
    """A report that was frozen, the name of its tag and the commit that has it now.

    Where files of that commit could not be read, nothing was frozen: `wrong` says what, and `report` is None.
    """

    report: FrozenReport | None
    tag: str
    commit: Commit
    wrong: tuple[Diagnostic, ...] = ()
    is_signed: bool = False


class ReportCheck(NamedTuple):
    """A report and the digest of its standing as it is worked out now, by this version of the program.

    `digest` is empty where files of its commit cannot be read: `wrong` says what.
    """

    report: FrozenReport
    digest: str
    program: str
    wrong: tuple[Diagnostic, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether the standing is what was reported, to the byte."""
        return self.digest == self.report.digest


def freeze_report(portfolio: Portfolio, name: str, as_at: date, *, body: str = "", message: str = "") -> NewReport:
    """Tags the present commit as reported to a body, with the digest of its standing at a day.

    Raises `Problem` where the name is none that git takes or is taken, where something is not committed, and where
    git does not know who the user is.
    """
    from strategy_tracker import __version__

    root = portfolio.root
    if not frozen.is_name(name):
        raise Problem(f"'{name}' cannot be the name of a report", "letters, digits and hyphens, such as 2022-q3")
    if why := why_unportable(name):
        raise Problem(f"'{name}' cannot be the name of a tag everywhere: {why}", "letters and digits, such as 2022-q3")
    if not all(text.isprintable() for text in (body, message)):
        raise Problem("the body and the message are one line each", "leave out line breaks and what cannot be seen")
    taken = frozen.exists(root, name)
    if taken:
        raise Problem(f"'{name}' is taken: {taken}", "choose another name; what was reported is never changed")
    open_ends = uncommitted(root)
    if open_ends:
        listed = ", ".join(file_name(one) for one in open_ends[:5]) + (" …" if len(open_ends) > 5 else "")
        raise Problem(f"not committed yet: {listed}", "commit what was reported, then freeze it")
    head, tag = commit_at(root, "HEAD"), f"{REPORT_TAGS}{name}"
    digest, wrong = _digest(root, head, as_at)
    if not digest:
        return NewReport(None, tag, head, wrong)
    folder = folder_in(root).rstrip("/")
    report = FrozenReport(name, head.sha, as_at, digest, __version__, body.strip(), folder, message.strip())
    signed = frozen.freeze(root, name, frozen.write_report(report), head)
    return NewReport(report, tag, head, is_signed=signed)


class FrozenReports(NamedTuple):
    """The reports of a portfolio, by the day they were judged at; `unknown` says why there may be others."""

    reports: tuple[FrozenReport, ...]
    unknown: Problem | None


def frozen_reports(portfolio: Portfolio) -> FrozenReports:
    """Every report of this portfolio that was frozen. Raises `Problem` without git."""
    return FrozenReports(tuple(frozen.reports(portfolio.root)), why_reports_are_unknown(portfolio.root))


def check_report(portfolio: Portfolio, name: str) -> ReportCheck:
    """Works a report out again. Raises `Problem` where there is none of that name, or it is of another portfolio."""
    from strategy_tracker import __version__

    report = frozen.report_of(portfolio.root, name)
    if report is None:
        unknown = why_reports_are_unknown(portfolio.root)
        if unknown:
            raise Problem(f"there is no report '{name}' here: {unknown.message}", unknown.next_step)
        raise Problem(f"there is no report '{name}'", "'strategy freeze --list' lists them")
    digest, wrong = _digest(portfolio.root, commit_at(portfolio.root, report.sha), report.as_at)
    return ReportCheck(report, digest, __version__, wrong)


def _digest(root: Path, commit: Commit, today: date) -> tuple[str, tuple[Diagnostic, ...]]:
    """The digest of the standing of a commit at a day; empty where some file could not be read, with what is wrong."""
    standing, wrong = stand(portfolio_at(root, commit), today, as_written=True)
    if wrong:
        return "", tuple(wrong)
    with in_one_piece("sealing the standing"):
        return sha256(canonical_json(_as_first_frozen(standing))).hexdigest(), ()


_LATER = frozenset({
    "inherited",
    "counts_up", "currency", "targets", "next_target", "changed", "withdrawn",
    "judgements", "disagreement", "ranks", "forecasts", "pace",
    "groups",
    "variation", "owners", "own_unit", "target_words", "way", "suspended", "unconfirmed", "rule", "frequency", "lag",
    "known_since", "read_to", "compared_with", "one_is",
    "level", "about", "short_title", "told_first", "ending",
})  # fmt: skip
"""What was added to the standing of a measure after 0.1.0; all of it follows from the file, none of it is a finding."""


_ON_A_DAY = re.compile(r"\bon(?= \d{4}-\d\d-\d\d\b)", re.ASCII)
"""A figure was called one in a day before it was called one on it."""


_BEFORE_TARGET = frozenset({"on-the-way", "reached"})


def _as_first_frozen(standing: Standing) -> dict[str, Any]:
    """The standing in the shape it had when digests were first taken, so that a report frozen then still checks."""
    measures = {name: _measure_then(one) for name, one in standing.measures.items()}
    whole = {**standing._asdict(), "known": "", "measures": measures}
    del whole["unread"], whole["left_out"], whole["moves_not_known"], whole["rounds"], whole["seals"]
    return {**whole, "strategies": [_strategy_then(one) for one in standing.strategies]}


def _measure_then(measure: MeasureStanding) -> dict[str, Any]:
    """A measure as 0.1.0 knew it: what its figures were before was in its notes alone."""
    told: dict[str, Any] = plain(measure)
    del told["late"]["text"]
    for arrow in (told["short"], told["long"], told["trend"]):
        del arrow["since"], arrow["former"], arrow["change"]
    for one in told["comparisons"]:
        del one["source"]
        one["words"] = _ON_A_DAY.sub("in", one["words"])
    for name in ("short", "long", "trend"):
        told[name]["words"] = _ON_A_DAY.sub("in", told[name]["words"])
    for point in (told["reading"], *told["points"]):
        if point:
            del point["restated"], point["drafted"], point["undated"], point["more"]
    if told["late"]["kind"] == "passed":
        told["late"]["kind"] = "overdue"
    if measure.target is None and measure.reading and (measure.way or measure.rating.why in _BEFORE_TARGET):
        no_target = grey("no-target", f"no target is declared for {measure.reading.period}")
        told |= {"rating": plain(no_target), "gap": None, "boundary": None}
    return {key: value for key, value in told.items() if key not in (*_LATER, "file", "route")}


def _strategy_then(strategy: StrategyStanding) -> dict[str, Any]:
    """A strategy in the words of 0.1.0, without what was added later but for what a file of then cannot have said."""
    told: dict[str, Any] = plain(strategy)
    del told["left_out"], told["starts"], told["owners"], told["plan"]
    told["gaps"] = list(_gaps_then(strategy))
    for body in told["bodies"]:
        del body["to_note"], body["round"], body["asks"], body["plural"], body["clock"]["text"], body["resolutions"]
        if body["clock"]["words"] == NO_MINUTES:
            body["clock"]["words"] = "how often it meets is not said"
        if body["role"] == "reviews":
            del body["role"]
    for priority in told["priorities"]:
        del priority["owner_from"], priority["actions_left_out"], priority["measures_left_out"]
        del priority["owners"], priority["plan"], priority["headline"]
        del priority["under"], priority["over"], priority["level"], priority["short_title"]
        del priority["stem"]
        for action in priority["actions"]:
            _without_later_keys(action)
            _in_former_words(action)
    return told


def _gaps_then(strategy: StrategyStanding) -> Iterator[str]:
    """What a strategy lacks as 0.1.0 told it: it asked how often each body meets, also one that is only named."""
    first = ("no start", "no end", "no measures", "no governance")
    yield from (gap for gap in strategy.gaps if gap.startswith(first))
    silent, every = sum(body.every is None for body in strategy.reviewing), len(strategy.reviewing)
    if silent:
        yield f"no meeting interval for {silent} of {every} {'body' if every == 1 else 'bodies'}"
    yield from (gap for gap in strategy.gaps if not gap.startswith((*first, "no meeting interval")))


_MINUTED = ("undated", "doubt", "source_note", "resolution", "minute")


def _without_later_keys(action: dict[str, Any]) -> None:
    """Take out of an action what was added to it after 0.1.0, unless a file of then cannot have said it."""
    for key in (
        "owner_from",
        "halt",
        "owners",
        "drafted",
        "unconfirmed",
        "lacks",
        "forecasts",
        "complete",
        "progress",
        "doubt",
        "source_note",
        "stage",
    ):
        del action[key]
    clocks = (action[name] for name in ("start", "due", "interval", "review"))
    for clock in (*clocks, *(step["clock"] for step in action["milestones"])):
        del clock["text"]
    for move in (*action["moves"], *(one for step in action["milestones"] for one in step["moves"])):
        del move["since"], move["resolution"], move["minute"]
    later = ("approved_by", "happened", "no_change", "drafted", "accepted_by", "accepted_on", "complete", *_MINUTED)
    maybe = [(update, key) for update in action["updates"] for key in later]
    for where, key in (
        *maybe,
        *((step, key) for step in action["milestones"] for key in ("moves", "undated", "doubt")),
    ):
        if not where[key]:
            del where[key]


def _in_former_words(action: dict[str, Any]) -> None:
    """Put the words of an action as 0.1.0 had them: one for each clock, and none for the action."""
    for name, passed in (("start", "late-start"), ("due", "overdue"), ("interval", "missed"), ("review", "")):
        action[name]["kind"] = {**_FORMER_KINDS, "passed": passed}.get(action[name]["kind"], action[name]["kind"])
    for step in action["milestones"]:
        step["clock"]["kind"] = {"passed": "overdue"}.get(step["clock"]["kind"], step["clock"]["kind"])
    need, rating = action.pop("need"), action["rating"]
    rating["word"] = rating["word"].partition(", ")[0]
    _in_former_colour(rating)
    if need and need["words"][-1].startswith("nothing said since"):
        rating["reason"] = rating["reason"].removesuffix(f"; {need['words'][-1]}")


def _in_former_colour(rating: dict[str, Any]) -> None:
    """Give an action of which nobody has spoken the colour of 0.1.0, where a date to come was green without a word."""
    if rating["why"] in ("no-update", "strategy-ended"):
        rating["word"] = "not rated"
    elif rating["why"] == "no-word":
        reason = rating["reason"].partition("; else green: ")[2]
        why = "on-time" if reason.startswith("its date decides") else "judgement"
        rating.update(colour="green", word="green", reason=reason, why=why)


_FORMER_KINDS = {"silent": "stale", "very-silent": "very-stale"}
