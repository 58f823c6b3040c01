"""The measures of a priority, under the headings that it gives them."""

from collections.abc import Iterator, Sequence

from strategy_tracker.briefing.record_words import PriorityWords
from strategy_tracker.judging.standing.of_measures import MeasureStanding
from strategy_tracker.views.document import Block, Paragraph
from strategy_tracker.views.papers.of_measures.measure_blocks import measure_blocks


def measures_by_table(measures: Sequence[MeasureStanding], words: PriorityWords, drawn: set[str]) -> Iterator[Block]:
    """Tell first the measures under no heading, then those that go on from the stem, then those under each heading.

    `drawn` is as in `measure_blocks`.
    """
    grouped = {name for table in words.tables for name in table.measures}
    going_on = {one.id for one in measures if words.stem and one.ending and one.id not in grouped}
    yield from measure_blocks([one for one in measures if one.id not in grouped | going_on], drawn)
    if going_on:
        yield Paragraph(words.stem or "")
        yield from measure_blocks(
            [one._replace(title=one.ending or "") for one in measures if one.id in going_on], drawn
        )
    by_id = {one.id: one for one in measures}
    for table in words.tables:
        inside = [by_id[name] for name in table.measures if name in by_id]
        if inside:
            yield from measure_blocks(inside, drawn, table.title)
