"""The cover of a report and its first section: of what, for whom, as at which day, why, and what is asked."""

from collections.abc import Sequence

from strategy_tracker.briefing.concerns import Concern
from strategy_tracker.briefing.material import Material, Meeting, WithheldCounts, strategies_of
from strategy_tracker.briefing.notes import RequestCounts, asked
from strategy_tracker.briefing.own_words import still_english
from strategy_tracker.briefing.position import listed
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dates_and_amounts import dates_in, long_date, when, without_errors
from strategy_tracker.views.document import Block, Document, Paragraph, Points, Section
from strategy_tracker.views.text import counted, sentence

IN_PUBLIC = "for a committee that meets in public: words of updates are shown unless marked internal"


def document(
    material: Material, kind: str, sections: tuple[Section, ...], *, full: bool = True, large_print: bool = False
) -> Document:
    """Puts sections under a cover; `full` names the meeting, its author and its papers on it."""
    strategies = material.standing.strategies
    one = strategies[0] if len(strategies) == 1 else None
    names = list(dict.fromkeys(each.organisation for each in strategies if each.organisation))
    return Document(
        title=one.title if one else _of(strategies, material.standing),
        subtitle=kind,
        organisation=listed(names) if names else material.standing.organisation,
        facts=(
            *(_meeting_facts(material.meeting) if full and material.meeting else ()),
            *_facts(material),
            *(_public_facts(material.withheld) if material.withheld else ()),
        ),
        sections=sections,
        made_from=material.made_from,
        as_at=material.standing.as_at,
        large_print=large_print,
    )


def _facts(material: Material) -> tuple[tuple[str, str], ...]:
    facts = [(label("as-at"), long_date(material.standing.as_at)), (label("made-from"), material.made_from)]
    facts += [(label("left-out"), without_errors(material.standing))] if material.standing.unread else []
    facts += [(label("language"), told)] if (told := still_english(material.branding)) else []
    return tuple(facts)


def _public_facts(withheld: WithheldCounts) -> tuple[tuple[str, str], ...]:
    """Says that this is the public version, and how much is not in it."""
    parts = [
        f"{counted(number, one, many)} {why}"
        for number, one, many, why in (
            (withheld.figures, "figure", "figures", "suppressed"),
            (withheld.measures, "measure", "measures", "not meant for publication"),
            (withheld.notes, "note", "notes", "marked internal" if withheld.in_public else "not marked public"),
            (withheld.internal, "thing", "things", "marked internal"),
        )
        if number
    ]
    rule = f"counts under {withheld.threshold} are suppressed, with all parts of the same total and longer periods"
    version = f"public, {IN_PUBLIC}" if withheld.in_public else "public"
    return ((label("version"), version), (label("left-out"), f"{listed(parts) if parts else 'nothing'}; {rule}"))


def _meeting_facts(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    facts = [(label("for"), meeting.body), (label("author"), meeting.paper_by or "no post is named")]
    if meeting.today:
        facts.append((label("meeting"), "on the as-at date"))
    elif meeting.next.due and not meeting.next.run_out:
        facts.append((label("next-meeting"), f"by {long_date(meeting.next.due)}"))
    facts += [(label("papers-due"), long_date(meeting.papers))] if meeting.papers else []
    facts.append((label("last-shown"), when(meeting.last) if meeting.last else "no earlier meeting is on record"))
    return tuple(facts)


def purpose(material: Material, found: Sequence[Concern]) -> Section:
    """The section that says why the paper exists, and what the body is asked to do."""
    strategies, meeting = material.standing.strategies, material.meeting
    concerned = len(strategies_of(material.standing, meeting.body)) if meeting else 0
    of = strategies[0].title if len(strategies) == 1 else _of(strategies, material.standing)
    blocks: list[Block] = [Paragraph(_why(of, len(strategies), meeting, concerned))]
    named = len(strategies) > 1
    blocks += [
        Paragraph(sentence(dates_in(f"{one.title}: {one.phase.words}" if named else one.phase.words)))
        for one in strategies
    ]
    if material.past:
        blocks.append(Paragraph(_past(material.past)))
    if meeting and meeting.note:
        blocks.append(Paragraph(f"On record for this body: {sentence(meeting.note)}"))
    body = meeting.body if meeting else "The reader"
    blocks += [
        Paragraph(f"{body} {'are' if meeting and meeting.plural else 'is'} asked to:"),
        Points(tuple(_requests(asked(material.standing, found, material.body))), numbered=True),
    ]
    return Section(label("why-this-paper"), 1, tuple(blocks))


def _past(past: Sequence[StrategyStanding]) -> str:
    """Names the strategies that the body reviews and that are not told again, with the reason."""
    told = listed([f"{one.title} ({one.phase.words.removeprefix('the strategy ')})" for one in past])
    return f"Over when this body last met, and not told again: {dates_in(told)}."


def _of(strategies: Sequence[StrategyStanding], standing: Standing) -> str:
    """How many strategies a report is of; where there is none, how many measures."""
    if not strategies and standing.unnamed:
        return counted(len(standing.unnamed), "measure")
    return counted(len(strategies), "strategy", "strategies")


def _why(of: str, many: int, meeting: Meeting | None, concerned: int) -> str:
    """Says what the report is for; `concerned` of its `many` strategies are reviewed by the body that meets."""
    says = f"This report says how {of} {'stands' if many == 1 else 'stand'}."
    if meeting is None:
        return f"{says} No body is named for it."
    last = "No earlier meeting is on record."
    if meeting.last:
        day = f"{'on' if len(meeting.last) == len('2022-10-04') else 'in'} {when(meeting.last)}"
        last = f"{'They' if meeting.plural else 'It'} last met {day}."
    body = f"{meeting.body} {_does(meeting)}"
    if concerned < many:
        return f"{says} {body} {concerned} of them. {last}"
    return f"{body} {of}. {last}"


def _does(meeting: Meeting) -> str:
    """Says what a body does with something; one without a meeting on record is no more than named for it."""
    verb, of = ("review", "") if meeting.reviews else ("judge", " the pledge of") if meeting.judges else ("work", " in")
    if not meeting.has_met:
        named = "are named" if meeting.plural else "is named"
        return f"{named} as {verb.removesuffix('e')}ing{of}"
    return f"{verb if meeting.plural else verb + 's'}{of}"


def _requests(needs: RequestCounts) -> list[str]:
    """Says what the body is asked to do, as it follows from the standing; noting it is always asked."""
    found = ["note the position and comment on it"]
    if needs.waiting:
        whose = "whose date has passed without a word since"
        found.append(f"ask for an answer on {counted(needs.waiting, 'action')} {whose}")
    if needs.concerns:
        are = "is" if needs.concerns == 1 else "are"
        text = f"look into {counted(needs.concerns, 'exception')} that {are} late or red"
        missing = f", of which {needs.uncorrected} {'has' if needs.uncorrected == 1 else 'have'} no corrective action"
        if needs.uncorrected == needs.concerns:
            missing = ", for which no corrective action is recorded"
        found.append(text + (missing if needs.uncorrected else ""))
    if needs.undeclared:
        are = "target that is" if needs.undeclared == 1 else "targets that are"
        found.append(f"ask what counts as amber for {needs.undeclared} {are} missed, for nobody declared it")
    if needs.silent:
        others = counted(needs.silent, "other action" if needs.concerns or needs.waiting else "action")
        found.append(f"ask for word on {others} of which nothing new was said in time")
    if needs.unapproved:
        found.append(f"approve or refuse {counted(needs.unapproved, 'moved date')} without an approval on record")
    if needs.halted:
        was = "was" if needs.halted == 1 else "were"
        found.append(f"note {counted(needs.halted, 'action')} that {was} paused, stopped or superseded")
    for number, thing, two in (
        (needs.disagreements, "action", "owner and dates"),
        (needs.disputed, "measure", "judgement and rule"),
    ):
        found += [f"settle {counted(number, thing)} whose {two} say two things"] if number else []
    if needs.unowned:
        found.append(f"say who answers for {counted(needs.unowned, 'action')} without an owner")
    return found
