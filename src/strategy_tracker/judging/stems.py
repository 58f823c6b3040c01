"""Makes titles of measures whole that go on from the words with which their priority begins each of its measures."""

from strategy_tracker.judging.standing.of_portfolio import Standing


def with_stems(standing: Standing) -> Standing:
    """Give each measure that goes on from a stem its whole title: "Children will" and "be fully immunised".

    Where several priorities name it, the first that has a stem counts; where none has one, its title stays as it is.
    """
    stems: dict[str, str] = {}
    for priority in (one for strategy in standing.strategies for one in strategy.priorities if one.stem):
        for name in priority.every_measure:
            stems.setdefault(name, (priority.stem or "").rstrip(" :…."))
    whole = {
        name: one._replace(title=f"{stems[name]} {one.ending}")
        for name, one in standing.measures.items()
        if one.ending and name in stems
    }
    return standing._replace(measures={**standing.measures, **whole}) if whole else standing
