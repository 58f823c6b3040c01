"""The three panels of a first screen: how are we doing, what needs somebody today, what changed since last time."""

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup

from strategy_tracker.briefing.concerns import ALL_WELL, GROUP_WORDS, Concern
from strategy_tracker.briefing.material import ChangesSince
from strategy_tracker.briefing.overview import AttentionCounts, ChangeCounts
from strategy_tracker.briefing.position import PositionLine, of_missed, of_needs
from strategy_tracker.comparing.differences import Difference
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.judging.tally import Tally
from strategy_tracker.model.names.labels import label
from strategy_tracker.views.dashboard.changes_panel import change, counts
from strategy_tracker.views.dashboard.parts import NOTHING, bar, legend, pill
from strategy_tracker.views.dates_and_amounts import dates_in
from strategy_tracker.views.formats.escaping import joined, tag
from strategy_tracker.views.text import counted, owner_words, sentence

Href = Callable[[str, str, str], str]
"""The address of an item in these pages, by what it is, its own address, and its strategy; empty where it has none."""


def panels(level: int, name: str, inside: Sequence[tuple[str, Markup]], of: str = "") -> Markup:
    """Puts panels side by side, each under its question; `of` is the id of the heading they are under, if any."""
    made = []
    for n, (title, content) in enumerate(inside, 1):
        head = tag(f"h{level}", title, id=f"{name}.{n}")
        made.append(tag("section", joined([head, content]), class_="panel", aria_labelledby=f"{of} {name}.{n}".strip()))
    return tag("div", joined(made), class_="panels")


def position(line: PositionLine, sentences: Sequence[str]) -> Markup:
    """Counts actions and measures by colour, never mixed, and says the position in sentences."""
    actions = _tally(line.actions, label("actions")) if line.tells_actions else ()
    measures = _tally(line.measures, label("measures")) if line.tells_measures else ()
    return joined([*actions, *measures, *(tag("p", text) for text in sentences)])


def in_numbers(line: PositionLine) -> tuple[str, ...]:
    """Sentences that are true of any number of strategies together."""
    missed = of_missed(line.measures)
    return (*((of_needs(line.actions),) if line.tells_actions else ()), *((missed,) if missed else ()))


def _tally(tally: Tally, title: str) -> Iterator[Markup]:
    words = f"{title}: {tally.total:,}"
    if tally.noun == "measure" and tally.total:
        words = f"{title}: {tally.rated_words()}"
    if tally.left_out:
        words += f"; {tally.left_out} left out because of errors"
    yield tag("p", words, class_="count")
    if tally.total:
        yield bar(tally)
        yield legend(tally)


def waiting(needs: AttentionCounts, first: Sequence[Concern], until: str, href: Href, more: str) -> Markup:
    """Says how much needs somebody, with the first few things; `more` is the address of all of it."""
    if not needs.total:
        return joined([tag("p", ALL_WELL), _soon(needs, until)])
    counted_up = ((word, needs.groups.get(group, 0)) for group, word in GROUP_WORDS.items())
    numbers = [tag("li", tag("b", f"{number:,}"), f" {word}") for word, number in counted_up if number]
    items = [tag("li", *_waiting(one, href)) for one in first]
    parts = [tag("ul", joined(numbers), class_="numbers"), tag("ul", joined(items), class_="plain")]
    if needs.total > len(first):
        parts.append(tag("p", tag("a", f"All {needs.total:,}", href=more) if more else f"{needs.total:,} in all."))
    return joined([*parts, _soon(needs, until)])


def _soon(needs: AttentionCounts, until: str) -> Markup:
    told = f"{counted(needs.soon, 'thing')} fall{'s' * (needs.soon == 1)} due by {until}."
    if needs.to_note:
        was, is_ = ("was", "is") if needs.to_note == 1 else ("were", "are")
        told += f" {counted(needs.to_note, 'action')} {was} paused, stopped or superseded, and {is_} to be noted."
    return tag("p", told, class_="note")


def _waiting(one: Concern, href: Href) -> Iterator[Markup]:
    yield pill(one.colour, one.word)
    yield Markup(" ")
    yield named(one.text, href(one.thing, one.item, one.strategies[0] if one.strategies else ""))
    passed = one.group in ("late", "waiting")
    since = "late" if one.thing != "action" else "past its date" if passed else "past its review"
    late = f", {counted(one.days, 'day')} {since}" if one.days else ""
    yield tag("span", f" {owner_words(owners_of(one), one.owner_from)}{late}", class_="note")


def named(text: str, address: str) -> Markup:
    """Names a thing by its words, as a link where there is somewhere to go."""
    return tag("a", text, href=address) if address else tag("span", text)


def moved(since: ChangesSince, numbers: ChangeCounts, first: Sequence[Difference], href: Href, more: str) -> Markup:
    """Says how much changed and since when, with the changes that matter most; `more` is the address of all."""
    if since.lacking:
        return tag("p", sentence(f"This cannot be said: {since.lacking}"))
    items = []
    for one in first:
        address = href(one.thing, one.item, one.item.partition("/")[0]) if one.kind != "withdrawn" else ""
        items.append(tag("li", named(one.text or one.item, address), Markup(" "), change(one, short=True)))
    parts = [tag("p", sentence(f"{counts(numbers)} since {dates_in(since.words)}"))]
    parts += [tag("ul", joined(items), class_="plain")] if items else []
    if numbers.total > len(items) and more:
        parts.append(tag("p", tag("a", f"All {numbers.total:,} changes", href=more)))
    return joined(parts) if parts else NOTHING
