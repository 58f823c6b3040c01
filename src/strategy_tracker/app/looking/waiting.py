"""What waits for somebody, in the files: where each thing is said, and the period that a late reading is of."""

from collections.abc import Callable, Sequence

from strategy_tracker.diagnostics import Position
from strategy_tracker.editing.revisions import expected
from strategy_tracker.files.content import content
from strategy_tracker.files.look_up import addresses
from strategy_tracker.files.parsing.positions import spots
from strategy_tracker.files.parsing.value_places import ValuePlace, locate
from strategy_tracker.files.portfolio import Portfolio, each_file
from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.measures.inherited import settled
from strategy_tracker.judging.measures.known_readings import known_readings
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.model.measures.measure import Measures
from strategy_tracker.model.record import Record


def places(portfolio: Portfolio) -> Callable[[AttentionItem], tuple[str, Position | None]]:
    """Where each thing is said: an action or a measure at its id, a body under its strategy's `governance`.

    Lines of an earlier moment are not given: today's file has other things there.
    """
    items, _ = addresses(portfolio, portfolio.files, ("strategy", "action", "measure", "ask"))
    known = {(item.address, item.thing == "measure"): item for item in reversed(items)}
    files = {file.name: file for file in portfolio.files}
    read: dict[str, ValuePlace] = {}

    def place(one: AttentionItem) -> tuple[str, Position | None]:
        item = known.get((one.item, one.thing == "measure"))
        body = item is None
        item = item or known[one.strategies[0], False]
        if portfolio.known:
            return item.file, None
        if item.file not in read:
            read[item.file] = spots(content(files[item.file]))
        return item.file, locate(read[item.file], ("governance",) if body else (*item.route, "id"))

    return place


def periods(found: Sequence[AttentionItem], standing: Standing, portfolio: Portfolio) -> dict[str, str]:
    """The period that each late reading is of, by its measure."""
    late = {one.item for one in found if "late-reading" in one.kinds}
    year_end = portfolio.settings.year_end

    def wanted(record: Record, _: object) -> dict[str, str]:
        assert isinstance(record, Measures)
        mine = [settled(m, portfolio.settings) for m in record.measures if m.id in late]
        listed = [(m, known_readings(m.readings, m.unit, standing.as_at)) for m in mine]
        return {m.id: expected(each[-1].period, m.frequency, year_end) for m, each in listed if m.frequency and each}

    kept, _ = each_file(portfolio, portfolio.of_kind("measures") if late else (), wanted)
    return {name: period for one in kept for name, period in one.items()}
