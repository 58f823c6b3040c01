"""The cover of a report: of what, for whom, as at which day, and what of it is over or has not begun."""

from collections.abc import Sequence

from strategy_tracker.briefing.material import Material, Meeting, WithheldCounts
from strategy_tracker.briefing.own_words import still_english
from strategy_tracker.briefing.position import listed
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dates_and_amounts import dates_in, long_date, when, without_errors
from strategy_tracker.views.document import Document, Paragraph, Section
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
            *(_meeting_facts(material.meeting) if full else ()),
            *_facts(material),
            *(_public_facts(material.withheld) if material.withheld else ()),
        ),
        sections=sections,
        made_from=material.made_from,
        as_at=material.standing.as_at,
        large_print=large_print,
    )


def _facts(material: Material) -> tuple[tuple[str, str], ...]:
    facts = [(label("as-at"), long_date(material.standing.as_at))]
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


def _meeting_facts(meeting: Meeting | None) -> tuple[tuple[str, str], ...]:
    if meeting is None:
        return ((label("for"), "no body is named"),)
    facts = [(label("for"), meeting.body), (label("author"), meeting.paper_by or "no post is named")]
    if meeting.today:
        facts.append((label("meeting"), "on the as-at date"))
    elif meeting.next.due and not meeting.next.run_out:
        day = long_date(meeting.next.due)
        facts.append((label("meeting"), day) if meeting.next.text else (label("next-meeting"), f"by {day}"))
    facts += [(label("papers-due"), long_date(meeting.papers))] if meeting.papers else []
    facts.append((label("last-shown"), when(meeting.last) if meeting.last else "no earlier meeting is on record"))
    return tuple(facts)


def phases(material: Material) -> list[Paragraph]:
    """Says of each strategy that does not run where it is in its life, and which are over and not told again."""
    strategies = material.standing.strategies
    named = len(strategies) > 1
    told = [
        Paragraph(sentence(dates_in(f"{one.title}: {one.phase.words}" if named else one.phase.words)))
        for one in strategies
        if not one.phase.runs
    ]
    return [*told, Paragraph(_past(material.past))] if material.past else told


def _past(past: Sequence[StrategyStanding]) -> str:
    """Names the strategies that the body reviews and that are not told again, with the reason."""
    told = listed([f"{one.title} ({one.phase.words.removeprefix('the strategy ')})" for one in past])
    return f"Over when this body last met, and not told again: {dates_in(told)}."


def _of(strategies: Sequence[StrategyStanding], standing: Standing) -> str:
    """How many strategies a report is of; where there is none, how many measures."""
    if not strategies and standing.unnamed:
        return counted(len(standing.unnamed), "measure")
    return counted(len(strategies), "strategy", "strategies")
