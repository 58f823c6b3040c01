"""Works out the word of an action anew from its plain data, day by day and without any clock of ours."""

import calendar
from datetime import date, timedelta

_CLOSED = {"delivered", "complete", "stopped", "superseded"}
_STEPS = {"week": 7, "6 weeks": 42}
_FURTHER = ["not-started", "in-progress", "paused", "delivered", "complete", "stopped", "superseded"]


def span(text):
    """The first and the last day that a date of a file can mean."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    first, last = (1, 12) if len(parts) == 1 else (parts[1], parts[1])
    return date(parts[0], first, 1), date(parts[0], last, calendar.monthrange(parts[0], last)[1])


def word(action, today, *, begins, cadence=28):
    """`late`, `waiting`, `silent`, `very-silent` or nothing, of an action in a strategy that runs from `begins`.

    Every update of it says something new, and it is to be reviewed every `cadence` days.
    """
    said = [one for one in action["updates"] if span(one["on"])[0] <= today]
    stated = [one for one in said if one["state"]]
    newest = max(stated, key=lambda one: (*reversed(span(one["on"])), _FURTHER.index(one["state"])), default=None)
    state = newest["state"] if newest else None
    if state in _CLOSED:
        return None
    gone = [day for day in _held(action, state, today) if day < today] if state != "paused" else []
    if gone:
        return "late" if any(span(one["on"])[0] > min(gone) for one in said) else "waiting"
    since = max([begins, *(span(one["on"])[1] for one in said)])
    if state in (None, "not-started") and "starts" in action:
        since = max(since, span(action["starts"])[1])
    quiet = (today - since).days
    return "very-silent" if quiet > 2 * cadence else "silent" if quiet > cadence else None


def _held(action, state, today):
    """The last day of every date that the action can be held to."""
    if "due" in action:
        yield span(action["due"])[1]
    if "starts" in action and state == "not-started":
        yield span(action["starts"])[1]
    done = [span(text) for text in action.get("done", ()) if span(text)[0] <= today]
    if "every" in action and done:
        yield max(done, key=lambda one: (one[1], one[0]))[1] + timedelta(days=_STEPS[action["every"]])
    for step in action.get("milestones", ()):
        if "due" in step and not ("done" in step and span(step["done"])[0] <= today):
            yield span(step["due"])[1]
