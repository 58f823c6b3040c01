"""Who stands behind a strategy and works on it, and what it wants, by its own words."""

from collections.abc import Iterator

from strategy_tracker.briefing.record_words import StrategyWords
from strategy_tracker.briefing.strategy_about import StrategyAbout
from strategy_tracker.model.names.joined import commas, semicolons
from strategy_tracker.model.names.labels import Label, Word, label, phrase
from strategy_tracker.model.strategy import Body, BodyKind, LinkKind
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Block, Paragraph, Points
from strategy_tracker.views.sheet import Table, cell, columns, without_empty
from strategy_tracker.views.text import owner_words, sentence


def who_and_why(words: StrategyWords) -> Iterator[Block]:
    """Who answers for it and signed it, what it wants, how people are to act, and what it stands on."""
    found = words.about
    if who := tuple(_who(words)):
        yield Points(who)
    for lead, texts in _wanted(words):
        if texts:
            yield Paragraph(lead)
            yield Points(texts)
    if words.success:
        yield Paragraph(label("test-of-success", test=sentence(words.success)))
    if found.values:
        rows = tuple((cell(one.name), cell(one.text)) for one in found.values)
        yield without_empty(Table(label("how-to-act"), columns("value", "what-it-means"), rows), keep=1)
    if found.links:
        links = tuple(
            (cell(one.title), cell(phrase(_LINKS[one.kind]) if one.kind else None), cell(one.url))
            for one in found.links
        )
        yield without_empty(Table(label("stands-on"), columns("what", "kind", "address"), links), keep=1)


def _who(words: StrategyWords) -> Iterator[Label]:
    found = words.about
    if found.contact:
        yield label("contact-is", post=found.contact)
    if found.signatories:
        yield label("signed-by", posts=owner_words(found.signatories))
    if found.part_of:
        yield label("part-of-document", title=found.part_of)
    if found.letter_by:
        yield label("letter-signed-by", post=found.letter_by)
    if words.source:
        yield label("taken-from", source=sentence(words.source))
    yield from _report(found)


def _report(found: StrategyAbout) -> Iterator[Label]:
    """What the report was that it was taken from, when and to whom; and what it asked."""
    report = found.report
    if report is None:
        return
    parts = [report.title]
    parts += [phrase("to-whom", whom=report.body)] if report.body else []
    parts += [when(report.date.text)] if report.date else []
    parts += [phrase("as-it-was-in", when=when(report.as_of.text))] if report.as_of else []
    yield label("report-is", report=commas(parts))
    if report.author:
        yield label("report-by", post=report.author)
    if report.signatories:
        yield label("report-answered-by", posts=owner_words(report.signatories))
    if report.ask:
        yield label("report-asks", ask=sentence(report.ask))


def _wanted(words: StrategyWords) -> Iterator[tuple[Label, tuple[str, ...]]]:
    yield label("strategy-wants"), words.vision
    yield label("wanted-for-people"), words.about.aspirations
    yield label("strategy-takes"), words.about.needs


_LINKS: dict[LinkKind, Word] = {
    "plan": "link-plan",
    "law": "link-law",
    "strategy": "strategy",
    "offer": "link-offer",
    "report": "link-report",
}
_KINDS: dict[BodyKind, Word] = {
    "officers": "body-officers",
    "board": "body-board",
    "committee": "body-committee",
    "children": "body-children",
    "panel": "body-panel",
    "inspectorate": "body-inspectorate",
}


def _kind(one: Body) -> str:
    """What kind of body it is, and of which ages those in it are."""
    kind = [phrase(_KINDS[one.kind])] if one.kind else []
    return commas([*kind, *([phrase("of-ages", ages=one.ages.words)] if one.ages else [])])


def _meets(one: Body) -> str:
    """How often it meets, and until when."""
    often = [phrase("met-every", interval=one.every.text)] if one.every else []
    return commas([*often, *([phrase("until-when", when=when(one.until.text))] if one.until else [])])


def bodies(found: StrategyAbout) -> list[Block]:
    """A table of its bodies: kind and ages, what they work on, how often and until when they meet, who is there."""
    heads = columns("body", "kind", "works-on", "how-often", "who-is-there")
    rows = tuple(
        (
            cell(one.body),
            cell(_kind(one)),
            cell(found.titles.get(one.priority or "")),
            cell(_meets(one)),
            cell(semicolons([*([phrase("in-the-chair", who=one.chair)] if one.chair else []), *one.partners])),
        )
        for one in found.bodies
    )
    return [without_empty(Table(label("bodies-and-groups"), heads, rows), keep=1)] if rows else []
