"""`strategy report --public`: the document for everybody, or the reasons why it is not written."""

from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.app.moment import Moment
from strategy_tracker.cli.boundary import FINDINGS, say
from strategy_tracker.cli.report_material import Wanted, gather
from strategy_tracker.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from strategy_tracker.app.publish import Publisher
    from strategy_tracker.briefing.material import Material
    from strategy_tracker.diagnostics import Diagnostic
    from strategy_tracker.publishing.leaks_in_words import LeakInWords
    from strategy_tracker.publishing.spots import Leak
    from strategy_tracker.views.document import Document

MOST = 10
"""Reasons that are listed; more say how many there are."""


def publisher_of(moment: Moment) -> "Publisher":
    """What makes the public version. Raises `Problem` where no threshold is set."""
    from strategy_tracker.app.publish import Publisher

    try:
        return Publisher(moment.portfolio)
    except Problem as error:
        raise Problem(f"--public: {error}", error.next_step) from None


def gather_public(moment: Moment, wanted: Wanted, publisher: "Publisher") -> "tuple[Material, list[Diagnostic]]":
    """The material for the public. Raises `Problem` where nothing of what was asked for is public."""
    material, wrong = gather(moment, wanted, publisher)
    if not material.standing.strategies and not wrong:
        raise Problem("--public: nothing is left: what was asked for is marked internal", "take 'internal: true' out")
    return material, wrong


class Made(NamedTuple):
    """A public report and what it was made of."""

    document: "Document"
    view: str
    material: "Material"


def safe(made: Made, moment: Moment, wanted: Wanted, publisher: "Publisher", output: "Path | None") -> int:
    """Look at a public report a second time: 0 where nothing that is left out can be known, else say what can."""
    files = frozenset(one.file for one in made.material.standing.strategies)
    exposed, told = publisher.exposed(), publisher.told(files)
    again = _disguised(made.view, moment, wanted, publisher)
    if exposed:
        _say_exposed(exposed)
    if told:
        _say_told(told)
    elsewhere = _difference(made.document, again)
    if elsewhere:
        say(f"error: not written: the report would read otherwise if a secret were another one, in {elsewhere}")
        say("  help: this is a fault of ours: please send us this line")
    named = publisher.named(output.name) if output else ""
    if named:
        say(f"error: not written: the name of the file holds a suppressed number of '{named}'")
        say("  help: give the file another name")
    return FINDINGS if exposed or told or elsewhere or named else 0


def _disguised(view: str, moment: Moment, wanted: Wanted, publisher: "Publisher") -> "Document":
    """The same report, made of records in which every secret is another one."""
    from strategy_tracker.views.papers.build import build

    return build(view, gather(moment, wanted, publisher.disguised())[0])


def _say_exposed(found: "list[Leak]") -> None:
    say(f"error: not written: {len(found)} figure{'s' * (len(found) > 1)} that must not be published could be known")
    for one in found[:MOST]:
        by = f", by {', '.join(one.sources)}" if one.sources else ""
        say(f"  '{one.title}' for {one.period}: {one.how}{by}")
    _say_more(len(found))
    say("  help: write 'c' for one more of the figures that it could be known by")


def _say_told(found: "list[LeakInWords]") -> None:
    say("error: not written: a suppressed number stands in words")
    for one in found[:MOST]:
        say(f"  {one.file}: {one.place}: a number of '{one.title}'")
    _say_more(len(found))
    say("  help: say it without the number, or leave 'public: true' out")


def _say_more(number: int) -> None:
    if number > MOST:
        say(f"  … and {number - MOST} more")


def _difference(one: "Document", other: "Document") -> str:
    """Where two documents are not the same, without what stands there."""
    if one == other:
        return ""
    for first, second in zip(one.sections, other.sections, strict=False):
        if first != second:
            return f"'{first.title}'"
    return "the number of its sections" if len(one.sections) != len(other.sections) else "its cover"
