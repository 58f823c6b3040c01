"""Which strategies a measure serves; where all of them are over, or have not begun, no reading of it is late."""

from strategy_tracker.rules.standing import Clock, Phase, Standing


def wanted_while_running(standing: Standing) -> Standing:
    """The standing, where no reading is expected for strategies that are over or have not begun.

    A measure that no strategy names is expected as its own fields say.
    """
    phases: dict[str, list[Phase]] = {}
    for strategy in standing.strategies:
        for name in strategy.measures:
            phases.setdefault(name, []).append(strategy.phase)
    idle = {name: each[0] for name, each in phases.items() if not any(phase.runs for phase in each)}
    measures = {
        name: one._replace(late=_idle(idle[name])) if name in idle and one.late.due else one
        for name, one in standing.measures.items()
    }
    return standing._replace(measures=measures)


def _idle(phase: Phase) -> Clock:
    return Clock("none" if phase.kind == "not-begun" else "closed", None, 0, phase.words)
