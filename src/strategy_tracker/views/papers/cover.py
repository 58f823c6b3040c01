"""The cover of a report: of what, for whom, as at which day, and what of it is over or has not begun."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.material import Material, Meeting, WithheldCounts
from strategy_tracker.briefing.own_words import protect, still_english
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_strategies import StrategyStanding
from strategy_tracker.model.names.joined import listed, semicolons
from strategy_tracker.model.names.labels import Label, Word, label, phrase
from strategy_tracker.views.dates_and_amounts import dates_in, long_date, when, without_errors
from strategy_tracker.views.document import Document, Paragraph, Section
from strategy_tracker.views.text import counted, sentence


def document(
    material: Material,
    kind: str,
    sections: tuple[Section, ...],
    *,
    full: bool = True,
    large_print: bool = False,
    short: bool = False,
    compared: bool = False,
) -> Document:
    """Puts sections under a cover; `full` names the meeting, its author and its papers on it.

    So it does where somebody named the body, but on a letter in large print, which is for no body and
    has its readers' title above that of the strategy. What is `short` has no contents. The foot of what is `compared`
    with an earlier moment names the commit of that moment too.
    """
    full = full or (material.is_for_body and not large_print)
    strategies = material.standing.strategies
    names = list(dict.fromkeys(each.organisation for each in strategies if each.organisation))
    told = strategies_told(strategies, material.standing)
    title, subtitle = (kind, told) if large_print else (told, kind)
    return Document(
        title=title,
        subtitle=subtitle,
        organisation=listed(names) if names else material.standing.organisation,
        facts=(
            *(_meeting_facts(material.meeting) if full else ()),
            *(_template_facts(material) if full else ()),
            *_facts(material),
            *(() if large_print else _version_facts(material)),
        ),
        sections=sections,
        made_from=_and_compared(material) if compared else material.made_from,
        as_at=material.standing.as_at,
        large_print=large_print,
        has_contents=not short,
    )


def _and_compared(material: Material) -> str:
    """The commit that the files are of, and that of what they are compared with where they can be."""
    made, earlier = material.made_from, material.since.commit
    return phrase("made-and-compared", source=made, earlier=earlier) if earlier else made


def _template_facts(material: Material) -> Iterator[tuple[str, str]]:
    """What the body wants to read in the head of its papers; where it names no contact, that of the strategy."""
    template = material.template
    if template is None:
        return
    contacts = dict.fromkeys(one.about.contact for one in material.strategies.values() if one.about.contact)
    contact = listed([*contacts]) if contacts else ""
    lines = (
        (label("decision-type"), template.decision_type),
        (label("contact"), template.contact),
        (label("chief-officer"), template.chief_officer),
        (label("wards"), ", ".join(template.wards)),
    )
    for name, own in lines:
        value = protect(own, material.branding.words) if own else ""
        if name.name == "contact" and not value:
            value = contact
        if value:
            yield name, value


def _facts(material: Material) -> tuple[tuple[str, str], ...]:
    facts = [(label("as-at"), long_date(material.standing.as_at))]
    facts += [(label("left-out"), without_errors(material.standing))] if material.standing.unread else []
    facts += [(label("language"), told)] if (told := still_english(material.branding)) else []
    return tuple(facts)


def _version_facts(material: Material) -> Iterator[tuple[str, str]]:
    """Says whether this is the public version; of one that is not, where papers for the body usually are."""
    if material.withheld:
        yield from _public_facts(material.withheld)
    elif material.template and material.template.public is not False:
        yield label("version"), phrase("for-inside")


def _public_facts(withheld: WithheldCounts) -> tuple[tuple[str, str], ...]:
    """Says that this is the public version, and how much is not in it."""
    notes = (label("left-note-internal"), label("left-notes-internal"))
    if not withheld.in_public:
        notes = (label("left-note-unmarked"), label("left-notes-unmarked"))
    counts = (
        (withheld.figures, label("left-figure"), label("left-figures")),
        (withheld.measures, label("left-measure"), label("left-measures")),
        (withheld.notes, *notes),
        (withheld.internal, label("left-thing"), label("left-things")),
    )
    parts = [phrase((one if n == 1 else many).name, number=f"{n:,}") for n, one, many in counts if n]
    rule = phrase("rule-of-suppression", threshold=str(withheld.threshold))
    version = phrase("in-public" if withheld.in_public else "for-the-public")
    left = semicolons([listed(parts) if parts else phrase("nothing"), rule])
    return ((label("version"), version), (label("left-out"), left))


def _meeting_facts(meeting: Meeting | None) -> tuple[tuple[str, str], ...]:
    if meeting is None:
        return ((label("for"), phrase("no-body-named")),)
    facts = [(label("for"), meeting.body), (label("author"), meeting.paper_by or phrase("no-post-named"))]
    if meeting.today:
        facts.append((label("meeting"), phrase("on-as-at-date")))
    elif meeting.next.due and not meeting.next.run_out:
        day = long_date(meeting.next.due)
        facts.append(
            (label("meeting"), day) if meeting.next.text else (label("next-meeting"), phrase("by-day", day=day))
        )
    facts += [(label("papers-due"), long_date(meeting.papers))] if meeting.papers else []
    facts.append((label("last-shown"), when(meeting.last) if meeting.last else phrase("no-earlier-meeting")))
    return tuple(facts)


def phases(material: Material) -> list[Paragraph]:
    """Says of each strategy that does not run where it is in its life, and which are over and not told again."""
    strategies = material.standing.strategies
    named = len(strategies) > 1
    told = [
        Paragraph(phrase("ended", told=phrase("and-what", what=one.title, of=said)) if named else sentence(said))
        for one in strategies
        for said in [dates_in(one.phase.words)]
        if not one.phase.runs
    ]
    return [*told, Paragraph(_past(material.past))] if material.past else told


def _past(past: Sequence[StrategyStanding]) -> str:
    """Names the strategies that the body reviews and that are not told again, with the reason."""
    told = [phrase("thing-of", what=one.title, of=dates_in(_over(one.phase.words))) for one in past]
    return label("over-and-not-told", strategies=listed(told))


_SHORTLY: dict[str, Word] = {
    "ended-when": "which-ended",
    "superseded-when": "which-was-superseded",
    "superseded-by": "which-was-superseded-by",
}


def _over(phase: str) -> str:
    """That a strategy is over, behind its title."""
    return phrase(_SHORTLY[phase.name], **phase.values) if isinstance(phase, Label) else phase


NAMED = 2
"""Strategies that the title of a report has room for; more are counted."""


def strategies_told(strategies: Sequence[StrategyStanding], standing: Standing) -> str:
    """The titles of two strategies, or how many they are; where there is none, how many measures."""
    if not strategies and standing.unnamed:
        return counted(len(standing.unnamed), "measure")
    titles = dict.fromkeys(one.title for one in strategies)
    if 0 < len(strategies) <= NAMED:
        return listed([*titles])
    return counted(len(strategies), "strategy", "strategies")
